// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// WebSockets over real sockets: handshake, bad frames, stuck readers, stop.
#include "backend/domain/json.h"
#include "tests/server/testserver.h"

#include <QTest>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
std::shared_ptr<const Event> numbered(std::int64_t seq, std::size_t size = 0)
{
    return std::make_shared<const Event>(
        Event {"incident.updated", Topic::Incidents, seq, {}, "{\"fill\":\"" + std::string(size, 'x') + "\"}"});
}

const std::string subscribeAll = R"({"op":"subscribe","topics":["incidents","sources","metrics"]})";

std::vector<Json> eventsIn(const std::optional<std::string> &frame)
{
    const auto json = frame ? parseJson(*frame) : Result<Json>(Json());
    return json ? json->array() : std::vector<Json>();
}
} // namespace

class TstWebSocket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void handshake_data()
    {
        QTest::addColumn<bool>("withToken");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << true << QByteArray() << 101;
        QTest::newRow("no token") << false << QByteArray() << 401;
        QTest::newRow("wrong token") << false << QByteArray("Authorization: Bearer xyz\r\n") << 401;
        QTest::newRow("browser") << true << QByteArray("Origin: http://evil.example\r\n") << 403;
        QTest::newRow("allowed origin") << true << QByteArray("Origin: https://wall.example\r\n") << 101;
        QTest::newRow("bytes sent ahead") << true << QByteArray("\r\n\x81") << 426;
    }
    void handshake()
    {
        QFETCH(bool, withToken);
        QFETCH(QByteArray, more);
        QFETCH(int, status);
        ServerOptions options;
        options.allowedOrigins = {"https://wall.example"};
        TestServer server(options);
        RawWebSocket socket;
        QCOMPARE(socket.open(server.port(), withToken ? server.login() : "", more.toStdString()), status);
        QVERIFY(!socket.handshake.header("x-request-id").empty());
        if (status != 101)
            return;
        QVERIFY(socket.sendText(subscribeAll));
        QCOMPARE(eventsIn(socket.text())[0]["type"].toString(), std::string("hello"));
        server.hub.publish(numbered(1));
        QCOMPARE(eventsIn(socket.text())[0]["seq"].toInteger(), 1);
    }

    void badFrames_data()
    {
        QTest::addColumn<int>("opcode");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("masked");
        QTest::addColumn<int>("code"); // 0: any end
        QTest::newRow("nonsense") << 1 << QByteArray("nonsense") << true << 1008;
        QTest::newRow("binary") << 2 << QByteArray("{}") << true << 1003;
        QTest::newRow("bad UTF-8") << 1 << QByteArray("\xff\xfe") << true << 0;
        QTest::newRow("unmasked") << 1 << QByteArray("{}") << false << 0;
        QTest::newRow("too long") << 1 << QByteArray(70'000, 'x') << true << 0;
        QTest::newRow("reserved opcode") << 5 << QByteArray("x") << true << 0;
        QTest::newRow("continuation of nothing") << 0 << QByteArray("x") << true << 0;
        QTest::newRow("long ping") << 9 << QByteArray(126, 'x') << true << 0;
        QTest::newRow("close") << 8 << QByteArray("\x03\xe8", 2) << true << 1000;
    }
    void badFrames()
    {
        QFETCH(int, opcode);
        QFETCH(QByteArray, payload);
        QFETCH(bool, masked);
        QFETCH(int, code);
        TestServer server;
        RawWebSocket socket;
        QCOMPARE(socket.open(server.port(), server.login()), 101);
        socket.sendFrame(opcode, payload.toStdString(), true, masked);
        auto frame = socket.text();
        if (code == 1008) {
            QCOMPARE(eventsIn(frame)[0]["type"].toString(), std::string("error"));
            frame = socket.text();
        }
        QVERIFY(!frame);
        if (code != 0)
            QCOMPARE(socket.closeCode(), code);
        QVERIFY(socket.waitForClose(4s));
        QTRY_COMPARE(onThread(server.io, [&] { return server.metrics.webSockets(); }), std::size_t {0});
        QTRY_COMPARE(server.hub.stats().clients, std::size_t {0});
    }

    void fragmentsAreJoined()
    {
        TestServer server;
        RawWebSocket socket;
        QCOMPARE(socket.open(server.port(), server.login()), 101);
        socket.sendFrame(1, subscribeAll.substr(0, 10), false);
        socket.sendFrame(9, "ping between");
        socket.sendFrame(0, subscribeAll.substr(10), true);
        QCOMPARE(eventsIn(socket.text())[0]["type"].toString(), std::string("hello"));
    }

    void largeFramesArriveWhole()
    {
        TestServer server;
        RawWebSocket socket;
        QCOMPARE(socket.open(server.port(), server.login()), 101);
        socket.sendText(subscribeAll);
        socket.text();
        for (int i = 1; i <= 16; ++i)
            server.hub.publish(numbered(i, 50'000));
        std::int64_t last = 0;
        while (last < 16) {
            const auto frame = socket.text();
            QVERIFY(frame);
            QVERIFY(frame->size() < 256U << 10U);
            for (const Json &event : eventsIn(frame))
                QCOMPARE(event["seq"].toInteger(), ++last);
        }
    }

    /// A client that stops reading costs its queue and no more, holds up nobody, and is told to resync when it reads
    /// again.
    void stuckReader()
    {
        EventHubOptions hubOptions;
        hubOptions.queueBytes = 300'000;
        hubOptions.flushEvery = 2ms;
        TestServer server({}, hubOptions);
        RawWebSocket stuck;
        RawWebSocket good;
        const std::string token = server.login();
        QCOMPARE(stuck.open(server.port(), token, {}, 8192), 101);
        QCOMPARE(good.open(server.port(), token), 101);
        for (RawWebSocket *socket : {&stuck, &good}) {
            socket->sendText(subscribeAll);
            QCOMPARE(eventsIn(socket->text())[0]["type"].toString(), std::string("hello"));
        }
        std::int64_t read = 0;
        constexpr std::int64_t count = 1000;
        for (std::int64_t i = 1; i <= count; ++i) {
            server.hub.publish(numbered(i, 5'000));
            while (i % 10 == 0 && read < i) {
                const auto frame = good.text();
                QVERIFY(frame);
                for (const Json &event : eventsIn(frame))
                    QCOMPARE(event["seq"].toInteger(), ++read);
            }
        }
        QVERIFY(server.hub.stats().resyncs > 0);
        std::int64_t expected = 0;
        bool resynced = false;
        while (expected < count) {
            const auto frame = stuck.text();
            QVERIFY(frame);
            for (const Json &event : eventsIn(frame)) {
                if (event["type"].toString() == "tick")
                    continue;
                if (event["type"].toString() == "resync") {
                    resynced = true;
                    expected = event["seq"].toInteger();
                    continue;
                }
                QCOMPARE(event["seq"].toInteger(), ++expected);
            }
        }
        QVERIFY(resynced);
    }

    void logoutEndsTheSocket()
    {
        EventHubOptions hubOptions;
        hubOptions.tickEvery = 20ms;
        TestServer server({}, hubOptions);
        RawWebSocket socket;
        const std::string token = server.login();
        QCOMPARE(socket.open(server.port(), token), 101);
        socket.sendText(subscribeAll);
        onThread(server.io, [&] { server.tokens.logout(server.tokens.authenticate(token)->session); });
        for (int frames = 0; frames < 5 && socket.text(3s); ++frames) { } // a tick each two seconds never ends
        QCOMPARE(socket.closeCode(), 1008);
    }

    void silentPeerIsDropped()
    {
        ServerOptions options;
        options.webSocketIdle = 300ms;
        EventHubOptions hubOptions;
        hubOptions.subscribeWithin = 60s;
        TestServer server(options, hubOptions);
        RawWebSocket socket;
        QCOMPARE(socket.open(server.port(), server.login()), 101);
        // Does not answer the ping: waitForClose() reads but says nothing.
        QVERIFY(socket.waitForClose(4s));
        RawWebSocket alive;
        QCOMPARE(alive.open(server.port(), server.login()), 101);
        QVERIFY(!alive.text(1500ms)); // answers pings
        QVERIFY(alive.isOpen() && alive.sendText(subscribeAll));
        QCOMPARE(eventsIn(alive.text())[0]["type"].toString(), std::string("hello"));
    }

    void tooManySockets()
    {
        ServerOptions options;
        options.maxWebSockets = 2;
        TestServer server(options);
        const std::string token = server.login();
        RawWebSocket a;
        RawWebSocket b;
        RawWebSocket c;
        QCOMPARE(a.open(server.port(), token), 101);
        QCOMPARE(b.open(server.port(), token), 101);
        QCOMPARE(c.open(server.port(), token), 503);
    }

    /// A place among those of an address is free again when its WebSocket ends, however that ends.
    void anEndedSocketGivesItsPlaceBack()
    {
        ServerOptions options;
        options.maxPerLoopback = 2;
        TestServer server(options);
        const std::string token = server.login();
        RawWebSocket stays;
        QCOMPARE(stays.open(server.port(), token), 101);
        QVERIFY(stays.sendText(subscribeAll));
        for (const char *end : {"close frame", "gone", "binary frame", "close frame", "gone"}) {
            RawWebSocket socket;
            QCOMPARE(socket.open(server.port(), token), 101);
            if (qstrcmp(end, "close frame") == 0)
                socket.sendFrame(8, std::string_view("\x03\xe8", 2));
            else if (qstrcmp(end, "binary frame") == 0)
                socket.sendFrame(2, "x");
            QVERIFY(qstrcmp(end, "gone") == 0 || socket.waitForClose(4s));
            socket.close();
            QTRY_COMPARE(onThread(server.io, [&] { return server.metrics.webSockets(); }), std::size_t {1});
        }
    }

    void stopSaysGoingAway()
    {
        TestServer server;
        RawWebSocket socket;
        QCOMPARE(socket.open(server.port(), server.login()), 101);
        socket.sendText(subscribeAll);
        socket.text();
        std::thread stopper([&server] { server.server->stop(); });
        for (int frames = 0; frames < 5 && socket.text(3s); ++frames) { } // a tick each two seconds never ends
        stopper.join(); // first: a thread that is left behind ends the whole program
        QCOMPARE(socket.closeCode(), 1001);
    }

    void stopDoesNotWaitForADeadPeer()
    {
        TestServer server;
        RawWebSocket socket;
        QCOMPARE(socket.open(server.port(), server.login()), 101);
        QElapsedTimer timer;
        timer.start();
        server.server->stop(); // nobody answers the close
        QVERIFY(timer.elapsed() < 6000);
    }
};

QTEST_GUILESS_MAIN(TstWebSocket)
#include "tst_websocket.moc"
