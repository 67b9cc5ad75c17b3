// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/session.h"
#include "backend/domain/wire.h"
#include "tests/client/fakedaemon.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using test::FakeDaemon;
using namespace std::chrono_literals;
using State = Session::State;

namespace {
struct Desk {
    SystemClock clock;
    WorkerThread worker {QStringLiteral("worker")};
    Session session;
    QObject context;
    std::vector<IncidentDelta> deltas;
    QList<State> states;
    std::size_t samples {0};

    explicit Desk(const QString &cacheFile = {})
        : session(worker, clock, options(cacheFile))
    {
        QObject::connect(&session, &Session::incidentsChanged, &context,
                         [this](const IncidentDelta &delta) { deltas.push_back(delta); });
        QObject::connect(&session, &Session::stateChanged, &context, [this](State state) { states << state; });
        QObject::connect(&session, &Session::samples, &context,
                         [this](const std::vector<SampleBatch> &batches) { samples += batches.size(); });
    }
    static SessionOptions options(const QString &cacheFile)
    {
        SessionOptions out;
        out.cacheFile = cacheFile;
        out.minBackoff = 5ms;
        out.maxBackoff = 50ms;
        out.saveEvery = 200ms;
        out.stream.minBackoff = 5ms;
        out.stream.maxBackoff = 50ms;
        out.stream.silence = 1s;
        out.stream.giveUp = 2s;
        return out;
    }
};

template<typename T>
Result<T> resultOf(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 8000))
        return fail(Error::Code::Internal, "the future never finished");
    return future.result();
}
} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsThenFollows()
    {
        FakeDaemon daemon;
        for (int i = 0; i < 2500; ++i)
            daemon.put(FakeDaemon::incident("i" + std::to_string(i)));
        daemon.put(FakeDaemon::source("s1"));
        Desk desk;
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        QCOMPARE(desk.states, (QList<State> {State::Connecting, State::Authenticating, State::Live}));
        QCOMPARE(desk.session.incidents().size(), std::size_t(2500));
        QCOMPARE(desk.deltas.size(), std::size_t(1));
        QCOMPARE(desk.session.sources().size(), std::size_t(1));
        QVERIFY(desk.session.dataAge().has_value());
        QCOMPARE(desk.session.user().name, std::string("ann"));

        Incident changed = FakeDaemon::incident("i7", "Renamed");
        changed.version = 2;
        daemon.put(changed);
        daemon.put(FakeDaemon::incident("new"));
        daemon.put(FakeDaemon::source("s2", SourceState::Down));
        daemon.removeSource("s1");
        daemon.sendSamples(5, {{"host_load1", 0.75}});
        QTRY_COMPARE(desk.samples, std::size_t(1));
        QCOMPARE(desk.session.incident(IncidentId {"i7"})->title, std::string("Renamed"));
        QVERIFY(desk.session.incident(IncidentId {"new"}) != nullptr);
        QCOMPARE(desk.session.sources().size(), std::size_t(1));
        QCOMPARE(desk.session.latest().at("host_load1").sample.value, 0.75);
        QCOMPARE(desk.session.recentChanges().back().type, std::string("source.removed"));
        QCOMPARE(desk.session.resyncs(), std::uint64_t(0));
    }

    /// What a look found out changes figures of a source, and is no event of its own.
    void figuresOfSourcesFollowWithoutASeq()
    {
        FakeDaemon daemon;
        daemon.put(FakeDaemon::source("s1"));
        Desk desk;
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        const std::size_t changes = desk.session.recentChanges().size();
        SourceStatus status = FakeDaemon::source("s1");
        status.failures = 103;
        daemon.sendRaw(
            QString::fromStdString(R"([{"type":"source.changed","seq":0,"data":)" + wire::text(status) + "}]"));
        QTRY_COMPARE(desk.session.sources().at(SourceId {"s1"}).failures, 103);
        QCOMPARE(desk.session.recentChanges().size(), changes);
        QCOMPARE(desk.session.resyncs(), std::uint64_t(0));
    }

    void wrongTokenIsDeniedUntilAnotherComes()
    {
        FakeDaemon daemon;
        Desk desk;
        desk.session.connectTo(daemon.endpoint(), "wrong");
        QTRY_COMPARE(desk.session.state(), State::Denied);
        QCOMPARE(desk.session.lastError().code, Error::Code::Unauthenticated);
        const auto asked = daemon.seen().size();
        QTest::qWait(100);
        QCOMPARE(daemon.seen().size(), asked);
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
    }

    void serverGoneAndBackKeepsTheDataAndHeals()
    {
        auto daemon = std::make_unique<FakeDaemon>();
        const quint16 port = daemon->port();
        daemon->put(FakeDaemon::incident("a"));
        daemon->put(FakeDaemon::incident("b"));
        Desk desk;
        desk.session.connectTo(daemon->endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        desk.deltas.clear();
        daemon.reset();
        QTRY_COMPARE(desk.session.state(), State::Lost);
        QCOMPARE(desk.session.incidents().size(), std::size_t(2));
        QVERIFY(!desk.session.lastError().detail.empty());

        // Another life of the daemon: other access tokens, another event log, other incidents.
        daemon = std::make_unique<FakeDaemon>(port);
        daemon->epoch = "2";
        Incident b = FakeDaemon::incident("b", "B again");
        b.version = 5;
        daemon->put(b);
        daemon->put(FakeDaemon::incident("c"));
        QTRY_COMPARE(desk.session.state(), State::Live);
        QTRY_COMPARE(desk.deltas.size(), std::size_t(1));
        QCOMPARE(desk.deltas[0].added, std::vector {IncidentId {"c"}});
        QCOMPARE(desk.deltas[0].changed, std::vector {IncidentId {"b"}});
        QCOMPARE(desk.deltas[0].removed, std::vector {IncidentId {"a"}});
        daemon->put(FakeDaemon::incident("d"));
        QTRY_VERIFY(desk.session.incident(IncidentId {"d"}) != nullptr);
    }

    void notThereAtFirst()
    {
        quint16 port = 0;
        Endpoint endpoint;
        {
            FakeDaemon gone;
            port = gone.port();
            endpoint = gone.endpoint();
        }
        Desk desk;
        desk.session.connectTo(endpoint, "secret");
        QTRY_COMPARE(desk.session.state(), State::Lost);
        FakeDaemon daemon(port);
        QTRY_COMPARE(desk.session.state(), State::Live);
    }

    void aHoleLoadsEverythingAgain()
    {
        FakeDaemon daemon;
        daemon.put(FakeDaemon::incident("a"));
        Desk desk;
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        daemon.putSilently(FakeDaemon::incident("unheard"));
        daemon.skipSeq();
        daemon.put(FakeDaemon::incident("b"));
        QTRY_VERIFY(desk.session.incident(IncidentId {"unheard"}) != nullptr);
        QCOMPARE(desk.session.resyncs(), std::uint64_t(1));
        QVERIFY(!desk.states.contains(State::Lost));
        QTRY_COMPARE(daemon.subscriptions(), 2);
        daemon.put(FakeDaemon::incident("c"));
        QTRY_VERIFY(desk.session.incident(IncidentId {"c"}) != nullptr);
    }

    void expiredAccessTokenLogsInAgain()
    {
        FakeDaemon daemon;
        Desk desk;
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        daemon.forgetTokens();
        daemon.dropClients();
        daemon.put(FakeDaemon::incident("meanwhile"));
        QTRY_VERIFY(desk.session.incident(IncidentId {"meanwhile"}) != nullptr);
        QCOMPARE(desk.session.resyncs(), std::uint64_t(0));
        // Revoked for good: says so and stops asking.
        daemon.token = "another";
        daemon.forgetTokens();
        daemon.dropClients();
        QTRY_COMPARE(desk.session.state(), State::Denied);
    }

    void actionsApplyTheAnswerAndConflictsAreSaid()
    {
        FakeDaemon daemon;
        daemon.put(FakeDaemon::incident("a"));
        Desk desk;
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        const IncidentId id {"a"};
        const auto acknowledged = resultOf(desk.session.acknowledge(id, "looking"));
        QVERIFY(acknowledged);
        QCOMPARE(desk.session.incident(id)->status, IncidentStatus::Acknowledged);
        QCOMPARE(desk.session.incident(id)->version, 2);
        QVERIFY(daemon.seen().back().body.contains("\"version\":1"));
        QVERIFY(daemon.seen().back().body.contains("looking"));
        QVERIFY(resultOf(desk.session.assign(id, "ann")));
        QCOMPARE(desk.session.incident(id)->owner, std::string("ann"));
        QVERIFY(resultOf(desk.session.snooze(id, fromMicros(9))));
        QCOMPARE(desk.session.incident(id)->status, IncidentStatus::Snoozed);
        QVERIFY(resultOf(desk.session.reopen(id)));
        QVERIFY(resultOf(desk.session.comment(id, "hm")));
        // Somebody else was quicker, and we have not heard of it yet.
        Incident other = *desk.session.incident(id);
        other.version += 3;
        daemon.putSilently(other);
        const auto conflict = resultOf(desk.session.resolve(id, "done"));
        QVERIFY(!conflict);
        QCOMPARE(conflict.error().code, Error::Code::Conflict);
        QCOMPARE(desk.session.incident(id)->status, IncidentStatus::Open);
        QVERIFY(resultOf(desk.session.loadIncident(id)));
        QVERIFY(resultOf(desk.session.resolve(id, "done")));
        QVERIFY(desk.session.incident(id)->isClosed());
        const auto made = resultOf(desk.session.create({"By hand", Severity::Low, {}, {}, {}, {}, {}, {}, {}, {}}));
        QVERIFY(made);
        QVERIFY(desk.session.incident(made->id) != nullptr);
        QTRY_COMPARE(desk.session.recentChanges().back().type, std::string("incident.created"));
        QCOMPARE(desk.session.resyncs(), std::uint64_t(0));
    }

    void silenceIsStale()
    {
        FakeDaemon daemon;
        Desk desk;
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        QTRY_COMPARE(desk.session.state(), State::Stale);
        QVERIFY(*desk.session.dataAge() >= 900ms);
        daemon.tick();
        QTRY_COMPARE(desk.session.state(), State::Live);
        QVERIFY(*desk.session.dataAge() < 900ms);
    }

    /// A connection that hangs is not waited for when the operator says so.
    void aSilentConnectionIsMadeAnewOnDemand()
    {
        FakeDaemon daemon;
        SystemClock clock;
        WorkerThread worker(QStringLiteral("worker"));
        SessionOptions options = Desk::options({});
        options.stream.silence = 300ms;
        options.stream.giveUp = 60s;
        Session session(worker, clock, options);
        session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(session.state(), State::Live);
        QTRY_COMPARE(session.state(), State::Stale);
        QCOMPARE(daemon.subscriptions(), 1);
        session.retryNow();
        QTRY_COMPARE(daemon.subscriptions(), 2);
        QTRY_COMPARE(session.state(), State::Live);
    }

    void saysWhenItTriesAgain()
    {
        auto daemon = std::make_unique<FakeDaemon>();
        SystemClock clock;
        WorkerThread worker(QStringLiteral("worker"));
        SessionOptions options = Desk::options({});
        options.stream.minBackoff = options.stream.maxBackoff = 60s;
        options.minBackoff = options.maxBackoff = 60s;
        Session session(worker, clock, options);
        QVERIFY(!session.nextAttemptIn());
        session.connectTo(daemon->endpoint(), "secret");
        QTRY_COMPARE(session.state(), State::Live);
        QVERIFY(!session.nextAttemptIn());
        const Endpoint endpoint = daemon->endpoint();
        daemon.reset();
        QTRY_VERIFY(session.nextAttemptIn().value_or(0ms) >= 25s);
        QVERIFY(*session.nextAttemptIn() <= 60s);
        FakeDaemon again(static_cast<quint16>(endpoint.url.port()));
        session.retryNow();
        QTRY_VERIFY(session.nextAttemptIn() != std::nullopt || session.state() != State::Lost);
        // The same while there is no stream yet.
        Session fresh(worker, clock, options);
        Endpoint nowhere;
        {
            FakeDaemon gone;
            nowhere = gone.endpoint();
        }
        fresh.connectTo(nowhere, "secret");
        QTRY_VERIFY(fresh.nextAttemptIn().value_or(0ms) >= 25s);
    }

    /// One that gives access tokens and then refuses them is asked at the pace of the back-off.
    void refusedTokensDoNotSpin()
    {
        FakeDaemon daemon;
        daemon.intercept = [](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
            if (seen.path.startsWith("/system/status"))
                return FakeDaemon::Reply {401, "", "text/plain"};
            return std::nullopt;
        };
        SystemClock clock;
        WorkerThread worker(QStringLiteral("worker"));
        SessionOptions options = Desk::options({});
        options.minBackoff = options.maxBackoff = 60s;
        Session session(worker, clock, options);
        session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(session.state(), State::Lost);
        QCOMPARE(std::count_if(daemon.seen().begin(), daemon.seen().end(),
                               [](const FakeDaemon::Seen &seen) { return seen.path == "/auth/login"; }),
                 2);
        daemon.intercept = {};
        session.retryNow();
        QTRY_COMPARE(session.state(), State::Live);
    }

    void offlineStartShowsTheLastKnownState()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("cache/session.json"));
        {
            FakeDaemon daemon;
            daemon.put(FakeDaemon::incident("a", "Défaillance"));
            daemon.put(FakeDaemon::source("s"));
            Desk desk(file);
            desk.session.connectTo(daemon.endpoint(), "secret");
            QTRY_COMPARE(desk.session.state(), State::Live);
            daemon.sendSamples(1'700'000'000'000'000, {{"host_load1", 0.5}});
            QTRY_COMPARE(desk.samples, std::size_t(1));
        }
        QCOMPARE(QFileInfo(file).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
        QCOMPARE(QFileInfo(file).dir().exists(), true);
        Desk desk(file);
        QSignalSpy restored(&desk.session, &Session::restored);
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(desk.session.cachedAt().has_value());
        QVERIFY(!desk.session.dataAge().has_value());
        QCOMPARE(desk.session.incident(IncidentId {"a"})->title, std::string("Défaillance"));
        QCOMPARE(desk.session.sources().size(), std::size_t(1));
        QCOMPARE(desk.session.latest().at("host_load1").sample.value, 0.5);
        QVERIFY(!desk.session.recentChanges().empty());
        QCOMPARE(desk.session.state(), State::Offline);
        // A snapshot replaces it.
        FakeDaemon daemon;
        daemon.put(FakeDaemon::incident("b"));
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        QVERIFY(!desk.session.cachedAt().has_value());
        QVERIFY(desk.session.incident(IncidentId {"a"}) == nullptr);
    }

    /// Going from one server to another and back: neither shows what the other one knew.
    void twoServersDoNotMix()
    {
        QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first.json"));
        const QString second = folder.filePath(QStringLiteral("second.json"));
        FakeDaemon daemon;
        daemon.put(FakeDaemon::incident("a"));
        daemon.put(FakeDaemon::source("s"));
        Desk desk(first);
        desk.session.connectTo(daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.session.state(), State::Live);
        desk.session.close();
        QSignalSpy restored(&desk.session, &Session::restored);
        desk.session.changeCache(second);
        QCOMPARE(desk.session.incidents().size(), std::size_t(0));
        QCOMPARE(desk.session.sources().size(), std::size_t(0));
        QVERIFY(!desk.session.dataAge().has_value());
        QCOMPARE(desk.deltas.back().removed.size(), std::size_t(1));
        QTRY_COMPARE(restored.count(), 1);
        QVERIFY(!QFile::exists(second));
        desk.session.changeCache(first);
        QTRY_COMPARE(restored.count(), 2);
        QCOMPARE(desk.session.incidents().size(), std::size_t(1));
        QVERIFY(desk.session.cachedAt().has_value());
    }
    void damagedCache_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\x00\xff{", 3);
        QTest::newRow("cut") << QByteArray(R"({"format":1,"savedAt":1,"incidents":[{"id")");
        QTest::newRow("old format") << QByteArray(R"({"format":0,"savedAt":1,"incidents":[]})");
        QTest::newRow("array") << QByteArray("[]");
    }
    void damagedCache()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("session.json"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        QCOMPARE(loadSession(file).error().code, Error::Code::Invalid);
        Desk desk(file);
        QSignalSpy restored(&desk.session, &Session::restored);
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(!desk.session.cachedAt().has_value());
    }

    void cacheIsBounded()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("session.json"));
        SessionData data;
        for (int i = 0; i < 3000; ++i) {
            data.incidents.push_back(FakeDaemon::incident(std::to_string(i)));
            data.incidents.back().status = i < 1500 ? IncidentStatus::Resolved : IncidentStatus::Open;
        }
        QVERIFY(saveSession(file, data));
        const auto loaded = loadSession(file);
        QVERIFY(loaded);
        QCOMPARE(loaded->incidents.size(), std::size_t(2000));
        QCOMPARE(std::count_if(loaded->incidents.begin(), loaded->incidents.end(),
                               [](const Incident &i) { return !i.isClosed(); }),
                 1500);
        QVERIFY(!saveSession(QStringLiteral("/proc/nowhere/session.json"), data));
    }

    void resolvedOnesAreForgottenInTheEnd()
    {
        IncidentCache cache(10);
        std::vector<Incident> many;
        for (int i = 0; i < 30; ++i) {
            many.push_back(FakeDaemon::incident(std::to_string(i)));
            many.back().status = i < 5 ? IncidentStatus::Open : IncidentStatus::Resolved;
        }
        const IncidentDelta delta = cache.apply(many);
        QCOMPARE(cache.size(), std::size_t(15));
        QCOMPARE(delta.added.size(), std::size_t(15));
        QVERIFY(delta.removed.empty());
        // An older version never replaces a newer one, and a page may name one twice.
        Incident newer = FakeDaemon::incident("0", "newer");
        newer.version = 7;
        QCOMPARE(cache.apply({newer, newer, FakeDaemon::incident("0", "older")}).changed.size(), std::size_t(1));
        QCOMPARE(cache.find(IncidentId {"0"})->title, std::string("newer"));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
