// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are odd as a whole: endless ones, and a snapshot whose parts are of different age.

#include "backend/client/apiclient.h"
#include "backend/client/session.h"
#include "tests/client/fakedaemon.h"
#include "tests/support/tinyserver.h"

#include <QTest>

using namespace vigie;
using test::FakeDaemon;
using test::TinyServer;

class TestAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsBounded_data()
    {
        QTest::addColumn<int>("mebibytes");
        QTest::addColumn<bool>("fits");
        QTest::newRow("large") << 8 << true;
        QTest::newRow("too large") << 66 << false;
    }
    void anAnswerIsBounded()
    {
        QFETCH(int, mebibytes);
        QFETCH(bool, fits);
        TinyServer server([size = std::size_t(mebibytes) << 20U](const std::string &) {
            return TinyServer::http(200, "\"" + std::string(size - 2, 'x') + "\"",
                                    "Content-Type: application/json\r\n");
        });
        WorkerThread worker(QStringLiteral("worker"));
        Endpoint endpoint;
        endpoint.url = QUrl(QString::fromStdString(server.url({})));
        endpoint.timeout = std::chrono::seconds(15);
        ApiClient client(worker, endpoint);
        const auto answer = client.health();
        QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 20'000);
        const bool tooLarge = !answer.result() && answer.result().error().code == Error::Code::TooLarge;
        QCOMPARE(!tooLarge, fits);
    }

    /// The list of incidents is asked for first and may be older than the rest: what happened in between must not be
    /// lost. The stream goes on from the oldest part.
    void whatHappensBetweenThePartsOfASnapshotIsNotLost()
    {
        FakeDaemon daemon;
        bool listed = false;
        daemon.intercept = [&](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
            if (!seen.path.startsWith("/api/v1/incidents") || std::exchange(listed, true))
                return std::nullopt;
            daemon.put(FakeDaemon::incident("in-between"));
            return FakeDaemon::Reply {.body = R"({"items":[],"next":null,"total":0,"seq":0})"};
        };
        WorkerThread worker(QStringLiteral("worker"));
        SystemClock clock;
        Session session(worker, clock, {});
        session.connectTo(daemon.endpoint(), daemon.token);
        QTRY_VERIFY(session.state() == Session::State::Live);
        QTRY_VERIFY(session.incident(IncidentId {"in-between"}) != nullptr);
        QCOMPARE(session.resyncs(), std::uint64_t {0});
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
