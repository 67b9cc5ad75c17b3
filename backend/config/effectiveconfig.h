// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/daemonconfig.h"

#include <vector>

namespace vigie {

/// What is evaluated: the built-in rules that are not disabled, and the custom ones, which take the place of a built-in
/// one of the same id.
std::vector<ThresholdRule> effectiveRules(const DaemonConfig &config);
/// What is watched: this machine (id "host") unless it is switched off, then the sources of the file.
std::vector<SourceConfig> effectiveSources(const DaemonConfig &config);

} // namespace vigie
