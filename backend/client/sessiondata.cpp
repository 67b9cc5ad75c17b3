// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The data half of Session: what is known, how it changes, what the operator does with it.
#include "backend/client/session.h"
#include "backend/domain/logging.h"

#include <algorithm>
#include <set>

namespace vigie {

namespace {
/// Series of containers, interfaces and mounts come and go; those that fell silent are forgotten when the state is kept
/// or read again, and at once when there are many.
constexpr std::size_t manySeries = 20'000;
constexpr Duration silentSeries = std::chrono::minutes(15);
} // namespace

void Session::noteHeard(Timestamp serverTime)
{
    m_heardAt = m_clock.steadyNow();
    if (serverTime != Timestamp {})
        m_clockOffset = serverTime - m_clock.now();
    Q_EMIT heard();
}

void Session::applyEvents(const EventBatch &batch)
{
    m_eventsApplied += batch.events;
    setUnreadable(m_unreadable + batch.unreadable);
    m_seq = std::max(m_seq, batch.seq);
    m_dirty = true;
    remember(batch.changes); // first: it looks for the names of what goes
    applyIncidents(batch.incidents);
    std::vector<SourceId> changed;
    for (const SourceId &id : batch.removedSources) {
        if (m_sources.erase(id) != 0)
            changed.push_back(id);
    }
    for (const SourceStatus &status : batch.sources) {
        m_sources.insert_or_assign(status.id, status);
        changed.push_back(status.id);
    }
    if (!changed.empty())
        Q_EMIT sourcesChanged(changed);
    applySamples(batch.samples);
}

void Session::setUnreadable(std::uint64_t count)
{
    if (count == std::exchange(m_unreadable, count))
        return;
    Q_EMIT unreadableChanged();
}

void Session::applySamples(const std::vector<SampleBatch> &batches)
{
    if (batches.empty())
        return;
    for (const SampleBatch &batch : batches) {
        for (const SeriesSample &sample : batch.samples)
            m_latest.insert_or_assign(sample.series.toString(),
                                      LatestSample {sample.series, batch.source, {batch.at, sample.value}});
    }
    if (m_latest.size() > manySeries)
        forgetSilentSeries();
    Q_EMIT samples(batches);
}

/// A probe that looks every few hours is not silent in between.
void Session::forgetSilentSeries()
{
    Timestamp newest {};
    for (const auto &[name, latest] : m_latest)
        newest = std::max(newest, latest.sample.at);
    std::erase_if(m_latest, [&](const auto &item) {
        const auto source = m_sources.find(item.second.source);
        const Duration interval = source == m_sources.end() ? Duration(0) : source->second.interval;
        return newest - item.second.sample.at > std::max(silentSeries, 3 * interval);
    });
}

void Session::applyIncidents(const std::vector<Incident> &incidents)
{
    const IncidentDelta delta = m_incidents.apply(incidents);
    if (delta.empty())
        return;
    m_dirty = true;
    Q_EMIT incidentsChanged(delta);
}

void Session::applySources(const std::vector<SourceStatus> &items)
{
    std::vector<SourceId> changed;
    std::set<SourceId> present;
    for (const SourceStatus &status : items) {
        present.insert(status.id);
        const auto known = m_sources.find(status.id);
        if (known != m_sources.end() && known->second == status)
            continue;
        m_sources.insert_or_assign(status.id, status);
        changed.push_back(status.id);
    }
    std::erase_if(m_sources, [&](const auto &item) {
        const bool gone = !present.contains(item.first);
        if (gone)
            changed.push_back(item.first);
        return gone;
    });
    if (!changed.empty())
        Q_EMIT sourcesChanged(changed);
}

void Session::refreshSources()
{
    if (!m_loaded || m_state != State::Live)
        return;
    onAnswer(m_api.sources(), [this](Result<SourceList> list) {
        // An event that came meanwhile may know more.
        if (list && list->seq >= m_seq)
            applySources(list->items);
    });
}

/// An incident that is acknowledged stays so with the comment that follows: only what happened to it before tells
/// whether its status is news. A removal names an id only; what was known of it knows its name.
void Session::completeChanges(std::vector<RecentChange> &changes, const std::deque<RecentChange> &before) const
{
    std::unordered_map<std::string, IncidentStatus> statuses;
    std::unordered_map<std::string, std::string> names;
    const auto note = [&](const RecentChange &change) {
        if (change.status)
            statuses.insert_or_assign(change.subjectId, *change.status);
        else if (!change.title.empty())
            names.insert_or_assign(change.subjectId, change.title);
    };
    for (const auto &[id, source] : m_sources)
        names.insert_or_assign(id.value, source.name);
    for (const RecentChange &change : before)
        note(change);
    for (RecentChange &change : changes) {
        if (const auto known = statuses.find(change.subjectId); change.status && known != statuses.end())
            change.isNews = change.isNews && known->second != *change.status;
        if (const auto name = names.find(change.subjectId); change.title.empty() && name != names.end())
            change.title = name->second;
        note(change);
    }
}

void Session::remember(std::vector<RecentChange> changes)
{
    completeChanges(changes, m_changes);
    // The first page of changes may be ahead of the snapshot the events continue from.
    const std::int64_t last = m_changes.empty() ? 0 : m_changes.back().seq;
    const std::size_t before = m_changes.size();
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(m_changes),
                 [last](const RecentChange &change) { return change.seq > last; });
    if (m_changes.size() == before)
        return;
    while (m_changes.size() > m_options.maxChanges)
        m_changes.pop_front();
    Q_EMIT recentChangesChanged();
}

void Session::applyCache(Result<SessionData> data)
{
    if (data && !m_loaded) {
        m_cachedAt = data->savedAt;
        const IncidentDelta delta = m_incidents.apply(data->incidents);
        if (!delta.empty())
            Q_EMIT incidentsChanged(delta);
        applySources(data->sources);
        m_changes.assign(data->changes.begin(), data->changes.end());
        for (auto &[series, sample] : data->latest)
            m_latest.try_emplace(series.toString(), LatestSample {series, {}, sample});
        forgetSilentSeries();
        Q_EMIT recentChangesChanged();
    } else if (!data && data.error().code != Error::Code::NotFound) {
        log::warning("client", "last known state not used", {{"detail", data.error().detail}});
    }
    Q_EMIT restored();
}

void Session::readCache()
{
    m_worker.post([this, file = m_options.cacheFile, inbox = m_inbox.address()] {
        auto data = std::make_shared<Result<SessionData>>(
            file.isEmpty() ? Result<SessionData>(fail(Error::Code::NotFound, "no cache")) : loadSession(file));
        inbox.post([this, file, data] {
            if (file == m_options.cacheFile)
                applyCache(std::move(*data));
        });
    });
}

void Session::changeCache(const QString &file)
{
    if (file == m_options.cacheFile)
        return;
    save();
    m_options.cacheFile = file;
    m_loaded = false;
    m_dirty = false;
    m_cachedAt.reset();
    m_heardAt.reset();
    m_status.reset();
    m_seq = 0;
    m_epoch.clear();
    m_clockOffset = Duration(0);
    m_latest.clear();
    setUnreadable(0);
    m_changes.clear();
    if (const IncidentDelta delta = m_incidents.clear(); !delta.empty())
        Q_EMIT incidentsChanged(delta);
    applySources({});
    Q_EMIT recentChangesChanged();
    Q_EMIT systemStatusChanged();
    readCache();
}

SessionData Session::dataToSave() const
{
    SessionData data;
    data.server = m_api.endpoint().url.toString(QUrl::RemoveUserInfo).toStdString();
    data.savedAt = m_clock.now() - dataAge().value_or(std::chrono::milliseconds(0));
    // On the GUI thread: what is not kept is not copied.
    data.incidents = m_incidents.mostWanted(maxCachedIncidents);
    for (const auto &[id, status] : m_sources)
        data.sources.push_back(status);
    data.changes.assign(m_changes.begin(), m_changes.end());
    data.latest.reserve(std::min(m_latest.size(), maxCachedSeries));
    for (const auto &[name, latest] : m_latest) {
        if (data.latest.size() == maxCachedSeries)
            break;
        data.latest.emplace_back(latest.series, latest.sample);
    }
    return data;
}

void Session::save()
{
    if (!m_dirty || !m_loaded || m_options.cacheFile.isEmpty())
        return;
    m_dirty = false;
    forgetSilentSeries();
    m_worker.post([file = m_options.cacheFile, data = std::make_shared<const SessionData>(dataToSave())] {
        if (const auto saved = saveSession(file, *data); !saved)
            log::warning("client", "last known state not saved", {{"detail", saved.error().detail}});
    });
}

QFuture<Result<IncidentPage>> Session::loadIncidents(const IncidentListQuery &query)
{
    return applied(m_api.incidents(query), [this](const IncidentPage &page) { applyIncidents(page.items); });
}

QFuture<Result<IncidentDetail>> Session::loadIncident(const IncidentId &id)
{
    return applied(m_api.incident(id), [this](const IncidentDetail &detail) { applyIncidents({detail.incident}); });
}

QFuture<Result<Incident>> Session::change(const IncidentId &id, const IncidentChange &change)
{
    return applied(m_api.updateIncident(id, change), [this](const Incident &incident) { applyIncidents({incident}); });
}

QFuture<Result<Incident>> Session::acknowledge(const IncidentId &id, std::string comment)
{
    IncidentChange what = seen(id);
    what.status = IncidentStatus::Acknowledged;
    if (!comment.empty())
        what.comment = std::move(comment);
    return change(id, what);
}

QFuture<Result<Incident>> Session::assign(const IncidentId &id, std::string owner)
{
    IncidentChange what = seen(id);
    what.owner = std::move(owner);
    return change(id, what);
}

QFuture<Result<Incident>> Session::comment(const IncidentId &id, std::string text)
{
    IncidentChange what;
    what.comment = std::move(text);
    return change(id, what);
}

QFuture<Result<Incident>> Session::resolve(const IncidentId &id, const std::string &note)
{
    return resolveAs(id, {seen(id).version, std::move(note), {}});
}

QFuture<Result<Incident>> Session::resolveAs(const IncidentId &id, const IncidentResolution &how)
{
    return applied(m_api.resolveIncident(id, how), [this](const Incident &incident) { applyIncidents({incident}); });
}

QFuture<Result<Incident>> Session::snooze(const IncidentId &id, Timestamp until, std::string comment)
{
    IncidentChange what = seen(id);
    what.status = IncidentStatus::Snoozed;
    what.snoozedUntil = until;
    if (!comment.empty())
        what.comment = std::move(comment);
    return change(id, what);
}

QFuture<Result<Incident>> Session::reopen(const IncidentId &id, std::string comment)
{
    IncidentChange what = seen(id);
    what.status = IncidentStatus::Open;
    if (!comment.empty())
        what.comment = std::move(comment);
    return change(id, what);
}

QFuture<Result<Incident>> Session::create(const IncidentDraft &draft)
{
    return applied(m_api.createIncident(draft), [this](const Incident &incident) { applyIncidents({incident}); });
}

IncidentChange Session::seen(const IncidentId &id) const
{
    IncidentChange what;
    if (const Incident *known = m_incidents.find(id))
        what.version = known->version;
    return what;
}

} // namespace vigie
