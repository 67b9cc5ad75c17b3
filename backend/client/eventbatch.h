// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie {

/// What arrived since the last batch, already merged: of one incident or source only the newest state is in here.
struct EventBatch {
    std::vector<Incident> incidents;
    std::vector<SourceStatus> sources;
    std::vector<SourceId> removedSources;
    std::vector<SampleBatch> samples; ///< oldest first
    std::vector<RecentChange> changes; ///< durable events in order; of a burst the newest
    std::int64_t seq {0}; ///< of the last durable event contained; 0 when there is none
    std::size_t events {0}; ///< events taken in, durable and not
    std::size_t merged {0}; ///< of these, replaced by a newer one before anybody saw them
    std::size_t droppedSamples {0}; ///< samples thrown away because the reader did not keep up
    std::size_t unreadable {0}; ///< events whose data made no sense
    bool empty() const { return events == 0 && unreadable == 0; }
};

/// Collects events into a batch of bounded size. Not thread-safe. O(1) per event.
class EventAccumulator {
public:
    explicit EventAccumulator(std::size_t maxSamples = 200'000, std::size_t maxChanges = 200);
    void add(Incident incident);
    void add(SourceStatus status);
    void remove(SourceId id);
    void add(SampleBatch batch);
    void add(RecentChange change);
    void count(std::int64_t seq);
    void countUnreadable() { ++m_batch.unreadable; }
    bool empty() const { return m_batch.empty(); }
    /// The batch, and begins a new one.
    EventBatch take();

private:
    std::size_t m_maxSamples;
    std::size_t m_maxChanges;
    std::size_t m_samples {0};
    EventBatch m_batch;
    std::deque<SampleBatch> m_sampleBatches;
    std::deque<RecentChange> m_changes;
    std::unordered_map<IncidentId, std::size_t> m_incidentRow;
    std::unordered_map<SourceId, SourceStatus> m_sources;
    std::vector<SourceId> m_sourceOrder;
    std::vector<SourceId> m_removed;
};

} // namespace vigie
