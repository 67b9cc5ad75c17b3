// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/jsonreader.h"
#include "backend/domain/wire.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace vigie;

class TestJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatIsNotJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray("") << QStringLiteral("line 1, column 1");
        QTest::newRow("cut") << QByteArray("{\n \"a\": ") << QStringLiteral("line 2");
        QTest::newRow("two values") << QByteArray("1 2") << QStringLiteral("line 1, column 3");
        QTest::newRow("trailing comma") << QByteArray("[1,]") << QStringLiteral("line 1, column 4");
        QTest::newRow("duplicate key") << QByteArray(R"({"a":1,"a":2})")
                                       << QStringLiteral("line 1, column 10: duplicate key \"a\"");
        QTest::newRow("duplicate key below")
            << QByteArray("{\n  \"a\": 1,\n  \"a\": 2}") << QStringLiteral("line 3, column 5: ");
        QTest::newRow("long duplicate key")
            << QByteArray("{\"" + QByteArray(999, 'a') + "\":1,\"" + QByteArray(999, 'a') + "\":2}")
            << QStringLiteral("aaa\u2026\"");
        QTest::newRow("too large a number")
            << QByteArray("[\n 1e999]") << QStringLiteral("not JSON at line 2, column 6");
        QTest::newRow("bad UTF-8") << QByteArray("\"\xff\"") << QStringLiteral("UTF-8");
        QTest::newRow("control character") << QByteArray("\"a\nb\"") << QStringLiteral("control character");
        QTest::newRow("deep") << QByteArray(100, '[') + QByteArray(100, ']')
                              << QStringLiteral("line 1, column 65: nested more than 64 deep");
    }
    void refusesWhatIsNotJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto result = parseJson(text.toStdString());
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Invalid);
        QVERIFY2(QString::fromStdString(result.error().detail).contains(says), result.error().detail.c_str());
    }
    void hundredThousandBracketsEndAtOnce()
    {
        const auto result = parseJson(std::string(100'000, '['));
        QVERIFY(!result);
    }
    void limitsSize()
    {
        const auto result = parseJson("[1,2,3]", {.maxBytes = 3, .maxDepth = 4});
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::TooLarge);
    }
    void limitsDepthToTheLevel()
    {
        QVERIFY(parseJson("[[{}]]", {.maxBytes = 100, .maxDepth = 3}));
        QVERIFY(!parseJson("[[{}]]", {.maxBytes = 100, .maxDepth = 2}));
    }
    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("all kinds") << QByteArray(R"({"a":[1,-2.5,true,null,"x"],"b":{}})");
        QTest::newRow("largest integer") << QByteArray("9223372036854775807");
        QTest::newRow("escapes") << QByteArray("\"\\u0000\\u0001\\\"\\\\\\n\\u00e9\\ud83d\\ude00\"");
    }
    void roundTrip()
    {
        QFETCH(QByteArray, text);
        const auto value = parseJson(text.toStdString());
        QVERIFY2(value, value ? "" : value.error().detail.c_str());
        QCOMPARE(QByteArray::fromStdString(value->dump()), text);
    }
    void badUtf8IsReplacedWhenWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lone lead") << QByteArray("\xc3");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80");
    }
    void badUtf8IsReplacedWhenWritten()
    {
        QFETCH(QByteArray, bytes);
        std::string out;
        appendJsonString(out, bytes.toStdString());
        QVERIFY(out.find("\\ufffd") != std::string::npos);
        QVERIFY(parseJson(out));
    }
    /// Whatever sign char has here: frames are promised to be ASCII.
    void writesOnlyAscii()
    {
        std::string all;
        for (int i = 0; i < 256; ++i)
            all += static_cast<char>(i);
        for (const std::string &text : {all,
                                        std::string("Gr\xc3\xb6\xc3\x9f"
                                                    "e"),
                                        std::string("\x7f")}) {
            std::string out;
            appendJsonString(out, text);
            QVERIFY(std::all_of(out.begin(), out.end(), [](unsigned char c) { return c >= 0x20 && c <= 0x7e; }));
            QVERIFY(parseJson(out));
        }
    }
    void infinitiesBecomeNull()
    {
        std::string out;
        appendJsonNumber(out, std::numeric_limits<double>::infinity());
        QCOMPARE(out, std::string("null"));
    }
    /// A reader with 64-bit integers (simdjson in the console) refuses a whole text for one integer literal beyond.
    void wholeNumbersBeyondIntegersAreNoIntegerLiterals_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("2^64") << 18446744073709551616.0 << QByteArray("18446744073709551616.0");
        QTest::newRow("-2^64") << -18446744073709551616.0 << QByteArray("-18446744073709551616.0");
        QTest::newRow("2^63") << 9223372036854775808.0 << QByteArray("9223372036854775808.0");
        QTest::newRow("2^53") << 9007199254740992.0 << QByteArray("9007199254740992.0");
        QTest::newRow("below 2^53") << 9007199254740991.0 << QByteArray("9007199254740991");
        QTest::newRow("exponent") << 1e300 << QByteArray("1e+300");
        QTest::newRow("small") << 5.0 << QByteArray("5");
    }
    void wholeNumbersBeyondIntegersAreNoIntegerLiterals()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, text);
        std::string out;
        appendJsonNumber(out, value);
        QCOMPARE(QByteArray::fromStdString(out), text);
        const auto read = parseJson(out);
        QVERIFY(read);
        QCOMPARE(read->toDouble(), value);
    }
    void tooManyLabelsAreCounted()
    {
        Json labels;
        for (int i = 0; i < 65; ++i)
            labels.set("l" + std::to_string(i), "x");
        const Json outer(Json::Object {{"labels", labels}});
        JsonReader reader(outer);
        reader.labels("labels");
        const auto result = reader.finish();
        QVERIFY(!result);
        QCOMPARE(result.error().detail, std::string("has 65 members; at most 64 are allowed"));
        QCOMPARE(result.error().field, std::string("/labels"));
    }
    void readerNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << QByteArray("{}") << QStringLiteral("/title") << QStringLiteral("missing");
        QTest::newRow("wrong kind") << QByteArray(R"({"title":3})") << QStringLiteral("/title")
                                    << QStringLiteral("expected a string, found a number");
        QTest::newRow("unknown") << QByteArray(R"({"title":"x","severty":"low"})") << QStringLiteral("/severty")
                                 << QStringLiteral("did you mean \"severity\"");
        QTest::newRow("not in the list") << QByteArray(R"({"title":"x","severity":"bad"})")
                                         << QStringLiteral("/severity")
                                         << QStringLiteral("allowed: critical, high, medium, low");
        QTest::newRow("no object") << QByteArray("[]") << QString() << QStringLiteral("expected an object");
        QTest::newRow("label name") << QByteArray(R"({"title":"x","labels":{"1a":"b"}})") << QStringLiteral("/labels")
                                    << QStringLiteral("no label name");
    }
    void readerNamesTheField()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, field);
        QFETCH(QString, says);
        const auto json = parseJson(text.toStdString());
        QVERIFY(json);
        JsonReader reader(*json);
        reader.string("title");
        reader.optionalParsed("severity", &severityFromName);
        reader.labels("labels");
        const auto result = reader.finish();
        QVERIFY(!result);
        QCOMPARE(QString::fromStdString(result.error().field), field);
        QVERIFY2(QString::fromStdString(result.error().detail).contains(says), result.error().detail.c_str());
    }
    /// Who sends a name as long as the body gets neither all of it back nor makes us compare it for seconds.
    void longNamesCostLittle()
    {
        const std::string name(1'000'000, 'x');
        const auto json = parseJson("{\"" + name + "\":1}", {.maxBytes = 2'000'000, .maxDepth = 4});
        QVERIFY(json);
        for (const bool asLabel : {false, true}) {
            const Json outer(Json::Object {{"labels", *json}});
            JsonReader reader(asLabel ? outer : *json);
            reader.labels("labels");
            const auto result = reader.finish();
            QVERIFY(!result);
            QVERIFY(result.error().detail.size() < 200);
            QVERIFY(result.error().field.size() < 200);
        }
        QVERIFY(!severityFromName(name));
        QVERIFY(severityFromName(name).error().detail.size() < 200);
        const std::vector<std::string> candidates {name + "y"};
        QVERIFY(!nearestWord(name, candidates)); // a hundred thousand million steps, were they compared
    }
    void incidentCrossesTheWire()
    {
        Incident incident;
        incident.id = {"i-1"};
        incident.version = std::numeric_limits<std::int64_t>::max();
        incident.title = std::string("Größe \"ü\" \xf0\x9f\x98\x80 \x01 nul:") + '\0' + "!";
        incident.severity = Severity::High;
        incident.status = IncidentStatus::Snoozed;
        incident.reporters = {"a", "b"};
        incident.labels = {{"job", "x"}, {"instance", "é"}};
        incident.startedAt = fromMicros(1'700'000'000'123'456);
        incident.updatedAt = incident.startedAt;
        incident.snoozedUntil = incident.startedAt + std::chrono::hours(1);
        const auto json = parseJson(wire::text(incident));
        QVERIFY(json);
        const auto back = wire::readIncident(*json);
        QVERIFY2(back, back ? "" : back.error().detail.c_str());
        QVERIFY(*back == incident);
    }
    void problemsKeepTheirCode()
    {
        std::string body;
        wire::append(body, Error {Error::Code::Conflict, "changed", "/version"}, "req-1");
        const Error back = wire::readProblem(409, body);
        QCOMPARE(back.code, Error::Code::Conflict);
        QCOMPARE(back.field, std::string("/version"));
        QVERIFY(back.detail.find("req-1") != std::string::npos);
        QCOMPARE(wire::readProblem(502, "<html>").code, Error::Code::Unreachable);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
