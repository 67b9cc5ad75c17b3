// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandpalette.h"
#include "widgets/fuzzymatch.h"
#include "widgets/palettemodel.h"
#include "widgets/shortcutsheet.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace vigie;

namespace {

std::vector<PaletteEntry> entries()
{
    const auto entry = [](const char *id, const char *title, bool enabled = true, const char *keywords = "") {
        return PaletteEntry {QString::fromLatin1(id),
                             QString::fromUtf8(title),
                             QStringLiteral("Incidents"),
                             {},
                             enabled,
                             enabled ? QString() : QStringLiteral("Nothing is selected"),
                             QString::fromLatin1(keywords)};
    };
    return {entry("ack", "Acknowledge incident"), entry("next", "Acknowledge the next unowned critical"),
            entry("res", "Resolve incident", false), entry("theme", "Thème sombre", true, "dark theme")};
}

} // namespace

class CommandPaletteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void matching_data();
    void matching();
    void ranking_data();
    void ranking();
    void typeAndRun();
    void disabledDoesNotRun();
    void recentFirst();
    void escapeGivesFocusBack();
    void manyEntriesAreFast();
    void sheetCloses();

private:
    QStringList shown(const CommandPalette &palette) const;
    Theme m_theme;
};

QStringList CommandPaletteTest::shown(const CommandPalette &palette) const
{
    const auto *list = palette.findChild<QListView *>(QStringLiteral("paletteList"));
    QStringList ids;
    for (int i = 0; i < list->model()->rowCount(); ++i)
        ids << list->model()->index(i, 0).data(PaletteModel::IdRole).toString();
    return ids;
}

void CommandPaletteTest::matching_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("empty") << QString() << QStringLiteral("Anything") << true;
    QTest::newRow("prefix") << QStringLiteral("ack") << QStringLiteral("Acknowledge") << true;
    QTest::newRow("initials") << QStringLiteral("gi") << QStringLiteral("Go to incidents") << true;
    QTest::newRow("blank ignored") << QStringLiteral("go inc") << QStringLiteral("Go to incidents") << true;
    QTest::newRow("order matters") << QStringLiteral("ig") << QStringLiteral("go i") << false;
    QTest::newRow("accent") << QStringLiteral("theme") << QStringLiteral("Thème") << true;
    QTest::newRow("too long") << QStringLiteral("abcd") << QStringLiteral("abc") << false;
    QTest::newRow("missing letter") << QStringLiteral("xyz") << QStringLiteral("Acknowledge") << false;
}

void CommandPaletteTest::matching()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, fits);
    const auto match = fuzzyMatch(pattern, text);
    QCOMPARE(match.has_value(), fits);
    if (!match)
        return;
    QVERIFY(std::is_sorted(match->positions.begin(), match->positions.end()));
    QCOMPARE(qsizetype(match->positions.size()), QString(pattern).remove(QChar(u' ')).size());
}

void CommandPaletteTest::ranking_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("prefix") << QStringLiteral("in") << QStringLiteral("Incidents") << QStringLiteral("Main page");
    QTest::newRow("word start") << QStringLiteral("s") << QStringLiteral("Add source") << QStringLiteral("Resolve");
    QTest::newRow("run") << QStringLiteral("res") << QStringLiteral("Resolve") << QStringLiteral("Reopen this");
    QTest::newRow("run in a word") << QStringLiteral("rce") << QStringLiteral("Source") << QStringLiteral("xraces");
    QTest::newRow("shorter") << QStringLiteral("sources") << QStringLiteral("Sources")
                             << QStringLiteral("Sources that are down");
}

void CommandPaletteTest::ranking()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyMatch(pattern, better)->score > fuzzyMatch(pattern, worse)->score);
}

void CommandPaletteTest::typeAndRun()
{
    QWidget host;
    host.resize(800, 500);
    CommandPalette palette(m_theme, &host);
    const QAbstractItemModelTester tester(palette.findChild<PaletteModel *>());
    palette.setEntries(entries());
    host.show();
    palette.open();
    QSignalSpy triggered(&palette, &CommandPalette::triggered);
    auto *edit = palette.findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
    QTest::keyClicks(edit, QStringLiteral("unowned"));
    QCOMPARE(shown(palette), QStringList {QStringLiteral("next")});
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.first().first().toString(), QStringLiteral("next"));
    QVERIFY(!palette.isOpen());
    palette.open();
    QTest::keyClicks(edit, QStringLiteral("dark"));
    QCOMPARE(shown(palette), QStringList {QStringLiteral("theme")});
}

void CommandPaletteTest::disabledDoesNotRun()
{
    QWidget host;
    host.resize(800, 500);
    CommandPalette palette(m_theme, &host);
    palette.setEntries(entries());
    host.show();
    palette.open(QStringLiteral("resolve"));
    QSignalSpy triggered(&palette, &CommandPalette::triggered);
    QTest::keyClick(palette.findChild<QLineEdit *>(QStringLiteral("paletteEdit")), Qt::Key_Return);
    QCOMPARE(triggered.size(), 0);
    QVERIFY(palette.isOpen());
    const auto *model = palette.findChild<PaletteModel *>();
    QVERIFY(model->index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Nothing is selected")));
}

void CommandPaletteTest::recentFirst()
{
    QWidget host;
    host.resize(800, 500);
    CommandPalette palette(m_theme, &host);
    palette.setEntries(entries());
    palette.setRecent({QStringLiteral("theme")});
    host.show();
    palette.open();
    QCOMPARE(shown(palette).first(), QStringLiteral("theme"));
    auto *edit = palette.findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
    QTest::keyClick(edit, Qt::Key_Down);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(palette.recent(), (QStringList {QStringLiteral("ack"), QStringLiteral("theme")}));
}

void CommandPaletteTest::escapeGivesFocusBack()
{
    QWidget host;
    host.resize(800, 500);
    auto *field = new QLineEdit(&host);
    CommandPalette palette(m_theme, &host);
    palette.setEntries(entries());
    host.show();
    host.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&host));
    field->setFocus();
    palette.open();
    auto *edit = palette.findChild<QLineEdit *>(QStringLiteral("paletteEdit"));
    QTRY_COMPARE(QApplication::focusWidget(), edit);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!palette.isOpen());
    QTRY_COMPARE(QApplication::focusWidget(), field);
    palette.open();
    QTest::mouseClick(&palette, Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(!palette.isOpen());
}

void CommandPaletteTest::manyEntriesAreFast()
{
    PaletteModel model;
    std::vector<PaletteEntry> many;
    for (int i = 0; i < 2000; ++i)
        many.push_back({QString::number(i),
                        QStringLiteral("Open incident number %1 of service checkout").arg(i),
                        {},
                        {},
                        true,
                        {},
                        {}});
    model.setEntries(std::move(many));
    QElapsedTimer timer;
    timer.start();
    model.filter(QStringLiteral("incident 1999"), {});
    QCOMPARE(model.rowCount(), 1);
    // Invariant 1: the GUI thread never stalls over 50 ms; this build is not optimised.
    qInfo("2,000 entries: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 250);
}

void CommandPaletteTest::sheetCloses()
{
    QWidget host;
    host.resize(800, 500);
    ShortcutSheet sheet(m_theme, &host);
    sheet.setEntries({{QStringLiteral("a"), QStringLiteral("Acknowledge"), QStringLiteral("Incidents")}});
    host.show();
    sheet.open();
    QVERIFY(sheet.isOpen());
    QVERIFY(sheet.accessibleDescription().contains(QStringLiteral("Acknowledge: a")));
    QTest::keyClick(&sheet, Qt::Key_Shift);
    QVERIFY(sheet.isOpen());
    QTest::keyClick(&sheet, Qt::Key_Escape);
    QVERIFY(!sheet.isOpen());
}

QTEST_MAIN(CommandPaletteTest)
#include "tst_commandpalette.moc"
