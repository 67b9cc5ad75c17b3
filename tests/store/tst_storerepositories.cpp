// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/wire.h"
#include "backend/store/database.h"
#include "backend/store/dialect.h"
#include "tests/store/storefixture.h"

#include <QFileInfo>
#include <QTest>

#include <limits>

using namespace vigie;
using namespace vigie::test;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

Incident nastyIncident()
{
    Incident incident = plainIncident("0193-nasty");
    incident.version = largest;
    incident.title = nastyText();
    incident.description = std::string(300'000, 'x') + nastyText();
    incident.severity = Severity::Critical;
    incident.status = IncidentStatus::Snoozed;
    incident.category = nastyText();
    incident.service = nastyText();
    incident.owner = nastyText();
    incident.source = nastyText();
    incident.dedupKey = nastyText();
    incident.reporters = {"alertmanager", nastyText()};
    incident.labels = LabelSet {{"alertname", nastyText()}, {"a", "b"}};
    incident.annotations = LabelSet {{"summary", nastyText()}};
    incident.metric = nastyText();
    incident.startedAt = fromMicros(std::numeric_limits<std::int64_t>::min() + 1);
    incident.updatedAt = fromMicros(largest);
    incident.acknowledgedAt = fromMicros(0);
    incident.snoozedUntil = fromMicros(largest);
    return incident;
}

} // namespace

class TestStoreRepositories : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void incidentsKeepEveryByte_data() { StoreDatabases::addRows(); }
    void incidentsKeepEveryByte();
    void timelineIsNumberedPerIncident_data() { StoreDatabases::addRows(); }
    void timelineIsNumberedPerIncident();
    void oneUnresolvedPerDedupKey_data() { StoreDatabases::addRows(); }
    void oneUnresolvedPerDedupKey();
    void findsByManyKeys_data() { StoreDatabases::addRows(); }
    void findsByManyKeys();
    void reportersFollowTheIncident_data() { StoreDatabases::addRows(); }
    void reportersFollowTheIncident();
    void loadTakesTheNewestResolved_data() { StoreDatabases::addRows(); }
    void loadTakesTheNewestResolved();
    void eventsArePagedAndTrimmed_data() { StoreDatabases::addRows(); }
    void eventsArePagedAndTrimmed();
    void damagedEventsAreLeftOut_data() { StoreDatabases::addRows(); }
    void damagedEventsAreLeftOut();
    void sourcesAreKept_data() { StoreDatabases::addRows(); }
    void sourcesAreKept();
    void statusesAreKept_data() { StoreDatabases::addRows(); }
    void statusesAreKept();
    void aRestartKeepsEverything_data() { StoreDatabases::addRows(); }
    void aRestartKeepsEverything();
    void theFileIsPrivate();

private:
    StoreDatabases m_databases;
    StoreOptions m_options;
    std::unique_ptr<Store> m_store;
};

void TestStoreRepositories::init()
{
    m_options = StoreOptions();
    const QString backend
        = QTest::currentDataTag() ? QString::fromLatin1(QTest::currentDataTag()) : QStringLiteral("sqlite");
    m_options.url = m_databases.freshUrl(backend);
    if (m_options.url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    m_options.keepEvents = 100;
    m_store = openStore(m_options);
    QCOMPARE(QString::fromStdString(m_store->backend()), backend);
}

void TestStoreRepositories::cleanup()
{
    m_store.reset();
}

void TestStoreRepositories::incidentsKeepEveryByte()
{
    const Incident nasty = nastyIncident();
    const Incident plain = plainIncident("0193-plain");
    const auto written = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
        if (auto put = transaction.put(nasty); !put)
            return put;
        return transaction.put(plain);
    });
    QVERIFY2(written, written ? "" : written.error().detail.c_str());
    const auto found = find(*m_store, nasty.id.value);
    QVERIFY(found && *found);
    QVERIFY(**found == nasty);
    const auto all = load(*m_store);
    QVERIFY(all);
    QCOMPARE(all->incidents.size(), 2U);
    QVERIFY(all->incidents[0] == nasty);
    QVERIFY(all->incidents[1] == plain);
    const auto inside = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
        const auto read = transaction.openByDedupKeys(std::vector<std::string> {nasty.dedupKey});
        const auto one = transaction.find(nasty.id);
        if (!read || read->size() != 1 || read->front() != nasty || !one || *one != nasty)
            return fail(Error::Code::Protocol, "not what was put");
        return {};
    });
    QVERIFY2(inside, inside ? "" : inside.error().detail.c_str());
    const auto missing = find(*m_store, "no such id");
    QVERIFY(missing && !*missing);
}

void TestStoreRepositories::timelineIsNumberedPerIncident()
{
    TimelineEntry entry;
    entry.at = fromMicros(largest);
    entry.kind = TimelineKind::Commented;
    entry.actor = nastyText();
    entry.text = nastyText();
    entry.before = nastyText();
    entry.after = nastyText();
    const auto written = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
        for (const char *id : {"a", "b"}) {
            if (auto put = transaction.put(plainIncident(id)); !put)
                return put;
        }
        for (const char *id : {"a", "b", "a"}) {
            if (auto added = transaction.addTimeline(IncidentId {id}, entry); !added)
                return added;
        }
        return {};
    });
    QVERIFY2(written, written ? "" : written.error().detail.c_str());
    const auto a = timeline(*m_store, "a");
    QVERIFY(a);
    QCOMPARE(a->size(), 2U);
    entry.id = 1;
    QVERIFY(a->at(0) == entry);
    entry.id = 2;
    QVERIFY(a->at(1) == entry);
    QCOMPARE(timeline(*m_store, "b")->size(), 1U);
    QCOMPARE(timeline(*m_store, "none")->size(), 0U);
    const auto orphan = write(*m_store, [&](IncidentTransaction &transaction) {
        return transaction.addTimeline(IncidentId {"none"}, entry);
    });
    QVERIFY(!orphan);
    QCOMPARE(orphan.error().code, Error::Code::NotFound);
}

void TestStoreRepositories::oneUnresolvedPerDedupKey()
{
    const auto put = [this](const std::string &id, IncidentStatus status) {
        Incident incident = plainIncident(id);
        incident.dedupKey = "key";
        incident.status = status;
        if (status == IncidentStatus::Resolved)
            incident.resolvedAt = incident.updatedAt;
        return write(*m_store, [incident](IncidentTransaction &transaction) { return transaction.put(incident); });
    };
    QVERIFY(put("1", IncidentStatus::Open));
    const auto second = put("2", IncidentStatus::Open);
    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::Conflict);
    QVERIFY(put("1", IncidentStatus::Resolved));
    QVERIFY(put("2", IncidentStatus::Acknowledged));
    QVERIFY(put("3", IncidentStatus::Resolved));
    QVERIFY(!put("1", IncidentStatus::Open)); // reopening beside the second
    // No key at all binds nobody.
    for (const char *id : {"x", "y"})
        QVERIFY(write(*m_store, [id](IncidentTransaction &t) { return t.put(plainIncident(id)); }));
}

void TestStoreRepositories::findsByManyKeys()
{
    constexpr int count = 40;
    const auto written = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
        for (int i = 0; i < count; ++i) {
            Incident incident = plainIncident("i" + std::to_string(i));
            incident.dedupKey = "key" + std::to_string(i);
            incident.status = i % 4 == 3 ? IncidentStatus::Resolved : IncidentStatus::Open;
            if (auto put = transaction.put(incident); !put)
                return put;
        }
        return {};
    });
    QVERIFY(written);
    for (const int wanted : {0, 1, 2, 15, 16, 17, 33, 60}) {
        std::vector<std::string> keys {"", "unknown"};
        std::size_t open = 0;
        for (int i = 0; i < wanted; ++i) {
            keys.push_back("key" + std::to_string(i));
            open += i < count && i % 4 != 3 ? 1 : 0;
        }
        keys.push_back(keys.back()); // twice
        std::size_t found = 0;
        const auto read = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
            const auto incidents = transaction.openByDedupKeys(keys);
            found = incidents ? incidents->size() : 0;
            return incidents ? Result<>() : tl::unexpected(incidents.error());
        });
        QVERIFY(read);
        QCOMPARE(found, open);
    }
}

void TestStoreRepositories::reportersFollowTheIncident()
{
    const auto put = [this](std::vector<std::string> reporters, IncidentStatus status, bool readFirst) {
        return write(*m_store, [=](IncidentTransaction &transaction) -> Result<> {
            if (readFirst) {
                if (auto found = transaction.find(IncidentId {"one"}); !found)
                    return tl::unexpected(found.error());
            }
            Incident incident = plainIncident("one");
            incident.reporters = reporters;
            incident.status = status;
            return transaction.put(incident);
        });
    };
    const auto reportedBy = [this](const std::string &source) {
        int count = -1;
        const auto read = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
            const auto found = transaction.openReportedBy(SourceId {source});
            count = found ? static_cast<int>(found->size()) : -1;
            return {};
        });
        return read ? count : -2;
    };
    for (const bool readFirst : {false, true}) {
        QVERIFY(put({"a", "b"}, IncidentStatus::Open, readFirst));
        QCOMPARE(reportedBy("a"), 1);
        QCOMPARE(reportedBy("b"), 1);
        QCOMPARE(reportedBy("c"), 0);
        QVERIFY(put({"b", "c"}, IncidentStatus::Open, readFirst));
        QCOMPARE(reportedBy("a"), 0);
        QCOMPARE(reportedBy("b"), 1);
        QCOMPARE(reportedBy("c"), 1);
        QVERIFY(put({"b", "c"}, IncidentStatus::Resolved, readFirst));
        QCOMPARE(reportedBy("b"), 0);
        QVERIFY(put({"b", "c"}, IncidentStatus::Open, readFirst)); // reopened
        QCOMPARE(reportedBy("b"), 1);
        QVERIFY(put({}, IncidentStatus::Open, readFirst));
        QCOMPARE(reportedBy("c"), 0);
    }
}

void TestStoreRepositories::loadTakesTheNewestResolved()
{
    const auto written = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
        for (int i = 0; i < 20; ++i) {
            Incident incident = plainIncident((i % 2 ? "open" : "resolved") + std::to_string(i));
            if (i % 2 == 0) {
                incident.status = IncidentStatus::Resolved;
                incident.resolvedAt = fromMicros(i);
            }
            if (auto created = create(transaction, incident); !created)
                return created;
        }
        return {};
    });
    QVERIFY(written);
    const auto all = load(*m_store, 3);
    QVERIFY(all);
    QCOMPARE(all->seq, 20);
    QCOMPARE(all->incidents.size(), 13U);
    QCOMPARE(all->incidents[10].id.value, std::string("resolved18"));
    QCOMPARE(all->incidents[12].id.value, std::string("resolved14"));
    QCOMPARE(load(*m_store, 0)->incidents.size(), 10U);
}

void TestStoreRepositories::eventsArePagedAndTrimmed()
{
    const auto empty = eventsAfter(*m_store, 0);
    QVERIFY(empty);
    QCOMPARE(empty->seq, 0);
    QCOMPARE(empty->oldest, 1);
    Event event = plainEvent("{\"text\":\"\\u0000\"}");
    event.type = "source.changed";
    event.topic = Topic::Sources;
    for (int i = 1; i <= 50; ++i) {
        const auto recorded = await<std::shared_ptr<const Event>>(
            [&](auto done) { m_store->events().recordEvent(event, std::move(done)); });
        QVERIFY(recorded);
        QCOMPARE((*recorded)->seq, i);
    }
    const auto page = eventsAfter(*m_store, 10, 5);
    QVERIFY(page);
    QCOMPARE(page->seq, 50);
    QCOMPARE(page->oldest, 1);
    QCOMPARE(page->events.size(), 5U);
    QCOMPARE(page->events.front()->seq, 11);
    QCOMPARE(page->events.back()->seq, 15);
    QCOMPARE(page->events.front()->data, event.data);
    QCOMPARE(page->events.front()->type, event.type);
    QVERIFY(page->events.front()->topic == Topic::Sources);
    QVERIFY(page->events.front()->at == event.at);
    const auto last = await<EventLog::Page>([&](auto done) { m_store->events().lastEvents(3, std::move(done)); });
    QVERIFY(last);
    QCOMPARE(last->events.size(), 3U);
    QCOMPARE(last->events.front()->seq, 48);
    QCOMPARE(last->events.back()->seq, 50);
    for (int i = 0; i < 10; ++i) {
        const auto written = write(*m_store, [&](IncidentTransaction &transaction) -> Result<> {
            for (int n = 0; n < 30; ++n) {
                if (auto recorded = transaction.record(event); !recorded)
                    return recorded;
            }
            return {};
        });
        QVERIFY(written);
        QCOMPARE(written->size(), 30U);
    }
    const auto trimmed = eventsAfter(*m_store, 0);
    QVERIFY(trimmed);
    QCOMPARE(trimmed->seq, 350);
    QVERIFY2(trimmed->oldest > 200 && trimmed->oldest <= 251, qPrintable(QString::number(trimmed->oldest)));
    QCOMPARE(trimmed->events.front()->seq, trimmed->oldest);
    QCOMPARE(static_cast<std::int64_t>(trimmed->events.size()), 350 - trimmed->oldest + 1);
}

/// Event texts go out as they stand: one that is damaged (a disk, another program) must not spoil a whole page.
void TestStoreRepositories::damagedEventsAreLeftOut()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(write(*m_store, [](IncidentTransaction &t) { return t.record(plainEvent()); }));
    const auto address = parseDatabaseUrl(m_options.url);
    QVERIFY(address);
    auto database = Database::connect(*address, {});
    QVERIFY(database);
    const bool bytesCanBeBad = address->kind == DatabaseKind::Sqlite; // PostgreSQL checks them
    QVERIFY((*database)->execute(bytesCanBeBad
                                     ? "UPDATE events SET data = CAST(x'7b2261223a22ff227d' AS TEXT) WHERE seq = 2"
                                     : "UPDATE events SET data = '{\"a\":' WHERE seq = 2"));
    QVERIFY((*database)->execute("UPDATE events SET topic = 'nonsense' WHERE seq = 4"));
    const auto last = await<EventLog::Page>([&](auto done) { m_store->events().lastEvents(10, std::move(done)); });
    for (const auto &page : {eventsAfter(*m_store, 0), last}) {
        QVERIFY(page);
        QCOMPARE(page->events.size(), 3U);
        QCOMPARE(page->events.at(0)->seq, 1);
        QCOMPARE(page->events.at(1)->seq, 3);
        QCOMPARE(page->events.at(2)->seq, 5);
        QCOMPARE(page->seq, 5);
    }
}

void TestStoreRepositories::sourcesAreKept()
{
    SourceConfig config;
    config.id.value = "probe-1";
    config.name = "website";
    config.target = "https://example.org/";
    config.headers = {{"Authorization", "Bearer \x01 secret"}};
    config.editable = true;
    SourceConfig other = config;
    other.id.value = "probe-0";
    other.name = "other";
    const auto save = [this](const SourceConfig &source) {
        return await<void>([&](auto done) { m_store->sources().saveSource(source, std::move(done)); });
    };
    const auto all = [this] {
        return await<std::vector<SourceConfig>>([&](auto done) { m_store->sources().loadSources(std::move(done)); });
    };
    config.headers = {{"X-Token", "secret"}};
    other.headers = config.headers;
    QVERIFY(save(config));
    QVERIFY(save(other));
    config.target = "https://example.org/caf\xc3\xa9";
    QVERIFY(save(config));
    m_store.reset();
    m_store = openStore(m_options);
    const auto loaded = all();
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), 2U);
    QVERIFY(loaded->at(0) == other);
    QVERIFY(loaded->at(1) == config);
    const auto remove = [this](const std::string &id) {
        return await<void>([&](auto done) { m_store->sources().removeSource(SourceId {id}, std::move(done)); });
    };
    QVERIFY(remove("probe-0"));
    QVERIFY(remove("probe-0"));
    QCOMPARE(all()->size(), 1U);
}

/// How sources did, each together with the event that told of it.
void TestStoreRepositories::statusesAreKept()
{
    using Recorded = std::shared_ptr<const Event>;
    const auto all = [this] {
        return await<std::vector<SourceStatus>>([&](auto done) { m_store->statuses().load(std::move(done)); });
    };
    const auto record = [this](const SourceStatus &status) {
        return await<Recorded>(
            [&](auto done) { m_store->statuses().record(status, plainEvent(wire::text(status)), std::move(done)); });
    };
    SourceStatus a;
    a.id.value = "a";
    a.kind = SourceKind::TcpProbe;
    a.name = nastyText();
    a.target = "caf\xc3\xa9.example:1";
    a.state = SourceState::Down;
    a.since = fromMicros(1'700'000'000'000'001);
    a.lastSuccess = fromMicros(1'600'000'000'000'001);
    a.interval = std::chrono::seconds(30);
    a.failures = 7;
    a.lastError = "refused";
    SourceStatus b = a;
    b.id.value = "b";
    QVERIFY(all()->empty());
    QCOMPARE((*record(b))->seq, 1);
    QCOMPARE((*record(a))->seq, 2);
    b.state = SourceState::Up;
    b.lastError.clear();
    QCOMPARE((*record(b))->seq, 3);
    m_store.reset();
    m_store = openStore(m_options);
    auto loaded = all();
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), 2U);
    QVERIFY(loaded->at(0) == a);
    QVERIFY(loaded->at(1) == b);
    QCOMPARE(eventsAfter(*m_store, 0)->events.back()->data, wire::text(b));

    const auto forgotten = await<Recorded>(
        [&](auto done) { m_store->statuses().forget(b.id, plainEvent("{\"id\":\"b\"}"), std::move(done)); });
    QVERIFY(forgotten);
    QCOMPARE((*forgotten)->seq, 4);
    QCOMPARE(all()->size(), 1U);
    SourceStatus c = a;
    c.id.value = "c";
    b.failures = 9;
    m_store->statuses().replaceAll({c, b}); // on disk when the store has ended
    m_store.reset();
    m_store = openStore(m_options);
    loaded = all();
    QCOMPARE(loaded->size(), 2U);
    QVERIFY(loaded->at(0) == b);
    QVERIFY(loaded->at(1) == c);
    QCOMPARE(eventsAfter(*m_store, 0)->seq, 4); // nobody was told

    // Both or none: the event is refused, since its seq is taken.
    auto database = Database::connect(*parseDatabaseUrl(m_options.url), {});
    QVERIFY(database);
    QVERIFY((*database)->execute("UPDATE event_seq SET seq = 3"));
    QVERIFY(!record(a));
    QVERIFY((*database)->execute("UPDATE event_seq SET seq = 4"));
    QCOMPARE(all()->size(), 2U);
    // What somebody else wrote keeps nobody down.
    QVERIFY((*database)->execute("UPDATE source_statuses SET status = '{\"id\":7}' WHERE id = 'b'"));
    QCOMPARE(all()->size(), 1U);
}

void TestStoreRepositories::aRestartKeepsEverything()
{
    const std::string epoch = m_store->epoch();
    QVERIFY(!epoch.empty());
    for (int i = 0; i < 30; ++i)
        QVERIFY(
            write(*m_store, [i](IncidentTransaction &t) { return create(t, plainIncident("i" + std::to_string(i))); }));
    m_store.reset();
    m_store = openStore(m_options);
    QCOMPARE(m_store->epoch(), epoch);
    const auto all = load(*m_store);
    QVERIFY(all);
    QCOMPARE(all->seq, 30);
    QCOMPARE(all->incidents.size(), 30U);
    QCOMPARE(eventsAfter(*m_store, 0)->events.size(), 30U);
    const auto next = write(*m_store, [](IncidentTransaction &t) { return t.record(plainEvent()); });
    QVERIFY(next);
    QCOMPARE(next->front()->seq, 31);
}

void TestStoreRepositories::theFileIsPrivate()
{
    QVERIFY(write(*m_store, [](IncidentTransaction &t) { return t.record(plainEvent()); }));
    const QString path = QString::fromStdString(m_options.url).mid(9);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QFileInfo file(path + QLatin1String(suffix));
        QVERIFY2(file.exists(), suffix);
        QVERIFY2(!(file.permissions() & others), suffix);
    }
}

QTEST_GUILESS_MAIN(TestStoreRepositories)
#include "tst_storerepositories.moc"
