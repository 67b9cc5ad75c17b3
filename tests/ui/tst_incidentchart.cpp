// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The metric beside an incident: why there is none, another attempt after a failure, and how it goes on.
#include "tests/uisupport/consolefixture.h"
#include "widgets/livetableview.h"
#include "widgets/timeseriesview.h"

#include <QLabel>
#include <QTest>

using namespace vigie;
using namespace std::chrono_literals;
using test::ConsoleFixture;
using test::FakeDaemon;

namespace {

const Timestamp began = fromMicros(1'700'000'000'000'000 - 60'000'000); // a minute before the daemon's now

struct ChartDesk : ConsoleFixture {
    FakeDaemon::Reply history;
    int asked {0};
    QLabel *note {nullptr};
    TimeSeriesView *chart {nullptr};

    explicit ChartDesk(FakeDaemon::Reply first)
        : history(std::move(first))
    {
        daemon.intercept = [this, usual = daemon.intercept](const FakeDaemon::Seen &seen) {
            if (!seen.path.startsWith("/api/v1/metrics/history") || !seen.path.contains("queue_depth"))
                return usual(seen);
            ++asked;
            return std::optional(history);
        };
        Incident incident = makeIncident("inc-0", Severity::High, "Busy");
        incident.startedAt = began;
        incident.metric = "queue_depth";
        daemon.put(incident);
        openWindow();
        connectNow();
        window->showPage(QStringLiteral("incidents"));
        note = find<QLabel>("incidentMetricNote");
        chart = find<TimeSeriesView>("incidentChart");
    }
    void change()
    {
        Incident incident = daemon.incidents.at("inc-0");
        ++incident.version;
        incident.owner += "x";
        daemon.put(incident);
        QTRY_COMPARE(session.incident(incident.id)->version, incident.version);
    }
    static FakeDaemon::Reply series()
    {
        const std::string from = std::to_string(toMicros(began - 30min));
        const std::string to = std::to_string(toMicros(began + 1min));
        return {
            .body = QByteArray::fromStdString(
                R"({"from":)" + from + R"(,"to":)" + to
                + R"(,"step":5000000,"series":[{"series":"queue_depth","name":"queue_depth","labels":{},"points":[[)"
                + std::to_string(toMicros(began)) + ",1,1,1,1]]}]}")};
    }
    static FakeDaemon::Reply nothing() { return {.body = R"({"from":0,"to":0,"step":1000000,"series":[]})"}; }
    static FakeDaemon::Reply failure()
    {
        return {503, R"({"status":503,"code":"unavailable","detail":"disk","requestId":"r"})",
                "application/problem+json"};
    }
};

} // namespace

class TestIncidentChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReasonStays()
    {
        ChartDesk desk(ChartDesk::nothing());
        QTRY_VERIFY(desk.note->isVisible());
        const QString text = desk.note->text();
        QVERIFY2(text.contains(QLatin1String("keeps no history")), qPrintable(text));
        for (int i = 0; i < 3; ++i)
            desk.change();
        QVERIFY(desk.note->isVisible());
        QVERIFY(!desk.chart->isVisible());
        QCOMPARE(desk.note->text(), text);
        QCOMPARE(desk.asked, 1);
        desk.language.use(QStringLiteral("fr"));
        QTRY_VERIFY(desk.note->text() != text);
        QVERIFY(desk.note->isVisible());
        QCOMPARE(desk.asked, 1); // for a language nobody is asked again
        desk.language.use(QStringLiteral("en"));
    }

    void afterAFailureItIsAskedForAgain()
    {
        ChartDesk desk(ChartDesk::failure());
        QTRY_VERIFY(desk.note->isVisible());
        QVERIFY(!desk.chart->isVisible());
        QCOMPARE(desk.asked, 1);
        desk.history = ChartDesk::series();
        desk.change();
        QTRY_VERIFY(desk.chart->isVisible());
        QVERIFY(!desk.note->isVisible());
        QCOMPARE(desk.asked, 2);
        // A later failure takes nothing away.
        desk.history = ChartDesk::failure();
        desk.window->currentPage()->refresh();
        QTRY_COMPARE(desk.asked, 3);
        desk.change();
        QTRY_COMPARE(desk.asked, 4);
        QVERIFY(desk.chart->isVisible());
        QCOMPARE(desk.chart->series().size(), std::size_t(1));
    }

    void theChartGoesOnWithTheIncident()
    {
        ChartDesk desk(ChartDesk::series());
        QTRY_COMPARE(desk.chart->series().size(), std::size_t(1));
        QCOMPARE(desk.chart->to(), began + 1min);
        const std::size_t loaded = desk.chart->series().front().samples->size();
        desk.daemon.sendSamples(toMicros(began + 5min), {{"queue_depth", 2.0}, {"host_load1", 9.0}});
        QTRY_COMPARE(desk.chart->to(), began + 5min);
        QCOMPARE(desk.chart->from(), began - 30min);
        QCOMPARE(desk.chart->series().front().samples->size(), loaded + 1);
        // An hour after its start the picture is complete.
        desk.daemon.sendSamples(toMicros(began + 61min), {{"queue_depth", 3.0}});
        desk.daemon.sendSamples(toMicros(began + 60min), {{"queue_depth", 4.0}});
        QTRY_COMPARE(desk.chart->to(), began + 60min);
        QCOMPARE(desk.chart->series().front().samples->values().back(), 4.0);
        QCOMPARE(desk.chart->series().front().samples->size(), loaded + 2);
    }
};

QTEST_MAIN(TestIncidentChart)
#include "tst_incidentchart.moc"
