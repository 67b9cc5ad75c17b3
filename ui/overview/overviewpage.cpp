// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "backend/client/session.h"
#include "ui/charts/hostcharts.h"
#include "ui/models/changemodel.h"
#include "ui/models/sourcemodel.h"
#include "ui/models/topincidentsmodel.h"
#include "ui/overview/gridpane.h"
#include "ui/overview/overviewrows.h"
#include "ui/overview/tileframe.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/preferences.h"
#include "ui/tables/tablesetup.h"
#include "widgets/crosshairgroup.h"
#include "widgets/livetableview.h"
#include "widgets/severitychip.h"
#include "widgets/statvalue.h"
#include "widgets/tabledelegate.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cstdint>

namespace vigie {

namespace {
constexpr int topIncidents = 20;
enum OverviewTile : std::uint8_t { CriticalTile, HighTile, MediumTile, LowTile, UnownedTile, SourcesTile };
enum OverviewRow : std::uint8_t { TileRow, TableRow, HostRow, MoreRow };

LiveTableView *calmTable(UiContext &context, QAbstractItemModel *model, const QString &name, QWidget *parent)
{
    auto *table = new LiveTableView(context.theme, parent);
    table->setObjectName(name);
    table->setAutomaticHold(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setModel(model);
    table->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    followRowDensity(*table, context);
    return table;
}
} // namespace

OverviewPage::OverviewPage(UiContext &context, QWidget *parent)
    : Page(context, parent)
    , m_grid(new GridPane(this))
    , m_incidents(new TopIncidentsModel(topIncidents, this))
    , m_sources(new SourceModel(this))
    , m_changes(new ChangeModel(this))
    , m_crosshair(new CrosshairGroup(this))
{
    setObjectName(QStringLiteral("page.overview"));
    buildGrid();
    buildTiles();
    buildIncidents();
    buildSources();
    buildCharts();
    buildDisks();
    buildChanges();
    setRowHeights();
    registerActions();
    listen();
    retranslate();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::buildGrid()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("overview.scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_grid);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_grid->setAutoFillBackground(false);
    m_grid->setMargin(Theme::pageMargin);
    layout->addWidget(scroll);
    m_grid->addRow(0, 0);
    m_grid->addRow(0, 11); // weights: eight incidents and two rows of charts on a screen of 1440 x 900
    m_grid->addRow(0, 8);
    m_grid->addRow(0, 8);
}

void OverviewPage::buildTiles()
{
    static constexpr std::array<const char *, 6> names {"critical", "high", "medium", "low", "unowned", "sources"};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i] = new StatValue(theme(), {}, this);
        m_tiles[i]->setObjectName(QLatin1String("tile.") + QLatin1String(names[i]));
        m_tiles[i]->setClickable(true);
        m_grid->place(new TileFrame(theme(), m_tiles[i], m_grid), TileRow, int(i) * 4, 4);
    }
    for (std::size_t i = CriticalTile; i <= LowTile; ++i) {
        connect(m_tiles[i], &StatValue::activated, this, [this, i] {
            goToIncidents(QStringLiteral("severity"), QString::fromUtf8(severityName(Severity(i)).data()));
        });
    }
    connect(m_tiles[UnownedTile], &StatValue::activated, this,
            [this] { goToIncidents(QStringLiteral("owner"), QStringLiteral("none")); });
    connect(m_tiles[SourcesTile], &StatValue::activated, this,
            [this] { context().navigator.go(QStringLiteral("sources")); });
}

void OverviewPage::buildIncidents()
{
    m_incidentPanel = new Panel(theme(), {}, m_grid);
    m_incidentPanel->setObjectName(QStringLiteral("overview.incidents"));
    m_incidentTable = calmTable(context(), m_incidents, QStringLiteral("overview.incidentTable"), m_incidentPanel);
    m_incidentTable->setIdRole(TopIncidentsModel::IdRole);
    m_incidentTable->setPulseRole(TopIncidentsModel::PulseRole);
    auto *delegate = new TableDelegate(theme(),
                                       {.severity = TopIncidentsModel::SeverityRole,
                                        .state = TopIncidentsModel::StateRole,
                                        .muted = TopIncidentsModel::MutedRole,
                                        .pulse = TopIncidentsModel::PulseRole},
                                       m_incidentTable);
    delegate->setColumnKind(TopIncidentsModel::SeverityColumn, CellKind::Severity);
    delegate->setColumnKind(TopIncidentsModel::Title, CellKind::Primary);
    delegate->setColumnKind(TopIncidentsModel::Age, CellKind::Time);
    delegate->setColumnKind(TopIncidentsModel::State, CellKind::State);
    m_incidentTable->setItemDelegate(delegate);
    auto *fitter = new ColumnFitter(theme(), *m_incidentTable,
                                    {{.width = 100},
                                     {.width = 200, .stretches = true, .minimum = 220},
                                     {.width = 112},
                                     {.width = 88},
                                     {.width = 96},
                                     {.width = 96}},
                                    {TopIncidentsModel::Service, TopIncidentsModel::Owner});
    fitter->setLeastWidth(TopIncidentsModel::State, [this] { return stateColumnWidth(theme(), incidentStateLooks); });
    fitter->setLeastWidth(TopIncidentsModel::SeverityColumn, [this] { return severityColumnWidth(theme()); });
    m_incidentPanel->setContent(m_incidentTable, false);
    m_grid->place(m_incidentPanel, TableRow, 0, 15);
    connect(m_incidentTable, &LiveTableView::openRequested, this, [this](const QModelIndex &index) {
        goToIncidents(QStringLiteral("id"), index.data(TopIncidentsModel::IdRole).toString());
    });
}

void OverviewPage::buildSources()
{
    m_sourcePanel = new Panel(theme(), {}, m_grid);
    m_sourcePanel->setObjectName(QStringLiteral("overview.sources"));
    m_sourceTable = calmTable(context(), m_sources, QStringLiteral("overview.sourceTable"), m_sourcePanel);
    m_sourceTable->setIdRole(SourceModel::IdRole);
    for (const int column : {SourceModel::Kind, SourceModel::Target, SourceModel::LastSuccess, SourceModel::Latency,
                             SourceModel::NextAttempt})
        m_sourceTable->setColumnHidden(column, true);
    auto *fitter = new ColumnFitter(theme(), *m_sourceTable,
                                    {{.width = 84},
                                     {.width = 72},
                                     {.width = 160, .stretches = true, .minimum = 112},
                                     {.width = 0},
                                     {.width = 0},
                                     {.width = 0},
                                     {.width = 0},
                                     {.width = 0},
                                     {.width = 160, .stretches = true, .minimum = 150}},
                                    {SourceModel::LastError, SourceModel::Since});
    fitter->setLeastWidth(SourceModel::State, [this] { return stateColumnWidth(theme(), sourceStateLooks); });
    auto *delegate = new TableDelegate(
        theme(), {.severity = -1, .state = SourceModel::StateRole, .muted = SourceModel::MutedRole, .fresh = -1},
        m_sourceTable);
    delegate->setColumnKind(SourceModel::State, CellKind::State);
    delegate->setColumnKind(SourceModel::Since, CellKind::Time);
    delegate->setColumnKind(SourceModel::Name, CellKind::Primary);
    m_sourceTable->setItemDelegate(delegate);
    m_sourcePanel->setContent(m_sourceTable, false);
    m_grid->place(m_sourcePanel, TableRow, 15, 9);
    connect(m_sourceTable, &LiveTableView::openRequested, this, [this](const QModelIndex &index) {
        QUrlQuery what;
        what.addQueryItem(QStringLiteral("id"), index.data(SourceModel::IdRole).toString());
        context().navigator.go(QStringLiteral("sources"), what);
    });
    connect(m_sourcePanel, &Panel::nextStepRequested, this,
            [this] { context().actions.trigger(QStringLiteral("sources.add")); });
}

LiveChart *OverviewPage::addChart(ChartSpec spec)
{
    auto *chart = new LiveChart(context(), std::move(spec), m_grid);
    chart->setWindow(context().preferences.settings().chartRange);
    chart->view().setCrosshairGroup(m_crosshair);
    connect(chart, &LiveChart::dataChanged, this, &OverviewPage::updateProbes);
    m_charts.push_back(chart);
    return chart;
}

void OverviewPage::buildCharts()
{
    m_grid->place(addChart(cpuChart()), HostRow, 0, 6);
    m_grid->place(addChart(memoryChart()), HostRow, 6, 6);
    m_grid->place(addChart(loadChart()), HostRow, 12, 6);
    m_grid->place(addChart(pressureChart()), HostRow, 18, 6);
    m_grid->place(addChart(networkChart()), MoreRow, 0, 6);
    m_probes = addChart(probeLatencyChart());
    m_grid->place(m_probes, MoreRow, 6, 6);
}

void OverviewPage::buildDisks()
{
    m_diskPanel = new Panel(theme(), {}, m_grid);
    m_diskPanel->setObjectName(QStringLiteral("overview.disks"));
    m_disks = new FillList(theme(), m_diskPanel);
    m_diskPanel->setContent(m_disks);
    m_grid->place(m_diskPanel, MoreRow, 12, 4);
}

void OverviewPage::buildChanges()
{
    m_changePanel = new Panel(theme(), {}, m_grid);
    m_changePanel->setObjectName(QStringLiteral("overview.changes"));
    m_changeTable = calmTable(context(), m_changes, QStringLiteral("overview.changeTable"), m_changePanel);
    m_changeTable->setIdRole(ChangeModel::IdRole);
    m_changeTable->horizontalHeader()->hide();
    new ColumnFitter(theme(), *m_changeTable,
                     {{.width = 78}, {.width = 160, .stretches = true, .minimum = 200}, {.width = 90}},
                     {ChangeModel::Who});
    auto *delegate = new TableDelegate(theme(), {}, m_changeTable);
    delegate->setColumnKind(ChangeModel::Time, CellKind::Time);
    delegate->setColumnKind(ChangeModel::What, CellKind::Primary);
    m_changeTable->setItemDelegate(delegate);
    m_changePanel->setContent(m_changeTable, false);
    m_grid->place(m_changePanel, MoreRow, 16, 8);
    connect(m_changeTable, &LiveTableView::openRequested, this, [this](const QModelIndex &index) {
        const QString subject = index.data(ChangeModel::SubjectRole).toString();
        if (index.data(ChangeModel::IsIncidentRole).toBool()) {
            goToIncidents(QStringLiteral("id"), subject);
            return;
        }
        QUrlQuery what;
        what.addQueryItem(QStringLiteral("id"), subject);
        context().navigator.go(QStringLiteral("sources"), what);
    });
}

void OverviewPage::registerActions()
{
    static constexpr std::array<int, 4> minutes {30, 60, 180, 1440};
    for (const int span : minutes) {
        context().actions.add({.id = QStringLiteral("charts.range%1").arg(span),
                               .title =
                                   [span] {
                                       return span < 60 ? tr("Charts: last %n minutes", nullptr, span)
                                                        : tr("Charts: last %n hours", nullptr, span / 60);
                                   },
                               .category = [] { return tr("Charts"); },
                               .keywords = QStringLiteral("window range history time")},
                              this, [this, span] {
                                  context().preferences.update([span](ConsoleSettings &settings) {
                                      settings.chartRange = std::chrono::minutes(span);
                                  });
                              });
    }
}

void OverviewPage::listen()
{
    const Session &session = context().session;
    m_calm.setSingleShot(true);
    m_calm.setInterval(250);
    m_second.setInterval(1000);
    connect(&m_calm, &QTimer::timeout, this, &OverviewPage::refreshIncidents);
    connect(&m_second, &QTimer::timeout, this, &OverviewPage::tick);
    connect(&session, &Session::incidentsChanged, this, [this] {
        if (!m_calm.isActive())
            m_calm.start();
    });
    connect(&session, &Session::sourcesChanged, this, &OverviewPage::refreshSources);
    connect(&session, &Session::recentChangesChanged, this, &OverviewPage::refreshChanges);
    connect(&session, &Session::stateChanged, this, &OverviewPage::refreshLink);
    connect(&session, &Session::loaded, this, &OverviewPage::updateAll);
    connect(&session, &Session::restored, this, &OverviewPage::updateAll);
    connect(&context().preferences, &Preferences::changed, this, [this] {
        for (LiveChart *chart : m_charts)
            chart->setWindow(context().preferences.settings().chartRange);
    });
}

void OverviewPage::setRowHeights()
{
    m_grid->setRowMinimum(TileRow, m_tiles.front()->sizeHint().height() + 2);
    m_grid->setRowMinimum(TableRow, theme().px(66 + 6 * context().preferences.rowHeight()));
    m_grid->setRowMinimum(HostRow, theme().px(152));
    m_grid->setRowMinimum(MoreRow, theme().px(152));
}

void OverviewPage::activate()
{
    m_second.start();
    updateAll();
    m_incidentTable->setFocus();
    m_wantsFocus = !m_incidentTable->isVisible();
}

void OverviewPage::deactivate()
{
    m_second.stop();
}

void OverviewPage::refresh()
{
    for (LiveChart *chart : m_charts)
        chart->reload();
    updateAll();
}

void OverviewPage::updateAll()
{
    refreshIncidents();
    refreshSources();
    refreshChanges();
    refreshDisks();
    refreshLink();
}

bool OverviewPage::hasData() const
{
    return m_link.view == LinkState::View::Fresh && context().session.isLoaded() && m_charts.front()->hasData()
        && m_sources->total() > 0;
}

int OverviewPage::rowsShown() const
{
    return m_incidents->rowCount() + m_sources->rowCount() + m_changes->rowCount();
}

void OverviewPage::tick()
{
    const Timestamp now = context().clock.now() + context().session.clockOffset();
    m_incidents->tick(now);
    const auto [first, last] = visibleRows(*m_sourceTable);
    m_sources->tick(now, first, last);
    m_changes->setNow(now);
    refreshDisks();
    refreshLink();
}

void OverviewPage::refreshIncidents()
{
    m_incidents->refresh(context().session.incidents());
    m_incidents->tick(context().clock.now() + context().session.clockOffset());
    updateTiles();
    if (!applyLink(*m_incidentPanel, m_link))
        return;
    if (m_incidents->isEmpty())
        m_incidentPanel->showEmpty(tr("No open incidents. What goes wrong will stand here at once."));
    else
        m_incidentPanel->showContent();
    // A hidden table cannot take the focus: it gets it when it first has something to show.
    if (m_wantsFocus && m_incidentTable->isVisible()) {
        m_wantsFocus = false;
        m_incidentTable->setFocus();
    }
}

void OverviewPage::refreshSources()
{
    m_sources->setNow(context().clock.now() + context().session.clockOffset());
    m_sources->setSources(context().session.sources());
    updateTiles();
    if (!applyLink(*m_sourcePanel, m_link))
        return;
    if (m_sources->isEmpty())
        m_sourcePanel->showEmpty(tr("Nothing is watched yet."), tr("Add a source…"));
    else
        m_sourcePanel->showContent();
}

void OverviewPage::refreshDisks()
{
    const Session &session = context().session;
    const Timestamp now = context().clock.now() + session.clockOffset();
    m_disks->setRows(diskRows(session.latest(), oldestHostSample(session, now)));
    if (!applyLink(*m_diskPanel, m_link))
        return;
    if (m_disks->rows().empty())
        m_diskPanel->showEmpty(tr("No file systems are measured."));
    else
        m_diskPanel->showContent();
}

void OverviewPage::refreshChanges()
{
    m_changes->setNow(context().clock.now() + context().session.clockOffset());
    m_changes->setChanges(context().session.recentChanges());
    if (!applyLink(*m_changePanel, m_link))
        return;
    if (m_changes->isEmpty())
        m_changePanel->showEmpty(tr("Nothing has changed since the start."));
    else
        m_changePanel->showContent();
}

void OverviewPage::refreshLink()
{
    const LinkState link = linkState(context().session, context().clock);
    if (link == m_link)
        return;
    m_link = link;
    for (LiveChart *chart : m_charts)
        chart->setLink(link);
    refreshIncidents();
    refreshSources();
    refreshDisks();
    refreshChanges();
}

void OverviewPage::updateTiles()
{
    const IncidentCounts &counts = m_incidents->counts();
    const QLocale locale;
    const bool known = m_link.view == LinkState::View::Fresh || m_link.view == LinkState::View::Stale;
    for (std::size_t i = CriticalTile; i <= LowTile; ++i) {
        const int number = counts.bySeverity[i];
        m_tiles[i]->setValueText(known ? locale.toString(number) : QStringLiteral("–"));
        m_tiles[i]->setLook(number > 0 ? lookOf(Severity(i)) : SeverityLook::Ok);
        m_tiles[i]->setCaption(known ? tr("%n open", "incidents of one severity", number) : QString());
    }
    m_tiles[UnownedTile]->setValueText(known ? locale.toString(counts.unowned) : QStringLiteral("–"));
    m_tiles[UnownedTile]->setCaption(known ? tr("of %n open", "incidents without an owner", counts.open) : QString());
    int up = 0;
    int down = 0;
    for (const auto &[id, source] : context().session.sources()) {
        up += source.state == SourceState::Up ? 1 : 0;
        down += source.state == SourceState::Down ? 1 : 0;
    }
    m_tiles[SourcesTile]->setValueText(
        known ? tr("%1 of %2").arg(locale.toString(up), locale.toString(m_sources->total())) : QStringLiteral("–"));
    m_tiles[SourcesTile]->setCaption(!known ? QString() : down > 0 ? tr("%n down", nullptr, down) : tr("up"));
    m_tiles[SourcesTile]->setLook(known && down > 0 ? SeverityLook::High : SeverityLook::Ok);
    for (StatValue *tile : m_tiles)
        tile->setFreshness(m_link.view == LinkState::View::Fresh ? Freshness::Fresh : Freshness::Stale, m_link.text,
                           m_link.shortText);
    m_incidentPanel->setCaption(
        known
            ? tr("%1 open, %2 unacknowledged").arg(locale.toString(counts.open), locale.toString(counts.unacknowledged))
            : QString());
    m_sourcePanel->setCaption(known ? tr("%n watched", nullptr, m_sources->total()) : QString());
}

void OverviewPage::updateProbes()
{
    const ProbeCounts probes = countProbes(context().session.sources());
    if (probes.all == 0)
        return;
    m_probes->setCaption(probes.failing > 0 ? tr("%1/%2 fail", "probes").arg(probes.failing).arg(probes.all)
                                            : tr("all %n succeed", "probes", probes.all));
}

void OverviewPage::goToIncidents(const QString &key, const QString &value)
{
    QUrlQuery what;
    what.addQueryItem(key, value);
    context().navigator.go(QStringLiteral("incidents"), what);
}

void OverviewPage::retranslateTables()
{
    const QLocale locale;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_incidents->setLocale(locale);
    m_sources->setLocale(locale);
    m_changes->setLocale(locale);
    m_changes->setTimeZone(zone);
    for (LiveChart *chart : m_charts) {
        chart->view().setTimeZone(zone);
        chart->view().setLocale(locale);
    }
    m_incidentTable->setAccessibleName(tr("Open incidents"));
    m_sourceTable->setAccessibleName(tr("Sources"));
    m_changeTable->setAccessibleName(tr("Recent changes"));
}

void OverviewPage::retranslate()
{
    setAccessibleName(title());
    for (std::size_t i = CriticalTile; i <= LowTile; ++i)
        m_tiles[i]->setLabel(severityWord(lookOf(Severity(i))));
    m_tiles[UnownedTile]->setLabel(tr("Nobody's", "incidents without an owner"));
    m_tiles[SourcesTile]->setLabel(tr("Sources"));
    m_incidentPanel->setTitle(tr("Open incidents"));
    m_sourcePanel->setTitle(tr("Sources"));
    m_diskPanel->setTitle(tr("Disk space"));
    m_changePanel->setTitle(tr("Recent changes"));
    for (LiveChart *chart : m_charts)
        chart->setTitle(chartTitle(chart->specId()));
    m_probes->setEmptyText(tr("No probes yet. Add one on the page Sources."));
    retranslateTables();
    m_link = {.view = LinkState::View::Fresh,
              .text = QStringLiteral("?"),
              .shortText = {}}; // its sentence is in the old language
    refreshLink();
}

void OverviewPage::themeChanged()
{
    setRowHeights();
}

} // namespace vigie
