// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/client/incidentcache.h"

#include <algorithm>

namespace vigie {

IncidentCache::IncidentCache(std::size_t maxResolved)
    : m_maxResolved(maxResolved)
{
}

const Incident *IncidentCache::find(const IncidentId &id) const
{
    const auto found = m_items.find(id);
    return found == m_items.end() ? nullptr : &found->second;
}

std::vector<Incident> IncidentCache::mostWanted(std::size_t max) const
{
    std::vector<const Incident *> all;
    all.reserve(m_items.size());
    for (const auto &[id, incident] : m_items)
        all.push_back(&incident);
    const auto before = [](const Incident *a, const Incident *b) {
        return a->isClosed() != b->isClosed() ? b->isClosed() : a->updatedAt > b->updatedAt;
    };
    if (all.size() > max) {
        std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(max), all.end(), before);
        all.resize(max);
    }
    std::vector<Incident> out;
    out.reserve(all.size());
    for (const Incident *incident : all)
        out.push_back(*incident);
    return out;
}

void IncidentCache::take(const Incident &incident, Update &update)
{
    const auto found = m_items.find(incident.id);
    if (found == m_items.end()) {
        m_items.emplace(incident.id, incident);
        update.touched.insert(incident.id);
        update.delta.added.push_back(incident.id);
        if (incident.isClosed())
            noteResolved(incident.id);
        return;
    }
    Incident &known = found->second;
    if (incident.version < known.version || incident == known)
        return;
    const bool closes = incident.isClosed() && !known.isClosed();
    known = incident;
    if (update.touched.insert(incident.id).second)
        update.delta.changed.push_back(incident.id);
    if (closes)
        noteResolved(incident.id);
}

void IncidentCache::noteResolved(const IncidentId &id)
{
    std::erase(m_resolved, id);
    m_resolved.push_back(id);
}

void IncidentCache::evict(IncidentDelta &delta)
{
    while (m_resolved.size() > m_maxResolved) {
        const IncidentId id = std::move(m_resolved.front());
        m_resolved.pop_front();
        const auto found = m_items.find(id);
        if (found == m_items.end() || !found->second.isClosed())
            continue;
        m_items.erase(found);
        std::erase(delta.changed, id);
        if (std::erase(delta.added, id) == 0)
            delta.removed.push_back(id);
    }
}

IncidentDelta IncidentCache::apply(const std::vector<Incident> &incidents)
{
    Update update;
    for (const Incident &incident : incidents)
        take(incident, update);
    evict(update.delta);
    return std::move(update.delta);
}

IncidentDelta IncidentCache::replaceUnresolved(const std::vector<Incident> &incidents)
{
    Update update;
    std::unordered_set<IncidentId> present;
    present.reserve(incidents.size());
    for (const Incident &incident : incidents) {
        present.insert(incident.id);
        // What the snapshot says counts, also when a restored database has gone back to an older version.
        if (const auto known = m_items.find(incident.id); known != m_items.end())
            known->second.version = std::min(known->second.version, incident.version);
        take(incident, update);
    }
    for (auto it = m_items.begin(); it != m_items.end();) {
        if (it->second.isClosed() || present.contains(it->first)) {
            ++it;
            continue;
        }
        update.delta.removed.push_back(it->first);
        it = m_items.erase(it);
    }
    evict(update.delta);
    return std::move(update.delta);
}

IncidentDelta IncidentCache::clear()
{
    IncidentDelta delta;
    for (const auto &[id, incident] : m_items)
        delta.removed.push_back(id);
    m_items.clear();
    m_resolved.clear();
    return delta;
}

} // namespace vigie
