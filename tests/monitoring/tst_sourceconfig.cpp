// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/sourceconfig.h"

#include <QTest>

using namespace vigie;
using namespace std::chrono_literals;

namespace {
Result<SourceConfig> read(const char *text)
{
    const auto json = parseJson(text);
    return json ? readSourceConfig(*json) : Result<SourceConfig>(tl::unexpected(json.error()));
}
} // namespace

class TestSourceConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void bad_data();
    void bad();
    void membersOfOtherKinds_data();
    void membersOfOtherKinds();
    void httpMembers();
    void statusRanges_data();
    void statusRanges();
    void ids();
};

void TestSourceConfig::good_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("http", R"({"kind":"http","name":"Shop","target":"https://shop.example.org/health"})");
    row("http all",
        R"({"kind":"http","name":"Shop","target":"http://[::1]:80/","intervalSeconds":1.5,"timeoutSeconds":0.2,
        "method":"POST","headers":{"X-Key":"k"},"body":"{}","expectStatus":"200-299,404","bodyMatch":"^ok|fine$",
        "followRedirects":false,"caFile":"/etc/passwd","clientCertificateFile":"/etc/hostname","clientKeyFile":"/etc/hosts",
        "verifyPeer":false,"user":"ann","password":"p\u00e9"})");
    row("status number", R"({"kind":"http","name":"a","target":"http://a","expectStatus":204})");
    row("status list", R"({"kind":"http","name":"a","target":"http://a","expectStatus":[200,"301-308"]})");
    row("tcp", R"({"kind":"tcp","name":"ssh","target":"[::1]:22"})");
    row("dns",
        R"({"kind":"dns","name":"mx","target":"example.org","server":"9.9.9.9","recordType":"mx","expectAnswer":"10 .*"})");
    row("dns port", R"({"kind":"dns","name":"mx","target":"example.org","server":"[::1]:5353"})");
    row("dns v6", R"({"kind":"dns","name":"mx","target":"example.org","server":"::1"})");
    row("prometheus",
        R"({"kind":"prometheus","name":"p","target":"http://p:9090/prom","bearerToken":"abc","alertsBecomeIncidents":false})");
    row("alertmanager", R"({"kind":"alertmanager","name":"a","target":"http://a:9093"})");
    row("webhook", R"({"kind":"webhook","name":"w","webhookToken":"0123456789abcdef"})");
    row("host", R"({"kind":"host","name":"this machine","intervalSeconds":5})");
}

void TestSourceConfig::good()
{
    QFETCH(QByteArray, json);
    auto config = read(json.constData());
    QVERIFY2(config, config ? "" : (config.error().detail + " at " + config.error().field).c_str());
    QVERIFY(config->editable);
    QVERIFY(config->id.empty());
    // What the store keeps reads back the same.
    config->id.value = "some-id";
    const auto stored = parseJson(toStoredJson(*config).dump());
    QVERIFY(stored);
    const auto again = readStoredSourceConfig(*stored);
    QVERIFY2(again, again ? "" : (again.error().detail + " at " + again.error().field).c_str());
    QCOMPARE(*again, *config);
}

void TestSourceConfig::bad_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const char *json, const char *field) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(field);
    };
    row("no object", R"([])", "");
    row("no kind", R"({"name":"a"})", "/kind");
    row("odd kind", R"({"kind":"smtp","name":"a"})", "/kind");
    row("no name", R"({"kind":"host"})", "/name");
    row("empty name", R"({"kind":"host","name":""})", "/name");
    row("control in name", R"({"kind":"host","name":"a\nb"})", "/name");
    row("blank around name", R"({"kind":"host","name":" a"})", "/name");
    row("unknown member", R"({"kind":"host","name":"a","intervallSeconds":5})", "/intervallSeconds");
    row("id from outside", R"({"kind":"host","name":"a","id":"x"})", "/id");
    row("interval text", R"({"kind":"host","name":"a","intervalSeconds":"5"})", "/intervalSeconds");
    row("interval short", R"({"kind":"host","name":"a","intervalSeconds":0.5})", "/intervalSeconds");
    row("interval negative", R"({"kind":"host","name":"a","intervalSeconds":-5})", "/intervalSeconds");
    row("interval huge", R"({"kind":"host","name":"a","intervalSeconds":1e300})", "/intervalSeconds");
    row("timeout long", R"({"kind":"host","name":"a","timeoutSeconds":301})", "/timeoutSeconds");
    row("no target", R"({"kind":"http","name":"a"})", "/target");
    row("ftp", R"({"kind":"http","name":"a","target":"ftp://a"})", "/target");
    row("no host", R"({"kind":"http","name":"a","target":"http:///x"})", "/target");
    row("user in url", R"({"kind":"http","name":"a","target":"http://u:p@a/"})", "/target");
    row("blank in url", R"({"kind":"http","name":"a","target":"http://a/b c"})", "/target");
    row("port too large", R"({"kind":"http","name":"a","target":"http://x:99999"})", "/target");
    row("port no number", R"({"kind":"http","name":"a","target":"http://x:80a/"})", "/target");
    row("port missing", R"({"kind":"http","name":"a","target":"http://x:/"})", "/target");
    row("open bracket", R"({"kind":"http","name":"a","target":"http://[::1"})", "/target");
    row("no address in brackets", R"({"kind":"prometheus","name":"a","target":"http://[abc]:80"})", "/target");
    row("behind the brackets", R"({"kind":"http","name":"a","target":"http://[::1]80"})", "/target");
    row("bodyMatch of tcp", R"({"kind":"tcp","name":"a","target":"a:22","bodyMatch":"x"})", "/bodyMatch");
    row("server of http", R"({"kind":"http","name":"a","target":"http://a","server":"9.9.9.9"})", "/server");
    row("no CA file", R"({"kind":"http","name":"a","target":"https://a","caFile":"/no/such/file"})", "/caFile");
    row("odd method", R"({"kind":"http","name":"a","target":"http://a","method":"DELETE"})", "/method");
    row("odd status", R"({"kind":"http","name":"a","target":"http://a","expectStatus":"2xx"})", "/expectStatus");
    row("status 99", R"({"kind":"http","name":"a","target":"http://a","expectStatus":99})", "/expectStatus");
    row("no status", R"({"kind":"http","name":"a","target":"http://a","expectStatus":[]})", "/expectStatus");
    row("bad regex", R"({"kind":"http","name":"a","target":"http://a","bodyMatch":"(a"})", "/bodyMatch");
    row("sly regex", R"({"kind":"http","name":"a","target":"http://a","bodyMatch":"a)(b"})", "/bodyMatch");
    row("huge regex", R"({"kind":"http","name":"a","target":"http://a","bodyMatch":"((a{100}){100}){100}"})",
        "/bodyMatch");
    row("body of HEAD", R"({"kind":"http","name":"a","target":"http://a","method":"HEAD","bodyMatch":"a"})",
        "/bodyMatch");
    row("header list", R"({"kind":"http","name":"a","target":"http://a","headers":["a"]})", "/headers");
    row("header number", R"({"kind":"http","name":"a","target":"http://a","headers":{"a":1}})", "/headers");
    row("header injection", R"({"kind":"http","name":"a","target":"http://a","headers":{"a":"b\r\nc: d"}})",
        "/headers");
    row("key alone", R"({"kind":"http","name":"a","target":"http://a","clientKeyFile":"/k"})", "/clientKeyFile");
    row("password alone", R"({"kind":"http","name":"a","target":"http://a","password":"p"})", "/user");
    row("two credentials", R"({"kind":"http","name":"a","target":"http://a","user":"u","bearerToken":"b"})",
        "/bearerToken");
    row("token blank", R"({"kind":"http","name":"a","target":"http://a","bearerToken":"a b"})", "/bearerToken");
    row("query in base", R"({"kind":"prometheus","name":"a","target":"http://a/?x=1"})", "/target");
    row("no port", R"({"kind":"tcp","name":"a","target":"localhost"})", "/target");
    row("port 0", R"({"kind":"tcp","name":"a","target":"localhost:0"})", "/target");
    row("bare v6", R"({"kind":"tcp","name":"a","target":"::1:22"})", "/target");
    row("dns url", R"({"kind":"dns","name":"a","target":"http://a"})", "/target");
    row("dns server name", R"({"kind":"dns","name":"a","target":"a.org","server":"ns.example.org"})", "/server");
    row("dns record", R"({"kind":"dns","name":"a","target":"a.org","recordType":"ANY"})", "/recordType");
    row("dns regex", R"({"kind":"dns","name":"a","target":"a.org","expectAnswer":"["})", "/expectAnswer");
    row("short token", R"({"kind":"webhook","name":"a","webhookToken":"short"})", "/webhookToken");
    row("no token", R"({"kind":"webhook","name":"a"})", "/webhookToken");
    row("host with target", R"({"kind":"host","name":"a","target":"b"})", "/target");
}

void TestSourceConfig::bad()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    const auto config = read(json.constData());
    QVERIFY(!config);
    QCOMPARE(config.error().code, Error::Code::Invalid);
    QCOMPARE(QByteArray::fromStdString(config.error().field), field);
    QVERIFY(!config.error().detail.empty());
}

/// Each member with a value its kinds take, given to every kind: taken where it means something, refused elsewhere.
void TestSourceConfig::membersOfOtherKinds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("kinds");
    const auto row = [](const char *member, const char *value, const char *kinds) {
        QTest::newRow(member) << QByteArray(value) << QByteArray(kinds);
    };
    row("method", R"("GET")", "http");
    row("headers", R"({"X-Key":"k"})", "http");
    row("body", R"("{}")", "http");
    row("expectStatus", "200", "http");
    row("bodyMatch", R"("x")", "http");
    row("followRedirects", "true", "http");
    row("server", R"("9.9.9.9")", "dns");
    row("recordType", R"("A")", "dns");
    row("expectAnswer", R"("x")", "dns");
    row("caFile", R"("/etc/passwd")", "http prometheus alertmanager");
    row("clientCertificateFile", R"("/etc/passwd")", "http prometheus alertmanager");
    row("verifyPeer", "true", "http prometheus alertmanager");
    row("user", R"("ann")", "http prometheus alertmanager");
    row("bearerToken", R"("abc")", "http prometheus alertmanager");
    row("webhookToken", R"("0123456789abcdef")", "webhook");
    row("alertsBecomeIncidents", "true", "prometheus");
}

void TestSourceConfig::membersOfOtherKinds()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, kinds);
    const std::string member = QTest::currentDataTag();
    const QByteArrayList taking = kinds.split(' ');
    const std::vector<std::pair<QByteArray, std::string>> starts {
        {"host", ""},
        {"http", R"(,"target":"http://a")"},
        {"tcp", R"(,"target":"a:22")"},
        {"dns", R"(,"target":"a.org")"},
        {"prometheus", R"(,"target":"http://a")"},
        {"alertmanager", R"(,"target":"http://a")"},
        {"webhook", member == "webhookToken" ? "" : R"(,"webhookToken":"0123456789abcdef")"},
    };
    for (const auto &[kind, start] : starts) {
        const std::string text = R"({"name":"a","kind":")" + kind.toStdString() + '"' + start + ",\"" + member
            + "\":" + value.toStdString() + '}';
        const auto config = read(text.c_str());
        QVERIFY2(config.has_value() == taking.contains(kind), text.c_str());
        if (!config)
            QCOMPARE(config.error().field, '/' + member);
        // What means nothing, null, is no member.
        QVERIFY(read((R"({"name":"a","kind":"host",")" + member + "\":null}").c_str()));
    }
}

void TestSourceConfig::httpMembers()
{
    const auto config
        = read(R"({"kind":"http","name":"a","target":"http://a","intervalSeconds":1.5,"timeoutSeconds":0.25,
        "expectStatus":["200-204",404],"headers":{"B":"2","A":"1"}})");
    QVERIFY(config);
    QCOMPARE(config->interval, Duration(1500ms));
    QCOMPARE(config->timeout, Duration(250ms));
    QCOMPARE(config->expectStatus, (std::vector<StatusRange> {{200, 204}, {404, 404}}));
    QCOMPARE(config->headers.at(0), (std::pair<std::string, std::string> {"B", "2"}));
}

void TestSourceConfig::statusRanges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("formatted");
    QTest::newRow("one") << QByteArray("200") << QByteArray("200");
    QTest::newRow("range") << QByteArray("200-299") << QByteArray("200-299");
    QTest::newRow("blanks") << QByteArray(" 200 - 204 , 301 ") << QByteArray("200-204,301");
    QTest::newRow("same ends") << QByteArray("200-200") << QByteArray("200");
    for (const char *bad : {"", "200-", "-200", "200,,201", "600", "99", "299-200", "2xx", "200;201", "200-201-202"})
        QTest::newRow(bad) << QByteArray(bad) << QByteArray();
}

void TestSourceConfig::statusRanges()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, formatted);
    const auto ranges = parseStatusRanges(text.toStdString());
    QCOMPARE(ranges.has_value(), !formatted.isEmpty());
    if (ranges)
        QCOMPARE(QByteArray::fromStdString(formatStatusRanges(*ranges)), formatted);
}

void TestSourceConfig::ids()
{
    QCOMPARE(sourceIdFromName("Prometheus Prod #1").value, std::string("prometheus-prod--1"));
}

QTEST_GUILESS_MAIN(TestSourceConfig)
#include "tst_sourceconfig.moc"
