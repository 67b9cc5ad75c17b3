// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/event.h"
#include "backend/domain/incident.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vigie {

/// What one piece of work may do inside a transaction of the store. Valid only during that work, on its thread.
class IncidentTransaction {
public:
    virtual ~IncidentTransaction() = default;
    /// Locks the row until the end of the transaction, against other daemons too.
    [[nodiscard]] virtual Result<std::optional<Incident>> find(const IncidentId &id) = 0;
    /// Unresolved incidents with one of these dedup keys, locked. At most one for a key.
    [[nodiscard]] virtual Result<std::vector<Incident>> openByDedupKeys(std::span<const std::string> keys) = 0;
    /// Unresolved incidents that this source reports, locked.
    [[nodiscard]] virtual Result<std::vector<Incident>> openReportedBy(const SourceId &source) = 0;
    /// Inserts or replaces by id.
    [[nodiscard]] virtual Result<> put(const Incident &incident) = 0;
    /// Appends; the store gives the id.
    [[nodiscard]] virtual Result<> addTimeline(const IncidentId &id, const TimelineEntry &entry) = 0;
    /// Records a durable event in this transaction's outbox; the store gives the seq.
    [[nodiscard]] virtual Result<> record(Event event) = 0;
};

/// Keeps incidents, their timelines and the outbox of durable events. Calls return at once; `done` is called exactly
/// once, on a thread of the store. Writes are committed (on disk) when `done` says success, and the `done` calls of
/// writes come in the order of their seq.
class IncidentRepository {
public:
    using Work = std::function<Result<>(IncidentTransaction &)>;
    /// The events recorded by the work, with their seq.
    using Written = std::function<void(Result<std::vector<std::shared_ptr<const Event>>>)>;

    virtual ~IncidentRepository() = default;
    /// Runs `work` in a transaction; an error it returns rolls back just this work and is handed to `done`.
    /// `work` may run again when the database asks for a retry: it must not have side effects of its own.
    virtual void write(Work work, Written done) = 0;

    struct Snapshot {
        std::vector<Incident> incidents;
        std::int64_t seq {0}; ///< of the last event contained
    };
    /// Every unresolved incident and the newest `resolvedLimit` resolved ones, as of one moment.
    virtual void load(std::size_t resolvedLimit, std::function<void(Result<Snapshot>)> done) = 0;
    /// Ascending by id.
    virtual void timeline(const IncidentId &id, std::function<void(Result<std::vector<TimelineEntry>>)> done) = 0;
    /// One that load() did not bring (an old resolved one).
    virtual void find(const IncidentId &id, std::function<void(Result<std::optional<Incident>>)> done) = 0;
};

} // namespace vigie
