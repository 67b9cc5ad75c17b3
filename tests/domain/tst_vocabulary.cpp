// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/executor.h"
#include "backend/domain/ids.h"
#include "backend/domain/incident.h"
#include "backend/domain/labels.h"
#include "tests/support/fakeclock.h"

#include <QSet>
#include <QTest>

#include <atomic>
#include <future>

using namespace vigie;
using namespace std::chrono_literals;

class TestVocabulary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRfc3339_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros"); // -1: refused
        QTest::newRow("utc") << "1970-01-01T00:00:01Z" << qint64 {1'000'000};
        QTest::newRow("nanoseconds are cut") << "1970-01-01T00:00:00.123456789Z" << qint64 {123'456};
        QTest::newRow("offset") << "1970-01-01T02:00:00+02:00" << qint64 {0};
        QTest::newRow("west") << "1969-12-31T19:30:00-04:30" << qint64 {0};
        QTest::newRow("leap day") << "2024-02-29T00:00:00Z" << qint64 {1'709'164'800'000'000};
        QTest::newRow("no leap day") << "2023-02-29T00:00:00Z" << qint64 {-1};
        QTest::newRow("no zone") << "1970-01-01T00:00:00" << qint64 {-1};
        QTest::newRow("ten digits") << "1970-01-01T00:00:00.0123456789Z" << qint64 {-1};
        QTest::newRow("tail") << "1970-01-01T00:00:00Zx" << qint64 {-1};
        QTest::newRow("hour 24") << "1970-01-01T24:00:00Z" << qint64 {-1};
        QTest::newRow("empty") << "" << qint64 {-1};
    }
    void readsRfc3339()
    {
        QFETCH(QString, text);
        QFETCH(qint64, micros);
        const auto t = parseRfc3339(text.toStdString());
        QCOMPARE(t ? toMicros(*t) : -1, micros);
        if (t)
            QCOMPARE(toMicros(*parseRfc3339(formatRfc3339(*t))), micros);
    }
    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millis"); // -1: refused
        QTest::newRow("90s") << "90s" << qint64 {90'000};
        QTest::newRow("1h30m") << "1h30m" << qint64 {5'400'000};
        QTest::newRow("250ms") << "250ms" << qint64 {250};
        QTest::newRow("0") << "0" << qint64 {0};
        QTest::newRow("1w2d") << "1w2d" << qint64 {9LL * 86'400'000};
        QTest::newRow("wrong order") << "1m1h" << qint64 {-1};
        QTest::newRow("twice") << "1m1m" << qint64 {-1};
        QTest::newRow("no unit") << "30" << qint64 {-1};
        QTest::newRow("negative") << "-1s" << qint64 {-1};
        QTest::newRow("overflow") << "9999999999y" << qint64 {-1};
        QTest::newRow("sum overflow") << "292400y5000w" << qint64 {-1};
        QTest::newRow("space") << "1 s" << qint64 {-1};
    }
    void readsDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millis);
        const auto d = parseDuration(text.toStdString());
        QCOMPARE(d ? d->count() / 1000 : -1, millis);
        if (d)
            QCOMPARE(parseDuration(formatDuration(*d))->count(), d->count());
    }
    void labelsAreASet()
    {
        const LabelSet labels {{"b", "2"}, {"a", "1"}, {"b", "3"}, {"c", ""}};
        QCOMPARE(labels.toString(), std::string("{a=\"1\", b=\"3\"}"));
        LabelSet changed = labels;
        changed.set("a", "");
        QVERIFY(!changed.contains("a"));
        QCOMPARE(LabelSet({{"x", "a\"b\\c\nd"}}).toString(), std::string("{x=\"a\\\"b\\\\c\\nd\"}"));
    }
    void fingerprintIsAlertmanagers()
    {
        // The value a real Alertmanager 0.25 shows for {alertname="Demo"} is checked against in tests/monitoring;
        // this is the FNV-1a offset basis, the fingerprint of no labels.
        QCOMPARE(LabelSet().fingerprint(), std::string("cbf29ce484222325"));
        QVERIFY(LabelSet({{"a", "bc"}}).fingerprint() != LabelSet({{"ab", "c"}}).fingerprint());
    }
    void uuidsSortByTime()
    {
        test::FakeClock clock;
        test::FakeRandom random;
        const std::string first = newUuid(clock, random);
        clock.advance(1ms);
        const std::string second = newUuid(clock, random);
        QVERIFY(first < second);
        QCOMPARE(first.size(), std::size_t {36});
        QCOMPARE(first[14], '7');
        QVERIFY(std::string("89ab").find(first[19]) != std::string::npos);
    }
    void base64UrlRoundTrip()
    {
        std::string bytes;
        for (int i = 0; i < 256; ++i) {
            QCOMPARE(fromBase64Url(toBase64Url(bytes)).value(), bytes);
            bytes += static_cast<char>(i);
        }
        QVERIFY(!fromBase64Url("a"));
        QVERIFY(!fromBase64Url("ab=="));
        QVERIFY(!fromBase64Url("a+b/"));
    }
    void tokensDiffer()
    {
        SystemRandom random;
        QVERIFY(newToken(random) != newToken(random));
        QCOMPARE(newToken(random).size(), std::size_t {43});
    }
    void alertWordsBecomeSeverities_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("severity");
        QTest::newRow("critical") << "CRITICAL" << int(Severity::Critical);
        QTest::newRow("page") << "page" << int(Severity::Critical);
        QTest::newRow("error") << "error" << int(Severity::High);
        QTest::newRow("warning") << "Warning" << int(Severity::Medium);
        QTest::newRow("none") << "none" << int(Severity::Low);
        QTest::newRow("empty") << "" << int(Severity::Low);
    }
    void alertWordsBecomeSeverities()
    {
        QFETCH(QString, word);
        QFETCH(int, severity);
        QCOMPARE(static_cast<int>(severityFromAlertLabel(word.toStdString())), severity);
    }
    void loopRunsInOrderOfDueTime()
    {
        LoopThread loop("test");
        std::string order;
        std::promise<void> done;
        loop.postAfter(60ms, [&] {
            order += 'c';
            done.set_value();
        });
        loop.postAfter(20ms, [&] { order += 'b'; });
        loop.post([&] { order += 'a'; });
        done.get_future().get();
        QCOMPARE(order, std::string("abc"));
    }
    void loopDropsWorkAfterStop()
    {
        LoopThread loop("test");
        std::atomic<bool> ran {false};
        loop.postAfter(1h, [&] { ran = true; });
        loop.stop();
        loop.post([&] { ran = true; });
        QVERIFY(!ran);
    }
};

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
