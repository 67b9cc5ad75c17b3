// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/crc32.h"
#include "backend/metrics/gorilla.h"
#include "backend/metrics/historyrecord.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

using namespace vigie;

namespace {

std::vector<MillisSample> decoded(std::string_view bytes, std::uint32_t count)
{
    std::vector<MillisSample> out;
    GorillaDecoder decoder(bytes, count);
    while (const auto sample = decoder.next())
        out.push_back(*sample);
    return out;
}

ReadBytes readerOf(std::string_view bytes)
{
    return [bytes](std::uint64_t offset, std::size_t size) {
        return Result<std::string>(bytes.substr(static_cast<std::size_t>(offset), size));
    };
}

bool sameBits(const std::vector<MillisSample> &a, const std::vector<MillisSample> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const MillisSample &x, const MillisSample &y) {
        return x.millis == y.millis && std::bit_cast<std::uint64_t>(x.value) == std::bit_cast<std::uint64_t>(y.value);
    });
}

GorillaEncoder encoded(const std::vector<MillisSample> &samples)
{
    GorillaEncoder encoder;
    for (const MillisSample &sample : samples)
        encoder.append(sample);
    return encoder;
}

} // namespace

class TestGorilla : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void randomRoundTrip();
    void size();
    void damagedBits();
    void checksum();
    void recordsAfterDamage();
    void longFile();
};

void TestGorilla::roundTrip_data()
{
    QTest::addColumn<QList<qint64>>("times");
    QTest::addColumn<QList<double>>("values");
    constexpr double inf = std::numeric_limits<double>::infinity();
    constexpr double tiny = std::numeric_limits<double>::denorm_min();
    const QList<qint64> five {0, 5000, 10'000, 15'000, 20'000};
    QTest::newRow("nothing") << QList<qint64> {} << QList<double> {};
    QTest::newRow("one") << QList<qint64> {1'700'000'000'000} << QList<double> {3.5};
    QTest::newRow("constant") << five << QList<double> {1, 1, 1, 1, 1};
    QTest::newRow("extremes") << five << QList<double> {inf, -inf, std::numeric_limits<double>::max(), -tiny, -0.0};
    QTest::newRow("nan payload") << five << QList<double> {std::nan("1"), -std::nan("77"), 0, std::nan(""), 1};
    QTest::newRow("whole window") << five << QList<double> {0, std::bit_cast<double>(~0ULL >> 1U), tiny, -1, 1};
    QTest::newRow("edges of the buckets")
        << QList<qint64> {0, 64, 127, 254, 894, 1022, 9342, 1'000'000, 5'000'000'000'000, 5'000'000'000'001}
        << QList<double> {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    QTest::newRow("before 1970") << QList<qint64> {-10'000, -1, 0, 1, 2} << QList<double> {1, 2, 3, 4, 5};
    QTest::newRow("all of time") << QList<qint64> {std::numeric_limits<qint64>::min(), 0,
                                                   std::numeric_limits<qint64>::max()}
                                 << QList<double> {1, 2, 3};
}

void TestGorilla::roundTrip()
{
    QFETCH(QList<qint64>, times);
    QFETCH(QList<double>, values);
    std::vector<MillisSample> samples;
    for (qsizetype i = 0; i < times.size(); ++i)
        samples.push_back({times[i], values[i]});
    const GorillaEncoder encoder = encoded(samples);
    QCOMPARE(encoder.count(), samples.size());
    QVERIFY(sameBits(decoded(encoder.bytes(), encoder.count()), samples));
}

void TestGorilla::randomRoundTrip()
{
    std::mt19937_64 random(1);
    for (int round = 0; round < 300; ++round) {
        std::vector<MillisSample> samples;
        std::int64_t at = static_cast<std::int64_t>(random() >> 20U);
        for (int i = 0; i < 200; ++i) {
            at += 1 + static_cast<std::int64_t>(random() % (1ULL << (random() % 40)));
            const std::uint64_t bits = round % 2 == 0 ? random() : random() >> (random() % 64);
            samples.push_back({at, std::bit_cast<double>(bits)});
        }
        const GorillaEncoder encoder = encoded(samples);
        QVERIFY(sameBits(decoded(encoder.bytes(), encoder.count()), samples));
    }
}

void TestGorilla::size()
{
    // Regular: every 5 s with a timer's jitter of a millisecond, values that change as counts and sizes do.
    std::mt19937 random(2);
    GorillaEncoder constant;
    GorillaEncoder counts;
    GorillaEncoder ratios;
    for (int i = 0; i < 480; ++i) {
        const std::int64_t at = 1'700'000'000'000 + i * 5000LL + (random() % 8 == 0 ? 1 : 0);
        constant.append({at, 8});
        counts.append({at, 200.0 + (random() % 5 == 0 ? static_cast<double>(random() % 16) : 0.0)});
        ratios.append({at, static_cast<double>(random()) / 4294967296.0});
    }
    qInfo("bytes per sample: constant %.2f, counts %.2f, random ratios %.2f", constant.bytes().size() / 480.0,
          counts.bytes().size() / 480.0, ratios.bytes().size() / 480.0);
    QVERIFY(constant.bytes().size() < 480 * 1);
    QVERIFY(counts.bytes().size() < 480 * 3);
    QVERIFY(ratios.bytes().size() < 480 * 10);
}

void TestGorilla::damagedBits()
{
    std::mt19937_64 random(3);
    GorillaEncoder encoder;
    for (int i = 0; i < 100; ++i)
        encoder.append({i * 5000LL, std::bit_cast<double>(random())});
    for (std::size_t bit = 0; bit < encoder.bytes().size() * 8; ++bit) {
        std::string bytes = encoder.bytes();
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(decoded(bytes, encoder.count()).size() <= encoder.count());
    }
    for (std::size_t n = 0; n < encoder.bytes().size(); ++n)
        QVERIFY(decoded(std::string_view(encoder.bytes()).substr(0, n), encoder.count()).size() < encoder.count());
    QVERIFY(decoded(encoder.bytes(), 4'000'000'000U).size() < 200U); // a lying count
}

void TestGorilla::checksum()
{
    QCOMPARE(crc32("123456789"), 0xCBF43926U);
    QCOMPARE(crc32(""), 0U);
    QCOMPARE(crc32("56789", crc32("1234")), 0xCBF43926U);
    QCOMPARE(crc32("The quick brown fox jumps over the lazy dog"), 0x414FA339U);
}

void TestGorilla::recordsAfterDamage()
{
    std::string bytes;
    appendRecord(bytes, RecordType::Samples, "first");
    const std::size_t second = bytes.size();
    appendRecord(bytes, RecordType::Samples, "VGR1 inside VGR1");
    const std::size_t third = bytes.size();
    appendRecord(bytes, RecordType::Samples, "third");
    const auto bodies = [](std::string_view all, ScanResult &result) {
        std::vector<std::string> out;
        result
            = *scanRecords(readerOf(all), all.size(), [&out](const Record &record) { out.emplace_back(record.body); });
        return out;
    };
    ScanResult result;
    QCOMPARE(bodies(bytes, result).size(), 3U);
    QCOMPARE(result.damaged, 0U);
    QCOMPARE(result.validEnd, bytes.size());
    for (std::size_t i = second; i < third; ++i) { // whatever byte of the second is wrong, the others are found
        std::string damaged = bytes;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
        QCOMPARE(bodies(damaged, result), (std::vector<std::string> {"first", "third"}));
        QCOMPARE(result.damaged, 1U);
        QCOMPARE(result.validEnd, bytes.size());
    }
    for (std::size_t n = third; n < bytes.size(); ++n) { // torn
        QCOMPARE(bodies(std::string_view(bytes).substr(0, n), result).size(), 2U);
        QCOMPARE(result.validEnd, third);
        QCOMPARE(result.damaged, 0U);
    }
}

/// It is read in pieces of some MiB: nothing is lost or told twice where they meet.
void TestGorilla::longFile()
{
    std::mt19937_64 random(8);
    std::string bytes;
    std::vector<std::pair<std::uint64_t, std::size_t>> written; // offset and size of the body
    while (bytes.size() < (100U << 20U)) {
        const std::size_t size = random() % 4 == 0 ? random() % (4U << 20U) : random() % 5000;
        written.emplace_back(bytes.size(), size);
        appendRecord(bytes, RecordType::Samples, std::string(size, static_cast<char>('a' + random() % 26)));
    }
    const auto scanned = [&] {
        std::vector<std::pair<std::uint64_t, std::size_t>> out;
        const auto result = scanRecords(readerOf(bytes), bytes.size(), [&](const Record &record) {
            if (record.body != std::string_view(bytes).substr(record.offset + 13, record.body.size()))
                out.emplace_back(0, 0);
            out.emplace_back(record.offset, record.body.size());
        });
        return std::pair(out, *result);
    };
    const auto [whole, clean] = scanned();
    QVERIFY(whole == written);
    QCOMPARE(clean.damaged, 0U);
    QCOMPARE(clean.validEnd, bytes.size());
    // Without the first half of them the way is found again too.
    const std::size_t half = written.size() / 2;
    for (std::size_t i = 0; i < half; ++i)
        bytes[written[i].first] = 'x';
    const auto [rest, damaged] = scanned();
    QVERIFY(std::equal(rest.begin(), rest.end(), written.begin() + static_cast<std::ptrdiff_t>(half), written.end()));
    QCOMPARE(damaged.damaged, 1U);
    const auto failed = scanRecords(
        [](std::uint64_t, std::size_t) -> Result<std::string> { return fail(Error::Code::Unavailable, "gone"); },
        bytes.size(), [](const Record &) {});
    QVERIFY(!failed.has_value());
}

QTEST_GUILESS_MAIN(TestGorilla)
#include "tst_gorilla.moc"
