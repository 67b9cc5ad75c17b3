// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sourcestore.h"

#include "backend/domain/json.h"
#include "backend/domain/logging.h"
#include "backend/store/pushwork.h"

namespace vigie {

namespace {

constexpr Statement allSources {.sql = "SELECT id, config FROM sources ORDER BY id", .parameters = "", .columns = "tt"};

Result<std::vector<SourceConfig>> readSources(Database &database)
{
    auto found = database.query(allSources);
    if (!found)
        return tl::unexpected(std::move(found.error()));
    std::vector<SourceConfig> out;
    for (Row &row : *found) {
        const auto read = parseJson(row.text(1)).and_then(readStoredSourceConfig);
        if (read)
            out.push_back(*read);
        else
            log::error("store", "source left out", {{"source", row.text(0)}, {"reason", read.error().detail}});
    }
    return out;
}

} // namespace

SourceStore::SourceStore(WriteQueue &writer, ReadPool &readers, Executor *home, const Clock &clock)
    : m_writer(writer)
    , m_readers(readers)
    , m_home(home)
    , m_clock(clock)
{
}

void SourceStore::loadSources(Loaded done)
{
    m_readers.read<std::vector<SourceConfig>>(
        readSources, [home = m_home, done = std::move(done)](Result<std::vector<SourceConfig>> loaded) {
            if (home)
                home->post([done, loaded = std::move(loaded)] { done(loaded); });
            else
                done(std::move(loaded));
        });
}

void SourceStore::saveSource(const SourceConfig &config, Done done)
{
    const auto work = [id = config.id, text = toStoredJson(config).dump(), now = m_clock.now()](
                          StoreTransaction &transaction) { return transaction.saveSource(id, text, now); };
    pushWork(m_writer, m_readers, work, written(std::move(done)));
}

void SourceStore::removeSource(const SourceId &id, Done done)
{
    const auto work = [id](StoreTransaction &transaction) { return transaction.removeSource(id); };
    pushWork(m_writer, m_readers, work, written(std::move(done)));
}

WriteQueue::Done SourceStore::written(Done done) const
{
    return [home = m_home, done = std::move(done)](Result<EventList> result) {
        const Result<> outcome = result ? Result<>() : tl::unexpected(std::move(result.error()));
        if (home)
            home->post([done, outcome] { done(outcome); });
        else
            done(outcome);
    };
}

} // namespace vigie
