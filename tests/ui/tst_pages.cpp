// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Overview, Metrics, Sources, Settings and help in the real window, against a daemon in memory.
#include "backend/domain/wire.h"
#include "tests/uisupport/consolefixture.h"
#include "ui/charts/livechart.h"
#include "ui/help/helpwindow.h"
#include "ui/metrics/metricspage.h"
#include "ui/overview/overviewpage.h"
#include "ui/settings/settingspage.h"
#include "ui/sources/removals.h"
#include "ui/sources/sourcespage.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"
#include "widgets/statvalue.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrlQuery>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
constexpr std::int64_t serverNow = 1'700'000'000'000'000; // what FakeDaemon says

QByteArray seriesJson(const QByteArray &name, const QByteArray &points)
{
    return "{\"series\":\"" + name + "\",\"name\":\"" + name + "\",\"labels\":{},\"points\":[" + points + "]}";
}

FakeDaemon::Reply historyReply(const FakeDaemon::Seen &seen)
{
    const QUrlQuery query(QUrl::fromEncoded(seen.path));
    const QByteArray from = query.queryItemValue(QStringLiteral("from")).toLatin1();
    const QString selector = query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded);
    QByteArray series;
    if (selector.contains(QLatin1String("host_cpu_usage_ratio")))
        series = seriesJson("host_cpu_usage_ratio", "[" + from + ",0.1,0.1,0.1,1]");
    else if (selector.contains(QLatin1String("host_load1")))
        series = seriesJson("host_load1", "[" + from + ",1.5,1.5,1.5,1]");
    return {200,
            "{\"from\":" + from + ",\"to\":" + query.queryItemValue(QStringLiteral("to")).toLatin1() + ",\"step\":"
                + query.queryItemValue(QStringLiteral("step")).toLatin1() + ",\"series\":[" + series + "]}"};
}

const char *const metricsJson = R"({"metrics":[
    {"name":"host_cpu_usage_ratio","unit":"ratio","help":"Share of time at work.","series":["host_cpu_usage_ratio"]},
    {"name":"host_load1","unit":"none","help":"Load of the last minute.","series":["host_load1"]}]})";

/// A fixture whose daemon also has metrics.
class PagesConsole : public ConsoleFixture {
public:
    PagesConsole()
    {
        daemon.intercept = [this](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
            if (refusal && seen.path.startsWith(refusedPath) && seen.method == refusedMethod)
                return refusal;
            if (seen.path.startsWith("/api/v1/metrics/history"))
                return historyReply(seen);
            if (seen.path == "/api/v1/metrics")
                return FakeDaemon::Reply {200, metricsJson};
            return std::nullopt;
        };
        daemon.put(makeIncident("i1", Severity::Critical, "Checkout burns"));
        daemon.put(makeIncident("i2", Severity::Low, "Certificate ends in 30 days"));
        daemon.put(named("host", SourceKind::Host, SourceState::Up));
        daemon.put(named("shop", SourceKind::HttpProbe, SourceState::Down));
    }
    static SourceStatus named(const std::string &id, SourceKind kind, SourceState state)
    {
        SourceStatus status = FakeDaemon::source(id, state);
        status.kind = kind;
        status.name = id;
        status.editable = kind != SourceKind::Host;
        status.lastError = state == SourceState::Down ? "connection refused" : "";
        return status;
    }
    /// Signed in, the page shown, listening: samples sent before that reach nobody.
    void openPage(const char *page)
    {
        connectNow();
        openWindow();
        navigator.go(QLatin1String(page));
        QVERIFY(QTest::qWaitFor([this] { return session.state() == Session::State::Live; }, 10'000));
    }
    int requests(const QByteArray &method, const QByteArray &path) const
    {
        return int(std::count_if(daemon.seen().begin(), daemon.seen().end(), [&](const FakeDaemon::Seen &seen) {
            return seen.method == method && seen.path.startsWith(path);
        }));
    }
    std::optional<FakeDaemon::Reply> refusal;
    QByteArray refusedPath, refusedMethod;
};
} // namespace

class TestPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overviewShowsWhatIs();
    void overviewFollowsThePush();
    void overviewSaysWhenItIsOld();
    void tileLeadsToItsIncidents();
    void metricIsChosenAndGoesOnLive();
    void anEmptyQueryLeavesNothing();
    void readersHearNames();
    void mistakeIsMarked();
    void comparisonAsksForYesterday();
    void sourcesKeepTheirSelection();
    void sourceIsAdded();
    void refusedSourceNamesItsField();
    void removalCanBeUndone();
    void removalIsSentAfterItsTime();
    void settingsHoldAtOnce();
    void takenKeysAreRefused();
    void helpIsCompleteInEveryLanguage();
};

void TestPages::overviewShowsWhatIs()
{
    PagesConsole console;
    console.openPage("overview");
    auto *page = console.find<OverviewPage>("page.overview");
    QVERIFY(page);
    QTRY_COMPARE(console.find<StatValue>("tile.critical")->valueText(), QStringLiteral("1"));
    QCOMPARE(console.find<StatValue>("tile.high")->valueText(), QStringLiteral("0"));
    QCOMPARE(console.find<StatValue>("tile.unowned")->valueText(), QStringLiteral("2"));
    QTRY_COMPARE(console.find<StatValue>("tile.sources")->valueText(), QStringLiteral("1 of 2"));
    auto *table = console.find<LiveTableView>("overview.incidentTable");
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Checkout burns"));
    QTRY_VERIFY(page->hasData());
    QTRY_COMPARE(console.find<LiveChart>("chart.cpu")->state(), Panel::State::Content);
    // What is not measured says so instead of being blank.
    QTRY_COMPARE(console.find<LiveChart>("chart.probes")->state(), Panel::State::Empty);
}

void TestPages::overviewFollowsThePush()
{
    PagesConsole console;
    console.openPage("overview");
    auto *chart = console.find<LiveChart>("chart.cpu");
    QTRY_VERIFY(chart->hasData());
    QCOMPARE(chart->latest("host_cpu_usage_ratio"), 0.1);
    console.daemon.sendSamples(serverNow, {{"host_cpu_usage_ratio", 0.75}, {"host_load5", 2.0}});
    QTRY_COMPARE(chart->latest("host_cpu_usage_ratio"), 0.75);
    QTRY_VERIFY(console.find<LiveChart>("chart.load")->lineCount() == 2);
    console.daemon.put(console.makeIncident("i3", Severity::Critical, "Another"));
    QTRY_COMPARE(console.find<StatValue>("tile.critical")->valueText(), QStringLiteral("2"));
    const int histories = console.requests("GET", "/api/v1/metrics/history");
    console.daemon.sendSamples(serverNow + 5'000'000, {{"host_cpu_usage_ratio", 0.5}});
    QTRY_COMPARE(chart->latest("host_cpu_usage_ratio"), 0.5);
    QCOMPARE(console.requests("GET", "/api/v1/metrics/history"), histories); // pushed, never polled
}

void TestPages::overviewSaysWhenItIsOld()
{
    PagesConsole console;
    console.openPage("overview");
    auto *chart = console.find<LiveChart>("chart.cpu");
    QTRY_VERIFY(chart->hasData());
    auto *incidents = console.find<Panel>("overview.incidents");
    console.daemon.refuseStream = true;
    console.daemon.dropClients();
    QTRY_COMPARE(chart->state(), Panel::State::Stale);
    QTRY_COMPARE(incidents->state(), Panel::State::Stale);
    console.daemon.forgetTokens();
    console.daemon.token = "other";
    QTRY_COMPARE(chart->state(), Panel::State::Denied);
    QTRY_COMPARE(incidents->state(), Panel::State::Denied);
}

void TestPages::tileLeadsToItsIncidents()
{
    PagesConsole console;
    console.openPage("overview");
    auto *tile = console.find<StatValue>("tile.critical");
    QTRY_COMPARE(tile->valueText(), QStringLiteral("1"));
    QSignalSpy asked(&console.navigator, &Navigator::requested);
    QTest::mouseClick(tile, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).toString(), QStringLiteral("incidents"));
    QCOMPARE(asked.first().at(1).value<QUrlQuery>().queryItemValue(QStringLiteral("severity")),
             QStringLiteral("critical"));
}

void TestPages::metricIsChosenAndGoesOnLive()
{
    PagesConsole console;
    console.openPage("metrics");
    auto *page = console.find<MetricsPage>("page.metrics");
    QTRY_VERIFY(page->hasData());
    QCOMPARE(console.find<QLineEdit>("metrics.expression")->text(), QStringLiteral("host_cpu_usage_ratio"));
    QVERIFY(!console.find<QComboBox>("metrics.source")->isVisible()); // no Prometheus, no choice
    auto *edit = console.find<QLineEdit>("metrics.expression");
    edit->setText(QStringLiteral("host_load1"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!page->series().empty() && page->series().front().name == QLatin1String("host_load1"));
    console.daemon.sendSamples(serverNow, {{"host_load1", 7.0}});
    QTRY_COMPARE(page->series().front().samples->latest(), 7.0);
    QCOMPARE(page->series().front().stats.max, 7.0);
    console.daemon.put(PagesConsole::named("prom", SourceKind::Prometheus, SourceState::Up));
    QTRY_VERIFY(console.find<QComboBox>("metrics.source")->isVisible());
}

void TestPages::mistakeIsMarked()
{
    PagesConsole console;
    console.openPage("metrics");
    QTRY_VERIFY(console.find<MetricsPage>("page.metrics")->hasData());
    const int before = console.requests("GET", "/api/v1/metrics/history");
    auto *edit = console.find<QLineEdit>("metrics.expression");
    edit->setText(QStringLiteral("host_load1{device=}"));
    QTest::keyClick(edit, Qt::Key_Return);
    auto *mistake = console.find<QLabel>("metrics.mistake");
    QTRY_VERIFY(mistake->isVisible());
    QVERIFY(edit->cursorPosition() > 0);
    QCOMPARE(console.requests("GET", "/api/v1/metrics/history"), before); // seen here, not sent
    QTest::keyClick(edit, Qt::Key_End);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QVERIFY(!mistake->isVisible());
}

void TestPages::anEmptyQueryLeavesNothing()
{
    PagesConsole console;
    console.openWindow();
    console.connectNow();
    console.window->showPage(QStringLiteral("metrics"));
    auto *edit = console.find<QLineEdit>("metrics.expression");
    QTRY_VERIFY(!edit->text().isEmpty());
    edit->setText(QStringLiteral("host_load1{"));
    QTest::keyClick(edit, Qt::Key_Return);
    auto *mistake = console.find<QLabel>("metrics.mistake");
    QTRY_VERIFY(mistake->isVisible());
    edit->clear();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!mistake->isVisible());
    QTRY_COMPARE(console.find<Panel>("metrics.chartPanel")->state(), Panel::State::Empty);
}

void TestPages::readersHearNames()
{
    PagesConsole console;
    console.openWindow();
    const auto boxes = console.window->findChildren<QComboBox *>();
    QVERIFY(boxes.size() >= 9);
    for (QComboBox *box : boxes) {
        const auto relations = QAccessible::queryAccessibleInterface(box)->relations(QAccessible::Label);
        QVERIFY2(!relations.isEmpty(), qPrintable(box->objectName()));
        QVERIFY2(!relations.first().first->text(QAccessible::Name).isEmpty(), qPrintable(box->objectName()));
    }
    int clearable = 0;
    const auto edits = console.window->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits) {
        if (!edit->isClearButtonEnabled())
            continue;
        ++clearable;
        const auto buttons = edit->findChildren<QToolButton *>();
        QVERIFY2(!buttons.isEmpty() && !buttons.first()->accessibleName().isEmpty(), qPrintable(edit->objectName()));
    }
    QCOMPARE(clearable, 5);
    auto *keys = console.find<QWidget>("settings.keyEdit");
    QVERIFY(!keys->findChild<QLineEdit *>()->accessibleName().isEmpty());
}

void TestPages::comparisonAsksForYesterday()
{
    PagesConsole console;
    console.openPage("metrics");
    auto *page = console.find<MetricsPage>("page.metrics");
    QTRY_VERIFY(page->hasData());
    QVERIFY(console.actions.trigger(QStringLiteral("metrics.compare")));
    QTRY_COMPARE(page->series().size(), std::size_t(2));
    QVERIFY(page->series().back().comparison);
    // Yesterday's samples lie on today's times.
    QCOMPARE(page->series().back().samples->times().front(), page->series().front().samples->times().front());
}

void TestPages::sourcesKeepTheirSelection()
{
    PagesConsole console;
    console.openPage("sources");
    auto *table = console.find<LiveTableView>("sources.table");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(table->selectId(QStringLiteral("host")));
    console.daemon.put(PagesConsole::named("aaa", SourceKind::TcpProbe, SourceState::Down));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->currentId(), QStringLiteral("host"));
    console.daemon.put(PagesConsole::named("host", SourceKind::Host, SourceState::Down));
    QTRY_COMPARE(table->model()->index(table->currentIndex().row(), 0).data().toString(), QStringLiteral("Down"));
    QCOMPARE(table->currentId(), QStringLiteral("host"));
    QVERIFY(!console.find<QPushButton>("sources.removeButton")->isEnabled()); // it is not ours to remove
    console.daemon.removeSource("aaa");
    QTRY_COMPARE(table->model()->rowCount(), 2);
}

void TestPages::sourceIsAdded()
{
    PagesConsole console;
    console.daemon.intercept = [inner = console.daemon.intercept,
                                &console](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
        if (seen.method != "POST" || seen.path != "/api/v1/sources")
            return inner(seen);
        const SourceStatus made = PagesConsole::named("web", SourceKind::HttpProbe, SourceState::Pending);
        console.daemon.put(made);
        return FakeDaemon::Reply {201, QByteArray::fromStdString(wire::text(made))};
    };
    console.openPage("sources");
    auto *table = console.find<LiveTableView>("sources.table");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(console.actions.trigger(QStringLiteral("sources.add")));
    auto *dialog = console.find<QDialog>("sourceDialog");
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(QStringLiteral("target"))->setText(QStringLiteral("not an address"));
    dialog->accept();
    auto *problem = dialog->findChild<QLabel *>(QStringLiteral("problem"));
    QVERIFY(problem->text().startsWith(QStringLiteral("Name:")));
    dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("web"));
    dialog->accept();
    QVERIFY(problem->text().startsWith(QStringLiteral("Address:")));
    dialog->findChild<QLineEdit *>(QStringLiteral("target"))->setText(QStringLiteral("https://web.example.org"));
    dialog->accept();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTRY_COMPARE(table->currentId(), QStringLiteral("web"));
    QTRY_VERIFY(!console.find<QDialog>("sourceDialog"));
}

void TestPages::refusedSourceNamesItsField()
{
    PagesConsole console;
    console.refusedPath = "/api/v1/sources";
    console.refusedMethod = "POST";
    console.refusal = FakeDaemon::Reply {400,
                                         R"({"type":"about:blank","title":"Bad Request","status":400,"code":"invalid",)"
                                         R"("detail":"no such regular expression","field":"/bodyMatch"})",
                                         "application/problem+json"};
    console.openPage("sources");
    QTRY_VERIFY(console.session.isLoaded());
    QVERIFY(console.actions.trigger(QStringLiteral("sources.add")));
    auto *dialog = console.find<QDialog>("sourceDialog");
    dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("web"));
    dialog->findChild<QLineEdit *>(QStringLiteral("target"))->setText(QStringLiteral("https://web.example.org"));
    dialog->accept();
    auto *problem = dialog->findChild<QLabel *>(QStringLiteral("problem"));
    QTRY_VERIFY(problem->text().contains(QStringLiteral("no such regular expression")));
    QVERIFY(problem->text().startsWith(QStringLiteral("Body must match")));
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("name"))->text(), QStringLiteral("web")); // nothing lost
    dialog->reject();
}

void TestPages::removalCanBeUndone()
{
    PagesConsole console;
    console.openPage("sources");
    auto *table = console.find<LiveTableView>("sources.table");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_VERIFY(table->selectId(QStringLiteral("shop")));
    QTRY_VERIFY(console.find<QPushButton>("sources.removeButton")->isEnabled());
    QSignalSpy said(&console.notices, &Notices::said);
    QVERIFY(console.actions.trigger(QStringLiteral("sources.remove")));
    QCOMPARE(said.count(), 1);
    QVERIFY(said.first().first().toString().contains(QStringLiteral("shop"))); // it names exactly its target
    const auto state = [&] { return table->model()->index(table->currentIndex().row(), 0).data().toString(); };
    QCOMPARE(state(), QStringLiteral("Being removed"));
    QVERIFY(console.actions.trigger(QStringLiteral("toast.undo")));
    QTRY_COMPARE(state(), QStringLiteral("Down"));
    QCOMPARE(console.requests("DELETE", "/api/v1/sources"), 0);
}

void TestPages::removalIsSentAfterItsTime()
{
    PagesConsole console;
    console.connectNow();
    QTRY_VERIFY(console.session.isLoaded());
    Removals removals(console.session.api(), 20ms);
    QSignalSpy failed(&removals, &Removals::failed);
    QSignalSpy removed(&removals, &Removals::removed);
    std::vector<std::size_t> whenSettled; // sent, not answered: nothing can be undone any more
    connect(&removals, &Removals::settled, this, [&] { whenSettled.push_back(removals.ids().size()); });
    removals.begin(PagesConsole::named("shop", SourceKind::HttpProbe, SourceState::Up));
    QCOMPARE(removals.ids().size(), std::size_t(1));
    QVERIFY(whenSettled.empty());
    // The fake daemon has no such route: NotFound means that it is gone, as wished.
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(whenSettled, std::vector<std::size_t> {1});
    QCOMPARE(console.requests("DELETE", "/api/v1/sources/shop"), 1);
    QCOMPARE(failed.count(), 0);
    QVERIFY(removals.ids().empty());
    console.refusedPath = "/api/v1/sources/shop";
    console.refusedMethod = "DELETE";
    console.refusal = FakeDaemon::Reply {403,
                                         R"({"type":"about:blank","title":"Forbidden","status":403,"code":"denied",)"
                                         R"("detail":"not editable"})",
                                         "application/problem+json"};
    removals.begin(PagesConsole::named("shop", SourceKind::HttpProbe, SourceState::Up));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(removals.ids().empty());
}

void TestPages::settingsHoldAtOnce()
{
    PagesConsole console;
    console.openPage("settings");
    auto *theme = console.find<QComboBox>("settings.theme");
    QVERIFY(theme);
    theme->setCurrentIndex(theme->findData(int(ThemeChoice::Light)));
    QCOMPARE(console.preferences.settings().theme, ThemeChoice::Light);
    QCOMPARE(console.profiles.settings().theme, ThemeChoice::Light); // on disk
    console.preferences.update([](ConsoleSettings &settings) { settings.theme = ThemeChoice::Night; });
    QCOMPARE(theme->currentData().toInt(), int(ThemeChoice::Night)); // changed elsewhere, shown here
    auto *charts = console.find<QComboBox>("settings.charts");
    charts->setCurrentIndex(charts->findData(30));
    QCOMPARE(console.preferences.settings().chartRange, std::chrono::minutes(30));
}

void TestPages::takenKeysAreRefused()
{
    PagesConsole console;
    console.openPage("settings");
    const QString before = console.actions.keys(QStringLiteral("page.refresh"));
    QVERIFY(
        !console.actions.rebind(QStringLiteral("page.refresh"), console.actions.keys(QStringLiteral("palette.open"))));
    QCOMPARE(console.actions.keys(QStringLiteral("page.refresh")), before);
    auto *table = console.find<LiveTableView>("settings.keyTable");
    QTRY_VERIFY(table->model()->rowCount() > 10);
    QTRY_VERIFY(table->selectId(QStringLiteral("page.refresh")));
    auto *clear = console.find<QPushButton>("settings.clearKeys");
    QVERIFY(clear->isEnabled());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(console.actions.keys(QStringLiteral("page.refresh")).isEmpty());
    QTest::mouseClick(console.find<QPushButton>("settings.resetKeys"), Qt::LeftButton);
    QCOMPARE(console.actions.keys(QStringLiteral("page.refresh")), before);
}

void TestPages::helpIsCompleteInEveryLanguage()
{
    PagesConsole console;
    console.openWindow();
    const QRegularExpression heading(QStringLiteral("^#+ "), QRegularExpression::MultilineOption);
    const QRegularExpression link(QStringLiteral("\\(topic:([a-z-]+)\\)"));
    for (const QString &topic : HelpView::topics()) {
        QList<qsizetype> headings;
        for (const char *language : {"en", "de", "fr"}) {
            console.language.use(QLatin1String(language));
            HelpView view(console.context, console.window.get());
            view.openTopic(topic);
            QVERIFY(view.findChild<QTextBrowser *>()->toPlainText().size() > 300);
            QFile file(QStringLiteral(":/vigie/help/%1/%2.md").arg(QLatin1String(language), topic));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            headings.append(text.count(heading));
            for (auto it = link.globalMatch(text); it.hasNext();)
                QVERIFY(HelpView::topics().contains(it.next().captured(1)));
        }
        QVERIFY2(headings.count(headings.first()) == 3, qPrintable(topic)); // a translation that lost a chapter
    }
    console.language.use(QStringLiteral("en"));
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
