// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apiclient.h"
#include "backend/client/apireader.h"
#include "backend/client/apiwriter.h"
#include "backend/client/requestkey.h"
#include "backend/client/seriesparser.h"
#include "backend/domain/wire.h"
#include "tests/client/fakedaemon.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace vigie;
using test::FakeDaemon;
using namespace std::chrono_literals;

namespace {
/// Waits for a future of the client without blocking the event loop.
template<typename T>
Result<T> answerOf(QFuture<Result<T>> future, int ms = 8000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, ms))
        return fail(Error::Code::Internal, "the future never finished");
    return future.result();
}
} // namespace

class TestApiClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failures_data()
    {
        using Reply = FakeDaemon::Reply;
        QTest::addColumn<Reply>("reply");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, Reply reply, Error::Code code) {
            QTest::newRow(name) << reply << static_cast<int>(code);
        };
        row("problem document",
            {409, R"({"type":"x","title":"t","status":409,"detail":"d","code":"conflict"})",
             "application/problem+json"},
            Error::Code::Conflict);
        row("plain 404", {404, "nope", "text/plain"}, Error::Code::NotFound);
        row("plain 500", {500, "<html>", "text/html"}, Error::Code::Internal);
        row("unavailable", {503, "", "text/plain"}, Error::Code::Unavailable);
        row("rate limited", {429, "", "text/plain"}, Error::Code::RateLimited);
        row("garbage in 200", {200, "\xff\xfe{]", "application/json"}, Error::Code::Protocol);
        row("empty 200", {200, "", "application/json"}, Error::Code::Protocol);
        row("not the object", {200, R"([1,2])", "application/json"}, Error::Code::Protocol);
        row("items missing", {200, R"({"total":3})", "application/json"}, Error::Code::Protocol);
        row("nested too deep", {200, QByteArray(500, '[') + QByteArray(500, ']'), "application/json"},
            Error::Code::Protocol);
        row("redirect", {302, "", "text/plain"}, Error::Code::Protocol);
        row("hangs", {200, "", "application/json", true}, Error::Code::Timeout);
        row("cut off", {200, R"({"items":[],"total":0,"seq":1})", "application/json", false, true},
            Error::Code::Unreachable);
    }
    void failures()
    {
        QFETCH(FakeDaemon::Reply, reply);
        QFETCH(int, code);
        FakeDaemon daemon;
        daemon.intercept = [reply](const FakeDaemon::Seen &) { return std::optional(reply); };
        WorkerThread worker(QStringLiteral("worker"));
        Endpoint endpoint = daemon.endpoint();
        endpoint.timeout = 400ms;
        ApiClient client(worker, endpoint);
        const auto page = answerOf(client.incidents({}));
        QVERIFY(!page);
        QCOMPARE(static_cast<int>(page.error().code), code);
        QVERIFY(!page.error().detail.empty() || code == static_cast<int>(Error::Code::Internal));
    }

    void refusedConnection()
    {
        Endpoint endpoint;
        {
            FakeDaemon gone;
            endpoint = gone.endpoint();
        }
        WorkerThread worker(QStringLiteral("worker"));
        ApiClient client(worker, endpoint);
        const auto health = answerOf(client.health());
        QVERIFY(!health);
        QCOMPARE(health.error().code, Error::Code::Unreachable);
    }

    void badCaFileNamesIt()
    {
        Endpoint endpoint;
        endpoint.url = QUrl(QStringLiteral("https://127.0.0.1:1"));
        endpoint.tls.caFile = "/nonexistent/ca.pem";
        WorkerThread worker(QStringLiteral("worker"));
        ApiClient client(worker, endpoint);
        const auto health = answerOf(client.health());
        QVERIFY(!health);
        QCOMPARE(health.error().code, Error::Code::Invalid);
        QCOMPARE(health.error().field, std::string("caFile"));
    }

    void answersAndSendsTheToken()
    {
        FakeDaemon daemon;
        daemon.putSilently(FakeDaemon::incident("a"));
        WorkerThread worker(QStringLiteral("worker"));
        ApiClient client(worker, daemon.endpoint());
        const auto refused = answerOf(client.systemStatus());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Unauthenticated);
        const auto login = answerOf(client.login("secret"));
        QVERIFY(login);
        QCOMPARE(login->user.name, std::string("ann"));
        client.setAccessToken(login->accessToken);
        const auto status = answerOf(client.systemStatus());
        QVERIFY(status);
        QCOMPARE(status->epoch, std::string("\"e1\""));
        const auto detail = answerOf(client.incident(IncidentId {"a"}));
        QVERIFY(detail);
        QCOMPARE(detail->incident.title, std::string("Disk full"));
        QVERIFY(answerOf(client.logout()));
    }

    /// What an operator does can be told from what was sent twice.
    void actionsCarryAKey()
    {
        FakeDaemon daemon;
        daemon.putSilently(FakeDaemon::incident("a"));
        WorkerThread worker(QStringLiteral("worker"));
        ApiClient client(worker, daemon.endpoint());
        client.setAccessToken(answerOf(client.login("secret"))->accessToken);
        const auto keyOfLast = [&daemon] { return daemon.seen().last().idempotencyKey; };
        QVERIFY(keyOfLast().isEmpty());
        QVERIFY(answerOf(client.systemStatus()));
        QVERIFY(keyOfLast().isEmpty());
        QSet<QByteArray> keys;
        const QRegularExpression uuid(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        const auto note = [&] {
            QVERIFY2(uuid.match(QString::fromLatin1(keyOfLast())).hasMatch(), keyOfLast().constData());
            keys.insert(keyOfLast());
        };
        QVERIFY(answerOf(client.updateIncident(IncidentId {"a"}, {})));
        note();
        QVERIFY(answerOf(client.resolveIncident(IncidentId {"a"}, {})));
        note();
        IncidentDraft draft;
        draft.title = "By hand";
        QVERIFY(answerOf(client.createIncident(draft)));
        note();
        (void)answerOf(client.addSource({}));
        note();
        (void)answerOf(client.checkSource(SourceId {"s"}));
        note();
        QCOMPARE(keys.size(), 5);
        draft.requestKey = "mine";
        QVERIFY(answerOf(client.createIncident(draft)));
        QCOMPARE(keyOfLast(), QByteArray("mine"));
        QVERIFY(!daemon.seen().last().body.contains("mine"));
    }

    void theSameWishKeepsItsKey()
    {
        RequestKey<IncidentDraft> keys;
        IncidentDraft draft;
        draft.title = "x";
        const std::string first = keys.named(draft).requestKey;
        keys.failed({Error::Code::Timeout, "", {}});
        QCOMPARE(keys.named(draft).requestKey, first);
        draft.title = "y";
        const std::string second = keys.named(draft).requestKey;
        QVERIFY(second != first);
        keys.failed({Error::Code::Invalid, "", {}});
        QVERIFY(keys.named(draft).requestKey != second);
    }

    void largeSnapshotInFrenchAndGerman()
    {
        FakeDaemon daemon;
        daemon.forgetTokens();
        std::string text;
        while (text.size() < 20'000)
            text += "Défaillance d’un nœud ; überlastete Größe €… 🔥 ";
        for (int i = 0; i < 110; ++i) {
            Incident incident = FakeDaemon::incident(std::to_string(1000 + i));
            incident.description = text;
            daemon.putSilently(incident);
        }
        WorkerThread worker(QStringLiteral("worker"));
        ApiClient client(worker, daemon.endpoint());
        client.setAccessToken(answerOf(client.login("secret"))->accessToken);
        IncidentListQuery query;
        query.limit = 1000;
        const auto page = answerOf(client.incidents(query));
        QVERIFY(page);
        QCOMPARE(page->items.size(), std::size_t(110));
        QCOMPARE(page->items.back().description, text);
    }

    void destructionFinishesEveryFuture()
    {
        FakeDaemon daemon;
        daemon.intercept = [](const FakeDaemon::Seen &) {
            return std::optional(FakeDaemon::Reply {200, "", "x", true});
        };
        WorkerThread worker(QStringLiteral("worker"));
        auto client = std::make_unique<ApiClient>(worker, daemon.endpoint());
        std::vector<QFuture<Result<SystemStatus>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.push_back(client->systemStatus());
        int heard = 0;
        QObject context;
        for (auto &future : futures)
            whenDone(future, &context, [&heard](const Result<SystemStatus> &r) {
                heard += !r && r.error().code == Error::Code::Cancelled ? 1 : 0;
            });
        QTRY_VERIFY(daemon.seen().size() >= 1);
        client.reset();
        QCOMPARE(heard, 20);
        for (const auto &future : futures)
            QVERIFY(future.isFinished());
    }

    void aDeadContextIsNotCalled()
    {
        FakeDaemon daemon;
        WorkerThread worker(QStringLiteral("worker"));
        ApiClient client(worker, daemon.endpoint());
        bool called = false;
        auto future = client.health();
        {
            QObject context;
            whenDone(future, &context, [&called](const Result<Json> &) { called = true; });
        }
        QVERIFY(answerOf(future));
        QVERIFY(!called);
    }

    void anUnreadableItemIsCountedNotFatal()
    {
        const std::string good = wire::text(FakeDaemon::incident("a"));
        const auto page = api::readIncidentPage("{\"items\":[" + good + R"(,{"id":"b"},)" + good
                                                + R"(],"next":"c","total":3,"seq":9})");
        QVERIFY(page);
        QCOMPARE(page->items.size(), std::size_t(2));
        QCOMPARE(page->unreadable, 1);
        QCOMPARE(page->next, std::string("c"));
        QCOMPARE(page->seq, std::int64_t(9));
    }

    void pathsAreEncoded()
    {
        IncidentListQuery query;
        query.status = {IncidentStatus::Open, IncidentStatus::Snoozed};
        query.severity = {Severity::Critical};
        query.text = "a+b&c=d é#?%";
        query.limit = 10;
        QCOMPARE(api::incidentsPath(query),
                 QByteArray("/api/v1/incidents?status=open%2Csnoozed&severity=critical"
                            "&q=a%2Bb%26c%3Dd%20%C3%A9%23%3F%25&limit=10"));
        QCOMPARE(api::incidentPath(IncidentId {"../x y"}, "/resolve"),
                 QByteArray("/api/v1/incidents/..%2Fx%20y/resolve"));
        PromQuery prom {SourceId {"p"}, "rate(x[5m])", {}, fromMicros(1), fromMicros(2), 5s};
        QCOMPARE(api::promPath(prom),
                 QByteArray("/metrics/query?source=p&query=rate%28x%5B5m%5D%29&from=1&to=2&step=5000000"));
        QCOMPARE(api::changesPath(50, 7), QByteArray("/api/v1/events?limit=50&since=7"));
    }

    void bodiesNameOnlyWhatChanges()
    {
        QCOMPARE(api::body(IncidentChange {}), std::string("{}"));
        IncidentChange change;
        change.version = 3;
        change.owner = "";
        change.status = IncidentStatus::Snoozed;
        change.snoozedUntil = fromMicros(5);
        QCOMPARE(api::body(change), std::string(R"({"version":3,"owner":"","status":"snoozed","snoozedUntil":5})"));
        QCOMPARE(api::resolveBody("", {}), std::string("{}"));
    }

    void matrices()
    {
        const auto history
            = api::readHistory(R"({"from":1,"to":9,"step":2,"series":[{"series":"-","name":"x","labels":{"a":"b"},)"
                               R"("points":[[1,0.5,2,1.25,4],[3,null,1,1,1]]}]})");
        QVERIFY(history);
        QCOMPARE(history->series.at(0).series.toString(), std::string("x{a=\"b\"}"));
        QCOMPARE(history->series[0].points[0].max, 2.0);
        QCOMPARE(history->series[0].points[0].count, 4U);
        QVERIFY(std::isnan(history->series[0].points[1].min));
        const auto prom = api::readPromAnswer(
            R"({"resultType":"matrix","warnings":["w"],"series":[{"series":"{}","name":"","labels":{},)"
            R"("points":[[1,1],[2,"+Inf"],[3,"NaN"],[4,null],[5,"1e3"]]}]})");
        QVERIFY(prom);
        QVERIFY(std::isinf(prom->series.at(0).points.at(1).value));
        QVERIFY(std::isnan(prom->series[0].points[2].value));
        QCOMPARE(prom->series[0].points[4].value, 1000.0);
        for (const char *bad :
             {"", "[]", "{}", R"({"series":1})", R"({"series":[{"points":[[1,2]]}]})",
              R"({"series":[{"points":[["x",1,1,1,1]]}]})", R"({"series":[{"points":[[1,1,1,1,-1]]}]})"})
            QVERIFY2(!api::readHistory(bad), bad);
    }

    void seriesKeys_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("name") << "host_load1" << true;
        QTest::newRow("labels") << R"(a{b="c", d="e"})" << true;
        QTest::newRow("escapes") << "a{b=\"x\\\\y\\\"z\\n,}{\"}" << true;
        QTest::newRow("unicode") << QStringLiteral("a{b=\"é€\"}") << true;
        QTest::newRow("no name") << R"({b="c"})" << true;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("digit") << "1a" << false;
        QTest::newRow("unclosed") << R"(a{b="c")" << false;
        QTest::newRow("unclosed text") << "a{b=\"c" << false;
        QTest::newRow("backslash at end") << "a{b=\"c\\" << false;
        QTest::newRow("tail") << R"(a{b="c"}x)" << false;
        QTest::newRow("no value") << R"(a{b})" << false;
    }
    void seriesKeys()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto key = parseSeriesKey(text.toStdString());
        QCOMPARE(key.has_value(), good);
        if (good)
            QCOMPARE(QString::fromStdString(key->toString()), text);
    }
};

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
