// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is old or of another server is never shown as if it were true now; every control has a name.
#include "tests/uisupport/consolefixture.h"
#include "ui/charts/livechart.h"
#include "ui/models/sourcemodel.h"
#include "ui/pages.h"
#include "ui/shell/appearance.h"
#include "ui/shell/connectionbanner.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPromise>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace vigie;
using test::ConsoleFixture;
using test::FakeDaemon;

namespace {

struct LinkedDesk : ConsoleFixture {
    LinkedDesk()
    {
        daemon.put(makeIncident("inc-0", Severity::High, "Incident 0"));
        for (const auto &[id, kind] :
             {std::pair("host", SourceKind::Host), std::pair("prom", SourceKind::Prometheus)}) {
            SourceStatus status = FakeDaemon::source(id);
            status.kind = kind;
            daemon.put(status);
        }
        const auto usual = daemon.intercept;
        daemon.intercept = [usual](const FakeDaemon::Seen &seen) {
            if (seen.path.startsWith("/api/v1/sources/prom/"))
                return std::optional(FakeDaemon::Reply {.body = R"({"activeTargets":[],"groups":[],"alerts":[]})"});
            return usual(seen);
        };
    }
    void open(const char *page)
    {
        openWindow();
        connectNow();
        window->showPage(QLatin1String(page));
        QTRY_VERIFY(session.state() == Session::State::Live);
    }
    void lose()
    {
        daemon.refuseStream = true;
        daemon.dropClients();
        QTRY_VERIFY(session.state() != Session::State::Live);
    }
    Profile otherProfile(FakeDaemon &other)
    {
        Profile profile;
        profile.name = QStringLiteral("other");
        profile.url = other.endpoint().url;
        const Result<Profile> saved = profiles.saveProfile(profile);
        (void)secrets.write(saved->secretKey(), other.token);
        return *saved;
    }
    Panel::State panel(const char *name) { return find<Panel>(name)->state(); }
};

/// A keyring that asks its owner before it answers.
class SlowSecrets final : public SecretStore {
public:
    QFuture<Result<std::string>> read(const QString &) override
    {
        m_read.start();
        return m_read.future();
    }
    QFuture<Result<>> write(const QString &, const std::string &secret) override
    {
        stored = secret;
        return QtFuture::makeReadyFuture(Result<>());
    }
    QFuture<Result<>> remove(const QString &) override
    {
        stored.clear();
        return QtFuture::makeReadyFuture(Result<>());
    }
    void answer()
    {
        m_read.addResult(Result<std::string>(stored));
        m_read.finish();
    }
    std::string stored {"precious"};

private:
    QPromise<Result<std::string>> m_read;
};

} // namespace

class TestLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatASourceSaidIsMarkedAsOld()
    {
        LinkedDesk desk;
        desk.open("sources");
        auto *table = desk.find<LiveTableView>("sources.table");
        QTRY_VERIFY(table->selectId(QStringLiteral("host")));
        QTRY_COMPARE(desk.panel("sources.host"), Panel::State::Content);
        QVERIFY(table->selectId(QStringLiteral("prom")));
        QTRY_COMPARE(desk.panel("sources.prometheus"), Panel::State::Content);
        desk.lose();
        QTRY_COMPARE(desk.panel("sources.prometheus"), Panel::State::Stale);
        QTRY_COMPARE(desk.panel("sources.host"), Panel::State::Stale);
        desk.daemon.refuseStream = false;
        desk.session.retryNow();
        QTRY_COMPARE(desk.panel("sources.prometheus"), Panel::State::Content);
        QTRY_COMPARE(desk.panel("sources.host"), Panel::State::Content);
    }

    void anIncidentInDetailIsMarkedAsOld()
    {
        LinkedDesk desk;
        desk.open("incidents");
        auto *table = desk.find<LiveTableView>("incidentTable");
        QTRY_VERIFY(table->selectId(QStringLiteral("inc-0")));
        QTRY_COMPARE(desk.panel("incidentDetailPanel"), Panel::State::Content);
        desk.lose();
        QTRY_COMPARE(desk.panel("incidentDetailPanel"), Panel::State::Stale);
        QVERIFY(!desk.find<QPushButton>("detailAcknowledge")->isEnabled());
        desk.daemon.refuseStream = false;
        desk.session.retryNow();
        QTRY_COMPARE(desk.panel("incidentDetailPanel"), Panel::State::Content);
    }

    void aTimelineThatCannotBeHadSaysSo()
    {
        LinkedDesk desk;
        const auto usual = desk.daemon.intercept;
        desk.daemon.intercept = [usual](const FakeDaemon::Seen &seen) {
            if (seen.method == "GET" && seen.path.startsWith("/api/v1/incidents/inc-0"))
                return std::optional(FakeDaemon::Reply {.status = 503, .body = "", .contentType = "text/plain"});
            return usual(seen);
        };
        desk.open("incidents");
        auto *table = desk.find<LiveTableView>("incidentTable");
        QTRY_VERIFY(table->selectId(QStringLiteral("inc-0")));
        auto *title = desk.find<QLabel>("incidentTimelineTitle");
        QTRY_VERIFY2(title->text().contains(QLatin1String("not available")), qPrintable(title->text()));
        desk.daemon.intercept = usual;
        Incident next = desk.daemon.incidents.at("inc-0");
        ++next.version;
        desk.daemon.put(next);
        QTRY_COMPARE(title->text(), QStringLiteral("Timeline"));
    }

    /// Lines of the server before would stand beside those of the new one.
    void chartsForgetTheOtherServer()
    {
        LinkedDesk desk;
        desk.open("overview");
        auto *chart = desk.find<LiveChart>("chart.cpu");
        constexpr std::int64_t now = 1'700'000'000'000'000;
        desk.daemon.sendSamples(now, {{"host_cpu_usage_ratio", 0.75}});
        QTRY_COMPARE(chart->latest("host_cpu_usage_ratio"), 0.75);
        FakeDaemon other;
        other.intercept = desk.daemon.intercept;
        desk.connector.setCacheFiles([&desk](const Profile &profile) { return desk.folder.filePath(profile.id); });
        desk.connector.open(desk.otherProfile(other));
        QTRY_VERIFY(desk.session.state() == Session::State::Live);
        QTRY_VERIFY(std::isnan(chart->latest("host_cpu_usage_ratio")));
    }

    void theBannerCountsDownAndTriesOnDemand()
    {
        LinkedDesk desk;
        SessionOptions slow;
        slow.stream.minBackoff = slow.stream.maxBackoff = std::chrono::seconds(60);
        Session session(desk.worker, desk.clock, slow);
        ConnectionBanner banner(desk.theme, session, desk.clock);
        session.connectTo(desk.daemon.endpoint(), desk.daemon.token);
        QTRY_COMPARE(session.state(), Session::State::Live);
        QVERIFY(banner.isHidden());
        desk.daemon.refuseStream = true;
        const int before = desk.daemon.subscriptions();
        desk.daemon.dropClients();
        const QRegularExpression next(QStringLiteral("Next try in (\\d+) seconds"));
        const auto seconds = [&] { return next.match(banner.text()).captured(1).toInt(); };
        QTRY_VERIFY2(seconds() >= 25 && seconds() <= 60, qPrintable(banner.text()));
        const int first = seconds();
        QTRY_VERIFY_WITH_TIMEOUT(seconds() > 0 && seconds() < first, 3000); // it counts
        desk.daemon.refuseStream = false;
        QTest::mouseClick(banner.findChild<QPushButton *>(QStringLiteral("bannerButton")), Qt::LeftButton);
        QTRY_COMPARE(session.state(), Session::State::Live);
        QCOMPARE(desk.daemon.subscriptions(), before + 1);
        QVERIFY(banner.isHidden());
    }

    /// The dialog for the token was closed: "Try now" must not be dead.
    void tryNowConnectsWhereNobodyGaveAToken()
    {
        LinkedDesk desk;
        desk.openWindow();
        Profile profile;
        profile.name = QStringLiteral("prod");
        profile.url = desk.daemon.endpoint().url;
        const Result<Profile> saved = desk.profiles.saveProfile(profile);
        QSignalSpy asked(&desk.connector, &Connector::tokenNeeded);
        desk.connector.open(*saved);
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(desk.session.state(), Session::State::Offline);
        (void)desk.secrets.write(saved->secretKey(), desk.daemon.token);
        desk.find<QPushButton>("bannerButton")->click();
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
    }

    void theServerOfTheMenuIsRemembered()
    {
        LinkedDesk desk;
        FakeDaemon other;
        desk.open("overview");
        const Profile profile = desk.otherProfile(other);
        auto *menu = desk.find<QMenu>("profileMenu");
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == QLatin1String("other"))
                action->trigger();
        }
        QCOMPARE(desk.connector.profile().id, profile.id);
        QCOMPARE(desk.preferences.settings().lastProfile, profile.id);
    }

    /// The undo is quicker than the keyring, which may ask its owner first.
    void anUndoneRemovalKeepsItsSecret()
    {
        LinkedDesk desk;
        SlowSecrets secrets;
        UiContext context {desk.theme, desk.clock,       desk.worker,  desk.session, desk.connector, desk.profiles,
                           secrets,    desk.preferences, desk.actions, desk.notices, desk.navigator};
        Profile profile;
        profile.name = QStringLiteral("prod");
        profile.url = QUrl(QStringLiteral("https://prod.example.org"));
        const Result<Profile> saved = desk.profiles.saveProfile(profile);
        desk.window = std::make_unique<MainWindow>(context, makePages(context));
        const auto gone = qScopeGuard([&desk] { desk.window.reset(); }); // before its context
        desk.window->show();
        desk.window->showPage(QStringLiteral("settings"));
        auto *table = desk.find<LiveTableView>("settings.profiles");
        QTRY_VERIFY(table->selectId(saved->id));
        QTest::mouseClick(desk.find<QPushButton>("settings.removeProfile"), Qt::LeftButton);
        QCOMPARE(desk.profiles.profiles().size(), std::size_t(1));
        QVERIFY(desk.actions.trigger(QStringLiteral("toast.undo")));
        QCOMPARE(desk.profiles.profiles().size(), std::size_t(2));
        secrets.answer();
        QCOMPARE(secrets.stored, std::string("precious"));
    }

    void theThemeOfTheCommandLineIsTold()
    {
        LinkedDesk desk;
        Appearance appearance(desk.theme, desk.language, desk.preferences);
        desk.preferences.update([](ConsoleSettings &settings) { settings.theme = ThemeChoice::Dark; });
        desk.open("settings");
        auto *hint = desk.find<QLabel>("settings.themeHint");
        QCOMPARE(hint->text(), QString());
        appearance.overrideTheme(QStringLiteral("night"));
        appearance.apply();
        QVERIFY2(hint->text().contains(QLatin1String("command line")) && hint->text().contains(QLatin1String("Night")),
                 qPrintable(hint->text()));
        auto *box = desk.find<QComboBox>("settings.theme");
        box->setCurrentIndex(box->findData(int(ThemeChoice::Light)));
        QCOMPARE(desk.theme.id(), ThemeId::Light);
        QCOMPARE(hint->text(), QString());
        box->setCurrentIndex(box->findData(int(ThemeChoice::System)));
        QVERIFY2(hint->text().startsWith(QLatin1String("The desktop asks for")), qPrintable(hint->text()));
        box->setCurrentIndex(box->findData(int(ThemeChoice::Dark)));
        auto *motion = desk.find<QComboBox>("settings.motion");
        motion->setCurrentIndex(motion->findData(int(MotionChoice::Reduced)));
        QVERIFY(desk.theme.reducesMotion());
        motion->setCurrentIndex(motion->findData(int(MotionChoice::System)));
        QVERIFY(!desk.theme.reducesMotion());
    }

    /// In the smallest window the address is what one must tell sources apart by.
    void targetsHaveRoom_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : Language::available())
            QTest::newRow(qPrintable(language)) << language;
    }
    void targetsHaveRoom()
    {
        QFETCH(QString, language);
        LinkedDesk desk;
        desk.language.use(language);
        desk.open("sources");
        auto *table = desk.find<LiveTableView>("sources.table");
        QTRY_VERIFY(table->model()->rowCount() == 2);
        QVERIFY(!table->isColumnHidden(SourceModel::Target));
        QTRY_VERIFY2(table->columnWidth(SourceModel::Target) >= 230,
                     qPrintable(QString::number(table->columnWidth(SourceModel::Target))));
        int widths = 0;
        for (int column = 0; column < SourceModel::ColumnCount; ++column)
            widths += table->isColumnHidden(column) ? 0 : table->columnWidth(column);
        QVERIFY2(widths <= table->viewport()->width(), qPrintable(QString::number(widths)));
        desk.language.use(QStringLiteral("en"));
    }

    /// Whatever the keyboard reaches says what it is, and tests and screen readers can find it.
    void everyControlHasAName_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"overview", "incidents", "metrics", "sources", "settings"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void everyControlHasAName()
    {
        QFETCH(QString, page);
        LinkedDesk desk;
        desk.open("overview");
        desk.window->showPage(page);
        QTRY_VERIFY(desk.session.isLoaded());
        QStringList nameless;
        int controls = 0;
        for (QWidget *widget : desk.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            ++controls;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const QString name = widget->objectName();
            // Qt's own parts inside of another control are named by it.
            const bool inner = name.startsWith(QLatin1String("qt_")) || qobject_cast<QScrollBar *>(widget);
            if (!inner && (!named || name.isEmpty()))
                nameless << QStringLiteral("%1 “%2” in “%3”")
                                .arg(QLatin1String(widget->metaObject()->className()), name,
                                     widget->parentWidget()->objectName());
        }
        QVERIFY(controls > 5);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
