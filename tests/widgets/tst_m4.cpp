// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/m4.h"
#include "widgets/samplebuffer.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace vigie;

namespace {

struct Input {
    std::vector<std::int64_t> times;
    std::vector<double> values;
};

// Irregular distances, holes, spikes, bursts in one column.
Input randomInput(unsigned seed, int count)
{
    std::mt19937 random(seed);
    Input in;
    std::int64_t at = 1'000'000'000;
    for (int i = 0; i < count; ++i) {
        at += random() % 10 == 0 ? 400 + random() % 3000 : 1 + random() % 7;
        in.times.push_back(at);
        double value = std::sin(i / 50.0) * 100;
        if (random() % 97 == 0)
            value = 1e6 * (random() % 2 == 0 ? 1 : -1);
        if (random() % 23 == 0)
            value = std::nan("");
        if (random() % 301 == 0)
            value = std::numeric_limits<double>::infinity();
        in.values.push_back(value);
    }
    return in;
}

// The definition, sample by sample, in exact integers.
int naiveColumn(std::int64_t at, std::int64_t from, std::int64_t to, int columns)
{
    for (int c = 0; c < columns; ++c) {
        const std::int64_t next = from + (to - from) / columns * (c + 1) + (to - from) % columns * (c + 1) / columns;
        if (at < next)
            return c;
    }
    return columns - 1;
}

} // namespace

class M4Test : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matchesTheDefinition_data();
    void matchesTheDefinition();
    void losesNoSpike();
    void edges();
    void gaps();
    void usualDistance();
    void bufferKeepsNewest();
    void bufferRefusesThePast();
    void millionPoints();
};

void M4Test::matchesTheDefinition_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("columns");
    for (unsigned seed = 1; seed <= 12; ++seed) {
        QTest::addRow("dense %u", seed) << seed << 5000 << 97;
        QTest::addRow("sparse %u", seed) << seed << 150 << 640;
        QTest::addRow("one column %u", seed) << seed << 500 << 1;
    }
}

void M4Test::matchesTheDefinition()
{
    QFETCH(unsigned, seed);
    QFETCH(int, count);
    QFETCH(int, columns);
    const Input in = randomInput(seed, count);
    const std::int64_t from = in.times[std::size_t(count / 10)] + 1;
    const std::int64_t to = in.times[std::size_t(count * 9 / 10)] - 1;
    const auto reduced = reduceM4(in.times, in.values, from, to, columns, 0);
    std::vector<std::vector<std::size_t>> expected(static_cast<std::size_t>(columns));
    for (std::size_t i = 0; i < in.times.size(); ++i) {
        if (in.times[i] >= from && in.times[i] < to && std::isfinite(in.values[i]))
            expected[std::size_t(naiveColumn(in.times[i], from, to, columns))].push_back(i);
    }
    std::size_t at = 0;
    for (; at < reduced.size() && reduced[at].column < 0; ++at) { }
    for (int c = 0; c < columns; ++c) {
        const auto &samples = expected[std::size_t(c)];
        if (samples.empty())
            continue;
        QVERIFY(at < reduced.size());
        const M4Column &column = reduced[at++];
        QCOMPARE(column.column, c);
        QCOMPARE(column.first, in.values[samples.front()]);
        QCOMPARE(column.last, in.values[samples.back()]);
        QCOMPARE(column.firstAt, in.times[samples.front()]);
        QCOMPARE(column.lastAt, in.times[samples.back()]);
        const auto byValue = [&](std::size_t a, std::size_t b) { return in.values[a] < in.values[b]; };
        QCOMPARE(column.min, in.values[*std::min_element(samples.begin(), samples.end(), byValue)]);
        QCOMPARE(column.max, in.values[*std::max_element(samples.begin(), samples.end(), byValue)]);
    }
    QVERIFY(at == reduced.size() || reduced[at].column == columns);
}

void M4Test::losesNoSpike()
{
    std::vector<std::int64_t> times(100'000);
    std::vector<double> values(times.size(), 1.0);
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = std::int64_t(i) * 1000;
    std::mt19937 random(7);
    std::vector<double> spikes;
    for (int i = 0; i < 160; ++i) {
        values[std::size_t(i) * 625 + random() % 625] = 1000.0 + i;
        spikes.push_back(1000.0 + i);
    }
    const auto reduced = reduceM4(times, values, 0, times.back() + 1, 160, 0);
    for (std::size_t i = 0; i < spikes.size(); ++i)
        QCOMPARE(reduced[i].max, spikes[i]);
}

void M4Test::edges()
{
    const std::vector<std::int64_t> times {10, 20, 30, 40};
    const std::vector<double> values {1, 2, 3, 4};
    QVERIFY(reduceM4({}, {}, 0, 10, 5, 0).empty());
    QVERIFY(reduceM4(times, values, 10, 10, 5, 0).empty());
    QVERIFY(reduceM4(times, values, 10, 20, 0, 0).empty());
    const auto inner = reduceM4(times, values, 15, 35, 2, 0);
    QCOMPARE(inner.size(), 4U);
    QCOMPARE(inner.front().column, -1);
    QCOMPARE(inner.front().last, 1.0);
    QCOMPARE(inner.back().column, 2);
    QCOMPARE(inner.back().first, 4.0);
    // Far from zero and wide: no overflow.
    const std::vector<std::int64_t> wide {0, 4'000'000'000'000'000};
    QCOMPARE(reduceM4(wide, std::vector<double> {1, 2}, 0, wide[1] + 1, 4000, 0).back().column, 3999);
}

void M4Test::gaps()
{
    const double hole = std::nan("");
    const std::vector<std::int64_t> times {0, 10, 20, 30, 90, 100};
    const std::vector<double> values {1, 1, hole, 1, 1, 1};
    const auto byHole = reduceM4(times, values, 0, 101, 101, 0);
    QCOMPARE(byHole.size(), 5U);
    const auto flags = [](const std::vector<M4Column> &columns) {
        std::vector<bool> all;
        for (const M4Column &c : columns)
            all.push_back(c.gapBefore);
        return all;
    };
    QCOMPARE(flags(byHole), (std::vector<bool> {true, false, true, false, false}));
    const auto byTime = reduceM4(times, values, 0, 101, 101, 30);
    QCOMPARE(flags(byTime), (std::vector<bool> {true, false, true, true, false}));
}

void M4Test::usualDistance()
{
    std::vector<std::int64_t> times;
    for (int i = 0; i < 1000; ++i)
        times.push_back(i * 15 + (i > 500 ? 100'000 : 0));
    QCOMPARE(typicalGap(times), 45);
    QCOMPARE(typicalGap(std::span(times).first(2)), 0);
}

void M4Test::bufferKeepsNewest()
{
    SampleBuffer buffer(5000);
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(buffer.append(i, i));
    QCOMPARE(buffer.size(), 5000U);
    QCOMPARE(buffer.times().front(), 95'000);
    QCOMPARE(buffer.values().back(), 99'999.0);
    buffer.dropBefore(99'990);
    QCOMPARE(buffer.size(), 10U);
    QCOMPARE(buffer.times().front(), 99'990);
    buffer.append(100'001, std::nan(""));
    QCOMPARE(buffer.latest(), 99'999.0);
    buffer.clear();
    QVERIFY(buffer.empty() && std::isnan(buffer.latest()));
    QVERIFY(buffer.append(1, 1));
}

void M4Test::bufferRefusesThePast()
{
    SampleBuffer buffer;
    QVERIFY(buffer.append(10, 1));
    QVERIFY(!buffer.append(9, 2));
    QVERIFY(buffer.append(10, 3));
    QCOMPARE(buffer.size(), 1U);
    QCOMPARE(buffer.values().front(), 3.0);
    const SampleBuffer uneven({1, 2, 3}, {1, 2});
    QCOMPARE(uneven.size(), 2U);
}

void M4Test::millionPoints()
{
    const Input in = randomInput(3, 1'000'000);
    std::vector<M4Column> reduced;
    QBENCHMARK
    {
        reduced = reduceM4(in.times, in.values, in.times.front(), in.times.back(), 1200, 0);
    }
    QVERIFY(reduced.size() > 1000);
}

QTEST_GUILESS_MAIN(M4Test)
#include "tst_m4.moc"
