// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/curlhttpclient.h"
#include "tests/support/awaited.h"
#include "tests/support/realserver.h"
#include "tests/support/tinyserver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <dlfcn.h>
#include <netdb.h>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
Result<HttpResponse> fetch(HttpClient &client, HttpRequest request)
{
    auto answer = std::make_shared<Awaited<Result<HttpResponse>>>();
    client.send(std::move(request), [answer](Result<HttpResponse> response) { answer->set(std::move(response)); });
    return answer->wait().value_or(fail(Error::Code::Internal, "no answer at all"));
}

HttpRequest to(std::string url)
{
    HttpRequest request;
    request.url = std::move(url);
    request.timeout = 5s;
    return request;
}

std::string path(const std::string &request)
{
    const std::size_t first = request.find(' ') + 1;
    return request.substr(first, request.find(' ', first) - first);
}

constexpr std::string_view slowName = "slow.name.invalid";

/// While it lives, a look-up of slowName hangs; its end lets all go on and waits until they are through.
class SlowNames {
public:
    SlowNames() { state().hangs = true; }
    ~SlowNames()
    {
        std::unique_lock lock(state().mutex);
        state().hangs = false;
        state().changed.notify_all();
        state().changed.wait_for(lock, 10s, [] { return state().waiting == 0; });
    }
    SlowNames(const SlowNames &) = delete;
    SlowNames &operator=(const SlowNames &) = delete;

    static int waiting()
    {
        const std::lock_guard lock(state().mutex);
        return state().waiting;
    }
    static void hang()
    {
        std::unique_lock lock(state().mutex);
        ++state().waiting;
        // Longer than anybody's patience here.
        state().changed.wait_for(lock, 15s, [] { return !state().hangs; });
        --state().waiting;
        state().changed.notify_all();
    }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        bool hangs {false};
        int waiting {0};
    };
    /// Never destroyed: a thread of libcurl may outlive main().
    static State &state()
    {
        static State *const state = new State;
        return *state;
    }
};

std::string deflated()
{
    // "hello" by gzip -n.
    const QByteArray bytes = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c9070086a6103605000000");
    return bytes.toStdString();
}
} // namespace

/// The C library's, for libcurl too: a program's own symbols come before those of its libraries.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    using LookUp = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    if (node && slowName == node) {
        SlowNames::hang();
        return EAI_AGAIN;
    }
    static const auto real = reinterpret_cast<LookUp>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(node, service, hints, result);
}

class TestCurlHttpClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void sendsWhatWasAsked();
    void errors_data();
    void errors();
    void refused();
    void hanging();
    void errorTextsStayTheSame();
    void redirects_data();
    void redirects();
    void redirectToOtherHostLosesCredentials();
    void redirectToOtherSchemeIsRefused();
    void keepsConnections();
    void manyAtOnce();
    void endsWithCancelled();
    void aHangingLookUpBlocksNobody();
    void tls();
    void redirectToOtherHostLosesTheClientCertificate();

private:
    /// A key and a certificate of its own in the server's folder, and the server on it; false when it cannot.
    static bool startTlsServer(RealServer &server, std::uint16_t port, const QStringList &more = {});
};

void TestCurlHttpClient::answers_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") << 200 << QByteArray("hi");
    QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\n\r\nuntil the end") << 200
                               << QByteArray("until the end");
    QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
                             << 200 << QByteArray("abc");
    QTest::newRow("error status") << QByteArray("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n") << 503 << QByteArray();
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("after 100") << QByteArray(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")
                               << 200 << QByteArray("x");
    QTest::newRow("redirect not followed")
        << QByteArray("HTTP/1.1 302 X\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n") << 302 << QByteArray();
    const std::string packed = deflated();
    QTest::newRow("gzip") << QByteArray::fromStdString(TinyServer::http(200, packed, "Content-Encoding: gzip\r\n"))
                          << 200 << QByteArray("hello");
}

void TestCurlHttpClient::answers()
{
    QFETCH(QByteArray, raw);
    TinyServer server([raw](const std::string &) { return raw.toStdString(); });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    const auto response = fetch(client, to(server.url()));
    QVERIFY2(response, response ? "" : response.error().detail.c_str());
    QTEST(response->status, "status");
    QTEST(QByteArray::fromStdString(response->body), "body");
    QVERIFY(response->total >= response->firstByte);
    QVERIFY(response->firstByte >= response->connect);
    QVERIFY(response->connect.count() > 0);
}

void TestCurlHttpClient::sendsWhatWasAsked()
{
    TinyServer server(
        [](const std::string &) { return TinyServer::http(200, "", "X-Answer:  two words \r\nX-Answer: last\r\n"); });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(server.url("/a?b=c"));
    request.method = "PUT";
    request.body = "the body";
    request.headers = {{"X-Mine", "1"}, {"Content-Type", "text/plain"}, {"X-Split", "a\r\nEvil: 1"}};
    request.user = "ann";
    request.password = "secret";
    const auto response = fetch(client, request);
    QVERIFY(response);
    QCOMPARE(response->headers.at("x-answer"), std::string("last"));
    const std::string seen = server.requests().at(0);
    QVERIFY(seen.starts_with("PUT /a?b=c HTTP/1.1\r\n"));
    QVERIFY(seen.ends_with("\r\n\r\nthe body"));
    QVERIFY(seen.find("X-Mine: 1\r\n") != std::string::npos);
    QVERIFY(seen.find("Content-Type: text/plain\r\n") != std::string::npos);
    QVERIFY(seen.find("Authorization: Basic YW5uOnNlY3JldA==\r\n") != std::string::npos);
    QVERIFY(seen.find("Evil") == std::string::npos);
    QVERIFY(seen.find("Expect") == std::string::npos);
}

void TestCurlHttpClient::errors_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("code");
    const auto code = [](Error::Code c) { return static_cast<int>(c); };
    QTest::newRow("no url") << QByteArray("nonsense:") << QByteArray() << code(Error::Code::Invalid);
    QTest::newRow("file url") << QByteArray("file:///etc/passwd") << QByteArray() << code(Error::Code::Invalid);
    QTest::newRow("empty url") << QByteArray("") << QByteArray() << code(Error::Code::Invalid);
    QTest::newRow("unknown host") << QByteArray("http://no-such-host.invalid/") << QByteArray()
                                  << code(Error::Code::Unreachable);
    QTest::newRow("closes at once") << QByteArray() << QByteArray("\n") << code(Error::Code::Protocol);
    QTest::newRow("no http") << QByteArray() << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << code(Error::Code::Protocol);
    QTest::newRow("cut body") << QByteArray() << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nonly this")
                              << code(Error::Code::Protocol);
    QTest::newRow("announced too long") << QByteArray()
                                        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\nx")
                                        << code(Error::Code::TooLarge);
    QTest::newRow("too long") << QByteArray() << QByteArray("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(200'000, 'x'))
                              << code(Error::Code::TooLarge);
    QTest::newRow("huge headers") << QByteArray()
                                  << QByteArray("HTTP/1.1 200 OK\r\n") + QByteArray("X-A: b\r\n").repeated(60'000)
                                  << code(Error::Code::TooLarge);
    QTest::newRow("broken gzip") << QByteArray()
                                 << QByteArray::fromStdString(
                                        TinyServer::http(200, "no gzip", "Content-Encoding: gzip\r\n"))
                                 << code(Error::Code::Protocol);
}

void TestCurlHttpClient::errors()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, raw);
    QFETCH(int, code);
    TinyServer server([raw](const std::string &) { return raw.toStdString(); });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(raw.isEmpty() ? url.toStdString() : server.url("/secret?token=hidden"));
    request.maxBody = 100'000;
    const auto response = fetch(client, request);
    QVERIFY(!response);
    QVERIFY2(static_cast<int>(response.error().code) == code, response.error().detail.c_str());
    QVERIFY(!response.error().detail.empty());
    QVERIFY(response.error().detail.find("hidden") == std::string::npos);
}

void TestCurlHttpClient::refused()
{
    const std::uint16_t port = freePort();
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    const auto response = fetch(client, to("http://127.0.0.1:" + std::to_string(port)));
    QVERIFY(!response);
    QCOMPARE(response.error().code, Error::Code::Unreachable);
    QCOMPARE(response.error().detail, "127.0.0.1:" + std::to_string(port) + ": Connection refused");
}

void TestCurlHttpClient::hanging()
{
    TinyServer server([](const std::string &) { return std::string(); });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(server.url());
    request.timeout = 200ms;
    const auto start = std::chrono::steady_clock::now();
    const auto response = fetch(client, request);
    QVERIFY(!response);
    QCOMPARE(response.error().code, Error::Code::Timeout);
    QVERIFY(std::chrono::steady_clock::now() - start < 3s);
}

void TestCurlHttpClient::errorTextsStayTheSame()
{
    TinyServer server([](const std::string &) { return std::string(); });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(server.url());
    request.timeout = 100ms;
    const auto first = fetch(client, request);
    const auto second = fetch(client, request);
    QCOMPARE(first.error(), second.error());
}

void TestCurlHttpClient::redirects_data()
{
    QTest::addColumn<int>("hops");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("lastMethod");
    QTest::newRow("one") << 1 << 302 << "GET"
                         << "GET";
    QTest::newRow("five") << 5 << 301 << "GET"
                          << "GET";
    QTest::newRow("six") << 6 << 302 << "GET"
                         << "";
    QTest::newRow("303 makes a GET") << 1 << 303 << "POST"
                                     << "GET";
    QTest::newRow("302 after POST") << 1 << 302 << "POST"
                                    << "GET";
    QTest::newRow("307 keeps POST") << 1 << 307 << "POST"
                                    << "POST";
    QTest::newRow("308 keeps PUT") << 1 << 308 << "PUT"
                                   << "PUT";
}

void TestCurlHttpClient::redirects()
{
    QFETCH(int, hops);
    QFETCH(int, status);
    QFETCH(QString, method);
    QFETCH(QString, lastMethod);
    TinyServer server([=](const std::string &request) {
        const int hop = std::atoi(path(request).c_str() + 1);
        return hop == hops ? TinyServer::http(200, "there")
                           : TinyServer::http(status, "", "Location: /" + std::to_string(hop + 1) + "\r\n");
    });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(server.url("/0"));
    request.method = method.toStdString();
    request.body = method == QStringLiteral("GET") ? "" : "data";
    request.followRedirects = true;
    request.user = "ann";
    const auto response = fetch(client, request);
    if (lastMethod.isEmpty()) {
        QVERIFY(!response);
        QCOMPARE(response.error().code, Error::Code::Protocol);
        QCOMPARE(server.requests().size(), std::size_t {6});
        return;
    }
    QVERIFY2(response, response ? "" : response.error().detail.c_str());
    QCOMPARE(response->body, std::string("there"));
    const std::string last = server.requests().back();
    QVERIFY2(last.starts_with(lastMethod.toStdString() + ' '), last.c_str());
    QCOMPARE(last.ends_with("data"), lastMethod != QStringLiteral("GET"));
    QVERIFY(last.find("Authorization: Basic") != std::string::npos);
}

void TestCurlHttpClient::redirectToOtherHostLosesCredentials()
{
    TinyServer there([](const std::string &) { return TinyServer::http(200, "there"); });
    const std::string url = there.url("/x");
    TinyServer here([url](const std::string &) { return TinyServer::http(302, "", "Location: " + url + "\r\n"); });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(here.url());
    request.followRedirects = true;
    request.user = "ann";
    request.password = "secret";
    request.headers = {{"X-Api-Key", "k"}, {"Cookie", "c=1"}, {"Accept", "text/html"}};
    const auto response = fetch(client, request);
    QVERIFY(response);
    const std::string first = here.requests().at(0);
    const std::string second = there.requests().at(0);
    for (const char *secret : {"Authorization", "X-Api-Key", "Cookie"}) {
        QVERIFY2(first.find(secret) != std::string::npos, secret);
        QVERIFY2(second.find(secret) == std::string::npos, secret);
    }
    QVERIFY(second.find("Accept: text/html") != std::string::npos);
}

void TestCurlHttpClient::redirectToOtherSchemeIsRefused()
{
    TinyServer server(
        [](const std::string &) { return TinyServer::http(302, "", "Location: file:///etc/passwd\r\n"); });
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(server.url());
    request.followRedirects = true;
    const auto response = fetch(client, request);
    QVERIFY(!response);
    QCOMPARE(response.error().code, Error::Code::Invalid);
}

void TestCurlHttpClient::keepsConnections()
{
    QString why;
    const auto exporter = startNodeExporter(why);
    if (!exporter)
        QSKIP(qPrintable(why));
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(exporter->url() + "/");
    QVERIFY(fetch(client, request));
    const auto second = fetch(client, request);
    QVERIFY(second);
    // Used again: there is no connect phase.
    QCOMPARE(second->connect.count(), 0);
    request.wantCertificate = true;
    const auto measured = fetch(client, request);
    QVERIFY(measured);
    QVERIFY(measured->connect.count() > 0);
}

void TestCurlHttpClient::manyAtOnce()
{
    TinyServer server([](const std::string &request) { return TinyServer::http(200, path(request)); });
    LoopThread loop("test");
    CurlHttpClient client(loop);
    constexpr int count = 100;
    std::mutex mutex;
    std::map<std::string, int> bodies;
    Awaited<bool> all;
    for (int i = 0; i < count; ++i) {
        client.send(to(server.url("/" + std::to_string(i))), [&](Result<HttpResponse> response) {
            const std::lock_guard lock(mutex);
            ++bodies[response ? response->body : response.error().detail];
            if (bodies.size() == count)
                all.set(true);
        });
    }
    QVERIFY(all.wait());
    QVERIFY(std::all_of(bodies.begin(), bodies.end(), [](const auto &entry) { return entry.second == 1; }));
}

void TestCurlHttpClient::endsWithCancelled()
{
    TinyServer server([](const std::string &) { return std::string(); });
    ImmediateExecutor executor;
    Awaited<Result<HttpResponse>> answer;
    {
        CurlHttpClient client(executor);
        client.send(to(server.url()), [&](Result<HttpResponse> response) { answer.set(std::move(response)); });
    }
    QCOMPARE(answer.count(), 1);
    QCOMPARE(answer.wait()->error().code, Error::Code::Cancelled);
}

/// libcurl looks names up on threads of their own, but would wait for such a thread when its exchange ends.
void TestCurlHttpClient::aHangingLookUpBlocksNobody()
{
    TinyServer server([](const std::string &) { return TinyServer::http(200, "here"); });
    const SlowNames slow;
    ImmediateExecutor executor;
    auto client = std::make_unique<CurlHttpClient>(executor);
    HttpRequest request = to("http://" + std::string(slowName) + "/");
    request.timeout = 200ms;
    const auto timedOut = fetch(*client, request);
    QVERIFY(!timedOut);
    QVERIFY2(timedOut.error().code == Error::Code::Timeout, timedOut.error().detail.c_str());
    const auto other = fetch(*client, to(server.url()));
    QVERIFY2(other, other ? "" : other.error().detail.c_str());
    QCOMPARE(other->body, std::string("here"));
    // Nor does its end wait for one.
    auto cancelled = std::make_shared<Awaited<Result<HttpResponse>>>();
    request.timeout = 1min;
    client->send(request, [cancelled](Result<HttpResponse> response) { cancelled->set(std::move(response)); });
    QTRY_VERIFY(SlowNames::waiting() >= 2);
    client.reset();
    QVERIFY(cancelled->count() == 1);
    QCOMPARE(cancelled->wait()->error().code, Error::Code::Cancelled);
    QVERIFY(SlowNames::waiting() >= 2);
}

bool TestCurlHttpClient::startTlsServer(RealServer &server, std::uint16_t port, const QStringList &more)
{
    const QString openssl = RealServer::find(QStringLiteral("openssl"));
    const QDir folder(server.folder());
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString certificate = folder.filePath(QStringLiteral("cert.pem"));
    const auto made = RealServer::run(
        openssl,
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
         QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
         QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate, QStringLiteral("-days"),
         QStringLiteral("10"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
         QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost")});
    return made == 0
        && server.start(openssl,
                        QStringList {QStringLiteral("s_server"), QStringLiteral("-accept"), QString::number(port),
                                     QStringLiteral("-cert"), certificate, QStringLiteral("-key"), key,
                                     QStringLiteral("-www"), QStringLiteral("-quiet")}
                            + more,
                        port, {});
}

void TestCurlHttpClient::tls()
{
    const QString openssl = RealServer::find(QStringLiteral("openssl"));
    if (openssl.isEmpty())
        QSKIP("Debian package openssl is not installed");
    RealServer server;
    const std::uint16_t port = freePort();
    QVERIFY2(startTlsServer(server, port), server.output().constData());
    const QString certificate = QDir(server.folder()).filePath(QStringLiteral("cert.pem"));
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to("https://127.0.0.1:" + std::to_string(port) + "/");
    request.wantCertificate = true;

    const auto untrusted = fetch(client, request);
    QVERIFY(!untrusted);
    QCOMPARE(untrusted.error().code, Error::Code::Unreachable);
    QVERIFY(untrusted.error().detail.find("certificate") != std::string::npos);

    const auto inTenDays = std::chrono::system_clock::now() + std::chrono::days(10);
    request.tls.verifyPeer = false;
    // Twice: a session that is taken up again must show its certificate, too.
    for (int i = 0; i < 2; ++i) {
        const auto blind = fetch(client, request);
        QVERIFY2(blind, blind ? "" : blind.error().detail.c_str());
        QVERIFY(blind->certificateExpiry);
        QVERIFY(std::chrono::abs(*blind->certificateExpiry - inTenDays) < 10min);
        QVERIFY(blind->tlsHandshake > blind->connect);
    }
    request.tls.verifyPeer = true;
    request.tls.caFile = certificate.toStdString();
    const auto trusted = fetch(client, request);
    QVERIFY2(trusted, trusted ? "" : trusted.error().detail.c_str());
    QCOMPARE(trusted->status, 200);
    QVERIFY(trusted->certificateExpiry);

    request.tls.caFile = "/no/such/file";
    QVERIFY(!fetch(client, request));
}

/// Whoever is redirected to must not learn who asks: the certificate is for the first server alone.
void TestCurlHttpClient::redirectToOtherHostLosesTheClientCertificate()
{
    if (RealServer::find(QStringLiteral("openssl")).isEmpty())
        QSKIP("Debian package openssl is not installed");
    RealServer server;
    const std::uint16_t port = freePort();
    // It asks for a certificate and writes into its page which one it got.
    QVERIFY2(startTlsServer(server, port, {QStringLiteral("-verify"), QStringLiteral("1")}),
             server.output().constData());
    const std::string url = "https://127.0.0.1:" + std::to_string(port) + "/";
    const std::string folder = server.folder().toStdString();
    ImmediateExecutor executor;
    CurlHttpClient client(executor);
    HttpRequest request = to(url);
    request.followRedirects = true;
    request.tls = {folder + "/cert.pem", folder + "/cert.pem", folder + "/key.pem", true};
    const auto shown = fetch(client, request);
    QVERIFY2(shown, shown ? "" : shown.error().detail.c_str());
    QVERIFY2(shown->body.find("no client certificate") == std::string::npos, shown->body.c_str());

    TinyServer here([url](const std::string &) { return TinyServer::http(302, "", "Location: " + url + "\r\n"); });
    request.url = here.url();
    request.wantCertificate = true; // a new connection: what the one before showed does not count
    const auto redirected = fetch(client, request);
    QVERIFY2(redirected, redirected ? "" : redirected.error().detail.c_str());
    QVERIFY2(redirected->body.find("no client certificate") != std::string::npos, redirected->body.c_str());
}

QTEST_GUILESS_MAIN(TestCurlHttpClient)
#include "tst_curlhttpclient.moc"
