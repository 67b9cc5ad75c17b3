// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Against real Prometheus, Alertmanager and node_exporter.
#include "backend/monitoring/alertmanagerclient.h"
#include "backend/monitoring/collectors.h"
#include "backend/monitoring/prometheusclient.h"
#include "backend/monitoring/sourceregistry.h"
#include "backend/monitoring/webhook.h"
#include "backend/net/curlhttpclient.h"
#include "tests/support/awaited.h"
#include "tests/support/fakeclock.h"
#include "tests/support/realserver.h"
#include "tests/support/tinyserver.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
/// Fires for every target named in the scrape configuration that does not answer.
const QByteArray rules = R"(groups:
- name: test
  interval: 200ms
  rules:
  - alert: TargetDown
    expr: up == 0
    labels: {severity: critical, category: probe}
    annotations: {summary: "{{ $labels.instance }} is down", description: "No answer."}
  - alert: NoSeverity
    expr: vector(1)
  - alert: Odd
    expr: vector(2) > 1
    labels: {severity: "???"}
)";

SourceConfig source(SourceKind kind, const std::string &url)
{
    SourceConfig config;
    config.id.value = config.name = std::string(sourceKindName(kind));
    config.kind = kind;
    config.target = url;
    config.interval = 1s;
    config.timeout = 5s;
    return config;
}

template<typename T, typename Call>
Result<T> answerOf(Call call)
{
    auto answer = std::make_shared<Awaited<Result<T>>>();
    call([answer](Result<T> result) { answer->set(std::move(result)); });
    return answer->wait().value_or(fail(Error::Code::Internal, "no answer at all"));
}

std::set<std::string> keys(const std::vector<AlertSignal> &alerts)
{
    std::set<std::string> out;
    for (const AlertSignal &alert : alerts)
        out.insert(alert.dedupKey);
    return out;
}

const AlertSignal *named(const std::vector<AlertSignal> &alerts, std::string_view name)
{
    const auto found = std::find_if(alerts.begin(), alerts.end(), [name](const AlertSignal &alert) {
        return alert.labels.value("alertname") == name;
    });
    return found == alerts.end() ? nullptr : &*found;
}

std::string bodyOf(const std::string &request)
{
    return request.substr(request.find("\r\n\r\n") + 4);
}
} // namespace

class TestRealSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void queries();
    void queryErrors();
    void longRangesAreSplit();
    void rulesTargetsAlerts();
    void sameAlertByThreeWays();
    void resolvesByWebhook();
    void registryOnRealServers();
    void serverWithoutConfigRoute();
    void serverThatLosesItsConfig();
    void editedRules();
    void wrongServers_data();
    void wrongServers();

private:
    PrometheusClient client(const std::string &url) { return {source(SourceKind::Prometheus, url), m_http, m_clock}; }
    Result<std::vector<AlertSignal>> polled()
    {
        return answerOf<std::vector<AlertSignal>>([this](auto done) {
            fetchAlertmanagerAlerts(source(SourceKind::Alertmanager, m_alertmanager->url()), m_http, done);
        });
    }
    std::vector<AlertSignal> called() const;

    ImmediateExecutor m_executor;
    SystemClock m_clock;
    CurlHttpClient m_http {m_executor};
    QString m_why;
    std::unique_ptr<TinyServer> m_hook;
    std::unique_ptr<RealServer> m_exporter;
    std::unique_ptr<RealServer> m_alertmanager;
    std::unique_ptr<RealServer> m_prometheus;
    std::uint16_t m_deadPort {0};
};

void TestRealSources::initTestCase()
{
    m_hook = std::make_unique<TinyServer>([](const std::string &) { return TinyServer::http(202, ""); });
    m_exporter = startNodeExporter(m_why);
    if (!m_exporter)
        QSKIP(qPrintable(m_why));
    m_alertmanager = startAlertmanager("  webhook_configs:\n  - url: " + QByteArray::fromStdString(m_hook->url("/hook"))
                                           + "\n" + "    send_resolved: true\n",
                                       m_why);
    if (!m_alertmanager)
        QSKIP(qPrintable(m_why));
    m_deadPort = freePort();
    PrometheusSetup setup;
    setup.rules = rules;
    setup.globals = "  external_labels: {cluster: eu, replica: \"0\"}\n";
    setup.alerting
        = "  alert_relabel_configs:\n  - {regex: replica, action: labeldrop}\n  alertmanagers:\n  - static_configs:\n"
          "    - targets: ['127.0.0.1:"
        + QByteArray::number(m_alertmanager->port()) + "']\n";
    setup.scrapeConfigs = "- job_name: node\n  static_configs:\n  - targets: ['127.0.0.1:"
        + QByteArray::number(m_exporter->port()) + "', '127.0.0.1:" + QByteArray::number(m_deadPort) + "']\n";
    m_prometheus = startPrometheus(setup, m_why);
    if (!m_prometheus)
        QSKIP(qPrintable(m_why));
}

std::vector<AlertSignal> TestRealSources::called() const
{
    std::vector<AlertSignal> all;
    for (const std::string &request : m_hook->requests()) {
        if (auto batch = readWebhook({"hook"}, bodyOf(request)))
            all.insert(all.end(), batch->alerts.begin(), batch->alerts.end());
    }
    return all;
}

void TestRealSources::queries()
{
    const PrometheusClient prometheus = client(m_prometheus->url() + "/");
    const auto scalar = answerOf<QueryResult>([&](auto done) { prometheus.instant("1+1", std::nullopt, done); });
    QVERIFY2(scalar, scalar ? "" : scalar.error().detail.c_str());
    QCOMPARE(scalar->resultType, std::string("scalar"));
    QCOMPARE(scalar->series.at(0).points.at(0).value, 2.0);
    const auto text = answerOf<QueryResult>([&](auto done) { prometheus.instant("\"h\u00e9\"", std::nullopt, done); });
    QCOMPARE(text->text, std::string("h\u00e9"));
    const auto up = [&] {
        const auto result = answerOf<QueryResult>([&](auto done) { prometheus.instant("up", std::nullopt, done); });
        return result ? result->series.size() : 0;
    };
    // Prometheus hands new targets to its scraper once in five seconds (discovery manager), so five would be a toss-up.
    QTRY_COMPARE_WITH_TIMEOUT(up(), std::size_t {2}, 10'000);
    const auto load = answerOf<QueryResult>([&](auto done) { prometheus.instant("node_load1", m_clock.now(), done); });
    QVERIFY(load);
    QCOMPARE(load->series.at(0).series.name, std::string("node_load1"));
    QCOMPARE(load->series.at(0).series.labels.value("job"), std::string_view("node"));
    // A query too long for an URL goes as a form.
    const std::string longQuery = "vector(1)" + std::string(200'000, ' ');
    const auto posted = answerOf<QueryResult>([&](auto done) { prometheus.instant(longQuery, std::nullopt, done); });
    QVERIFY2(posted, posted ? "" : posted.error().detail.c_str());
}

void TestRealSources::queryErrors()
{
    const PrometheusClient prometheus = client(m_prometheus->url());
    const auto bad = answerOf<QueryResult>([&](auto done) { prometheus.instant("up ==", std::nullopt, done); });
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, Error::Code::Invalid);
    QCOMPARE(bad.error().field, std::string("query"));
    QVERIFY(bad.error().detail.find("parse error") != std::string::npos);
    const Timestamp now = m_clock.now();
    const auto range = [&](Timestamp from, Timestamp to, Duration step) {
        return answerOf<QueryResult>([&](auto done) { prometheus.range("1", from, to, step, done); });
    };
    QCOMPARE(range(now, now - 1s, 1s).error().field, std::string("from"));
    QCOMPARE(range(now, now + 1s, 10us).error().field, std::string("step"));
    QCOMPARE(range(now - 200'000s, now, 1s).error().field, std::string("step"));
}

void TestRealSources::longRangesAreSplit()
{
    const PrometheusClient prometheus = client(m_prometheus->url());
    const Timestamp to = fromMicros(1'700'000'000'500'000);
    for (const int points : {1, 10'999, 11'000, 11'001, 25'000}) {
        const auto result = answerOf<QueryResult>(
            [&](auto done) { prometheus.range("vector(time())", to - (points - 1) * 15s, to, 15s, done); });
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(result->series.size(), std::size_t {1});
        const auto &found = result->series[0].points;
        QCOMPARE(found.size(), static_cast<std::size_t>(points));
        QCOMPARE(found.back().at, to);
        for (std::size_t i = 0; i < found.size(); ++i)
            QCOMPARE(found[i].at, to - static_cast<int>(found.size() - 1 - i) * 15s);
    }
}

void TestRealSources::rulesTargetsAlerts()
{
    const PrometheusClient prometheus = client(m_prometheus->url());
    const auto groups = answerOf<Json>([&](auto done) { prometheus.rules(done); });
    QVERIFY(groups);
    QCOMPARE((*groups)["groups"].array().at(0)["rules"].array().size(), std::size_t {3});
    const auto targets = answerOf<Json>([&](auto done) { prometheus.targets(done); });
    QVERIFY(targets);
    QCOMPARE((*targets)["activeTargets"].array().size(), std::size_t {2});
    const auto count = [&] {
        const auto alerts = answerOf<Json>([&](auto done) { prometheus.alerts(done); });
        return alerts ? (*alerts)["alerts"].array().size() : 0;
    };
    QTRY_COMPARE(count(), std::size_t {3});
}

void TestRealSources::sameAlertByThreeWays()
{
    const PrometheusClient prometheus = client(m_prometheus->url());
    const auto firing = [&] { return answerOf<std::vector<AlertSignal>>([&](auto done) { prometheus.firing(done); }); };
    QTRY_COMPARE(firing()->size(), std::size_t {3});
    QTRY_COMPARE(polled()->size(), std::size_t {3});
    QTRY_COMPARE(keys(called()).size(), std::size_t {3});
    const auto here = firing();
    const auto there = polled();
    const auto hooked = called();
    QCOMPARE(keys(*here), keys(*there));
    QCOMPARE(keys(*here), keys(hooked));

    for (const auto *alerts : {&*here, &*there, &hooked}) {
        const AlertSignal *down = named(*alerts, "TargetDown");
        QVERIFY(down);
        QCOMPARE(down->title, "127.0.0.1:" + std::to_string(m_deadPort) + " is down");
        QCOMPARE(down->description, std::string("No answer."));
        QCOMPARE(down->severity, Severity::Critical);
        QCOMPARE(down->service, std::string("node"));
        QCOMPARE(down->category, std::string("probe"));
        QCOMPARE(down->metric, std::string("up == 0"));
        QCOMPARE(down->labels.value("cluster"), std::string_view("eu"));
        QVERIFY(!down->labels.contains("replica"));
        QVERIFY(std::chrono::abs(m_clock.now() - down->startedAt) < 1min);
        QVERIFY(down->firing && !down->silenced);
    }
    // Alertmanager knows that name for it, too.
    const auto raw = httpExchange(m_alertmanager->port(), "/api/v2/alerts");
    QVERIFY(raw);
    for (const std::string &key : keys(*here))
        QVERIFY2(raw->body.find("\"fingerprint\":\"" + key + '"') != std::string::npos, key.c_str());

    const auto silence = httpExchange(
        m_alertmanager->port(), "/api/v2/silences",
        R"({"matchers":[{"name":"alertname","value":"Odd","isRegex":false,"isEqual":true}],"startsAt":"2020-01-01T00:00:00Z",
           "endsAt":"2099-01-01T00:00:00Z","createdBy":"test","comment":"test"})");
    QVERIFY(silence && silence->status == 200);
    QTRY_VERIFY(named(*polled(), "Odd")->silenced);
    QVERIFY(!named(*polled(), "NoSeverity")->silenced);
}

void TestRealSources::resolvesByWebhook()
{
    // Pushed by hand, so that its end can be told: what Prometheus does when a rule stops firing.
    const auto push = [this](const char *endsAt) {
        return httpExchange(
            m_alertmanager->port(), "/api/v2/alerts",
            std::string(R"([{"labels":{"alertname":"Pushed"},"startsAt":"2026-01-01T00:00:00Z","endsAt":")") + endsAt
                + R"("}])");
    };
    const auto last = [this](bool firing) {
        const auto all = called();
        return std::any_of(all.begin(), all.end(), [firing](const AlertSignal &alert) {
            return alert.labels.value("alertname") == "Pushed" && alert.firing == firing;
        });
    };
    QVERIFY(push("2099-01-01T00:00:00Z"));
    QTRY_VERIFY(last(true));
    QVERIFY(!last(false));
    QVERIFY(push("2026-01-02T00:00:00Z"));
    QTRY_VERIFY(last(false));
    QTRY_VERIFY(!named(*polled(), "Pushed"));
}

void TestRealSources::registryOnRealServers()
{
    LoopThread monitor("monitor");
    SystemRandom random;
    HostFacts facts;
    CurlHttpClient httpClient(monitor);
    SocketProber sockets(monitor);
    std::mutex mutex;
    std::map<std::string, AlertBatch> batches;
    std::set<std::string> metrics;
    MonitoringOutputs outputs;
    outputs.alerts = [&](AlertBatch batch, const MonitoringOutputs::Stored &) {
        const std::lock_guard lock(mutex);
        batches[batch.source.value] = std::move(batch);
    };
    outputs.samples = [&](const SampleBatch &batch) {
        const std::lock_guard lock(mutex);
        for (const SeriesSample &sample : batch.samples)
            metrics.insert(sample.series.name);
    };
    SourceRegistry registry(
        {monitor, m_clock, random, standardCollectors({httpClient, sockets, m_clock, facts}), nullptr}, outputs);
    SourceConfig host = source(SourceKind::Host, "");
    SourceConfig probe = source(SourceKind::HttpProbe, m_exporter->url() + "/metrics");
    SourceConfig dead = source(SourceKind::TcpProbe, "127.0.0.1:" + std::to_string(m_deadPort));
    registry.replaceConfigured({host, probe, dead, source(SourceKind::Prometheus, m_prometheus->url()),
                                source(SourceKind::Alertmanager, m_alertmanager->url())});
    const auto settled = [&] {
        const auto statuses = registry.statuses();
        return statuses.size() == 5 && std::all_of(statuses.begin(), statuses.end(), [](const SourceStatus &status) {
                   return status.state == (status.kind == SourceKind::TcpProbe ? SourceState::Down : SourceState::Up);
               });
    };
    QTRY_VERIFY(settled());
    {
        const std::lock_guard lock(mutex);
        QCOMPARE(batches.size(), std::size_t {2});
        QVERIFY(batches["prometheus"].complete);
        QCOMPARE(keys(batches["prometheus"].alerts), keys(batches["alertmanager"].alerts));
        for (const char *name : {"host_load1", "probe_success", "probe_http_status_code"})
            QVERIFY2(metrics.count(name), name);
    }
    const auto prometheus = registry.prometheus({"prometheus"});
    QVERIFY(prometheus);
    QVERIFY(answerOf<QueryResult>([&](auto done) { (*prometheus)->instant("1", std::nullopt, done); }));
    QCOMPARE(registry.prometheus({"host"}).error().code, Error::Code::Invalid);
    QVERIFY(registry.checkNow({"tcp"}));
    monitor.stop();
}

void TestRealSources::serverWithoutConfigRoute()
{
    TinyServer server([](const std::string &request) {
        if (request.starts_with("GET /api/v1/alerts"))
            return TinyServer::http(200, R"({"status":"success","data":{"alerts":[
                {"labels":{"alertname":"A","job":"vm"},"annotations":{},"state":"firing","activeAt":"2026-11-21T00:00:00.123456789Z","value":"1"},
                {"labels":{"alertname":"B"},"state":"pending"},{"labels":5,"state":"firing"},7]}})");
        return TinyServer::http(404, "unsupported path requested");
    });
    const PrometheusClient victoria = client(server.url());
    const auto firing = answerOf<std::vector<AlertSignal>>([&](auto done) { victoria.firing(done); });
    QVERIFY2(firing, firing ? "" : firing.error().detail.c_str());
    QCOMPARE(firing->size(), std::size_t {1});
    QCOMPARE(firing->at(0).dedupKey, (LabelSet {{"alertname", "A"}, {"job", "vm"}}.fingerprint()));
    QCOMPARE(formatRfc3339(firing->at(0).startedAt), std::string("2026-11-21T00:00:00.123456Z"));
}

void TestRealSources::serverThatLosesItsConfig()
{
    std::atomic<int> status {200};
    TinyServer server([&status](const std::string &request) {
        if (request.starts_with("GET /api/v1/alerts"))
            return TinyServer::http(
                200, R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"A"},"state":"firing"}]}})");
        if (request.starts_with("GET /api/v1/status/config"))
            return TinyServer::http(
                status, R"({"status":"success","data":{"yaml":"global: {external_labels: {cluster: eu}}\n"}})");
        return TinyServer::http(200, R"({"status":"success","data":{"groups":[]}})");
    });
    FakeClock clock;
    const PrometheusClient prometheus(source(SourceKind::Prometheus, server.url()), m_http, clock);
    const auto key = [&] {
        const auto firing = answerOf<std::vector<AlertSignal>>([&](auto done) { prometheus.firing(done); });
        return firing ? firing->at(0).dedupKey : "error: " + firing.error().detail;
    };
    const std::string first = key();
    QCOMPARE(first, (LabelSet {{"alertname", "A"}, {"cluster", "eu"}}.fingerprint()));
    // A server in trouble must not make another incident of the same alert.
    status = 500;
    QCOMPARE(key(), first);
    clock.advance(6min);
    QVERIFY(key().starts_with("error: "));
    status = 200;
    QCOMPARE(key(), first);
}

void TestRealSources::editedRules()
{
    std::atomic<bool> edited {false};
    std::atomic<int> asked {0};
    TinyServer server([&](const std::string &request) {
        if (request.starts_with("GET /api/v1/alerts"))
            return TinyServer::http(
                200, R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"A"},"state":"firing"}]}})");
        if (!request.starts_with("GET /api/v1/rules"))
            return TinyServer::http(404, "");
        ++asked;
        return TinyServer::http(
            200,
            R"({"status":"success","data":{"groups":[{"rules":[{"type":"alerting","name":"A","query":")"
                + std::string(edited ? "up < 2" : "up < 1") + R"("}]}]}})");
    });
    FakeClock clock;
    const PrometheusClient prometheus(source(SourceKind::Prometheus, server.url()), m_http, clock);
    const auto expression = [&] {
        const auto firing = answerOf<std::vector<AlertSignal>>([&](auto done) { prometheus.firing(done); });
        return firing ? firing->at(0).metric : "error: " + firing.error().detail;
    };
    QCOMPARE(expression(), std::string("up < 1"));
    edited = true;
    clock.advance(4min);
    QCOMPARE(expression(), std::string("up < 1"));
    QCOMPARE(asked.load(), 1);
    clock.advance(2min);
    QCOMPARE(expression(), std::string("up < 2"));
    QCOMPARE(expression(), std::string("up < 2"));
    QCOMPARE(asked.load(), 2);
}

void TestRealSources::wrongServers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << 200 << QByteArray("<html>");
    QTest::newRow("empty") << 200 << QByteArray();
    QTest::newRow("null") << 200 << QByteArray("null");
    QTest::newRow("no data") << 200 << QByteArray(R"({"status":"success"})");
    QTest::newRow("odd data") << 200 << QByteArray(R"({"status":"success","data":[]})");
    QTest::newRow("odd status") << 200 << QByteArray(R"({"status":1,"data":{}})");
    QTest::newRow("deep") << 200 << QByteArray(100'000, '[');
    QTest::newRow("gateway") << 502 << QByteArray("bad gateway");
    QTest::newRow("login") << 401 << QByteArray();
}

void TestRealSources::wrongServers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TinyServer server([=](const std::string &) { return TinyServer::http(status, body.toStdString()); });
    const PrometheusClient prometheus = client(server.url());
    const auto firing = answerOf<std::vector<AlertSignal>>([&](auto done) { prometheus.firing(done); });
    QVERIFY(!firing);
    QVERIFY(!firing.error().detail.empty());
    QVERIFY(!answerOf<QueryResult>([&](auto done) { prometheus.instant("1", std::nullopt, done); }));
    const auto alerts = answerOf<std::vector<AlertSignal>>(
        [&](auto done) { fetchAlertmanagerAlerts(source(SourceKind::Alertmanager, server.url()), m_http, done); });
    QVERIFY(!alerts);
    QCOMPARE(firing.error().code == Error::Code::Denied, status == 401);
}

QTEST_GUILESS_MAIN(TestRealSources)
#include "tst_realsources.moc"
