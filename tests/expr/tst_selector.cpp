// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/selector.h"

#include <QTest>

using namespace vigie;

class TestSelector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void rejects_data();
    void rejects();
    void readsBack_data();
    void readsBack();
    void longTextsAndBadPatterns();
};

void TestSelector::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected"); // for up{job="api", path="a/b\n\"c\"", instance="h:1"}
    const auto row
        = [](const char *text, bool expected) { QTest::newRow(text) << QString::fromUtf8(text) << expected; };
    row("up", true);
    row("up{}", true);
    row("{}", true);
    row("down", false);
    row("{__name__=\"up\"}", true);
    row("{__name__=\"\"}", false); // no series is without a name
    row("up{__name__=\"\"}", false);
    row("{__name__=~\"u.\"}", true);
    row("{__name__=~\"d.\"}", false);
    row("up{job=\"api\"}", true);
    row("up{job=\"api\",}", true);
    row("up{job=\"ap\"}", false);
    row("up{job!=\"api\"}", false);
    row("up{job!=\"web\"}", true);
    row("up{job=~\"ap\"}", false); // anchored at the end
    row("up{job=~\"pi\"}", false); // and at the start
    row("up{job=~\"a.i|web\"}", true);
    row("up{job=~\"web|a\"}", false); // the alternatives too
    row("up{job!~\"a.*\"}", false);
    row("up{job!~\"web.*\"}", true);
    row("up{missing=\"\"}", true); // what is not there is empty
    row("up{missing=~\".*\"}", true);
    row("up{missing=~\".+\"}", false);
    row("up{missing!=\"\"}", false);
    row("up{job!=\"\"}", true);
    row("up{path=\"a/b\\n\\\"c\\\"\"}", true);
    row("up{path=~\"a.b.*\"}", true); // "." matches a newline
    row("up { job = 'api' , instance =~ `h:\\d` }", true);
    row("up{job=\"api\", job=\"web\"}", false);
}

void TestSelector::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    const SeriesKey key {"up", {{"job", "api"}, {"path", "a/b\n\"c\""}, {"instance", "h:1"}}};
    const auto selector = Selector::parse(text.toStdString());
    QVERIFY2(selector.has_value(), selector ? "" : selector.error().detail.c_str());
    QCOMPARE(selector->matches(key), expected);
    QVERIFY(Selector(key).matches(key));
}

void TestSelector::rejects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, const char *says) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(says);
    };
    row("", "column 1: expected a metric name");
    row("5", "column 1: expected a metric name");
    row("up{", "column 4: expected a label name");
    row("up{job}", "column 7: expected one of = != =~ !~");
    row("up{job=}", "column 8: expected a quoted text");
    row("up{job==\"a\"}", "column 7: expected one of");
    row("up{job=\"a\" b=\"c\"}", "column 12: expected \",\" or \"}\"");
    row("up{a:b=\"c\"}", "column 4: expected a label name");
    row("up{\"job\"=\"c\"}", "column 4: expected a label name");
    row("up{job=~\"(\"}", "column 9: bad pattern");
    row("up{job=\"a\"} > 1", "column 13: expected the end");
    row("up{job=\"a}", "column 8: the quote is never closed");
    row("up[5m]", "column 3: expected the end");
}

void TestSelector::rejects()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto selector = Selector::parse(text.toStdString());
    QVERIFY(!selector.has_value());
    QCOMPARE(selector.error().code, Error::Code::Invalid);
    QVERIFY2(QString::fromStdString(selector.error().detail).startsWith(says), selector.error().detail.c_str());
}

void TestSelector::readsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spelling");
    QTest::newRow("name") << QStringLiteral("up{}") << QStringLiteral("up");
    QTest::newRow("all") << QStringLiteral("{ }") << QStringLiteral("{}");
    QTest::newRow("every operator") << QStringLiteral("up{a='x',b!=`\\`,c=~\"y\",d!~'\"'}")
                                    << QStringLiteral(R"(up{a="x", b!="\\", c=~"y", d!~"\""})");
    const auto same
        = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(text); };
    same("{__name__=\"a b\"}");
    same("{__name__=\"a b\", c=\"d\"}");
    same("{__name__=\":rule\"}");
    same("{__name__=\"größe\"}");
    same("{__name__=\"\"}");
}

void TestSelector::readsBack()
{
    QFETCH(QString, text);
    QFETCH(QString, spelling);
    const auto selector = Selector::parse(text.toStdString());
    QVERIFY(selector.has_value());
    QCOMPARE(QString::fromStdString(selector->toString()), spelling);
    QCOMPARE(Selector::parse(selector->toString())->toString(), selector->toString());
}

void TestSelector::longTextsAndBadPatterns()
{
    // Patterns and texts that make a backtracking engine crash or hang.
    const auto evil = Selector::parse("m{l=~\"(a+)+b\"}");
    QVERIFY(evil.has_value());
    QVERIFY(!evil->matches({"m", {{"l", std::string(100'000, 'a')}}}));
    QVERIFY(!Selector::parse("m{l=~\"" + std::string(1500, 'a') + "\"}").has_value());
    QVERIFY(!Selector::parse("m{l=~\"((a{100}){100}){100}\"}").has_value());
    std::string many = "m{";
    for (int i = 0; i < 65; ++i)
        many += "a=\"\",";
    QVERIFY(!Selector::parse(many + "}").has_value());
}

QTEST_GUILESS_MAIN(TestSelector)
#include "tst_selector.moc"
