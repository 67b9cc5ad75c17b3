// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/expression.h"
#include "backend/expr/texttemplate.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace vigie;

namespace {

/// Fields by their spelling with dots.
class MapScope final : public Scope {
public:
    std::map<std::string, Value> fields;
    std::map<std::string, double> metrics; ///< by "aggregate selector window-in-seconds"
    std::optional<Value> field(std::span<const std::string> path) const override
    {
        std::string name;
        for (const std::string &part : path)
            name += (name.empty() ? "" : ".") + part;
        const auto it = fields.find(name);
        return it != fields.end() ? std::optional(it->second) : std::nullopt;
    }
    Value series(const SeriesTerm &term) const override
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(term.window).count();
        const auto it = metrics.find(std::string(aggregateName(term.aggregate)) + " " + term.selector.toString() + " "
                                     + std::to_string(seconds));
        return it != metrics.end() ? Value(it->second) : Value();
    }
};

class TwoFields final : public Schema {
public:
    std::optional<Value::Kind> fieldKind(std::span<const std::string> path) const override
    {
        if (path.size() == 1 && path[0] == "status")
            return Value::Kind::String;
        if (path.size() == 1 && path[0] == "age")
            return Value::Kind::Number;
        return std::nullopt;
    }
    std::vector<std::string> fieldNames() const override { return {"status", "age"}; }
};

MapScope sampleScope()
{
    MapScope scope;
    scope.fields = {{"status", "open"},
                    {"age", 120.0},
                    {"owner", ""},
                    {"labels.job", "api-1"},
                    {"labels.a b", "spaced"},
                    {"ready", true},
                    {"unknown", Value()},
                    {"nan", std::nan("")},
                    {"name", "Grüße"},
                    {"nested.deep.x", 3},
                    {"list", Value::List {1, 2, 3}}};
    return scope;
}

ExpressionOptions seriesMode()
{
    return {true, {"labels", "value"}, "rules.x.condition"};
}

} // namespace

class TestExpression : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void numbers_data();
    void numbers();
    void rejects_data();
    void rejects();
    void checksFields();
    void failsWhileRunning();
    void namesSeries();
    void survivesAnything();
    void rendersTemplates_data();
    void rendersTemplates();
    void rejectsTemplates_data();
    void rejectsTemplates();
};

void TestExpression::evaluates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // of Value::text()
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("true", "true");
    row("not true", "false");
    row("not not true", "true");
    row("1 + 2 * 3", "7");
    row("(1 + 2) * 3", "9");
    row("10 - 2 - 3", "5");
    row("100 / 10 / 5", "2");
    row("-2 * -3", "6");
    row("--2", "2");
    row("1 < 2 and 2 < 3", "true");
    row("1 < 2 and not 2 < 3", "false");
    row("false and true or true", "true");
    row("false and (true or true)", "false");
    row("1 + 1 == 2", "true");
    row("age > 1m", "true");
    row("age > 2m", "false");
    row("age >= 2m and age <= 2m", "true");
    row("status == \"open\"", "true");
    row("status != 'open'", "false");
    row("status in [\"open\", \"acknowledged\"]", "true");
    row("status not in [\"open\", \"acknowledged\",]", "false");
    row("age in []", "false");
    row("2 in list", "true");
    row("4 not in list", "true");
    row("labels.job =~ \"api-.*\"", "true");
    row("labels.job =~ \"api\"", "false"); // anchored
    row("labels[\"job\"] !~ `api-\\d`", "false");
    row("labels[\"a b\"] == \"spaced\"", "true");
    row("nested.deep.x == 3", "true");
    row("name == \"Grüße\"", "true");
    row("\"tab\\there\" == 'tab\there'", "true");
    row("\"quote\\\"\"", "quote\"");
    row("\"b\" > \"a\"", "true");
    row("ready", "true");
    row("ready == true", "true");
    row("1 / 0 > 5", "true"); // infinite
    row("nan == nan", "false");
    row("nan > 1", "false");
    // Kleene's tables, and Null spreads elsewhere.
    row("unknown", "");
    row("unknown and false", "false");
    row("false and unknown", "false");
    row("unknown and true", "");
    row("unknown or true", "true");
    row("unknown or false", "");
    row("not unknown", "");
    row("unknown + 1", "");
    row("unknown > 1", "");
    row("unknown == unknown", "");
    row("-unknown", "");
    row("unknown in [1]", "");
    row("1 in [2, unknown]", "");
    row("1 not in [2, unknown]", "");
    row("1 in [unknown, 1]", "true");
    row("1 not in [unknown, 1]", "false");
}

void TestExpression::evaluates()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto expression = Expression::parse(text.toStdString());
    QVERIFY2(expression.has_value(), expression ? "" : expression.error().detail.c_str());
    const auto value = expression->evaluate(sampleScope());
    QVERIFY2(value.has_value(), value ? "" : value.error().detail.c_str());
    QCOMPARE(QString::fromStdString(value->text()), expected);
}

void TestExpression::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("expected");
    const auto row
        = [](const char *text, double expected) { QTest::newRow(text) << QString::fromUtf8(text) << expected; };
    row("90%", 0.9);
    row("90 %", 0.9);
    row("0.5 %", 0.005);
    row("5m", 300);
    row("1h30m", 5400);
    row("1.5h", 5400);
    row("250ms", 0.25);
    row("21 d", 21 * 86'400.0);
    row("1w", 604'800);
    row("10GiB", 10 * 1073741824.0);
    row("10 GB", 1e10);
    row("4KiB", 4096);
    row("3kB", 3000);
    row("7B", 7);
    row("1e3", 1000);
    row("1.5e-3", 0.0015);
    row("90 % + 5 %", 0.95);
}

void TestExpression::numbers()
{
    QFETCH(QString, text);
    QFETCH(double, expected);
    const auto expression = Expression::parse(text.toStdString());
    QVERIFY2(expression.has_value(), expression ? "" : expression.error().detail.c_str());
    QCOMPARE(expression->evaluate(MapScope())->toNumber(), expected);
}

void TestExpression::rejects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, int column, const char *says) {
        QTest::newRow(text) << QString::fromUtf8(text) << column << QString::fromUtf8(says);
    };
    row("", 1, "expected a value, found the end");
    row("1 +", 4, "expected a value");
    row("1 2", 3, "expected an operator");
    row("a = 1", 3, "write \"==\"");
    row("a && b", 3, "write \"and\"");
    row("a || b", 3, "write \"or\"");
    row("!a", 1, "write \"not\"");
    row("(1", 3, "expected \")\"");
    row("[1, 2", 6, "expected \",\" or \"]\"");
    row("1 < 2 < 3", 7, "do not chain");
    row("\"open", 1, "never closed");
    row("'a\\x'", 3, "escape");
    row("5 % 2", 5, "expected an operator");
    row("a % 2", 3, "belongs behind a number");
    row("5 parsecs", 3, "expected an operator");
    row("5parsecs", 2, "unknown unit");
    row("5m3h", 2, "unknown unit");
    row("1e999", 1, "out of range");
    row("a =~ b", 6, "must be a quoted text");
    row("a =~ \"(\"", 6, "bad pattern");
    row("a.", 3, "expected a name");
    row("a[1]", 3, "quoted name");
    row("exec(\"ls\")", 5, "no functions");
    row("and", 1, "expected a value");
    row("1 + \"x\"", 3, "needs a number, not a text");
    row("not 5", 1, "needs a yes/no");
    row("1 and true", 3, "needs a yes/no");
    row("1 == \"1\"", 3, "cannot be compared");
    row("true < false", 6, "needs a number");
    row("1 in 2", 3, "needs a list");
    row("1 in [\"a\"]", 3, "needs a number");
    row("5 =~ \"a\"", 3, "needs a text");
    row("\"üü\" + 1", 6, "needs a number"); // columns count characters
    row("\"ü\" ?", 5, "unexpected \"?\"");
    row("a\x01", 2, "unexpected character");
    row("host{a=\"b\"} > 1", 5, "expected an operator");
}

void TestExpression::rejects()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(QString, says);
    const auto expression = Expression::parse(text.toStdString(), {false, {}, "policy.when"});
    QVERIFY(!expression.has_value());
    QCOMPARE(expression.error().code, Error::Code::Invalid);
    const QString detail = QString::fromStdString(expression.error().detail);
    QVERIFY2(detail.startsWith(QLatin1String("column ") + QString::number(column) + QLatin1Char(':')),
             qPrintable(detail));
    QVERIFY2(detail.contains(says), qPrintable(detail));
    QCOMPARE(expression.error().field, std::string("policy.when"));
}

void TestExpression::checksFields()
{
    const TwoFields schema;
    QCOMPARE(Expression::parse("status == \"open\" and age > 5m")->check(schema).value(), Value::Kind::Bool);
    QCOMPARE(Expression::parse("age * 2")->check(schema).value(), Value::Kind::Number);
    const auto unknown = Expression::parse("age > 1 and labels[\"x y\"] == \"a\"")->check(schema);
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().detail, std::string("column 13: unknown field labels[\"x y\"]; there are status, age"));
    const auto wrong = Expression::parse("status > 5")->check(schema);
    QVERIFY(!wrong.has_value());
    QVERIFY(wrong.error().detail.starts_with("column 8: a text cannot be compared with a number"));
}

void TestExpression::failsWhileRunning()
{
    const auto unknown = Expression::parse("nothing == 1")->evaluate(sampleScope());
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().detail, std::string("column 1: unknown field nothing"));
    const auto kind = Expression::parse("status + 1")->evaluate(sampleScope());
    QVERIFY(!kind.has_value());
    QVERIFY(kind.error().detail.starts_with("column 8:"));
    QVERIFY(!Expression::parse("age and true")->evaluate(sampleScope()).has_value());
    QVERIFY(Expression().evaluate(sampleScope())->isNull());
}

void TestExpression::namesSeries()
{
    const auto expression = Expression::parse(
        "avg(up{job=\"a\"}, 5m) / host:cpus > 0.5 and labels.x != \"y\" and {__name__=~\"a.*\"} == 1", seriesMode());
    QVERIFY2(expression.has_value(), expression ? "" : expression.error().detail.c_str());
    QCOMPARE(expression->seriesTerms().size(), 3U);
    QCOMPARE(expression->seriesTerms()[0].aggregate, Aggregate::Avg);
    QCOMPARE(expression->seriesTerms()[0].window, Duration(std::chrono::minutes(5)));
    QCOMPARE(expression->seriesTerms()[1].selector.name(), std::string("host:cpus"));
    MapScope scope;
    scope.fields = {{"labels.x", "z"}};
    scope.metrics = {{"avg up{job=\"a\"} 300", 3.0}, {"last host:cpus 0", 4.0}, {"last {__name__=~\"a.*\"} 0", 1.0}};
    QVERIFY(expression->evaluate(scope)->isTrue());
    scope.metrics.erase("last host:cpus 0");
    QVERIFY(expression->evaluate(scope)->isNull());
    for (const auto &[text, says] : {std::pair("avg(up) > 1", "column 7: expected \", WINDOW\""),
                                     std::pair("avg(up, up) > 1", "column 9: expected a duration"),
                                     std::pair("avg(up, 90d) > 1", "column 9: a window is between"),
                                     std::pair("sum(up, 5m) > 1", "column 4: there are no functions"),
                                     std::pair("up{a=b} > 1", "column 6: expected a quoted text")}) {
        const auto bad = Expression::parse(text, seriesMode());
        QVERIFY(!bad.has_value());
        QVERIFY2(bad.error().detail.starts_with(says), bad.error().detail.c_str());
        QCOMPARE(bad.error().field, std::string("rules.x.condition"));
    }
}

void TestExpression::survivesAnything()
{
    // Depth, length, and every prefix and one-byte change of a text that uses everything.
    QVERIFY(!Expression::parse(std::string(4000, '(')).has_value());
    QVERIFY(!Expression::parse(std::string(4000, '-') + "1").has_value());
    QVERIFY(!Expression::parse(std::string(4000, '[')).has_value());
    QVERIFY(!Expression::parse(std::string(5000, ' ') + "1").has_value());
    std::string nots;
    for (int i = 0; i < 900; ++i)
        nots += "not ";
    QVERIFY(!Expression::parse(nots + "true").has_value());
    std::string sum = "1";
    for (int i = 0; i < 1500; ++i)
        sum += "+1";
    const auto tooMany = Expression::parse(sum);
    QVERIFY(!tooMany.has_value());
    QVERIFY(tooMany.error().detail.find("500 parts") != std::string::npos);
    QCOMPARE(Expression::parse(sum.substr(0, 399))->evaluate(MapScope())->toNumber(), 200.0);

    const std::string all
        = "not (a.b[\"c\"] =~ \"x+\" or avg(m{l!=\"v\"}, 5m) >= -1.5 * (2 + 90 %)) and 1 not in [1, `z`]";
    for (std::size_t i = 0; i <= all.size(); ++i) {
        (void)Expression::parse(all.substr(0, i), seriesMode());
        for (const char c : {'\0', '"', '(', ']', '%', '\xff', '9', 'x'}) {
            std::string changed = all;
            if (i < all.size())
                changed[i] = c;
            const auto expression = Expression::parse(changed, seriesMode());
            if (expression)
                (void)expression->evaluate(sampleScope());
            else
                QVERIFY(expression.error().detail.starts_with("column "));
        }
    }
}

void TestExpression::rendersTemplates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row("plain } text {", "plain } text {");
    row("{{ status }}", "open");
    row("a {{status}} b {{ age / 2 }} c", "a open b 60 c");
    row("{{ labels[\"a b\"] }}!", "spaced!");
    row("{{ \"}}\" }}", "}}");
    row("none: {{ missing }}.", "none: .");
    row("load {{ up{a=\"b\"}}} now", "load 3 now");
}

void TestExpression::rendersTemplates()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    MapScope scope = sampleScope();
    scope.metrics = {{"last up{a=\"b\"} 0", 3.0}};
    const auto parsed = TextTemplate::parse(text.toStdString(), {true, {"labels", "status", "age", "missing"}, {}});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().detail.c_str());
    QCOMPARE(QString::fromStdString(parsed->render(scope)), expected);
}

void TestExpression::rejectsTemplates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("open") << QStringLiteral("abc {{ status") << QStringLiteral("column 5: \"{{\" without \"}}\"");
    QTest::newRow("empty") << QStringLiteral("abc {{ }}")
                           << QStringLiteral("column 5: in \"{{ }}\": column 2: expected a value");
    QTest::newRow("unknown") << QStringLiteral("{{ nope }}")
                             << QStringLiteral("in \"{{ nope }}\": column 2: unknown field nope");
}

void TestExpression::rejectsTemplates()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto parsed = TextTemplate::parse(text.toStdString());
    const Result<void> result = parsed ? parsed->check(TwoFields()) : tl::unexpected(parsed.error());
    QVERIFY(!result.has_value());
    QVERIFY2(QString::fromStdString(result.error().detail).startsWith(says), result.error().detail.c_str());
}

QTEST_GUILESS_MAIN(TestExpression)
#include "tst_expression.moc"
