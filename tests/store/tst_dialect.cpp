// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/dialect.h"
#include "tests/store/storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using namespace vigie::test;

class TestDialect : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void urls_data();
    void urls();
    void aDatabaseThatBeginsAnewSaysSo_data();
    void aDatabaseThatBeginsAnewSaysSo();
    void pathsOfAllKinds_data();
    void pathsOfAllKinds();
    void textSurvives_data();
    void textSurvives();
    void timeLimitsAreAdded();
    void faults();
};

void TestDialect::urls_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("connection"); // empty: Invalid
    QTest::newRow("path") << QByteArray("sqlite:///var/lib/vigie.db") << QByteArray("/var/lib/vigie.db");
    QTest::newRow("escaped") << QByteArray("sqlite:///a%20b%2Bc/x.db") << QByteArray("/a b+c/x.db");
    QTest::newRow("space") << QByteArray("sqlite:///a  b/x.db") << QByteArray("/a  b/x.db");
    QTest::newRow("bad escape") << QByteArray("sqlite:///a%2") << QByteArray();
    QTest::newRow("escape at the end") << QByteArray("sqlite:///a%") << QByteArray();
    QTest::newRow("nul") << QByteArray("sqlite:///a%00b") << QByteArray();
    QTest::newRow("equals sign") << QByteArray("sqlite:///a=b") << QByteArray("/a=b");
    QTest::newRow("equals sign and quote") << QByteArray("sqlite:///a=b\"c") << QByteArray();
    QTest::newRow("relative") << QByteArray("sqlite://a/b") << QByteArray();
    QTest::newRow("nothing") << QByteArray("sqlite://") << QByteArray();
    QTest::newRow("postgresql") << QByteArray("postgresql://u:p@h/d") << QByteArray("postgresql://u:p@h/d");
    const auto same = [](const char *name, const QByteArray &url) { QTest::newRow(name) << url << url; };
    const auto bad = [](const char *name, const QByteArray &url) { QTest::newRow(name) << url << QByteArray(); };
    same("several hosts", "postgres://u@h1:5432,h2:/d");
    same("socket", "postgresql:///d?host=/run/postgresql&user=u@v");
    same("abstract socket", "postgresql://%40socket/d");
    same("encoded password", "postgresql://u:s3cr%40%2F%25et@[::1]:5432/d");
    same("question mark in the password", "postgresql://u:p?w@h/d");
    bad("percent in the password", "postgresql://vigie:s3cr%et@h/d");
    bad("nul in the password", "postgresql://vigie:s3cr%00et@h/d");
    bad("bracket missing", "postgresql://vigie:s3cret@[::1/d");
    bad("bracket empty", "postgresql://vigie:s3cret@[]/d");
    bad("behind the bracket", "postgresql://vigie:s3cret@[::1]5432/d");
    bad("at sign in the password", "postgresql://vigie:x@s3cret@h/d");
    bad("slash in the password", "postgresql://vigie:12/s3cret@h/d");
    bad("slash and word in the password", "postgresql://vigie:s3cret/x@h/d");
    bad("no host", "postgresql://vigie:s3cret");
    bad("parameter without value", "postgresql://u@h/d?s3cret");
    bad("parameter with two values", "postgresql://u@h/d?password=s3cr=et");
    bad("parameter unknown", "postgresql://u@h/d?s3cret=1");
    bad("parameter not encoded", "postgresql://u@h/d?password=s3cr%et");
    bad("line end", "postgresql://vigie:s3cr\net@h/d");
    QTest::newRow("mysql") << QByteArray("mysql://u:p@h/d") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestDialect::urls()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, connection);
    const auto address = parseDatabaseUrl(url.toStdString());
    QCOMPARE(address.has_value(), !connection.isEmpty());
    if (address)
        QCOMPARE(QByteArray::fromStdString(address->connection), connection);
    else {
        QCOMPARE(address.error().code, Error::Code::Invalid);
        QCOMPARE(address.error().field, std::string("store.url"));
        const std::string &detail = address.error().detail;
        QVERIFY(detail.starts_with("store.url: "));
        QVERIFY2(detail.find("s3cr") == std::string::npos && detail.find("et@") == std::string::npos, detail.c_str());
    }
}

void TestDialect::aDatabaseThatBeginsAnewSaysSo_data()
{
    QTest::addColumn<QString>("before"); // what becomes of the file between two starts
    QTest::addColumn<bool>("expectsData");
    QTest::addColumn<QString>("notice"); // how it begins
    const QString anew = QStringLiteral("the database's file was there, but empty");
    const QString missing = QStringLiteral("there was no database, although");
    QTest::newRow("first start") << QStringLiteral("first") << false << QString();
    QTest::newRow("first start with a history") << QStringLiteral("first") << true << missing;
    QTest::newRow("restart") << QStringLiteral("kept") << false << QString();
    QTest::newRow("restart with a history") << QStringLiteral("kept") << true << QString();
    QTest::newRow("emptied") << QStringLiteral("emptied") << false << anew;
    QTest::newRow("emptied with a history") << QStringLiteral("emptied") << true << anew;
    QTest::newRow("removed") << QStringLiteral("removed") << false << QString();
    QTest::newRow("removed with a history") << QStringLiteral("removed") << true << missing;
}

/// An empty database works as well as a full one: only the notice tells that there was another one.
void TestDialect::aDatabaseThatBeginsAnewSaysSo()
{
    QFETCH(QString, before);
    QFETCH(bool, expectsData);
    QFETCH(QString, notice);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("vigie.db"));
    StoreOptions options;
    options.url = "sqlite://" + file.toStdString();
    if (before != QStringLiteral("first")) {
        openStore(options).reset();
        QVERIFY(before == QStringLiteral("kept")
                || (before == QStringLiteral("emptied") ? QFile::resize(file, 0) : QFile::remove(file)));
    }
    options.expectsData = expectsData;
    const auto health = [&options] { return openStore(options)->health(); };
    const StoreHealth first = health();
    QVERIFY2(QString::fromStdString(first.notice).startsWith(notice), first.notice.c_str());
    QCOMPARE(first.notice.empty(), notice.isEmpty());
    QCOMPARE(first.state, StoreState::Up);
    QVERIFY(health().notice.empty()); // the next start finds what this one made
}

void TestDialect::pathsOfAllKinds_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("space") << QStringLiteral("my data/vigie.db");
    QTest::newRow("equals sign") << QStringLiteral("env=prod/vigie.db");
    QTest::newRow("both") << QStringLiteral("env = prod  1/a=b c.db");
    QTest::newRow("a key of SOCI") << QStringLiteral("dbname=x synchronous=off/db=1");
    QTest::newRow("quote") << QStringLiteral("a \"b\"/vigie.db");
    QTest::newRow("not ASCII") << QStringLiteral("d\u00e9p\u00f4t=1/vigie.db");
}

/// The file is where the URL says, under just that name.
void TestDialect::pathsOfAllKinds()
{
    QFETCH(QString, path);
    QTemporaryDir folder;
    const QString file = folder.filePath(path);
    StoreOptions options;
    options.url = "sqlite://" + file.toStdString();
    const SystemClock clock;
    {
        auto store = Store::open(options, clock);
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        const auto written = write(**store, [](IncidentTransaction &t) { return t.put(plainIncident("a")); });
        QVERIFY(written);
    }
    QVERIFY(QFileInfo(file).size() > 4096);
    QCOMPARE(QDir(folder.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size(), 1);
}

void TestDialect::textSurvives_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("back");
    const auto same = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text << text; };
    const auto other
        = [](const char *name, const QByteArray &text, const QByteArray &back) { QTest::newRow(name) << text << back; };
    const QByteArray replacement("\xef\xbf\xbd");
    same("empty", "");
    same("nul", QByteArray("\0", 1));
    same("nul in text", QByteArray("a\0b\0", 4));
    same("escape character", "\x10");
    same("what an escape looks like",
         QByteArray("\x10"
                    "0\x10"
                    "1\x10\x10\0",
                    7));
    same("two bytes", "\xc3\xa9");
    same("three bytes", "\xe2\x82\xac");
    same("four bytes", "\xf0\x9f\x94\xa5");
    same("highest", "\xf4\x8f\xbf\xbf");
    other("lonely continuation", "a\x80z", "a" + replacement + "z");
    other("cut at the end", "a\xf0\x9f\x94", "a" + replacement + replacement + replacement);
    other("surrogate", "\xed\xa0\x80", replacement + replacement + replacement);
    other("overlong", "\xc0\xaf", replacement + replacement);
    other("beyond Unicode", "\xf4\x90\x80\x80", replacement + replacement + replacement + replacement);
    other("latin 1", "caf\xe9", "caf" + replacement);
}

void TestDialect::textSurvives()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, back);
    const std::string stored = dialect::encodeText(text.toStdString());
    QVERIFY(stored.find('\0') == std::string::npos);
    QCOMPARE(QByteArray::fromStdString(dialect::decodeText(stored)), back);
}

/// Our limits of time are parameters of their own, whatever the password looks like.
void TestDialect::timeLimitsAreAdded()
{
    const auto with = [](const char *url) {
        return dialect::connectionString({DatabaseKind::Postgresql, url}, SessionOptions());
    };
    QVERIFY(with("postgresql://u:p@h/d").starts_with("postgresql://u:p@h/d?connect_timeout=5&"));
    QVERIFY(with("postgresql://u:p?w@h/d").starts_with("postgresql://u:p?w@h/d?connect_timeout=5&"));
    QVERIFY(with("postgresql:///d?user=u@v").starts_with("postgresql:///d?user=u@v&connect_timeout=5&"));
    QVERIFY(with("postgresql://h/d?connect_timeout=9").find("connect_timeout=5") == std::string::npos);
}

void TestDialect::faults()
{
    QCOMPARE(dialect::faultOfSqlState("40P01"), Fault::Retry);
    QCOMPARE(dialect::faultOfSqlState("57P01"), Fault::Lost);
    QCOMPARE(dialect::faultOfSqlState("08006"), Fault::Lost);
    QCOMPARE(dialect::faultOfSqlState("53100"), Fault::Unavailable);
    QCOMPARE(dialect::faultOfSqlState("25006"), Fault::Unavailable);
    QCOMPARE(dialect::faultOfSqlState("23505"), Fault::Work);
    QCOMPARE(dialect::faultOfSqlState(""), Fault::Work);
    QCOMPARE(dialect::faultOfSqliteCode(5), Fault::Retry); // BUSY
    QCOMPARE(dialect::faultOfSqliteCode(8), Fault::Unavailable); // READONLY
    QCOMPARE(dialect::faultOfSqliteCode(10), Fault::Unavailable); // IOERR
    QCOMPARE(dialect::faultOfSqliteCode(13), Fault::Unavailable); // FULL
    QCOMPARE(dialect::faultOfSqliteCode(19), Fault::Work); // CONSTRAINT
}

QTEST_GUILESS_MAIN(TestDialect)
#include "tst_dialect.moc"
