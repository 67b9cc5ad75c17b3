// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incidents/incidentservice.h"

#include "backend/domain/logging.h"
#include "backend/domain/wire.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace vigie {

/// What one piece of work did, made anew at each try of the transaction.
struct IncidentService::Change {
    std::vector<Incident> incidents;
    std::vector<std::size_t> opened; ///< which of them are new

    /// Stores one changed incident with its entries and its event.
    Result<> store(IncidentTransaction &transaction, const Incident &incident,
                   const std::vector<TimelineEntry> &entries)
    {
        if (auto ok = transaction.put(incident); !ok)
            return ok;
        const char *type = "incident.updated";
        for (const TimelineEntry &entry : entries) {
            if (auto ok = transaction.addTimeline(incident.id, entry); !ok)
                return ok;
            if (entry.kind == TimelineKind::Created) {
                type = "incident.created";
                opened.push_back(incidents.size());
            } else if (entry.kind == TimelineKind::Resolved) {
                type = "incident.resolved";
            }
        }
        incidents.push_back(incident);
        return transaction.record({.type = type,
                                   .topic = Topic::Incidents,
                                   .seq = 0,
                                   .at = incident.updatedAt,
                                   .data = wire::text(incident)});
    }
};

namespace {

Result<Incident> findForChange(IncidentTransaction &transaction, const IncidentId &id)
{
    auto found = transaction.find(id);
    if (!found)
        return tl::unexpected(found.error());
    std::optional<Incident> incident = *std::move(found);
    if (!incident)
        return fail(Error::Code::NotFound, "no incident " + id.value);
    return *std::move(incident);
}

TimelineEntry createdEntry(const Incident &incident, const std::string &actor)
{
    return {.id = 0,
            .at = incident.updatedAt,
            .kind = TimelineKind::Created,
            .actor = actor,
            .text = {},
            .before = {},
            .after = std::string(severityName(incident.severity))};
}

Error notLoaded()
{
    return {.code = Error::Code::Unavailable, .detail = "the incidents are still being loaded"};
}

std::vector<std::string> keysOf(const AlertBatch &batch)
{
    std::vector<std::string> keys;
    keys.reserve(batch.alerts.size());
    for (const AlertSignal &alert : batch.alerts)
        keys.push_back(alert.dedupKey);
    return keys;
}

} // namespace

/// One report, brought into a transaction. Runs again unchanged when the transaction does.
struct IncidentService::IngestWork {
    AlertBatch batch;
    std::vector<IncidentId> muted; ///< resolved by hand, still reported
    std::vector<IncidentId> freshIds; ///< one for each alert, in case it is new
    Timestamp now;

    using Known = std::unordered_map<std::string, Incident>;

    Result<> run(IncidentTransaction &transaction, Change &change) const
    {
        auto known = load(transaction);
        if (!known)
            return tl::unexpected(known.error());
        std::unordered_set<std::string_view> firing;
        for (std::size_t i = 0; i < batch.alerts.size(); ++i) {
            const AlertSignal &alert = batch.alerts[i];
            if (alert.firing && !firing.insert(alert.dedupKey).second)
                continue; // the same alert twice in one report
            if (auto ok = takeAlert(transaction, change, *known, i); !ok)
                return ok;
        }
        return batch.complete ? endOthers(transaction, change, *known, firing) : Result<>();
    }

private:
    Result<Known> load(IncidentTransaction &transaction) const
    {
        Known known;
        auto open = transaction.openByDedupKeys(keysOf(batch));
        if (!open)
            return tl::unexpected(open.error());
        for (Incident &incident : *open)
            known.emplace(incident.dedupKey, std::move(incident));
        for (const IncidentId &id : muted) {
            auto found = transaction.find(id);
            if (!found)
                return tl::unexpected(found.error());
            if (const std::optional<Incident> &incident = *found)
                known.emplace(incident->dedupKey, *incident);
        }
        return known;
    }

    Result<> takeAlert(IncidentTransaction &transaction, Change &change, Known &known, std::size_t i) const
    {
        const AlertSignal &alert = batch.alerts[i];
        const auto it = known.find(alert.dedupKey);
        if (it == known.end()) {
            if (!alert.firing || alert.silenced)
                return {};
            const Incident fresh = incidentOfSignal(freshIds[i], alert, batch.source, now);
            return change.store(transaction, fresh, {createdEntry(fresh, batch.source.value)});
        }
        const std::int64_t version = it->second.version;
        std::vector<TimelineEntry> entries;
        if (!alert.firing)
            entries = endSignal(it->second, batch.source, now);
        else if (!it->second.isClosed())
            entries = applySignal(it->second, alert, batch.source, now);
        return it->second.version == version ? Result<>() : change.store(transaction, it->second, entries);
    }

    Result<> endOthers(IncidentTransaction &transaction, Change &change, const Known &known,
                       const std::unordered_set<std::string_view> &firing) const
    {
        auto reported = transaction.openReportedBy(batch.source);
        if (!reported)
            return tl::unexpected(reported.error());
        for (const auto &[key, incident] : known) {
            if (incident.isClosed())
                reported->push_back(incident);
        }
        for (Incident &incident : *reported) {
            if (firing.contains(incident.dedupKey))
                continue;
            const auto entries = endSignal(incident, batch.source, now);
            if (entries.empty())
                continue;
            if (auto ok = change.store(transaction, incident, entries); !ok)
                return ok;
        }
        return {};
    }
};

IncidentService::IncidentService(IncidentRepository &repository, Executor &home, EventSink &events, const Clock &clock,
                                 Random &random)
    : m_repository(repository)
    , m_home(home)
    , m_events(events)
    , m_clock(clock)
    , m_random(random)
{
}

void IncidentService::load(std::function<void(Result<>)> done)
{
    m_repository.load(resolvedInMemory, [this, done = std::move(done)](Result<IncidentRepository::Snapshot> snapshot) {
        m_home.post([this, done, snapshot = std::move(snapshot)]() mutable {
            if (!snapshot) {
                done(tl::unexpected(snapshot.error()));
                return;
            }
            for (Incident &incident : snapshot->incidents)
                m_book.put(std::move(incident));
            m_book.setSeq(std::max(m_book.seq(), snapshot->seq));
            m_loaded = true;
            done({});
        });
    });
}

void IncidentService::countOpened(const Incident &incident)
{
    auto found = m_opened.find(incident.source);
    if (found == m_opened.end())
        found = m_opened.try_emplace(m_opened.size() < maxCountedSources ? incident.source : "other").first;
    ++found->second[static_cast<std::size_t>(incident.severity)];
}

void IncidentService::apply(const Change &change, const std::vector<std::shared_ptr<const Event>> &events)
{
    for (const std::size_t i : change.opened)
        countOpened(change.incidents[i]);
    for (const Incident &incident : change.incidents)
        m_book.put(incident);
    m_book.trimResolved(resolvedInMemory + resolvedInMemory / 10); // in lumps: a trim walks the whole book
    for (const auto &event : events) {
        m_book.setSeq(std::max(m_book.seq(), event->seq));
        m_events.publish(event);
    }
}

void IncidentService::write(std::function<Result<>(IncidentTransaction &, Change &)> work, Finished done)
{
    auto change = std::make_shared<Change>();
    const std::string requestId = log::Correlation::current();
    m_repository.write(
        [change, work = std::move(work)](IncidentTransaction &transaction) {
            *change = {};
            return work(transaction, *change);
        },
        [this, change, requestId, done = std::move(done)](Result<std::vector<std::shared_ptr<const Event>>> written) {
            m_home.post([this, change, requestId, done, written = std::move(written)] {
                const log::Correlation correlation(requestId);
                if (written)
                    apply(*change, *written);
                done(written ? Result<>() : Result<>(tl::unexpected(written.error())), *change);
            });
        });
}

void IncidentService::create(NewIncident fresh, Actor actor, Done done)
{
    if (!m_loaded) {
        done(tl::unexpected(notLoaded()));
        return;
    }
    if (fresh.title.empty()) {
        done(fail(Error::Code::Invalid, "must not be empty", "/title"));
        return;
    }
    Incident incident;
    incident.id = {newUuid(m_clock, m_random)};
    incident.title = std::move(fresh.title);
    incident.description = std::move(fresh.description);
    incident.severity = fresh.severity;
    incident.category = std::move(fresh.category);
    incident.service = std::move(fresh.service);
    incident.owner = std::move(fresh.owner);
    incident.source = "api";
    incident.metric = std::move(fresh.metric);
    incident.labels = std::move(fresh.labels);
    incident.annotations = std::move(fresh.annotations);
    incident.startedAt = m_clock.now();
    incident.updatedAt = incident.startedAt;
    if (const auto fits = checkSize(incident); !fits) {
        done(tl::unexpected(fits.error()));
        return;
    }
    write(
        [incident, actor = std::move(actor)](IncidentTransaction &transaction, Change &change) {
            return change.store(transaction, incident, {createdEntry(incident, actor.name)});
        },
        [incident, done = std::move(done)](const Result<> &result, const Change &) {
            done(result ? Result<Incident>(incident) : tl::unexpected(result.error()));
        });
}

void IncidentService::update(IncidentId id, IncidentPatch patch, Actor actor, Done done)
{
    if (!m_loaded) {
        done(tl::unexpected(notLoaded()));
        return;
    }
    auto unchanged = std::make_shared<std::optional<Incident>>();
    write(
        [this, id = std::move(id), patch = std::move(patch), actor = std::move(actor),
         unchanged](IncidentTransaction &transaction, Change &change) -> Result<> {
            auto incident = findForChange(transaction, id);
            if (!incident)
                return tl::unexpected(incident.error());
            const auto entries = applyPatch(*incident, patch, actor, m_clock.now());
            if (!entries)
                return tl::unexpected(entries.error());
            if (entries->empty()) {
                *unchanged = *incident;
                return {};
            }
            // One that is too long from before can still be acknowledged and resolved.
            const bool hasText = patch.title || patch.description || patch.labels;
            if (auto fits = checkSize(*incident); hasText && !fits)
                return fits;
            return change.store(transaction, *incident, *entries);
        },
        [unchanged, done = std::move(done)](const Result<> &result, const Change &change) {
            if (!result)
                done(tl::unexpected(result.error()));
            else
                done(change.incidents.empty() ? **unchanged : change.incidents.front());
        });
}

void IncidentService::resolve(IncidentId id, std::optional<std::int64_t> version, std::string note, Actor actor,
                              Done done)
{
    IncidentPatch patch;
    patch.version = version;
    patch.status = IncidentStatus::Resolved;
    patch.comment = std::move(note);
    update(std::move(id), std::move(patch), std::move(actor), std::move(done));
}

void IncidentService::details(const IncidentId &id,
                              std::function<void(Result<std::pair<Incident, std::vector<TimelineEntry>>>)> done)
{
    m_repository.find(id, [this, id, done = std::move(done)](Result<std::optional<Incident>> found) {
        if (!found || !*found) {
            Error error
                = found ? Error {.code = Error::Code::NotFound, .detail = "no incident " + id.value} : found.error();
            m_home.post([done, error = std::move(error)] { done(tl::unexpected(error)); });
            return;
        }
        m_repository.timeline(id,
                              [this, done, incident = **std::move(found)](Result<std::vector<TimelineEntry>> entries) {
                                  m_home.post([done, incident, entries = std::move(entries)]() mutable {
                                      done(std::move(entries).map([&incident](std::vector<TimelineEntry> &&list) {
                                          return std::pair(incident, std::move(list));
                                      }));
                                  });
                              });
    });
}

void IncidentService::ingest(AlertBatch batch, Stored stored)
{
    m_home.post([this, requestId = log::Correlation::current(), batch = std::move(batch),
                 stored = std::move(stored)]() mutable {
        const log::Correlation correlation(requestId);
        ingestAtHome(std::move(batch), stored);
    });
}

void IncidentService::endReportsExcept(const std::set<std::string> &known)
{
    std::set<std::string> gone;
    m_book.eachCurrent([&](const Incident &incident) {
        std::ranges::set_difference(incident.reporters, known, std::inserter(gone, gone.end()));
    });
    for (const std::string &source : gone) {
        log::info("incidents", "a source is gone; what it reported ends", {{"source", source}});
        ingestAtHome({.source = {source}, .complete = true, .alerts = {}}, {});
    }
}

/// Most reports say what is known already; those must not reach the database.
bool IncidentService::isNews(const AlertBatch &batch) const
{
    std::unordered_set<std::string_view> firing;
    for (const AlertSignal &alert : batch.alerts) {
        const Incident *known = m_book.current(alert.dedupKey);
        if (!alert.firing) {
            if (known != nullptr)
                return true;
            continue;
        }
        firing.insert(alert.dedupKey);
        if (known == nullptr ? !alert.silenced : !known->isClosed() && signalChanges(*known, alert, batch.source))
            return true;
    }
    bool ended = false;
    if (batch.complete) {
        m_book.eachCurrent([&](const Incident &incident) {
            ended = ended
                || (!firing.contains(incident.dedupKey)
                    && std::ranges::binary_search(incident.reporters, batch.source.value));
        });
    }
    return ended;
}

void IncidentService::ingestAtHome(AlertBatch batch, const Stored &stored)
{
    const auto tell = [stored](const Result<> &result) {
        if (stored)
            stored(result);
    };
    // Before load() the book cannot tell news from old; polled sources report again soon, others are told to.
    if (!m_loaded)
        return tell(tl::unexpected(notLoaded()));
    for (AlertSignal &alert : batch.alerts)
        fitSignal(alert);
    if (!isNews(batch))
        return tell({});
    // Resolved by hand while it still fires: stays resolved until its sources say that it ended.
    std::unordered_set<std::string_view> named;
    for (const AlertSignal &alert : batch.alerts)
        named.insert(alert.dedupKey);
    std::vector<IncidentId> muted;
    m_book.eachCurrent([&](const Incident &incident) {
        // Each costs a query: only those that this report can concern.
        const bool concerned
            = named.contains(incident.dedupKey) || std::ranges::binary_search(incident.reporters, batch.source.value);
        if (incident.isClosed() && concerned)
            muted.push_back(incident.id);
    });
    const SourceId source = batch.source;
    std::vector<IncidentId> freshIds(batch.alerts.size());
    std::ranges::generate(freshIds, [this] { return IncidentId {newUuid(m_clock, m_random)}; });
    write([work = std::make_shared<const IngestWork>(IngestWork {.batch = std::move(batch),
                                                                 .muted = std::move(muted),
                                                                 .freshIds = std::move(freshIds),
                                                                 .now = m_clock.now()})](
              IncidentTransaction &transaction, Change &change) { return work->run(transaction, change); },
          [source, tell](const Result<> &result, const Change &change) {
              if (!result)
                  log::error("incidents", "a report could not be stored; the source has to repeat it",
                             {{"source", source.value}, {"error", result.error().detail}});
              else
                  log::info(
                      "incidents", "report stored",
                      {{"source", source.value}, {"changed", static_cast<std::int64_t>(change.incidents.size())}});
              tell(result);
          });
}

void IncidentService::wakeSnoozed()
{
    const Timestamp now = m_clock.now();
    for (const IncidentId &id : m_book.snoozedUntil(now)) {
        IncidentPatch patch;
        patch.status = IncidentStatus::Open;
        // Somebody may have resolved it or prolonged its sleep meanwhile, here or at another daemon: then it stays so.
        patch.version = m_book.find(id)->version;
        update(id, patch, {.name = "vigied", .requestId = {}}, [](const Result<Incident> &) {});
    }
}

} // namespace vigie
