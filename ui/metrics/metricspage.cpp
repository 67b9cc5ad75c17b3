// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricspage.h"

#include "ui/charts/metricloader.h"
#include "ui/metrics/swatchdelegate.h"
#include "ui/models/metriclistmodel.h"
#include "ui/models/seriesstatsmodel.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/notices.h"
#include "ui/shell/preferences.h"
#include "ui/tables/tablesetup.h"
#include "ui/text/words.h"
#include "widgets/accessiblenames.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"
#include "widgets/timeseriesview.h"

#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {
const char *const metricsSplitterKey = "metrics/splitter";
} // namespace

MetricsPage::MetricsPage(UiContext &context, QWidget *parent)
    : Page(context, parent)
    , m_metrics(new MetricListModel(this))
    , m_stats(new SeriesStatsModel(this))
    , m_loader(new MetricLoader(context.session.api(), this))
{
    setObjectName(QStringLiteral("page.metrics"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("metrics.splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(buildChart());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({360, 880});
    m_splitter->restoreState(context.preferences.state(QLatin1String(metricsSplitterKey)).toByteArray());
    layout->addWidget(m_splitter);
    registerActions();
    listen();
    retranslate();
}

MetricsPage::~MetricsPage() = default;

QWidget *MetricsPage::buildList()
{
    m_listPanel = new Panel(theme(), {}, this);
    m_listPanel->setObjectName(QStringLiteral("metrics.listPanel"));
    auto *content = new QWidget(m_listPanel);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::panelGap);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Theme::panelPadding, 0, Theme::panelPadding, 0);
    m_filter = new QLineEdit(content);
    m_filter->setObjectName(QStringLiteral("metrics.filter"));
    m_filter->setClearButtonEnabled(true);
    head->addWidget(m_filter);
    m_list = new LiveTableView(theme(), content);
    m_list->setObjectName(QStringLiteral("metrics.list"));
    m_list->setAutomaticHold(false);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setModel(m_metrics);
    m_list->setIdRole(MetricListModel::IdRole);
    m_list->setColumnHidden(MetricListModel::Unit, true);
    m_list->setColumns({{.width = 200, .stretches = true, .minimum = 120}, {.width = 90}, {.width = 60}});
    auto *delegate = new TableDelegate(theme(), {}, m_list);
    delegate->setColumnKind(MetricListModel::Name, CellKind::Primary);
    delegate->setColumnKind(MetricListModel::Series, CellKind::Number);
    m_list->setItemDelegate(delegate);
    followRowDensity(*m_list, context());
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    m_listPanel->setContent(content, false);
    m_listPanel->setMinimumWidth(theme().px(220));
    connect(m_filter, &QLineEdit::textChanged, m_metrics, &MetricListModel::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus(); // first: a row chosen with the focus is shown
        m_list->selectRow(0);
    });
    return m_listPanel;
}

QWidget *MetricsPage::buildChart()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::panelGap);
    m_bar = new QueryBar(context(), side);
    m_chartPanel = new Panel(theme(), {}, side);
    m_chartPanel->setObjectName(QStringLiteral("metrics.chartPanel"));
    auto *both = new QSplitter(Qt::Vertical, m_chartPanel);
    both->setChildrenCollapsible(false);
    auto *frame = new QWidget(both); // the axis keeps off the panel's edge
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(Theme::panelPadding, 0, Theme::panelPadding, 4);
    m_view = new TimeSeriesView(theme(), frame);
    inner->addWidget(m_view);
    m_view->setObjectName(QStringLiteral("metrics.view"));
    m_view->setLegendVisible(false); // the table below is the legend
    m_statsTable = new LiveTableView(theme(), both);
    m_statsTable->setObjectName(QStringLiteral("metrics.stats"));
    m_statsTable->setAutomaticHold(false);
    m_statsTable->setModel(m_stats);
    m_statsTable->setIdRole(SeriesStatsModel::IdRole);
    m_statsTable->setColumns({{.width = 36},
                              {.width = 200, .stretches = true, .minimum = 140},
                              {.width = 104},
                              {.width = 104},
                              {.width = 104},
                              {.width = 104}});
    m_statsTable->setItemDelegate(new SwatchDelegate(theme(), m_statsTable));
    followRowDensity(*m_statsTable, context());
    both->addWidget(frame);
    both->addWidget(m_statsTable);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 1);
    both->setSizes({700, 140});
    m_chartPanel->setContent(both, false);
    layout->addWidget(m_bar);
    layout->addWidget(m_chartPanel, 1);
    return side;
}

void MetricsPage::registerActions()
{
    const auto add
        = [this](const char *name, std::function<QString()> text, const QString &keys, std::function<void()> action) {
              context().actions.add({.id = QLatin1String("metrics.") + QLatin1String(name),
                                     .title = std::move(text),
                                     .category = [] { return tr("Metrics"); },
                                     .keys = keys,
                                     .page = id(),
                                     .keywords = QStringLiteral("chart graph promql")},
                                    this, std::move(action));
          };
    add(
        "query", [] { return tr("Write a query"); }, QStringLiteral("E"), [this] { m_bar->focusExpression(); });
    add(
        "compare", [] { return tr("Compare with yesterday, or not"); }, QStringLiteral("Y"),
        [this] { m_bar->setCompare(!m_query.compare); });
    add(
        "live", [] { return tr("Go on live, or stand still"); }, QStringLiteral("L"),
        [this] { m_bar->setLive(!m_query.live); });
    add(
        "export", [] { return tr("Export as CSV…"); }, QStringLiteral("Ctrl+E"), [this] { exportCsv(); });
    add(
        "unzoom", [] { return tr("Show the whole range again"); }, QStringLiteral("0"),
        [this] { m_view->resetZoom(); });
    static constexpr std::array<int, 5> hours {0, 1, 6, 24, 168};
    for (const int span : hours) {
        const std::string name = "range" + std::to_string(span);
        add(
            name.c_str(),
            [span] {
                if (span == 0)
                    return tr("Show the last 15 minutes");
                return span < 48 ? tr("Show the last %n hours", nullptr, span) : tr("Show the last 7 days");
            },
            {}, [this, span] { m_bar->setWindow(span == 0 ? std::chrono::minutes(15) : std::chrono::hours(span)); });
    }
}

void MetricsPage::listen()
{
    const Session &session = context().session;
    connect(&session, &Session::loaded, this, [this] {
        m_missed = false;
        loadList();
        if (m_shown)
            run();
    });
    connect(&session, &Session::samples, this, &MetricsPage::append);
    connect(&session, &Session::restored, this, &MetricsPage::forget);
    connect(&session, &Session::sourcesChanged, this, [this] { m_bar->setSources(context().session.sources()); });
    connect(&session, &Session::stateChanged, this, &MetricsPage::sessionChanged);
    connect(m_loader, &MetricLoader::loaded, this, &MetricsPage::take);
    connect(m_loader, &MetricLoader::failed, this, &MetricsPage::fail);
    connect(m_bar, &QueryBar::changed, this, &MetricsPage::run);
    connect(m_bar, &QueryBar::exportRequested, this, &MetricsPage::exportCsv);
    connect(m_list, &LiveTableView::currentRowChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid() || !m_list->hasFocus())
            return;
        m_bar->setExpression(index.data(MetricListModel::IdRole).toString());
        run();
    });
    connect(m_list, &LiveTableView::clicked, this, [this](const QModelIndex &index) {
        m_bar->setExpression(index.data(MetricListModel::IdRole).toString());
        run();
    });
    connect(m_view, &TimeSeriesView::zoomed, this, &MetricsPage::zoom);
    connect(m_view, &TimeSeriesView::zoomReset, this, &MetricsPage::run);
    connect(m_chartPanel, &Panel::nextStepRequested, this, &MetricsPage::run);
    connect(m_listPanel, &Panel::nextStepRequested, this, &MetricsPage::loadList);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { context().preferences.setState(QLatin1String(metricsSplitterKey), m_splitter->saveState()); });
    for (QTimer *timer : {&m_again, &m_statsPace, &m_listPace})
        timer->setSingleShot(true);
    m_again.setObjectName(QStringLiteral("metrics.again"));
    m_again.setParent(this);
    m_statsPace.setInterval(500);
    m_listPace.setInterval(5000);
    connect(&m_again, &QTimer::timeout, this, &MetricsPage::run);
    connect(&m_statsPace, &QTimer::timeout, this, &MetricsPage::updateStats);
    connect(&m_listPace, &QTimer::timeout, this, &MetricsPage::loadList);
}

void MetricsPage::sessionChanged(Session::State state)
{
    const bool live = state == Session::State::Live;
    if (live && m_missed && m_shown) {
        if (m_view->isZoomed())
            load(m_view->from(), m_view->to());
        else
            run();
    }
    m_missed = !live;
    refreshLink();
}

void MetricsPage::activate()
{
    m_shown = true;
    m_bar->setSources(context().session.sources());
    refreshLink();
    if (m_metrics->total() == 0)
        loadList();
    else if (m_query.expression.isEmpty())
        chooseFirst();
    else
        run();
    m_list->setFocus();
}

void MetricsPage::deactivate()
{
    m_shown = false;
    m_again.stop();
}

bool MetricsPage::hasData() const
{
    return m_metrics->total() > 0
        && std::ranges::any_of(m_series, [](const LoadedSeries &s) { return !s.samples->empty(); });
}

void MetricsPage::openWith(const QUrlQuery &what)
{
    const QString query = what.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded);
    if (query.isEmpty())
        return;
    const std::string source = what.queryItemValue(QStringLiteral("source"), QUrl::FullyDecoded).toStdString();
    m_bar->setSources(context().session.sources());
    m_bar->setExpression(query, source.empty() ? std::nullopt : std::optional(SourceId {source}));
    m_query = m_bar->query(); // so that activate() keeps it
}

bool MetricsPage::focusContent()
{
    QWidget *content = m_list->isVisible() ? static_cast<QWidget *>(m_list) : this;
    content->setFocus(Qt::OtherFocusReason);
    return true;
}

void MetricsPage::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void MetricsPage::refresh()
{
    loadList();
    run();
}

int MetricsPage::rowsShown() const
{
    return m_metrics->rowCount() + m_stats->rowCount();
}

Timestamp MetricsPage::now() const
{
    return context().clock.now() + context().session.clockOffset();
}

void MetricsPage::loadList()
{
    if (!context().session.isLoaded())
        return;
    whenDone(context().session.api().metrics(), this, [this](const Result<std::vector<MetricEntry>> &result) {
        if (!result) {
            if (m_metrics->total() == 0)
                m_listPanel->showError(problemOf(result.error()));
            return;
        }
        m_metrics->setMetrics(*result);
        m_listPanel->setCaption(tr("%n metrics", nullptr, m_metrics->total()));
        if (m_metrics->total() == 0)
            m_listPanel->showEmpty(tr("Nothing is measured yet."), tr("Look again"));
        else
            m_listPanel->showContent();
        if (m_shown && m_query.expression.isEmpty())
            chooseFirst();
    });
}

/// Before another server's data.
void MetricsPage::forget()
{
    m_metrics->setMetrics({});
    clearChart();
    updateState();
}

void MetricsPage::clearChart()
{
    m_loader->cancel();
    m_again.stop();
    m_series.clear();
    m_warnings.clear();
    m_error.reset();
    m_shownAt.reset();
    m_loaded = false;
    m_bar->showMistake({});
    showSeries();
}

void MetricsPage::retranslate()
{
    setAccessibleName(title());
    const QLocale locale;
    m_metrics->retranslate();
    m_stats->setLocale(locale);
    m_view->setLocale(locale);
    m_view->setTimeZone(QTimeZone::systemTimeZone());
    m_view->setAccessibleName(tr("Chart"));
    m_listPanel->setTitle(tr("Metrics"));
    m_listPanel->setCaption(m_metrics->total() > 0 ? tr("%n metrics", nullptr, m_metrics->total()) : QString());
    m_list->setAccessibleName(tr("Metrics"));
    m_statsTable->setAccessibleName(tr("Series in the chart"));
    m_filter->setPlaceholderText(tr("Find a metric"));
    m_filter->setAccessibleName(tr("Find a metric"));
    nameClearButton(*m_filter);
    m_link = {.view = LinkState::View::Fresh,
              .text = QStringLiteral("?"),
              .shortText = {}}; // its sentence is in the old language
    refreshLink();
    updateState();
}

} // namespace vigie
