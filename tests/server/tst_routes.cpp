// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every route against the OpenAPI document, both ways, and real answers, good and bad, against their schemas.
#include "tests/server/testdaemon.h"
#include "tests/support/fakeclock.h"
#include "tests/support/schemacheck.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

class TstRoutes : public QObject {
    Q_OBJECT

    /// Sends, checks the answer against the document, gives the body (as JSON where it is).
    Json ask(const std::string &method, const std::string &path, int status, const std::string &body = {},
             const std::string &token = {}, const std::string &headers = {})
    {
        RawClient client;
        client.connect(m_daemon->port());
        const auto answer = client.request(
            method, path, body, "Authorization: Bearer " + (token.empty() ? m_token : token) + "\r\n" + headers);
        if (!answer) {
            QTest::qFail(("no answer: " + method + " " + path).c_str(), __FILE__, __LINE__);
            return {};
        }
        const std::string what = method + " " + path + " " + std::to_string(answer->status) + ": " + answer->body;
        if (answer->status != status) {
            QTest::qFail(what.substr(0, 600).c_str(), __FILE__, __LINE__);
            return {};
        }
        const Route *route = routeOf(method, path);
        if (route == nullptr)
            return parseJson(answer->body).value_or(Json());
        const Json &responses = operationOf(*route)["responses"];
        const std::string code = std::to_string(status);
        const Json &named = responses.contains(code) ? responses[code] : responses["default"];
        const Json &described
            = named.contains("$ref") ? SchemaCheck(m_document).resolve(named["$ref"].toString()) : named;
        (status < 400 ? m_good : m_bad).insert(route->info.operation);
        if (!described.contains("content"))
            return {};
        const std::string type = answer->header("content-type").substr(0, answer->header("content-type").find(';'));
        const Json &schema = described["content"][type]["schema"];
        const Json value = type == "text/plain"
            ? Json(answer->body)
            : parseJson(answer->body, {16U << 20U, 64}).value_or(Json("not JSON at all"));
        const std::string wrong = SchemaCheck(m_document).check(schema, value);
        if (!wrong.empty())
            QTest::qFail((what.substr(0, 600) + "\n" + type + " " + wrong).c_str(), __FILE__, __LINE__);
        return value;
    }

    const Route *routeOf(const std::string &method, const std::string &path) const
    {
        NameValues params;
        return m_daemon->router.find(methodFromName(method), path.substr(0, path.find('?')), params)->route;
    }

    const Json &operationOf(const Route &route) const
    {
        std::string method(methodName(route.method));
        std::transform(method.begin(), method.end(), method.begin(), [](unsigned char c) { return std::tolower(c); });
        return m_document["paths"][route.pattern][method];
    }

    std::string create(const std::string &title, const std::string &severity = "high")
    {
        return ask("POST", "/api/v1/incidents", 201,
                   "{\"title\":\"" + title + "\",\"severity\":\"" + severity
                       + "\",\"labels\":{\"team\":\"web\"}}")["id"]
            .toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon = std::make_unique<TestDaemon>();
        m_token = m_daemon->login();
        RawClient client;
        QVERIFY(client.connect(m_daemon->port()));
        const auto answer = client.request("GET", "/openapi.json");
        QVERIFY(answer);
        const auto document = parseJson(answer->body);
        QVERIFY2(document, document ? "" : document.error().detail.c_str());
        m_document = *document;
        QCOMPARE(m_document["openapi"].toString(), std::string("3.1.0"));
    }

    void everyRouteIsDocumented()
    {
        for (const Route &route : m_daemon->router.routes()) {
            const Json &operation = operationOf(route);
            QVERIFY2(operation.isObject(), route.pattern.c_str());
            QCOMPARE(operation["operationId"].toString(), route.info.operation);
            QCOMPARE(operation["requestBody"].isObject(),
                     route.info.body == BodyUse::Required || operation["requestBody"].isObject());
            if (route.info.body == BodyUse::None)
                QVERIFY2(!operation.contains("requestBody"), route.pattern.c_str());
            QCOMPARE(operation["responses"].contains("415"), route.info.body != BodyUse::None);
            const Json &security = operation["security"];
            const bool open = operation.contains("security") && security.array().empty();
            QCOMPARE(open, route.info.access == Access::Public);
            std::size_t inPath = 0;
            for (const Json &parameter : operation["parameters"].array())
                inPath += parameter["in"].toString() == "path" ? 1 : 0;
            QCOMPARE(inPath, static_cast<std::size_t>(std::count(route.pattern.begin(), route.pattern.end(), '{')));
        }
    }

    void everyDocumentedPathIsARoute()
    {
        std::set<std::string> ids;
        for (const auto &[path, methods] : m_document["paths"].object()) {
            for (const auto &[method, operation] : methods.object()) {
                std::string upper = method;
                std::transform(upper.begin(), upper.end(), upper.begin(),
                               [](unsigned char c) { return std::toupper(c); });
                NameValues params;
                const auto found = m_daemon->router.find(methodFromName(upper), path, params);
                QVERIFY2(found && found->route != nullptr && found->route->pattern == path, path.c_str());
                QVERIFY2(ids.insert(operation["operationId"].toString()).second, path.c_str());
                QVERIFY2(!operation["summary"].toString().empty(), path.c_str());
            }
        }
        QCOMPARE(ids.size(), m_daemon->router.routes().size());
    }

    void everyReferenceLeadsSomewhereAndExamplesFit()
    {
        const SchemaCheck check(m_document);
        for (const auto &[name, schema] : m_document["components"]["schemas"].object()) {
            for (const Json &example : schema["examples"].array())
                QCOMPARE(check.check(schema, example), std::string());
        }
        std::vector<const Json *> open {&m_document};
        while (!open.empty()) {
            const Json &at = *open.back();
            open.pop_back();
            for (const Json &item : at.array())
                open.push_back(&item);
            for (const auto &[key, value] : at.object()) {
                if (key == "$ref")
                    QVERIFY2(check.resolve(value.toString()).isObject(), value.toString().c_str());
                open.push_back(&value);
            }
        }
    }

    /// Wherever a body is accepted, one that cannot be read is refused by its header alone, as the document says.
    void bodiesInAnotherFormAreRefused()
    {
        int seen = 0;
        for (const Route &route : m_daemon->router.routes()) {
            if (route.info.body == BodyUse::None)
                continue;
            std::string path = route.pattern;
            if (const auto at = path.find('{'); at != std::string::npos)
                path.replace(at, path.find('}') - at + 1, route.info.access == Access::Webhook ? "hook" : "prom");
            const std::string method(methodName(route.method));
            const auto refused = [&](const std::string &headers) {
                return ask(method, path, 415, "{}", {}, headers)["field"].toString();
            };
            QCOMPARE(refused("Content-Encoding: gzip\r\n"), std::string("Content-Encoding"));
            QCOMPARE(refused("Content-Type: application/json; charset=utf-16\r\n"), std::string("Content-Type"));
            ++seen;
        }
        QVERIFY(seen > 5);
    }

    /// Query parameters: what the document names is understood, anything else refused with its name.
    void queryParametersMatchTheDocument()
    {
        for (const Route &route : m_daemon->router.routes()) {
            std::string path = route.pattern;
            if (const auto at = path.find('{'); at != std::string::npos)
                path.replace(at, path.find('}') - at + 1, "prom");
            std::string known;
            for (const Json &parameter : operationOf(route)["parameters"].array()) {
                const std::string &name = parameter["name"].toString();
                if (parameter["in"].toString() != "query" || name == "time")
                    continue;
                const Json &schema = parameter["schema"];
                const std::string value = schema.contains("enum") ? schema["enum"].array().front().toString()
                    : name == "source"                            ? "prom"
                    : name == "query"                             ? "up"
                    : name == "status"                            ? "open"
                    : name == "severity"                          ? "low"
                    : name == "cursor"                            ? ""
                    : schema["type"].toString() == "string"       ? "x"
                    : name == "from"                              ? "1700000000000000"
                    : name == "to"                                ? "1700000060000000"
                    : name == "step"                              ? "60000000"
                                                                  : "1";
                known += known.empty() ? "?" : "&";
                known.append(name).append("=").append(value);
            }
            QCOMPARE(!known.empty(), route.info.query == QueryUse::Some);
            if (route.method == Method::Get && !route.info.webSocket && path != "/api/v1/incidents/prom")
                ask("GET", path + known, 200);
            const Json refused = ask(std::string(methodName(route.method)),
                                     path + known + (known.empty() ? "?" : "&") + "nonsense=1", 400);
            QVERIFY2(refused["field"].toString() == "nonsense", path.c_str());
        }
    }

    void incidentLife()
    {
        const std::string id = create("  Disk \xc3\xa9 full ");
        const Json details = ask("GET", "/api/v1/incidents/" + id, 200);
        QCOMPARE(details["incident"]["title"].toString(), std::string("Disk \xc3\xa9 full"));
        QCOMPARE(details["timeline"].array().size(), std::size_t {1});
        const Json taken = ask("PUT", "/api/v1/incidents/" + id, 200,
                               R"({"version":1,"status":"acknowledged","owner":"ada","comment":"mine"})");
        QCOMPARE(taken["owner"].toString(), std::string("ada"));
        QVERIFY(taken["acknowledgedAt"].isInteger());
        const Json conflict = ask("PUT", "/api/v1/incidents/" + id, 409, R"({"version":1,"owner":"bob"})");
        QCOMPARE(conflict["code"].toString(), std::string("conflict"));
        ask("POST", "/api/v1/incidents/" + id + "/resolve", 200, R"({"note":"cleaned"})");
        const Json ended = ask("GET", "/api/v1/incidents/" + id, 200);
        QCOMPARE(ended["incident"]["status"].toString(), std::string("resolved"));
        QCOMPARE(ended["timeline"].array().back()["actor"].toString(), std::string("owner"));
    }

    void badIncidents_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray();
        QTest::newRow("no object") << QByteArray("3") << QByteArray();
        QTest::newRow("no title") << QByteArray(R"({"severity":"low"})") << QByteArray("/title");
        QTest::newRow("empty title") << QByteArray(R"({"title":"","severity":"low"})") << QByteArray("/title");
        const auto title = [](const char *name, const char *text) {
            QTest::newRow(name) << QByteArray("{\"title\":\"" + QByteArray(text) + "\",\"severity\":\"low\"}")
                                << QByteArray("/title");
        };
        title("blank title", "   ");
        title("NUL in the title", "a\\u0000b");
        title("lines in the title", "a\\nb\\u001b[1m");
        title("C1 in the title", "a\\u0085b");
        title("title turned around", "a\\u202eb");
        title("isolate in the title", "a\\u2066b");
        title("invisible title", "\\u200b");
        QTest::newRow("long title") << QByteArray("{\"title\":\"" + QByteArray(501, 'x') + "\",\"severity\":\"low\"}")
                                    << QByteArray("/title");
        QTest::newRow("no severity") << QByteArray(R"({"title":"x"})") << QByteArray("/severity");
        QTest::newRow("bad severity") << QByteArray(R"({"title":"x","severity":"huge"})") << QByteArray("/severity");
        QTest::newRow("typo") << QByteArray(R"({"title":"x","severity":"low","ovner":"a"})") << QByteArray("/ovner");
        QTest::newRow("bad labels") << QByteArray(R"({"title":"x","severity":"low","labels":{"a b":"c"}})")
                                    << QByteArray("/labels");
        QTest::newRow("twice") << QByteArray(R"({"title":"x","title":"y","severity":"low"})") << QByteArray();
        QTest::newRow("bad UTF-8") << QByteArray("{\"title\":\"\xff\",\"severity\":\"low\"}") << QByteArray();
    }
    void badIncidents()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, field);
        const Json refused = ask("POST", "/api/v1/incidents", 400, body.toStdString());
        QCOMPARE(QByteArray::fromStdString(refused["field"].toString()), field);
        if (field == "/ovner")
            QVERIFY(refused["detail"].toString().find("owner") != std::string::npos);
    }

    void badUpdates()
    {
        const std::string path = "/api/v1/incidents/" + create("Update me");
        QCOMPARE(ask("PUT", path, 400, R"({"status":"resolved"})")["field"].toString(), std::string("/status"));
        QCOMPARE(ask("PUT", path, 400, R"({"status":"snoozed"})")["field"].toString(), std::string("/snoozedUntil"));
        QCOMPARE(ask("PUT", path, 400, R"({"snoozedUntil":1900000000000000})")["field"].toString(),
                 std::string("/snoozedUntil"));
        ask("PUT", path, 200, R"({"status":"snoozed","snoozedUntil":4000000000000000})");
        ask("PUT", "/api/v1/incidents/none", 404, R"({"owner":"x"})");
        ask("GET", "/api/v1/incidents/none", 404);
        ask("POST", "/api/v1/incidents/none/resolve", 404);
        ask("POST", path + "/resolve", 400, R"({"notes":"x"})");
    }

    void listPagesAndFilters()
    {
        for (int i = 0; i < 7; ++i)
            create("Page " + std::to_string(i), i % 2 == 0 ? "critical" : "low");
        std::vector<std::string> titles;
        std::string cursor;
        do {
            const Json page = ask("GET", "/api/v1/incidents?q=page%20&sort=title&limit=3&cursor=" + cursor, 200);
            QCOMPARE(page["total"].toInteger(), 7);
            for (const Json &item : page["items"].array())
                titles.push_back(item["title"].toString());
            cursor = page["next"].toString();
        } while (!cursor.empty());
        QCOMPARE(titles.size(), std::size_t {7});
        QVERIFY(std::is_sorted(titles.begin(), titles.end()));
        QCOMPARE(ask("GET", "/api/v1/incidents?q=page&severity=critical,high&status=open", 200)["total"].toInteger(),
                 4);
        QCOMPARE(ask("GET", "/api/v1/incidents?q=page&sort=-severity&limit=1", 200)["items"]
                     .array()[0]["severity"]
                     .toString(),
                 std::string("critical"));
        for (const auto &[query, field] :
             std::vector<std::pair<std::string, std::string>> {{"status=opn", "status"},
                                                               {"severity=low,huge", "severity"},
                                                               {"sort=colour", "sort"},
                                                               {"limit=0", "limit"},
                                                               {"limit=1001", "limit"},
                                                               {"limit=1&limit=2", "limit"},
                                                               {"cursor=nonsense", "cursor"},
                                                               {"statuss=open", "statuss"}})
            QCOMPARE(ask("GET", "/api/v1/incidents?" + query, 400)["field"].toString(), field);
    }

    void snapshotAndStreamFitTogether()
    {
        RawWebSocket socket;
        create("Before");
        const std::int64_t seq = ask("GET", "/api/v1/incidents", 200)["seq"].toInteger();
        const std::string id = create("After");
        QCOMPARE(socket.open(m_daemon->port(), m_token), 101);
        socket.sendText("{\"op\":\"subscribe\",\"topics\":[\"incidents\",\"sources\"],\"since\":" + std::to_string(seq)
                        + ",\"epoch\":\"test-epoch\"}");
        std::int64_t next = seq;
        bool found = false;
        while (!found) {
            const auto frame = socket.text();
            QVERIFY(frame);
            const auto events = parseJson(*frame);
            for (const Json &event : events->array()) {
                QCOMPARE(SchemaCheck(m_document).check(m_document["components"]["schemas"]["StreamEvent"], event),
                         std::string());
                if (event["type"].toString() == "hello" || event["type"].toString() == "tick")
                    continue;
                QCOMPARE(event["seq"].toInteger(), ++next);
                found = found || event["data"]["id"].toString() == id;
            }
        }
    }

    void metricsAndHistory()
    {
        const Json listing = ask("GET", "/api/v1/metrics", 200);
        QCOMPARE(listing["metrics"].array()[0]["name"].toString(), std::string("host_load1"));
        const std::int64_t now = toMicros(m_daemon->clock.now());
        const std::string range = "&from=" + std::to_string(now - 120'000'000) + "&to=" + std::to_string(now);
        const Json history = ask("GET", "/api/v1/metrics/history?query=host_load1&step=10000000" + range, 200);
        QVERIFY(history["series"].array()[0]["points"].array().size() >= 6);
        for (const auto &[query, field] : std::vector<std::pair<std::string, std::string>> {
                 {"query=host_load1{&step=1000000" + range, "query"},
                 {"query=host_load1" + range, "step"},
                 {"query=host_load1&step=999" + range, "step"},
                 {"step=1000000" + range, "query"},
                 {"query=host_load1&step=1000&from=1&to=200000000000", "step"}})
            QCOMPARE(ask("GET", "/api/v1/metrics/history?" + query, 400)["field"].toString(), field);
    }

    void aHistoryQueryThatWaitedTooLongIsNotRun()
    {
        class Answer final : public ResponseChannel {
        public:
            void respond(std::uint64_t, Response response) override { status = response.status; }
            int status {0};
        };
        class Later final : public Executor {
        public:
            void post(Work work) override { waiting = std::move(work); }
            void postAfter(Duration, Work work) override { waiting = std::move(work); }
            Work waiting;
        };
        FakeClock clock;
        Later background;
        const Services &s = *m_daemon->services;
        Services slow {clock,     s.version, s.startedAt, s.tokens,  s.hub,      s.incidents,    s.history,
                       s.sources, s.host,    s.events,    s.metrics, background, s.storeBackend, s.storeHealth};
        Router router;
        addMetricRoutes(router, slow);
        NameValues params;
        const Route *route = router.find(Method::Get, "/api/v1/metrics/history", params)->route;
        for (const auto &[waited, status] : std::vector<std::pair<Duration, int>> {{59s, 200}, {61s, 504}}) {
            const auto answer = std::make_shared<Answer>();
            Request request;
            request.query = {{"query", "host_load1"}, {"from", "1000000"}, {"to", "2000000"}, {"step", "1000000"}};
            route->handler(request, Responder(answer, 1, "r"));
            QCOMPARE(answer->status, 0);
            clock.advance(waited);
            background.waiting();
            QCOMPARE(answer->status, status);
            background.waiting = nullptr;
        }
    }

    void promQueries()
    {
        const Json instant = ask("GET", "/metrics/query?source=prom&query=up", 200);
        QCOMPARE(instant["series"].array()[0]["points"].dump(), std::string("[[1700000000000000,1]]"));
        const std::string range = "&from=1700000000000000&to=1700000060000000";
        const Json matrix = ask("GET", "/metrics/query?source=prom&query=up&step=60000000" + range, 200);
        QVERIFY(matrix["series"].array()[0]["points"].array()[1].array()[1].isNull()); // NaN
        QCOMPARE(ask("GET", "/metrics/query?source=prom&query=up" + range, 400)["field"].toString(),
                 std::string("step"));
        QCOMPARE(ask("GET", "/metrics/query?source=none&query=up", 404)["field"].toString(), std::string("source"));
        QCOMPARE(ask("GET", "/metrics/query?source=probe&query=up", 400)["field"].toString(), std::string("source"));
        ask("GET", "/metrics/query?source=prom&query=broken", 400);
    }

    void sourcesComeAndGo()
    {
        const Json added = ask("POST", "/api/v1/sources", 201,
                               R"({"kind":"tcp","name":"ssh","target":"127.0.0.1:22","intervalSeconds":30})");
        const std::string path = "/api/v1/sources/" + added["id"].toString();
        QCOMPARE(ask("GET", "/api/v1/sources", 200)["items"].array().size(), std::size_t {4});
        ask("POST", path + "/check", 202);
        ask("POST", "/api/v1/sources", 409, R"({"kind":"tcp","name":"ssh","target":"127.0.0.1:23"})");
        QCOMPARE(ask("POST", "/api/v1/sources", 400, R"({"kind":"tcp","name":"x","tarjet":"y"})")["code"].toString(),
                 std::string("invalid"));
        ask("DELETE", path, 204);
        ask("DELETE", path, 404);
        ask("DELETE", "/api/v1/sources/probe", 403);
        ask("POST", path + "/check", 404);
        for (const char *what : {"alerts", "rules", "targets"}) {
            ask("GET", std::string("/api/v1/sources/prom/") + what, 200);
            ask("GET", std::string("/api/v1/sources/probe/") + what, 400);
        }
    }

    void webhooks()
    {
        const std::string body = R"({"title":"From outside","severity":"critical","status":"firing"})";
        QCOMPARE(ask("POST", "/api/v1/webhooks/hook", 202, body, webhookToken)["accepted"].toInteger(), 1);
        QTRY_COMPARE(ask("GET", "/api/v1/incidents?q=from%20outside", 200)["total"].toInteger(), 1);
        // Senders call their JSON by many names.
        ask("POST", "/api/v1/webhooks/hook", 202, body, webhookToken, "Content-Type: text/plain; charset=us-ascii\r\n");
        ask("POST", "/api/v1/webhooks/hook", 415, body, webhookToken, "Content-Type: a/b+json; charset=latin1\r\n");
        ask("POST", "/api/v1/webhooks/hook", 401, body);
        ask("POST", "/api/v1/webhooks/hook", 400, "nonsense", webhookToken);
        ask("POST", "/api/v1/webhooks/none", 404, body, webhookToken);
    }

    /// A counter: what is opened adds one, what is resolved takes nothing away.
    void openedIncidentsAreCounted()
    {
        const std::string sample = "\nincidents_total{severity=\"medium\",source=\"api\"} ";
        const auto counted = [&] {
            const std::string text = ask("GET", "/metrics", 200).toString();
            const std::size_t at = text.find(sample);
            return at == std::string::npos ? -1 : std::stoi(text.substr(at + sample.size(), 12));
        };
        const int before = counted();
        const std::string id = create("Count me", "medium");
        ask("POST", "/api/v1/incidents/" + id + "/resolve", 200, R"({"note":"x"})");
        QCOMPARE(counted(), before + 1);
        ask("PUT", "/api/v1/incidents/" + id, 200, R"({"severity":"low"})");
        QCOMPARE(counted(), before + 1);
    }

    void events()
    {
        create("An event");
        const Json page = ask("GET", "/api/v1/events?limit=2", 200);
        QCOMPARE(page["items"].array().size(), std::size_t {2});
        QVERIFY(page["items"].array()[0]["seq"].toInteger() < page["items"].array()[1]["seq"].toInteger());
        QCOMPARE(ask("GET", "/api/v1/events?since=" + std::to_string(page["seq"].toInteger()), 200)["items"].dump(),
                 std::string("[]"));
        QCOMPARE(ask("GET", "/api/v1/events?since=-1", 400)["field"].toString(), std::string("since"));
    }

    /// An answer has an end however large the events are; a reader that goes on gets them all.
    void largeEventsComeInPages()
    {
        TestDaemon daemon;
        // A first look that comes between two pages would be one event more.
        const auto isLookedAt = [](const SourceStatus &status) {
            return status.kind == SourceKind::Webhook || status.state != SourceState::Pending;
        };
        QTRY_VERIFY(std::ranges::all_of(daemon.sources->statuses(), isLookedAt));
        static constexpr int count = 200;
        std::promise<void> stored;
        NewIncident large;
        large.title = "large";
        large.description = std::string(100'000, 'x');
        daemon.io.post([&] {
            for (int i = 1; i <= count; ++i)
                daemon.incidents->create(large, {"ada", {}}, [&stored, i](const Result<Incident> &) {
                    if (i == count)
                        stored.set_value();
                });
        });
        stored.get_future().wait();
        RawClient client;
        QVERIFY(client.connect(daemon.port()));
        const std::string authorization = "Authorization: Bearer " + daemon.login() + "\r\n";
        const auto page = [&](const std::string &query) {
            const auto answer = client.request("GET", "/api/v1/events?limit=1000" + query, {}, authorization);
            return std::make_pair(answer->body.size(), *parseJson(answer->body, {64U << 20U, 32}));
        };
        const auto [size, newest] = page("");
        QVERIFY(size < (17U << 20U));
        const std::int64_t last = newest["seq"].toInteger();
        QVERIFY(newest["items"].array().size() > 50);
        QCOMPARE(newest["items"].array().back()["seq"].toInteger(), last);
        std::int64_t since = 0;
        std::int64_t seen = 0;
        for (int pages = 0; since < last && pages < 10; ++pages) {
            const auto [bytes, next] = page("&since=" + std::to_string(since));
            QVERIFY(bytes < (17U << 20U));
            QVERIFY(!next["items"].array().empty());
            QCOMPARE(next["items"].array().front()["seq"].toInteger(), since + 1);
            seen += static_cast<std::int64_t>(next["items"].array().size());
            since = next["items"].array().back()["seq"].toInteger();
        }
        QCOMPARE(since, last);
        QCOMPARE(seen, last);
    }

    void healthAndStatus()
    {
        ask("GET", "/health", 200, {}, "nobody");
        QCOMPARE(ask("GET", "/health/database", 200, {}, "nobody")["backend"].toString(), std::string("sqlite"));
        const Json status = ask("GET", "/system/status", 200);
        QCOMPARE(status["host"]["hostname"].toString(), std::string());
        QCOMPARE(status["hostname"].toString(), std::string("box"));
        QVERIFY(status["incidents"]["open"].toInteger() > 0);
    }

    void exposition()
    {
        const std::string text = ask("GET", "/metrics", 200, {}, "nobody").toString();
        for (const char *wanted :
             {"# TYPE incidents_total counter\n", "\nincidents_total{severity=\"critical\",source=\"api\"} ",
              "\nincidents_by_severity{severity=\"low\"} ",
              "\nresponse_time_seconds_bucket{method=\"GET\",route=\"/api/v1/incidents\",le=\"+Inf\"} ",
              "\nprocess_resident_memory_bytes ", "\nvigie_sources{state=\"up\"} ", "\nvigie_history_series 1\n"})
            QVERIFY2(text.find(wanted) != std::string::npos, wanted);
        // Every family once, every sample after its TYPE.
        std::set<std::string> families;
        for (std::size_t at = text.find("# TYPE "); at != std::string::npos; at = text.find("# TYPE ", at + 1))
            QVERIFY(families.insert(text.substr(at + 7, text.find(' ', at + 7) - at - 7)).second);
        ask("GET", "/admin/metrics/prometheus", 200);
    }

    void logins()
    {
        const Json login = ask("POST", "/auth/login", 200, "{\"token\":\"" + privateToken + "\"}", "nobody");
        const std::string token = login["accessToken"].toString();
        QCOMPARE(ask("GET", "/auth/me", 200, {}, token)["name"].toString(), std::string("owner"));
        const std::string fresh = ask("POST", "/auth/refresh", 200, {}, token)["accessToken"].toString();
        ask("POST", "/auth/logout", 204, {}, fresh);
        ask("GET", "/auth/me", 401, {}, fresh);
        ask("GET", "/auth/me", 401, {}, token);
        ask("POST", "/auth/login", 401, R"({"token":"wrong"})");
        ask("POST", "/auth/login", 400, R"({"tokken":"wrong"})");
        int status = 401;
        for (int i = 0; i < 12 && status == 401; ++i) {
            RawClient client;
            QVERIFY(client.connect(m_daemon->port()));
            const auto answer = client.request("POST", "/auth/login", R"({"token":"wrong"})");
            status = answer->status;
            if (status == 429)
                QCOMPARE(answer->header("retry-after"), std::string("60"));
        }
        QCOMPARE(status, 429);
    }

    /// Without a token nothing but what is meant to be open answers.
    void everythingElseNeedsAToken()
    {
        for (const Route &route : m_daemon->router.routes()) {
            if (route.info.access != Access::User || route.info.webSocket)
                continue;
            std::string path = route.pattern;
            if (const auto at = path.find("{id}"); at != std::string::npos)
                path.replace(at, 4, "prom");
            ask(std::string(methodName(route.method)), path, 401, {}, "nobody");
        }
    }

    void cleanupTestCase()
    {
        for (const Route &route : m_daemon->router.routes()) {
            const std::string &id = route.info.operation;
            if (!route.info.webSocket)
                QVERIFY2(m_good.contains(id) || id == "openApi", ("no good answer seen: " + id).c_str());
            if (route.info.access == Access::User && !route.info.webSocket)
                QVERIFY2(m_bad.contains(id), ("no bad answer seen: " + id).c_str());
        }
        m_daemon.reset();
    }

private:
    std::unique_ptr<TestDaemon> m_daemon;
    std::string m_token;
    Json m_document;
    std::set<std::string> m_good;
    std::set<std::string> m_bad;
};

QTEST_GUILESS_MAIN(TstRoutes)
#include "tst_routes.moc"
