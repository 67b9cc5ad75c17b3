// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vigie {

/// What this process uses, from /proc/self. Zeros where it cannot be read.
struct ProcessFacts {
    std::uint64_t residentBytes {0};
    double cpuSeconds {0};
    std::uint64_t openFiles {0};
    std::uint64_t threads {0};
};
ProcessFacts readProcessFacts();

} // namespace vigie
