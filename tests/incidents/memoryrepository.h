// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/incidents/incidentrepository.h"

#include <algorithm>
#include <map>

namespace vigie::test {

/// An IncidentRepository in memory with the contract of the real one: all or nothing, seq without holes. `done` is
/// called at once. With `runTwice` each work runs two times, as after a serialization failure.
class MemoryRepository final : public IncidentRepository {
public:
    struct State {
        std::map<std::string, Incident> incidents;
        std::map<std::string, std::vector<TimelineEntry>> timelines;
        std::int64_t seq {0};
    };
    State state;
    bool runTwice {false};
    std::optional<Error> refuse;
    int writes {0};
    int finds {0}; ///< of single incidents inside of writes

    void write(Work work, Written done) override
    {
        ++writes;
        if (refuse) {
            done(tl::unexpected(*refuse));
            return;
        }
        if (runTwice) {
            Transaction discarded(state, finds);
            static_cast<void>(work(discarded));
        }
        Transaction transaction(state, finds);
        if (auto ok = work(transaction); !ok) {
            done(tl::unexpected(ok.error()));
            return;
        }
        state = transaction.copy;
        done(transaction.events);
    }
    void load(std::size_t, std::function<void(Result<Snapshot>)> done) override
    {
        Snapshot snapshot {{}, state.seq};
        for (const auto &[id, incident] : state.incidents)
            snapshot.incidents.push_back(incident);
        done(snapshot);
    }
    void timeline(const IncidentId &id, std::function<void(Result<std::vector<TimelineEntry>>)> done) override
    {
        done(state.timelines[id.value]);
    }
    void find(const IncidentId &id, std::function<void(Result<std::optional<Incident>>)> done) override
    {
        const auto found = state.incidents.find(id.value);
        done(found == state.incidents.end() ? std::optional<Incident>() : found->second);
    }

private:
    struct Transaction final : IncidentTransaction {
        Transaction(const State &state, int &finds)
            : copy(state)
            , m_finds(finds)
        {
        }
        Result<std::optional<Incident>> find(const IncidentId &id) override
        {
            ++m_finds;
            const auto found = copy.incidents.find(id.value);
            return found == copy.incidents.end() ? std::optional<Incident>() : found->second;
        }
        Result<std::vector<Incident>> openByDedupKeys(std::span<const std::string> keys) override
        {
            return select([keys](const Incident &i) {
                return !i.dedupKey.empty() && std::find(keys.begin(), keys.end(), i.dedupKey) != keys.end();
            });
        }
        Result<std::vector<Incident>> openReportedBy(const SourceId &source) override
        {
            return select([&source](const Incident &i) {
                return std::find(i.reporters.begin(), i.reporters.end(), source.value) != i.reporters.end();
            });
        }
        Result<> put(const Incident &incident) override
        {
            copy.incidents[incident.id.value] = incident;
            return {};
        }
        Result<> addTimeline(const IncidentId &id, const TimelineEntry &entry) override
        {
            copy.timelines[id.value].push_back(entry);
            return {};
        }
        Result<> record(Event event) override
        {
            event.seq = ++copy.seq;
            events.push_back(std::make_shared<const Event>(std::move(event)));
            return {};
        }
        template<typename Predicate>
        std::vector<Incident> select(Predicate wanted) const
        {
            std::vector<Incident> out;
            for (const auto &[id, incident] : copy.incidents) {
                if (!incident.isClosed() && wanted(incident))
                    out.push_back(incident);
            }
            return out;
        }
        State copy;
        int &m_finds;
        std::vector<std::shared_ptr<const Event>> events;
    };
};

/// Runs work at once, on the caller's thread; timers never fire.
class DirectExecutor final : public Executor {
public:
    void post(Work work) override { work(); }
    void postAfter(Duration, Work) override { }
};

struct EventRecorder final : EventSink {
    std::vector<std::shared_ptr<const Event>> events;
    void publish(std::shared_ptr<const Event> event) override { events.push_back(std::move(event)); }
};

} // namespace vigie::test
