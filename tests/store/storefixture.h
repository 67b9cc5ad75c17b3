// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store.h"
#include "tests/support/postgres.h"

#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <string>

namespace vigie::test {

/// Both databases for one test program: a fresh, empty one for each row. PostgreSQL starts when it is first asked for.
class StoreDatabases {
public:
    /// The column "backend" with the rows sqlite and postgresql.
    static void addRows();
    /// URL of a new database of the kind of the present row; empty, after a QSKIP-able reason, without a server.
    std::string freshUrl(const QString &backend);
    const QString &problem() const { return m_problem; }
    Postgres *postgres();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Postgres> m_postgres;
    QString m_problem;
    int m_files {0};
};

/// Waits for the one answer of a call of the store; Timeout after `limit`.
template<typename T>
Result<T> await(const std::function<void(std::function<void(Result<T>)>)> &call,
                std::chrono::seconds limit = std::chrono::seconds(30))
{
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(limit) != std::future_status::ready)
        return fail(Error::Code::Timeout, "the store did not answer");
    return future.get();
}

using Written = std::vector<std::shared_ptr<const Event>>;
Result<Written> write(Store &store, IncidentRepository::Work work);
Result<IncidentRepository::Snapshot> load(Store &store, std::size_t resolvedLimit = 1'000'000);
Result<std::optional<Incident>> find(Store &store, const std::string &id);
Result<std::vector<TimelineEntry>> timeline(Store &store, const std::string &id);
Result<EventLog::Page> eventsAfter(Store &store, std::int64_t since, std::size_t limit = 1'000'000);

/// A small valid incident.
Incident plainIncident(const std::string &id);
Event plainEvent(const std::string &data = "{}");
/// Puts the incident and records one event that carries its id: what the service does for a new one.
Result<> create(IncidentTransaction &transaction, const Incident &incident);

/// Opens or ends the test with the reason.
std::unique_ptr<Store> openStore(const StoreOptions &options);

/// Text that breaks careless code.
std::string nastyText();

} // namespace vigie::test
