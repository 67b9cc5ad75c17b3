// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/session.h"
#include "ui/overview/filllist.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie {

/// File systems from the newest samples, fullest first; one row for each device, the shortest mount point of it.
/// Graver from 90 % and 97 % on, as the daemon's built-in rules have it. Samples from before `oldest` do not count:
/// what is no longer measured (unmounted) is no longer there.
std::vector<FillRow> diskRows(const std::unordered_map<std::string, LatestSample> &latest, Timestamp oldest);
/// What a sample of this machine must not be older than, to be true: three intervals of the host's source, at least a
/// minute, before `now`; without a live session before the newest sample there is.
Timestamp oldestHostSample(const Session &session, Timestamp now);

struct ProbeCounts {
    int all {0};
    int failing {0};
};
ProbeCounts countProbes(const std::map<SourceId, SourceStatus> &sources);

} // namespace vigie
