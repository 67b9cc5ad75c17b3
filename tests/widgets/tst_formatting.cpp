// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/axis.h"
#include "widgets/formatting.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace vigie;
using namespace std::chrono_literals;

class FormattingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void spans_data();
    void spans();
    void moments();
    void valueAxis_data();
    void valueAxis();
    void axisHoldsTheData();
    void axisOfExtremes_data();
    void axisOfExtremes();
    void timeAxis_data();
    void timeAxis();
    void clockChange();
};

namespace {
const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);
constexpr double gib = 1024.0 * 1024 * 1024;

QString spaced(QString text)
{
    return text.replace(QChar(0x00a0), QChar(u' ')).replace(QChar(0x202f), QChar(u' '));
}
} // namespace

void FormattingTest::values_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inGerman");
    const auto row = [](double value, MetricUnit unit, const char *text, const char *inGerman) {
        QTest::addRow("%g %d", value, int(unit))
            << value << int(unit) << QString::fromUtf8(text) << QString::fromUtf8(inGerman);
    };
    row(0, MetricUnit::None, "0", "0");
    row(1234, MetricUnit::None, "1,234", "1.234");
    row(0.052, MetricUnit::None, "0.052", "0,052");
    row(12345, MetricUnit::None, "12.3 k", "12,3 k");
    row(999'960, MetricUnit::None, "1 M", "1 M"); // not "1,000 k"
    row(-1.5e6, MetricUnit::Count, "-1.5 M", "-1,5 M");
    row(2e-6, MetricUnit::None, "2 µ", "2 µ");
    row(0.052, MetricUnit::Ratio, "5.2 %", "5,2 %");
    row(0.99942, MetricUnit::Ratio, "99.9 %", "99,9 %");
    row(1, MetricUnit::Ratio, "100 %", "100 %");
    row(0.00004, MetricUnit::Ratio, "0.004 %", "0,004 %");
    row(512, MetricUnit::Bytes, "512 B", "512 B");
    row(3.2 * gib, MetricUnit::Bytes, "3.2 GiB", "3,2 GiB");
    row(1023.9 * 1024, MetricUnit::Bytes, "1 MiB", "1 MiB");
    row(1.5 * gib, MetricUnit::BytesPerSecond, "1.5 GiB/s", "1,5 GiB/s");
    row(0.25, MetricUnit::Seconds, "250 ms", "250 ms");
    row(61.5, MetricUnit::Celsius, "61.5 °C", "61,5 °C");
    row(1500, MetricUnit::PerSecond, "1,500 /s", "1.500 /s");
    row(std::nan(""), MetricUnit::Bytes, "–", "–");
}

void FormattingTest::values()
{
    QFETCH(double, value);
    QFETCH(int, unit);
    QFETCH(QString, text);
    QFETCH(QString, inGerman);
    QCOMPARE(spaced(formatValue(value, MetricUnit(unit), english)), text);
    QCOMPARE(spaced(formatValue(value, MetricUnit(unit), german)), inGerman);
}

void FormattingTest::spans_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("span");
    QTest::addColumn<QString>("age");
    QTest::addColumn<QString>("stopwatch");
    const auto row = [](Duration d, const char *span, const char *age, const char *watch) {
        QTest::addRow("%lld", static_cast<long long>(d.count()))
            << qint64(d.count()) << QString::fromUtf8(span) << QString::fromUtf8(age) << QString::fromUtf8(watch);
    };
    row(0us, "0 s", "now", "00:00:00");
    row(250ms, "250 ms", "now", "00:00:00");
    row(4s, "4 s", "4 s old", "00:00:04");
    row(1500ms, "1.5 s", "1 s old", "00:00:01");
    row(59s + 999ms, "59 s", "59 s old", "00:00:59");
    row(4min, "4 min", "4 min old", "00:04:00");
    row(4min + 12s, "4 min 12 s", "4 min old", "00:04:12");
    row(3h + 20min, "3 h 20 min", "3 h old", "03:20:00");
    row(144h, "6 d", "6 d old", "6 d 00:00");
    row(51h + 10min, "2 d 3 h", "2 d old", "2 d 03:10");
    row(-4min, "-4 min", "now", "00:00:00");
}

void FormattingTest::spans()
{
    QFETCH(qint64, micros);
    QFETCH(QString, span);
    QFETCH(QString, age);
    QFETCH(QString, stopwatch);
    QCOMPARE(formatSpan(Duration(micros), english), span);
    QCOMPARE(formatAge(Duration(micros), english), age);
    QCOMPARE(formatStopwatch(Duration(micros), english), stopwatch);
}

void FormattingTest::moments()
{
    const Timestamp at = *parseRfc3339("2026-11-21T14:52:07Z");
    const QTimeZone paris("Europe/Paris");
    QCOMPARE(formatClock(at, english, QTimeZone::utc()), QStringLiteral("14:52:07"));
    QCOMPARE(formatClock(at, german, paris), QStringLiteral("15:52:07"));
    QCOMPARE(formatMoment(at, at + 1h, german, paris), QStringLiteral("15:52:07"));
    QCOMPARE(formatMoment(at, at + 24h, german, paris), QStringLiteral("21.11.26 15:52:07"));
}

void FormattingTest::valueAxis_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QStringList>("labels");
    const auto row = [](const char *name, double low, double high, MetricUnit unit, const QStringList &labels) {
        QTest::newRow(name) << low << high << int(unit) << labels;
    };
    const auto list = [](const char *text) { return QString::fromUtf8(text).split(QChar(u'|')); };
    row("latency", 0.05, 0.345, MetricUnit::Seconds, list("0|100 ms|200 ms|300 ms|400 ms"));
    row("just below a unit", 0, 0.00096, MetricUnit::Seconds, list("0|0.5 ms|1.0 ms"));
    row("just below a minute's unit", 0, 0.9, MetricUnit::Seconds, list("0|0.5 s|1.0 s"));
    row("share", 0.2, 0.6, MetricUnit::Ratio, list("0|20 %|40 %|60 %"));
    row("share at the top", 0.93, 1.0, MetricUnit::Ratio, list("0|50 %|100 %"));
    row("memory", 0, 13.4 * gib, MetricUnit::Bytes, list("0|4 GiB|8 GiB|12 GiB|16 GiB"));
    row("small count", 0, 2, MetricUnit::Count, list("0|1|2"));
    row("flat", 5, 5, MetricUnit::None, list("0|2|4|6"));
    row("zero", 0, 0, MetricUnit::None, list("0.0|0.5|1.0"));
    row("far from zero", 1000, 1010, MetricUnit::None, list("1,000|1,005|1,010"));
    row("hours", 0, 5 * 3600, MetricUnit::Seconds, list("0|2 h|4 h|6 h"));
    row("below zero", -30, 40, MetricUnit::Celsius, list("-40 °C|-20 °C|0|20 °C|40 °C"));
    row("nothing", std::nan(""), std::nan(""), MetricUnit::None, list("0|0.5|1.0"));
}

void FormattingTest::valueAxis()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, unit);
    QFETCH(QStringList, labels);
    const ValueAxis axis = niceValueAxis(low, high, MetricUnit(unit), 5, english);
    QStringList found;
    for (const AxisTick &tick : axis.ticks)
        found << spaced(tick.label);
    if (labels.front() == QLatin1String("0.0"))
        labels.front() = QStringLiteral("0");
    QCOMPARE(found, labels);
}

void FormattingTest::axisHoldsTheData()
{
    for (int exponent = -12; exponent < 15; ++exponent) {
        for (const double factor : {1.0, 1.7, 3.3, 9.99}) {
            for (int unit = 0; unit <= int(MetricUnit::State); ++unit) {
                const double high = factor * std::pow(10.0, exponent);
                // Nobody counts fractions: those axes have steps of one at least.
                if (high < 1 && (MetricUnit(unit) == MetricUnit::Count || MetricUnit(unit) == MetricUnit::State))
                    continue;
                for (const double low : {0.0, high * 0.2, high * 0.97, -high}) {
                    const ValueAxis axis = niceValueAxis(low, high, MetricUnit(unit), 6, english);
                    const double slack = (high - low) * 1e-6;
                    const QString what = QStringLiteral("%1 … %2, unit %3: %4 … %5")
                                             .arg(low)
                                             .arg(high)
                                             .arg(unit)
                                             .arg(axis.low)
                                             .arg(axis.high);
                    QVERIFY2(axis.low <= low + slack && axis.high >= high - slack, qPrintable(what));
                    QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 7);
                }
            }
        }
    }
}

void FormattingTest::axisOfExtremes_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const double least = std::numeric_limits<double>::denorm_min();
    const double most = std::numeric_limits<double>::max();
    QTest::newRow("least numbers around zero") << -least << least;
    QTest::newRow("least number") << 0.0 << least;
    QTest::newRow("least number below zero") << -least << 0.0;
    QTest::newRow("very small") << -1e-310 << 3e-310;
    QTest::newRow("all there are") << -most << most;
    QTest::newRow("up to the largest") << 0.0 << most;
    QTest::newRow("large and close") << 1e17 << 1e17 + 64;
    QTest::newRow("large, close and below zero") << -1e17 - 64 << -1e17;
}

/// A metric may have any value there is: no axis without ticks, and none with more than were asked for.
void FormattingTest::axisOfExtremes()
{
    QFETCH(double, low);
    QFETCH(double, high);
    for (int unit = 0; unit <= int(MetricUnit::State); ++unit) {
        const ValueAxis axis = niceValueAxis(low, high, MetricUnit(unit), 6, english);
        QVERIFY(axis.ticks.size() >= 2 && axis.ticks.size() <= 7);
        QVERIFY(std::isfinite(axis.low) && std::isfinite(axis.high) && axis.low < axis.high);
    }
}

void FormattingTest::timeAxis_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QStringList>("labels");
    const auto list = [](const char *text) { return QString::fromUtf8(text).split(QChar(u'|')); };
    QTest::newRow("minute") << qint64(60) << list("14:51:15|14:51:30|14:51:45|14:52:00");
    QTest::newRow("hour") << qint64(3600) << list("14:00|14:15|14:30|14:45");
    QTest::newRow("day") << qint64(86400) << list("18:00|21 Nov|06:00|12:00");
    QTest::newRow("week") << qint64(7 * 86400) << list("15 Nov|17 Nov|19 Nov|21 Nov");
}

void FormattingTest::timeAxis()
{
    QFETCH(qint64, seconds);
    QFETCH(QStringList, labels);
    const Timestamp to = *parseRfc3339("2026-11-21T14:52:07Z");
    QStringList found;
    for (const AxisTick &tick : niceTimeTicks(to - std::chrono::seconds(seconds), to, 4, english, QTimeZone::utc()))
        found << tick.label;
    QCOMPARE(found, labels);
}

void FormattingTest::clockChange()
{
    // Paris, 29 March 2026: 02:00 becomes 03:00. Ticks stay on round local hours and ascend.
    const Timestamp from = *parseRfc3339("2026-03-28T18:00:00Z");
    const auto ticks = niceTimeTicks(from, from + 24h, 8, english, QTimeZone("Europe/Paris"));
    QVERIFY(ticks.size() >= 6);
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QVERIFY(ticks[i].at > ticks[i - 1].at);
    QCOMPARE(ticks.back().label, QStringLiteral("18:00"));
    QCOMPARE(std::int64_t(ticks.back().at), toMicros(*parseRfc3339("2026-03-29T16:00:00Z")));
}

QTEST_GUILESS_MAIN(FormattingTest)
#include "tst_formatting.moc"
