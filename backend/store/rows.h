// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/event.h"
#include "backend/domain/incident.h"
#include "backend/store/database.h"

/// Rows of the store as values of the domain, and the statements that read them.
namespace vigie::rows {

/// Reads what incidentColumns names. Internal, with the id, when somebody else wrote nonsense into the row.
[[nodiscard]] Result<Incident> incident(Row &row);
[[nodiscard]] Result<TimelineEntry> timelineEntry(Row &row);
[[nodiscard]] Result<std::shared_ptr<const Event>> event(Row &row);

/// Statement::columns of the three.
inline constexpr std::string_view incidentKinds = "titttttttttttttiiiii";
inline constexpr std::string_view timelineKinds = "iittttt";
inline constexpr std::string_view eventKinds = "ittit";

#define VIGIE_INCIDENT_COLUMNS                                                                                         \
    "id, version, title, description, severity, status, category, service, owner, source, dedup_key, reporters,"       \
    " labels, annotations, metric, started_at, updated_at, acknowledged_at, resolved_at, snoozed_until"
#define VIGIE_SELECT_INCIDENT "SELECT " VIGIE_INCIDENT_COLUMNS " FROM incidents"

/// All incidents of a result; a row that cannot be read is skipped and logged, so that it never keeps a daemon down.
std::vector<Incident> readableIncidents(std::vector<Row> &rows);

std::string reportersText(const std::vector<std::string> &reporters);

} // namespace vigie::rows
