// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/thresholdrules.h"
#include "ui/metrics/seriesdata.h"
#include "ui/models/tablesetup.h"
#include "ui/models/texttablemodel.h"
#include "ui/shell/language.h"
#include "ui/text/incidentwords.h"
#include "ui/text/metricwords.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace vigie;
using namespace std::chrono_literals;

namespace {
Incident incidentOf(const char *rule, const QString &title, const QString &description = {})
{
    Incident incident;
    incident.title = title.toStdString();
    incident.description = description.toStdString();
    if (*rule)
        incident.labels.set("rule", rule);
    return incident;
}

/// The template with "7.5 x", "7.6 x" … for its expressions.
QString filledTemplate(const std::string &text, QStringList *values = nullptr)
{
    static const QRegularExpression expression(QStringLiteral(R"(\{\{[^}]*\}\})"));
    QString out = QString::fromStdString(text);
    int number = 5;
    for (auto match = expression.match(out); match.hasMatch(); match = expression.match(out)) {
        const QString value = QStringLiteral("7.%1 x").arg(number++);
        if (values)
            values->append(value);
        out.replace(match.capturedStart(), match.capturedLength(), value);
    }
    return out;
}
} // namespace

class TestIncidentWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_language.use(QStringLiteral("de")); }

    void titles_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("shown");
        QTest::newRow("probe") << QByteArray("probe-down") << "shop does not answer"
                               << "shop antwortet nicht";
        QTest::newRow("number") << QByteArray("host-disk-space") << "Disk /srv/v1.5 is 93.4 % full"
                                << "Platte /srv/v1.5 ist zu 93,4 % voll";
        QTest::newRow("a part with a placeholder") << QByteArray("probe-slow") << "a%2b answers in 2.5 s"
                                                   << "a%2b antwortet in 2,5 s";
        QTest::newRow("words of its own") << QByteArray("probe-down") << "Shop is gone"
                                          << "Shop is gone";
        QTest::newRow("by hand") << QByteArray() << "shop does not answer"
                                 << "shop does not answer";
        QTest::newRow("another rule") << QByteArray("mine") << "shop does not answer"
                                      << "shop does not answer";
    }
    void titles()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QString, original);
        QTEST(incidentTitle(incidentOf(rule.constData(), original)), "shown");
    }

    /// Whoever changes a built-in rule's words must change the console's.
    void everyBuiltInRuleIsKnown()
    {
        for (const char *language : {"de", "fr"}) {
            m_language.use(QLatin1String(language));
            for (const ThresholdRule &rule : builtInRules()) {
                QStringList parts;
                const QString title = filledTemplate(rule.title, &parts);
                const QString description = filledTemplate(rule.description);
                const Incident incident = incidentOf(rule.id.c_str(), title, description);
                const QString shown = incidentTitle(incident);
                QVERIFY2(shown != title, qPrintable(title));
                QCOMPARE(shown, ruleTitle(title));
                QVERIFY2(incidentDescription(incident) != description, qPrintable(description));
                for (QString part : std::as_const(parts))
                    QVERIFY2(shown.contains(part) || shown.contains(part.replace(QLatin1Char('.'), QLatin1Char(','))),
                             qPrintable(shown));
            }
        }
    }

    void englishStays()
    {
        m_language.use(QStringLiteral("en"));
        for (const ThresholdRule &rule : builtInRules()) {
            const QString title = filledTemplate(rule.title);
            QCOMPARE(incidentTitle(incidentOf(rule.id.c_str(), title)), title);
        }
    }

    void metricHelpIsTranslated()
    {
        QCOMPARE(metricHelp("Processes."), QStringLiteral("Prozesse."));
        QCOMPARE(metricHelp("Of another program."), QStringLiteral("Of another program."));
    }

    void windows_data()
    {
        QTest::addColumn<int>("first"); // minutes before the newest sample
        QTest::addColumn<int>("window");
        QTest::addColumn<int>("shown");
        QTest::newRow("seconds of history") << 0 << 60 << 1;
        QTest::newRow("minutes of history") << 20 << 60 << 20;
        QTest::newRow("more than the window") << 90 << 60 << 60;
        QTest::newRow("a short window") << 2 << 3 << 2;
        QTest::newRow("the shortest window") << 0 << 1 << 1;
    }
    void windows()
    {
        QFETCH(int, first);
        QFETCH(int, window);
        QFETCH(int, shown);
        const std::int64_t minute = Duration(1min).count();
        SampleBuffer line;
        line.append(1'000 * minute - 200 * minute, std::nan(""));
        if (first > 0)
            line.append((1'000 - first) * minute, 1);
        line.append(1'000 * minute, 2);
        const SampleBuffer empty;
        QCOMPARE(filledWindow({&line, &empty}, window * 1min), Duration(shown * 1min));
        QCOMPARE(filledWindow({&empty}, window * 1min), Duration(window * 1min));
    }

    /// A narrow table drops the column one can do without and keeps the words of the others whole.
    void columnsFitTheWords()
    {
        Theme theme;
        LiveTableView table(theme);
        TextTableModel model;
        model.setHeaders({QStringLiteral("Ein sehr langer Spaltenkopf"), QStringLiteral("B"), QStringLiteral("C")});
        table.setModel(&model);
        table.resize(800, 200);
        table.show();
        auto *fitter = new ColumnFitter(theme, table, {{20}, {100, true, 80}, {300, true, 250}}, {2});
        fitter->setLeastWidth(1, [] { return 111; });
        QVERIFY(!table.isColumnHidden(2));
        const int head = table.fontMetrics().horizontalAdvance(QStringLiteral("Ein sehr langer"));
        QVERIFY(table.columnWidth(0) > head);
        QCOMPARE(table.columnWidth(1), 111);
        QCOMPARE(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2), table.viewport()->width());
        table.resize(table.columnWidth(0) + 200, 200);
        QTRY_VERIFY(table.isColumnHidden(2));
        QCOMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
        table.resize(800, 200);
        QTRY_VERIFY(!table.isColumnHidden(2));
    }

private:
    Language m_language;
};

QTEST_MAIN(TestIncidentWords)
#include "tst_incidentwords.moc"
