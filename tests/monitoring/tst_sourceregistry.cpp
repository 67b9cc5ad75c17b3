// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/sourceregistry.h"
#include "tests/monitoring/manualexecutor.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
/// What a source is made to answer, and how often it was asked.
struct Scripted {
    int collections {0};
    int made {0};
    bool answers {true};
    Collection next;
    std::vector<Collector::Done> waiting;
};

class ScriptedCollector final : public Collector {
public:
    explicit ScriptedCollector(Scripted &script)
        : m_script(script)
    {
        ++script.made;
    }
    void collect(Done done) override
    {
        ++m_script.collections;
        if (m_script.answers)
            done(m_script.next);
        else
            m_script.waiting.push_back(std::move(done));
    }

private:
    Scripted &m_script;
};

class ScriptedRepository final : public SourceRepository {
public:
    std::map<std::string, SourceConfig> rows;
    std::optional<Error> error;
    void loadSources(Loaded done) override
    {
        if (error) {
            done(tl::unexpected(*error));
            return;
        }
        std::vector<SourceConfig> all;
        for (const auto &[id, config] : rows)
            all.push_back(config);
        done(std::move(all));
    }
    void saveSource(const SourceConfig &config, Done done) override
    {
        if (!error)
            rows[config.id.value] = config;
        done(error ? Result<>(tl::unexpected(*error)) : Result<>());
    }
    void removeSource(const SourceId &id, Done done) override
    {
        if (!error)
            rows.erase(id.value);
        done(error ? Result<>(tl::unexpected(*error)) : Result<>());
    }
};

SourceConfig probe(const std::string &name, Duration interval = 30s)
{
    SourceConfig config;
    config.id = sourceIdFromName(name);
    config.name = name;
    config.target = "http://127.0.0.1:1/" + name;
    config.interval = interval;
    return config;
}

SourceConfig ofKind(SourceKind kind, const std::string &name)
{
    SourceConfig config = probe(name, 10s);
    config.kind = kind;
    if (kind == SourceKind::Host || kind == SourceKind::Webhook)
        config.target.clear();
    if (kind == SourceKind::Webhook)
        config.webhookToken = "0123456789abcdef";
    return config;
}

struct Fixture {
    FakeClock clock;
    FakeRandom random;
    ManualExecutor executor {clock};
    std::map<std::string, Scripted> scripts;
    std::vector<SampleBatch> samples;
    std::vector<AlertBatch> alerts;
    std::vector<SourceStatus> changes;
    std::vector<std::vector<SourceStatus>> figures;
    std::vector<SourceId> removed;
    Result<> storeAnswers; ///< to a webhook's alerts
    ScriptedRepository repository;
    std::unique_ptr<SourceRegistry> registry;

    explicit Fixture(std::vector<SourceStatus> known = {})
    {
        CollectorFactory factory = [this](const SourceConfig &config) -> std::unique_ptr<Collector> {
            if (config.kind == SourceKind::Webhook)
                return nullptr;
            return std::make_unique<ScriptedCollector>(scripts[config.name]);
        };
        MonitoringOutputs outputs {[this](SampleBatch batch) { samples.push_back(std::move(batch)); },
                                   [this](AlertBatch batch, const MonitoringOutputs::Stored &stored) {
                                       alerts.push_back(std::move(batch));
                                       if (stored)
                                           stored(storeAnswers);
                                   },
                                   [this](SourceStatus status) { changes.push_back(std::move(status)); },
                                   [this](SourceId id) { removed.push_back(std::move(id)); },
                                   [this](std::vector<SourceStatus> told) { figures.push_back(std::move(told)); }};
        registry = std::make_unique<SourceRegistry>(
            SourceRegistry::Parts {executor, clock, random, std::move(factory), &repository, std::move(known)},
            std::move(outputs));
    }
    std::optional<Result<std::size_t>> push(const char *id, const std::string &token, const char *body)
    {
        std::optional<Result<std::size_t>> out;
        registry->acceptWebhook({id}, token, body, [&out](const Result<std::size_t> &taken) { out = taken; });
        executor.runPosted();
        return out;
    }
    void configure(std::vector<SourceConfig> configs)
    {
        registry->replaceConfigured(std::move(configs));
        executor.runPosted();
    }
    Result<SourceStatus> add(SourceConfig config)
    {
        Result<SourceStatus> out = fail(Error::Code::Internal, "no answer");
        registry->add(std::move(config), [&out](Result<SourceStatus> status) { out = std::move(status); });
        executor.runPosted();
        return out;
    }
    Result<> remove(const SourceId &id)
    {
        Result<> out = fail(Error::Code::Internal, "no answer");
        registry->remove(id, [&out](Result<> result) { out = std::move(result); });
        executor.runPosted();
        return out;
    }
};

Collection failing(const char *why = "down")
{
    Collection out;
    out.samples.push_back({{"probe_success", {}}, 0});
    out.error = Error {Error::Code::Unreachable, why, {}};
    return out;
}
} // namespace

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
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void webhooksComeBackAsTheyWere();
    void whatIsKnownCountsOnce();
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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

void TestSourceRegistry::comesBackAsItWas_data()
{
    QTest::addColumn<int>("before"); // state of the last run
    QTest::addColumn<QString>("error"); // of the last run
    QTest::addColumn<QString>("found"); // by the first look: an error, or empty
    QTest::addColumn<QString>("differs"); // what the configuration changed
    QTest::addColumn<bool>("keepsSince");
    QTest::addColumn<int>("told"); // durable changes
    const auto row = [](const char *name, SourceState before, const char *error, const char *found, const char *differs,
                        bool keepsSince, int told) {
        QTest::newRow(name) << int(before) << QString::fromLatin1(error) << QString::fromLatin1(found)
                            << QString::fromLatin1(differs) << keepsSince << told;
    };
    row("up, still up", SourceState::Up, "", "", "", true, 0);
    row("down, still down", SourceState::Down, "down", "down", "", true, 0);
    row("down for another reason", SourceState::Down, "gone", "down", "", true, 1);
    row("up, now down", SourceState::Up, "", "down", "", false, 1);
    row("down, now up", SourceState::Down, "down", "", "", false, 1);
    row("never looked at", SourceState::Pending, "", "", "", false, 1);
    row("another name", SourceState::Up, "", "", "name", true, 1);
    row("another interval", SourceState::Up, "", "", "interval", true, 1);
    row("another origin", SourceState::Up, "", "", "editable", true, 1);
    row("another target", SourceState::Up, "", "", "target", false, 2);
    row("another kind", SourceState::Up, "", "", "kind", false, 2);
    row("another id", SourceState::Up, "", "", "id", false, 2);
}

/// A restart is nothing that happens to a source: who goes on as before is not told of, and counts on.
void TestSourceRegistry::comesBackAsItWas()
{
    QFETCH(int, before);
    QFETCH(QString, error);
    QFETCH(QString, found);
    QFETCH(QString, differs);
    QFETCH(bool, keepsSince);
    QFETCH(int, told);
    const SourceConfig config = probe("p");
    const Timestamp start = FakeClock().now();
    SourceStatus known = initialStatus(config, start - 24h);
    known.state = static_cast<SourceState>(before);
    known.lastError = error.toStdString();
    known.lastSuccess = start - 2h;
    known.failures = error.isEmpty() ? 0 : 7;
    if (differs == QStringLiteral("name"))
        known.name = "old";
    else if (differs == QStringLiteral("interval"))
        known.interval = 7s;
    else if (differs == QStringLiteral("editable"))
        known.editable = true;
    else if (differs == QStringLiteral("target"))
        known.target = "http://127.0.0.1:2/";
    else if (differs == QStringLiteral("kind"))
        known.kind = SourceKind::TcpProbe;
    else if (differs == QStringLiteral("id"))
        known.id.value = "other";
    const bool isAnother
        = differs == QStringLiteral("target") || differs == QStringLiteral("kind") || differs == QStringLiteral("id");
    Fixture f({known});
    f.configure({config});
    SourceStatus status = f.registry->statuses().at(0);
    QCOMPARE(status.state, isAnother ? SourceState::Pending : static_cast<SourceState>(before));
    QCOMPARE(status.lastSuccess, isAnother ? std::nullopt : known.lastSuccess);
    QCOMPARE(status.name, config.name);
    f.scripts["p"].next = found.isEmpty() ? Collection {} : failing("down");
    f.executor.advance(2s);
    QVERIFY(f.scripts["p"].collections > 0);
    status = f.registry->statuses().at(0);
    QCOMPARE(status.state, found.isEmpty() ? SourceState::Up : SourceState::Down);
    QCOMPARE(status.lastError, found.toStdString());
    QVERIFY(status.failures == 0 || status.failures > known.failures);
    QCOMPARE(status.since == known.since, keepsSince);
    QVERIFY(keepsSince || status.since >= start);
    QCOMPARE(f.changes.size(), static_cast<std::size_t>(told));
    f.executor.advance(figuresInterval);
    QVERIFY(!f.figures.empty() || !f.changes.empty()); // who listens hears of it all the same
}

void TestSourceRegistry::webhooksComeBackAsTheyWere()
{
    const SourceConfig config = ofKind(SourceKind::Webhook, "w");
    SourceStatus known = initialStatus(config, FakeClock().now() + 1h); // the clock was set back meanwhile
    known.state = SourceState::Up;
    Fixture f({known});
    f.configure({config});
    const SourceStatus status = f.registry->statuses().at(0);
    QCOMPARE(status.state, SourceState::Up); // nobody looks at it: pending would stay until the next call
    QVERIFY(status.since <= f.clock.now());
    QVERIFY(f.changes.empty());
    f.executor.advance(figuresInterval);
    QCOMPARE(f.figures.size(), std::size_t {1});
}

/// A source that is removed and comes again within one run is a new one.
void TestSourceRegistry::whatIsKnownCountsOnce()
{
    SourceStatus known = initialStatus(probe("p"), FakeClock().now() - 24h);
    known.state = SourceState::Up;
    Fixture f({known});
    f.configure({probe("p")});
    QCOMPARE(f.registry->status({"p"})->since, known.since);
    f.configure({});
    f.configure({probe("p")});
    QCOMPARE(f.registry->status({"p"})->state, SourceState::Pending);
    QVERIFY(f.registry->status({"p"})->since > known.since);
    QCOMPARE(f.changes.size(), std::size_t {1});
}

void TestSourceRegistry::samplesOfFailingProbe()
{
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
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
    Fixture f;
    SourceConfig quiet = ofKind(SourceKind::Prometheus, "quiet");
    quiet.alertsBecomeIncidents = false;
    f.configure({ofKind(SourceKind::Webhook, "w"), ofKind(SourceKind::Alertmanager, "am"), probe("p"), quiet});
    QCOMPARE(f.registry->reporters(), (std::set<SourceId> {{"am"}, {"w"}}));
}

void TestSourceRegistry::endedRegistryIsSilent()
{
    Fixture f;
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
