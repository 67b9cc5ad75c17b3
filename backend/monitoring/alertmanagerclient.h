// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"
#include "backend/domain/incident.h"
#include "backend/monitoring/sourceconfig.h"

#include <functional>
#include <vector>

namespace vigie {

/// Every alert an Alertmanager has (API v2, GET /api/v2/alerts), silenced and inhibited ones marked `silenced`.
/// `done` comes once on the HTTP client's executor. Errors: those of HttpClient; Denied, Unavailable, Protocol.
void fetchAlertmanagerAlerts(const SourceConfig &config, HttpClient &http,
                             std::function<void(Result<std::vector<AlertSignal>>)> done);

} // namespace vigie
