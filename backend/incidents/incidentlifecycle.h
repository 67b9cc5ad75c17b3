// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"

#include <optional>
#include <string>
#include <vector>

namespace vigie {

/// What an update changes; what is not set stays.
struct IncidentPatch {
    std::optional<std::int64_t> version; ///< Conflict when the stored one is another
    std::optional<std::string> title;
    std::optional<std::string> description;
    std::optional<Severity> severity;
    std::optional<std::string> category;
    std::optional<std::string> service;
    std::optional<std::string> owner;
    std::optional<LabelSet> labels;
    std::optional<IncidentStatus> status;
    std::optional<Timestamp> snoozedUntil; ///< mandatory with status Snoozed, in the future
    std::optional<std::string> comment; ///< an entry of its own; with status Resolved its note
};

/// Pure: applies the patch and returns what happened, one timeline entry for each change. Nothing happened: an empty
/// list, and the incident is untouched. With a change version and updatedAt move.
/// Errors: Conflict (version, or a status the present one does not allow), Invalid with the field.
/// Resolved goes only to Open (reopen); every other status goes to every other.
[[nodiscard]] Result<std::vector<TimelineEntry>> applyPatch(Incident &incident, const IncidentPatch &patch,
                                                            const Actor &actor, Timestamp now);

/// Pure: what a source's report changes on an unresolved incident it names (its words, severity and reporters). New
/// words alone move version and updatedAt but leave no entry.
[[nodiscard]] std::vector<TimelineEntry> applySignal(Incident &incident, const AlertSignal &signal,
                                                     const SourceId &source, Timestamp now);
/// Pure: whether applySignal() would change anything.
[[nodiscard]] bool signalChanges(const Incident &incident, const AlertSignal &signal, const SourceId &source);

/// Pure: the source no longer reports it. Resolves an unresolved one when no other source does.
[[nodiscard]] std::vector<TimelineEntry> endSignal(Incident &incident, const SourceId &source, Timestamp now);

/// Pure: a fresh incident from a source's report.
[[nodiscard]] Incident incidentOfSignal(IncidentId id, const AlertSignal &signal, const SourceId &source,
                                        Timestamp now);

/// As JSON: an event with it must fit a frame of the event stream (240 KiB), and a page of them the memory.
inline constexpr std::size_t maxIncidentBytes = 128U << 10U;
/// TooLarge when the incident is longer than that.
[[nodiscard]] Result<> checkSize(const Incident &incident);
/// Shortens what a source reports until an incident of it passes checkSize(): texts end with "…", then the longest
/// annotations and labels go. The dedup key stays. Signals of a usual size are not touched.
void fitSignal(AlertSignal &signal);

} // namespace vigie
