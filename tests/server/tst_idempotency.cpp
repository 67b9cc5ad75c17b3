// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests with an Idempotency-Key happen once: the book alone, and the incident routes over real connections.
#include "backend/server/idempotency.h"
#include "tests/server/testdaemon.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <map>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

/// Keeps every answer by the number of its request.
class Answers final : public ResponseChannel {
public:
    void respond(std::uint64_t exchange, Response response) override { all.emplace(exchange, std::move(response)); }
    std::map<std::uint64_t, Response> all;
};

/// A guarded handler whose requests are answered when the test says so.
struct Guard {
    FakeClock clock;
    std::shared_ptr<IdempotencyBook> book;
    std::shared_ptr<Answers> answers = std::make_shared<Answers>();
    std::vector<Responder> running;
    int runs {0};
    Handler handler;

    explicit Guard(IdempotencyLimits limits = {})
        : book(std::make_shared<IdempotencyBook>(clock, limits))
        , handler(book->guarded([this](const Request &, const Responder &responder) {
            ++runs;
            running.push_back(responder);
        }))
    {
    }
    ~Guard() { running.clear(); }

    void ask(std::uint64_t number, std::string_view key, const std::string &body = "{}",
             const std::string &user = "ada", std::string_view path = "/x")
    {
        Request request;
        request.method = Method::Post;
        request.path = path;
        request.body = body;
        request.principal.name = user;
        if (key != "none")
            request.headers.push_back({"idempotency-key", key});
        handler(request, Responder(answers, number, "r" + std::to_string(number)));
    }
    void answer(int status = 201, const std::string &body = "made")
    {
        const Responder next = running.front();
        running.erase(running.begin());
        next.send(Response::json(body, status));
    }
    int status(std::uint64_t number) const
    {
        const auto found = answers->all.find(number);
        return found == answers->all.end() ? 0 : found->second.status;
    }
    bool wasReplayed(std::uint64_t number) const
    {
        const auto &headers = answers->all.at(number).headers;
        return headers.size() == 1 && headers[0] == std::pair<std::string, std::string>("Idempotency-Replayed", "true");
    }
};

} // namespace

class TstIdempotency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRepetitionGetsTheFirstAnswer()
    {
        Guard guard;
        guard.ask(1, "k");
        guard.answer(201, "made");
        guard.ask(2, "k");
        QCOMPARE(guard.runs, 1);
        QCOMPARE(guard.status(2), 201);
        QCOMPARE(std::string(guard.answers->all.at(2).content()), std::string("made"));
        QVERIFY(guard.wasReplayed(2));
        QVERIFY(!guard.wasReplayed(1));
        guard.ask(3, "\"k\""); // quoted, as the draft has it
        QCOMPARE(guard.runs, 1);
    }
    void refusalsAreRememberedFailuresAreNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("runs");
        QTest::newRow("ok") << 200 << 1;
        QTest::newRow("invalid") << 400 << 2;
        QTest::newRow("too large") << 413 << 2;
        QTest::newRow("not found") << 404 << 1;
        QTest::newRow("conflict") << 409 << 1;
        QTest::newRow("unavailable") << 503 << 2;
        QTest::newRow("internal") << 500 << 2;
    }
    void refusalsAreRememberedFailuresAreNot()
    {
        QFETCH(int, status);
        QFETCH(int, runs);
        Guard guard;
        guard.ask(1, "k");
        guard.answer(status);
        guard.ask(2, "k");
        QCOMPARE(guard.runs, runs);
        QCOMPARE(guard.status(1), status);
    }
    void onlyTheSameRequestIsARepetition_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status"); // 0: runs
        QTest::newRow("another key") << QByteArray("l") << QByteArray("{}") << QByteArray("ada") << QByteArray("/x")
                                     << 0;
        QTest::newRow("another user") << QByteArray("k") << QByteArray("{}") << QByteArray("bob") << QByteArray("/x")
                                      << 0;
        QTest::newRow("another body") << QByteArray("k") << QByteArray("{ }") << QByteArray("ada") << QByteArray("/x")
                                      << 422;
        QTest::newRow("another path") << QByteArray("k") << QByteArray("{}") << QByteArray("ada") << QByteArray("/y")
                                      << 422;
        QTest::newRow("no key") << QByteArray("none") << QByteArray("{}") << QByteArray("ada") << QByteArray("/x") << 0;
        QTest::newRow("empty key") << QByteArray() << QByteArray("{}") << QByteArray("ada") << QByteArray("/x") << 400;
        QTest::newRow("space in it") << QByteArray("a b") << QByteArray("{}") << QByteArray("ada") << QByteArray("/x")
                                     << 400;
        QTest::newRow("not ASCII") << QByteArray("\xc3\xa9") << QByteArray("{}") << QByteArray("ada")
                                   << QByteArray("/x") << 400;
        QTest::newRow("too long") << QByteArray(129, 'k') << QByteArray("{}") << QByteArray("ada") << QByteArray("/x")
                                  << 400;
        QTest::newRow("longest") << QByteArray(128, 'k') << QByteArray("{}") << QByteArray("ada") << QByteArray("/x")
                                 << 0;
    }
    void onlyTheSameRequestIsARepetition()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, user);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        Guard guard;
        guard.ask(1, "k");
        guard.answer();
        guard.ask(2, key.toStdString(), body.toStdString(), user.toStdString(), path.toStdString());
        QCOMPARE(guard.runs, status == 0 ? 2 : 1);
        QCOMPARE(guard.status(2), status);
        if (status != 0)
            QVERIFY(guard.answers->all.at(2).content().find("\"field\":\"Idempotency-Key\"") != std::string::npos);
    }
    void repetitionsWaitForTheFirst()
    {
        Guard guard({16, 1U << 20U, 1h, 2});
        for (std::uint64_t i = 1; i <= 4; ++i)
            guard.ask(i, "k");
        QCOMPARE(guard.runs, 1);
        QCOMPARE(guard.status(3), 0);
        QCOMPARE(guard.status(4), 409);
        guard.answer();
        for (std::uint64_t i = 1; i <= 3; ++i)
            QCOMPARE(guard.status(i), 201);
        QVERIFY(guard.wasReplayed(3));
    }
    void aLostRequestCanBeTriedAgain()
    {
        Guard guard;
        guard.ask(1, "k");
        guard.ask(2, "k");
        guard.running.clear(); // the handler drops its responder
        QCOMPARE(guard.status(1), 500);
        QCOMPARE(guard.status(2), 500);
        QCOMPARE(guard.book->size(), std::size_t {0});
        guard.ask(3, "k");
        QCOMPARE(guard.runs, 2);
    }
    void isBounded()
    {
        Guard guard({4, 2000, 1min, 2});
        for (int i = 0; i < 20; ++i) {
            guard.ask(static_cast<std::uint64_t>(i), "key" + std::to_string(i));
            guard.answer(200, "x");
        }
        QVERIFY(guard.book->size() <= 4);
        guard.ask(100, "key19");
        QCOMPARE(guard.runs, 20); // the newest is still known
        guard.ask(101, "key0");
        QCOMPARE(guard.runs, 21); // the oldest is not
        guard.answer(200, std::string(5000, 'x'));
        QVERIFY(guard.book->bytes() <= 2000);
        guard.clock.advance(1min);
        guard.ask(102, "key19");
        QCOMPARE(guard.runs, 22); // too old
        QCOMPARE(guard.book->size(), std::size_t {1});
    }
    void theOnesUnderWayAreNeverForgotten()
    {
        Guard guard({2, 1U << 20U, 1min, 2});
        guard.ask(1, "a");
        guard.ask(2, "b");
        guard.clock.advance(1h);
        guard.ask(3, "c");
        QCOMPARE(guard.status(3), 503);
        guard.ask(4, "a");
        QCOMPARE(guard.runs, 2);
    }

    void incidentsAndCommentsAreMadeOnce()
    {
        TestDaemon daemon;
        const std::string auth = "Authorization: Bearer " + daemon.login() + "\r\n";
        const auto send = [&](const char *method, const std::string &path, const std::string &body, const char *key) {
            RawClient client; // a connection of its own, as after a lost one
            client.connect(daemon.port());
            return client.request(method, path, body, auth + "Idempotency-Key: " + key + "\r\n")
                .value_or(RawResponse());
        };
        const std::string body = R"({"title":"Once","severity":"low"})";
        const auto first = send("POST", "/api/v1/incidents", body, "1");
        const auto again = send("POST", "/api/v1/incidents", body, "1");
        QCOMPARE(first.status, 201);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("idempotency-replayed"), std::string("true"));
        QCOMPARE(onThread(daemon.io, [&] { return daemon.incidents->book().size(); }), std::size_t {1});

        const auto other = send("POST", "/api/v1/incidents", R"({"title":"Twice","severity":"low"})", "1");
        QCOMPARE(other.status, 422);
        QCOMPARE((*parseJson(other.body))["code"].toString(), std::string("invalid"));
        QCOMPARE((*parseJson(other.body))["field"].toString(), std::string("Idempotency-Key"));

        // What was refused burns no key.
        QCOMPARE(send("POST", "/api/v1/incidents", R"({"title":"","severity":"low"})", "5").status, 400);
        QCOMPARE(send("POST", "/api/v1/incidents", R"({"title":"Corrected","severity":"low"})", "5").status, 201);

        const std::string path = "/api/v1/incidents/" + (*parseJson(first.body))["id"].toString();
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(send("PUT", path, R"({"comment":"seen"})", "2").status, 200);
            QCOMPARE(send("POST", path + "/resolve", R"({"note":"done"})", "3").status, 200);
        }
        const auto details = send("GET", path, {}, "4");
        QCOMPARE((*parseJson(details.body))["timeline"].array().size(), std::size_t {3});
    }
};

QTEST_GUILESS_MAIN(TstIdempotency)
#include "tst_idempotency.moc"
