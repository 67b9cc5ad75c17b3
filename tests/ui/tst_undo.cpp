// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Undo puts back what was before, and nothing that somebody else has done since.
#include "tests/uisupport/consolefixture.h"
#include "ui/incidents/incidentactions.h"
#include "ui/incidents/incidentdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;
using namespace std::chrono_literals;
using test::ConsoleFixture;

namespace {

const IncidentId only {"inc-0"};

struct UndoDesk : ConsoleFixture {
    std::unique_ptr<IncidentActions> incidents;
    std::unique_ptr<QSignalSpy> said;

    explicit UndoDesk(IncidentStatus status = IncidentStatus::Open, std::optional<Timestamp> until = {})
    {
        Incident incident = makeIncident(only.value, Severity::High, "Incident 0");
        incident.status = status;
        incident.snoozedUntil = until;
        daemon.put(incident);
        openWindow();
        connectNow();
        QTRY_VERIFY(session.state() == Session::State::Live && session.incident(only));
        incidents = std::make_unique<IncidentActions>(context, window.get());
        said = std::make_unique<QSignalSpy>(&notices, &Notices::said);
    }
    const Incident &now() const { return daemon.incidents.at(only.value); }
    void colleague(const std::function<void(Incident &)> &change)
    {
        Incident incident = now();
        ++incident.version;
        change(incident);
        daemon.put(incident);
        QTRY_COMPARE(session.incident(only)->version, incident.version);
    }
    void run(const QString &action)
    {
        const auto before = said->count();
        if (action == QLatin1String("acknowledge"))
            incidents->acknowledge({only});
        else if (action == QLatin1String("assign"))
            incidents->assignToMe({only});
        else if (action == QLatin1String("snooze"))
            incidents->snooze({only});
        else
            incidents->resolve({only});
        if (auto *dialog = window->findChild<TargetDialog *>())
            dialog->confirmButton()->click();
        QTRY_COMPARE(said->count(), before + 1);
    }
    void undo()
    {
        const auto before = said->count();
        QVERIFY(actions.trigger(QStringLiteral("toast.undo")));
        QTRY_COMPARE(said->count(), before + 1);
    }
    QString lastSaid() const { return said->last().first().toString(); }
};

} // namespace

class TestUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsBackWhatWasBefore_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("before");
        QTest::addColumn<bool>("isOver"); // the time it was snoozed for
        QTest::addColumn<int>("after");
        const auto row = [](const char *action, IncidentStatus before, bool isOver, IncidentStatus after) {
            QTest::addRow("%s, %s%s", action, statusName(before).data(), isOver ? ", over" : "")
                << QString::fromLatin1(action) << int(before) << isOver << int(after);
        };
        for (const char *action : {"acknowledge", "snooze", "resolve"}) {
            row(action, IncidentStatus::Open, false, IncidentStatus::Open);
            row(action, IncidentStatus::Snoozed, false, IncidentStatus::Snoozed);
            row(action, IncidentStatus::Snoozed, true, IncidentStatus::Open);
        }
        row("snooze", IncidentStatus::Acknowledged, false, IncidentStatus::Acknowledged);
        row("resolve", IncidentStatus::Acknowledged, false, IncidentStatus::Acknowledged);
    }
    void putsBackWhatWasBefore()
    {
        QFETCH(QString, action);
        QFETCH(int, before);
        QFETCH(bool, isOver);
        QFETCH(int, after);
        std::optional<Timestamp> until;
        if (IncidentStatus(before) == IncidentStatus::Snoozed)
            until = isOver ? fromMicros(1) : fromMicros(toMicros(SystemClock().now() + 1h));
        UndoDesk desk(IncidentStatus(before), until);
        desk.run(action);
        QVERIFY(int(desk.now().status) != before || action == QLatin1String("snooze"));
        desk.undo();
        QVERIFY2(desk.lastSaid().contains(QLatin1String("Undone")), qPrintable(desk.lastSaid()));
        QCOMPARE(int(desk.now().status), after);
        if (IncidentStatus(after) == IncidentStatus::Snoozed)
            QCOMPARE(desk.now().snoozedUntil, until);
    }

    void aColleaguesChangeIsNotOverwritten_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action : {"acknowledge", "assign", "snooze", "resolve"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void aColleaguesChangeIsNotOverwritten()
    {
        QFETCH(QString, action);
        UndoDesk desk;
        desk.run(action);
        const IncidentStatus ours = desk.now().status;
        desk.colleague([](Incident &incident) {
            incident.owner = "bob";
            incident.severity = Severity::Critical;
        });
        desk.undo();
        QVERIFY2(desk.lastSaid().contains(QLatin1String("changed by somebody else")), qPrintable(desk.lastSaid()));
        QVERIFY2(desk.lastSaid().contains(QLatin1String("bob")), qPrintable(desk.lastSaid()));
        QCOMPARE(desk.now().status, ours);
        QCOMPARE(desk.now().owner, std::string("bob"));
        // Seen, and wanted all the same.
        const auto buttons = desk.window->findChildren<QPushButton *>(QStringLiteral("toastAction"));
        for (QPushButton *button : buttons) {
            if (button->text() == QLatin1String("Try again"))
                button->click();
        }
        QTRY_COMPARE(desk.now().status, IncidentStatus::Open);
        QTRY_VERIFY(action != QLatin1String("assign") || desk.now().owner.empty());
    }

    /// What one did oneself in between is no colleague's change.
    void severalOwnChangesAreTakenBackOneByOne()
    {
        UndoDesk desk;
        desk.run(QStringLiteral("acknowledge"));
        bool stored = false;
        desk.incidents->comment(only, QStringLiteral("on it"), [&stored](bool done) { stored = done; });
        QTRY_VERIFY(stored);
        desk.run(QStringLiteral("assign"));
        QCOMPARE(desk.now().owner, std::string("ann"));
        desk.undo();
        QCOMPARE(desk.now().owner, std::string());
        QCOMPARE(desk.now().status, IncidentStatus::Acknowledged);
        desk.undo();
        QCOMPARE(desk.now().status, IncidentStatus::Open);
        QVERIFY2(desk.lastSaid().contains(QLatin1String("Undone")), qPrintable(desk.lastSaid()));
    }

    /// "Try again" does something to the server: the key that undoes does not press it.
    void theKeyPressesOnlyWhatUndoes()
    {
        UndoDesk desk;
        Incident other = desk.now();
        ++other.version;
        other.owner = "bob";
        desk.daemon.putSilently(other);
        desk.run(QStringLiteral("acknowledge"));
        QVERIFY2(desk.lastSaid().contains(QLatin1String("bob")), qPrintable(desk.lastSaid()));
        QVERIFY(desk.window->findChild<QPushButton *>(QStringLiteral("toastAction")));
        desk.undo();
        QVERIFY2(desk.lastSaid().contains(QLatin1String("nothing to undo")), qPrintable(desk.lastSaid()));
        QCOMPARE(desk.now().status, IncidentStatus::Open);
    }
};

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
