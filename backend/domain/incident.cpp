// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/incident.h"

#include "backend/domain/names.h"
#include "backend/domain/text.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {
constexpr NameTable<Severity, 4> severityNames {.what = "severity",
                                                .rows = {{{Severity::Critical, "critical"},
                                                          {Severity::High, "high"},
                                                          {Severity::Medium, "medium"},
                                                          {Severity::Low, "low"}}}};
constexpr NameTable<IncidentStatus, 4> statusNames {.what = "status",
                                                    .rows = {{{IncidentStatus::Open, "open"},
                                                              {IncidentStatus::Acknowledged, "acknowledged"},
                                                              {IncidentStatus::Snoozed, "snoozed"},
                                                              {IncidentStatus::Resolved, "resolved"}}}};
constexpr NameTable<TimelineKind, 10> timelineNames {.what = "timeline kind",
                                                     .rows = {{{TimelineKind::Created, "created"},
                                                               {TimelineKind::Fired, "fired"},
                                                               {TimelineKind::Acknowledged, "acknowledged"},
                                                               {TimelineKind::Assigned, "assigned"},
                                                               {TimelineKind::Commented, "commented"},
                                                               {TimelineKind::Edited, "edited"},
                                                               {TimelineKind::SeverityChanged, "severity_changed"},
                                                               {TimelineKind::Snoozed, "snoozed"},
                                                               {TimelineKind::Resolved, "resolved"},
                                                               {TimelineKind::Reopened, "reopened"}}}};
} // namespace

std::string_view severityName(Severity severity)
{
    return severityNames.name(severity);
}

Result<Severity> severityFromName(std::string_view name)
{
    return severityNames.value(name);
}

std::string_view statusName(IncidentStatus status)
{
    return statusNames.name(status);
}

Result<IncidentStatus> statusFromName(std::string_view name)
{
    return statusNames.value(name);
}

std::string_view timelineKindName(TimelineKind kind)
{
    return timelineNames.name(kind);
}

Result<TimelineKind> timelineKindFromName(std::string_view name)
{
    return timelineNames.value(name);
}

Severity severityFromAlertLabel(std::string_view label)
{
    const std::string lower = lowerAscii(label);
    static constexpr std::array<std::pair<std::string_view, Severity>, 13> words {{
        {"critical", Severity::Critical},
        {"emergency", Severity::Critical},
        {"fatal", Severity::Critical},
        {"disaster", Severity::Critical},
        {"page", Severity::Critical},
        {"error", Severity::High},
        {"high", Severity::High},
        {"major", Severity::High},
        {"warning", Severity::Medium},
        {"warn", Severity::Medium},
        {"medium", Severity::Medium},
        {"minor", Severity::Medium},
        {"average", Severity::Medium},
    }};
    const auto found = std::ranges::find_if(words, [&lower](const auto &w) { return w.first == lower; });
    return found == words.end() ? Severity::Low : found->second;
}

} // namespace vigie
