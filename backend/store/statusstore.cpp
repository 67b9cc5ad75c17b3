// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/statusstore.h"

#include "backend/domain/logging.h"
#include "backend/domain/wire.h"
#include "backend/store/pushwork.h"

namespace vigie {

namespace {

constexpr Statement allStatuses {
    .sql = "SELECT id, status FROM source_statuses ORDER BY id", .parameters = "", .columns = "tt"};

Result<std::vector<SourceStatus>> readStatuses(Database &database)
{
    auto found = database.query(allStatuses);
    if (!found)
        return tl::unexpected(std::move(found.error()));
    std::vector<SourceStatus> out;
    for (Row &row : *found) {
        auto read = parseJson(row.text(1)).and_then(&wire::readSourceStatus);
        if (read)
            out.push_back(*std::move(read));
        else
            log::error("store", "the last status of a source is left out",
                       {{"source", row.text(0)}, {"reason", read.error().detail}});
    }
    return out;
}

WriteQueue::Done firstEvent(StatusStore::Recorded done)
{
    return [done = std::move(done)](Result<EventList> written) {
        if (written)
            done(written->front());
        else
            done(tl::unexpected(std::move(written.error())));
    };
}

} // namespace

StatusStore::StatusStore(WriteQueue &writer, ReadPool &readers)
    : m_writer(writer)
    , m_readers(readers)
{
}

void StatusStore::load(Loaded done)
{
    m_readers.read<std::vector<SourceStatus>>(readStatuses, std::move(done));
}

void StatusStore::record(const SourceStatus &status, Event event, Recorded done)
{
    const auto work
        = [id = status.id, text = wire::text(status), event = std::move(event)](StoreTransaction &transaction) {
              return transaction.saveStatus(id, text).and_then([&] { return transaction.record(event); });
          };
    pushWork(m_writer, m_readers, work, firstEvent(std::move(done)));
}

void StatusStore::forget(const SourceId &id, Event event, Recorded done)
{
    const auto work = [id, event = std::move(event)](StoreTransaction &transaction) {
        return transaction.removeStatus(id).and_then([&] { return transaction.record(event); });
    };
    pushWork(m_writer, m_readers, work, firstEvent(std::move(done)));
}

void StatusStore::replaceAll(const std::vector<SourceStatus> &statuses)
{
    std::vector<std::pair<SourceId, std::string>> rows;
    rows.reserve(statuses.size());
    for (const SourceStatus &status : statuses)
        rows.emplace_back(status.id, wire::text(status));
    const auto work = [rows = std::move(rows)](StoreTransaction &transaction) {
        Result<> done = transaction.clearStatuses();
        for (std::size_t i = 0; done && i < rows.size(); ++i)
            done = transaction.saveStatus(rows[i].first, rows[i].second);
        return done;
    };
    pushWork(m_writer, m_readers, work, [](const Result<EventList> &written) {
        if (!written)
            log::error("store", "how sources did last could not be stored", {{"reason", written.error().detail}});
    });
}

} // namespace vigie
