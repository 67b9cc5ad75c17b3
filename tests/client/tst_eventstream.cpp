// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apiclient.h"
#include "backend/client/eventparser.h"
#include "backend/client/eventstream.h"
#include "backend/domain/wire.h"
#include "tests/client/fakedaemon.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace vigie;
using test::FakeDaemon;
using namespace std::chrono_literals;

namespace {
/// A stream on a fake daemon and everything it says.
struct Rig {
    FakeDaemon daemon;
    WorkerThread worker {QStringLiteral("worker")};
    EventStream stream;
    QObject context;
    std::vector<EventBatch> batches;
    std::vector<std::int64_t> seqs; ///< of every change, as it arrived
    std::vector<Error> errors;
    QStringList resyncs;

    explicit Rig(EventStreamOptions options = quick())
        : stream(worker, options)
    {
        QObject::connect(&stream, &EventStream::events, &context, [this](const EventBatch &batch) {
            batches.push_back(batch);
            for (const RecentChange &change : batch.changes)
                seqs.push_back(change.seq);
        });
        QObject::connect(&stream, &EventStream::failed, &context, [this](const Error &e) { errors.push_back(e); });
        QObject::connect(&stream, &EventStream::resyncNeeded, &context, [this](const QString &r) { resyncs << r; });
        daemon.intercept = [](const FakeDaemon::Seen &) { return std::nullopt; };
    }
    static EventStreamOptions quick()
    {
        EventStreamOptions options;
        options.minBackoff = 1ms;
        options.maxBackoff = 20ms;
        options.silence = 400ms;
        options.giveUp = 800ms;
        return options;
    }
    std::string logIn()
    {
        ApiClient client(worker, daemon.endpoint());
        auto future = client.login(daemon.token);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 5000) || !future.result())
            return {};
        return future.result()->accessToken;
    }
    /// qWaitFor() sleeps 10 ms between looks, which a thousand rounds would feel.
    bool waitForConnections(std::uint64_t count)
    {
        QEventLoop loop;
        QTimer::singleShot(5000, &loop, [&loop] { loop.exit(1); });
        QObject::connect(&stream, &EventStream::heard, &loop, [&] {
            if (stream.connections() >= count)
                loop.quit();
        });
        return stream.connections() >= count || loop.exec() == 0;
    }
    void start(std::int64_t since = 0) { stream.start(daemon.endpoint(), logIn(), since, daemon.epoch); }
};
} // namespace

class TestEventStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void garbageFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        for (const char *text :
             {"", " ", "{", "[", "[}", "nul", "{}", "1", "[1]", "[[]]", "[{}]", "[{\"type\":1}]", "[{\"type\":\"\"}]",
              "[{\"seq\":1}]", "\xff\xff", "[{\"type\":\"tick\"}", "[\"\\ud800\"]"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray(5000, '[');
        QTest::newRow("nul byte") << QByteArray("[\0]", 3);
    }
    void garbageFrames()
    {
        QFETCH(QByteArray, frame);
        EventParser parser;
        const auto events = parser.parse({frame.constData(), static_cast<std::size_t>(frame.size())});
        QVERIFY(!events);
        QCOMPARE(events.error().code, Error::Code::Protocol);
        // The parser is good for the next frame.
        QVERIFY(parser.parse(R"([{"type":"tick","seq":0,"data":{"now":1}}])"));
    }

    void readsEveryType()
    {
        EventParser parser;
        const std::string incident = wire::text(FakeDaemon::incident("a"));
        const std::string source = wire::text(FakeDaemon::source("s"));
        const auto events = parser.parse(
            R"([{"type":"hello","seq":4,"data":{"epoch":"e","now":7,"resync":true}},{"type":"tick","seq":0,"data":{"now":8}},)"
            R"({"type":"incident.updated","seq":5,"data":)"
            + incident + R"(},{"type":"source.changed","seq":6,"data":)" + source
            + R"(},{"type":"source.removed","seq":7,"data":{"id":"s"}},{"type":"resync","seq":0},)"
              R"({"type":"metrics.samples","seq":0,"data":{"t":9,"source":"host","samples":)"
              "[[\"a{b=\\\"c\\\"}\",1.5],[\"1bad\",1],[\"n\",null]]}},"
              R"({"type":"incident.updated","seq":8,"data":{"id":1}},{"type":"brand.new","seq":9,"data":{}}])");
        QVERIFY(events);
        QCOMPARE(events->size(), std::size_t(9));
        QCOMPARE(std::get<StreamEvent::Hello>(events->at(0).data).epoch, std::string("\"e\""));
        QVERIFY(std::get<StreamEvent::Hello>(events->at(0).data).resync);
        QCOMPARE(std::get<Incident>(events->at(2).data).title, std::string("Disk full"));
        QCOMPARE(std::get<SourceStatus>(events->at(3).data).id.value, std::string("s"));
        QCOMPARE(std::get<StreamEvent::Removed>(events->at(4).data).id.value, std::string("s"));
        QVERIFY(std::holds_alternative<StreamEvent::Resync>(events->at(5).data));
        const auto &samples = std::get<SampleBatch>(events->at(6).data).samples;
        QCOMPARE(samples.size(), std::size_t(2));
        QCOMPARE(samples[0].series.labels.value("b"), std::string_view("c"));
        QVERIFY(std::holds_alternative<StreamEvent::Unreadable>(events->at(7).data));
        QVERIFY(std::holds_alternative<StreamEvent::Other>(events->at(8).data));
        QVERIFY(!events->at(8).isDurable());
    }

    void accumulatorMergesAndStaysBounded()
    {
        EventAccumulator events(100, 5);
        for (int i = 1; i <= 1000; ++i) {
            Incident incident = FakeDaemon::incident(std::to_string(i % 3));
            incident.version = i;
            events.add(std::move(incident));
            SampleBatch batch {SourceId {"h"}, fromMicros(i), std::vector<SeriesSample>(10)};
            events.add(std::move(batch));
            events.add(RecentChange {"incident.updated", i, {}, {}, {}, {}, {}, {}, {}});
        }
        events.add(FakeDaemon::source("s"));
        events.remove(SourceId {"s"});
        events.remove(SourceId {"t"});
        events.add(FakeDaemon::source("t"));
        const EventBatch batch = events.take();
        QCOMPARE(batch.incidents.size(), std::size_t(3));
        QCOMPARE(batch.incidents[0].version, 1000 - 0); // id "1": 1000 % 3 == 1
        QCOMPARE(batch.samples.size(), std::size_t(10));
        QCOMPARE(toMicros(batch.samples.back().at), 1000);
        QCOMPARE(batch.droppedSamples, std::size_t(9900));
        QCOMPARE(batch.changes.size(), std::size_t(5));
        QCOMPARE(batch.changes.back().seq, 1000);
        QCOMPARE(batch.sources.size(), std::size_t(1));
        QCOMPARE(batch.sources[0].id.value, std::string("t"));
        QCOMPARE(batch.removedSources, std::vector {SourceId {"s"}});
        QVERIFY(events.empty());
        QVERIFY(events.take().incidents.empty());
    }

    void deliversInOrderOnceAndCoalesced()
    {
        Rig rig;
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        for (int i = 0; i < 2000; ++i)
            rig.daemon.put(FakeDaemon::incident(std::to_string(i % 50)));
        rig.daemon.sendSamples(5, {{"host_load1", 0.5}});
        QTRY_COMPARE(rig.stream.lastSeq(), 2000);
        QTRY_VERIFY(!rig.batches.back().samples.empty());
        QVERIFY2(rig.batches.size() < 500, qPrintable(QString::number(rig.batches.size())));
        QCOMPARE(rig.resyncs.size(), 0);
        QCOMPARE(rig.seqs.back(), 2000);
    }

    void doubledEventsAreDropped()
    {
        Rig rig;
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        rig.daemon.put(FakeDaemon::incident("a"));
        rig.daemon.sendRaw(QString::fromStdString(R"([{"type":"incident.updated","seq":1,"data":)"
                                                  + wire::text(FakeDaemon::incident("a", "twice")) + "}]"));
        rig.daemon.put(FakeDaemon::incident("b"));
        QTRY_COMPARE(rig.stream.lastSeq(), 2);
        QCOMPARE(rig.seqs, (std::vector<std::int64_t> {1, 2}));
    }

    void aHoleAsksForAResync()
    {
        Rig rig;
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        rig.daemon.put(FakeDaemon::incident("a"));
        rig.daemon.skipSeq();
        rig.daemon.put(FakeDaemon::incident("b"));
        QTRY_COMPARE(rig.resyncs.size(), 1);
        QCOMPARE(rig.stream.state(), EventStream::State::Stopped);
        QCOMPARE(rig.seqs, std::vector<std::int64_t> {1});
    }

    void otherEpochAndLostEventsAskForAResync()
    {
        Rig rig;
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        rig.daemon.restartLog("\"e2\"");
        rig.daemon.dropClients();
        QTRY_COMPARE(rig.resyncs.size(), 1);
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        rig.daemon.sendRaw(QStringLiteral(R"([{"type":"resync","seq":0,"data":{}}])"));
        QTRY_COMPARE(rig.resyncs.size(), 2);
    }

    /// A restored backup: the same log, but shorter than what was heard already.
    void aLogThatWentBackAsksForAResync()
    {
        Rig rig;
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        rig.daemon.put(FakeDaemon::incident("a"));
        rig.daemon.put(FakeDaemon::incident("b"));
        QTRY_COMPARE(rig.seqs.size(), std::size_t(2));
        rig.daemon.sendRaw(
            QStringLiteral(R"([{"type":"hello","seq":1,"data":{"epoch":"e1","now":1,"resync":false}}])"));
        QTRY_COMPARE(rig.resyncs.size(), 1);
    }

    /// Each try comes later than the one before, up to a bound, and never at a time others could guess.
    void triesGetRarerAndAreScattered()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QElapsedTimer timer;
        timer.start();
        std::vector<qint64> tries;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                tries.push_back(timer.elapsed());
                socket->abort();
                socket->deleteLater();
            }
        });
        WorkerThread worker(QStringLiteral("worker"));
        EventStreamOptions options;
        options.minBackoff = 20ms;
        options.maxBackoff = 160ms;
        EventStream stream(worker, options);
        Endpoint endpoint;
        endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        stream.start(endpoint, "token", 0, {});
        constexpr std::size_t doublings = 4; // 20, 40, 80 ms, then the bound
        QTRY_VERIFY(tries.size() > doublings + 12);
        qint64 shortest = 1'000'000;
        for (std::size_t i = doublings; i < doublings + 12; ++i)
            shortest = std::min(shortest, tries[i] - tries[i - 1]);
        QVERIFY2(shortest >= 70, qPrintable(QString::number(shortest))); // half of the bound, less a coarse timer's 5 %
        QVERIFY2(shortest < 150, qPrintable(QString::number(shortest)));
    }

    void silenceIsStaleThenLostThenLiveAgain()
    {
        Rig rig;
        QList<EventStream::State> states;
        connect(&rig.stream, &EventStream::stateChanged, this, [&](EventStream::State s) { states << s; });
        rig.start();
        QElapsedTimer watch;
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        watch.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Stale);
        QVERIFY2(watch.elapsed() >= 250 && watch.elapsed() < 700, qPrintable(QString::number(watch.elapsed())));
        rig.daemon.tick();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        QTRY_VERIFY(states.contains(EventStream::State::Lost));
        QTRY_VERIFY(rig.stream.connections() >= 2);
    }

    void aGarbageFrameReconnectsWithoutLoss()
    {
        Rig rig;
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        rig.daemon.put(FakeDaemon::incident("a"));
        rig.daemon.sendRaw(QStringLiteral("this is no JSON"));
        rig.daemon.put(FakeDaemon::incident("b"));
        QTRY_COMPARE(rig.stream.lastSeq(), 2);
        QTRY_VERIFY(rig.stream.connections() >= 2);
        QCOMPARE(rig.seqs, (std::vector<std::int64_t> {1, 2}));
        QVERIFY(!rig.errors.empty());
    }

    void refusedTokenIsSaid()
    {
        Rig rig;
        rig.daemon.refuseStream = true;
        rig.start();
        QTRY_VERIFY(!rig.errors.empty());
        QCOMPARE(rig.errors.front().code, Error::Code::Unauthenticated);
        rig.daemon.refuseStream = false;
        rig.stream.retryNow();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
    }

    void largeFrame()
    {
        Rig rig;
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        Incident incident = FakeDaemon::incident("big");
        while (incident.description.size() < 900'000)
            incident.description += "Überlastung – événement né à l’été 🔥 ";
        rig.daemon.put(incident);
        QTRY_COMPARE(rig.stream.lastSeq(), 1);
        QCOMPARE(rig.batches.back().incidents.at(0).description, incident.description);
    }

    void tooLargeFrameIsRefused()
    {
        EventStreamOptions options = Rig::quick();
        options.maxMessage = 64U << 10U;
        Rig rig(options);
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        rig.daemon.sendRaw(QLatin1Char('[') + QString(200'000, QLatin1Char(' ')) + QLatin1Char(']'));
        QTRY_VERIFY(rig.stream.connections() >= 2);
    }

    void aThousandReconnectsLoseAndDoubleNothing()
    {
        EventStreamOptions options = Rig::quick();
        options.coalesce = 1ms;
        Rig rig(options);
        rig.start();
        QTRY_COMPARE(rig.stream.state(), EventStream::State::Live);
        QElapsedTimer watch;
        watch.start();
        constexpr int rounds = 1000;
        for (int i = 0; i < rounds; ++i) {
            const std::uint64_t before = rig.stream.connections();
            rig.daemon.put(FakeDaemon::incident(std::to_string(i % 7)));
            // Now and then before the greeting could be read.
            if (i % 10 == 0)
                rig.daemon.dropClients();
            else
                rig.daemon.closeClients();
            rig.daemon.put(FakeDaemon::incident(std::to_string(i % 5)));
            QVERIFY(rig.waitForConnections(before + 1));
        }
        QTRY_COMPARE(rig.stream.lastSeq(), 2 * rounds);
        QCOMPARE(rig.resyncs.size(), 0);
        QCOMPARE(rig.seqs.size(), std::size_t(2 * rounds));
        for (std::size_t i = 0; i < rig.seqs.size(); ++i)
            QCOMPARE(rig.seqs[i], static_cast<std::int64_t>(i) + 1);
        qInfo("1,000 reconnects in %lld ms", watch.elapsed());
    }

    void destructionWhileConnecting()
    {
        FakeDaemon daemon;
        WorkerThread worker(QStringLiteral("worker"));
        for (int i = 0; i < 50; ++i) {
            EventStream stream(worker, Rig::quick());
            stream.start(daemon.endpoint(), "x", 0, "");
            if (i % 2 == 0)
                QTest::qWait(1);
        }
    }

    void parsingSpeed()
    {
        std::string frame = "[";
        for (int i = 0; i < 1000; ++i) {
            frame += i == 0 ? "" : ",";
            frame += R"({"type":"incident.updated","seq":)" + std::to_string(i) + R"(,"data":)"
                + wire::text(FakeDaemon::incident(std::to_string(i))) + "}";
        }
        frame += "]";
        std::string samples = R"([{"type":"metrics.samples","seq":0,"data":{"t":1,"source":"h","samples":[)";
        for (int i = 0; i < 1000; ++i)
            samples
                += (i == 0 ? "" : ",") + std::string("[\"host_disk{device=\\\"d") + std::to_string(i) + "\\\"}\",0.25]";
        samples += "]}}]";
        EventParser parser;
        QVERIFY(parser.parse(samples));
        QElapsedTimer watch;
        watch.start();
        for (int i = 0; i < 20; ++i)
            QVERIFY(parser.parse(frame));
        const double incident = static_cast<double>(watch.nsecsElapsed()) / 20'000'000.0;
        watch.restart();
        for (int i = 0; i < 20; ++i)
            QVERIFY(parser.parse(samples));
        const double sample = static_cast<double>(watch.nsecsElapsed()) / 20'000'000.0;
        qInfo("parsing: %.2f us an incident event, %.3f us a sample", incident, sample);
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
