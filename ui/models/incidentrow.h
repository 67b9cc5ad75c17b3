// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/incidentmodel.h"

namespace vigie {

/// What decides the place of a row: kept beside the values, which may be newer while rows are held in their places.
struct IncidentModel::Key {
    std::int64_t rank {0}; ///< severity, time or state
    QString text; ///< folded; for columns of text
    std::uint8_t severity {0};
    std::int64_t started {0};
    IncidentId id; ///< makes it unique
};

struct IncidentModel::Row {
    IncidentId id;
    QString title;
    QString service;
    QString owner;
    QString source;
    Severity severity {Severity::Medium};
    IncidentStatus status {IncidentStatus::Open};
    Timestamp startedAt {};
    std::optional<Timestamp> resolvedAt;
    SteadyTime freshUntil {};
    Key key;
};

} // namespace vigie
