// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/proberjobs.h"
#include "backend/monitoring/probes.h"
#include "backend/net/curlhttpclient.h"
#include "tests/monitoring/tinydns.h"
#include "tests/support/awaited.h"
#include "tests/support/realserver.h"
#include "tests/support/tinyserver.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <thread>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
struct Seen {
    std::map<std::string, double> samples;
    std::optional<Error> error;
    std::string text() const { return error ? error->detail : std::string(); }
};

struct Prober {
    ImmediateExecutor executor;
    SystemClock clock;
    HostFacts facts;
    CurlHttpClient http {executor};
    SocketProber sockets {executor};

    Seen look(const SourceConfig &config)
    {
        const auto valid = validate(config);
        if (!valid)
            return {{}, valid.error()};
        const auto collector = standardCollectors({http, sockets, clock, facts})(config);
        auto found = std::make_shared<Awaited<Collection>>();
        collector->collect([found](Collection collection) { found->set(std::move(collection)); });
        const auto collection = found->wait();
        if (!collection)
            return {{}, Error {Error::Code::Internal, "no answer", {}}};
        Seen seen;
        seen.error = collection->error;
        for (const SeriesSample &sample : collection->samples)
            seen.samples[sample.series.toString()] = sample.value;
        return seen;
    }
};

SourceConfig http(const std::string &url)
{
    SourceConfig config;
    config.name = "p";
    config.target = url;
    config.timeout = 2s;
    return config;
}

SourceConfig dns(const TinyDns &server, DnsRecordType type)
{
    SourceConfig config;
    config.kind = SourceKind::DnsProbe;
    config.name = "p";
    config.target = "example.org";
    config.server = server.address();
    config.recordType = type;
    config.timeout = 2s;
    return config;
}

/// A listener whose queue is full: it answers no further connection.
struct HangingListener {
    sockaddr_in address {};
    std::uint16_t port {0};
    std::vector<int> sockets;

    explicit HangingListener(in_addr_t ip)
    {
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(ip);
        socklen_t size = sizeof address;
        sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        ::bind(sockets.back(), reinterpret_cast<const sockaddr *>(&address), size);
        ::getsockname(sockets.back(), reinterpret_cast<sockaddr *>(&address), &size);
        ::listen(sockets.back(), 0);
        port = ntohs(address.sin_port);
        for (int i = 0; i < 4; ++i) {
            sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
            ::connect(sockets.back(), reinterpret_cast<const sockaddr *>(&address), size);
        }
    }
    ~HangingListener()
    {
        for (const int fd : sockets)
            ::close(fd);
    }
    HangingListener(const HangingListener &) = delete;
    HangingListener &operator=(const HangingListener &) = delete;
};

/// 127.0.0.1, 127.0.0.2 and 127.0.0.3 for A, nothing for AAAA.
std::string threeAddresses(const std::string &query)
{
    const std::size_t type = query.find('\0', 12) + 2;
    std::vector<TinyDns::Record> records;
    for (char last = 1; query.at(type) == 1 && last <= 3; ++last)
        records.push_back({1, std::string("\x7f\0\0", 3) + last});
    return TinyDns::reply(query, 0, records);
}

const std::string success = "probe_success{probe=\"p\"}";
const std::string duration = "probe_duration_seconds{probe=\"p\"}";
const std::string status = "probe_http_status_code{probe=\"p\"}";
const std::string expiry = "probe_tls_certificate_expiry_seconds{probe=\"p\"}";
const std::string answers = "probe_dns_answers{probe=\"p\"}";
} // namespace

class TestProbes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void httpVerdicts_data();
    void httpVerdicts();
    void httpPhases();
    void httpRefusedAndHanging();
    void httpRedirect();
    void httpPhasesOfRedirects();
    void httpHead();
    void httpSendsCredentials();
    void certificate();
    void expiredCertificate();
    void tcp();
    void tcpHanging();
    void tcpLastAddressHangs();
    void tcpSecondAddressAnswers();
    void tcpNames();
    void dnsRecords_data();
    void dnsRecords();
    void dnsFailures();
    void dnsExpectation();
    void dnsOddMessages();
    void proberEndsWithCancelled();
    void manyProbes();
};

void TestProbes::httpVerdicts_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, int answer, const QByteArray &body, const char *expected, const char *match,
                        const char *error) {
        QTest::newRow(name) << answer << body << QByteArray(expected) << QByteArray(match) << QByteArray(error);
    };
    row("good", 200, "ok", "200-299", "", "");
    row("wrong status", 503, "ok", "200-299", "", "status 503, expected 200-299");
    row("expected 404", 404, "", "404", "", "");
    row("second range", 301, "", "200-204,301", "", "");
    row("match", 200, "all is well here", "200", "w[e]ll", "");
    row("match at the ends", 200, "one\ntwo\n", "200", "(?m)^two$", "");
    row("whole body", 200, "ok", "200", "^ok$", "");
    row("no match", 200, "all is lost", "200", "well", "the body does not contain well");
    row("match in no UTF-8", 200, "\xff\xfe\xe9 well \xff", "200", "well", "");
    row("match in NUL", 200, QByteArray("a\0well", 6), "200", "well", "");
    row("alternatives", 200, "b", "200", "a|b", "");
    row("big body", 200, QByteArray(1 << 20, 'x') + "well", "200", "well$", "");
    row("huge body", 200, QByteArray(9 << 20, 'x'), "200", "", "longer than");
}

void TestProbes::httpVerdicts()
{
    QFETCH(int, answer);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, match);
    QFETCH(QByteArray, error);
    const std::string raw = TinyServer::http(answer, body.toStdString());
    TinyServer server([raw](const std::string &) { return raw; });
    Prober prober;
    SourceConfig config = http(server.url());
    config.expectStatus = parseStatusRanges(expected.toStdString()).value();
    config.bodyMatch = match.toStdString();
    config.followRedirects = false;
    const Seen seen = prober.look(config);
    QCOMPARE(seen.samples.at(success), error.isEmpty() ? 1.0 : 0.0);
    QVERIFY(seen.samples.count(duration));
    QVERIFY2(QByteArray::fromStdString(seen.text()).contains(error), seen.text().c_str());
    QCOMPARE(seen.error.has_value(), !error.isEmpty());
    if (error != "longer than")
        QCOMPARE(seen.samples.at(status), double(answer));
}

void TestProbes::httpPhases()
{
    TinyServer server([](const std::string &) { return TinyServer::http(200, "x"); });
    Prober prober;
    const Seen seen = prober.look(http(server.url()));
    QVERIFY(seen.samples.at("probe_http_phase_seconds{phase=\"connect\", probe=\"p\"}") > 0);
    QVERIFY(seen.samples.at("probe_http_phase_seconds{phase=\"processing\", probe=\"p\"}") > 0);
    double sum = 0;
    for (const auto &[key, value] : seen.samples)
        sum += key.starts_with("probe_http_phase") ? value : 0;
    QVERIFY(std::abs(sum - seen.samples.at(duration)) < 0.001);
}

void TestProbes::httpRefusedAndHanging()
{
    Prober prober;
    const Seen refused = prober.look(http("http://127.0.0.1:" + std::to_string(freePort())));
    QCOMPARE(refused.samples.at(success), 0.0);
    QVERIFY2(refused.text().ends_with("Connection refused"), refused.text().c_str());
    TinyServer server([](const std::string &) { return std::string(); });
    SourceConfig config = http(server.url());
    config.timeout = 200ms;
    const Seen hanging = prober.look(config);
    QCOMPARE(hanging.samples.at(success), 0.0);
    QCOMPARE(hanging.error->code, Error::Code::Timeout);
    QVERIFY(hanging.samples.at(duration) >= 0.2);
    QVERIFY(hanging.samples.at(duration) < 2);
}

void TestProbes::httpRedirect()
{
    TinyServer server([](const std::string &request) {
        return request.starts_with("GET /there") ? TinyServer::http(200, "there")
                                                 : TinyServer::http(302, "", "Location: /there\r\n");
    });
    Prober prober;
    SourceConfig config = http(server.url());
    QCOMPARE(prober.look(config).samples.at(status), 200.0);
    config.followRedirects = false;
    const Seen seen = prober.look(config);
    QCOMPARE(seen.samples.at(status), 302.0);
    QCOMPARE(seen.samples.at(success), 0.0);
}

/// The first hop's time is spent on its answer, not on looking up the second one's name.
void TestProbes::httpPhasesOfRedirects()
{
    TinyServer server([](const std::string &request) {
        if (request.starts_with("GET /there"))
            return TinyServer::http(200, "there");
        std::this_thread::sleep_for(300ms);
        return TinyServer::http(302, "", "Location: /there\r\n");
    });
    Prober prober;
    const Seen seen = prober.look(http(server.url()));
    QVERIFY(!seen.error);
    const auto phase = [&seen](const std::string &name) {
        const auto found = seen.samples.find("probe_http_phase_seconds{phase=\"" + name + "\", probe=\"p\"}");
        return found == seen.samples.end() ? 0.0 : found->second;
    };
    QVERIFY(phase("resolve") < 0.25);
    QVERIFY(phase("connect") > 0);
    QVERIFY(phase("connect") < 0.25);
    QVERIFY(phase("processing") >= 0.3);
    QVERIFY(seen.samples.at(duration) >= 0.3);
    double sum = 0;
    for (const char *name : {"resolve", "connect", "tls", "processing", "transfer"})
        sum += phase(name);
    QVERIFY(std::abs(sum - seen.samples.at(duration)) < 0.001);
}

/// HEAD of a large file announces its length and sends nothing of it.
void TestProbes::httpHead()
{
    TinyServer server(
        [](const std::string &) { return std::string("HTTP/1.1 200 OK\r\nContent-Length: 4000000000\r\n\r\n"); });
    Prober prober;
    SourceConfig config = http(server.url());
    config.method = "HEAD";
    const Seen seen = prober.look(config);
    QVERIFY2(!seen.error, seen.text().c_str());
    QCOMPARE(seen.samples.at(success), 1.0);
}

void TestProbes::httpSendsCredentials()
{
    TinyServer server([](const std::string &) { return TinyServer::http(200, "x"); });
    Prober prober;
    SourceConfig config = http(server.url());
    config.method = "POST";
    config.body = "{}";
    config.headers = {{"X-Key", "k"}};
    config.bearerToken = "abc";
    QVERIFY(!prober.look(config).error);
    const std::string request = server.requests().at(0);
    QVERIFY(request.starts_with("POST / "));
    QVERIFY(request.ends_with("{}"));
    QVERIFY(request.find("X-Key: k\r\n") != std::string::npos);
    QVERIFY(request.find("Authorization: Bearer abc\r\n") != std::string::npos);
}

void TestProbes::certificate()
{
    const QString openssl = RealServer::find(QStringLiteral("openssl"));
    if (openssl.isEmpty())
        QSKIP("Debian package openssl is not installed");
    RealServer server;
    const QString key = server.folder() + QStringLiteral("/key.pem");
    const QString certificate = server.folder() + QStringLiteral("/cert.pem");
    const QString make
        = QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 10 -subj /CN=localhost "
                         "-addext subjectAltName=IP:127.0.0.1 -keyout %1 -out %2")
              .arg(key, certificate);
    QCOMPARE(RealServer::run(openssl, make.split(u' ')), 0);
    const std::uint16_t port = freePort();
    const QString serve = QStringLiteral("s_server -accept %1 -cert %2 -key %3 -www -quiet")
                              .arg(QString::number(port), certificate, key);
    QVERIFY2(server.start(openssl, serve.split(u' '), port, {}), server.output().constData());
    Prober prober;
    SourceConfig config = http("https://127.0.0.1:" + std::to_string(port) + "/");
    const Seen untrusted = prober.look(config);
    QCOMPARE(untrusted.samples.at(success), 0.0);
    QVERIFY(untrusted.samples.contains(expiry));
    QVERIFY(std::abs(untrusted.samples.at(expiry) - 864'000) < 600);
    QVERIFY(untrusted.text().find("certificate") != std::string::npos);
    config.tls.verifyPeer = false;
    const Seen blind = prober.look(config);
    QVERIFY2(!blind.error, blind.text().c_str());
    QVERIFY(std::abs(blind.samples.at(expiry) - 864'000) < 600);
    QVERIFY(blind.samples.at("probe_http_phase_seconds{phase=\"tls\", probe=\"p\"}") > 0);
    config.tls.verifyPeer = true;
    config.tls.caFile = certificate.toStdString();
    QVERIFY(std::abs(prober.look(config).samples.at(expiry) - 864'000) < 600);
}

/// Just then, when the rule on certificates matters most, the handshake fails.
void TestProbes::expiredCertificate()
{
    const QString openssl = RealServer::find(QStringLiteral("openssl"));
    if (openssl.isEmpty())
        QSKIP("Debian package openssl is not installed");
    RealServer server;
    const QString folder = server.folder();
    const auto write = [&folder](const char *name, const QByteArray &text) {
        QFile file(folder + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    // Only "openssl ca" makes a certificate that ended in the past.
    QVERIFY(write("ca.cnf",
                  "[ca]\ndefault_ca = d\n[d]\ndatabase = " + folder.toUtf8()
                      + "/index.txt\nnew_certs_dir = " + folder.toUtf8() + "\nserial = " + folder.toUtf8()
                      + "/serial\ndefault_md = sha256\npolicy = p\n[p]\ncommonName = supplied\n"
                        "[req]\ndistinguished_name = n\n[n]\n"));
    QVERIFY(write("index.txt", {}) && write("serial", "01\n"));
    const QString request
        = QStringLiteral("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost "
                         "-config %1/ca.cnf -keyout %1/key.pem -out %1/req.pem")
              .arg(folder);
    QCOMPARE(RealServer::run(openssl, request.split(u' ')), 0);
    const QString sign = QStringLiteral("ca -batch -config %1/ca.cnf -selfsign -keyfile %1/key.pem -in %1/req.pem "
                                        "-out %1/cert.pem -notext -startdate 20200101000000Z -enddate 20200201000000Z")
                             .arg(folder);
    QCOMPARE(RealServer::run(openssl, sign.split(u' ')), 0);
    const std::uint16_t port = freePort();
    const QString serve
        = QStringLiteral("s_server -accept %2 -cert %1/cert.pem -key %1/key.pem -www -quiet").arg(folder).arg(port);
    QVERIFY2(server.start(openssl, serve.split(u' '), port, {}), server.output().constData());
    Prober prober;
    SourceConfig config = http("https://127.0.0.1:" + std::to_string(port) + "/");
    config.tls.caFile = folder.toStdString() + "/cert.pem";
    const Seen seen = prober.look(config);
    QCOMPARE(seen.samples.at(success), 0.0);
    QVERIFY2(seen.text().find("expired") != std::string::npos, seen.text().c_str());
    QVERIFY(seen.samples.contains(expiry));
    const double ended = static_cast<double>(toMicros(*parseRfc3339("2020-02-01T00:00:00Z"))) / 1e6;
    const double now = static_cast<double>(toMicros(prober.clock.now())) / 1e6;
    QVERIFY(std::abs(seen.samples.at(expiry) - (ended - now)) < 60);
}

void TestProbes::tcp()
{
    TinyServer server([](const std::string &) { return std::string(); });
    Prober prober;
    SourceConfig config = http("127.0.0.1:" + std::to_string(server.port()));
    config.kind = SourceKind::TcpProbe;
    const Seen good = prober.look(config);
    QVERIFY2(!good.error, good.text().c_str());
    QCOMPARE(good.samples.at(success), 1.0);
    QVERIFY(good.samples.at(duration) > 0);
    config.target = "127.0.0.1:" + std::to_string(freePort());
    const Seen refused = prober.look(config);
    QCOMPARE(refused.samples.at(success), 0.0);
    QCOMPARE(refused.text(), config.target + ": Connection refused");
}

void TestProbes::tcpHanging()
{
    const HangingListener hanging(INADDR_LOOPBACK);
    Prober prober;
    SourceConfig config = http("127.0.0.1:" + std::to_string(hanging.port));
    config.kind = SourceKind::TcpProbe;
    config.timeout = 300ms;
    const Seen seen = prober.look(config);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->code, Error::Code::Timeout);
    QCOMPARE(seen.text(), "no connection to " + config.target + " within 300ms");
}

/// The last socket gets the number of the refused one before it (the first gets that of the closed DNS socket), and
/// must not get its result.
void TestProbes::tcpLastAddressHangs()
{
    const HangingListener hanging(INADDR_LOOPBACK + 2);
    TinyDns names(threeAddresses);
    ImmediateExecutor executor;
    SocketProber prober(executor, names.address());
    Awaited<Result<TcpAnswer>> answer;
    prober.connect("three.example.org", hanging.port, 600ms, [&](Result<TcpAnswer> a) { answer.set(std::move(a)); });
    const auto seen = answer.wait();
    QVERIFY(seen);
    QVERIFY(!seen->has_value());
    QCOMPARE(seen->error().code, Error::Code::Timeout);
}

void TestProbes::tcpSecondAddressAnswers()
{
    const HangingListener hanging(INADDR_LOOPBACK);
    sockaddr_in address = hanging.address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1);
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::listen(listener, 5);
    TinyDns names(threeAddresses);
    ImmediateExecutor executor;
    SocketProber prober(executor, names.address());
    Awaited<Result<TcpAnswer>> answer;
    prober.connect("three.example.org", hanging.port, 5s, [&](Result<TcpAnswer> a) { answer.set(std::move(a)); });
    const auto seen = answer.wait();
    ::close(listener);
    QVERIFY(seen);
    QVERIFY2(seen->has_value(), seen->has_value() ? "" : seen->error().detail.c_str());
    QVERIFY((*seen)->total >= 250ms);
    QVERIFY((*seen)->total < 4s);
}

void TestProbes::tcpNames()
{
    TinyServer server([](const std::string &) { return std::string(); });
    Prober prober;
    SourceConfig config = http("localhost:" + std::to_string(server.port()));
    config.kind = SourceKind::TcpProbe;
    // ::1 may come first and refuse; the next address is taken then.
    const Seen seen = prober.look(config);
    QVERIFY2(!seen.error, seen.text().c_str());
    config.target = "no-such-host.invalid:80";
    config.timeout = 1s;
    const Seen unknown = prober.look(config);
    QVERIFY(unknown.error);
    QVERIFY(unknown.text().find("no-such-host.invalid") != std::string::npos
            || unknown.text().find("name server") != std::string::npos);
}

void TestProbes::dnsRecords_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("wireType");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("expected");
    const auto row
        = [](const char *name, DnsRecordType type, int wireType, const std::string &data, const char *expected) {
              QTest::newRow(name) << static_cast<int>(type) << wireType << QByteArray::fromStdString(data)
                                  << QByteArray(expected);
          };
    row("A", DnsRecordType::A, 1, std::string("\x7f\0\0\x01", 4), "127\\.0\\.0\\.1");
    row("AAAA", DnsRecordType::Aaaa, 28, std::string(15, '\0') + '\x01', "::1");
    row("CNAME", DnsRecordType::Cname, 5, TinyDns::name("www.example.net"), "www.example.net");
    row("MX", DnsRecordType::Mx, 15, std::string("\0\x0a", 2) + TinyDns::name("mail.example.org"), "10 mail.*");
    row("TXT", DnsRecordType::Txt, 16,
        "\x05v=spf\x02"
        "1!",
        "v=spf1!");
    row("NS", DnsRecordType::Ns, 2, std::string("\x02ns\xc0\x0c", 5), "ns.example.org");
}

void TestProbes::dnsRecords()
{
    QFETCH(int, type);
    QFETCH(int, wireType);
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, expected);
    TinyDns server([=](const std::string &query) {
        return TinyDns::reply(query, 0,
                              {{wireType, data.toStdString()}, {wireType, data.toStdString()}, {99, "other"}});
    });
    Prober prober;
    SourceConfig config = dns(server, static_cast<DnsRecordType>(type));
    config.expectAnswer = expected.toStdString();
    const Seen seen = prober.look(config);
    QVERIFY2(!seen.error, seen.text().c_str());
    QCOMPARE(seen.samples.at(answers), 2.0);
    QCOMPARE(seen.samples.at(success), 1.0);
    config.expectAnswer = "something else";
    QCOMPARE(prober.look(config).text(), std::string("no answer matches something else"));
}

void TestProbes::dnsFailures()
{
    Prober prober;
    TinyDns unknown([](const std::string &query) { return TinyDns::reply(query, 3, {}); });
    QCOMPARE(prober.look(dns(unknown, DnsRecordType::A)).text(), std::string("no such name: example.org"));
    TinyDns nothing([](const std::string &query) { return TinyDns::reply(query, 0, {}); });
    const Seen none = prober.look(dns(nothing, DnsRecordType::Mx));
    QCOMPARE(none.text(), std::string("example.org has no record of type MX"));
    QCOMPARE(none.samples.at(answers), 0.0);
    TinyDns servfail([](const std::string &query) { return TinyDns::reply(query, 2, {}); });
    QVERIFY(prober.look(dns(servfail, DnsRecordType::A)).error);
    TinyDns silent([](const std::string &) { return std::string(); });
    SourceConfig config = dns(silent, DnsRecordType::A);
    config.timeout = 300ms;
    const Seen hanging = prober.look(config);
    QCOMPARE(hanging.error->code, Error::Code::Timeout);
    QCOMPARE(hanging.samples.at(success), 0.0);
    config.server = "127.0.0.1:" + std::to_string(freePort());
    QVERIFY(prober.look(config).error);
}

void TestProbes::dnsExpectation()
{
    TinyDns server([](const std::string &query) {
        return TinyDns::reply(query, 0, {{1, std::string("\x0a\0\0\x01", 4)}, {1, std::string("\x0a\0\0\x02", 4)}});
    });
    Prober prober;
    SourceConfig config = dns(server, DnsRecordType::A);
    config.expectAnswer = "10.0.0.2";
    QVERIFY(!prober.look(config).error);
    config.expectAnswer = "10.0.0"; // as a whole
    QVERIFY(prober.look(config).error);
}

void TestProbes::dnsOddMessages()
{
    const std::string query = std::string("\x12\x34\x01\0\0\x01\0\0\0\0\0\0", 12) + TinyDns::name("example.org")
        + std::string("\0\x10\0\x01", 4);
    const std::string good
        = TinyDns::reply(query, 0, {{16, "\x05hello"}, {15, std::string("\0\x0a", 2) + "\x04mail\xc0\x0c"}});
    const auto read = [](const std::string &message, DnsRecordType type) {
        // A copy of the exact size, so that the address sanitizer sees a read beyond its end.
        const std::vector<unsigned char> bytes(message.begin(), message.end());
        return readDnsAnswers(bytes.data(), static_cast<int>(bytes.size()), type);
    };
    QCOMPARE(read(good, DnsRecordType::Txt).value(), (std::vector<std::string> {"hello"}));
    QCOMPARE(read(good, DnsRecordType::Mx).value(), (std::vector<std::string> {"10 mail.example.org"}));
    int rejected = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        rejected += read(good.substr(0, i), DnsRecordType::Txt) ? 0 : 1;
        for (const int byte : {0, 1, 0x3f, 0x7f, 0xc0, 0xff}) {
            std::string mutant = good;
            mutant[i] = static_cast<char>(byte);
            for (const DnsRecordType type :
                 {DnsRecordType::Txt, DnsRecordType::Mx, DnsRecordType::A, DnsRecordType::Ns})
                rejected += read(mutant, type) ? 0 : 1;
        }
    }
    QVERIFY(rejected > 50);
}

void TestProbes::proberEndsWithCancelled()
{
    TinyDns silent([](const std::string &) { return std::string(); });
    ImmediateExecutor executor;
    Awaited<Result<DnsAnswer>> answer;
    {
        SocketProber prober(executor);
        prober.query(silent.address(), "example.org", DnsRecordType::A, 10s,
                     [&](Result<DnsAnswer> a) { answer.set(std::move(a)); });
    }
    QCOMPARE(answer.count(), 1);
    QCOMPARE(answer.wait()->error().code, Error::Code::Cancelled);
}

void TestProbes::manyProbes()
{
    TinyServer server([](const std::string &) { return std::string(); });
    LoopThread loop("test");
    SocketProber prober(loop);
    constexpr int count = 200;
    int good = 0;
    int all = 0;
    std::map<std::string, int> errors;
    Awaited<int> done;
    for (int i = 0; i < count; ++i) {
        prober.connect("127.0.0.1", server.port(), 5s, [&](const Result<TcpAnswer> &answer) {
            good += answer ? 1 : 0;
            ++errors[answer ? "none" : answer.error().detail];
            if (++all == count)
                done.set(good);
        });
    }
    QVERIFY(done.wait());
    for (const auto &[text, times] : errors)
        QVERIFY2(text == "none", text.c_str());
    QCOMPARE(good, count);
}

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
