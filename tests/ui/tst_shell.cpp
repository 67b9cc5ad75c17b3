// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/consolefixture.h"
#include "ui/shell/appearance.h"
#include "ui/shell/statswriter.h"
#include "ui/text/words.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace vigie;
using test::ConsoleFixture;

class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresAStall()
    {
        StallWatch watch;
        watch.takeWorst();
        QElapsedTimer busy;
        busy.start();
        while (busy.elapsed() < 80) { }
        const double worst = watch.takeWorst();
        QVERIFY2(worst >= 60, qPrintable(QString::number(worst)));
        QVERIFY(watch.takeWorst() < worst);
    }

    void writesALineOfFiguresEachSecond()
    {
        ConsoleFixture desk;
        const QString file = desk.folder.filePath(QStringLiteral("stats.json"));
        bool hasData = false;
        StatsWriter writer(desk.session, desk.clock, {[] { return 7; }, [&hasData] { return hasData; }});
        QVERIFY(!writer.open(desk.folder.filePath(QStringLiteral("no/such/folder"))).isEmpty());
        QVERIFY(writer.open(file).isEmpty());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QTRY_VERIFY(written.size() > 0);
        const QJsonObject line = QJsonDocument::fromJson(written.readLine()).object();
        for (const char *key : {"t", "rows", "events", "worstStallMs", "rssBytes", "dataAgeMs", "firstDataMs", "state"})
            QVERIFY2(line.contains(QLatin1String(key)), key);
        QCOMPARE(line.value(QLatin1String("rows")).toInt(), 7);
        QCOMPARE(line.value(QLatin1String("state")).toString(), QStringLiteral("Offline"));
        QVERIFY(line.value(QLatin1String("rssBytes")).toDouble() > 1e6);
        QCOMPARE(line.value(QLatin1String("firstDataMs")).toInt(), -1);
        const qint64 shownAt = processAgeMs();
        hasData = true;
        const auto firstData = [&] {
            while (written.bytesAvailable() > 0) {
                const QJsonObject next = QJsonDocument::fromJson(written.readLine()).object();
                if (next.value(QLatin1String("firstDataMs")).toInt() >= 0)
                    return next.value(QLatin1String("firstDataMs")).toInt();
            }
            return -1;
        };
        int first = -1;
        QTRY_VERIFY(first >= 0 || (first = firstData()) >= 0);
        QVERIFY2(first >= shownAt && first < shownAt + 900, qPrintable(QString::number(first - shownAt)));
    }

    void knowsHowOldTheProcessIs()
    {
        const qint64 before = processAgeMs();
        QVERIFY(before >= 0);
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(processAgeMs() >= before + 50);
        QVERIFY(timer.elapsed() >= 30);
    }

    void theCommandLineWinsUntilTheUserChooses()
    {
        ConsoleFixture desk;
        Appearance appearance(desk.theme, desk.language, desk.preferences);
        appearance.overrideTheme(QStringLiteral("night"));
        appearance.overrideLanguage(QStringLiteral("fr"));
        appearance.apply();
        QCOMPARE(desk.theme.id(), ThemeId::Night);
        QCOMPARE(desk.language.current(), QStringLiteral("fr"));
        desk.preferences.update([](ConsoleSettings &settings) { settings.theme = ThemeChoice::Light; });
        QCOMPARE(desk.theme.id(), ThemeId::Light);
        QCOMPARE(desk.language.current(), QStringLiteral("fr"));
        desk.preferences.update([](ConsoleSettings &settings) { settings.textScalePercent = 150; });
        QCOMPARE(desk.theme.factor(), 1.5);
    }

    /// Each code has a sentence and an advice of its own, in each language.
    void everyErrorHasWords()
    {
        ConsoleFixture desk;
        QSet<QString> all;
        for (const QString &language : Language::available()) {
            desk.language.use(language);
            for (int code = 0; code <= int(Error::Code::Internal); ++code) {
                const ErrorWords words = errorWords(Error {Error::Code(code), "secret detail", {}});
                QVERIFY(!words.what.isEmpty() && !words.advice.isEmpty());
                QVERIFY2(!words.what.contains(QLatin1String("secret")), "details are for the log");
                QVERIFY2(!all.contains(words.what), qPrintable(words.what)); // said of another code, or not translated
                all.insert(words.what);
            }
        }
    }

    /// A toast has no id to copy; a panel has.
    void onlyWhereAnIdStandsItIsNamed()
    {
        ConsoleFixture desk;
        const Error error {Error::Code::Internal, "broken", {}};
        QVERIFY(!errorWords(error).advice.contains(QLatin1String("id below")));
        QVERIFY(!errorLine(QStringLiteral("It failed."), error).contains(QLatin1String("id below")));
        QVERIFY(problemOf(error).advice.contains(QLatin1String("id below")));
    }

    /// What the daemon says of the fields of the dialog that adds a source, in its source code.
    void everyRefusalSpeaksTheLanguage_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("detail");
        QFile code(QStringLiteral(VIGIE_SOURCE_DIR "/backend/monitoring/sourceconfig.cpp"));
        QVERIFY(code.open(QIODevice::ReadOnly));
        const QSet<QString> fields {QStringLiteral("name"),         QStringLiteral("target"),
                                    QStringLiteral("expectStatus"), QStringLiteral("intervalSeconds"),
                                    QStringLiteral("server"),       QStringLiteral("timeoutSeconds"),
                                    QStringLiteral("bearerToken"),  QStringLiteral("webhookToken")};
        static const QRegularExpression refusal(QStringLiteral("invalid\\(\"(\\w+)\", \"([^\"]+)\"\\)"));
        auto found = refusal.globalMatch(QString::fromUtf8(code.readAll()));
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            if (fields.contains(match.captured(1)))
                QTest::addRow("%s: %s", qPrintable(match.captured(1)), qPrintable(match.captured(2)))
                    << match.captured(1) << match.captured(2);
        }
        QTest::newRow("long") << QStringLiteral("name") << QStringLiteral("longer than 128 bytes");
        QTest::newRow("pattern") << QStringLiteral("bodyMatch") << QStringLiteral("missing )");
    }
    void everyRefusalSpeaksTheLanguage()
    {
        QFETCH(QString, field);
        QFETCH(QString, detail);
        ConsoleFixture desk;
        const Error error {Error::Code::Invalid, detail.toStdString(), "/" + field.toStdString()};
        const QString english = refusalReason(error);
        QVERIFY(!english.isEmpty());
        for (const char *language : {"de", "fr"}) {
            desk.language.use(QLatin1String(language));
            QVERIFY2(refusalReason(error) != english, qPrintable(refusalReason(error)));
        }
    }

    void pluralsFollowTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        QTest::newRow("en") << "en"
                            << "1 incident"
                            << "2 incidents";
        QTest::newRow("de") << "de"
                            << "1 Störung"
                            << "2 Störungen";
        QTest::newRow("fr") << "fr"
                            << "1 incident"
                            << "2 incidents";
    }
    void pluralsFollowTheLanguage()
    {
        QFETCH(QString, language);
        ConsoleFixture desk;
        desk.language.use(language);
        const auto count = [](int n) {
            return QCoreApplication::translate("vigie::IncidentFilterBar", "%n incident(s)", nullptr, n);
        };
        QTEST(count(1), "one");
        QTEST(count(2), "many");
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
