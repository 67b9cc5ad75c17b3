// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is not live must say so: a lost server, a silent one, the copy of the last known state.
#include "tests/uisupport/consolefixture.h"
#include "ui/models/linkstate.h"
#include "ui/shell/connectionbanner.h"
#include "widgets/agebadge.h"
#include "widgets/panel.h"

#include <QSignalSpy>
#include <QTest>

using namespace vigie;
using test::ConsoleFixture;
using test::FakeDaemon;
using namespace std::chrono_literals;

namespace {

/// A session of its own beside the fixture's, with the bar over it.
struct Watched {
    Session session;
    ConnectionBanner banner;

    explicit Watched(ConsoleFixture &desk, const SessionOptions &options = {})
        : session(desk.worker, desk.clock, options)
        , banner(desk.theme, session, desk.clock)
    {
    }
    bool says(const char *words) const { return banner.text().contains(QLatin1String(words)); }
};

} // namespace

class TestOutage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSilentServerIsMarked()
    {
        ConsoleFixture desk;
        SessionOptions options;
        options.stream.silence = 300ms;
        options.stream.giveUp = 60s;
        Watched watched(desk, options);
        watched.session.connectTo(desk.daemon.endpoint(), desk.daemon.token);
        QTRY_COMPARE(watched.session.state(), Session::State::Live);
        QCOMPARE(linkState(watched.session, desk.clock).view, LinkState::View::Fresh);
        QVERIFY(watched.banner.isHidden());
        QTRY_COMPARE(watched.session.state(), Session::State::Stale);
        QVERIFY2(watched.says("The server does not answer"), qPrintable(watched.banner.text()));
        QVERIFY(watched.says("What you see is the last known state."));
        const LinkState link = linkState(watched.session, desk.clock);
        QCOMPARE(link.view, LinkState::View::Stale);
        QVERIFY2(link.text.contains(QStringLiteral("nothing new for")), qPrintable(link.text));
        desk.daemon.tick();
        QTRY_VERIFY(watched.banner.isHidden());
        QCOMPARE(linkState(watched.session, desk.clock).view, LinkState::View::Fresh);
    }

    void aLostServerStaysLostWhileItIsTriedAgain()
    {
        ConsoleFixture desk;
        Watched watched(desk);
        watched.session.connectTo(desk.daemon.endpoint(), desk.daemon.token);
        QTRY_COMPARE(watched.session.state(), Session::State::Live);
        desk.daemon.refuseStream = true;
        desk.daemon.dropClients();
        QTRY_COMPARE(watched.session.state(), Session::State::Lost);
        QVERIFY2(watched.says("No connection to the server"), qPrintable(watched.banner.text()));
        QCOMPARE(linkState(watched.session, desk.clock).view, LinkState::View::Stale);
        // Connecting anew is part of the same outage.
        watched.session.connectTo(desk.daemon.endpoint(), desk.daemon.token);
        QVERIFY(watched.session.state() != Session::State::Lost);
        QVERIFY2(watched.says("No connection to the server"), qPrintable(watched.banner.text()));
    }

    /// The copy on disk is readable without a server, and nobody takes it for the present.
    void theLastKnownStateIsMarked()
    {
        ConsoleFixture desk;
        SessionOptions options;
        options.cacheFile = desk.folder.filePath(QStringLiteral("last.json"));
        desk.daemon.put(desk.makeIncident("inc-1", Severity::High, "Old news"));
        {
            Session before(desk.worker, desk.clock, options);
            before.connectTo(desk.daemon.endpoint(), desk.daemon.token);
            QTRY_COMPARE(before.state(), Session::State::Live);
        }
        Watched watched(desk, options);
        QTRY_VERIFY(watched.session.cachedAt());
        QVERIFY(watched.session.incident(IncidentId {"inc-1"}));
        QTRY_VERIFY(!watched.banner.isHidden());
        QVERIFY2(watched.says("Shown is the last known state of"), qPrintable(watched.banner.text()));
        QVERIFY(watched.says("nothing here is current"));
        const LinkState link = linkState(watched.session, desk.clock);
        QCOMPARE(link.view, LinkState::View::Stale);
        QVERIFY2(link.text.contains(QStringLiteral("Last known state of")), qPrintable(link.text));
        watched.session.connectTo(desk.daemon.endpoint(), desk.daemon.token);
        QTRY_VERIFY(watched.banner.isHidden());
        QCOMPARE(linkState(watched.session, desk.clock).view, LinkState::View::Fresh);
    }

    void theTopBarTellsTheAgeOfTheCopy()
    {
        ConsoleFixture desk;
        const QString file = desk.folder.filePath(QStringLiteral("last.json"));
        {
            SessionOptions options;
            options.cacheFile = file;
            Session before(desk.worker, desk.clock, options);
            before.connectTo(desk.daemon.endpoint(), desk.daemon.token);
            QTRY_COMPARE(before.state(), Session::State::Live);
        }
        desk.openWindow();
        auto *age = desk.find<AgeBadge>("dataAge");
        QVERIFY(age);
        QCOMPARE(age->freshness(), Freshness::Unknown);
        desk.session.changeCache(file);
        QTRY_VERIFY(desk.session.cachedAt());
        QTRY_VERIFY2(age->freshness() != Freshness::Unknown, qPrintable(age->text()));
    }

    /// It says why and where to read more, and is taken back when the server is there.
    void aServerThatDoesNotStartIsExplained()
    {
        ConsoleFixture desk;
        desk.openWindow();
        QSignalSpy said(&desk.notices, &Notices::said);
        Q_EMIT desk.connector.daemonFailed({Error::Code::Unavailable, "vigie.db is damaged", {}});
        QCOMPARE(said.count(), 1);
        QVERIFY(said.first().first().toString().contains(QLatin1String("vigie.db is damaged")));
        QVERIFY(desk.find<QWidget>("toast"));
        desk.connectNow();
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        QTRY_VERIFY(!desk.find<QWidget>("toast"));
    }

    void figuresOfSourcesAreAskedForAgain()
    {
        ConsoleFixture desk;
        desk.daemon.put(FakeDaemon::source("probe-1"));
        desk.openWindow();
        desk.connectNow();
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        desk.window->showPage(QStringLiteral("sources"));
        desk.daemon.sources.at("probe-1").failures = 103; // no event tells
        desk.window->currentPage()->refresh();
        QTRY_COMPARE(desk.session.sources().at(SourceId {"probe-1"}).failures, 103);
    }

    void aDamagedSettingsFileIsNamed()
    {
        ConsoleFixture desk;
        desk.openWindow();
        QSignalSpy said(&desk.notices, &Notices::said);
        Q_EMIT desk.preferences.savingFailed({Error::Code::Unavailable, "cannot write it", {}});
        QCOMPARE(said.count(), 1);
        const QString text = said.first().first().toString();
        QVERIFY2(text.contains(QLatin1String("console.ini")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("server")), qPrintable(text));
    }

    void everyPanelOfTheOverviewIsMarked_data()
    {
        QTest::addColumn<QString>("panel");
        for (const char *name : {"overview.incidents", "overview.sources", "overview.changes", "chart.cpu"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyPanelOfTheOverviewIsMarked()
    {
        QFETCH(QString, panel);
        ConsoleFixture desk;
        desk.daemon.put(desk.makeIncident("inc-1", Severity::High, "x"));
        desk.daemon.put(FakeDaemon::source("probe-1"));
        desk.openWindow();
        desk.connectNow();
        desk.window->showPage(QStringLiteral("overview"));
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        desk.daemon.sendSamples(1'700'000'000'000'000, {{"host_cpu_usage_ratio", 0.5}});
        const auto *shown = desk.window->findChild<Panel *>(panel);
        QVERIFY(shown);
        QTRY_COMPARE(shown->state(), Panel::State::Content);
        desk.daemon.refuseStream = true;
        desk.daemon.dropClients();
        QTRY_COMPARE(shown->state(), Panel::State::Stale);
        desk.daemon.refuseStream = false;
        desk.session.retryNow();
        QTRY_COMPARE(shown->state(), Panel::State::Content);
    }
};

QTEST_MAIN(TestOutage)
#include "tst_outage.moc"
