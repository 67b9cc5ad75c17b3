// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every widget in every theme, drawn into pictures: VIGIE_SHOTS names a folder to keep them in. The checks are about
// what a picture can prove: nothing is blank, the theme's colours are there, text stands out from its ground.
#include "tests/support/fakeclock.h"
#include "tests/widgets/widgetsamples.h"
#include "widgets/agebadge.h"
#include "widgets/commandpalette.h"
#include "widgets/icons.h"
#include "widgets/livetableview.h"
#include "widgets/navrail.h"
#include "widgets/panel.h"
#include "widgets/pendingbar.h"
#include "widgets/severitychip.h"
#include "widgets/shortcutsheet.h"
#include "widgets/sparkline.h"
#include "widgets/statvalue.h"
#include "widgets/timelineview.h"
#include "widgets/toast.h"
#include "widgets/topbar.h"
#include "widgets/vigiestyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <vector>

using namespace vigie;
using namespace vigie::test;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}
// WCAG 2.2, "contrast ratio".
double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// Strongest contrast of any pixel in `area` with its most frequent colour.
double strongestContrast(const QImage &image, const QRect &area)
{
    QHash<QRgb, int> counts;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QRgb ground = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > counts.value(ground))
            ground = it.key();
    }
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = std::max(best, contrast(QColor(it.key()), QColor(ground)));
    return best;
}

bool contains(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == color.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class WidgetShots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void page_data() { themes(); }
    void page();
    void controls_data() { themes(); }
    void controls();
    void states_data() { themes(); }
    void states();
    void overlays_data() { themes(); }
    void overlays();
    void icons();

private:
    void themes();
    void useRowTheme();
    QImage shot(QWidget &widget, const QString &name);
    QWidget *topBar(QWidget *parent);
    Panel *incidentPanel(QWidget *parent);
    Panel *chartPanel(QWidget *parent, const QString &title, int kind);
    Panel *statPanel(QWidget *parent);
    std::vector<QPushButton *> addButtons(QGridLayout &grid);
    QLineEdit *addFields(QGridLayout &grid);
    void addToggles(QGridLayout &grid);
    void menuShot(QWidget &window);
    TimelineView *sampleTimeline(QWidget *parent);

    Theme m_theme;
    FakeClock m_clock;
    QTemporaryDir m_dir;
    QString m_folder;
};

void WidgetShots::initTestCase()
{
    m_theme.apply(*qApp);
    m_folder = qEnvironmentVariable("VIGIE_SHOTS", m_dir.path());
    QVERIFY(QDir().mkpath(m_folder));
}

void WidgetShots::themes()
{
    QTest::addColumn<int>("theme");
    for (std::size_t i = 0; i < themeCount; ++i)
        QTest::newRow(qPrintable(themeName(ThemeId(i)))) << int(i);
}

void WidgetShots::useRowTheme()
{
    QFETCH(int, theme);
    m_theme.use(ThemeId(theme));
}

QImage WidgetShots::shot(QWidget &widget, const QString &name)
{
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        qWarning("window was not exposed");
    QCoreApplication::processEvents();
    QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    image.save(QString(m_folder % QChar(u'/') % name % QChar(u'-') % themeName(m_theme.id()) % QStringLiteral(".png")));
    return image;
}

QWidget *WidgetShots::topBar(QWidget *parent)
{
    auto *bar = new QWidget(parent);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SearchButton(m_theme, bar));
    layout->addStretch(1);
    auto *clock = new ClockLabel(m_theme, m_clock, bar);
    layout->addWidget(clock);
    auto *age = new AgeBadge(m_theme, m_clock, bar);
    age->setRefreshInterval(std::chrono::seconds(5));
    age->setUpdatedAt(m_clock.now() - std::chrono::seconds(4));
    layout->addWidget(age);
    auto *stale = new AgeBadge(m_theme, m_clock, bar);
    stale->setUpdatedAt(m_clock.now() - std::chrono::seconds(12));
    layout->addWidget(stale);
    return bar;
}

Panel *WidgetShots::incidentPanel(QWidget *parent)
{
    auto *panel = new Panel(m_theme, QStringLiteral("Open incidents"), parent);
    panel->setCaption(QStringLiteral("7 open, 2 unacknowledged"));
    auto *body = new QWidget(panel);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new PendingBar(m_theme, body);
    bar->setPending(12);
    auto *view = new LiveTableView(m_theme, body);
    auto *model = new SampleModel(view);
    model->reset(SampleModel::incidents());
    view->setModel(model);
    view->setItemDelegate(sampleDelegate(m_theme, view));
    view->setColumns(
        {{134, false, 60}, {200, true, 160}, {104, false, 60}, {80, false, 60}, {80, false, 60}, {140, false, 60}});
    view->selectRow(0);
    layout->addWidget(bar);
    layout->addWidget(view, 1);
    panel->setContent(body, false);
    return panel;
}

Panel *WidgetShots::chartPanel(QWidget *parent, const QString &title, int kind)
{
    auto *panel = new Panel(m_theme, title, parent);
    auto *chart = new TimeSeriesView(m_theme, panel);
    chart->setTimeZone(QTimeZone::utc());
    chart->setUnit(MetricUnit::Seconds);
    if (kind == 0) {
        chart->setSeries({{QStringLiteral("p99"), sampleCurve(180, 0, 0.12, 0.07), false, -1}});
        chart->setThresholds({{0.3, true, SeverityLook::Critical, {}}});
        chart->setAnnotations(
            {{sampleNow() - std::chrono::minutes(20), QStringLiteral("deploy"), SeverityLook::Maintenance}});
        panel->setCaption(QStringLiteral("last 142 ms"));
    } else if (kind == 1) {
        chart->setSeries({{QStringLiteral("checkout"), sampleCurve(3600, 0, 0.12, 0.07), false, -1},
                          {QStringLiteral("search"), sampleCurve(3600, 2, 0.14, 0.05), false, -1},
                          {QStringLiteral("payments"), sampleCurve(3600, 4, 0.18, 0.05), false, -1},
                          {QStringLiteral("login"), sampleCurve(3600, 5, 0.22, 0.05), false, -1}});
        panel->setCaption(QStringLiteral("4 series"));
    } else {
        std::vector<TimeSeries> series;
        for (int i = 0; i < 6; ++i)
            series.push_back({QStringLiteral("instance-%1.prod.example").arg(i),
                              sampleCurve(900, i, 0.1 + 0.05 * i, 0.04), i == 5, -1});
        chart->setSeries(std::move(series));
        ExpectedBand band;
        const auto middle = sampleCurve(120, 0.5, 0.2, 0.06);
        for (std::size_t i = 0; i < middle->size(); ++i) {
            band.times.push_back(middle->times()[i]);
            band.low.push_back(middle->values()[i] - 0.06);
            band.high.push_back(middle->values()[i] + 0.06);
        }
        chart->setBand(std::move(band));
        panel->setCaption(QStringLiteral("expected band"));
    }
    panel->setContent(chart);
    return panel;
}

Panel *WidgetShots::statPanel(QWidget *parent)
{
    auto *panel = new Panel(m_theme, QStringLiteral("This machine"), parent);
    auto *grid = new QWidget(panel);
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](int row, int column, const char *label, double value, MetricUnit unit) {
        auto *stat = new StatValue(m_theme, QString::fromLatin1(label), grid);
        stat->setValue(value, unit);
        stat->setCaption(QStringLiteral("+3 % in 1 h"));
        stat->setSamples(sampleCurve(300, row + column, 1, 0.5));
        layout->addWidget(stat, row, column);
        return stat;
    };
    add(0, 0, "CPU", 0.427, MetricUnit::Ratio);
    add(0, 1, "Memory", 13.4 * 1024 * 1024 * 1024, MetricUnit::Bytes)->setLook(SeverityLook::Critical);
    add(1, 0, "Network in", 1.2e6, MetricUnit::BytesPerSecond)
        ->setFreshness(Freshness::Stale, QStringLiteral("14 s old"));
    add(1, 1, "Uptime", 1.2e6, MetricUnit::Seconds)->setFreshness(Freshness::Expired, QStringLiteral("2 min old"));
    panel->setContent(grid, false);
    return panel;
}

void WidgetShots::page()
{
    useRowTheme();
    m_clock.set(sampleNow());
    QWidget window;
    window.resize(1440, 820);
    auto *outer = new QHBoxLayout(&window);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *rail = new NavRail(m_theme, &window);
    rail->setPages(
        {{QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("dashboard-show"), {}},
         {QStringLiteral("incidents"), QStringLiteral("Incidents"), QStringLiteral("data-warning"),
          QStringLiteral("g i")},
         {QStringLiteral("metrics"), QStringLiteral("Metrics"), QStringLiteral("office-chart-line"), {}},
         {QStringLiteral("sources"), QStringLiteral("Sources"), QStringLiteral("network-server"), {}},
         {QStringLiteral("settings"), QStringLiteral("Settings"), QStringLiteral("settings-configure"), {}}});
    rail->setCurrent(QStringLiteral("incidents"));
    rail->setCount(QStringLiteral("incidents"), 7, SeverityLook::Critical);
    rail->setCount(QStringLiteral("sources"), 3);
    rail->setBottomFrom(4);
    outer->addWidget(rail);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(16, 10, 16, 16);
    grid->setSpacing(8);
    outer->addLayout(grid, 1);
    grid->addWidget(topBar(&window), 0, 0, 1, 6);
    grid->addWidget(incidentPanel(&window), 1, 0, 1, 4);
    grid->addWidget(statPanel(&window), 1, 4, 1, 2);
    for (int i = 0; i < 3; ++i)
        grid->addWidget(chartPanel(&window, QStringLiteral("Chart %1").arg(i + 1), i), 2, 2 * i, 1, 2);
    grid->setRowStretch(1, 3);
    grid->setRowStretch(2, 4);
    for (int i = 0; i < 6; ++i)
        grid->setColumnStretch(i, 1);
    const QImage image = shot(window, QStringLiteral("page"));
    QVERIFY(contains(image, m_theme.surface().panel));
    QVERIFY(contains(image, m_theme.surface().selection));
    QVERIFY(contains(image, m_theme.severity(SeverityLook::Critical).graphic));
    for (std::size_t i = 0; i < 6; ++i)
        QVERIFY2(contains(image, m_theme.series(i)), qPrintable(QString::number(i)));
    QVERIFY(strongestContrast(image, rail->pageRect(1)) >= 4.5);
    QVERIFY(strongestContrast(image, rail->pageRect(3)) >= 4.5);
}

std::vector<QPushButton *> WidgetShots::addButtons(QGridLayout &grid)
{
    std::vector<QPushButton *> buttons;
    const auto add = [&](const char *text, ButtonLook look, bool enabled) {
        auto *button = new QPushButton(QString::fromLatin1(text));
        setButtonLook(*button, look);
        button->setEnabled(enabled);
        grid.addWidget(button, 0, int(buttons.size()));
        buttons.push_back(button);
    };
    add("Normal", ButtonLook::Normal, true);
    add("Acknowledge", ButtonLook::Primary, true);
    add("Quiet", ButtonLook::Quiet, true);
    add("Delete source", ButtonLook::Danger, true);
    add("Disabled", ButtonLook::Primary, false);
    buttons[0]->setIcon(themedIcon(m_theme, QStringLiteral("view-refresh")));
    return buttons;
}

QLineEdit *WidgetShots::addFields(QGridLayout &grid)
{
    auto *edit = new QLineEdit(QStringLiteral("checkout-api"));
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("Filter incidents"));
    empty->addAction(themedIcon(m_theme, QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Last hour"), QStringLiteral("Last day")});
    auto *spin = new QSpinBox;
    spin->setSuffix(QStringLiteral(" s"));
    auto *off = new QLineEdit(QStringLiteral("disabled"));
    off->setEnabled(false);
    int column = 0;
    for (QWidget *w : std::initializer_list<QWidget *> {edit, empty, combo, spin, off})
        grid.addWidget(w, 1, column++);
    return edit;
}

void WidgetShots::addToggles(QGridLayout &grid)
{
    auto *check = new QCheckBox(QStringLiteral("Resolved too"));
    check->setChecked(true);
    auto *radio = new QRadioButton(QStringLiteral("Dark"));
    radio->setChecked(true);
    auto *progress = new QProgressBar;
    progress->setValue(64);
    progress->setTextVisible(false);
    grid.addWidget(check, 2, 0);
    grid.addWidget(new QCheckBox(QStringLiteral("Off")), 2, 1);
    grid.addWidget(radio, 2, 2);
    grid.addWidget(new QRadioButton(QStringLiteral("Light")), 2, 3);
    grid.addWidget(progress, 2, 4);
    auto *tabs = new QTabWidget;
    tabs->addTab(new QPlainTextEdit(QStringLiteral("A comment\n").repeated(40)), QStringLiteral("Timeline"));
    tabs->addTab(new QWidget, QStringLiteral("Metrics"));
    grid.addWidget(tabs, 3, 0, 1, 3);
}

void WidgetShots::menuShot(QWidget &window)
{
    QMenu menu(&window);
    menu.addAction(themedIcon(m_theme, QStringLiteral("checkmark")), QStringLiteral("&Acknowledge"))
        ->setShortcut(Qt::Key_A);
    menu.addAction(QStringLiteral("&Resolve…"));
    menu.addSeparator();
    QAction *checkable = menu.addAction(QStringLiteral("Show resolved"));
    checkable->setCheckable(true);
    checkable->setChecked(true);
    menu.addAction(QStringLiteral("Not allowed"))->setEnabled(false);
    menu.addMenu(QStringLiteral("Snooze"));
    menu.setActiveAction(menu.actions().first());
    menu.popup({0, 0});
    const QImage image = menu.grab().toImage().convertToFormat(QImage::Format_RGB32);
    image.save(QString(m_folder % QStringLiteral("/menu-") % themeName(m_theme.id()) % QStringLiteral(".png")));
    menu.close();
    QVERIFY(contains(image, m_theme.surface().selection));
}

void WidgetShots::controls()
{
    useRowTheme();
    QWidget window;
    window.resize(900, 560);
    auto *grid = new QGridLayout(&window);
    const auto buttons = addButtons(*grid);
    QLineEdit *edit = addFields(*grid);
    addToggles(*grid);
    auto *chips = new QWidget(&window);
    auto *chipLayout = new QGridLayout(chips);
    for (int i = 0; i < int(severityLookCount); ++i)
        chipLayout->addWidget(new SeverityChip(m_theme, SeverityLook(i), chips), i, 0);
    for (int i = 0; i < 9; ++i)
        chipLayout->addWidget(new StateChip(m_theme, StateLook(i), chips), i, 1);
    grid->addWidget(chips, 3, 3, 1, 2);
    window.show();
    edit->setFocus();
    const QImage image = shot(window, QStringLiteral("controls"));
    menuShot(window);
    QVERIFY(contains(image, m_theme.accent().fill));
    QVERIFY(contains(image, m_theme.border().focus));
    for (const std::size_t button : {1U, 3U})
        QVERIFY(strongestContrast(image, buttons[button]->geometry()) >= 4.5);
    for (const SeverityChip *chip : chips->findChildren<SeverityChip *>()) {
        const QRect area(chip->mapTo(&window, QPoint(0, 0)), chip->size());
        QVERIFY2(strongestContrast(image, area) >= 4.5, qPrintable(severityWord(chip->look())));
    }
    for (const StateChip *chip : chips->findChildren<StateChip *>()) {
        const QRect area(chip->mapTo(&window, QPoint(0, 0)), chip->size());
        QVERIFY2(strongestContrast(image, area) >= 4.5, qPrintable(stateWord(chip->look())));
    }
}

void WidgetShots::states()
{
    useRowTheme();
    QWidget window;
    window.resize(1200, 640);
    auto *grid = new QGridLayout(&window);
    const char *const titles[] {"Content", "Loading", "Empty", "Stale", "Error", "No permission"};
    std::vector<Panel *> panels;
    for (int i = 0; i < 6; ++i) {
        auto *panel = new Panel(m_theme, QString::fromLatin1(titles[i]), &window);
        auto *chart = new TimeSeriesView(m_theme, panel);
        chart->setTimeZone(QTimeZone::utc());
        chart->setUnit(MetricUnit::Ratio);
        chart->setSeries({{QStringLiteral("cpu"), sampleCurve(400, 0, 0.4, 0.2), false, -1}});
        panel->setContent(chart);
        grid->addWidget(panel, i / 3, i % 3);
        panels.push_back(panel);
    }
    panels[1]->showLoading();
    panels[2]->showEmpty(QStringLiteral("No source yet."), QStringLiteral("Add a source"));
    panels[3]->showStale(QStringLiteral("Data 4 min old"));
    panels[4]->showError({QStringLiteral("The history could not be read."),
                          QStringLiteral("Check that the daemon runs."), QStringLiteral("0192f3a4-77aa-7c3e"),
                          QStringLiteral("Try again")});
    panels[5]->showDenied(QStringLiteral("You may not see the sources. Ask an administrator."));
    const QImage image = shot(window, QStringLiteral("states"));
    for (const Panel *panel : panels)
        QVERIFY2(strongestContrast(image, panel->geometry().adjusted(8, 32, -8, -8)) > 1.15,
                 qPrintable(panel->title()));
    // Stale: the line's colour is gone, the lines of the hatch are there.
    QVERIFY(contains(image.copy(panels[0]->geometry()), m_theme.series(0)));
    QVERIFY(!contains(image.copy(panels[3]->geometry()), m_theme.series(0)));
}

TimelineView *WidgetShots::sampleTimeline(QWidget *parent)
{
    auto *timeline = new TimelineView(m_theme, parent);
    timeline->setTimeZone(QTimeZone::utc());
    const Timestamp now = sampleNow();
    using namespace std::chrono_literals;
    timeline->setEntries({{1, now - 20min, TimelineKind::Created, "rule", "", "", ""},
                          {2, now - 15min, TimelineKind::SeverityChanged, "l.dubois", "", "medium", "high"},
                          {3, now - 10min, TimelineKind::Assigned, "l.dubois", "", "", "m.keller"},
                          {4, now - 5min, TimelineKind::Commented, "m.keller",
                           "The primary does not answer since the switch was replaced; failing over to the second site "
                           "and watching replication lag.",
                           "", ""},
                          {5, now, TimelineKind::Resolved, "m.keller", "Failed over.", "", ""}});
    return timeline;
}

void WidgetShots::overlays()
{
    useRowTheme();
    QWidget window;
    window.resize(1100, 700);
    auto *layout = new QHBoxLayout(&window);
    layout->addWidget(sampleTimeline(&window), 1);
    layout->addWidget(incidentPanel(&window), 2);
    ToastHost toasts(m_theme, &window);
    toasts.show({QStringLiteral("Acknowledged 3 incidents."), QStringLiteral("Undo"), SeverityLook::Ok, {}});
    toasts.show({QStringLiteral("The source prometheus-eu could not be reached for the third time in a row."),
                 {},
                 SeverityLook::High,
                 {}});
    shot(window, QStringLiteral("toasts"));
    CommandPalette palette(m_theme, &window);
    palette.setEntries(
        {{QStringLiteral("ack"),
          QStringLiteral("Acknowledge incident"),
          QStringLiteral("Incidents"),
          QStringLiteral("a"),
          true,
          {},
          {}},
         {QStringLiteral("next"),
          QStringLiteral("Acknowledge the next unowned critical"),
          QStringLiteral("Incidents"),
          QStringLiteral("Shift+A"),
          true,
          {},
          {}},
         {QStringLiteral("res"),
          QStringLiteral("Resolve incident"),
          QStringLiteral("Incidents"),
          {},
          false,
          QStringLiteral("Nothing is selected"),
          {}},
         {QStringLiteral("gi"),
          QStringLiteral("Go to incidents"),
          QStringLiteral("Pages"),
          QStringLiteral("g i"),
          true,
          {},
          {}},
         {QStringLiteral("dark"), QStringLiteral("Theme: dark"), QStringLiteral("Appearance"), {}, true, {}, {}}});
    palette.open(QStringLiteral("ac"));
    shot(window, QStringLiteral("palette"));
    palette.dismiss();
    ShortcutSheet sheet(m_theme, &window);
    std::vector<ShortcutEntry> keys;
    for (int i = 0; i < 30; ++i)
        keys.push_back({QStringLiteral("Ctrl+%1").arg(i), QStringLiteral("Does the thing number %1").arg(i),
                        QStringLiteral("Group %1").arg(i / 8)});
    sheet.setEntries(keys);
    sheet.open();
    const QImage image = shot(window, QStringLiteral("sheet"));
    QVERIFY(contains(image, m_theme.surface().overlay));
}

void WidgetShots::icons()
{
    m_theme.use(ThemeId::Dark);
    const QStringList names = iconNames();
    QVERIFY(names.size() > 60);
    QImage sheet(12 * 90, (int(names.size()) / 12 + 1) * 60, QImage::Format_RGB32);
    sheet.fill(m_theme.surface().panel);
    QPainter painter(&sheet);
    painter.setFont(m_theme.ui(FontRole::Caption));
    painter.setPen(m_theme.text().tertiary);
    for (int i = 0; i < names.size(); ++i) {
        const QPoint at(i % 12 * 90 + 4, i / 12 * 60 + 4);
        const QPixmap pixmap = iconPixmap(names[i], 22, m_theme.text().primary, 1);
        QVERIFY2(!pixmap.isNull(), qPrintable(names[i]));
        const QImage drawn = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
        bool inked = false;
        for (int y = 0; y < drawn.height() && !inked; ++y) {
            for (int x = 0; x < drawn.width() && !inked; ++x)
                inked = qAlpha(drawn.pixel(x, y)) > 200;
        }
        QVERIFY2(inked, qPrintable(names[i]));
        painter.drawPixmap(at, pixmap);
        painter.drawPixmap(at + QPoint(30, 3), iconPixmap(names[i], 16, m_theme.text().primary, 1));
        painter.drawText(QRect(at + QPoint(0, 28), QSize(86, 14)), Qt::AlignLeft, names[i]);
    }
    sheet.save(QString(m_folder % QStringLiteral("/icons.png")));
    QVERIFY(themedIcon(m_theme, QStringLiteral("no-such-icon")).isNull());
}

QTEST_MAIN(WidgetShots)
#include "tst_widgetshots.moc"
