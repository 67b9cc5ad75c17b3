// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/domain/labels.h"
#include "backend/domain/result.h"
#include "backend/domain/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Most severe first; also the order of the default list.
enum class Severity : std::uint8_t { Critical, High, Medium, Low };
inline constexpr std::size_t severityCount = 4;

/// Open -> Acknowledged -> Resolved; Snoozed waits until `snoozedUntil`, then is Open again; Resolved can be reopened.
enum class IncidentStatus : std::uint8_t { Open, Acknowledged, Snoozed, Resolved };

std::string_view severityName(Severity severity); ///< "critical" "high" "medium" "low"
Result<Severity> severityFromName(std::string_view name);
std::string_view statusName(IncidentStatus status); ///< "open" "acknowledged" "snoozed" "resolved"
Result<IncidentStatus> statusFromName(std::string_view name);
/// What the outside calls severity (Alertmanager label, PagerDuty, syslog; tokens.json "maps"), as ours:
/// critical/emergency/fatal/page -> Critical, error/high/major -> High, warning/medium -> Medium, anything else -> Low.
Severity severityFromAlertLabel(std::string_view label);

/// Who did something: a user name, or a part of the daemon ("rule", "alertmanager:prod").
struct Actor {
    std::string name;
    std::string requestId; ///< empty for the daemon's own doing
    friend bool operator==(const Actor &, const Actor &) = default;
};

enum class TimelineKind : std::uint8_t {
    Created,
    Fired, ///< a source reported it again after it was resolved
    Acknowledged,
    Assigned,
    Commented,
    Edited,
    SeverityChanged,
    Snoozed,
    Resolved,
    Reopened,
};
std::string_view timelineKindName(TimelineKind kind);
Result<TimelineKind> timelineKindFromName(std::string_view name);

/// One thing that happened to an incident. `before`/`after` are machine-readable values (a user, a severity name).
struct TimelineEntry {
    std::int64_t id {0}; ///< ascending within an incident, given by the store
    Timestamp at {};
    TimelineKind kind {TimelineKind::Created};
    std::string actor;
    std::string text; ///< comment, resolution note
    std::string before;
    std::string after;
    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// One thing that is or was wrong. Value type: copy freely, no Qt.
struct Incident {
    IncidentId id;
    std::int64_t version {1}; ///< +1 with every change; an update that names an older one is a Conflict
    std::string title;
    std::string description;
    Severity severity {Severity::Medium};
    IncidentStatus status {IncidentStatus::Open};
    std::string category; ///< free word: "host", "probe", "database"
    std::string service; ///< what is affected, for the table
    std::string owner; ///< empty: nobody
    std::string source; ///< who opened it: a source id, "rules" or "api"
    std::string dedupKey; ///< what makes two reports the same; empty for incidents made by hand
    std::vector<std::string> reporters; ///< source ids that report it as firing now, sorted
    LabelSet labels;
    LabelSet annotations;
    std::string metric; ///< the local series or PromQL behind it ("host_load1", …); empty when unknown
    Timestamp startedAt {};
    Timestamp updatedAt {};
    std::optional<Timestamp> acknowledgedAt;
    std::optional<Timestamp> resolvedAt;
    std::optional<Timestamp> snoozedUntil;
    friend bool operator==(const Incident &, const Incident &) = default;
    bool isClosed() const { return status == IncidentStatus::Resolved; }
};

/// One alert as a source reports it at one moment.
struct AlertSignal {
    std::string dedupKey; ///< the label fingerprint for Prometheus and Alertmanager; rule id + labels for rules
    bool firing {true};
    std::string title;
    std::string description;
    Severity severity {Severity::Medium};
    std::string category;
    std::string service;
    std::string metric;
    LabelSet labels;
    LabelSet annotations;
    Timestamp startedAt {};
    bool silenced {false};
};

/// What one source says at one moment. With `complete` the alerts are all that fire there: what it reported before and
/// does not name now has ended. Without (webhooks) only the named ones change.
struct AlertBatch {
    SourceId source;
    bool complete {false};
    std::vector<AlertSignal> alerts;
    std::optional<Error> leftOut; ///< why one of those that were sent is not among `alerts`; of several the first
};

} // namespace vigie
