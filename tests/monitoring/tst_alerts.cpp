// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/text.h"
#include "backend/monitoring/alertmapping.h"
#include "backend/monitoring/prometheusclient.h"
#include "backend/monitoring/relabel.h"
#include "backend/monitoring/webhook.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace vigie;

namespace {
const SourceId hook {"hook"};

Result<AlertBatch> webhook(const std::string &body)
{
    return readWebhook(hook, body);
}
} // namespace

class TestAlerts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapping();
    void fallbacks();
    void oddAlertsDoNotStop();
    void sameKeyEverywhere();
    void newLabelNamesTellApart();
    void grafana();
    void plain();
    void plainIdentity();
    void badWebhooks_data();
    void badWebhooks();
    void badAlertAmongGoodOnes_data();
    void badAlertAmongGoodOnes();
    void longWebhooks();
    void noMutantCrashes();
    void generatorUrls_data();
    void generatorUrls();
    void percentCoding();
    void relabeling();
    void queryAnswers_data();
    void queryAnswers();
    void badQueryAnswers_data();
    void badQueryAnswers();
    void matrixSpeed();
};

void TestAlerts::mapping()
{
    const AlertSignal signal
        = alertSignal({{"alertname", "DiskFull"}, {"severity", "critical"}, {"job", "node"}, {"category", "disk"}},
                      {{"summary", "The disk is full"}, {"description", "97 %"}});
    QCOMPARE(signal.title, std::string("The disk is full"));
    QCOMPARE(signal.description, std::string("97 %"));
    QCOMPARE(signal.severity, Severity::Critical);
    QCOMPARE(signal.service, std::string("node"));
    QCOMPARE(signal.category, std::string("disk"));
    QVERIFY(signal.firing);
    QCOMPARE(signal.dedupKey, signal.labels.fingerprint());
}

void TestAlerts::fallbacks()
{
    QCOMPARE(alertSignal({{"alertname", "A"}}, {}).title, std::string("A"));
    QCOMPARE(alertSignal({{"x", "y"}}, {}).title, std::string("{x=\"y\"}"));
    QCOMPARE(alertSignal({{"alertname", "A"}}, {{"message", "m"}}).description, std::string("m"));
    QCOMPARE(alertSignal({{"service", "s"}, {"job", "j"}, {"app", "a"}}, {}).service, std::string("s"));
    QCOMPARE(alertSignal({{"app", "a"}}, {}).service, std::string("a"));
    QCOMPARE(alertSignal({{"alertname", "A"}}, {}).severity, severityFromAlertLabel(""));
}

void TestAlerts::oddAlertsDoNotStop()
{
    const auto alerts = readAlertmanagerAlerts(R"([
        {"labels":{"alertname":"NoSeverity"},"annotations":{},"status":{"state":"active"}},
        17, null, "text", [], {},
        {"labels":"none","annotations":null},
        {"labels":{"alertname":"Odd","severity":["critical"],"number":5,"bad name":"x","null":null},
         "annotations":{"summary":{"a":1}},"startsAt":"yesterday","status":"?","generatorURL":12},
        {"fingerprint":"abc","annotations":{"summary":"no labels at all"}},
        {"labels":{"alertname":"Silenced","severity":"warning"},"startsAt":"2026-11-21T00:00:00.5Z",
         "status":{"state":"suppressed","silencedBy":["x"],"inhibitedBy":[]}},
        {"labels":{"alertname":"Last"},"startsAt":"0001-01-01T00:00:00Z","status":{"inhibitedBy":["y"]}},
        {"labels":{"alertname":"ByItsState"},"status":{"state":"suppressed"}}
    ])");
    QVERIFY(alerts);
    QCOMPARE(alerts->size(), std::size_t {6});
    QCOMPARE(alerts->at(0).title, std::string("NoSeverity"));
    QCOMPARE(alerts->at(1).labels, (LabelSet {{"alertname", "Odd"}, {"severity", "[\"critical\"]"}, {"number", "5"}}));
    QCOMPARE(alerts->at(2).dedupKey, std::string("abc"));
    QCOMPARE(alerts->at(2).title, std::string("no labels at all"));
    QVERIFY(alerts->at(3).silenced);
    QCOMPARE(formatRfc3339(alerts->at(3).startedAt), std::string("2026-11-21T00:00:00.500000Z"));
    QVERIFY(alerts->at(4).silenced);
    QCOMPARE(alerts->at(4).startedAt, Timestamp {}); // Alertmanager's "not set"
    QVERIFY(alerts->at(5).silenced);
    QVERIFY(!alerts->at(0).silenced);
    QVERIFY(!readAlertmanagerAlerts("{}"));
    QVERIFY(!readAlertmanagerAlerts("<html>"));
    QVERIFY(!readAlertmanagerAlerts(""));
}

/// Names such as "service.name" are legal since Prometheus 3: alerts that differ only there are two.
void TestAlerts::newLabelNamesTellApart()
{
    const auto alert = [](const char *service) {
        return std::string(R"({"labels":{"alertname":"Slow","service.name":")") + service + R"("},"status":"firing"})";
    };
    const auto alerts = readAlertmanagerAlerts('[' + alert("cart") + ',' + alert("search") + ']');
    QVERIFY(alerts);
    QVERIFY(alerts->at(0).dedupKey != alerts->at(1).dedupKey);
    QCOMPARE(alerts->at(0).labels, (LabelSet {{"alertname", "Slow"}}));
    const auto called = webhook(R"({"version":"4","status":"firing","alerts":[)" + alert("cart") + "]}");
    QVERIFY(called);
    QCOMPARE(called->alerts.at(0).dedupKey, alerts->at(0).dedupKey);
}

void TestAlerts::sameKeyEverywhere()
{
    const std::string labels = R"("labels":{"alertname":"Up","instance":"a:1","severity":"warning"})";
    const auto polled = readAlertmanagerAlerts("[{" + labels + ",\"status\":{\"state\":\"active\"}}]");
    const auto called = webhook(R"({"version":"4","status":"firing","alerts":[{"status":"firing",)" + labels + "}]}");
    QVERIFY(polled && called);
    QCOMPARE(polled->at(0).dedupKey, called->alerts.at(0).dedupKey);
    QVERIFY(!called->complete);
    QCOMPARE(called->source, hook);
}

void TestAlerts::grafana()
{
    const auto batch
        = webhook(R"({"receiver":"r","status":"firing","orgId":1,"version":"1","title":"[FIRING:1]","state":"alerting",
        "alerts":[{"status":"firing","labels":{"alertname":"High","grafana_folder":"Shop","severity":"high"},
          "annotations":{"__dashboardUid__":"x","summary":"High load"},"startsAt":"2026-11-21T00:00:00Z",
          "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://g/alerting/x?expr=1","fingerprint":"f","valueString":"[ value=5 ]",
          "dashboardURL":"http://g/d/x","values":{"A":5}},
         {"status":"resolved","labels":{"alertname":"Low"},"annotations":{}}]})");
    QVERIFY(batch);
    QCOMPARE(batch->alerts.size(), std::size_t {2});
    const AlertSignal &first = batch->alerts[0];
    QCOMPARE(first.title, std::string("High load"));
    QCOMPARE(first.description, std::string("[ value=5 ]"));
    QCOMPARE(first.category, std::string("Shop"));
    QCOMPARE(first.severity, Severity::High);
    QVERIFY(first.metric.empty());
    QVERIFY(!first.annotations.contains("__dashboardUid__"));
    QCOMPARE(first.annotations.value("dashboardURL"), std::string_view("http://g/d/x"));
    QVERIFY(first.firing);
    QVERIFY(!batch->alerts[1].firing);
}

void TestAlerts::plain()
{
    const auto batch = webhook(
        R"({"title":"Backup failed","severity":"critical","description":"d","category":"backup","service":"db",
        "labels":{"host":"a"},"annotations":{"link":"l"},"startedAt":1700000000000000})");
    QVERIFY2(batch, batch ? "" : batch.error().detail.c_str());
    const AlertSignal &signal = batch->alerts.at(0);
    QCOMPARE(signal.title, std::string("Backup failed"));
    QCOMPARE(signal.severity, Severity::Critical);
    QCOMPARE(signal.service, std::string("db"));
    QCOMPARE(signal.category, std::string("backup"));
    QCOMPARE(signal.labels.value("host"), std::string_view("a"));
    QCOMPARE(toMicros(signal.startedAt), 1700000000000000);
    QVERIFY(signal.firing);
}

void TestAlerts::plainIdentity()
{
    const auto key = [](const char *body) {
        const auto batch = webhook(body);
        return batch ? batch->alerts.at(0).dedupKey : batch.error().detail;
    };
    const std::string one = key(R"({"title":"A","severity":"low"})");
    QCOMPARE(key(R"({"title":"A","severity":"critical","status":"resolved"})"), one);
    QVERIFY(key(R"({"title":"B"})") != one);
    QVERIFY(key(R"({"title":"A","labels":{"host":"a"}})") != one);
    QCOMPARE(key(R"({"title":"A","key":"k"})"), key(R"({"title":"B","key":"k","labels":{"x":"y"}})"));
    QVERIFY(readWebhook({"other"}, R"({"title":"A","severity":"low"})")->alerts.at(0).dedupKey != one);
    QVERIFY(!webhook(R"({"title":"A","status":"resolved"})")->alerts.at(0).firing);
}

void TestAlerts::badWebhooks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const char *body, const char *field) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(field);
    };
    row("empty", "", "");
    row("no json", "title=a", "");
    row("list", "[]", "");
    row("nothing known", R"({"text":"a"})", "");
    row("alerts no list", R"({"alerts":{}})", "");
    row("nothing readable", R"({"alerts":[1,{}]})", "/alerts/0");
    row("starts yesterday", R"({"alerts":[{"labels":{"a":"c"},"startsAt":"yesterday"}]})", "/alerts/0/startsAt");
    row("year 9999999", R"({"alerts":[{"labels":{"a":"b"},"startsAt":"9999999-01-01T00:00:00Z"}]})",
        "/alerts/0/startsAt");
    row("starts at a number", R"({"alerts":[{"labels":{"a":"b"},"startsAt":1}]})", "/alerts/0/startsAt");
    row("empty title", R"({"title":""})", "/title");
    row("title number", R"({"title":5})", "/title");
    row("odd status", R"({"title":"a","status":"maybe"})", "/status");
    row("unknown member", R"({"title":"a","sevrity":"high"})", "/sevrity");
    row("odd label", R"({"title":"a","labels":{"a b":"c"}})", "/labels/a b");
    row("cut", R"({"title":"a")", "");
}

void TestAlerts::badWebhooks()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, field);
    const auto batch = webhook(body.toStdString());
    QVERIFY(!batch);
    QCOMPARE(batch.error().code, Error::Code::Invalid);
    if (field != "/labels/a b")
        QCOMPARE(QByteArray::fromStdString(batch.error().field), field);
}

void TestAlerts::badAlertAmongGoodOnes_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("starts yesterday") << QByteArray(R"({"labels":{"a":"c"},"startsAt":"yesterday"})")
                                      << QByteArray("/alerts/1/startsAt");
    QTest::newRow("starts at a number") << QByteArray(R"({"labels":{"a":"c"},"startsAt":1})")
                                        << QByteArray("/alerts/1/startsAt");
    QTest::newRow("nothing to tell it by") << QByteArray("{}") << QByteArray("/alerts/1");
    QTest::newRow("no object") << QByteArray("1") << QByteArray("/alerts/1");
}

/// Its sender would not send the good ones again: Alertmanager repeats nothing after a 4xx.
void TestAlerts::badAlertAmongGoodOnes()
{
    QFETCH(QByteArray, bad);
    QFETCH(QByteArray, field);
    const auto batch = webhook(R"({"alerts":[{"labels":{"alertname":"first"}},)" + bad.toStdString()
                               + R"(,{"labels":{"alertname":"last"},"startsAt":"2026-11-21T00:00:00Z"}]})");
    QVERIFY2(batch, batch ? "" : batch.error().detail.c_str());
    QCOMPARE(batch->alerts.size(), std::size_t {2});
    QCOMPARE(batch->alerts[0].title, std::string("first"));
    QCOMPARE(batch->alerts[1].title, std::string("last"));
    QVERIFY(batch->leftOut);
    QCOMPARE(batch->leftOut->code, Error::Code::Invalid);
    QCOMPARE(QByteArray::fromStdString(batch->leftOut->field), field);
    QVERIFY(!batch->leftOut->detail.empty());
    const auto good = webhook(R"({"alerts":[{"labels":{"alertname":"first"}}]})");
    QVERIFY(good && !good->leftOut);
}

void TestAlerts::longWebhooks()
{
    const std::string body = R"({"title":"A"})";
    QVERIFY(webhook(body + std::string(maxWebhookBody - body.size(), ' ')));
    const auto longer = webhook(body + std::string(maxWebhookBody - body.size() + 1, ' '));
    QVERIFY(!longer);
    QCOMPARE(longer.error().code, Error::Code::TooLarge);
}

/// Every beginning is refused, and of the texts with one byte changed a good part; `reads` says whether one was taken.
template<typename Reads>
void mutate(const std::string &text, const Reads &reads)
{
    QVERIFY(reads(text));
    int mutants = 0;
    int refused = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        QVERIFY2(!reads(text.substr(0, i)), text.substr(0, i).c_str());
        for (const char c : {'\0', '"', '\\', '{', '[', ']', '}', ',', 'x', '\x80', '9', '-'}) {
            std::string mutant = text;
            mutant[i] = c;
            ++mutants;
            refused += reads(mutant) ? 0 : 1;
        }
    }
    qInfo("%d of %d mutants refused", refused, mutants);
    QVERIFY(refused > mutants / 2);
}

void TestAlerts::noMutantCrashes()
{
    mutate(R"({"version":"4","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"Up"},
        "annotations":{"summary":"s\u00e9"},"startsAt":"2026-11-21T00:00:00Z","generatorURL":"http://p/graph?g0.expr=up%3D"}]})",
           [](const std::string &text) { return webhook(text).has_value(); });
    mutate(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"a\u00e9\ud83d\ude00"},
        "values":[[1.5,"1"],[2,"NaN"]]}]},"warnings":["w"]})",
           [](const std::string &text) { return readQueryAnswer(200, text).has_value(); });
}

void TestAlerts::generatorUrls_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("expression");
    const auto row = [](const char *url, const char *expression) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(expression);
    };
    row("http://p:9090/graph?g0.expr=up+%3D%3D+0&g0.tab=1", "up == 0");
    row("http://p/graph?g0.tab=1&g0.expr=a%2Bb#x", "a+b");
    row("http://v/vmui/#/?g0.expr=x", "x");
    row("http://p/graph", "");
    row("", "");
    row("?g0.expr=%", "%");
    row("?g0.expr=%zz%4", "%zz%4");
}

void TestAlerts::generatorUrls()
{
    QFETCH(QByteArray, url);
    QTEST(QByteArray::fromStdString(expressionOfGeneratorUrl(url.toStdString())), "expression");
}

void TestAlerts::percentCoding()
{
    std::string all;
    for (int i = 0; i < 256; ++i)
        all += static_cast<char>(i);
    QCOMPARE(percentDecode(percentEncode(all)), all);
    QCOMPARE(percentEncode("a b&c=\xc3\xa9"), std::string("a%20b%26c%3D%C3%A9"));
}

void TestAlerts::relabeling()
{
    const auto none = AlertRelabeling::read("global:\n  scrape_interval: 1m\n");
    QVERIFY(none);
    QCOMPARE(none->apply({{"a", "b"}}), std::optional(LabelSet {{"a", "b"}}));
    const auto some = AlertRelabeling::read(R"yaml(
global:
  external_labels: {cluster: eu, replica: "0", a: outside}
alerting:
  alert_relabel_configs:
  - {regex: replica, action: labeldrop}
  - {source_labels: [severity], regex: none, action: drop}
  - {source_labels: [a, b], separator: "/", regex: "(.+)/(.+)", target_label: both, replacement: "${2}-$1"}
  - {source_labels: [cluster], target_label: cluster, action: uppercase}
  - {source_labels: [x], regex: "[", action: drop}
)yaml");
    QVERIFY2(some, some ? "" : some.error().detail.c_str());
    QCOMPARE(some->apply({{"a", "1"}, {"b", "2"}}),
             std::optional(LabelSet {{"a", "1"}, {"b", "2"}, {"both", "2-1"}, {"cluster", "EU"}}));
    QVERIFY(!some->apply({{"severity", "none"}}));
    for (const char *bad : {"", "- list", "a: [", "'", "\t:"})
        QVERIFY2(!AlertRelabeling::read(bad), bad);
    QVERIFY(AlertRelabeling::read("global: text\nalerting: [1]\n"));
}

void TestAlerts::queryAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("seen"); // series, points and warnings in a short form
    const auto row = [](const char *name, const char *body, const char *type, const char *seen) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(type) << QByteArray(seen);
    };
    row("vector",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up","job":"a"},"value":[1700000000.123,"1"]}]}})",
        "vector", "up{job=\"a\"} 1700000000123000=1;");
    row("matrix",
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"1e+06"],[2,"-Inf"],[3,"NaN"]]},{"metric":{"a":"b"},"values":[]}]}})",
        "matrix", "{} 1000000=1e+06,2000000=-inf,3000000=nan;{a=\"b\"} ;");
    row("result before type",
        R"({"data":{"result":[{"value":[1,"+Inf"],"metric":{"__name__":"x"}}],"resultType":"vector"},"status":"success"})",
        "vector", "x 1000000=inf;");
    row("scalar", R"({"status":"success","data":{"resultType":"scalar","result":[5,"3"]}})", "scalar", "{} 5000000=3;");
    row("string", R"({"status":"success","data":{"resultType":"string","result":[5,"hi"]}})", "string", "text hi");
    row("empty", R"({"status":"success","data":{"resultType":"vector","result":[]}})", "vector", "");
    row("warnings",
        R"({"status":"success","isPartial":true,"data":{"resultType":"vector","result":[]},"warnings":["w"],"infos":["i"]})",
        "vector", "!w!i");
    row("histogram",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"h"},"histogram":[1,{"count":"5","buckets":[[1,"2","3","4"]]}]}]}})",
        "vector", "h ;");
    row("stats",
        R"({"status":"success","data":{"stats":{"seriesFetched":"1","x":[true,null,{"a":-1.5e3}]},"resultType":"vector","result":[]}})",
        "vector", "");
    row("blanks", " { \"status\" : \"success\" ,\n\t\"data\" : { \"resultType\" : \"vector\" , \"result\" : [ ] } } \n",
        "vector", "");
    row("escapes",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"\"\\\/\n\u00e9\ud83d\ude00\ud800"},"value":[1,"0"]}]}})",
        "vector", "{a=\"\\\"\\\\/\\n\xc3\xa9\xf0\x9f\x98\x80\xef\xbf\xbd\"} 1000000=0;");
}

void TestAlerts::queryAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, seen);
    const auto result = readQueryAnswer(200, body.toStdString());
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    QTEST(QByteArray::fromStdString(result->resultType), "type");
    QByteArray text = result->text.empty() ? QByteArray() : "text " + QByteArray::fromStdString(result->text);
    for (const QuerySeries &series : result->series) {
        const std::string key = series.series.toString();
        text += QByteArray::fromStdString(key.empty() ? "{}" : key) + ' ';
        QByteArrayList points;
        for (const Sample &point : series.points)
            points
                += QByteArray::number(static_cast<qint64>(toMicros(point.at))) + '=' + QByteArray::number(point.value);
        text += points.join(',') + ';';
    }
    for (const std::string &warning : result->warnings)
        text += '!' + QByteArray::fromStdString(warning);
    QCOMPARE(text, seen);
}

void TestAlerts::badQueryAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int status, const char *body, Error::Code code) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(code);
    };
    row("empty", 200, "", Error::Code::Protocol);
    row("html", 200, "<html>login</html>", Error::Code::Protocol);
    row("no result type", 200, R"({"status":"success","data":{}})", Error::Code::Protocol);
    row("trailing", 200, R"({"status":"success","data":{"resultType":"vector","result":[]}} x)", Error::Code::Protocol);
    row("bad time", 200, R"({"status":"success","data":{"resultType":"vector","result":[{"value":[1e300,"1"]}]}})",
        Error::Code::Protocol);
    row("bad data", 400, R"({"status":"error","errorType":"bad_data","error":"parse error"})", Error::Code::Invalid);
    row("error in 200", 200, R"({"status":"error","errorType":"execution","error":"x"})", Error::Code::Invalid);
    row("timeout", 503, R"({"status":"error","errorType":"timeout","error":"x"})", Error::Code::Timeout);
    row("unauthorised", 401, "Unauthorized", Error::Code::Denied);
    row("too many", 429, "", Error::Code::Unavailable);
    row("gateway", 502, "<html>", Error::Code::Protocol);
    row("unavailable", 503, "", Error::Code::Unavailable);
    row("not found", 404, "404 page not found", Error::Code::Protocol);
}

void TestAlerts::badQueryAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto result = readQueryAnswer(status, body.toStdString());
    QVERIFY(!result);
    QTEST(static_cast<int>(result.error().code), "code");
    QVERIFY(!result.error().detail.empty());
}

void TestAlerts::matrixSpeed()
{
    std::string body = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    for (int series = 0; series < 10; ++series) {
        body += (series ? "," : "") + std::string(R"({"metric":{"__name__":"m","n":")") + std::to_string(series)
            + R"("},"values":[)";
        for (int i = 0; i < 11'000; ++i)
            body
                += (i ? ",[" : "[") + std::to_string(1'700'000'000 + i * 15) + ",\"" + std::to_string(i * 0.37) + "\"]";
        body += "]}";
    }
    body += "]}}";
    const auto result = readQueryAnswer(200, body);
    QVERIFY(result);
    QCOMPARE(result->series.size(), std::size_t {10});
    QCOMPARE(result->series[9].points.size(), std::size_t {11'000});
    // What the tree of the same text costs in the same run: the reader is there because it needs none.
    const auto bestOf = [](int rounds, const auto &work) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < rounds; ++i) {
            QElapsedTimer timer;
            timer.start();
            work();
            best = std::min(best, timer.nsecsElapsed() / 1000);
        }
        return best;
    };
    const qint64 reader = bestOf(5, [&] { QVERIFY(readQueryAnswer(200, body)); });
    const qint64 tree = bestOf(1, [&] { QVERIFY(parseJson(body, {body.size(), 32})); });
    qInfo("matrix of %zu kB read in %lld us, its tree in %lld us", body.size() / 1024, static_cast<long long>(reader),
          static_cast<long long>(tree));
    QVERIFY(reader < tree / 4);
}

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
