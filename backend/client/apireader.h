// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <string_view>

/// Reads the daemon's answers. Pure; thread-safe; errors are Protocol with what was wrong. Unknown members are ignored,
/// since the daemon may be newer. In lists a single item that makes no sense is left out and counted.
namespace vigie::api {

/// Any JSON value up to 64 MiB.
[[nodiscard]] Result<Json> readJson(std::string_view body);
/// For answers without a body.
[[nodiscard]] Result<> readNothing(std::string_view body);
[[nodiscard]] Result<Login> readLogin(std::string_view body);
[[nodiscard]] Result<UserInfo> readUser(std::string_view body);
[[nodiscard]] Result<SystemStatus> readSystemStatus(std::string_view body);
[[nodiscard]] Result<IncidentPage> readIncidentPage(std::string_view body);
[[nodiscard]] Result<IncidentDetail> readIncidentDetail(std::string_view body);
[[nodiscard]] Result<Incident> readIncident(std::string_view body);
[[nodiscard]] Result<std::vector<MetricEntry>> readMetrics(std::string_view body);
[[nodiscard]] Result<SourceList> readSources(std::string_view body);
[[nodiscard]] Result<SourceStatus> readSource(std::string_view body);
[[nodiscard]] Result<ChangePage> readChanges(std::string_view body);
/// Straight from simdjson: these are large (matrixreader.cpp).
[[nodiscard]] Result<History> readHistory(std::string_view body);
[[nodiscard]] Result<PromAnswer> readPromAnswer(std::string_view body);

/// What a durable event says in one line. `at` of zero: the time of the change itself.
RecentChange changeOf(std::string type, std::int64_t seq, Timestamp at, const Incident &incident);
RecentChange changeOf(std::string type, std::int64_t seq, Timestamp at, const SourceStatus &status);
RecentChange removalOf(std::string type, std::int64_t seq, Timestamp at, const SourceId &id);

} // namespace vigie::api
