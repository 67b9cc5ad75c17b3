// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace vigie {

/// The last known state of a daemon, as it is kept on disk for an offline start.
struct SessionData {
    std::string server; ///< URL it belongs to, for people
    Timestamp savedAt {}; ///< when it was last true
    std::vector<Incident> incidents;
    std::vector<SourceStatus> sources;
    std::vector<RecentChange> changes;
    std::vector<std::pair<SeriesKey, Sample>> latest;
};

/// One file: JSON, "format" 1. Written atomically with mode 0600 in a folder of mode 0700; at most maxCachedIncidents,
/// maxCachedSeries and 32 MiB. These block on the disk: call them in the worker only.
inline constexpr int sessionCacheFormat = 1;
inline constexpr std::size_t maxCachedIncidents = 2'000;
inline constexpr std::size_t maxCachedSeries = 5'000;
[[nodiscard]] Result<> saveSession(const QString &file, const SessionData &data);
/// NotFound when there is none; Invalid when it is damaged or of another format, which is no reason to complain: it is
/// a cache. Single incidents that cannot be read are left out.
[[nodiscard]] Result<SessionData> loadSession(const QString &file);

} // namespace vigie
