// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/thresholdrules.h"
#include "ui/charts/seriesdata.h"
#include "ui/models/incidentmodel.h"
#include "ui/models/sourcemodel.h"
#include "ui/tables/tablesetup.h"
#include "ui/models/texttablemodel.h"
#include "ui/shell/language.h"
#include "ui/text/incidentwords.h"
#include "ui/text/metricwords.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
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

    void expiredCertificates_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("description");
        const auto row = [](const char *language, const char *left, const QString &shown, const QString &description) {
            QTest::addRow("%s %s", language, left)
                << QString::fromLatin1(language)
                << QStringLiteral("The certificate of shop has %1 left").arg(QLatin1String(left)) << shown
                << description;
        };
        row("en", "-2.5 d", QStringLiteral("The certificate of shop expired 2.5 d ago"),
            QStringLiteral("has expired:"));
        row("de", "-2.5 d", QStringLiteral("Das Zertifikat von shop ist vor 2,5 d abgelaufen"),
            QStringLiteral("ist abgelaufen:"));
        row("fr", "-2.5 d", QStringLiteral("Le certificat de shop a expiré il y a 2,5 d"),
            QStringLiteral("a expiré\u00a0:"));
        row("en", "6 d", QStringLiteral("The certificate of shop has 6 d left"), QStringLiteral("Time left"));
        row("fr", "6 d", QStringLiteral("Le certificat de shop expire dans 6 d"), QStringLiteral("Temps restant"));
    }
    void expiredCertificates()
    {
        QFETCH(QString, language);
        QFETCH(QString, title);
        QFETCH(QString, description);
        m_language.use(language);
        const Incident incident = incidentOf("probe-certificate", title,
                                             QStringLiteral("Time left on the TLS certificate that shop shows. A "
                                                            "negative time means that it has expired."));
        QTEST(incidentTitle(incident), "shown");
        QTEST(ruleTitle(title), "shown");
        QVERIFY2(incidentDescription(incident).contains(description), qPrintable(incidentDescription(incident)));
    }

    void englishStays()
    {
        m_language.use(QStringLiteral("en"));
        for (const ThresholdRule &rule : builtInRules()) {
            const QString title = filledTemplate(rule.title);
            QCOMPARE(incidentTitle(incidentOf(rule.id.c_str(), title)), title);
        }
    }

    /// What is sorted by words is sorted by the words that are seen.
    void tablesAreSortedByTheWordsShown()
    {
        m_language.use(QStringLiteral("en"));
        const SystemClock clock;
        IncidentCache cache;
        const auto add = [&](const char *id, const char *rule, const char *title) {
            Incident incident = incidentOf(rule, QString::fromLatin1(title));
            incident.id = {id};
            (void)cache.apply({incident});
        };
        add("m", "", "M by hand");
        add("s", "host-memory", "Memory is 97 % used");
        add("t", "host-swap", "Swap is 80 % used");
        add("p", "host-cpu", "Processors are 99 % busy");
        IncidentModel model(cache, clock);
        model.load();
        model.sort(IncidentModel::TitleColumn, Qt::AscendingOrder);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QPersistentModelIndex kept = model.index(model.rowOf(IncidentId {"p"}), 0);
        for (const char *language : {"de", "fr", "en"}) {
            m_language.use(QLatin1String(language));
            model.retranslate();
            QStringList titles;
            for (int row = 0; row < model.rowCount(); ++row) {
                titles << model.index(row, IncidentModel::TitleColumn).data().toString().toCaseFolded();
                QCOMPARE(model.rowOf(model.idAt(row)), row);
            }
            QStringList sorted = titles;
            std::sort(sorted.begin(), sorted.end());
            QCOMPARE(titles, sorted);
            QCOMPARE(kept.row(), model.rowOf(IncidentId {"p"}));
        }
    }

    void sourcesAreSortedByTheWordsShown()
    {
        std::map<SourceId, SourceStatus> sources;
        for (const SourceKind kind : {SourceKind::Host, SourceKind::HttpProbe, SourceKind::TcpProbe,
                                      SourceKind::DnsProbe, SourceKind::Prometheus, SourceKind::Alertmanager}) {
            SourceStatus status;
            status.id = {std::string(sourceKindName(kind))};
            status.kind = kind;
            status.name = kind == SourceKind::Host ? "This machine" : status.id.value;
            sources[status.id] = status;
        }
        SourceModel model;
        model.setSources(sources);
        for (const auto column : {SourceModel::Kind, SourceModel::Name}) {
            model.sort(column, Qt::AscendingOrder);
            for (const char *language : {"de", "fr", "en"}) {
                m_language.use(QLatin1String(language));
                model.retranslate();
                for (int row = 1; row < model.rowCount(); ++row) {
                    const QString before = model.index(row - 1, column).data().toString();
                    const QString here = model.index(row, column).data().toString();
                    QVERIFY2(before.localeAwareCompare(here) <= 0,
                             qPrintable(QString(before % QLatin1Char('>') % here)));
                }
            }
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
