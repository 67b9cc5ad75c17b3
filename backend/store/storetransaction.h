// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/incidents/incidentrepository.h"
#include "backend/store/database.h"

#include <unordered_map>

namespace vigie {

using EventList = std::vector<std::shared_ptr<const Event>>;

/// One write transaction of the store, shared by the works of one group commit. It is begun by taking the row of
/// event_seq, so that no other writer, of this or of any other daemon, is inside at the same time: whatever is read is
/// locked, and events commit in the order of their seq.
class StoreTransaction final : public IncidentTransaction {
public:
    /// `seq`: of the newest durable event.
    StoreTransaction(Database &database, std::int64_t seq);

    Result<std::optional<Incident>> find(const IncidentId &id) override;
    Result<std::vector<Incident>> openByDedupKeys(std::span<const std::string> keys) override;
    Result<std::vector<Incident>> openReportedBy(const SourceId &source) override;
    Result<> put(const Incident &incident) override;
    /// NotFound when there is no such incident: put it first.
    Result<> addTimeline(const IncidentId &id, const TimelineEntry &entry) override;
    Result<> record(Event event) override;

    [[nodiscard]] Result<> saveSource(const SourceId &id, std::string_view config, Timestamp now);
    [[nodiscard]] Result<> removeSource(const SourceId &id);
    [[nodiscard]] Result<> saveStatus(const SourceId &id, std::string_view status);
    [[nodiscard]] Result<> removeStatus(const SourceId &id);
    [[nodiscard]] Result<> clearStatuses();

    /// Begins the next work: forgets the events of the one before.
    void beginWork();
    /// The present work was rolled back.
    void undoWork();
    EventList takeEvents();
    std::int64_t seq() const { return m_seq; }

private:
    Result<std::vector<Incident>> remembered(Result<std::vector<Row>> rows);
    void remember(const Incident &incident);

    Database &m_database;
    std::int64_t m_seq;
    std::int64_t m_seqBefore;
    EventList m_events;
    /// What incident_reporters holds for an incident this work has read or written.
    std::unordered_map<std::string, std::vector<std::string>> m_reporters;
};

} // namespace vigie
