// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hostcharts.h"
#include "ui/charts/seriesdata.h"
#include "ui/metrics/querybar.h"
#include "ui/overview/overviewrows.h"
#include "ui/sources/sourcecheck.h"
#include "ui/text/sourcewords.h"

#include <QTest>

#include <cmath>

using namespace vigie;
using namespace std::chrono_literals;

class TestMetricData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void steps_data();
    void steps();
    void noSpikeIsLost();
    void statistics();
    void csv();
    void places_data();
    void places();
    void units_data();
    void units();
    void drafts_data();
    void drafts();
    void disks();
};

void TestMetricData::steps_data()
{
    QTest::addColumn<qint64>("range"); // seconds
    QTest::addColumn<int>("pixels");
    QTest::addColumn<qint64>("step"); // seconds
    QTest::newRow("15 min") << qint64(900) << 900 << qint64(1);
    QTest::newRow("1 h") << qint64(3600) << 900 << qint64(5);
    QTest::newRow("7 d") << qint64(604'800) << 900 << qint64(900);
    QTest::newRow("narrow") << qint64(3600) << 10 << qint64(600);
    QTest::newRow("no width yet") << qint64(3600) << 0 << qint64(3600);
    QTest::newRow("wide beyond the limit") << qint64(86'400) << 1'000'000 << qint64(10);
    QTest::newRow("ten years") << qint64(315'360'000) << 1000 << qint64(86'400 * 4);
}

void TestMetricData::steps()
{
    QFETCH(qint64, range);
    QFETCH(int, pixels);
    QFETCH(qint64, step);
    const Duration chosen = chooseStep(std::chrono::seconds(range), pixels);
    QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(chosen).count(), step);
    QVERIFY(std::chrono::seconds(range) / chosen <= 11'000);
}

void TestMetricData::noSpikeIsLost()
{
    SeriesSteps steps;
    steps.series = {"host_load1", {}};
    steps.points = {{fromMicros(0), 1, 9, 3, 12}, {fromMicros(60'000'000), 2, 2, 2, 1}};
    const LoadedSeries line = loadedFromSteps(steps, 60s, 0s);
    const auto values = line.samples->values();
    QCOMPARE(std::vector<double>(values.begin(), values.end()), std::vector<double>({1, 9, 2}));
    QCOMPARE(line.samples->times()[1], std::int64_t(30'000'000));
    QCOMPARE(line.stats.max, 9.0);
    QCOMPARE(line.stats.min, 1.0);
    QCOMPARE(line.stats.last, 2.0);
    QVERIFY(std::abs(line.stats.mean - (3 * 12 + 2) / 13.0) < 1e-12);
    const LoadedSeries shifted = loadedFromSteps(steps, 60s, 24h);
    QCOMPARE(shifted.samples->times()[0], std::int64_t(86'400'000'000));
}

void TestMetricData::statistics()
{
    SeriesStats stats;
    stats.add(std::nan(""));
    QVERIFY(std::isnan(stats.mean));
    for (const double value : {4.0, 2.0, 6.0})
        stats.add(value);
    QCOMPARE(stats.min, 2.0);
    QCOMPARE(stats.max, 6.0);
    QCOMPARE(stats.mean, 4.0);
    QCOMPARE(stats.last, 6.0);
}

void TestMetricData::csv()
{
    LoadedSeries a;
    a.name = QStringLiteral("load{host=\"x\"}");
    a.samples = std::make_shared<SampleBuffer>(std::vector<std::int64_t> {0, 1'000'000}, std::vector<double> {0.1, 2});
    LoadedSeries b;
    b.name = QStringLiteral("b");
    b.samples
        = std::make_shared<SampleBuffer>(std::vector<std::int64_t> {1'000'000}, std::vector<double> {std::nan("")});
    QCOMPARE(toCsv({a, b}),
             QByteArray("time,\"load{host=\"\"x\"\"}\",\"b\"\r\n"
                        "1970-01-01T00:00:00.000000Z,0.1,\r\n"
                        "1970-01-01T00:00:01.000000Z,2,\r\n"));
    QCOMPARE(toCsv({}), QByteArray("time\r\n"));
}

void TestMetricData::places_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("place"); // -1: none
    QTest::newRow("ours") << QStringLiteral("column 7: expected \"}\"") << 6;
    QTest::newRow("prometheus") << QStringLiteral("1:12: parse error: unexpected end of input") << 11;
    QTest::newRow("prometheus, wrapped") << QStringLiteral("invalid parameter \"query\": 1:5: parse error: x") << 4;
    QTest::newRow("none") << QStringLiteral("query timed out in 10:30") << -1;
}

void TestMetricData::places()
{
    QFETCH(QString, message);
    QTEST(placeInMessage(message).value_or(-1), "place");
}

void TestMetricData::units_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("unit");
    QTest::newRow("bytes") << QStringLiteral("node_memory_MemFree_bytes") << int(MetricUnit::Bytes);
    QTest::newRow("rate of bytes") << QStringLiteral("rate(node_network_receive_bytes_total[5m])")
                                   << int(MetricUnit::BytesPerSecond);
    QTest::newRow("seconds") << QStringLiteral("histogram_quantile(0.9, sum by (le) (http_duration_seconds))")
                             << int(MetricUnit::Seconds);
    QTest::newRow("cpu seconds per second")
        << QStringLiteral("rate(process_cpu_seconds_total[1m])") << int(MetricUnit::None);
    QTest::newRow("requests") << QStringLiteral("rate(http_requests_total[5m])") << int(MetricUnit::PerSecond);
    QTest::newRow("quotient") << QStringLiteral("a_bytes / b_bytes") << int(MetricUnit::None);
    QTest::newRow("slash in a label") << QStringLiteral("fs_free_bytes{mountpoint=\"/srv\"}") << int(MetricUnit::Bytes);
    QTest::newRow("up") << QStringLiteral("up") << int(MetricUnit::None);
}

void TestMetricData::units()
{
    QFETCH(QString, expression);
    QTEST(int(unitFromExpression(expression)), "unit");
}

void TestMetricData::drafts_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("field"); // empty: fine
    const auto row = [](const char *tag, SourceKind kind, const char *name, const char *target, const char *field) {
        QTest::newRow(tag) << int(kind) << QString::fromUtf8(name) << QString::fromUtf8(target)
                           << QString::fromLatin1(field);
    };
    row("http", SourceKind::HttpProbe, "shop", "https://shop.example.org/health", "");
    row("no name", SourceKind::HttpProbe, "  ", "https://shop.example.org", "name");
    row("no target", SourceKind::HttpProbe, "shop", "", "target");
    row("no scheme", SourceKind::HttpProbe, "shop", "shop.example.org", "target");
    row("other scheme", SourceKind::Prometheus, "p", "ftp://p:9090", "target");
    row("password in it", SourceKind::HttpProbe, "shop", "https://u:secret@shop.example.org", "target");
    row("no host", SourceKind::HttpProbe, "shop", "http:///x", "target");
    row("tcp", SourceKind::TcpProbe, "db", "db.example.org:5432", "");
    row("tcp, IPv6", SourceKind::TcpProbe, "db", "[2001:db8::1]:22", "");
    row("tcp without port", SourceKind::TcpProbe, "db", "db.example.org", "target");
    row("tcp, port 0", SourceKind::TcpProbe, "db", "db:0", "target");
    row("tcp, port 70000", SourceKind::TcpProbe, "db", "db:70000", "target");
    row("tcp, bare IPv6", SourceKind::TcpProbe, "db", "2001:db8::1:22", "target");
    row("dns", SourceKind::DnsProbe, "www", "www.example.org", "");
    row("dns, blank", SourceKind::DnsProbe, "www", "www example", "target");
    row("dns, URL", SourceKind::DnsProbe, "www", "https://www.example.org", "target");
}

void TestMetricData::drafts()
{
    QFETCH(int, kind);
    QFETCH(QString, name);
    QFETCH(QString, target);
    SourceDraft draft;
    draft.kind = SourceKind(kind);
    draft.name = name.toStdString();
    draft.target = target.toStdString();
    draft.interval = 30s;
    draft.timeout = 10s;
    const auto problem = checkSourceDraft(draft);
    QTEST(problem ? QString::fromStdString(problem->field) : QString(), "field");
    QVERIFY(!problem || !problem->sentence.isEmpty());
    if (problem)
        return;
    draft.timeout = 31s;
    QCOMPARE(checkSourceDraft(draft).value_or(FieldProblem {}).field, std::string("timeoutSeconds"));
    draft.timeout = 5s;
    draft.expectStatus = "200-299, 301";
    QVERIFY(!checkSourceDraft(draft));
    draft.expectStatus = "ok";
    QCOMPARE(checkSourceDraft(draft).value_or(FieldProblem {}).field, std::string("expectStatus"));
}

void TestMetricData::disks()
{
    constexpr Timestamp now {std::chrono::hours(1)};
    std::unordered_map<std::string, LatestSample> latest;
    const auto add = [&](const char *metric, const char *mountpoint, const char *device, double value) {
        LatestSample sample;
        sample.series = {metric, {{"mountpoint", mountpoint}, {"device", device}}};
        sample.sample = {now, value};
        latest[sample.series.toString()] = sample;
    };
    add("host_filesystem_used_ratio", "/", "/dev/vda", 0.4);
    add("host_filesystem_free_bytes", "/", "/dev/vda", 1024.0 * 1024 * 1024);
    add("host_filesystem_used_ratio", "/var/lib/x", "/dev/vda", 0.4); // the same device again
    add("host_filesystem_used_ratio", "/srv", "/dev/vdb", 0.98);
    add("host_filesystem_used_ratio", "/home", "/dev/vdc", 0.92);
    add("host_filesystem_used_ratio", "/mnt/usb", "/dev/sdb", 1.0); // unmounted since: no longer measured
    for (auto &[key, sample] : latest) {
        if (sample.series.labels.value("mountpoint") == "/mnt/usb")
            sample.sample.at = now - std::chrono::minutes(2);
    }
    const std::vector<FillRow> rows = diskRows(latest, now - std::chrono::minutes(1));
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[0].name, QStringLiteral("/srv"));
    QCOMPARE(int(rows[0].look), int(SeverityLook::Critical));
    QCOMPARE(int(rows[1].look), int(SeverityLook::High));
    QCOMPARE(rows[2].name, QStringLiteral("/"));
    QVERIFY(rows[2].detail.contains(QStringLiteral("GiB")));
}

QTEST_MAIN(TestMetricData)
#include "tst_metricdata.moc"
