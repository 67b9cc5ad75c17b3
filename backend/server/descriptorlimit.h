// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace vigie {

/// Raises this process's limit of open files to the hard one (the low soft one is for programs that call select(),
/// which nothing here does). The limit that holds then, or the old one when it cannot be raised.
std::size_t raiseDescriptorLimit();
/// `wanted` connections, or fewer when so many open files are not allowed: 128 (of a limit under 256 the half) are kept
/// for the database, the history and the sources, which have to go on when clients take all they can get. Says so in
/// the log.
std::size_t connectionsWithin(std::size_t descriptors, std::int64_t wanted);

} // namespace vigie
