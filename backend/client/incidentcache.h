// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"

#include <cstddef>
#include <deque>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace vigie {

/// What one update did to the cache. An id is in one of the lists only.
struct IncidentDelta {
    std::vector<IncidentId> added;
    std::vector<IncidentId> changed;
    std::vector<IncidentId> removed;
    bool empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

/// The incidents a console knows: every unresolved one, those it asked for, and the newest resolved ones up to a bound.
/// A state never goes back: an older version of an incident is ignored. O(1) per incident. GUI thread.
class IncidentCache {
public:
    explicit IncidentCache(std::size_t maxResolved = 500);
    const Incident *find(const IncidentId &id) const;
    std::size_t size() const { return m_items.size(); }
    auto begin() const { return m_items.begin(); } ///< pairs of id and incident, in no order
    auto end() const { return m_items.end(); }
    /// At most `max` of them, as an offline start wants them: unresolved ones first, then the newest. Copies no others.
    /// O(n) comparisons.
    std::vector<Incident> mostWanted(std::size_t max) const;

    /// Newer states of some incidents.
    IncidentDelta apply(const std::vector<Incident> &incidents);
    /// Every unresolved incident there is: what is unresolved here and not named there is gone.
    IncidentDelta replaceUnresolved(const std::vector<Incident> &incidents);
    /// Forgets everything.
    IncidentDelta clear();

private:
    struct Update {
        IncidentDelta delta;
        std::unordered_set<IncidentId> touched; ///< in delta already: a page may name an incident twice
    };
    void take(const Incident &incident, Update &update);
    void noteResolved(const IncidentId &id);
    void evict(IncidentDelta &delta);

    std::size_t m_maxResolved;
    std::unordered_map<IncidentId, Incident> m_items;
    std::deque<IncidentId> m_resolved; ///< in the order they came; may name one that was reopened
};

} // namespace vigie
