// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/daemonconfig.h"

namespace vigie {

/// Keys of single values and lists (not of sources and custom rules) that differ, as "server.port".
std::vector<std::string> changedKeys(const DaemonConfig &before, const DaemonConfig &after);

} // namespace vigie
