// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/incidentstore.h"

#include "backend/domain/logging.h"
#include "backend/store/pushwork.h"
#include "backend/store/rows.h"

#include <algorithm>
#include <limits>

namespace vigie {

namespace {

constexpr Statement newestSequence {.sql = "SELECT seq FROM event_seq WHERE id = 1", .parameters = "", .columns = "i"};
constexpr Statement unresolved {.sql = VIGIE_SELECT_INCIDENT " WHERE status <> 'resolved' ORDER BY id",
                                .parameters = "",
                                .columns = rows::incidentKinds};
constexpr Statement newestResolved {.sql = VIGIE_SELECT_INCIDENT
                                    " WHERE status = 'resolved' ORDER BY resolved_at DESC, id DESC LIMIT :count",
                                    .parameters = "i",
                                    .columns = rows::incidentKinds};
constexpr Statement oneIncident {
    .sql = VIGIE_SELECT_INCIDENT " WHERE id = :one", .parameters = "t", .columns = rows::incidentKinds};
constexpr Statement timelineOf {.sql
                                = "SELECT id, at, kind, actor, text, before_value, after_value FROM incident_timeline"
                                  " WHERE incident_id = :id ORDER BY id",
                                .parameters = "t",
                                .columns = rows::timelineKinds};

Result<IncidentRepository::Snapshot> loadSnapshot(Database &database, std::int64_t resolvedLimit)
{
    IncidentRepository::Snapshot out;
    auto sequence = database.query(newestSequence);
    if (!sequence)
        return tl::unexpected(std::move(sequence.error()));
    out.seq = sequence->front().number(0);
    auto open = database.query(unresolved);
    if (!open)
        return tl::unexpected(std::move(open.error()));
    out.incidents = rows::readableIncidents(*open);
    auto resolved = database.query(newestResolved, {resolvedLimit});
    if (!resolved)
        return tl::unexpected(std::move(resolved.error()));
    auto ended = rows::readableIncidents(*resolved);
    std::ranges::move(ended, std::back_inserter(out.incidents));
    return out;
}

Result<std::vector<TimelineEntry>> loadTimeline(Database &database, const IncidentId &id)
{
    auto found = database.query(timelineOf, {id.value});
    if (!found)
        return tl::unexpected(std::move(found.error()));
    std::vector<TimelineEntry> out;
    out.reserve(found->size());
    for (Row &row : *found) {
        auto entry = rows::timelineEntry(row);
        if (entry)
            out.push_back(*std::move(entry));
        else
            log::error("store", "timeline entry left out", {{"incident", id.value}, {"reason", entry.error().detail}});
    }
    return out;
}

} // namespace

IncidentStore::IncidentStore(WriteQueue &writer, ReadPool &readers)
    : m_writer(writer)
    , m_readers(readers)
{
}

void IncidentStore::write(Work work, Written done)
{
    pushWork(
        m_writer, m_readers, [work = std::move(work)](StoreTransaction &transaction) { return work(transaction); },
        std::move(done));
}

void IncidentStore::load(std::size_t resolvedLimit, std::function<void(Result<Snapshot>)> done)
{
    constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
    const auto limit = static_cast<std::int64_t>(std::min(resolvedLimit, most));
    m_readers.read<Snapshot>([limit](Database &database) { return loadSnapshot(database, limit); }, std::move(done));
}

void IncidentStore::timeline(const IncidentId &id, std::function<void(Result<std::vector<TimelineEntry>>)> done)
{
    m_readers.read<std::vector<TimelineEntry>>([id](Database &database) { return loadTimeline(database, id); },
                                               std::move(done));
}

void IncidentStore::find(const IncidentId &id, std::function<void(Result<std::optional<Incident>>)> done)
{
    const auto query = [id](Database &database) -> Result<std::optional<Incident>> {
        auto found = database.query(oneIncident, {id.value});
        if (!found)
            return tl::unexpected(std::move(found.error()));
        if (found->empty())
            return std::nullopt;
        auto incident = rows::incident(found->front());
        if (!incident)
            return tl::unexpected(std::move(incident.error()));
        return *std::move(incident);
    };
    m_readers.read<std::optional<Incident>>(query, std::move(done));
}

} // namespace vigie
