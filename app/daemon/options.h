// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace vigie {

/// vigied's command line.
struct DaemonOptions {
    enum class Mode : std::uint8_t { Serve, CheckConfig, PrintConfig, Help, Version };
    Mode mode {Mode::Serve};
    std::string configFile; ///< --config
    std::string dataDir; ///< --data-dir; wins over the configuration
    std::string privateFile; ///< --private: runtime file of a console's own daemon
};

/// Invalid with the unknown option and the nearest known one.
[[nodiscard]] Result<DaemonOptions> readDaemonOptions(std::span<char *const> arguments);
extern const char *const daemonUsage;

} // namespace vigie
