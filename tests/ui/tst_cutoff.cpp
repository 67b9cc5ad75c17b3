// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// No word may be cut off: every page and dialog in every language at the smallest window, from 100 % to 200 % text.
#include "tests/uisupport/consolefixture.h"
#include "ui/help/helpwindow.h"
#include "ui/incidents/incidentdialog.h"
#include "ui/settings/profiledialog.h"
#include "ui/shell/tokendialog.h"
#include "ui/sources/sourcedialog.h"
#include "ui/sources/webhookdialog.h"
#include "widgets/legendtable.h"
#include "widgets/panel.h"
#include "widgets/statvalue.h"
#include "widgets/topbar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTableView>
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

/// Words of a table's head; figures and names in the cells may be elided, they have tool tips.
QStringList cutHeads(const QTableView *table)
{
    const QHeaderView *header = table->horizontalHeader();
    QStringList cut;
    for (int column = 0; header->isVisible() && table->model() && column < header->count(); ++column) {
        const QString head = table->model()->headerData(column, Qt::Horizontal).toString();
        constexpr int margins = 2 * 8;
        if (!table->isColumnHidden(column)
            && header->fontMetrics().horizontalAdvance(head) + margins > header->sectionSize(column))
            cut << head;
    }
    return cut;
}

QStringList cutTabs(const QTabBar *bar)
{
    QStringList cut;
    for (int tab = 0; tab < bar->count(); ++tab) {
        const QRect place = bar->tabRect(tab);
        if (!bar->rect().contains(place)
            || bar->fontMetrics().horizontalAdvance(plain(bar->tabText(tab))) > place.width())
            cut << bar->tabText(tab);
    }
    return cut;
}

/// As Panel paints it, beside the widgets of its head.
QString cutTitle(const Panel *panel)
{
    int right = panel->width() - Theme::panelPadding;
    const QList<QWidget *> children = panel->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget *child : children) {
        if (child->isVisible() && child->geometry().bottom() < panel->theme().px(34) && child->x() > 0)
            right = std::min(right, child->x() - 8);
    }
    const int needed = QFontMetrics(panel->theme().ui(FontRole::BodyStrong)).horizontalAdvance(panel->title());
    return needed <= right - Theme::panelPadding ? QString() : panel->title();
}

/// Label and caption; the value is set smaller rather than cut.
QStringList cutTile(const StatValue *tile)
{
    const QFontMetrics small(tile->theme().ui(FontRole::Small));
    const int room = tile->width() - 2 * Theme::panelPadding;
    QStringList cut;
    const QStringList said = tile->accessibleName().split(QLatin1String(", "));
    const bool glyph = severityFromName(tile->objectName().section(QLatin1Char('.'), 1).toStdString()).has_value();
    if (small.horizontalAdvance(said.first()) + (glyph ? tile->theme().px(13) + 6 : 0) > room)
        cut << said.first();
    if (small.horizontalAdvance(said.last()) > room)
        cut << said.last();
    return cut;
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
    const auto noteAll = [&](const auto &widgets, auto cutOf) {
        for (const auto *widget : widgets) {
            if (isOnScreen(widget)) {
                for (const QString &text : cutOf(widget))
                    note(widget, text);
            }
        }
    };
    noteAll(root->findChildren<QTableView *>(), cutHeads);
    noteAll(root->findChildren<QTabBar *>(), cutTabs);
    noteAll(root->findChildren<StatValue *>(), cutTile);
    noteAll(root->findChildren<Panel *>(), [](const Panel *panel) {
        const QString title = cutTitle(panel);
        return title.isEmpty() ? QStringList() : QStringList(title);
    });
    return cut;
}

struct CutDesk : ConsoleFixture {
    CutDesk(const QString &inLanguage, int percent, const QSize &size)
    {
        language.use(inLanguage);
        theme.setFactor(percent / 100.0);
        daemon.put(makeIncident("inc-1", Severity::Critical, "Primary database not reachable"));
        daemon.put(test::FakeDaemon::source("probe-1"));
        daemon.put(test::FakeDaemon::source("probe-2", SourceState::Down));
        openWindow(size);
        connectNow();
    }
    /// Layouts come after the texts; what is still cut then stays cut.
    QStringList cutIn(const QWidget *root, const QString &where)
    {
        (void)QTest::qWaitFor([&] { return cutTexts(root).isEmpty(); }, 1000);
        QStringList out;
        for (const QString &text : cutTexts(root))
            out << QString(where % QLatin1String(" / ") % text);
        return out;
    }
    std::vector<std::pair<QString, std::function<QWidget *()>>> dialogs()
    {
        SourceStatus webhook = test::FakeDaemon::source("grafana");
        webhook.kind = SourceKind::Webhook;
        return {{QStringLiteral("profile"), [this] { return new ProfileDialog(context, Profile {}, window.get()); }},
                {QStringLiteral("source"), [this] { return new SourceDialog(context, window.get()); }},
                {QStringLiteral("token"),
                 [this] {
                     return new TokenDialog(QStringLiteral("prod-eu"), Connector::Need::KeyringLocked, true,
                                            window.get());
                 }},
                {QStringLiteral("webhook"),
                 [this, webhook] {
                     return new WebhookDialog(context, webhook, QStringLiteral("0123456789abcdef"), window.get());
                 }},
                {QStringLiteral("new incident"), [this] { return new NewIncidentDialog(window.get()); }}};
    }
};

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

    void findsACutHeadTabTitleAndTile()
    {
        Theme theme;
        QTabBar tabs;
        tabs.addTab(QStringLiteral("a rather long text"));
        tabs.resize(20, 20);
        QVERIFY(!cutTabs(&tabs).isEmpty());
        Panel panel(theme, QStringLiteral("a rather long text"));
        panel.resize(60, 60);
        QVERIFY(!cutTitle(&panel).isEmpty());
        panel.resize(400, 60);
        QVERIFY(cutTitle(&panel).isEmpty());
        StatValue tile(theme, QStringLiteral("a rather long text"));
        tile.resize(60, 60);
        QVERIFY(!cutTile(&tile).isEmpty());
        tile.resize(400, 60);
        QVERIFY(cutTile(&tile).isEmpty());
        QTableView table;
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderLabels({QStringLiteral("a rather long text")});
        table.setModel(&model);
        table.show();
        table.setColumnWidth(0, 30);
        QVERIFY(!cutHeads(&table).isEmpty());
        table.setColumnWidth(0, 300);
        QVERIFY(cutHeads(&table).isEmpty());
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QSize>("size");
        for (const QString &language : Language::available()) {
            // The smallest screen; larger text wants the same room for the words.
            for (const int percent : {100, 125})
                QTest::addRow("%s %d %%", qPrintable(language), percent) << language << percent << QSize(1280, 720);
            for (const int percent : {150, 200})
                QTest::addRow("%s %d %%", qPrintable(language), percent)
                    << language << percent << QSize(1280, 720) * percent / 100;
        }
    }
    void nothingIsCutOff()
    {
        QFETCH(QString, language);
        QFETCH(int, percent);
        QFETCH(QSize, size);
        CutDesk desk(language, percent, size);
        QTRY_VERIFY(desk.session.isLoaded());
        QStringList cut;
        for (const QString &page : desk.window->pageIds()) {
            desk.window->showPage(page);
            cut << desk.cutIn(desk.window.get(), page);
        }
        for (const auto &[name, open] : desk.dialogs()) {
            const std::unique_ptr<QWidget> dialog(open());
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            cut << desk.cutIn(dialog.get(), name);
            if (dialog->width() > size.width() || dialog->height() > size.height())
                cut << QStringLiteral("%1 is larger than the screen: %2 x %3")
                           .arg(name)
                           .arg(dialog->width())
                           .arg(dialog->height());
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
        QVERIFY2(desk.window->width() <= size.width(), "the window grew beyond the smallest screen");
    }

    void namesFollowTheLanguage()
    {
        ConsoleFixture desk;
        LegendTable legend(desk.theme, nullptr);
        ClockLabel clock(desk.theme, desk.clock);
        const QString legendBefore = legend.accessibleName();
        QCOMPARE(clock.accessibleName(), QStringLiteral("Clock"));
        desk.language.use(QStringLiteral("de"));
        QTRY_COMPARE(clock.accessibleName(), QStringLiteral("Uhr"));
        QVERIFY(legend.accessibleName() != legendBefore);
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
