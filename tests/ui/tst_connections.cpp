// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles and tokens: what is edited holds at once, and no token is lost or kept against the user's wish.
#include "tests/uisupport/consolefixture.h"
#include "ui/settings/connectiontest.h"
#include "ui/settings/profiledialog.h"
#include "widgets/livetableview.h"
#include "widgets/navrail.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vigie;
using test::ConsoleFixture;
using test::FakeDaemon;

namespace {

struct ConnectionsDesk : ConsoleFixture {
    Profile saveProfile(const QString &name, const FakeDaemon &server)
    {
        Profile profile;
        profile.name = name;
        profile.url = server.endpoint().url;
        const Result<Profile> saved = profiles.saveProfile(profile);
        if (!saved)
            qFatal("the profile was refused: %s", saved.error().detail.c_str());
        return *saved;
    }
    /// The dialog of the chosen row, as the button opens it.
    ProfileDialog *edit(const QString &id)
    {
        window->showPage(QStringLiteral("settings"));
        if (!QTest::qWaitFor([&] { return find<LiveTableView>("settings.profiles")->selectId(id); }))
            return nullptr;
        find<QPushButton>("settings.editProfile")->click();
        return window->findChild<ProfileDialog *>();
    }
    void chooseAndConnect(const QString &id)
    {
        window->showPage(QStringLiteral("settings"));
        QTRY_VERIFY(find<LiveTableView>("settings.profiles")->selectId(id));
        find<QPushButton>("settings.connect")->click();
    }
    QString keptToken(const Profile &profile)
    {
        const Result<std::string> kept = secrets.read(profile.secretKey()).result();
        return kept ? QString::fromStdString(*kept) : QStringLiteral("none");
    }
};

QLineEdit *field(const ProfileDialog *dialog, const char *name)
{
    return dialog->findChild<QLineEdit *>(QLatin1String(name));
}

} // namespace

class TestConnections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// "Test", then Cancel: what ends with the dialog must not speak to what is left of it.
    void aTestThatWaitsEndsInSilence()
    {
        ConnectionsDesk desk;
        desk.daemon.intercept = [](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
            return seen.path == "/auth/login" ? std::optional(FakeDaemon::Reply {.hang = true}) : std::nullopt;
        };
        auto waiting = std::make_unique<ConnectionTest>(desk.worker);
        int said = 0;
        connect(waiting.get(), &ConnectionTest::failed, this, [&said] { ++said; });
        waiting->start(desk.daemon.endpoint(), "secret");
        QTRY_COMPARE(desk.daemon.seen().size(), 1);
        waiting.reset();
        QCOMPARE(said, 0);

        desk.openWindow();
        const Profile profile = desk.saveProfile(QStringLiteral("prod"), desk.daemon);
        (void)desk.secrets.write(profile.secretKey(), "secret");
        QPointer<ProfileDialog> dialog = new ProfileDialog(desk.context, profile, desk.window.get());
        dialog->open();
        dialog->findChild<QPushButton *>(QStringLiteral("test"))->click();
        QTRY_COMPARE(desk.daemon.seen().size(), 2);
        dialog->reject();
        QTRY_VERIFY(!dialog);
    }

    /// Its token is in the daemon's file: another one would only end the session.
    void theOwnDaemonTakesNoOtherToken()
    {
        ConnectionsDesk desk;
        desk.openWindow();
        desk.connector.open(desk.profiles.profiles().front());
        QVERIFY(desk.connector.profile().isPrivate());
        QVERIFY(!desk.actions.whyNot(QStringLiteral("connection.signIn")).isEmpty());
        QVERIFY(!desk.actions.trigger(QStringLiteral("connection.signIn")));
        QVERIFY(!desk.find<QDialog>("tokenDialog"));
        auto *menu = desk.find<QMenu>("profileMenu");
        Q_EMIT menu->aboutToShow();
        const QString title = desk.actions.title(QStringLiteral("connection.signIn"));
        const QList<QAction *> entries = menu->actions();
        const auto entry = std::find_if(entries.begin(), entries.end(),
                                        [&](const QAction *action) { return action->text() == title; });
        QVERIFY(entry != entries.end() && !(*entry)->isEnabled());
        const Session::State before = desk.session.state();
        desk.connector.supplyToken("another", false);
        QCOMPARE(desk.session.state(), before);
        QVERIFY(desk.session.endpoint().url.isEmpty());

        desk.connectNow();
        QVERIFY(desk.actions.whyNot(QStringLiteral("connection.signIn")).isEmpty());
    }

    void anEditedConnectionIsUsedAtOnce()
    {
        ConnectionsDesk desk;
        FakeDaemon other;
        desk.openWindow();
        desk.connectNow();
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        ProfileDialog *dialog = desk.edit(desk.connector.profile().id);
        QVERIFY(dialog);
        field(dialog, "url")->setText(other.endpoint().url.toString());
        dialog->accept();
        QTRY_COMPARE(desk.session.endpoint().url.port(), int(other.port()));
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        QTRY_COMPARE(other.subscriptions(), 1);
        QVERIFY(!desk.find<QPushButton>("settings.connect")->isEnabled());

        // Another name is no other connection.
        dialog = desk.edit(desk.connector.profile().id);
        field(dialog, "name")->setText(QStringLiteral("prod-us"));
        dialog->accept();
        QCOMPARE(desk.find<QToolButton>("profileButton")->text(), QStringLiteral("prod-us"));
        QCOMPARE(desk.session.state(), Session::State::Live);
        QCOMPARE(other.subscriptions(), 1);
    }

    void aRefusedConnectionCanBeTriedAgain()
    {
        ConnectionsDesk desk;
        const Profile profile = desk.saveProfile(QStringLiteral("prod"), desk.daemon);
        desk.openWindow();
        (void)desk.secrets.write(profile.secretKey(), "wrong");
        desk.chooseAndConnect(profile.id);
        QTRY_COMPARE(desk.session.state(), Session::State::Denied);
        QVERIFY(desk.find<QPushButton>("settings.connect")->isEnabled());
        (void)desk.secrets.write(profile.secretKey(), desk.daemon.token);
        desk.find<QPushButton>("settings.connect")->click();
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
    }

    void aTypedTokenIsGoodForThisRun_data()
    {
        QTest::addColumn<bool>("keep");
        QTest::addColumn<QString>("kept");
        QTest::newRow("kept") << true << QStringLiteral("secret");
        QTest::newRow("not kept") << false << QStringLiteral("none");
    }
    void aTypedTokenIsGoodForThisRun()
    {
        QFETCH(bool, keep);
        ConnectionsDesk desk;
        const Profile profile = desk.saveProfile(QStringLiteral("prod"), desk.daemon);
        desk.openWindow();
        (void)desk.secrets.write(profile.secretKey(), "old");
        ProfileDialog *dialog = desk.edit(profile.id);
        QVERIFY(dialog);
        field(dialog, "token")->setText(QString::fromStdString(desk.daemon.token));
        dialog->findChild<QCheckBox *>(QStringLiteral("keep"))->setChecked(keep);
        dialog->accept();
        QTEST(desk.keptToken(profile), "kept");
        QSignalSpy asked(&desk.connector, &Connector::tokenNeeded);
        desk.chooseAndConnect(profile.id);
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        QCOMPARE(asked.count(), 0);
        QTEST(desk.keptToken(profile), "kept");
    }

    void withoutTheTickNoTokenIsKept()
    {
        ConnectionsDesk desk;
        desk.openWindow();
        desk.connectNow();
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        const Profile profile = desk.connector.profile();
        ProfileDialog *dialog = desk.edit(profile.id);
        QVERIFY(dialog);
        dialog->findChild<QCheckBox *>(QStringLiteral("keep"))->setChecked(false);
        dialog->accept();
        QCOMPARE(desk.keptToken(profile), QStringLiteral("none"));
        QCOMPARE(desk.session.state(), Session::State::Live); // the session goes on
    }

    void theUserIsNamedBesideTheConnection()
    {
        ConnectionsDesk desk;
        Profile profile = desk.saveProfile(QStringLiteral("prod"), desk.daemon);
        profile.user = QStringLiteral("operator-7");
        QVERIFY(desk.profiles.saveProfile(profile));
        desk.openWindow();
        auto *menu = desk.find<QMenu>("profileMenu");
        Q_EMIT menu->aboutToShow();
        const QList<QAction *> entries = menu->actions();
        QVERIFY(std::any_of(entries.begin(), entries.end(), [](const QAction *action) {
            return action->text().contains(QLatin1String("prod"))
                && action->text().contains(QLatin1String("operator-7"));
        }));
        (void)desk.secrets.write(profile.secretKey(), desk.daemon.token);
        desk.chooseAndConnect(profile.id);
        QTRY_COMPARE(desk.session.state(), Session::State::Live);
        auto *table = desk.find<LiveTableView>("settings.profiles");
        QVERIFY(table->selectId(profile.id));
        QCOMPARE(table->currentIndex().siblingAtColumn(1).data().toString(), QStringLiteral("ann"));
        QVERIFY(desk.find<QToolButton>("profileButton")->toolTip().contains(QLatin1String("ann")));
    }

    void thePageListFollowsItsSetting()
    {
        ConnectionsDesk desk;
        desk.openWindow();
        auto *rail = desk.find<NavRail>("navRail");
        QVERIFY(!rail->isCollapsed());
        desk.window->showPage(QStringLiteral("settings"));
        auto *tick = desk.find<QCheckBox>("settings.rail");
        tick->click();
        QVERIFY(rail->isCollapsed());
        QVERIFY(desk.actions.trigger(QStringLiteral("window.rail")));
        QVERIFY(!rail->isCollapsed());
        QVERIFY(!tick->isChecked());
        tick->click();
        desk.window->close();
        QVERIFY(desk.preferences.settings().railCollapsed);
    }
};

QTEST_MAIN(TestConnections)
#include "tst_connections.moc"
