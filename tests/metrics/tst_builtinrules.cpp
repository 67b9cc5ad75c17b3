// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/valueformat.h"
#include "tests/metrics/rulefixture.h"

#include <QTest>

#include <cmath>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

class TestBuiltInRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtIns();
    void builtInsFire_data();
    void builtInsFire();
    void probeDown_data();
    void probeDown();
    void formats_data();
    void formats();
};

void TestBuiltInRules::builtIns()
{
    const auto rules = builtInRules();
    QCOMPARE(rules.size(), 13U);
    for (const ThresholdRule &rule : rules) {
        const auto valid = validateRule(rule);
        QVERIFY2(valid.has_value(), rule.id.c_str());
        QVERIFY(!rule.description.empty() && !rule.service.empty());
        if (rule.id == "probe-certificate")
            QCOMPARE(rule.escalations.size(), 2U);
    }
}

void TestBuiltInRules::builtInsFire_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("rule"); // "" for none
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("title");
    const auto row
        = [](const char *metric, double value, int minutes, const char *rule, const char *severity, const char *title) {
              QTest::addRow("%s %g", metric, value)
                  << QString::fromUtf8(metric) << value << minutes << QString::fromUtf8(rule)
                  << QString::fromUtf8(severity) << QString::fromUtf8(title);
          };
    row("host_filesystem_used_ratio", 0.89, 5, "", "", "");
    row("host_filesystem_used_ratio", 0.91, 2, "host-disk-space", "high", "Disk /data is 91.0 % full");
    row("host_filesystem_used_ratio", 0.98, 2, "host-disk-space", "critical", "Disk /data is 98.0 % full");
    row("host_filesystem_inodes_used_ratio", 0.95, 2, "host-disk-inodes", "high",
        "Disk /data has used 95.0 % of its inodes");
    row("host_memory_used_ratio", 0.93, 4, "", "", "");
    row("host_memory_used_ratio", 0.93, 6, "host-memory", "high", "Memory is 93.0 % used");
    row("host_swap_used_ratio", 0.9, 11, "host-swap", "medium", "Swap is 90.0 % used");
    row("host_load5", 9, 11, "host-load", "medium", "Load is 2.25 per processor");
    row("host_load5", 17, 11, "host-load", "high", "Load is 4.25 per processor");
    row("host_load5", 7, 11, "", "", "");
    row("host_cpu_usage_ratio", 1, 3, "", "", "");
    row("host_cpu_usage_ratio", 1, 11, "host-cpu", "medium", "Processors are 100.0 % busy");
    row("host_pressure_cpu_some_ratio", 0.7, 11, "host-cpu-pressure", "medium",
        "Tasks wait 70.0 % of the time for a processor");
    row("host_pressure_memory_full_ratio", 0.2, 4, "host-memory-pressure", "high",
        "All tasks stall 20.0 % of the time for memory");
    row("host_pressure_io_full_ratio", 0.5, 11, "host-io-pressure", "medium",
        "All tasks stall 50.0 % of the time for disks");
    row("host_systemd_failed_units", 3, 3, "host-failed-units", "medium", "3 systemd units have failed");
    row("probe_success", 1, 10, "", "", "");
    row("probe_success", 0, 1, "probe-down", "critical", "shop does not answer");
    row("probe_tls_certificate_expiry_seconds", 22 * 86'400, 1, "", "", "");
    row("probe_tls_certificate_expiry_seconds", 20 * 86'400, 1, "probe-certificate", "medium",
        "The certificate of shop has 20d left");
    row("probe_tls_certificate_expiry_seconds", 6 * 86'400, 1, "probe-certificate", "high",
        "The certificate of shop has 6d left");
    row("probe_tls_certificate_expiry_seconds", -3600, 1, "probe-certificate", "critical",
        "The certificate of shop has -1h left");
    row("probe_duration_seconds", 2.5, 6, "probe-slow", "medium", "shop answers in 2.5 s");
    row("probe_duration_seconds", 1.5, 6, "", "", "");
}

void TestBuiltInRules::builtInsFire()
{
    QFETCH(QString, metric);
    QFETCH(double, value);
    QFETCH(int, minutes);
    QFETCH(QString, rule);
    QFETCH(QString, severity);
    QFETCH(QString, title);
    RuleFixture fixture(builtInRules());
    const std::string name = metric.toStdString();
    LabelSet labels;
    if (name.starts_with("probe_"))
        labels = {{"probe", "shop"}};
    else if (name.starts_with("host_filesystem"))
        labels = {{"mountpoint", "/data"}, {"device", "/dev/sda1"}, {"fstype", "ext4"}};
    AlertBatch batch;
    for (int i = 0; i <= minutes * 12; ++i) {
        std::vector<SeriesSample> samples {{{name, labels}, value}, {{"host_cpu_count", {}}, 4}};
        if (name == "probe_duration_seconds")
            samples.push_back({{"probe_success", labels}, 1});
        fixture.append(*fixture.history, std::move(samples));
        batch = fixture.engine->evaluate();
        fixture.clock.advance(5s);
    }
    QCOMPARE(batch.alerts.size(), rule.isEmpty() ? 0U : 1U);
    if (rule.isEmpty())
        return;
    QCOMPARE(QString::fromUtf8(batch.alerts.front().labels.value("rule").data()), rule);
    QCOMPARE(QString::fromStdString(batch.alerts.front().title), title);
    QCOMPARE(QString::fromStdString(std::string(severityName(batch.alerts.front().severity))), severity);
    QVERIFY(batch.alerts.front().description.find("{{") == std::string::npos);
}

void TestBuiltInRules::probeDown_data()
{
    QTest::addColumn<QList<int>>("failures"); // seconds from the first
    QTest::addColumn<int>("firesAt"); // -1: never
    QTest::newRow("every 5 s") << QList<int> {0, 5, 10, 15} << 5;
    QTest::newRow("every 30 s") << QList<int> {0, 30, 60} << 30;
    QTest::newRow("every minute") << QList<int> {0, 60, 120} << 60;
    QTest::newRow("every hour, tried again after 3 s as the registry does") << QList<int> {0, 3, 9} << 5;
    QTest::newRow("every hour") << QList<int> {0, 3600} << 3600;
    QTest::newRow("once, then the machine sleeps") << QList<int> {0} << -1;
}

/// The daemon looks every five seconds.
void TestBuiltInRules::probeDown()
{
    QFETCH(QList<int>, failures);
    QFETCH(int, firesAt);
    RuleFixture fixture(builtInRules());
    const auto probe = [&](double success) {
        fixture.append(*fixture.history, {{{"probe_success", {{"probe", "shop"}}}, success}}, "shop");
    };
    const int interval = failures.size() > 1 ? failures.back() - failures.at(failures.size() - 2) : 60;
    for (int i = 0; i < 3; ++i) {
        probe(1);
        QVERIFY(fixture.engine->evaluate().alerts.empty());
        fixture.clock.advance(std::chrono::seconds(interval));
    }
    const Timestamp start = fixture.clock.now();
    int firedAt = -1;
    for (int second = 0; second <= failures.back() + 600 && firedAt < 0; ++second) {
        fixture.clock.set(start + std::chrono::seconds(second));
        if (failures.contains(second))
            probe(0);
        if (second % 5 == 0 && !fixture.engine->evaluate().alerts.empty())
            firedAt = second;
    }
    QCOMPARE(firedAt, firesAt);
}

void TestBuiltInRules::formats_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *unit, const char *expected) {
        QTest::addRow("%g %s", value, unit) << value << QString::fromUtf8(unit) << QString::fromUtf8(expected);
    };
    row(0.9341, "ratio", "93.4 %");
    row(0, "bytes", "0 B");
    row(1023, "bytes", "1023 B");
    row(13'207'024'435.0, "bytes", "12.3 GiB");
    row(1e20, "bytes", "88817.8 PiB");
    row(-2048, "bytes", "-2.0 KiB");
    row(1536, "bytes_per_second", "1.5 KiB/s");
    row(0.25, "seconds", "250 ms");
    row(12.34, "seconds", "12.3 s");
    row(60, "seconds", "1m");
    row(3700, "seconds", "1h 1m");
    row(3 * 86'400 + 4 * 3600 + 59, "seconds", "3d 4h");
    row(-90, "seconds", "-1m 30s");
    row(41.26, "celsius", "41.3 °C");
    row(12.345, "per_second", "12.35/s");
    row(3, "count", "3");
    row(12'345'678, "count", "12345678");
    row(0.12345, "none", "0.1235");
    row(INFINITY, "ratio", "infinite");
    row(-INFINITY, "seconds", "-infinite");
    row(NAN, "bytes", "not a number");
    row(1e70, "count", "1e+70");
    row(1e70, "ratio", "1e+72 %");
    row(1e70, "bytes", "8.88178e+54 PiB");
    row(1e70, "bytes_per_second", "8.88178e+54 PiB/s");
    row(1e70, "seconds", "1.15741e+65d");
    row(1e70, "per_second", "1e+70/s");
    row(-1e300, "celsius", "-1e+300 °C");
    row(-1e300, "none", "-1e+300");
    row(-1e300, "seconds", "-1.15741e+295d");
    row(1.7e308, "ratio", "infinite %");
    row(999'999'999'999'999, "count", "999999999999999");
}

void TestBuiltInRules::formats()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(formatValue(value, metricUnitFromName(unit.toStdString()).value())), expected);
}

QTEST_GUILESS_MAIN(TestBuiltInRules)
#include "tst_builtinrules.moc"
