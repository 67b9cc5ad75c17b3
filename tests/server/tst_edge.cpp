// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP edge against clients that behave, err or attack.
#include "backend/domain/json.h"
#include "tests/server/testserver.h"

#include <QTest>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
ServerOptions quickOptions()
{
    ServerOptions out;
    out.headerTimeout = 400ms;
    out.bodyTimeout = 500ms;
    out.idleTimeout = 700ms;
    out.handlerTimeout = 700ms;
    out.writeTimeout = 700ms;
    out.maxPerLoopback = 40;
    return out;
}
} // namespace

class TstEdge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(quickOptions()); }
    void cleanupTestCase() { m_server.reset(); }

    void answersOneRequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QByteArray>("body"); // exact when not empty
        const QByteArray host = "Host: localhost\r\n";
        const auto row = [](const char *name, const QByteArray &bytes, int status, bool closes,
                            const QByteArray &body = {}) { QTest::newRow(name) << bytes << status << closes << body; };
        row("get", "GET /hello HTTP/1.1\r\n" + host + "\r\n", 200, false, R"({"hello":true})");
        row("head", "HEAD /hello HTTP/1.1\r\n" + host + "\r\n", 200, false);
        row("1.0 closes", "GET /hello HTTP/1.0\r\n\r\n", 421, true);
        row("1.0 with host", "GET /hello HTTP/1.0\r\n" + host + "\r\n", 200, true);
        row("connection close", "GET /hello HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", 200, true);
        row("absolute form", "GET http://localhost/hello HTTP/1.1\r\n" + host + "\r\n", 200, false);
        row("options", "OPTIONS /hello HTTP/1.1\r\n" + host + "\r\n", 204, false);
        row("options of all", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 204, false);
        row("post", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\nabc", 200, false, "abc");
        row("chunked",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
            200, false, "abcde");
        row("chunked with trailer",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX-Check: 1\r\n\r\n",
            200, false, "a");
        row("parameter decoded", "GET /items/a%2Fb%C3%A9?x=1+2&y=%26 HTTP/1.1\r\n" + host + "\r\n", 200, false,
            "a/b\xc3\xa9;x=1 2;y=&");

        row("no such path", "GET /nothing HTTP/1.1\r\n" + host + "\r\n", 404, false);
        row("wrong method", "DELETE /hello HTTP/1.1\r\n" + host + "\r\n", 405, false);
        row("unknown method", "BREW /hello HTTP/1.1\r\n" + host + "\r\n", 501, false);
        row("connect method", "CONNECT localhost:1 HTTP/1.1\r\n" + host + "\r\n", 501, false);
        row("length required", "POST /echo HTTP/1.1\r\n" + host + "\r\n", 411, false);
        row("body on get", "GET /hello HTTP/1.1\r\n" + host + "Content-Length: 1\r\n\r\nx", 413, true);
        row("body too long", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 100001\r\n\r\n", 413, true);
        row("body absurdly long", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 18446744073709551615\r\n\r\n",
            413, true);
        row("wrong type", "POST /echo HTTP/1.1\r\n" + host + "Content-Type: text/plain\r\nContent-Length: 1\r\n\r\nx",
            415, true);
        row("long target", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414, true);
        row("endless target", "GET /" + QByteArray(20'000, 'a'), 414, true);
        row("long header", "GET /hello HTTP/1.1\r\n" + host + "X: " + QByteArray(17'000, 'a') + "\r\n\r\n", 431, true);
        row("many headers", "GET /hello HTTP/1.1\r\n" + host + QByteArray("A: b\r\n").repeated(4000) + "\r\n", 431,
            true);
        row("unknown expectation", "POST /echo HTTP/1.1\r\n" + host + "Expect: tea\r\nContent-Length: 1\r\n\r\nx", 417,
            true);
        row("bad percent", "GET /items/a%zz HTTP/1.1\r\n" + host + "\r\n", 400, false);
        row("cut percent", "GET /items/a%4 HTTP/1.1\r\n" + host + "\r\n", 400, false);
        row("NUL in path", "GET /items/a%00 HTTP/1.1\r\n" + host + "\r\n", 400, false);
        row("bad UTF-8 in path", "GET /items/%ff HTTP/1.1\r\n" + host + "\r\n", 400, false);
        row("overlong UTF-8 in query", "GET /items/a?x=%c0%af HTTP/1.1\r\n" + host + "\r\n", 400, false);
        row("surrogate in query", "GET /items/a?x=%ed%a0%80 HTTP/1.1\r\n" + host + "\r\n", 400, false);
        row("no host", "GET /hello HTTP/1.1\r\n\r\n", 400, true);
        row("two hosts", "GET /hello HTTP/1.1\r\n" + host + host + "\r\n", 400, true);
        row("strange host", "GET /hello HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, false);
        row("host with a loopback prefix", "GET /hello HTTP/1.1\r\nHost: 127.0.0.1:80.evil\r\n\r\n", 421, false);
        row("host by address", "GET /hello HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 200, false);
        row("foreign origin", "POST /echo HTTP/1.1\r\n" + host + "Origin: http://evil\r\nContent-Length: 1\r\n\r\nx",
            403, true);
        row("origin on a read", "GET /hello HTTP/1.1\r\n" + host + "Origin: http://evil\r\n\r\n", 200, false);
        row("not http", "\x16\x03\x01\x02\x00\x01\r\n\r\n", 400, true);
        row("http 2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, true);
        row("space before colon", "GET /hello HTTP/1.1\r\nHost : localhost\r\n\r\n", 400, true);
        row("control in header", QByteArray("GET /hello HTTP/1.1\r\nX: a\0b\r\n", 30) + host + "\r\n", 400, true);

        // Request smuggling: whatever two readers could frame in two ways.
        row("length and coding",
            "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX", 400,
            true);
        row("coding and length",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nX", 400,
            true);
        row("two lengths", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400,
            true);
        row("two equal lengths", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
            400, true);
        row("list of lengths", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1, 1\r\n\r\na", 400, true);
        row("negative length", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", 400, true);
        row("plus length", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: +1\r\n\r\na", 400, true);
        row("unknown coding", "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n", 501, true);
        row("two codings", "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501, true);
        row("coding twice",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400,
            true);
        row("coding with 1.0", "POST /echo HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
            true);
        row("bad chunk size",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n", 400, true);
        row("chunk longer than said",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n", 400, true);
        row("chunk size overflow",
            "POST /echo HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n",
            400, true);
        row("chunks too long",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n"
                + QByteArray("7000\r\n" + QByteArray(0x7000, 'x') + "\r\n").repeated(4) + "0\r\n\r\n",
            413, true);

        // Refused by what is announced, before any of it comes.
        const QByteArray chunks = "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n";
        row("first chunk over the limit", chunks + "186a1\r\n", 413, true);
        row("a huge chunk", chunks + "7fffffffffffffff\r\n", 413, true);
        row("chunks together over the limit", chunks + "5\r\nabcde\r\n1869c\r\n", 413, true);
        row("chunks of just the limit", chunks + "5\r\nabcde\r\n1869b\r\n" + QByteArray(0x1869b, 'x') + "\r\n0\r\n\r\n",
            200, false, "abcde" + QByteArray(0x1869b, 'x'));
        row("endless chunk size", chunks + QByteArray(20'000, '0'), 400, true);
        row("endless chunk extension", chunks + "1;" + QByteArray(20'000, 'a'), 400, true);
        row("endless trailer", chunks + "0\r\nX: " + QByteArray(20'000, 'a'), 400, true);

        row("responder dropped", "GET /never HTTP/1.1\r\n" + host + "\r\n", 500, false);
        row("answered twice", "GET /twice HTTP/1.1\r\n" + host + "\r\n", 200, false, "1");
        row("handler throws", "GET /throws HTTP/1.1\r\n" + host + "\r\n", 500, false);
        row("websocket path without upgrade", "GET /ws/notifications HTTP/1.1\r\n" + host + "\r\n", 401, false);
        row("needs a token", "GET /private HTTP/1.1\r\n" + host + "\r\n", 401, false);
        row("wrong token", "GET /private HTTP/1.1\r\n" + host + "Authorization: Bearer nonsense\r\n\r\n", 401, false);
    }
    void answersOneRequest()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(bool, closes);
        QFETCH(QByteArray, body);
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        client.send(bytes.toStdString());
        const auto answer = client.response(5s, bytes.startsWith("HEAD"));
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QVERIFY(!answer->header("x-request-id").empty());
        if (!body.isEmpty())
            QCOMPARE(QByteArray::fromStdString(answer->body), body);
        if (status >= 400) {
            QCOMPARE(answer->header("content-type"), std::string("application/problem+json"));
            const auto document = parseJson(answer->body);
            QVERIFY(document);
            QCOMPARE((*document)["status"].toInteger(), status);
            QCOMPARE((*document)["requestId"].toString(), answer->header("x-request-id"));
        }
        QCOMPARE(answer->header("connection") == "close", closes);
        if (closes) {
            QVERIFY(client.waitForClose(4s));
        } else {
            const auto next = client.request("GET", "/hello");
            QVERIFY(next);
            QCOMPARE(next->status, 200);
        }
    }

    void aBodyInAnotherFormIsRefused_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("field"); // empty: taken
        const auto row = [](const char *name, const QByteArray &headers, const QByteArray &field = {}) {
            QTest::newRow(name) << headers << field;
        };
        row("nothing said", "");
        row("identity", "Content-Encoding: Identity\r\n");
        row("empty coding", "Content-Encoding:\r\n");
        row("gzip", "Content-Encoding: gzip\r\n", "Content-Encoding");
        row("unknown coding", "Content-Encoding: tea\r\n", "Content-Encoding");
        row("behind identity", "Content-Encoding: identity, br\r\n", "Content-Encoding");
        row("in a second header", "Content-Encoding: identity\r\ncontent-encoding: gzip\r\n", "Content-Encoding");
        row("utf-8", "Content-Type: application/json; charset=UTF-8\r\n");
        row("quoted utf-8", "Content-Type: Application/JSON;Charset=\"utf-8\"\r\n");
        row("escaped utf-8", "Content-Type: application/json; charset=\"ut\\f-8\"; a=b\r\n");
        row("charset in a value", "Content-Type: application/json; a=\"\\\"; charset=x\"; charset=utf-8\r\n");
        row("empty parameter", "Content-Type: application/json;\r\n");
        row("latin-1", "Content-Type: application/json; charset=iso-8859-1\r\n", "Content-Type");
        row("quoted utf-16", "Content-Type: application/json;charset=\"utf-16\"\r\n", "Content-Type");
        row("second charset", "Content-Type: application/json; charset=utf-8; charset=utf-7\r\n", "Content-Type");
        row("empty charset", "Content-Type: application/json; charset=\r\n", "Content-Type");
        row("unended quote", "Content-Type: application/json; charset=\"utf-8\r\n", "Content-Type");
        row("not JSON", "Content-Type: application/jsonx\r\n", "Content-Type");
        row("second type", "Content-Type: application/json\r\nContent-Type: text/plain\r\n", "Content-Type");
    }
    void aBodyInAnotherFormIsRefused()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, field);
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        const auto answer = client.request("POST", "/echo", "{}", headers.toStdString());
        QVERIFY(answer);
        QCOMPARE(answer->status, field.isEmpty() ? 200 : 415);
        if (field.isEmpty())
            return;
        QCOMPARE(answer->header("accept"), std::string("application/json"));
        QCOMPARE(answer->header("accept-encoding"), std::string("identity"));
        const auto document = parseJson(answer->body);
        QVERIFY(document);
        QCOMPARE((*document)["field"].toString(), field.toStdString());
        const std::string &detail = (*document)["detail"].toString();
        QVERIFY2(detail.starts_with(field.toStdString()), detail.c_str());
        QVERIFY2(detail.find(field == "Content-Type" ? "utf-8" : "identity") != std::string::npos, detail.c_str());
    }
    /// What has no body has no form: a GET of a careless client is answered.
    void theFormOfNoBodyIsIgnored()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        const auto answer
            = client.request("GET", "/hello", {}, "Content-Encoding: gzip\r\nContent-Type: text/plain\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }

    void allowNamesTheMethods()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        QCOMPARE(client.request("PUT", "/hello")->header("allow"), std::string("GET, HEAD, OPTIONS"));
        QCOMPARE(client.request("HEAD", "/hello")->header("content-length"), std::string("14"));
    }

    void requestIdIsKeptWhenSane()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        QCOMPARE(client.request("GET", "/hello", {}, "X-Request-Id: my-id.1\r\n")->header("x-request-id"),
                 std::string("my-id.1"));
        const auto first = client.request("GET", "/hello", {}, "X-Request-Id: a b\r\n")->header("x-request-id");
        const auto second = client.request("GET", "/hello")->header("x-request-id");
        QCOMPARE(first.size(), std::size_t {14});
        QVERIFY(first != second);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        constexpr int count = 300;
        std::string all;
        for (int i = 0; i < count; ++i)
            all += "GET /items/" + std::to_string(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        QVERIFY(client.send(all));
        for (int i = 0; i < count; ++i) {
            const auto answer = client.response();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::to_string(i));
        }
    }

    void bytesOneByOne()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        const std::string all
            = "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        for (const char c : all)
            QVERIFY(client.send(std::string_view(&c, 1)));
        const auto answer = client.response();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("abc"));
    }

    void expectContinue()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.response()->status, 100);
        client.send("ok");
        QCOMPARE(client.response()->body, std::string("ok"));
    }

    void slowClientsEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status"); // 0: closed without a word
        QTest::newRow("says nothing") << QByteArray() << 0;
        QTest::newRow("half a header") << QByteArray("GET /hello HTTP/1.1\r\nHost: loc") << 408;
        QTest::newRow("half a body") << QByteArray(
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab")
                                     << 408;
    }
    void slowClientsEnd()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        client.send(bytes.toStdString());
        const auto answer = client.response(3s);
        QCOMPARE(answer ? answer->status : 0, status);
        QVERIFY(client.waitForClose(4s));
    }

    /// A byte now and then must not buy more time for the header.
    void slowlorisEnds()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        client.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n");
        QElapsedTimer timer;
        timer.start();
        std::optional<RawResponse> answer;
        while (!answer && timer.elapsed() < 3000) {
            client.send("X: y\r\n");
            answer = client.response(50ms);
        }
        QVERIFY(answer);
        QCOMPARE(answer->status, 408);
        QVERIFY(timer.elapsed() < 2000);
    }

    void idleConnectionEnds()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        QCOMPARE(client.request("GET", "/hello")->status, 200);
        QVERIFY(client.waitForClose(3s));
    }

    /// The bytes of a request line that the parser has taken are gone, but the header has begun.
    void loneRequestLineBuysNoTime()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        client.send("GET /hello HTTP/1.1\r\n");
        QElapsedTimer timer;
        timer.start();
        std::optional<RawResponse> answer;
        while (!answer && timer.elapsed() < 4000) {
            answer = client.response(300ms);
            if (!answer)
                client.send("X-Next: y\r\n");
        }
        QVERIFY(answer);
        QCOMPARE(answer->status, 408);
        QVERIFY2(timer.elapsed() < 1200, qPrintable(QString::number(timer.elapsed())));
        RawClient quiet; // nothing more comes: a header that did not end, no idle connection
        QVERIFY(quiet.connect(m_server->port()));
        quiet.send("GET /hello HTTP/1.1\r\n");
        const auto refused = quiet.response(3s);
        QVERIFY(refused);
        QCOMPARE(refused->status, 408);
    }

    void slowReaderEnds()
    {
        ServerOptions options = quickOptions();
        options.slowestReader = 64U << 20U; // 32 MiB get 0.7 s + 0.5 s
        TestServer server(options);
        RawClient client;
        QVERIFY(client.connect(server.port(), 4096));
        client.send("GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n");
        RawClient other;
        QVERIFY(other.connect(server.port()));
        QCOMPARE(other.request("GET", "/hello")->status, 200); // nobody is held up meanwhile
        QTest::qWait(2500); // it reads nothing: what it could see first is the answer that was cut
        const auto cut = client.response(3s);
        QVERIFY(!cut || cut->body.size() < (32U << 20U));
        QVERIFY(client.waitForClose(1s));
    }

    void largeAnswerArrivesWhole()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        const auto answer = client.request("GET", "/big");
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), std::size_t {32U << 20U});
    }

    void slowHandlerTimesOut()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        const auto answer = client.request("GET", "/slow");
        QVERIFY(answer);
        QCOMPARE(answer->status, 504);
        m_server->releaseSlow(); // too late: must be dropped
        RawClient next;
        QVERIFY(next.connect(m_server->port()));
        QCOMPARE(next.request("GET", "/hello")->status, 200);
    }

    void answerFromAnotherThread()
    {
        RawClient client;
        QVERIFY(client.connect(m_server->port()));
        client.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\nGET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(m_server->waitForSlow());
        m_server->releaseSlow();
        QCOMPARE(client.response()->body, std::string("\"late\""));
        QCOMPARE(client.response()->body, std::string(R"({"hello":true})"));
    }

    void clientGoneBeforeTheAnswer()
    {
        for (int i = 0; i < 20; ++i) {
            RawClient client;
            QVERIFY(client.connect(m_server->port()));
            client.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            QVERIFY(m_server->waitForSlow());
            client.close();
            m_server->releaseSlow();
        }
        RawClient next;
        QTRY_VERIFY(next.connect(m_server->port())
                    && next.request("GET", "/hello").value_or(RawResponse {}).status == 200);
    }

    void floodOfOneAddressIsBounded()
    {
        const auto open = [this] { return onThread(m_server->io, [this] { return m_server->metrics.connections(); }); };
        QTRY_COMPARE(open(), std::size_t {0});
        std::vector<std::unique_ptr<RawClient>> clients;
        int refused = 0;
        for (int i = 0; i < 60; ++i) {
            clients.push_back(std::make_unique<RawClient>());
            QVERIFY(clients.back()->connect(m_server->port()));
            const auto answer = clients.back()->request("GET", "/hello");
            if (answer && answer->status == 503) {
                ++refused;
                QVERIFY(parseJson(answer->body));
            }
        }
        QVERIFY2(refused >= 15 && refused <= 20, qPrintable(QString::number(refused)));
        clients.clear();
        QTRY_COMPARE(open(), std::size_t {0});
    }

    void connectionsAreCountedExactly_data()
    {
        QTest::addColumn<int>("perLoopback");
        QTest::addColumn<int>("all");
        QTest::newRow("of one address") << 3 << 100;
        QTest::newRow("of all addresses") << 100 << 3;
    }
    /// The last one that is allowed gets in, the next one does not, and the place of one that left is free again.
    void connectionsAreCountedExactly()
    {
        QFETCH(int, perLoopback);
        QFETCH(int, all);
        ServerOptions options;
        options.maxPerLoopback = std::size_t(perLoopback);
        options.maxConnections = std::size_t(all);
        TestServer server(options);
        std::vector<std::unique_ptr<RawClient>> clients;
        const auto entersNext = [&] {
            clients.push_back(std::make_unique<RawClient>());
            clients.back()->connect(server.port());
            return clients.back()->request("GET", "/hello").value_or(RawResponse {}).status == 200;
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(entersNext());
        QVERIFY(!entersNext());
        clients[1]->close();
        bool entered = false;
        QTRY_VERIFY(entered || (entered = entersNext()));
        QVERIFY(!entersNext());
    }

    void stopLetsRunningRequestsFinish()
    {
        auto server = std::make_unique<TestServer>();
        RawClient running;
        RawClient idle;
        QVERIFY(running.connect(server->port()) && idle.connect(server->port()));
        QCOMPARE(idle.request("GET", "/hello")->status, 200);
        running.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(server->waitForSlow());
        const std::uint16_t port = server->port();
        std::thread stopper([&server] { server->server->stop(); });
        QVERIFY(idle.waitForClose(3s));
        RawClient late;
        QVERIFY(!late.connect(port));
        server->releaseSlow();
        const auto answer = running.response();
        stopper.join();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("\"late\""));
        QCOMPARE(answer->header("connection"), std::string("close"));
    }

    void stopIsBounded()
    {
        ServerOptions options;
        options.stopGrace = 300ms;
        TestServer server(options);
        RawClient running;
        QVERIFY(running.connect(server.port()));
        running.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(server.waitForSlow());
        QElapsedTimer timer;
        timer.start();
        server.server->stop();
        QVERIFY(timer.elapsed() < 3000);
    }

    void cannotListenTwice()
    {
        ServerOptions options;
        options.port = m_server->port();
        const auto second = Server::start(
            options,
            {m_server->io, m_server->router, m_server->tokens, m_server->hub, m_server->metrics, m_server->random});
        QVERIFY(!second);
        QVERIFY(second.error().code == Error::Code::Unavailable);
        options.address = "no address";
        const auto third = Server::start(
            options,
            {m_server->io, m_server->router, m_server->tokens, m_server->hub, m_server->metrics, m_server->random});
        QVERIFY(!third && third.error().code == Error::Code::Invalid);
    }

private:
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TstEdge)
#include "tst_edge.moc"
