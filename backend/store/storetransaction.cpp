// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/storetransaction.h"

#include "backend/domain/wire.h"
#include "backend/store/rows.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr Statement findIncident {
    .sql = VIGIE_SELECT_INCIDENT " WHERE id = :id", .parameters = "t", .columns = rows::incidentKinds};
// The literal conditions repeat those of the partial index, else SQLite does not use it.
constexpr Statement openByKey {.sql = VIGIE_SELECT_INCIDENT
                               " WHERE dedup_key = :k AND status <> 'resolved' AND dedup_key <> ''",
                               .parameters = "t",
                               .columns = rows::incidentKinds};
constexpr std::size_t keysAtOnce = 16;
constexpr Statement openByKeys {.sql = VIGIE_SELECT_INCIDENT
                                " WHERE dedup_key IN (:k1, :k2, :k3, :k4, :k5, :k6, :k7, :k8, :k9, :k10, :k11, :k12,"
                                " :k13, :k14, :k15, :k16) AND status <> 'resolved' AND dedup_key <> ''",
                                .parameters = "tttttttttttttttt",
                                .columns = rows::incidentKinds};
constexpr Statement openReported {.sql = VIGIE_SELECT_INCIDENT
                                  " WHERE id IN (SELECT incident_id FROM incident_reporters WHERE source_id = :s)"
                                  " AND status <> 'resolved' ORDER BY id",
                                  .parameters = "t",
                                  .columns = rows::incidentKinds};
constexpr Statement putIncident {
    .sql
    = "INSERT INTO incidents (" VIGIE_INCIDENT_COLUMNS
      ") VALUES (:id, :version, :title, :description, :severity, :status, :category, :service, :owner, :source, :dedup,"
      " :reporters, :labels, :annotations, :metric, :started, :updated, :acknowledged, :resolved, :snoozed)"
      " ON CONFLICT (id) DO UPDATE SET version = excluded.version, title = excluded.title,"
      " description = excluded.description, severity = excluded.severity, status = excluded.status,"
      " category = excluded.category, service = excluded.service, owner = excluded.owner, source = excluded.source,"
      " dedup_key = excluded.dedup_key, reporters = excluded.reporters, labels = excluded.labels,"
      " annotations = excluded.annotations, metric = excluded.metric, started_at = excluded.started_at,"
      " updated_at = excluded.updated_at, acknowledged_at = excluded.acknowledged_at,"
      " resolved_at = excluded.resolved_at, snoozed_until = excluded.snoozed_until",
    .parameters = rows::incidentKinds,
    .columns = ""};
constexpr Statement forgetReporters {
    .sql = "DELETE FROM incident_reporters WHERE incident_id = :id", .parameters = "t", .columns = ""};
constexpr Statement addReporter {
    .sql = "INSERT INTO incident_reporters (source_id, incident_id) VALUES (:source, :id) ON CONFLICT DO NOTHING",
    .parameters = "tt",
    .columns = ""};
constexpr Statement addEntry {
    .sql
    = "INSERT INTO incident_timeline (incident_id, id, at, kind, actor, text, before_value, after_value) VALUES "
      "(:incident,"
      " (SELECT COALESCE(MAX(id), 0) + 1 FROM incident_timeline WHERE incident_id = :same), :at, :kind, :actor, :text,"
      " :before, :after)",
    .parameters = "ttittttt",
    .columns = ""};
constexpr Statement addEvent {
    .sql = "INSERT INTO events (seq, type, topic, at, data) VALUES (:seq, :type, :topic, :at, :data)",
    .parameters = "ittit",
    .columns = ""};
constexpr Statement putSource {
    .sql = "INSERT INTO sources (id, config, updated_at) VALUES (:id, :config, :at)"
           " ON CONFLICT (id) DO UPDATE SET config = excluded.config, updated_at = excluded.updated_at",
    .parameters = "tti",
    .columns = ""};
constexpr Statement dropSource {.sql = "DELETE FROM sources WHERE id = :id", .parameters = "t", .columns = ""};
constexpr Statement putStatus {.sql = "INSERT INTO source_statuses (id, status) VALUES (:id, :status)"
                                      " ON CONFLICT (id) DO UPDATE SET status = excluded.status",
                               .parameters = "tt",
                               .columns = ""};
constexpr Statement dropStatus {.sql = "DELETE FROM source_statuses WHERE id = :id", .parameters = "t", .columns = ""};
constexpr Statement dropStatuses {.sql = "DELETE FROM source_statuses", .parameters = "", .columns = ""};

Parameter optionalMicros(const std::optional<Timestamp> &time)
{
    return time ? Parameter(toMicros(*time)) : Parameter();
}

std::vector<std::string> reportersInIndex(const Incident &incident)
{
    return incident.isClosed() ? std::vector<std::string>() : incident.reporters;
}

} // namespace

StoreTransaction::StoreTransaction(Database &database, std::int64_t seq)
    : m_database(database)
    , m_seq(seq)
    , m_seqBefore(seq)
{
}

Result<std::optional<Incident>> StoreTransaction::find(const IncidentId &id)
{
    auto found = m_database.query(findIncident, {id.value});
    if (!found)
        return tl::unexpected(std::move(found.error()));
    if (found->empty()) {
        m_reporters[id.value] = {};
        return std::nullopt;
    }
    auto incident = rows::incident(found->front());
    if (!incident)
        return tl::unexpected(std::move(incident.error()));
    remember(*incident);
    return *std::move(incident);
}

Result<std::vector<Incident>> StoreTransaction::openByDedupKeys(std::span<const std::string> keys)
{
    std::vector<Incident> out;
    for (std::size_t i = 0; i < keys.size(); i += keysAtOnce) {
        const auto part = keys.subspan(i, std::min(keysAtOnce, keys.size() - i));
        if (part.size() == 1 && part.front().empty())
            continue;
        // A part that is not full repeats its first key, so that one statement serves every size.
        std::vector<Parameter> parameters(part.size() == 1 ? 1 : keysAtOnce, std::string_view(part.front()));
        std::ranges::copy(part, parameters.begin());
        auto found = remembered(m_database.query(part.size() == 1 ? openByKey : openByKeys, parameters));
        if (!found)
            return found;
        std::move(found->begin(), found->end(), std::back_inserter(out));
    }
    // A key that is named twice, in two parts, finds its incident twice.
    std::ranges::sort(out, [](const Incident &a, const Incident &b) { return a.id < b.id; });
    const auto isSame = [](const Incident &a, const Incident &b) { return a.id == b.id; };
    // NOLINTNEXTLINE(modernize-use-ranges): clang 14 cannot read a subrange of g++ 12
    out.erase(std::unique(out.begin(), out.end(), isSame), out.end());
    return out;
}

Result<std::vector<Incident>> StoreTransaction::openReportedBy(const SourceId &source)
{
    return remembered(m_database.query(openReported, {source.value}));
}

Result<> StoreTransaction::put(const Incident &incident)
{
    const std::string reporters = rows::reportersText(incident.reporters);
    const std::string labels = wire::text(incident.labels);
    const std::string annotations = wire::text(incident.annotations);
    auto written = m_database.run(putIncident,
                                  {incident.id.value,
                                   incident.version,
                                   incident.title,
                                   incident.description,
                                   severityName(incident.severity),
                                   statusName(incident.status),
                                   incident.category,
                                   incident.service,
                                   incident.owner,
                                   incident.source,
                                   incident.dedupKey,
                                   reporters,
                                   labels,
                                   annotations,
                                   incident.metric,
                                   toMicros(incident.startedAt),
                                   toMicros(incident.updatedAt),
                                   optionalMicros(incident.acknowledgedAt),
                                   optionalMicros(incident.resolvedAt),
                                   optionalMicros(incident.snoozedUntil)});
    if (!written)
        return written;
    const auto before = m_reporters.find(incident.id.value);
    const std::vector<std::string> wanted = reportersInIndex(incident);
    if (before != m_reporters.end() && before->second == wanted)
        return {};
    if (before == m_reporters.end() || !before->second.empty()) {
        if (auto done = m_database.run(forgetReporters, {incident.id.value}); !done)
            return done;
    }
    for (const std::string &source : wanted) {
        if (auto done = m_database.run(addReporter, {source, incident.id.value}); !done)
            return done;
    }
    m_reporters[incident.id.value] = wanted;
    return {};
}

Result<> StoreTransaction::addTimeline(const IncidentId &id, const TimelineEntry &entry)
{
    return m_database.run(addEntry,
                          {id.value, id.value, toMicros(entry.at), timelineKindName(entry.kind), entry.actor,
                           entry.text, entry.before, entry.after});
}

Result<> StoreTransaction::record(Event event)
{
    event.seq = m_seq + 1;
    auto done
        = m_database.run(addEvent, {event.seq, event.type, topicName(event.topic), toMicros(event.at), event.data});
    if (!done)
        return done;
    m_seq = event.seq;
    m_events.push_back(std::make_shared<const Event>(std::move(event)));
    return {};
}

Result<> StoreTransaction::saveSource(const SourceId &id, std::string_view config, Timestamp now)
{
    return m_database.run(putSource, {id.value, config, toMicros(now)});
}

Result<> StoreTransaction::removeSource(const SourceId &id)
{
    return m_database.run(dropSource, {id.value});
}

Result<> StoreTransaction::saveStatus(const SourceId &id, std::string_view status)
{
    return m_database.run(putStatus, {id.value, status});
}

Result<> StoreTransaction::removeStatus(const SourceId &id)
{
    return m_database.run(dropStatus, {id.value});
}

Result<> StoreTransaction::clearStatuses()
{
    return m_database.run(dropStatuses);
}

void StoreTransaction::beginWork()
{
    m_seqBefore = m_seq;
    m_events.clear();
    m_reporters.clear();
}

void StoreTransaction::undoWork()
{
    m_seq = m_seqBefore;
    m_events.clear();
}

EventList StoreTransaction::takeEvents()
{
    return std::move(m_events);
}

Result<std::vector<Incident>> StoreTransaction::remembered(Result<std::vector<Row>> found)
{
    if (!found)
        return tl::unexpected(std::move(found.error()));
    std::vector<Incident> out;
    out.reserve(found->size());
    for (Row &row : *found) {
        auto incident = rows::incident(row);
        if (!incident)
            return tl::unexpected(std::move(incident.error()));
        remember(*incident);
        out.push_back(*std::move(incident));
    }
    return out;
}

void StoreTransaction::remember(const Incident &incident)
{
    m_reporters[incident.id.value] = reportersInIndex(incident);
}

} // namespace vigie
