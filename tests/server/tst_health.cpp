// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What watchdogs and a Prometheus read of the daemon.
#include "tests/server/testdaemon.h"

#include <QTest>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

class HealthAnswer final : public ResponseChannel {
public:
    void respond(std::uint64_t, Response response) override { status = response.status; }
    int status {0};
};

} // namespace

class TstHealth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_daemon = std::make_unique<TestDaemon>(); }
    void cleanupTestCase() { m_daemon.reset(); }

    /// A store that takes no writes is as ill for a watchdog as one that is gone.
    void databaseHealthFollowsTheStore_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("status");
        QTest::newRow("up") << int(StoreState::Up) << 200;
        QTest::newRow("read only") << int(StoreState::ReadOnly) << 503;
        QTest::newRow("down") << int(StoreState::Down) << 503;
    }
    void databaseHealthFollowsTheStore()
    {
        QFETCH(int, state);
        QFETCH(int, status);
        const Services &s = *m_daemon->services;
        Services ill {s.clock,
                      s.version,
                      s.startedAt,
                      s.tokens,
                      s.hub,
                      s.incidents,
                      s.history,
                      s.sources,
                      s.host,
                      s.events,
                      s.metrics,
                      s.background,
                      s.storeBackend,
                      [state] {
                          StoreHealth health;
                          health.state = static_cast<StoreState>(state);
                          return health;
                      }};
        Router router;
        addHealthRoutes(router, ill);
        NameValues params;
        const Route *route = router.find(Method::Get, "/health/database", params)->route;
        const auto answer = std::make_shared<HealthAnswer>();
        const Request request;
        route->handler(request, Responder(answer, 1, "r"));
        QCOMPARE(answer->status, status);
    }

    /// Prometheus wants each bucket to contain those below it, and the last one everything.
    void bucketsAddUp()
    {
        RawClient client;
        QVERIFY(client.connect(m_daemon->port()));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.request("GET", "/health")->status, 200);
        const std::string text = client.request("GET", "/metrics")->body;
        const std::string labels = "method=\"GET\",route=\"/health\"";
        const std::string bucket = "\nresponse_time_seconds_bucket{" + labels;
        double last = 0;
        int buckets = 0;
        for (std::size_t at = text.find(bucket); at != std::string::npos; at = text.find(bucket, at + 1), ++buckets) {
            const double value = std::stod(text.substr(text.find("} ", at) + 2));
            QVERIFY(value >= last);
            last = value;
        }
        QVERIFY(buckets > 3);
        QCOMPARE(last, 3.0);
        QVERIFY(text.find("\nresponse_time_seconds_count{" + labels + "} 3\n") != std::string::npos);
    }

    /// Behind a proxy on this machine everybody comes from loopback.
    void whoComesThroughAProxyIsNotLocal_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("status");
        QTest::newRow("itself") << QByteArray("X-Other: 1") << 200;
        for (const char *name :
             {"Forwarded: for=192.0.2.7", "X-Forwarded-For: 192.0.2.7", "X-Real-IP: 192.0.2.7", "Via: 1.1 haproxy"})
            QTest::newRow(name) << QByteArray(name) << 401;
    }
    void whoComesThroughAProxyIsNotLocal()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, status);
        for (const char *path : {"/metrics", "/health/database", "/admin/metrics/prometheus"}) {
            RawClient client;
            QVERIFY(client.connect(m_daemon->port()));
            client.send("GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + header.toStdString()
                        + "\r\n\r\n");
            QCOMPARE(client.response(3s)->status, status);
        }
        RawClient open;
        QVERIFY(open.connect(m_daemon->port()));
        open.send("GET /health HTTP/1.1\r\nHost: localhost\r\n" + header.toStdString() + "\r\n\r\n");
        QCOMPARE(open.response(3s)->status, 200);
    }

private:
    std::unique_ptr<TestDaemon> m_daemon;
};

QTEST_GUILESS_MAIN(TstHealth)
#include "tst_health.moc"
