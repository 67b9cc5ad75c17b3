// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitoring/registryfixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

class TestSourceRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void backoff_data();
    void backoff();
    void backoffIsFullJitter();
    void schedulesOnAGrid();
    void firstCollectionsAreSpread();
    void failsAndRecovers();
    void tellsOnlyChanges();
    void tellsFiguresAtABoundedRate();
    void samplesOfFailingProbe();
    void collectorThatNeverAnswers();
    void lateAnswerIsIgnored();
    void checkNow();
    void reloadKeepsUnchanged();
    void reloadEndsMissing();
    void clashesInConfiguration();
    void addAndRemove();
    void addErrors();
    void removeErrors();
    void loadsAdded();
    void webhooks();
    void reportersAreThoseWhoReportAlerts();
    void endedRegistryIsSilent();
};

void TestSourceRegistry::backoff_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("most");
    QTest::newRow("first") << 1 << 30 << 5;
    QTest::newRow("second") << 2 << 30 << 10;
    QTest::newRow("fourth") << 4 << 30 << 40;
    QTest::newRow("cap") << 5 << 30 << 60;
    QTest::newRow("long after") << 1'000'000 << 30 << 60;
    QTest::newRow("short interval") << 9 << 1 << 10;
    QTest::newRow("long interval") << 20 << 3600 << 300;
}

void TestSourceRegistry::backoff()
{
    QFETCH(int, failures);
    QFETCH(int, interval);
    QFETCH(int, most);
    FakeRandom random;
    Duration longest {0};
    for (int i = 0; i < 1000; ++i) {
        const Duration delay = backoffDelay(failures, std::chrono::seconds(interval), random);
        QVERIFY(delay >= 250ms);
        QVERIFY(delay <= std::chrono::seconds(most));
        longest = std::max(longest, delay);
    }
    // Uniform up to the bound: of a thousand some come near.
    QVERIFY(longest > std::chrono::seconds(most) * 9 / 10);
}

void TestSourceRegistry::backoffIsFullJitter()
{
    FakeRandom random;
    double sum = 0;
    for (int i = 0; i < 4000; ++i)
        sum += std::chrono::duration<double>(backoffDelay(10, 30s, random)).count();
    QVERIFY(std::abs(sum / 4000 - 30) < 2);
}

void TestSourceRegistry::schedulesOnAGrid()
{
    RegistryFixture f;
    f.configure({ofKind(SourceKind::Host, "host")});
    QCOMPARE(f.scripts["host"].collections, 1);
    f.executor.advance(95s);
    QCOMPARE(f.scripts["host"].collections, 10);
    const SourceStatus status = f.registry->statuses().at(0);
    QCOMPARE(status.state, SourceState::Up);
    QCOMPARE(*status.nextAttempt - *status.lastSuccess, Duration(10s));
    QCOMPARE(status.failures, 0);
}

void TestSourceRegistry::firstCollectionsAreSpread()
{
    RegistryFixture f;
    std::vector<SourceConfig> configs;
    for (int i = 0; i < 20; ++i)
        configs.push_back(probe("p" + std::to_string(i)));
    f.configure(configs);
    f.executor.advance(300ms);
    const auto started = [&f] {
        return std::count_if(f.scripts.begin(), f.scripts.end(),
                             [](const auto &s) { return s.second.collections > 0; });
    };
    QVERIFY(started() < 15);
    f.executor.advance(2s);
    QCOMPARE(started(), 20);
}

void TestSourceRegistry::failsAndRecovers()
{
    RegistryFixture f;
    f.scripts["p"].next = failing();
    f.configure({probe("p")});
    f.executor.advance(2s);
    SourceStatus status = f.registry->statuses().at(0);
    QCOMPARE(status.state, SourceState::Down);
    QCOMPARE(status.lastError, std::string("down"));
    QVERIFY(!status.lastSuccess);
    const Timestamp downSince = status.since;
    f.executor.advance(600s);
    status = f.registry->statuses().at(0);
    QVERIFY(status.failures > 10);
    QVERIFY(status.failures < 60);
    QCOMPARE(status.since, downSince);
    f.scripts["p"].next = {};
    f.executor.advance(61s);
    status = f.registry->statuses().at(0);
    QCOMPARE(status.state, SourceState::Up);
    QCOMPARE(status.failures, 0);
    QVERIFY(status.lastError.empty());
    QVERIFY(status.since > downSince);
}

void TestSourceRegistry::tellsOnlyChanges()
{
    RegistryFixture f;
    f.configure({probe("p")});
    f.executor.advance(600s);
    QCOMPARE(f.changes.size(), std::size_t {2});
    QCOMPARE(f.changes[0].state, SourceState::Pending);
    QCOMPARE(f.changes[1].state, SourceState::Up);
    f.scripts["p"].next = failing("a");
    f.executor.advance(600s);
    QCOMPARE(f.changes.size(), std::size_t {3});
    f.scripts["p"].next = failing("b");
    f.executor.advance(600s);
    QCOMPARE(f.changes.size(), std::size_t {4});
    QCOMPARE(f.changes[3].lastError, std::string("b"));
    QCOMPARE(f.changes[3].since, f.changes[2].since);
}

/// What does not change the state (failures, the last success, the next attempt) comes in batches.
void TestSourceRegistry::tellsFiguresAtABoundedRate()
{
    RegistryFixture f;
    std::vector<SourceConfig> configs;
    for (int i = 0; i < 50; ++i) {
        configs.push_back(probe("p" + std::to_string(i)));
        configs.back().interval = 1s;
    }
    f.configure(configs);
    f.executor.advance(60s);
    QVERIFY(!f.figures.empty());
    QVERIFY(f.figures.size() <= 30); // however many sources and looks there are
    QCOMPARE(f.changes.size(), std::size_t {100}); // pending, then up
    const SourceStatus &told = f.figures.back().front();
    QVERIFY(told.lastSuccess && f.clock.now() - *told.lastSuccess <= Duration(4s));
    QCOMPARE(f.figures.back().size(), std::size_t {50});

    f.scripts["p0"].next = failing();
    f.executor.advance(100s);
    f.configure({configs.front()});
    f.figures.clear();
    f.executor.advance(60s);
    QVERIFY(!f.figures.empty());
    for (const auto &batch : f.figures)
        QCOMPARE(batch.size(), std::size_t {1}); // those that ended are silent
    f.scripts["p0"].answers = false; // nothing new from here on
    f.executor.advance(figuresInterval);
    QCOMPARE(f.figures.back().front().failures, f.registry->status({"p0"})->failures);
}

void TestSourceRegistry::samplesOfFailingProbe()
{
    RegistryFixture f;
    f.scripts["p"].next = failing();
    f.configure({probe("p")});
    f.executor.advance(2s);
    QVERIFY(!f.samples.empty());
    QCOMPARE(f.samples[0].source, SourceId {"p"});
    QCOMPARE(f.samples[0].samples.at(0).value, 0.0);
    QVERIFY(f.alerts.empty());
}

void TestSourceRegistry::collectorThatNeverAnswers()
{
    RegistryFixture f;
    f.scripts["p"].answers = false;
    SourceConfig config = probe("p");
    config.timeout = 2s;
    f.configure({config});
    f.executor.advance(14s);
    QCOMPARE(f.registry->statuses().at(0).state, SourceState::Pending);
    f.executor.advance(2s);
    QCOMPARE(f.registry->statuses().at(0).state, SourceState::Down);
    f.scripts["p"].answers = true;
    // A second try may hang already; the one after it answers.
    f.executor.advance(20s);
    QCOMPARE(f.registry->statuses().at(0).state, SourceState::Up);
}

void TestSourceRegistry::lateAnswerIsIgnored()
{
    RegistryFixture f;
    f.scripts["p"].answers = false;
    f.configure({probe("p")});
    f.executor.advance(120s);
    QCOMPARE(f.registry->statuses().at(0).state, SourceState::Down);
    const std::size_t samples = f.samples.size();
    Collection late;
    late.samples.push_back({{"x", {}}, 1});
    f.scripts["p"].waiting.at(0)(late);
    QCOMPARE(f.registry->statuses().at(0).state, SourceState::Down);
    QCOMPARE(f.samples.size(), samples);
    // Also when the source is gone.
    f.configure({});
    f.scripts["p"].waiting.back()(late);
    QCOMPARE(f.samples.size(), samples);
}

void TestSourceRegistry::checkNow()
{
    RegistryFixture f;
    f.configure({ofKind(SourceKind::Prometheus, "p"), ofKind(SourceKind::Webhook, "w")});
    f.executor.advance(3s);
    QCOMPARE(f.scripts["p"].collections, 1);
    QVERIFY(f.registry->checkNow({"p"}));
    f.executor.runPosted();
    QCOMPARE(f.scripts["p"].collections, 2);
    // The timer that was running counts no more.
    f.executor.advance(8s);
    QCOMPARE(f.scripts["p"].collections, 2);
    f.executor.advance(10s);
    QCOMPARE(f.scripts["p"].collections, 3);
    f.scripts["p"].answers = false;
    f.executor.advance(10s);
    QCOMPARE(f.scripts["p"].collections, 4);
    QVERIFY(f.registry->checkNow({"p"}));
    f.executor.runPosted();
    QCOMPARE(f.scripts["p"].collections, 4);
    QCOMPARE(f.registry->checkNow({"no"}).error().code, Error::Code::NotFound);
    QCOMPARE(f.registry->checkNow({"w"}).error().code, Error::Code::Invalid);
}

void TestSourceRegistry::reloadKeepsUnchanged()
{
    RegistryFixture f;
    f.scripts["a"].next = failing();
    f.configure({probe("a"), probe("b")});
    f.executor.advance(20s);
    const auto before = f.registry->status({"a"});
    QVERIFY(before->failures > 0);
    SourceConfig changed = probe("b");
    changed.interval = 5s;
    f.changes.clear();
    f.configure({probe("a"), changed});
    QCOMPARE(f.scripts["a"].made, 1);
    QCOMPARE(f.scripts["b"].made, 2);
    QCOMPARE(*f.registry->status({"a"}), *before);
    QCOMPARE(f.registry->status({"b"})->state, SourceState::Pending);
    QCOMPARE(f.changes.size(), std::size_t {1});
    QVERIFY(f.removed.empty());
    const int collections = f.scripts["b"].collections;
    f.executor.advance(21s);
    QVERIFY(f.scripts["b"].collections >= collections + 4);
}

void TestSourceRegistry::reloadEndsMissing()
{
    RegistryFixture f;
    Collection alerting;
    alerting.alerts = std::vector<AlertSignal> {{.dedupKey = "k"}};
    f.scripts["am"].next = alerting;
    f.configure({ofKind(SourceKind::Alertmanager, "am"), probe("p")});
    f.executor.advance(1s);
    QCOMPARE(f.alerts.size(), std::size_t {1});
    QVERIFY(f.alerts[0].complete);
    QCOMPARE(f.alerts[0].alerts.size(), std::size_t {1});
    f.configure({});
    QCOMPARE(f.removed.size(), std::size_t {2});
    QVERIFY(f.registry->statuses().empty());
    // What it reported must not fire for ever.
    QCOMPARE(f.alerts.size(), std::size_t {2});
    QVERIFY(f.alerts[1].complete && f.alerts[1].alerts.empty());
    const int collections = f.scripts["am"].collections;
    f.executor.advance(100s);
    QCOMPARE(f.scripts["am"].collections, collections);
}

void TestSourceRegistry::clashesInConfiguration()
{
    RegistryFixture f;
    SourceConfig sameName = probe("a");
    sameName.id.value = "other";
    SourceConfig sameId = probe("b");
    sameId.id.value = "a";
    f.configure({probe("a"), sameName, sameId, ofKind(SourceKind::Host, "h1"), ofKind(SourceKind::Host, "h2")});
    const auto statuses = f.registry->statuses();
    QCOMPARE(statuses.size(), std::size_t {2});
    QCOMPARE(statuses[0].name, std::string("a"));
    QCOMPARE(statuses[1].name, std::string("h1"));
}

void TestSourceRegistry::addAndRemove()
{
    RegistryFixture f;
    f.configure({probe("a")});
    SourceConfig config = probe("mine");
    config.id = {};
    const auto added = f.add(config);
    QVERIFY2(added, added ? "" : added.error().detail.c_str());
    QVERIFY(added->editable);
    QCOMPARE(added->id.value.size(), std::size_t {36});
    QCOMPARE(f.repository.rows.size(), std::size_t {1});
    f.executor.advance(3s);
    QCOMPARE(f.scripts["mine"].collections, 1);
    // A reload of the file does not touch it.
    f.configure({});
    QCOMPARE(f.registry->statuses().size(), std::size_t {1});
    QCOMPARE(f.scripts["mine"].made, 1);
    QVERIFY(f.remove(added->id));
    QVERIFY(f.registry->statuses().empty());
    QVERIFY(f.repository.rows.empty());
    QCOMPARE(f.removed.back(), added->id);
}

void TestSourceRegistry::addErrors()
{
    RegistryFixture f;
    f.configure({probe("a"), ofKind(SourceKind::Host, "h")});
    SourceConfig bad = probe("b");
    bad.target = "nonsense";
    QCOMPARE(f.add(bad).error().field, std::string("/target"));
    SourceConfig taken = probe("a");
    taken.id = {};
    QCOMPARE(f.add(taken).error().code, Error::Code::Conflict);
    QCOMPARE(f.add(ofKind(SourceKind::Host, "h2")).error().code, Error::Code::Conflict);
    f.repository.error = Error {Error::Code::Unavailable, "disk full", {}};
    QCOMPARE(f.add(probe("c")).error().code, Error::Code::Unavailable);
    QCOMPARE(f.registry->statuses().size(), std::size_t {2});
    f.repository.error.reset();
    QVERIFY(f.add(probe("c")));
}

void TestSourceRegistry::removeErrors()
{
    RegistryFixture f;
    f.configure({probe("a")});
    QCOMPARE(f.remove({"a"}).error().code, Error::Code::Denied);
    QCOMPARE(f.remove({"no"}).error().code, Error::Code::NotFound);
    const auto added = f.add(probe("b"));
    f.repository.error = Error {Error::Code::Unavailable, "disk full", {}};
    QCOMPARE(f.remove(added->id).error().code, Error::Code::Unavailable);
    QCOMPARE(f.registry->statuses().size(), std::size_t {2});
}

void TestSourceRegistry::loadsAdded()
{
    RegistryFixture f;
    f.configure({probe("a")});
    f.repository.rows["x"] = probe("x");
    f.repository.rows["a"] = probe("a");
    SourceConfig invalid = probe("bad");
    invalid.target = "nonsense";
    f.repository.rows["bad"] = invalid;
    bool loaded = false;
    f.registry->loadAdded([&loaded](const Result<> &result) { loaded = result.has_value(); });
    f.executor.runPosted();
    QVERIFY(loaded);
    QCOMPARE(f.registry->statuses().size(), std::size_t {2});
    QVERIFY(f.registry->status({"x"})->editable);
    QVERIFY(!f.registry->status({"a"})->editable);
}

void TestSourceRegistry::webhooks()
{
    RegistryFixture f;
    f.configure({ofKind(SourceKind::Webhook, "w"), probe("p")});
    const char *body = R"({"title":"Backup failed"})";
    const std::string token = "0123456789abcdef";
    QCOMPARE(f.push("w", "", body)->error().code, Error::Code::Unauthenticated);
    QCOMPARE(f.push("w", "0123456789abcdeX", body)->error().code, Error::Code::Unauthenticated);
    QCOMPARE(f.push("w", token + "0", body)->error().code, Error::Code::Unauthenticated);
    QCOMPARE(f.push("p", "", body)->error().code, Error::Code::NotFound);
    QCOMPARE(f.push("no", token, body)->error().code, Error::Code::NotFound);
    QVERIFY(f.alerts.empty());
    QCOMPARE(f.registry->status({"w"})->state, SourceState::Pending);

    QCOMPARE(f.push("w", token, body)->value(), std::size_t {1});
    QCOMPARE(f.alerts.size(), std::size_t {1});
    QVERIFY(!f.alerts[0].complete);
    QCOMPARE(f.registry->status({"w"})->state, SourceState::Up);

    QVERIFY(!*f.push("w", token, "rubbish"));
    QCOMPARE(f.registry->status({"w"})->state, SourceState::Down);
    QCOMPARE(f.alerts.size(), std::size_t {1});

    // The good alerts of a call are taken, and the bad one is seen at the source.
    const char *mixed = R"({"alerts":[{"labels":{"a":"b"},"startsAt":"yesterday"},{"labels":{"a":"c"}}]})";
    QCOMPARE(f.push("w", token, mixed)->value(), std::size_t {1});
    QCOMPARE(f.alerts.size(), std::size_t {2});
    QCOMPARE(f.alerts[1].alerts.at(0).labels.value("a"), std::string_view("c"));
    QCOMPARE(f.registry->status({"w"})->state, SourceState::Down);
    QVERIFY(f.registry->status({"w"})->lastError.starts_with("expected a time"));

    // What could not be stored is not acknowledged: the sender repeats it. The sender itself did nothing wrong.
    f.storeAnswers = fail(Error::Code::Unavailable, "the disk is full");
    QCOMPARE(f.push("w", token, body)->error().code, Error::Code::Unavailable);
    QCOMPARE(f.registry->status({"w"})->state, SourceState::Up);
}

void TestSourceRegistry::reportersAreThoseWhoReportAlerts()
{
    RegistryFixture f;
    SourceConfig quiet = ofKind(SourceKind::Prometheus, "quiet");
    quiet.alertsBecomeIncidents = false;
    f.configure({ofKind(SourceKind::Webhook, "w"), ofKind(SourceKind::Alertmanager, "am"), probe("p"), quiet});
    QCOMPARE(f.registry->reporters(), (std::set<SourceId> {{"am"}, {"w"}}));
}

void TestSourceRegistry::endedRegistryIsSilent()
{
    RegistryFixture f;
    f.scripts["p"].answers = false;
    f.configure({ofKind(SourceKind::Prometheus, "p")});
    f.changes.clear();
    f.registry.reset();
    f.scripts["p"].waiting.at(0)(failing());
    f.executor.advance(1000s);
    QCOMPARE(f.scripts["p"].collections, 1);
    QVERIFY(f.changes.empty());
}

QTEST_GUILESS_MAIN(TestSourceRegistry)
#include "tst_sourceregistry.moc"
