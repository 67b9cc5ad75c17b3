// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/migrations.h"
#include "tests/store/storefixture.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <thread>

using namespace vigie;
using namespace vigie::test;

namespace {

const std::vector<Migration> goodSteps {
    {1, "first", {"CREATE TABLE one (a BIGINT)"}},
    {2, "second", {"CREATE TABLE two (a BIGINT)", "INSERT INTO two (a) VALUES (7)"}},
    {3, "third", {"CREATE TABLE three (a BIGINT)"}},
};

constexpr Statement versions {"SELECT version FROM schema_version ORDER BY version", "", "i"};
constexpr Statement rowsOfTwo {"SELECT a FROM two", "", "i"};

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void resumesAfterAnInterruption_data() { StoreDatabases::addRows(); }
    void resumesAfterAnInterruption();
    void aNewerSchemaIsRefused_data() { StoreDatabases::addRows(); }
    void aNewerSchemaIsRefused();
    void manyOpenAtOnce_data() { StoreDatabases::addRows(); }
    void manyOpenAtOnce();
    void stepsAreNumbered();
    void unreachable();

private:
    std::unique_ptr<Database> connect();
    StoreDatabases m_databases;
    std::string m_url;
    FakeClock m_clock;
};

void TestMigrations::init()
{
    m_url.clear();
    if (!QTest::currentDataTag())
        return;
    m_url = m_databases.freshUrl(QString::fromLatin1(QTest::currentDataTag()));
    if (m_url.empty())
        QSKIP(qPrintable(m_databases.problem()));
}

std::unique_ptr<Database> TestMigrations::connect()
{
    const auto address = parseDatabaseUrl(m_url);
    if (!dialect::prepareFile(*address))
        qFatal("no file");
    auto database = Database::connect(*address, {});
    if (!database)
        qFatal("%s", database.error().detail.c_str());
    return *std::move(database);
}

void TestMigrations::resumesAfterAnInterruption()
{
    auto database = connect();
    std::vector<Migration> broken = goodSteps;
    broken[1].statements.push_back("INSERT INTO no_such_table VALUES (1)");
    const auto first = migrate(*database, broken, m_clock);
    QVERIFY(!first);
    auto applied = database->query(versions);
    QVERIFY(applied);
    QCOMPARE(applied->size(), 1U); // the second step left nothing behind, not even its table
    QVERIFY(!database->query(rowsOfTwo));

    // The process ends in the middle of a step.
    for (const std::string &sql : dialect::beginMigration(database->kind()))
        QVERIFY(database->execute(sql));
    QVERIFY(database->execute("CREATE TABLE two (a BIGINT)"));
    database.reset();

    database = connect();
    const auto second = migrate(*database, goodSteps, m_clock);
    QVERIFY2(second, second ? "" : second.error().detail.c_str());
    applied = database->query(versions);
    QVERIFY(applied);
    QCOMPARE(applied->size(), 3U);
    const auto rows = database->query(rowsOfTwo);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1U);
    QVERIFY(migrate(*database, goodSteps, m_clock)); // nothing left to do
    QCOMPARE(database->query(rowsOfTwo)->size(), 1U);
}

void TestMigrations::aNewerSchemaIsRefused()
{
    openStore({m_url}).reset();
    auto database = connect();
    for (const std::int64_t version : {knownMigrations().back().version + 1, std::int64_t {999}}) {
        const std::string number = std::to_string(version);
        QVERIFY(database->execute("INSERT INTO schema_version (version, name, applied_at) VALUES (" + number
                                  + ", 'future', 0)"));
        const auto store = Store::open({m_url}, m_clock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, Error::Code::Conflict);
        QVERIFY(store.error().detail.find("schema " + number + ",") != std::string::npos);
        QVERIFY(database->execute("DELETE FROM schema_version WHERE version = " + number));
        QVERIFY(Store::open({m_url}, m_clock));
    }
}

void TestMigrations::manyOpenAtOnce()
{
    constexpr int count = 6;
    std::vector<Result<std::unique_ptr<Store>>> stores(count);
    {
        std::vector<std::jthread> threads;
        for (auto &store : stores)
            threads.emplace_back([&store, this] { store = Store::open({m_url}, m_clock); });
    }
    for (const auto &store : stores) {
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        QCOMPARE((*store)->epoch(), (*stores.front())->epoch());
    }
    const auto applied = connect()->query(versions);
    QVERIFY(applied);
    QCOMPARE(applied->size(), knownMigrations().size());
}

void TestMigrations::stepsAreNumbered()
{
    std::int64_t version = 0;
    for (const Migration &step : knownMigrations()) {
        QCOMPARE(step.version, ++version);
        QVERIFY(!step.name.empty() && !step.statements.empty());
    }
}

void TestMigrations::unreachable()
{
    const auto store = Store::open({"postgresql://vigie:hidden-word@127.0.0.1:1/nothing"}, m_clock);
    QVERIFY(!store);
    QCOMPARE(store.error().code, Error::Code::Unreachable);
    QVERIFY2(store.error().detail.find("refused") != std::string::npos, store.error().detail.c_str());
    QVERIFY(store.error().detail.find("hidden-word") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
