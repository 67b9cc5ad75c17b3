// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is on the chart of the page Metrics: asked for, shown, followed, and said to be old.
#include "ui/charts/metricloader.h"
#include "ui/metrics/metricspage.h"
#include "ui/models/metriclistmodel.h"
#include "ui/models/seriesstatsmodel.h"
#include "ui/shell/preferences.h"
#include "ui/text/metricwords.h"
#include "ui/text/sourcewords.h"
#include "ui/text/words.h"
#include "widgets/formatting.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"
#include "widgets/timeseriesview.h"

#include <algorithm>

namespace vigie {

namespace {
/// More lines than this nobody can tell apart, and each costs a stroke a pixel.
constexpr std::size_t maxChartLines = 50;
constexpr Duration oneDay = std::chrono::hours(24);
constexpr auto leastPromPace = std::chrono::seconds(15);
const char *const metricsExpressionKey = "metrics/expression";
} // namespace

void MetricsPage::chooseFirst()
{
    QString wanted = context().preferences.state(QLatin1String(metricsExpressionKey)).toString();
    if (wanted.isEmpty() || !Selector::parse(wanted.toStdString()))
        wanted = QStringLiteral("host_cpu_usage_ratio");
    if (!m_metrics->find(wanted.toStdString()) && !wanted.contains(QLatin1Char('{')) && !m_metrics->isEmpty())
        wanted = QString::fromStdString(m_metrics->row(0).info.name);
    m_list->selectId(wanted);
    m_bar->setExpression(wanted);
    run();
}

MetricUnit MetricsPage::unitOf(const MetricQuery &query) const
{
    if (query.prometheus)
        return unitFromExpression(query.expression);
    const MetricRow *metric = m_metrics->find(m_selector.name());
    return metric ? metric->info.unit : MetricUnit::None;
}

void MetricsPage::run()
{
    m_again.stop();
    const MetricQuery query = m_bar->query();
    const bool other = query != m_query;
    m_query = query;
    if (other)
        m_shownAt.reset();
    if (m_query.expression.isEmpty())
        clearChart();
    if (m_query.expression.isEmpty() || !context().session.isLoaded()) {
        updateState();
        return;
    }
    if (!m_query.prometheus) {
        Result<Selector> selector = Selector::parse(m_query.expression.toStdString());
        if (!selector) {
            fail(selector.error());
            return;
        }
        m_selector = *std::move(selector);
        context().preferences.setState(QLatin1String(metricsExpressionKey), m_query.expression);
    }
    if (other) {
        m_loaded = false;
        m_view->resetZoom();
    }
    // A chart that is marked as old stays so until there is an answer.
    if (!m_shownAt)
        m_error.reset();
    if (m_query.span)
        load(m_query.span->first, m_query.span->second);
    else
        load(now() - m_query.window, now());
    updateState();
}

void MetricsPage::load(Timestamp from, Timestamp to)
{
    MetricRequest request;
    request.expression = m_query.expression.toStdString();
    request.prometheus = m_query.prometheus;
    request.from = from;
    request.to = to;
    request.step = m_step = chooseStep(to - from, std::max(400, m_view->width()));
    if (m_query.compare)
        request.compareWith = oneDay;
    m_loader->load(request);
}

void MetricsPage::take(const MetricAnswer &answer)
{
    m_loaded = true;
    m_error.reset();
    m_shownAt = context().clock.now();
    m_series = answer.series;
    m_warnings = answer.warnings;
    if (m_series.size() > maxChartLines) {
        m_warnings.append(tr("Only the first %1 of %2 series are shown.").arg(maxChartLines).arg(m_series.size()));
        m_series.resize(maxChartLines);
    }
    m_bar->showMistake({});
    if (!m_view->isZoomed()) {
        if (m_query.live && !m_query.prometheus)
            fitWindow();
        else if (m_query.span)
            m_view->setRange(answer.request.from, answer.request.to);
        else
            m_view->setRange(answer.request.to - shownWindow(), answer.request.to);
    }
    showSeries();
    updateState();
    // A Prometheus does not push: its next step is asked for when it is there.
    if (m_query.prometheus)
        startAgain();
}

void MetricsPage::startAgain()
{
    if (m_query.live && m_shown)
        m_again.start(std::chrono::duration_cast<std::chrono::milliseconds>(std::max<Duration>(m_step, leastPromPace)));
}

Duration MetricsPage::shownWindow() const
{
    std::vector<const SampleBuffer *> buffers;
    buffers.reserve(m_series.size());
    for (const LoadedSeries &line : m_series)
        buffers.push_back(line.samples.get());
    return filledWindow(buffers, m_query.window);
}

void MetricsPage::fitWindow()
{
    m_view->setWindow(shownWindow());
}

void MetricsPage::fail(const Error &error)
{
    m_error = error;
    m_loaded = true;
    if (error.code == Error::Code::Invalid)
        m_bar->showMistake(QString::fromStdString(error.detail));
    else
        startAgain();
    updateState();
}

void MetricsPage::showSeries()
{
    m_rowOfSeries.clear();
    std::vector<TimeSeries> lines;
    std::unordered_map<std::string, int> colors;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const std::string key = m_series[i].key.toString();
        // Yesterday's line has the colour of today's.
        const int color = colors.try_emplace(key, int(colors.size())).first->second;
        if (!m_series[i].comparison)
            m_rowOfSeries[key] = i;
        lines.push_back({m_series[i].name, m_series[i].samples, m_series[i].comparison, color});
    }
    m_view->setUnit(unitOf(m_query));
    m_view->setSeries(std::move(lines));
    updateStats();
}

void MetricsPage::updateStats()
{
    m_stats->setUnit(unitOf(m_query));
    std::vector<SeriesStatsRow> rows;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const LoadedSeries &line = m_series[i];
        SeriesStatsRow row;
        row.id = line.name % (line.comparison ? QStringLiteral(" -1d") : QString());
        row.name = line.name;
        row.color = i < m_view->series().size() ? m_view->series()[i].colorIndex : int(i);
        row.comparison = line.comparison;
        row.last = line.stats.last;
        row.min = line.stats.min;
        row.mean = line.stats.mean;
        row.max = line.stats.max;
        rows.push_back(std::move(row));
    }
    m_stats->sync(std::move(rows));
}

void MetricsPage::append(const std::vector<SampleBatch> &batches)
{
    if (!m_shown)
        return;
    const bool live = m_query.live && !m_query.prometheus && m_loaded && !m_error && !m_view->isZoomed();
    bool any = false;
    for (const SampleBatch &batch : batches) {
        for (const SeriesSample &sample : batch.samples) {
            if (live && m_selector.matches(sample.series))
                any = appendOne(sample.series, toMicros(batch.at), sample.value) || any;
            const MetricRow *metric = m_metrics->find(sample.series.name);
            if ((!metric || metric->series.empty()) && !m_listPace.isActive())
                m_listPace.start(); // something new is measured
        }
    }
    if (!any)
        return;
    fitWindow();
    m_view->samplesChanged();
    if (!m_statsPace.isActive())
        m_statsPace.start();
}

bool MetricsPage::appendOne(const SeriesKey &key, std::int64_t at, double value)
{
    const auto found = m_rowOfSeries.find(key.toString());
    if (found == m_rowOfSeries.end()) {
        if (m_series.size() < maxChartLines && !m_loader->isLoading())
            run(); // a new series of this metric
        return false;
    }
    LoadedSeries &line = m_series[found->second];
    if (!line.samples->append(at, value))
        return false;
    line.stats.add(value);
    line.samples->dropBefore(at - m_query.window.count() * 11 / 10);
    return true;
}

void MetricsPage::zoom(Timestamp from, Timestamp to)
{
    if (to - from >= std::chrono::seconds(1))
        load(from, to);
}

void MetricsPage::refreshLink()
{
    const LinkState link = linkState(context().session, context().clock);
    if (link == m_link)
        return;
    m_link = link;
    if (applyLink(*m_listPanel, m_link) && m_metrics->total() > 0)
        m_listPanel->showContent();
    updateState();
}

void MetricsPage::updateState()
{
    m_chartPanel->setTitle(m_query.expression.isEmpty() ? tr("Chart") : m_query.expression);
    // The selector is that of the last query without a mistake.
    const bool described = !m_query.prometheus && !m_query.expression.isEmpty() && !m_error;
    const MetricRow *metric = !described ? nullptr : m_metrics->find(m_selector.name());
    m_chartPanel->setCaption(!m_warnings.isEmpty() && !m_error ? m_warnings.join(QLatin1String("  "))
                                 : metric                      ? metricHelp(metric->info.help)
                                                               : QString());
    const bool something = hasData();
    if (m_error && m_error->code != Error::Code::Invalid && m_shownAt && something) {
        if (applyLink(*m_chartPanel, m_link))
            m_chartPanel->showStale(
                tr("As of %1. %2", "1: time of day, 2: why there is nothing newer")
                    .arg(formatClock(*m_shownAt, QLocale(), QTimeZone::systemTimeZone()), errorWords(*m_error).what));
    } else if (m_error) {
        Panel::Problem problem = problemOf(*m_error);
        if (m_error->code == Error::Code::Invalid)
            problem = {.what = tr("The query has a mistake."),
                       .advice = QString::fromStdString(m_error->detail),
                       .id = QStringLiteral("invalid"),
                       .button = {}};
        m_chartPanel->showError(problem);
    } else if (something) {
        if (applyLink(*m_chartPanel, m_link))
            m_chartPanel->showContent();
    } else if (m_link.view == LinkState::View::Stale && !m_loaded) {
        m_chartPanel->showEmpty(tr("Not connected. The history of metrics is on the server only."));
    } else if (!applyLink(*m_chartPanel, m_link)) {
        return;
    } else if (m_query.expression.isEmpty() && m_metrics->total() > 0) {
        m_chartPanel->showEmpty(tr("Choose a metric at the left or write a query."));
    } else if (m_loaded && !m_loader->isLoading()) {
        m_chartPanel->showEmpty(tr("There are no samples of this in the chosen time."));
    } else {
        m_chartPanel->showLoading();
    }
}

} // namespace vigie
