// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/historyquery.h"
#include "tests/metrics/historyfixture.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <thread>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

struct NaiveBin {
    std::vector<double> values;
};

/// The same question answered by looking at every sample.
std::map<std::int64_t, NaiveBin> naiveSteps(const std::vector<std::pair<std::int64_t, double>> &samples, Timestamp from,
                                            Timestamp to, Duration step)
{
    std::map<std::int64_t, NaiveBin> bins;
    const auto floorTo = [&](std::int64_t t) { return t / step.count() * step.count(); };
    for (const auto &[at, value] : samples) {
        const std::int64_t bin = floorTo(at);
        if (bin >= floorTo(toMicros(from)) && bin <= toMicros(to))
            bins[bin].values.push_back(value);
    }
    return bins;
}

QString differs(const SeriesSteps &steps, const std::map<std::int64_t, NaiveBin> &bins)
{
    if (steps.points.size() != bins.size())
        return QStringLiteral("%1 steps instead of %2").arg(steps.points.size()).arg(bins.size());
    auto bin = bins.begin();
    for (const StepPoint &point : steps.points) {
        const std::vector<double> &values = bin->second.values;
        long double sum = 0;
        for (const double v : values)
            sum += static_cast<long double>(v);
        const double avg = static_cast<double>(sum / static_cast<long double>(values.size()));
        const auto [min, max] = std::minmax_element(values.begin(), values.end());
        const bool sameAvg = point.avg == avg || std::abs(point.avg - avg) <= std::abs(avg) * 1e-12;
        if (toMicros(point.at) != bin->first || point.count != values.size() || point.min != *min || point.max != *max
            || !sameAvg)
            return QStringLiteral("the step at %1 is wrong").arg(bin->first);
        ++bin;
    }
    return {};
}

} // namespace

class TestMetricHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alignsTowardsThePast();
    void rangeAgainstNaive();
    void rangeEdges_data();
    void rangeEdges();
    void rangeLimits_data();
    void rangeLimits();
    void maxSeriesOfARange();
    void maxPointsOfARange();
    void orderRule();
    void clockSetBack();
    void clockAnHourWrong_data();
    void clockAnHourWrong();
    void clockSetBackWhileOff();
    void clockNeverSet();
    void intervals();
    void notANumberAndInfinity();
    void listsAndLatest();
    void sources();
    void windows();
    void seriesLimit();
    void memoryLimit();
    void manySeriesAtOnce();
    void ageLimitInMemory();
    void bytesPerSample();
    void manyThreads();
};

void TestMetricHistory::alignsTowardsThePast()
{
    QCOMPARE(alignDown(2999, 1000), std::int64_t {2000});
    QCOMPARE(alignDown(3000, 1000), std::int64_t {3000});
    QCOMPARE(alignDown(-1, 1000), std::int64_t {-1000});
    QCOMPARE(alignDown(-1000, 1000), std::int64_t {-1000});
    QCOMPARE(toMillis(fromMicros(-1)), std::int64_t {-1});
}

void TestMetricHistory::rangeAgainstNaive()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 20; ++round) {
        HistoryFixture fixture;
        auto history = fixture.open(round % 2 == 0);
        std::vector<std::pair<std::int64_t, double>> samples;
        const Timestamp start = fixture.clock.now();
        const int n = 200 + static_cast<int>(random() % 3000);
        for (int i = 0; i < n; ++i) {
            fixture.clock.advance(std::chrono::milliseconds(1 + random() % 20'000));
            const double value
                = std::ldexp(static_cast<double>(random() % 1000) - 500, static_cast<int>(random() % 60) - 30);
            fixture.append(*history, {{{"m", {{"a", "b"}}}, value}, {{"other", {}}, 1}});
            samples.emplace_back(toMicros(fixture.clock.now()), value);
            if (random() % 50 == 0)
                history->maintain();
        }
        if (round % 4 == 0) {
            history.reset();
            history = fixture.open();
        }
        for (int query = 0; query < 20; ++query) {
            const auto span = std::chrono::milliseconds(random() % 10'000'000);
            const Timestamp from = start + std::chrono::milliseconds(random() % 20'000'000) - 1h;
            const Duration step = std::max<Duration>(std::chrono::milliseconds(1000 + random() % 600'000), span / 9000);
            const auto steps = history->range(selected("m"), from, from + span, step, 10);
            QVERIFY2(steps.has_value(), steps ? "" : steps.error().detail.c_str());
            const auto bins = naiveSteps(samples, from, from + span, step);
            QCOMPARE(steps->size(), bins.empty() ? 0U : 1U);
            if (!steps->empty())
                QCOMPARE(differs(steps->front(), bins), QString());
        }
    }
}

void TestMetricHistory::rangeEdges_data()
{
    QTest::addColumn<int>("fromSeconds");
    QTest::addColumn<int>("toSeconds");
    QTest::addColumn<int>("stepSeconds");
    QTest::addColumn<QList<int>>("expectedAt"); // samples lie at 0, 10, ... 90 s of a full hour
    QTest::newRow("all") << 0 << 90 << 30 << QList<int> {0, 30, 60, 90};
    QTest::newRow("from is rounded down") << 29 << 59 << 30 << QList<int> {0, 30};
    QTest::newRow("to opens its step") << 0 << 60 << 30 << QList<int> {0, 30, 60};
    QTest::newRow("one moment") << 45 << 45 << 30 << QList<int> {30};
    QTest::newRow("nothing there") << 200 << 300 << 30 << QList<int> {};
    QTest::newRow("holes are left out") << 0 << 90 << 4 << QList<int> {0, 8, 20, 28, 40, 48, 60, 68, 80, 88};
}

void TestMetricHistory::rangeEdges()
{
    QFETCH(int, fromSeconds);
    QFETCH(int, toSeconds);
    QFETCH(int, stepSeconds);
    QFETCH(QList<int>, expectedAt);
    HistoryFixture fixture;
    const Timestamp hour = fromMicros(1'699'999'200'000'000);
    fixture.clock.set(hour);
    const auto history = fixture.open(false);
    for (int i = 0; i < 10; ++i) {
        fixture.append(*history, {{{"m", {}}, static_cast<double>(i)}});
        fixture.clock.advance(10s);
    }
    const auto steps = history->range(selected("m"), hour + std::chrono::seconds(fromSeconds),
                                      hour + std::chrono::seconds(toSeconds), std::chrono::seconds(stepSeconds), 1);
    QVERIFY(steps.has_value());
    QList<int> at;
    for (const SeriesSteps &series : *steps) {
        for (const StepPoint &point : series.points)
            at.append(static_cast<int>((point.at - hour) / 1s));
    }
    QCOMPARE(at, expectedAt);
}

void TestMetricHistory::rangeLimits_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<QString>("field");
    QTest::newRow("step zero") << qint64 {0} << qint64 {1} << qint64 {0} << QStringLiteral("step");
    QTest::newRow("step negative") << qint64 {0} << qint64 {1} << qint64 {-5'000'000} << QStringLiteral("step");
    QTest::newRow("step too small") << qint64 {0} << qint64 {1} << qint64 {999} << QStringLiteral("step");
    QTest::newRow("backwards") << qint64 {2} << qint64 {1} << qint64 {1000} << QStringLiteral("to");
    QTest::newRow("11001 steps") << qint64 {0} << qint64 {11'000'000} << qint64 {1000} << QStringLiteral("step");
    QTest::newRow("overflow") << std::numeric_limits<qint64>::min() << std::numeric_limits<qint64>::max()
                              << qint64 {1000} << QStringLiteral("from");
    QTest::newRow("step overflow") << qint64 {0} << qint64 {1} << std::numeric_limits<qint64>::max()
                                   << QStringLiteral("from");
}

void TestMetricHistory::rangeLimits()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(qint64, step);
    QFETCH(QString, field);
    HistoryFixture fixture;
    const auto history = fixture.open(false);
    const auto steps = history->range(selected("m"), fromMicros(from), fromMicros(to), Duration(step), 1);
    QVERIFY(!steps.has_value());
    QCOMPARE(steps.error().code, Error::Code::Invalid);
    QCOMPARE(QString::fromStdString(steps.error().field), field);
}

void TestMetricHistory::maxSeriesOfARange()
{
    HistoryFixture fixture;
    const auto history = fixture.open(false);
    fixture.append(*history, {{{"m", {{"i", "1"}}}, 1}, {{"m", {{"i", "2"}}}, 2}, {{"n", {}}, 3}});
    const Timestamp now = fixture.clock.now();
    QCOMPARE(history->range(selected("m"), now, now, 1min, 2)->size(), 2U);
    const auto tooMany = history->range(selected("{}"), now, now, 1min, 2);
    QVERIFY(!tooMany.has_value());
    QCOMPARE(tooMany.error().code, Error::Code::TooLarge);
}

/// 500 series of 11,000 steps would be an answer of hundreds of megabytes.
void TestMetricHistory::maxPointsOfARange()
{
    FakeClock clock;
    MetricHistoryOptions options;
    options.flushInterval = Duration(0);
    options.limits.maxPoints = 30;
    const auto history = *MetricHistory::open(options, clock);
    const Timestamp begin = clock.now();
    for (int i = 0; i < 10; ++i) {
        history->append(
            {{"s"}, clock.now(), {{{"m", {{"i", "1"}}}, 1}, {{"m", {{"i", "2"}}}, 2}, {{"m", {{"i", "3"}}}, 3}}});
        clock.advance(1s);
    }
    QCOMPARE(history->range(selected("m"), begin, clock.now(), 1s, 3)->size(), 3U);
    history->append({{"s"}, clock.now(), {{{"m", {{"i", "3"}}}, 3}}});
    const auto tooMany = history->range(selected("m"), begin, clock.now(), 1s, 3);
    QVERIFY(!tooMany.has_value());
    QCOMPARE(tooMany.error().code, Error::Code::TooLarge);
    QCOMPARE(tooMany.error().field, std::string("step"));
    QVERIFY(history->range(selected("m"), begin, clock.now(), 2s, 3));
}

void TestMetricHistory::orderRule()
{
    HistoryFixture fixture;
    const auto history = fixture.open(false);
    const Timestamp t = fixture.clock.now();
    const auto send = [&](Duration offset, double value) {
        history->append({SourceId {"host"}, t + offset, {{{"m", {}}, value}}});
    };
    send(0s, 1);
    send(10s, 2);
    send(10s, 3); // the same time: the first one wins
    send(5s, 4); // earlier
    send(10s + 999us, 5); // the same millisecond
    send(10s + 1ms, 6);
    QCOMPARE(history->health().outOfOrder, 3U);
    QCOMPARE(history->health().samples, 3U);
    QCOMPARE(history->latest(selected("m")).front().sample, (Sample {t + 10s + 1ms, 6}));
    const auto steps = history->range(selected("m"), t, t + 10s, 1s, 1);
    QCOMPARE(steps->front().points.size(), 2U);
    QCOMPARE(steps->front().points[1].avg, 4.0);
    // Twice in one batch is the same time too.
    history->append({SourceId {"host"}, t + 20s, {{{"m", {}}, 7}, {{"m", {}}, 8}}});
    QCOMPARE(history->latest(selected("m")).front().sample.value, 7.0);
    QCOMPARE(history->health().outOfOrder, 4U);
}

void TestMetricHistory::clockSetBack()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    const Timestamp t = fixture.clock.now();
    fixture.append(*history, {{{"m", {}}, 1}});
    fixture.clock.set(t + 24h); // wrong
    for (int i = 0; i < 1000; ++i) {
        fixture.clock.advance(5s);
        fixture.append(*history, {{{"m", {}}, 2}});
    }
    history->maintain();
    fixture.clock.set(t + 10s); // put right
    fixture.append(*history, {{{"m", {}}, 3}});
    history->maintain();
    QCOMPARE(history->latest(selected("m")).front().sample, (Sample {t + 10s, 3}));
    QCOMPARE(sampleCount(*history, "m", t, t + 48h), 2U);
    history.reset();
    history = fixture.open();
    QCOMPARE(sampleCount(*history, "m", t, t + 48h), 2U);
    // A second of going back, as time services do, only drops.
    fixture.clock.set(t + 9s);
    fixture.append(*history, {{{"m", {}}, 4}});
    QCOMPARE(history->health().outOfOrder, 1U);
}

void TestMetricHistory::clockAnHourWrong_data()
{
    QTest::addColumn<bool>("onDisk");
    QTest::addColumn<int>("goodBefore"); // samples every 5 s
    QTest::addColumn<int>("wrong");
    QTest::addColumn<bool>("maintained"); // between; else what is closed still waits for the disk
    for (const bool onDisk : {true, false}) {
        const char *where = onDisk ? "disk" : "memory";
        QTest::addRow("%s, all open", where) << onDisk << 100 << 100 << true;
        QTest::addRow("%s, closed in the wrong hour", where) << onDisk << 100 << 600 << true;
        QTest::addRow("%s, closed and waiting", where) << onDisk << 100 << 600 << false;
        QTest::addRow("%s, several closed", where) << onDisk << 1100 << 700 << true;
        QTest::addRow("%s, several closed and waiting", where) << onDisk << 1100 << 700 << false;
    }
}

/// Only what lies in the future is forgotten, and a restart does not bring it back when its time has come.
void TestMetricHistory::clockAnHourWrong()
{
    QFETCH(bool, onDisk);
    QFETCH(int, goodBefore);
    QFETCH(int, wrong);
    QFETCH(bool, maintained);
    HistoryFixture fixture;
    auto history = fixture.open(onDisk);
    const Timestamp start = fixture.clock.now();
    const auto send = [&](int n, double value) {
        for (int i = 0; i < n; ++i) {
            fixture.clock.advance(5s);
            fixture.append(*history, {{{"m", {}}, value}});
            if (maintained && i % 50 == 0)
                history->maintain();
        }
    };
    send(goodBefore, 1);
    const Timestamp right = fixture.clock.now();
    fixture.clock.advance(1h);
    send(wrong, 2);
    if (maintained)
        history->maintain();
    fixture.clock.set(right);
    send(10, 3);
    const auto check = [&](int good) {
        const auto window = history->window(selected("m"), start, start + 48h);
        QCOMPARE(window.size(), 1U);
        QCOMPARE(window[0].summary.count, static_cast<std::uint64_t>(good));
        const auto series = history->range(selected("m"), start, start + 10h, 5s, 1);
        for (const StepPoint &point : series->front().points) {
            QVERIFY(point.count == 1);
            QVERIFY(point.min != 2.0);
        }
        QCOMPARE(history->latest(selected("m")).front().sample, (Sample {fixture.clock.now(), 3}));
    };
    check(goodBefore + 10);
    history->maintain();
    check(goodBefore + 10);
    if (!onDisk)
        return;
    history.reset();
    history = fixture.open();
    check(goodBefore + 10);
    send(1200, 3); // an hour and 40 minutes: the time of the wrong samples has come
    history->maintain();
    for (int i = 0; i < 2; ++i) {
        history.reset();
        history = fixture.open();
        check(goodBefore + 1210);
        QCOMPARE(history->health().corruptRecords, 0U);
    }
}

void TestMetricHistory::clockSetBackWhileOff()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    const Timestamp start = fixture.clock.now();
    const auto send = [&](int n, double value) {
        for (int i = 0; i < n; ++i) {
            fixture.clock.advance(5s);
            fixture.append(*history, {{{"m", {}}, value}});
        }
        history->maintain();
    };
    send(100, 1);
    const Timestamp right = fixture.clock.now();
    fixture.clock.advance(1h);
    send(1000, 2);
    history.reset();
    fixture.clock.set(right + 10min);
    history = fixture.open();
    QCOMPARE(sampleCount(*history, "m", start, start + 48h), 100U); // of the chunk that is half in the future, too
    QCOMPARE(history->latest(selected("m")).front().sample, (Sample {right, 1}));
    send(60, 3);
    history.reset();
    fixture.clock.set(right + 3h);
    history = fixture.open();
    QCOMPARE(sampleCount(*history, "m", start, start + 48h), 160U);
    QCOMPARE(history->window(selected("m"), start, start + 48h).front().summary.max, 3.0);
}

/// A board without battery wakes in 1970 until it hears of the time: what is on disk must not be lost for that.
void TestMetricHistory::clockNeverSet()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    const Timestamp start = fixture.clock.now();
    const auto send = [&](int n) {
        for (int i = 0; i < n; ++i) {
            fixture.clock.advance(5s);
            fixture.append(*history, {{{"m", {}}, 1}});
        }
        history->maintain();
    };
    send(960 + 1);
    history.reset();
    const Timestamp right = fixture.clock.now();
    fixture.clock.set(fromMicros(60'000'000));
    history = fixture.open();
    send(1000);
    fixture.clock.set(right + 1h);
    send(10);
    history.reset();
    history = fixture.open();
    QCOMPARE(sampleCount(*history, "m", start, start + 48h), 960U + 10U);
}

void TestMetricHistory::intervals()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    const auto interval = [&] { return history->latest(selected("m")).front().interval; };
    const auto send = [&](Duration after) {
        fixture.clock.advance(after);
        fixture.append(*history, {{{"m", {}}, 1}});
    };
    send(0s);
    QCOMPARE(interval(), Duration(0));
    send(1h);
    QCOMPARE(interval(), Duration(1h));
    send(3s); // tried again at once: the next one may take an hour all the same
    QCOMPARE(interval(), Duration(30min));
    send(1h);
    QCOMPARE(interval(), Duration(1h));
    for (int i = 0; i < 12; ++i)
        send(5s);
    QCOMPARE(interval(), Duration(5s));
    for (int i = 0; i < 6; ++i) { // each day a chunk
        send(24h);
        history->maintain();
    }
    QCOMPARE(interval(), Duration(24h));
    history.reset();
    history = fixture.open();
    QCOMPARE(interval(), Duration(24h));
    fixture.clock.advance(3h);
    history->maintain(); // closes the last chunk too
    history.reset();
    history = fixture.open();
    QCOMPARE(interval(), Duration(24h));
}

void TestMetricHistory::notANumberAndInfinity()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    constexpr double inf = std::numeric_limits<double>::infinity();
    const Timestamp t = fixture.clock.now();
    for (const double value : {std::nan(""), 1.0, inf, -inf, std::nan("")}) {
        fixture.append(*history, {{{"m", {}}, value}});
        fixture.clock.advance(1s);
    }
    QCOMPARE(history->health().notANumber, 2U);
    QCOMPARE(sampleCount(*history, "m", t, t + 1h), 3U);
    history.reset();
    history = fixture.open();
    const auto points = history->range(selected("m"), t, t + 4s, 1s, 1)->front().points;
    QCOMPARE(points.size(), 3U);
    QCOMPARE(points[1].max, inf);
    QCOMPARE(points[2].min, -inf);
    QCOMPARE(points[2].avg, -inf);
    const auto whole = history->range(selected("m"), t, t, 1h, 1)->front().points.front();
    QCOMPARE(whole.min, -inf);
    QCOMPARE(whole.max, inf);
    QVERIFY(std::isnan(whole.avg));
}

void TestMetricHistory::listsAndLatest()
{
    HistoryFixture fixture;
    const auto history = fixture.open(false);
    history->describe({"b_ratio", MetricUnit::Ratio, "What b is."});
    history->describe({"z_only_described", MetricUnit::Count, "Never delivered."});
    fixture.append(*history,
                   {{{"b_ratio", {{"d", "2"}}}, 2}, {{"b_ratio", {{"d", "1"}}}, 1}, {{"a", {}}, 3}, {{"b", {}}, 4}});
    const auto metrics = history->metrics();
    QCOMPARE(metrics.size(), 4U);
    QCOMPARE(metrics[0].info, (MetricInfo {"a", MetricUnit::None, ""}));
    QCOMPARE(metrics[2].info.unit, MetricUnit::Ratio);
    QCOMPARE(metrics[2].series.size(), 2U);
    QCOMPARE(metrics[2].series[0].toString(), std::string("b_ratio{d=\"1\"}"));
    QVERIFY(metrics[3].series.empty());
    QCOMPARE(history->describe("b_ratio")->help, std::string("What b is."));
    QVERIFY(!history->describe("a").has_value());
    QCOMPARE(history->latest(selected("b_ratio")).size(), 2U);
    QCOMPARE(history->latest(selected("b_ratio{d=\"2\"}")).front().sample.value, 2.0);
    QCOMPARE(history->latest(selected("b")).size(), 1U); // not those that begin with it
    QCOMPARE(history->latest(selected("{}")).size(), 4U);
    QCOMPARE(history->latest(selected("{d=~\".+\"}")).size(), 2U);
    QVERIFY(history->latest(selected("c")).empty());
}

void TestMetricHistory::sources()
{
    HistoryFixture fixture;
    const auto history = fixture.open(false);
    QVERIFY(!history->activity(SourceId {"host"}).has_value());
    fixture.append(*history, {{{"m", {}}, 1}});
    QCOMPARE(history->activity(SourceId {"host"})->lastBatch, fixture.clock.now());
    QVERIFY(!history->activity(SourceId {"host"})->removed);
    QCOMPARE(history->latest(selected("m")).front().source, SourceId {"host"});
    history->sourceRemoved(SourceId {"host"});
    QVERIFY(history->activity(SourceId {"host"})->removed);
    fixture.clock.advance(5s);
    fixture.append(*history, {});
    QVERIFY(!history->activity(SourceId {"host"})->removed);
    QCOMPARE(history->activity(SourceId {"host"})->lastBatch, fixture.clock.now());
}

void TestMetricHistory::windows()
{
    HistoryFixture fixture;
    const auto history = fixture.open();
    const Timestamp t = fixture.clock.now();
    for (int i = 0; i < 1000; ++i) { // crosses chunks
        fixture.append(*history, {{{"m", {}}, static_cast<double>(i)}});
        fixture.clock.advance(5s);
        history->maintain();
    }
    const auto window = history->window(selected("m"), t + 100 * 5s, t + 900 * 5s);
    QCOMPARE(window.size(), 1U);
    QCOMPARE(window[0].summary.min, 100.0);
    QCOMPARE(window[0].summary.max, 900.0);
    QCOMPARE(window[0].summary.avg, 500.0);
    QCOMPARE(window[0].summary.count, 801U);
    QCOMPARE(window[0].first, t + 100 * 5s);
    QVERIFY(history->window(selected("m"), t - 2h, t - 1h).empty());
}

void TestMetricHistory::seriesLimit()
{
    HistoryFixture fixture;
    fixture.limits.maxSeries = 10;
    const auto history = fixture.open(false);
    const auto series = [](int i) { return SeriesSample {{"m", {{"i", std::to_string(i)}}}, 1.0 * i}; };
    for (int i = 0; i < 15; ++i)
        fixture.append(*history, {series(i)});
    QCOMPARE(history->health().series, 10U);
    QCOMPARE(history->health().refused, 5U);
    // An hour later the silent ones make room, the living one stays.
    fixture.clock.advance(1h + 1min);
    fixture.append(*history, {series(0)});
    fixture.append(*history, {series(20)});
    QCOMPARE(history->health().series, 10U);
    QCOMPARE(history->latest(selected("m{i=\"20\"}")).size(), 1U);
    QCOMPARE(history->latest(selected("m{i=\"0\"}")).size(), 1U);
    fixture.append(*history, {{{"m", {{"long", std::string(5000, 'x')}}}, 1}});
    QCOMPARE(history->health().refused, 6U);
}

void TestMetricHistory::memoryLimit()
{
    HistoryFixture fixture;
    fixture.limits.maxMemoryBytes = 20'000;
    const auto history = fixture.open(false);
    std::mt19937_64 random(5);
    for (int i = 0; i < 20'000; ++i) {
        fixture.append(*history, {{{"m", {}}, static_cast<double>(random())}});
        fixture.clock.advance(5s);
        if (i % 100 == 0)
            history->maintain();
    }
    history->maintain();
    const MetricHistoryHealth health = history->health();
    QVERIFY(health.writable);
    QVERIFY(health.forgottenChunks > 10);
    QVERIFY2(health.bytesInMemory < 26'000, std::to_string(health.bytesInMemory).c_str());
    const std::size_t kept = sampleCount(*history, "m", fixture.clock.now() - 48h, fixture.clock.now());
    QVERIFY2(kept > 1000 && kept < 4000, std::to_string(kept).c_str());
}

/// The limit is for chunks the disk does not take, not for those that wait a second for it.
void TestMetricHistory::manySeriesAtOnce()
{
    HistoryFixture fixture;
    fixture.limits.maxMemoryBytes = 20'000;
    auto history = fixture.open();
    const Timestamp start = fixture.clock.now();
    std::mt19937_64 random(6);
    for (int i = 0; i < 1000; ++i) { // all 100 close at the same moments
        std::vector<SeriesSample> samples;
        for (int s = 0; s < 100; ++s)
            samples.push_back({{"m", {{"s", std::to_string(s)}}}, static_cast<double>(random() % 1'000'000)});
        fixture.append(*history, std::move(samples));
        fixture.clock.advance(5s);
        if (i % 100 == 0)
            history->maintain();
    }
    history->maintain();
    QCOMPARE(history->health().forgottenChunks, 0U);
    QCOMPARE(sampleCount(*history, "m", start, fixture.clock.now()), 100'000U);
    history.reset();
    history = fixture.open();
    QCOMPARE(sampleCount(*history, "m", start, fixture.clock.now()), 100'000U);
}

void TestMetricHistory::ageLimitInMemory()
{
    HistoryFixture fixture;
    fixture.limits.maxAge = 24h;
    const auto history = fixture.open(false);
    fixture.append(*history, {{{"gone", {}}, 1}});
    for (int i = 0; i < 2 * 24 * 60; ++i) {
        fixture.append(*history, {{{"m", {}}, 1.0 * i}});
        fixture.clock.advance(1min);
        history->maintain();
    }
    const std::size_t kept = sampleCount(*history, "m", fixture.clock.now() - 1000h, fixture.clock.now());
    QVERIFY2(kept >= 24 * 60 && kept < 27 * 60, std::to_string(kept).c_str());
    QVERIFY(history->latest(selected("gone")).empty());
}

void TestMetricHistory::bytesPerSample()
{
    // A host as it is at rest: sizes that move now and then, a jitter of a millisecond.
    HistoryFixture fixture;
    auto history = fixture.open();
    std::mt19937 random(11);
    constexpr int series = 50;
    constexpr int rounds = 2000;
    for (int i = 0; i < rounds; ++i) {
        SampleBatch batch {SourceId {"host"}, fixture.clock.now() + std::chrono::milliseconds(random() % 3), {}};
        for (int s = 0; s < series; ++s)
            batch.samples.push_back({{"m", {{"series", std::to_string(s)}}},
                                     4096.0 * (1000 + s + (random() % 10 == 0 ? random() % 8 : 0))});
        history->append(batch);
        fixture.clock.advance(5s);
        if (i % 10 == 0)
            history->maintain();
    }
    std::size_t bytes = 0;
    history->maintain();
    for (const std::string &name : fixture.files("chunks"))
        bytes += fixture.readFile(name).size();
    const double stored = series * (rounds / 480 * 480.0);
    qInfo("%.2f bytes a sample in chunks on disk", static_cast<double>(bytes) / stored);
    QVERIFY(static_cast<double>(bytes) < 3 * stored);
}

void TestMetricHistory::manyThreads()
{
    QTemporaryDir folder;
    SystemClock clock;
    MetricHistoryOptions options;
    options.directory = folder.path().toStdString();
    options.flushInterval = 5ms;
    options.syncInterval = 10ms;
    const auto history = *MetricHistory::open(options, clock);
    std::atomic<bool> failed {false};
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 2000; ++i)
                history->append({SourceId {std::to_string(t)},
                                 fromMicros(toMicros(clock.now()) - 3'000'000 + i * 1000LL),
                                 {{{"m", {{"t", std::to_string(t)}}}, 1.0 * i}}});
        });
    }
    threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) {
            const auto steps = history->range(selected("m"), clock.now() - 1min, clock.now(), 1s, 10);
            failed
                = failed || !steps || history->latest(selected("m")).size() > 3 || history->health().corruptRecords > 0;
            (void)history->metrics();
        }
    });
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!failed);
    QTRY_COMPARE(history->health().writable, true);
    QCOMPARE(sampleCount(*history, "m", clock.now() - 1h, clock.now()),
             static_cast<std::size_t>(history->health().samples));
}

QTEST_GUILESS_MAIN(TestMetricHistory)
#include "tst_metrichistory.moc"
