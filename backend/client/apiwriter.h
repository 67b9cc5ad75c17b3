// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <QByteArray>

#include <string>

/// Writes what goes to the daemon. Pure. Paths are encoded and begin with "/".
namespace vigie::api {

/// "/api/v1/incidents" + query; every value is percent-encoded, empty ones are left out.
QByteArray incidentsPath(const IncidentListQuery &query);
QByteArray incidentPath(const IncidentId &id, const char *action = "");
QByteArray sourcePath(const SourceId &id, const char *action = "");
QByteArray historyPath(const HistoryQuery &query);
QByteArray promPath(const PromQuery &query);
QByteArray changesPath(int limit, std::optional<std::int64_t> since);

std::string body(const IncidentDraft &draft);
std::string body(const IncidentChange &change);
std::string body(const SourceDraft &draft);
std::string resolveBody(const std::string &note, std::optional<std::int64_t> version);

} // namespace vigie::api
