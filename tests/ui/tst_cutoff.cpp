// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// No word may be cut off: every page in every language at the smallest window, at 100 % and 150 % text.
#include "tests/uisupport/consolefixture.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QTest>

using namespace vigie;
using test::ConsoleFixture;

namespace {

/// Part of a scroll area that is scrolled away is no cut-off word.
bool isOnScreen(const QWidget *widget)
{
    return widget->isVisible() && !widget->size().isEmpty();
}

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

QString cutLabel(const QLabel *label)
{
    if (label->text().isEmpty() || label->property("elides").toBool() || label->textFormat() == Qt::RichText)
        return {};
    const QSize needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
    const bool fits = needed.width() <= label->width() + 1 && needed.height() <= label->height() + 1;
    return fits ? QString() : label->text();
}

QString cutButton(const QAbstractButton *button)
{
    if (button->text().isEmpty() || button->property("elides").toBool())
        return {};
    const int needed = button->fontMetrics().horizontalAdvance(plain(button->text()))
        + (button->icon().isNull() ? 0 : button->iconSize().width() + 4);
    return needed <= button->width() ? QString() : button->text();
}

QString cutCombo(const QComboBox *combo)
{
    if (combo->property("elides").toBool()
        || combo->sizeAdjustPolicy() == QComboBox::AdjustToMinimumContentsLengthWithIcon)
        return {};
    const int needed = combo->fontMetrics().horizontalAdvance(combo->currentText());
    return needed <= combo->width() - combo->fontMetrics().height() ? QString() : combo->currentText();
}

QStringList cutTexts(const QWidget *root)
{
    QStringList cut;
    const auto note = [&cut](const QWidget *widget, const QString &text) {
        if (!text.isEmpty())
            cut << QString(widget->objectName() % QLatin1String(": ") % text);
    };
    for (const QLabel *label : root->findChildren<QLabel *>()) {
        if (isOnScreen(label))
            note(label, cutLabel(label));
    }
    for (const QAbstractButton *button : root->findChildren<QAbstractButton *>()) {
        if (isOnScreen(button))
            note(button, cutButton(button));
    }
    for (const QComboBox *combo : root->findChildren<QComboBox *>()) {
        if (isOnScreen(combo))
            note(combo, cutCombo(combo));
    }
    return cut;
}

} // namespace

class TestCutOff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsACutText()
    {
        QLabel label(QStringLiteral("a rather long text"));
        label.setFixedSize(20, 20);
        label.show();
        QVERIFY(!cutLabel(&label).isEmpty());
        label.setFixedSize(400, 40);
        QVERIFY(cutLabel(&label).isEmpty());
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        for (const QString &language : Language::available()) {
            for (const int percent : {100, 150})
                QTest::addRow("%s %d %%", qPrintable(language), percent) << language << percent;
        }
    }
    void nothingIsCutOff()
    {
        QFETCH(QString, language);
        QFETCH(int, percent);
        ConsoleFixture desk;
        desk.language.use(language);
        desk.theme.setFactor(percent / 100.0);
        desk.daemon.put(desk.makeIncident("inc-1", Severity::Critical, "Primary database not reachable"));
        desk.daemon.put(test::FakeDaemon::source("probe-1"));
        desk.daemon.put(test::FakeDaemon::source("probe-2", SourceState::Down));
        // 150 % of 1280x720: the same room for the words.
        desk.openWindow(QSize(1280, 720) * percent / 100);
        desk.connectNow();
        QTRY_VERIFY(desk.session.isLoaded());
        QStringList cut;
        for (const QString &page : desk.window->pageIds()) {
            desk.window->showPage(page);
            // Layouts come after the texts; what is still cut then stays cut.
            (void)QTest::qWaitFor([&] { return cutTexts(desk.window.get()).isEmpty(); }, 1000);
            for (const QString &text : cutTexts(desk.window.get()))
                cut << QString(page % QLatin1String(" / ") % text);
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
        QVERIFY2(desk.window->width() <= 1280 * percent / 100, "the window grew beyond the smallest screen");
    }

    void changesLanguageWithoutLosingWhatIsTyped()
    {
        ConsoleFixture desk;
        desk.daemon.put(desk.makeIncident("inc-1", Severity::High, "x"));
        desk.openWindow();
        desk.connectNow();
        desk.window->showPage(QStringLiteral("incidents"));
        QTRY_VERIFY(desk.session.isLoaded());
        auto *text = desk.find<QLineEdit>("incidentFilterText");
        text->setText(QStringLiteral("checkout"));
        const QString before = desk.find<QAbstractButton>("filterCritical")->text();
        desk.language.use(QStringLiteral("de"));
        QTRY_VERIFY(desk.find<QAbstractButton>("filterCritical")->text() != before);
        QCOMPARE(text->text(), QStringLiteral("checkout"));
        QCOMPARE(desk.window->page(QStringLiteral("incidents"))->title(), QStringLiteral("Störungen"));
    }
};

QTEST_MAIN(TestCutOff)
#include "tst_cutoff.moc"
