// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/incidents/incidentbook.h"
#include "backend/incidents/incidentlifecycle.h"
#include "backend/incidents/incidentrepository.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vigie {

struct NewIncident {
    std::string title;
    std::string description;
    Severity severity {Severity::Medium};
    std::string category;
    std::string service;
    std::string owner;
    std::string metric;
    LabelSet labels;
    LabelSet annotations;
};

/// The life of incidents: what people and sources say becomes stored state, timeline and events. Every call returns at
/// once and is meant for one thread (that of `home`); `done` is called there after the change is on disk.
class IncidentService {
public:
    using Done = std::function<void(Result<Incident>)>;

    /// All are borrowed and outlive the service and the repository's last callback.
    IncidentService(IncidentRepository &repository, Executor &home, EventSink &events, const Clock &clock,
                    Random &random);

    /// Fills the book; before it is done, every other call is Unavailable.
    void load(std::function<void(Result<>)> done);
    bool isLoaded() const { return m_loaded; }
    const IncidentBook &book() const { return m_book; }

    void create(NewIncident incident, Actor actor, Done done);
    void update(IncidentId id, IncidentPatch patch, Actor actor, Done done);
    void resolve(IncidentId id, std::optional<std::int64_t> version, std::string note, Actor actor, Done done);
    /// NotFound when there is none.
    void details(const IncidentId &id,
                 std::function<void(Result<std::pair<Incident, std::vector<TimelineEntry>>>)> done);

    using Stored = std::function<void(Result<>)>;
    /// What a source reports: opens, refreshes and resolves. Any thread. `stored` (may be empty) is called on the home
    /// thread once what the report says is on disk; Unavailable before load() is done, and the store's errors.
    void ingest(AlertBatch batch, Stored stored = {});
    /// Ends what was reported by sources that are none of `known` (ids) any more, e.g. removed while no daemon ran.
    /// After load(), on the home thread.
    void endReportsExcept(const std::set<std::string> &known);
    /// Wakes snoozed incidents whose time has come; call it every few seconds.
    void wakeSnoozed();

    /// Incidents opened since the start of this process, by their source and the severity they began with. Only grows.
    /// Sources after the first `maxCountedSources` count as "other".
    using Opened = std::map<std::string, std::array<std::uint64_t, severityCount>>;
    const Opened &opened() const { return m_opened; }
    static constexpr std::size_t maxCountedSources = 256;

    /// Resolved incidents kept in the book (all stay in the store).
    static constexpr std::size_t resolvedInMemory = 10'000;

private:
    struct Change;
    struct IngestWork;
    using Finished = std::function<void(Result<>, const Change &)>;
    void write(std::function<Result<>(IncidentTransaction &, Change &)> work, Finished done);
    void apply(const Change &change, const std::vector<std::shared_ptr<const Event>> &events);
    void countOpened(const Incident &incident);
    void ingestAtHome(AlertBatch batch, const Stored &stored);
    bool isNews(const AlertBatch &batch) const;

    IncidentRepository &m_repository;
    Executor &m_home;
    EventSink &m_events;
    const Clock &m_clock;
    Random &m_random;
    IncidentBook m_book;
    Opened m_opened {{"api", {}}};
    bool m_loaded {false};
};

} // namespace vigie
