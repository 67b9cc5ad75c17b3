// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Recent changes say what happened, to whom and when; what fell silent is forgotten; what cannot be read is counted.
#include "backend/client/session.h"
#include "backend/domain/wire.h"
#include "tests/client/fakedaemon.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using test::FakeDaemon;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp serverTime {Duration(1'700'000'000'000'000)}; // what FakeDaemon says

struct ChangesDesk {
    FakeDaemon daemon;
    WorkerThread worker {QStringLiteral("worker")};
    SystemClock clock;
    std::unique_ptr<Session> session;

    void connectNow(const QString &cacheFile = {})
    {
        SessionOptions options;
        options.cacheFile = cacheFile;
        options.stream.minBackoff = 5ms;
        options.stream.maxBackoff = 50ms;
        session = std::make_unique<Session>(worker, clock, options);
        session->connectTo(daemon.endpoint(), daemon.token);
        QTRY_COMPARE(session->state(), Session::State::Live);
    }
    void change(Incident &incident, void (*how)(Incident &))
    {
        ++incident.version;
        incident.updatedAt += 1min;
        how(incident);
        daemon.put(incident);
    }
    /// Acknowledged, then a comment and an owner.
    void acknowledgeAndGoOn()
    {
        Incident incident = FakeDaemon::incident("a");
        daemon.put(incident);
        change(incident, [](Incident &i) {
            i.status = IncidentStatus::Acknowledged;
            i.acknowledgedAt = i.updatedAt;
        });
        change(incident, [](Incident &i) { i.labels = LabelSet {{"k", "v"}}; });
        change(incident, [](Incident &i) { i.owner = "ann"; });
    }
    QList<bool> news() const
    {
        QList<bool> out;
        for (const RecentChange &change : session->recentChanges())
            out << change.isNews;
        return out;
    }
};

} // namespace

class TestChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRemovalHasATimeAndAName_data()
    {
        QTest::addColumn<bool>("before"); // the removal is older than the connection
        QTest::newRow("as it happens") << false;
        QTest::newRow("in the snapshot") << true;
    }
    void aRemovalHasATimeAndAName()
    {
        QFETCH(bool, before);
        ChangesDesk desk;
        desk.daemon.put(FakeDaemon::source("7f3a"));
        if (before)
            desk.daemon.removeSource("7f3a");
        desk.connectNow();
        if (!before)
            desk.daemon.removeSource("7f3a");
        QTRY_COMPARE(desk.session->recentChanges().size(), std::size_t(2));
        const RecentChange removal = desk.session->recentChanges().back();
        QCOMPARE(removal.type, std::string("source.removed"));
        QCOMPARE(removal.title, std::string("Source 7f3a"));
        if (!before)
            QVERIFY(removal.at >= serverTime);
    }

    void anUnknownSourceHasNoName()
    {
        ChangesDesk desk;
        desk.daemon.removeSource("never-seen");
        desk.connectNow();
        QCOMPARE(desk.session->recentChanges().size(), std::size_t(1));
        QCOMPARE(desk.session->recentChanges().back().title, std::string());
    }

    void onlyTheFirstUpdateAcknowledges_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("as it happens") << false;
        QTest::newRow("in the snapshot") << true;
    }
    void onlyTheFirstUpdateAcknowledges()
    {
        QFETCH(bool, before);
        ChangesDesk desk;
        if (before)
            desk.acknowledgeAndGoOn();
        desk.connectNow();
        if (!before)
            desk.acknowledgeAndGoOn();
        QTRY_COMPARE(desk.session->recentChanges().size(), std::size_t(4));
        QCOMPARE(desk.news(), (QList<bool> {true, true, false, false}));
    }

    /// An acknowledgement of this very console is in the cache before its event comes.
    void ourOwnAcknowledgementIsNews()
    {
        ChangesDesk desk;
        desk.daemon.put(FakeDaemon::incident("a"));
        desk.connectNow();
        auto answer = desk.session->acknowledge(IncidentId {"a"});
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result());
        QTRY_COMPARE(desk.session->recentChanges().size(), std::size_t(2));
        QCOMPARE(desk.news(), (QList<bool> {true, true}));
    }

    /// The page of changes may be older than the rest of a snapshot.
    void noChangeIsMissing()
    {
        ChangesDesk desk;
        desk.daemon.put(FakeDaemon::incident("a"));
        bool asked = false;
        desk.daemon.intercept = [&](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
            if (!seen.path.startsWith("/api/v1/events") || std::exchange(asked, true))
                return std::nullopt;
            const std::string event = R"({"type":"incident.created","seq":1,"at":1700000000000000,"data":)"
                + wire::text(FakeDaemon::incident("a")) + "}";
            return FakeDaemon::Reply {.body = QByteArray::fromStdString("{\"items\":[" + event + "],\"seq\":1}")};
        };
        desk.daemon.put(FakeDaemon::incident("b"));
        desk.connectNow();
        QTRY_COMPARE(desk.session->recentChanges().size(), std::size_t(2));
        QCOMPARE(desk.session->recentChanges().back().subjectId, std::string("b"));
        QCOMPARE(desk.session->resyncs(), std::uint64_t(0));
    }

    void newsSurviveTheCache()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("session.json"));
        ChangesDesk desk;
        desk.acknowledgeAndGoOn();
        desk.connectNow(file);
        desk.session.reset();
        Session later(desk.worker, desk.clock, {.cacheFile = file});
        QSignalSpy restored(&later, &Session::restored);
        QTRY_COMPARE(restored.size(), 1);
        QCOMPARE(later.recentChanges().size(), std::size_t(4));
        QVERIFY(later.recentChanges()[1].isNews);
        QVERIFY(!later.recentChanges()[2].isNews);
    }

    /// A full disk that was unmounted must not come back with each start.
    void silentSeriesAreForgotten()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("session.json"));
        ChangesDesk desk;
        SourceStatus slow = FakeDaemon::source("slow");
        slow.interval = 1h;
        desk.daemon.put(slow);
        desk.connectNow(file);
        const auto at = [](Duration before) { return toMicros(serverTime - before); };
        desk.daemon.sendSamples(at(20min), {{"gone", 1.0}});
        desk.daemon.sendRaw(QStringLiteral(R"([{"type":"metrics.samples","seq":0,"data":{"t":%1,"source":"slow",)"
                                           R"("samples":[["rare",1]]}}])")
                                .arg(at(50min)));
        desk.daemon.sendSamples(at(0min), {{"there", 1.0}});
        QTRY_VERIFY(desk.session->latest().contains("there"));
        desk.session->close(); // keeps the state
        QVERIFY(!desk.session->latest().contains("gone"));
        QVERIFY(desk.session->latest().contains("rare"));
        desk.session.reset();
        Session later(desk.worker, desk.clock, {.cacheFile = file});
        QSignalSpy restored(&later, &Session::restored);
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(later.latest().contains("there"));
        QVERIFY(!later.latest().contains("gone"));
    }

    /// The same thing is not counted again with each snapshot, and another server begins anew.
    void whatCannotBeReadIsCounted()
    {
        ChangesDesk desk;
        desk.daemon.intercept = [&desk](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
            if (!seen.path.startsWith("/api/v1/incidents"))
                return std::nullopt;
            return FakeDaemon::Reply {.body = R"({"items":[{"id":7}],"next":null,"total":1,"seq":)"
                                          + QByteArray::number(qint64(desk.daemon.seq())) + "}"};
        };
        desk.connectNow();
        QSignalSpy changed(desk.session.get(), &Session::unreadableChanged);
        QCOMPARE(desk.session->unreadable(), std::uint64_t(1));
        desk.daemon.skipSeq();
        desk.daemon.put(FakeDaemon::source("s")); // a hole: everything is loaded again
        QTRY_COMPARE(desk.session->resyncs(), std::uint64_t(1));
        QTRY_COMPARE(desk.daemon.subscriptions(), 2);
        QCOMPARE(desk.session->unreadable(), std::uint64_t(1));
        desk.daemon.sendRaw(QStringLiteral(R"([{"type":"incident.created","seq":3,"data":{"id":8}}])"));
        QTRY_COMPARE(desk.session->unreadable(), std::uint64_t(2));
        QCOMPARE(changed.count(), 1);
        desk.session->close();
        desk.session->changeCache(QStringLiteral("/nowhere/other.json"));
        QCOMPARE(desk.session->unreadable(), std::uint64_t(0));
        QCOMPARE(desk.session->clockOffset(), Duration(0));
    }

    /// Every 30 s on the GUI thread: what is not kept is not copied.
    void keepingCopiesOnlyWhatIsKept()
    {
        IncidentCache cache(1'000'000);
        std::vector<Incident> many;
        for (int i = 0; i < 40'000; ++i) {
            Incident incident = FakeDaemon::incident("incident-with-a-long-id-" + std::to_string(i));
            incident.description.assign(500, 'x');
            incident.labels = LabelSet {{"instance", "db-" + std::to_string(i)}, {"job", "postgres-exporter"}};
            incident.status = i >= 39'000 ? IncidentStatus::Resolved : IncidentStatus::Open; // the newest are resolved
            incident.updatedAt = serverTime + std::chrono::seconds(i);
            many.push_back(std::move(incident));
        }
        cache.apply(many);
        QElapsedTimer timer;
        timer.start();
        std::vector<Incident> all = cache.mostWanted(many.size());
        const qint64 everything = timer.nsecsElapsed();
        timer.start();
        const std::vector<Incident> some = cache.mostWanted(2000);
        const qint64 picked = timer.nsecsElapsed();
        QCOMPARE(all.size(), many.size());
        QCOMPARE(some.size(), std::size_t(2000));
        QVERIFY(std::all_of(some.begin(), some.end(), [](const Incident &i) {
            return !i.isClosed() && i.updatedAt >= serverTime + std::chrono::seconds(37'000);
        }));
        QVERIFY2(picked * 3 < everything, qPrintable(QStringLiteral("%1 ns of %2").arg(picked).arg(everything)));
    }

    void aNewServerSavesNoMoreThanIsKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("session.json"));
        ChangesDesk desk;
        for (int i = 0; i < 2'100; ++i)
            desk.daemon.incidents["i" + std::to_string(i)] = FakeDaemon::incident("i" + std::to_string(i));
        desk.connectNow(file);
        QCOMPARE(desk.session->incidents().size(), std::size_t(2'100));
        desk.session.reset();
        QTRY_COMPARE(loadSession(file).map([](const SessionData &data) { return data.incidents.size(); }).value_or(0),
                     maxCachedIncidents);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
