// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionregistry.h"
#include "ui/shell/keymap.h"
#include "ui/shell/preferences.h"

#include <QLineEdit>
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
