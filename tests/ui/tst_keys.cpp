// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionregistry.h"
#include "ui/shell/keymap.h"
#include "ui/shell/preferences.h"

#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace vigie;

class TestKeys : public QObject {
    Q_OBJECT

    struct Desk {
        QTemporaryDir folder;
        ProfileStore profiles {folder.filePath(QStringLiteral("console.ini"))};
        Preferences preferences {profiles};
        ActionRegistry actions {preferences};
        QWidget window;
        QWidget plain {&window};
        QLineEdit edit {&window};
        QPlainTextEdit text {&window};
        QKeySequenceEdit keyEdit {&window};
        QString page {QStringLiteral("incidents")};
        QStringList ran;
        KeyMap keys {actions, &window, [this] { return page; }};

        Desk()
        {
            plain.setFocusPolicy(Qt::StrongFocus);
            add("go.incidents", "G, I");
            add("go.sources", "G, S");
            add("incidents.acknowledge", "A", "incidents");
            add("sources.add", "A", "sources");
            add("palette.open", "Ctrl+K");
            add("keys.show", "?");
            add("filter", "/");
            add("toast.undo", "Ctrl+Z");
            add("sources.remove", "Ctrl+Del");
            add("window.quit", "Ctrl+Q");
            add("window.fullScreen", "F11");
            window.show();
            window.activateWindow();
        }
        void add(const char *id, const char *keyText, const char *onPage = "")
        {
            const QString name = QLatin1String(id);
            actions.add({.id = name,
                         .title = [name] { return name; },
                         .category = [] { return QStringLiteral("x"); },
                         .keys = QLatin1String(keyText),
                         .page = QLatin1String(onPage)},
                        &window, [this, name] { ran << name; });
        }
    };

private Q_SLOTS:
    void runsWhatItIsToldTo_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("sequence") << "incidents"
                                  << "gi"
                                  << "go.incidents";
        QTest::newRow("same letter, other page") << "sources"
                                                 << "a"
                                                 << "sources.add";
        QTest::newRow("a false second key starts anew") << "incidents"
                                                        << "ga"
                                                        << "incidents.acknowledge";
        QTest::newRow("shifted character") << "incidents"
                                           << "?"
                                           << "keys.show";
        QTest::newRow("slash") << "incidents"
                               << "/"
                               << "filter";
        QTest::newRow("nothing") << "incidents"
                                 << "z"
                                 << "";
    }
    void runsWhatItIsToldTo()
    {
        QFETCH(QString, page);
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        Desk desk;
        desk.page = page;
        desk.plain.setFocus();
        QTest::keyClicks(&desk.plain, typed);
        QCOMPARE(desk.ran.join(QLatin1Char(' ')), expected);
        QVERIFY(desk.keys.pending().isEmpty());
    }

    void lettersBelongToTheField()
    {
        Desk desk;
        desk.edit.setFocus();
        QTest::keyClicks(&desk.edit, QStringLiteral("agi/?"));
        QCOMPARE(desk.edit.text(), QStringLiteral("agi/?"));
        QVERIFY(desk.ran.isEmpty());
        QTest::keyClick(&desk.edit, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(desk.ran, QStringList {QStringLiteral("palette.open")});
    }

    /// What edits in a field must not act on the server.
    void editingKeysBelongToTheField_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("left"); // of "one two", with the cursor behind "one"
        QTest::addColumn<QString>("ran"); // where no text is written
        QTest::newRow("undo") << int(Qt::Key_Z) << ""
                              << "toast.undo";
        QTest::newRow("delete to the end of the word") << int(Qt::Key_Delete) << "onetwo"
                                                       << "sources.remove";
    }
    void editingKeysBelongToTheField()
    {
        QFETCH(int, key);
        QFETCH(QString, left);
        Desk desk;
        desk.edit.setFocus();
        QTest::keyClicks(&desk.edit, QStringLiteral("one two"));
        desk.edit.setCursorPosition(3);
        QTest::keyClick(&desk.edit, Qt::Key(key), Qt::ControlModifier);
        QCOMPARE(desk.edit.text(), left);
        desk.text.setFocus();
        QTest::keyClicks(&desk.text, QStringLiteral("one two"));
        QTextCursor cursor = desk.text.textCursor();
        cursor.setPosition(3);
        desk.text.setTextCursor(cursor);
        QTest::keyClick(&desk.text, Qt::Key(key), Qt::ControlModifier);
        QCOMPARE(desk.text.toPlainText(), left);
        // Also where nothing is left to undo or delete.
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&desk.text, Qt::Key(key), Qt::ControlModifier);
            QTest::keyClick(&desk.edit, Qt::Key(key), Qt::ControlModifier);
        }
        QCOMPARE(desk.ran, QStringList {});
        desk.plain.setFocus();
        QTest::keyClick(&desk.plain, Qt::Key(key), Qt::ControlModifier);
        QTEST(desk.ran.join(QLatin1Char(' ')), "ran");
    }

    /// Who chooses keys for an action does not run the one that has them.
    void theEditorOfKeysGetsEveryKey()
    {
        Desk desk;
        desk.keyEdit.setFocus();
        QWidget *focus = desk.window.focusWidget();
        QTest::keyClick(focus, Qt::Key_Q, Qt::ControlModifier);
        QTest::keyClick(focus, Qt::Key_F11);
        QTest::keyClick(focus, Qt::Key_G);
        QTest::keyClick(focus, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(desk.keyEdit.keySequence().toString(QKeySequence::PortableText),
                 QStringLiteral("Ctrl+Q, F11, G, Ctrl+K"));
        QVERIFY(desk.ran.isEmpty());
    }

    /// Nobody has seen yet what it would be done to.
    void fromElsewhereAnActionOnASelectionOnlyGoesThere()
    {
        Desk desk;
        QStringList ran;
        for (const bool onSelection : {true, false})
            desk.actions.add({.id = onSelection ? QStringLiteral("x.selected") : QStringLiteral("x.free"),
                              .title = [] { return QStringLiteral("Do it"); },
                              .category = [] { return QStringLiteral("x"); },
                              .page = QStringLiteral("incidents"),
                              .onSelection = onSelection},
                             &desk.window, [&ran, onSelection] { ran << QString::number(onSelection); });
        connect(&desk.actions, &ActionRegistry::pageNeeded, this,
                [&desk](const QString &page) { desk.actions.setPage(page); });
        QSignalSpy refused(&desk.actions, &ActionRegistry::refused);
        desk.actions.setPage(QStringLiteral("overview"));
        QVERIFY(!desk.actions.trigger(QStringLiteral("x.selected")));
        QVERIFY(ran.isEmpty());
        QVERIFY(refused.first().at(1).toString().contains(QLatin1String("Do it")));
        QVERIFY(desk.actions.trigger(QStringLiteral("x.selected"))); // now it is looked at
        desk.actions.setPage(QStringLiteral("overview"));
        QVERIFY(desk.actions.trigger(QStringLiteral("x.free")));
        QCOMPARE(ran, (QStringList {QStringLiteral("1"), QStringLiteral("0")}));
    }

    void rebindsAndRefusesConflicts()
    {
        Desk desk;
        const QString id = QStringLiteral("incidents.acknowledge");
        QCOMPARE(desk.actions.conflict(id, QStringLiteral("?")), QStringLiteral("keys.show"));
        QCOMPARE(desk.actions.conflict(id, QStringLiteral("G")).left(3), QStringLiteral("go."));
        QVERIFY2(!desk.actions.rebind(id, QStringLiteral("G")), "g begins a sequence");
        QVERIFY(desk.actions.rebind(id, QStringLiteral("X")));
        desk.plain.setFocus();
        QTest::keyClicks(&desk.plain, QStringLiteral("ax"));
        QCOMPARE(desk.ran, QStringList {id});
        const Preferences reread(desk.profiles);
        QCOMPARE(reread.keys().value(id), QStringLiteral("X"));
        desk.actions.resetKeys(id);
        QCOMPARE(desk.actions.shownKeys(id), QStringLiteral("a"));
    }

    void saysWhyNot()
    {
        Desk desk;
        QSignalSpy refused(&desk.actions, &ActionRegistry::refused);
        bool ran = false;
        desk.actions.add(
            {.id = QStringLiteral("x.no"),
             .title = [] { return QStringLiteral("No"); },
             .category = [] { return QStringLiteral("x"); }},
            &desk.window, [&] { ran = true; }, [] { return QStringLiteral("because"); });
        QVERIFY(!desk.actions.trigger(QStringLiteral("x.no")));
        QVERIFY(!ran);
        QCOMPARE(refused.first().at(1).toString(), QStringLiteral("because"));
    }

    void forgetsActionsOfTheDead()
    {
        Desk desk;
        auto owner = std::make_unique<QObject>();
        desk.actions.add(
            {.id = QStringLiteral("x.gone"), .title = [] { return QString(); }, .category = [] { return QString(); }},
            owner.get(), [] {});
        QVERIFY(desk.actions.find(QStringLiteral("x.gone")));
        owner.reset();
        QVERIFY(!desk.actions.find(QStringLiteral("x.gone")));
    }

    void remembersDensityAndState()
    {
        Desk desk;
        QSignalSpy changed(&desk.preferences, &Preferences::rowDensityChanged);
        desk.preferences.setRowDensity(Preferences::RowDensity::Compact);
        desk.preferences.setState(QStringLiteral("a/b"), 7);
        QCOMPARE(changed.count(), 1);
        Preferences reread(desk.profiles);
        QCOMPARE(reread.rowHeight(), 24);
        QCOMPARE(reread.state(QStringLiteral("a/b")).toInt(), 7);
    }
};

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
