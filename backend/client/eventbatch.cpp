// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/client/eventbatch.h"

#include <algorithm>
#include <iterator>

namespace vigie {

EventAccumulator::EventAccumulator(std::size_t maxSamples, std::size_t maxChanges)
    : m_maxSamples(maxSamples)
    , m_maxChanges(maxChanges)
{
}

void EventAccumulator::add(Incident incident)
{
    ++m_batch.events;
    const auto [row, isNew] = m_incidentRow.try_emplace(incident.id, m_batch.incidents.size());
    if (isNew) {
        m_batch.incidents.push_back(std::move(incident));
        return;
    }
    ++m_batch.merged;
    Incident &known = m_batch.incidents[row->second];
    if (incident.version >= known.version)
        known = std::move(incident);
}

void EventAccumulator::add(SourceStatus status)
{
    ++m_batch.events;
    std::erase(m_removed, status.id);
    const SourceId id = status.id;
    const auto [row, isNew] = m_sources.insert_or_assign(id, std::move(status));
    if (isNew)
        m_sourceOrder.push_back(id);
    else
        ++m_batch.merged;
}

void EventAccumulator::remove(SourceId id)
{
    ++m_batch.events;
    if (m_sources.erase(id) != 0) {
        std::erase(m_sourceOrder, id);
        ++m_batch.merged;
    }
    if (std::ranges::find(m_removed, id) == m_removed.end())
        m_removed.push_back(std::move(id));
}

void EventAccumulator::add(SampleBatch batch)
{
    ++m_batch.events;
    m_samples += batch.samples.size();
    m_sampleBatches.push_back(std::move(batch));
    while (m_samples > m_maxSamples && m_sampleBatches.size() > 1) {
        const std::size_t gone = m_sampleBatches.front().samples.size();
        m_samples -= gone;
        m_batch.droppedSamples += gone;
        m_sampleBatches.pop_front();
    }
}

void EventAccumulator::add(RecentChange change)
{
    m_changes.push_back(std::move(change));
    if (m_changes.size() > m_maxChanges)
        m_changes.pop_front();
}

void EventAccumulator::count(std::int64_t seq)
{
    m_batch.seq = std::max(m_batch.seq, seq);
}

EventBatch EventAccumulator::take()
{
    EventBatch out = std::move(m_batch);
    out.sources.reserve(m_sourceOrder.size());
    for (const SourceId &id : m_sourceOrder)
        out.sources.push_back(std::move(m_sources.at(id)));
    out.removedSources = std::move(m_removed);
    std::ranges::move(m_sampleBatches, std::back_inserter(out.samples));
    std::ranges::move(m_changes, std::back_inserter(out.changes));
    *this = EventAccumulator(m_maxSamples, m_maxChanges);
    return out;
}

} // namespace vigie
