// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storefixture.h"

#include <QTest>

namespace vigie::test {

void StoreDatabases::addRows()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    QTest::newRow("postgresql") << QStringLiteral("postgresql");
}

Postgres *StoreDatabases::postgres()
{
    if (!m_postgres && m_problem.isEmpty())
        m_postgres = Postgres::start(m_problem);
    return m_postgres.get();
}

std::string StoreDatabases::freshUrl(const QString &backend)
{
    if (backend == QLatin1String("sqlite"))
        return "sqlite://" + m_folder.filePath(QStringLiteral("folder %1/vigie.db").arg(++m_files)).toStdString();
    return postgres() ? m_postgres->createDatabase() : std::string();
}

Result<Written> write(Store &store, IncidentRepository::Work work)
{
    return await<Written>([&](auto done) { store.incidents().write(std::move(work), std::move(done)); });
}

Result<IncidentRepository::Snapshot> load(Store &store, std::size_t resolvedLimit)
{
    return await<IncidentRepository::Snapshot>(
        [&](auto done) { store.incidents().load(resolvedLimit, std::move(done)); });
}

Result<std::optional<Incident>> find(Store &store, const std::string &id)
{
    return await<std::optional<Incident>>([&](auto done) { store.incidents().find(IncidentId {id}, std::move(done)); });
}

Result<std::vector<TimelineEntry>> timeline(Store &store, const std::string &id)
{
    return await<std::vector<TimelineEntry>>(
        [&](auto done) { store.incidents().timeline(IncidentId {id}, std::move(done)); });
}

Result<EventLog::Page> eventsAfter(Store &store, std::int64_t since, std::size_t limit)
{
    return await<EventLog::Page>([&](auto done) { store.events().eventsAfter(since, limit, std::move(done)); });
}

Incident plainIncident(const std::string &id)
{
    Incident incident;
    incident.id.value = id;
    incident.title = "Disk almost full";
    incident.source = "api";
    incident.startedAt = fromMicros(1'700'000'000'000'000);
    incident.updatedAt = incident.startedAt;
    return incident;
}

Event plainEvent(const std::string &data)
{
    Event event;
    event.type = "incident.created";
    event.at = fromMicros(1'700'000'000'000'000);
    event.data = data;
    return event;
}

Result<> create(IncidentTransaction &transaction, const Incident &incident)
{
    if (auto put = transaction.put(incident); !put)
        return put;
    return transaction.record(plainEvent("{\"id\":\"" + incident.id.value + "\"}"));
}

std::unique_ptr<Store> openStore(const StoreOptions &options)
{
    static const SystemClock clock;
    auto store = Store::open(options, clock);
    if (!store)
        qFatal("cannot open the store: %s", store.error().detail.c_str());
    return *std::move(store);
}

std::string nastyText()
{
    using namespace std::string_literals;
    return "a\0b\x10"s
        + "0\x10'\"\\;:x :y ? $1 %s -- /* \r\n\t\x01\x7f é \xf0\x9f\x94\xa5 \xf4\x8f\xbf\xbf \xef\xbf\xbf"s;
}

} // namespace vigie::test
