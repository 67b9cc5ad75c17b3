// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/eventstore.h"

#include "backend/domain/logging.h"
#include "backend/store/pushwork.h"
#include "backend/store/rows.h"

#include <algorithm>
#include <limits>

namespace vigie {

namespace {

constexpr Statement logBounds {.sql
                               = "SELECT seq, (SELECT COALESCE(MIN(seq), 0) FROM events) FROM event_seq WHERE id = 1",
                               .parameters = "",
                               .columns = "ii"};
constexpr Statement eventsSince {
    .sql = "SELECT seq, type, topic, at, data FROM events WHERE seq > :since ORDER BY seq LIMIT :count",
    .parameters = "ii",
    .columns = rows::eventKinds};
constexpr Statement newestEvents {.sql = "SELECT seq, type, topic, at, data FROM events ORDER BY seq DESC LIMIT :count",
                                  .parameters = "i",
                                  .columns = rows::eventKinds};

std::int64_t rowLimit(std::size_t limit)
{
    constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int64_t>(std::min(limit, most));
}

Result<EventLog::Page> pageOf(Database &database, Result<std::vector<Row>> found)
{
    if (!found)
        return tl::unexpected(std::move(found.error()));
    auto bounds = database.query(logBounds);
    if (!bounds)
        return tl::unexpected(std::move(bounds.error()));
    EventLog::Page out;
    out.seq = bounds->front().number(0);
    out.oldest = bounds->front().number(1) == 0 ? out.seq + 1 : bounds->front().number(1);
    out.events.reserve(found->size());
    for (Row &row : *found) {
        auto event = rows::event(row);
        if (event)
            out.events.push_back(*std::move(event));
        else
            log::error("store", "event left out", {{"reason", event.error().detail}});
    }
    return out;
}

} // namespace

EventStore::EventStore(WriteQueue &writer, ReadPool &readers)
    : m_writer(writer)
    , m_readers(readers)
{
}

void EventStore::eventsAfter(std::int64_t since, std::size_t limit, std::function<void(Result<Page>)> done)
{
    const auto query = [since, limit](Database &database) {
        return pageOf(database, database.query(eventsSince, {since, rowLimit(limit)}));
    };
    m_readers.read<Page>(query, std::move(done));
}

void EventStore::lastEvents(std::size_t limit, std::function<void(Result<Page>)> done)
{
    const auto query = [limit](Database &database) {
        auto page = pageOf(database, database.query(newestEvents, {rowLimit(limit)}));
        if (page)
            std::reverse(page->events.begin(), page->events.end());
        return page;
    };
    m_readers.read<Page>(query, std::move(done));
}

void EventStore::recordEvent(Event event, std::function<void(Result<std::shared_ptr<const Event>>)> done)
{
    pushWork(
        m_writer, m_readers,
        [event = std::move(event)](StoreTransaction &transaction) { return transaction.record(event); },
        [done = std::move(done)](Result<EventList> written) {
            if (written)
                done(written->front());
            else
                done(tl::unexpected(std::move(written.error())));
        });
}

} // namespace vigie
