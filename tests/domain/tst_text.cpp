// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/text.h"

#include <QTest>

using namespace vigie;

class TestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clips_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("most");
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("fits") << QByteArray("abcd") << 4 << QByteArray("abcd");
        QTest::newRow("cut") << QByteArray("abcde") << 4 << QByteArray("a…");
        QTest::newRow("between characters") << QByteArray("aéé") << 4 << QByteArray("a…");
        QTest::newRow("inside one") << QByteArray("aaaéé") << 7 << QByteArray("aaaéé");
        QTest::newRow("inside another") << QByteArray("aéééé") << 8 << QByteArray("aéé…");
        QTest::newRow("before four bytes") << QByteArray("a😀b😀") << 8 << QByteArray("a😀…");
        QTest::newRow("in four bytes") << QByteArray("😀😀") << 7 << QByteArray("😀…");
        QTest::newRow("no room") << QByteArray("abcde") << 0 << QByteArray("…");
        QTest::newRow("only continuations") << QByteArray("\x80\x80\x80\x80\x80\x80") << 5 << QByteArray("…");
    }
    void clips()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, most);
        QTEST(QByteArray::fromStdString(clipped(text.toStdString(), static_cast<std::size_t>(most))), "out");
    }
    void codesPercent()
    {
        std::string all;
        for (int c = 0; c < 256; ++c)
            all += static_cast<char>(c);
        QCOMPARE(percentDecode(percentEncode(all)), all);
        QCOMPARE(percentEncode("a b/é~"), std::string("a%20b%2F%C3%A9~"));
        QCOMPARE(percentDecode("a+b%2"), std::string("a b%2"));
        QCOMPARE(percentDecode("%zz%41"), std::string("%zzA"));
        QCOMPARE(strictlyPercentDecoded(percentEncode(all)), std::optional(all));
        QCOMPARE(strictlyPercentDecoded("a+b%2B%00"), std::optional(std::string("a+b+\0", 5)));
        QCOMPARE(strictlyPercentDecoded("a+b%2B", true), std::optional(std::string("a b+")));
        for (const char *wrong : {"%", "%4", "a%", "%4g", "%g4", "%%41"})
            QVERIFY2(!strictlyPercentDecoded(wrong), wrong);
    }
    void escapesLabels() { QCOMPARE(escapedLabelValue("a\\b\"c\nd"), std::string("a\\\\b\\\"c\\nd")); }
    void digitsAndCase()
    {
        QCOMPARE(hexDigit('0'), 0);
        QCOMPARE(hexDigit('f'), 15);
        QCOMPARE(hexDigit('F'), 15);
        QCOMPARE(hexDigit('g'), -1);
        QCOMPARE(hexDigit('/'), -1);
        QCOMPARE(lowerAscii("AZaz[É"), std::string("azaz[É"));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
