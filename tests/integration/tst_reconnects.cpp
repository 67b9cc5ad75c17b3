// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console's event stream against a real vigied with its store, over a wire that breaks a thousand times.
#include "backend/client/eventstream.h"
#include "tests/daemon/runningdaemon.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <thread>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

/// Hands bytes on between the stream and the daemon, until it is told to break every connection, in the middle of
/// whatever is under way.
class BreakingWire {
public:
    explicit BreakingWire(std::uint16_t target)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, target] {
            while (QTcpSocket *near = m_server.nextPendingConnection()) {
                auto *far = new QTcpSocket(near);
                far->connectToHost(QHostAddress::LocalHost, target);
                QObject::connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
                QObject::connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
                QObject::connect(far, &QTcpSocket::disconnected, near, [near] { near->close(); });
                QObject::connect(near, &QTcpSocket::disconnected, near, [near] { near->deleteLater(); });
            }
        });
    }
    std::uint16_t port() const { return m_server.serverPort(); }
    void breakAll()
    {
        const auto sockets = m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
        for (QTcpSocket *socket : sockets)
            socket->abort();
    }

private:
    QTcpServer m_server;
};

/// Creates incidents one after another until told to stop; counts those that were acknowledged.
class Writer {
public:
    explicit Writer(const RunningDaemon &daemon)
        : m_client(daemon.client())
        , m_thread([this] { run(); })
    {
    }
    ~Writer() { stop(); }
    void stop()
    {
        m_end = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    std::int64_t acknowledged() const { return m_acknowledged; }

private:
    void run()
    {
        while (!m_end) {
            Json body;
            body.set("title", "no. " + std::to_string(m_acknowledged + 1));
            body.set("severity", "low");
            if (!m_client->send("POST", "/api/v1/incidents", body))
                return;
            ++m_acknowledged;
            std::this_thread::sleep_for(1ms);
        }
    }
    std::unique_ptr<RemoteClient> m_client;
    std::atomic<bool> m_end {false};
    std::atomic<std::int64_t> m_acknowledged {0};
    std::thread m_thread;
};

} // namespace

class TestReconnects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aThousandBrokenConnectionsLoseAndDoubleNothing()
    {
        RunningDaemon daemon;
        QVERIFY2(daemon.start("host: {enabled: false}\nstore: {keep_events: 1000000}\n"), daemon.output().constData());
        const auto remote = daemon.client();
        const auto status = remote->get("/system/status");
        QVERIFY(status);
        const std::int64_t before = (*status)["seq"].toInteger();

        BreakingWire wire(daemon.port());
        WorkerThread worker(QStringLiteral("worker"));
        EventStreamOptions options;
        options.minBackoff = 1ms;
        options.maxBackoff = 2ms;
        options.coalesce = 1ms;
        EventStream stream(worker, options);
        std::vector<std::int64_t> seqs;
        int resyncs = 0;
        QObject context;
        connect(&stream, &EventStream::events, &context, [&seqs](const EventBatch &batch) {
            for (const RecentChange &change : batch.changes)
                seqs.push_back(change.seq);
        });
        connect(&stream, &EventStream::resyncNeeded, &context, [&resyncs] { ++resyncs; });
        Endpoint endpoint;
        endpoint.url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(wire.port()));
        stream.start(endpoint, remote->accessToken().value(), before, (*status)["epoch"].dump());

        Writer writer(daemon);
        QElapsedTimer watch;
        watch.start();
        constexpr std::uint64_t rounds = 1000;
        for (std::uint64_t round = 1; round <= rounds; ++round) {
            QEventLoop loop; // qWaitFor() sleeps 10 ms between looks, which a thousand rounds would feel
            QTimer::singleShot(10'000, &loop, [&loop] { loop.exit(1); });
            connect(&stream, &EventStream::heard, &loop, [&] {
                if (stream.connections() >= round)
                    loop.quit();
            });
            QVERIFY2(stream.connections() >= round || loop.exec() == 0, qPrintable(QString::number(round)));
            wire.breakAll();
        }
        writer.stop();
        const std::int64_t last = before + writer.acknowledged();
        QVERIFY(writer.acknowledged() > 100);
        QTRY_COMPARE(stream.lastSeq(), last);
        QCOMPARE(resyncs, 0);
        QCOMPARE(static_cast<std::int64_t>(seqs.size()), writer.acknowledged());
        for (std::size_t i = 0; i < seqs.size(); ++i)
            QCOMPARE(seqs[i], before + static_cast<std::int64_t>(i) + 1);
        qInfo("%lld events over 1,000 broken connections in %lld ms", static_cast<long long>(writer.acknowledged()),
              watch.elapsed());
    }
};

QTEST_GUILESS_MAIN(TestReconnects)
#include "tst_reconnects.moc"
