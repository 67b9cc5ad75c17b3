// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An operator at the keyboard: the real window against a daemon in memory.
#include "tests/uisupport/consolefixture.h"
#include "ui/incidents/incidentdialog.h"
#include "ui/models/incidentmodel.h"
#include "widgets/commandpalette.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"
#include "widgets/statechip.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vigie;
using test::ConsoleFixture;

namespace {

struct Triage : ConsoleFixture {
    LiveTableView *table {nullptr};

    void fill(int count = 3)
    {
        for (int i = 0; i < count; ++i) {
            Incident incident = makeIncident("inc-" + std::to_string(i), i == 0 ? Severity::Critical : Severity::Medium,
                                             "Incident " + std::to_string(i));
            incident.startedAt = clock.now() - std::chrono::minutes(i + 1);
            daemon.put(incident);
        }
        openWindow();
        window->showPage(QStringLiteral("incidents"));
        table = find<LiveTableView>("incidentTable");
        connectNow();
    }
    bool isReady(int rows = 3) const
    {
        return session.state() == Session::State::Live && table && table->model()->rowCount() == rows;
    }
    void type(const char *keys)
    {
        window->activateWindow();
        QWidget *target = window->focusWidget() ? window->focusWidget() : window.get();
        QTest::keyClicks(target, QLatin1String(keys));
    }
    /// For people who want to look: VIGIE_SHOTS=<folder>.
    void shoot(const char *name) const
    {
        const QString to = qEnvironmentVariable("VIGIE_SHOTS");
        if (!to.isEmpty())
            window->grab().save(QString(to % QLatin1Char('/') % QLatin1String(name) % QLatin1String(".png")));
    }
    IncidentStatus status(const char *id) const { return daemon.incidents.at(id).status; }
    TargetDialog *dialog() { return window->findChild<TargetDialog *>(); }
};

} // namespace

class TestTriage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acknowledgesWithOneKeyAndTakesItBack()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        QSignalSpy said(&desk.notices, &Notices::said);
        QTRY_VERIFY(desk.table->currentIndex().isValid());
        QCOMPARE(desk.table->currentId(), QStringLiteral("inc-0"));
        desk.type("a");
        QTRY_COMPARE(desk.status("inc-0"), IncidentStatus::Acknowledged);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY2(said.first().first().toString().contains(QLatin1String("Incident 0")), "it names what it did");
        QCOMPARE(desk.status("inc-1"), IncidentStatus::Open);
        QTest::keyClick(desk.table, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.status("inc-0"), IncidentStatus::Open);
    }

    void twoKeysForTheNextUnownedCritical()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        desk.window->showPage(QStringLiteral("overview"));
        desk.type("na");
        QTRY_COMPARE(desk.status("inc-0"), IncidentStatus::Acknowledged);
        QCOMPARE(desk.window->currentPage()->id(), QStringLiteral("incidents"));
    }

    void severalAreNamedBeforeAndNothingElseIsTouched()
    {
        Triage desk;
        desk.fill(5);
        QTRY_VERIFY(desk.isReady(5));
        desk.table->selectId(QStringLiteral("inc-1"));
        desk.table->selectionModel()->select(desk.table->model()->index(desk.table->currentIndex().row() + 1, 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QStringList chosen = desk.table->selectedIds();
        QCOMPARE(chosen.size(), 2);
        desk.type("a");
        QTRY_VERIFY(desk.dialog());
        const QString named = desk.dialog()->findChild<QLabel *>(QStringLiteral("targetList"))->text();
        QCOMPARE(named.count(QLatin1Char('\n')), 1);
        for (const auto &[id, incident] : desk.daemon.incidents)
            QCOMPARE(incident.status, IncidentStatus::Open); // nothing happened yet
        desk.dialog()->confirmButton()->click();
        for (const QString &id : chosen)
            QTRY_COMPARE(desk.daemon.incidents.at(id.toStdString()).status, IncidentStatus::Acknowledged);
        int touched = 0;
        for (const auto &[id, incident] : desk.daemon.incidents)
            touched += incident.status != IncidentStatus::Open;
        QCOMPARE(touched, 2);
    }

    void resolveAsksForANote()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        desk.table->setAutomaticHold(false); // rows go at once
        desk.table->setUpdatesHeld(false);
        desk.table->selectId(QStringLiteral("inc-2"));
        desk.type("r");
        QTRY_VERIFY(desk.dialog());
        QCOMPARE(desk.status("inc-2"), IncidentStatus::Open);
        auto *note = desk.dialog()->findChild<QPlainTextEdit *>(QStringLiteral("targetText"));
        note->setPlainText(QStringLiteral("restarted"));
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.status("inc-2"), IncidentStatus::Resolved);
        QTRY_COMPARE(desk.table->model()->rowCount(), 2);
    }

    void aConflictShowsWhatChangedAndChangesNothing()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        QSignalSpy said(&desk.notices, &Notices::said);
        Incident other = desk.daemon.incidents.at("inc-0");
        ++other.version;
        other.owner = "ann";
        desk.daemon.putSilently(other);
        desk.table->selectId(QStringLiteral("inc-0"));
        desk.type("a");
        QTRY_COMPARE(said.count(), 1);
        const QString text = said.first().first().toString();
        QVERIFY2(text.contains(QLatin1String("ann")), qPrintable(text));
        QCOMPARE(desk.status("inc-0"), IncidentStatus::Open);
    }

    void typedTextSurvivesUpdatesAndReconnects()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        desk.table->selectId(QStringLiteral("inc-1"));
        auto *comment = desk.find<QPlainTextEdit>("incidentComment");
        QTest::keyClicks(comment, QStringLiteral("half a thought"));
        Incident changed = desk.daemon.incidents.at("inc-1");
        ++changed.version;
        changed.severity = Severity::High;
        desk.daemon.put(changed);
        const std::uint64_t before = desk.session.reconnects();
        desk.daemon.dropClients();
        QTRY_VERIFY(desk.session.reconnects() > before);
        QTRY_VERIFY(desk.session.state() == Session::State::Live);
        QTRY_COMPARE(desk.session.incident(IncidentId {"inc-1"})->severity, Severity::High);
        QCOMPARE(comment->toPlainText(), QStringLiteral("half a thought"));
        QCOMPARE(desk.table->currentId(), QStringLiteral("inc-1"));
        desk.table->selectId(QStringLiteral("inc-2"));
        QVERIFY(comment->toPlainText().isEmpty());
        desk.table->selectId(QStringLiteral("inc-1"));
        QCOMPARE(comment->toPlainText(), QStringLiteral("half a thought"));
    }

    /// The row goes while a comment is being written: text and button stay with its incident until another is chosen.
    void aCommentDoesNotGoToTheNeighbour()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        desk.table->setAutomaticHold(false);
        desk.table->setUpdatesHeld(false);
        desk.table->selectId(QStringLiteral("inc-1"));
        auto *comment = desk.find<QPlainTextEdit>("incidentComment");
        comment->setFocus();
        QTest::keyClicks(comment, QStringLiteral("half a "));
        Incident gone = desk.daemon.incidents.at("inc-1");
        ++gone.version;
        gone.status = IncidentStatus::Resolved;
        desk.daemon.put(gone);
        QTRY_COMPARE(desk.table->model()->rowCount(), 2);
        desk.daemon.put(desk.makeIncident("inc-9", Severity::Critical, "Incident 9"));
        QTRY_COMPARE(desk.table->model()->rowCount(), 3);
        QCOMPARE(desk.find<QLabel>("incidentTitle")->text(), QStringLiteral("Incident 1"));
        QTest::keyClicks(comment, QStringLiteral("thought"));
        desk.find<QPushButton>("incidentSendComment")->click();
        const auto sent = [&](const char *id) {
            return std::any_of(desk.daemon.seen().begin(), desk.daemon.seen().end(), [&](const auto &seen) {
                return seen.method == "PUT" && seen.path.endsWith(id) && seen.body.contains("half a thought");
            });
        };
        QTRY_VERIFY(sent("/inc-1"));
        // The neighbour, which is the current row already, is chosen like any other.
        const QModelIndex current = desk.table->currentIndex();
        QVERIFY(current.isValid());
        QTest::mouseClick(desk.table->viewport(), Qt::LeftButton, {}, desk.table->visualRect(current).center());
        QCOMPARE(desk.find<QLabel>("incidentTitle")->text(),
                 current.siblingAtColumn(IncidentModel::TitleColumn).data().toString());
    }

    /// The last row goes, another comes: it does not take the pane from who writes there.
    void aNewRowDoesNotTakeThePane()
    {
        Triage desk;
        desk.fill(1);
        QTRY_VERIFY(desk.isReady(1));
        desk.table->setAutomaticHold(false);
        desk.table->setUpdatesHeld(false);
        QTRY_COMPARE(desk.find<QLabel>("incidentTitle")->text(), QStringLiteral("Incident 0"));
        Incident gone = desk.daemon.incidents.at("inc-0");
        ++gone.version;
        gone.status = IncidentStatus::Resolved;
        desk.daemon.put(gone);
        QTRY_COMPARE(desk.table->model()->rowCount(), 0);
        desk.daemon.put(desk.makeIncident("inc-9", Severity::Critical, "Incident 9"));
        QTRY_COMPARE(desk.table->model()->rowCount(), 1);
        QCOMPARE(desk.find<QLabel>("incidentTitle")->text(), QStringLiteral("Incident 0"));
        QVERIFY(desk.table->selectedIds().isEmpty());
        desk.type("j");
        QCOMPARE(desk.find<QLabel>("incidentTitle")->text(), QStringLiteral("Incident 9"));
    }

    void fromAnotherPageNothingIsDoneToWhatNobodySaw()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.table->currentIndex().isValid());
        desk.window->showPage(QStringLiteral("overview"));
        QSignalSpy said(&desk.notices, &Notices::said);
        QVERIFY(!desk.actions.trigger(QStringLiteral("incidents.acknowledge")));
        QCOMPARE(desk.window->currentPage()->id(), QStringLiteral("incidents"));
        QCOMPARE(said.count(), 1);
        QVERIFY(said.first().first().toString().contains(QStringLiteral("“Acknowledge”")));
        QVERIFY(desk.actions.trigger(QStringLiteral("incidents.acknowledge")));
        QTRY_COMPARE(desk.status("inc-0"), IncidentStatus::Acknowledged);
        QTRY_COMPARE(said.count(), 2); // of that one change
    }

    void anEmptyListOfALostServerIsNotWell()
    {
        Triage desk;
        desk.fill(0);
        auto *panel = desk.find<Panel>("incidentTablePanel");
        QTRY_COMPARE(panel->state(), Panel::State::Empty);
        desk.daemon.refuseStream = true;
        desk.daemon.dropClients();
        QTRY_COMPARE(panel->state(), Panel::State::Stale);
        QVERIFY2(panel->toolTip().contains(QLatin1String("nothing new for")), qPrintable(panel->toolTip()));
        desk.daemon.refuseStream = false;
        desk.session.retryNow();
        QTRY_COMPARE(panel->state(), Panel::State::Empty);
    }

    /// The copy on disk says of which time it is, beside the table and in detail.
    void theLastKnownStateHasItsTime()
    {
        Triage desk;
        const QString file = desk.folder.filePath(QStringLiteral("last.json"));
        desk.daemon.put(desk.makeIncident("inc-0", Severity::High, "Incident 0"));
        {
            SessionOptions options;
            options.cacheFile = file;
            Session before(desk.worker, desk.clock, options);
            before.connectTo(desk.daemon.endpoint(), desk.daemon.token);
            QTRY_COMPARE(before.state(), Session::State::Live);
        }
        desk.openWindow();
        desk.window->showPage(QStringLiteral("incidents"));
        desk.session.changeCache(file);
        for (const char *name : {"incidentTablePanel", "incidentDetailPanel"}) {
            auto *panel = desk.find<Panel>(name);
            QTRY_COMPARE(panel->state(), Panel::State::Stale);
            QVERIFY2(panel->toolTip().contains(QLatin1String("Last known state of ")), qPrintable(panel->toolTip()));
        }
    }

    void lossOfTheServerCannotBeOverlooked()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        auto *banner = desk.find<QWidget>("connectionBanner");
        QVERIFY(banner->isHidden());
        desk.daemon.refuseStream = true;
        desk.daemon.forgetTokens();
        desk.daemon.token = "another";
        desk.daemon.dropClients();
        QTRY_VERIFY(!banner->isHidden());
        desk.shoot("lost");
        QVERIFY(desk.table->model()->rowCount() == 3);
        desk.daemon.token = "secret";
        desk.daemon.refuseStream = false;
        desk.connectNow();
        QTRY_VERIFY(banner->isHidden());
    }

    void filterKeyAndToggles()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        desk.type("/");
        auto *text = desk.find<QLineEdit>("incidentFilterText");
        QCOMPARE(desk.window->focusWidget(), text);
        QTest::keyClicks(text, QStringLiteral("incident 2"));
        QTRY_COMPARE(desk.table->model()->rowCount(), 1);
        desk.find<QPushButton>("filterReset")->click();
        QTRY_COMPARE(desk.table->model()->rowCount(), 3);
        desk.find<QToolButton>("filterCritical")->click();
        QCOMPARE(desk.table->model()->rowCount(), 1);
    }

    void escapeAndEnterLeaveTheFilter()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        for (const Qt::Key leave : {Qt::Key_Escape, Qt::Key_Return}) {
            desk.type("/");
            auto *text = desk.find<QLineEdit>("incidentFilterText");
            QCOMPARE(desk.window->focusWidget(), text);
            QTest::keyClicks(text, QStringLiteral("inc"));
            QTest::keyClick(text, leave);
            QCOMPARE(desk.window->focusWidget(), desk.table);
            QCOMPARE(text->text(), QStringLiteral("inc"));
        }
    }

    void besideAnEmptyListNothingCanBeAcknowledged()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        auto *button = desk.find<QPushButton>("detailAcknowledge");
        QTRY_VERIFY(button->isVisible());
        desk.find<QLineEdit>("incidentFilterText")->setText(QStringLiteral("no such thing"));
        QTRY_COMPARE(desk.table->model()->rowCount(), 0);
        QTRY_VERIFY(!button->isVisible());
        desk.find<QPushButton>("filterReset")->click();
        QTRY_VERIFY(button->isVisible());
    }

    void paletteHasEveryActionThatIsNotHidden()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        const QStringList ids = desk.actions.ids();
        QVERIFY(ids.size() > 25);
        for (const QString &id : ids) {
            QVERIFY2(!desk.actions.title(id).isEmpty(), qPrintable(id));
            QVERIFY2(!desk.actions.find(id)->category().isEmpty(), qPrintable(id));
            const QString keys = desk.actions.keys(id);
            QVERIFY2(desk.actions.conflict(id, keys).isEmpty(),
                     qPrintable(QString(id % QLatin1String(" and ") % desk.actions.conflict(id, keys))));
        }
        QTest::keyClick(desk.table, Qt::Key_K, Qt::ControlModifier);
        auto *palette = desk.find<CommandPalette>("commandPalette");
        QTRY_VERIFY(palette->isOpen());
        desk.shoot("palette");
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : desk.window->focusWidget(),
                        Qt::Key_Escape);
        QTRY_VERIFY(!palette->isOpen());
    }

    void newIncidentNamesTheWrongField()
    {
        Triage desk;
        desk.fill();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.actions.trigger(QStringLiteral("incidents.create")));
        auto *dialog = desk.window->findChild<NewIncidentDialog *>();
        QVERIFY(dialog);
        auto *create = dialog->findChild<QPushButton *>(QStringLiteral("createButton"));
        QVERIFY(!create->isEnabled());
        dialog->findChild<QLineEdit *>(QStringLiteral("titleEdit"))->setText(QStringLiteral("Printer burns"));
        QVERIFY(create->isEnabled());
        create->click();
        QTRY_COMPARE(desk.daemon.incidents.size(), std::size_t(4));
        QTRY_COMPARE(desk.table->model()->rowCount(), 4);
    }
};

QTEST_MAIN(TestTriage)
#include "tst_triage.moc"
