// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is on screen is of now, or says of when it is: charts after an outage, disks that went, answers that failed.
#include "tests/uisupport/consolefixture.h"
#include "ui/charts/livechart.h"
#include "ui/metrics/metricspage.h"
#include "ui/overview/filllist.h"
#include "ui/shell/connectionbanner.h"
#include "widgets/livetableview.h"
#include "widgets/panelparts.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace vigie;
using test::ConsoleFixture;
using test::FakeDaemon;

namespace {

constexpr std::int64_t serverNow = 1'700'000'000'000'000; // what FakeDaemon says
constexpr std::int64_t minute = 60'000'000;

FakeDaemon::Reply problemReply(int status, const char *code)
{
    QByteArray body = R"({"type":"about:blank","title":"x","status":500,"detail":"broken","code":"CODE"})";
    return {status, body.replace("CODE", code), "application/problem+json"};
}

struct FreshDesk : ConsoleFixture {
    FreshDesk()
    {
        for (const auto &[id, kind] :
             {std::pair("host", SourceKind::Host), std::pair("prom", SourceKind::Prometheus)}) {
            SourceStatus status = FakeDaemon::source(id);
            status.kind = kind;
            status.interval = std::chrono::seconds(5);
            daemon.put(status);
        }
        const auto usual = daemon.intercept;
        daemon.intercept = [this, usual](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
            for (const auto &[path, reply] : replies) {
                if (seen.path.startsWith(path))
                    return reply;
            }
            if (seen.path.startsWith("/api/v1/metrics/history"))
                return history(seen);
            if (seen.path.startsWith("/metrics/query"))
                return promAnswer(seen);
            if (seen.path.startsWith("/api/v1/sources/prom/"))
                return FakeDaemon::Reply {.body = R"({"activeTargets":[],"groups":[],"alerts":[]})"};
            return usual(seen);
        };
    }
    static QByteArray item(const QUrlQuery &query, const char *name)
    {
        return query.queryItemValue(QLatin1String(name)).toLatin1();
    }
    /// One step of one line at the end of the span.
    FakeDaemon::Reply history(const FakeDaemon::Seen &seen) const
    {
        const QUrlQuery query(QUrl::fromEncoded(seen.path));
        QByteArray body = R"({"from":FROM,"to":TO,"step":STEP,"series":[{"series":"host_cpu_usage_ratio",)"
                          R"("name":"host_cpu_usage_ratio","labels":{},"points":[[FROM,VALUE,VALUE,VALUE,1]]}]})";
        const QByteArray at = QByteArray::number(item(query, "from").toLongLong() + measuredAfter);
        body.replace("[[FROM", QByteArray("[[").append(at))
            .replace("FROM", item(query, "from"))
            .replace("TO", item(query, "to"));
        return {200, body.replace("STEP", item(query, "step")).replace("VALUE", QByteArray::number(measured))};
    }
    static FakeDaemon::Reply promAnswer(const FakeDaemon::Seen &seen)
    {
        const QUrlQuery query(QUrl::fromEncoded(seen.path));
        QByteArray body = R"({"resultType":"matrix","warnings":[],"series":[)"
                          R"({"series":"up","name":"up","labels":{},"points":[[FROM,1]]}]})";
        return {200, body.replace("FROM", item(query, "from"))};
    }
    void open(const char *page)
    {
        openWindow();
        connectNow();
        window->showPage(QLatin1String(page));
        QTRY_COMPARE(session.state(), Session::State::Live);
    }
    void lose()
    {
        daemon.refuseStream = true;
        daemon.dropClients();
        QTRY_COMPARE(session.state(), Session::State::Lost);
    }
    void comeBack()
    {
        daemon.refuseStream = false;
        session.retryNow();
        QTRY_COMPARE(session.state(), Session::State::Live);
    }
    int askedFor(const char *metric) const
    {
        return int(std::count_if(daemon.seen().begin(), daemon.seen().end(), [metric](const FakeDaemon::Seen &seen) {
            return seen.path.startsWith("/api/v1/metrics/history") && seen.path.contains(metric);
        }));
    }
    void askPrometheus()
    {
        auto *source = find<QComboBox>("metrics.source");
        QTRY_COMPARE(source->count(), 2);
        source->setCurrentIndex(1);
        auto *edit = find<QLineEdit>("metrics.expression");
        edit->setText(QStringLiteral("up"));
        QTest::keyClick(edit, Qt::Key_Return);
        auto *page = find<MetricsPage>("page.metrics");
        QTRY_VERIFY(!page->series().empty() && page->series().front().name == QLatin1String("up"));
    }
    Panel::State panel(const char *name) { return find<Panel>(name)->state(); }
    std::map<QByteArray, FakeDaemon::Reply> replies;
    double measured {0.25};
    qint64 measuredAfter {0}; ///< microseconds after the begin of the span
    LiveChart *overviewChart()
    {
        return window->page(QStringLiteral("overview"))->findChild<LiveChart *>(QStringLiteral("chart.cpu"));
    }
};

} // namespace

class TestFreshness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnmountedDiskGoes()
    {
        FreshDesk desk;
        desk.open("overview");
        const auto *disks = desk.find<Panel>("overview.disks")->findChild<FillList *>();
        QVERIFY(disks);
        const auto send = [&](std::int64_t at, const char *mountpoint, double used) {
            desk.daemon.sendSamples(at,
                                    {{std::string("host_filesystem_used_ratio{device=\"") + mountpoint
                                          + "\",mountpoint=\"" + mountpoint + "\"}",
                                      used}});
        };
        send(serverNow - 10 * minute, "/mnt/usb", 1.0);
        send(serverNow, "/", 0.5);
        desk.window->currentPage()->refresh();
        QTRY_COMPARE(disks->rows().size(), std::size_t(1));
        QCOMPARE(disks->rows().front().name, QStringLiteral("/"));
        // Without a connection it is the newest picture there is, and marked as old.
        desk.lose();
        desk.window->currentPage()->refresh();
        QCOMPARE(disks->rows().size(), std::size_t(1));
        QCOMPARE(desk.panel("overview.disks"), Panel::State::Stale);
    }

    /// The daemon measured on while nobody listened. No snapshot is loaded: the events go on where they stopped.
    void chartsFillTheHoleOfAnOutage()
    {
        FreshDesk desk;
        desk.open("overview");
        LiveChart *chart = desk.overviewChart();
        QTRY_COMPARE(chart->latest("host_cpu_usage_ratio"), 0.25);
        QSignalSpy loaded(&desk.session, &Session::loaded);
        desk.lose();
        desk.measured = 0.75;
        desk.measuredAfter = 30 * minute;
        const int before = desk.askedFor("host_load15"); // of the overview only
        desk.comeBack();
        QTRY_COMPARE(chart->latest("host_cpu_usage_ratio"), 0.75);
        QCOMPARE(loaded.count(), 0);
        QCOMPARE(desk.askedFor("host_load15"), before + 1);
    }

    void theFirstConnectAsksOnce()
    {
        FreshDesk desk;
        desk.open("overview");
        QTRY_COMPARE(desk.overviewChart()->latest("host_cpu_usage_ratio"), 0.25);
        QCOMPARE(desk.askedFor("host_load15"), 1);
    }

    void theMetricsPageFillsItToo()
    {
        FreshDesk desk;
        desk.open("metrics");
        auto *page = desk.find<MetricsPage>("page.metrics");
        desk.find<QLineEdit>("metrics.expression")->setText(QStringLiteral("host_cpu_usage_ratio"));
        desk.find<QPushButton>("metrics.run")->click();
        QTRY_VERIFY(page->hasData() && page->series().front().samples->latest() == 0.25);
        desk.lose();
        desk.measured = 0.75;
        desk.measuredAfter = 30 * minute;
        desk.comeBack();
        QTRY_COMPARE(page->series().front().samples->latest(), 0.75);
    }

    void offlineChartsSayWhereTheHistoryIs()
    {
        FreshDesk desk;
        const QString file = desk.folder.filePath(QStringLiteral("last.json"));
        {
            SessionOptions options;
            options.cacheFile = file;
            Session before(desk.worker, desk.clock, options);
            before.connectTo(desk.daemon.endpoint(), desk.daemon.token);
            QTRY_COMPARE(before.state(), Session::State::Live);
        }
        desk.openWindow();
        desk.window->showPage(QStringLiteral("overview"));
        QCOMPARE(desk.overviewChart()->state(), Panel::State::Loading);
        desk.session.changeCache(file);
        QTRY_VERIFY(desk.session.cachedAt());
        QTRY_COMPARE(desk.overviewChart()->state(), Panel::State::Empty);
        const auto *message = desk.overviewChart()->findChild<QLabel *>(QStringLiteral("panelWhat"));
        QVERIFY2(message->text().contains(QLatin1String("history")), qPrintable(message->text()));
        desk.window->showPage(QStringLiteral("metrics"));
        QTRY_COMPARE(desk.panel("metrics.chartPanel"), Panel::State::Empty);
    }

    /// One answer of many that fails must neither take the chart away nor end "Live".
    void aFailedRefreshKeepsTheChart()
    {
        FreshDesk desk;
        desk.open("metrics");
        desk.askPrometheus();
        auto *again = desk.window->findChild<QTimer *>(QStringLiteral("metrics.again"));
        QTRY_VERIFY(again->isActive());
        desk.replies["/metrics/query"] = problemReply(503, "unavailable");
        again->start(1);
        QTRY_COMPARE(desk.panel("metrics.chartPanel"), Panel::State::Stale);
        QVERIFY(!desk.find<MetricsPage>("page.metrics")->series().empty());
        QVERIFY(again->isActive());
        desk.replies.clear();
        again->start(1);
        QTRY_COMPARE(desk.panel("metrics.chartPanel"), Panel::State::Content);
        // The chart of another query is no older answer to this one.
        desk.replies["/metrics/query"] = problemReply(503, "unavailable");
        auto *edit = desk.find<QLineEdit>("metrics.expression");
        edit->setText(QStringLiteral("down"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(desk.panel("metrics.chartPanel"), Panel::State::Error);
        QVERIFY(again->isActive());
    }

    void sourcesThatChangeLeaveTheBarAlone()
    {
        FreshDesk desk;
        desk.open("metrics");
        auto *source = desk.find<QComboBox>("metrics.source");
        QTRY_COMPARE(source->count(), 2);
        auto *range = desk.find<QComboBox>("metrics.range");
        range->setCurrentIndex(2); // 6 h
        Q_EMIT range->activated(2);
        range->setCurrentIndex(range->count() - 1);
        Q_EMIT range->activated(range->count() - 1);
        auto *from = desk.find<QDateTimeEdit>("metrics.from");
        auto *to = desk.find<QDateTimeEdit>("metrics.to");
        // The span begins with what was shown.
        QVERIFY(std::abs(to->dateTime().toMSecsSinceEpoch() - serverNow / 1000) < 60'000);
        QCOMPARE(from->dateTime().secsTo(to->dateTime()), qint64(6 * 3600));

        auto *typed = from->findChild<QLineEdit *>();
        typed->setFocus();
        typed->setCursorPosition(0);
        QTest::keyClick(typed, Qt::Key_Delete);
        const QString half = typed->text();
        QSignalSpy refilled(source->model(), &QAbstractItemModel::rowsInserted);
        SourceStatus status = FakeDaemon::source("probe");
        status.kind = SourceKind::HttpProbe;
        desk.daemon.put(status);
        QTRY_COMPARE(desk.session.sources().size(), std::size_t(3));
        QCOMPARE(typed->text(), half);
        QCOMPARE(refilled.count(), 0);
        status = FakeDaemon::source("prom2");
        status.kind = SourceKind::Prometheus;
        desk.daemon.put(status);
        QTRY_COMPARE(source->count(), 3);
        QCOMPARE(typed->text(), half);
    }

    void whatCannotBeReadIsSaid()
    {
        FreshDesk desk;
        const QByteArray seq = QByteArray::number(qint64(desk.daemon.seq()));
        desk.replies["/api/v1/incidents"].body
            = "{\"items\":[{\"id\":7},{\"id\":8}],\"next\":null,\"total\":2,\"seq\":" + seq + "}";
        desk.open("overview");
        auto *banner = desk.find<ConnectionBanner>("connectionBanner");
        QTRY_VERIFY(!banner->isHidden());
        QVERIFY2(banner->text().contains(QLatin1String("2 entries")), qPrintable(banner->text()));
        desk.find<QPushButton>("bannerButton")->click();
        QVERIFY(banner->isHidden());
        desk.daemon.tick();
        desk.lose();
        QTRY_VERIFY(!banner->isHidden());
        desk.comeBack();
        QTRY_VERIFY(banner->isHidden()); // nothing new is missing
        desk.daemon.sendRaw(QStringLiteral(R"([{"type":"incident.created","seq":%1,"data":{"id":8}}])")
                                .arg(qint64(desk.daemon.seq() + 1)));
        QTRY_VERIFY(!banner->isHidden());
        QVERIFY2(banner->text().contains(QLatin1String("3 entries")), qPrintable(banner->text()));
    }

    /// Each of the three answers of a Prometheus stands for itself.
    void aTabOfAPrometheusTellsItsOwnStory()
    {
        FreshDesk desk;
        desk.replies["/api/v1/sources/prom/rules"] = problemReply(503, "unavailable");
        desk.replies["/api/v1/sources/prom/targets"] = {
            .body
            = R"({"activeTargets":[{"scrapePool":"node","scrapeUrl":"n:9100","health":"up","labels":{"job":"node"}}]})"};
        desk.open("sources");
        QTRY_VERIFY(desk.find<LiveTableView>("sources.table")->selectId(QStringLiteral("prom")));
        QTRY_COMPARE(desk.panel("sources.prometheus"), Panel::State::Content);
        auto *tabs = desk.find<QTabBar>("sources.prometheusTabs");
        auto *message = desk.find<PanelMessage>("sources.prometheusMessage");
        QTRY_VERIFY(!message->isVisible()); // targets
        tabs->setCurrentIndex(2);
        QTRY_VERIFY(message->accessibleName().contains(QLatin1String("No alert")));
        QVERIFY(message->isVisible());
        tabs->setCurrentIndex(1);
        QTRY_VERIFY(message->accessibleName().contains(QLatin1String("not available")));
        QVERIFY(message->isVisible());
        // A later failure leaves what is known, as old.
        desk.replies.clear();
        desk.replies["/api/v1/sources/prom/targets"] = problemReply(503, "unavailable");
        desk.window->currentPage()->refresh();
        QTRY_VERIFY(message->accessibleName().contains(QLatin1String("no rules")));
        QCOMPARE(desk.panel("sources.prometheus"), Panel::State::Content);
        tabs->setCurrentIndex(0);
        QTRY_COMPARE(desk.panel("sources.prometheus"), Panel::State::Stale);
        QVERIFY(!message->isVisible());
        QCOMPARE(desk.find<LiveTableView>("sources.prometheusTable0")->model()->rowCount(), 1);
    }

    /// A source that fails while somebody is on the table must not pull the row from under the pointer.
    void sourcesKeepTheirPlaceUnderTheUser()
    {
        FreshDesk desk;
        desk.open("sources");
        auto *table = desk.find<LiveTableView>("sources.table");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto names = [&] {
            QStringList out;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                out << table->model()->index(row, 2).data().toString();
            return out;
        };
        const QStringList before = names();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_J);
        QVERIFY(table->updatesHeld());
        SourceStatus down = desk.daemon.sources.at(before.last().contains(QLatin1String("prom")) ? "prom" : "host");
        down.state = SourceState::Down;
        desk.daemon.put(down);
        desk.daemon.put(FakeDaemon::source("aaa", SourceState::Down));
        QTRY_COMPARE(desk.session.sources().size(), std::size_t(3));
        QTRY_VERIFY(!desk.find<QWidget>("sources.pending")->isHidden());
        QCOMPARE(names(), before);
        table->setUpdatesHeld(false);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QVERIFY(names().last() != before.last()); // what is down stands first
        QVERIFY(desk.find<QWidget>("sources.pending")->isHidden());
    }
};

QTEST_MAIN(TestFreshness)
#include "tst_freshness.moc"
