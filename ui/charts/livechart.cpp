// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/livechart.h"

#include "backend/client/session.h"
#include "ui/charts/metricloader.h"
#include "ui/text/words.h"
#include "widgets/formatting.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie {

namespace {
/// Lines are drawn on tiles of a few hundred pixels: more points would not be seen.
constexpr int chartColumns = 360;

/// Several series in one line: their sum at each time.
std::shared_ptr<SampleBuffer> summed(const std::vector<const LoadedSeries *> &parts)
{
    if (parts.size() == 1)
        return parts.front()->samples;
    std::map<std::int64_t, double> sums;
    for (const LoadedSeries *part : parts) {
        const auto times = part->samples->times();
        const auto values = part->samples->values();
        for (std::size_t i = 0; i < times.size(); ++i)
            sums[times[i]] += values[i];
    }
    auto out = std::make_shared<SampleBuffer>();
    out->reserve(sums.size());
    for (const auto &[at, value] : sums)
        out->append(at, value);
    return out;
}
} // namespace

LiveChart::LiveChart(UiContext &context, ChartSpec spec, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
    , m_view(new TimeSeriesView(context.theme, this))
    , m_loader(new MetricLoader(context.session.api(), this))
{
    setContent(m_view);
    connect(m_loader, &MetricLoader::loaded, this, &LiveChart::take);
    connect(m_loader, &MetricLoader::failed, this, [this](const Error &error) {
        m_error = error;
        updateState();
    });
    connect(&context.session, &Session::loaded, this, [this] {
        m_missed = false;
        reload();
    });
    connect(&context.session, &Session::stateChanged, this, &LiveChart::sessionChanged);
    connect(&context.session, &Session::samples, this, &LiveChart::append);
    connect(&context.session, &Session::restored, this, &LiveChart::forget);
    connect(this, &Panel::nextStepRequested, this, &LiveChart::reload);
    setSpec(std::move(spec));
}

LiveChart::~LiveChart() = default;

void LiveChart::sessionChanged()
{
    const bool live = m_context.session.state() == Session::State::Live;
    if (live && m_missed)
        reload();
    m_missed = !live;
}

void LiveChart::setSpec(ChartSpec spec)
{
    m_spec = std::move(spec);
    setObjectName(QLatin1String("chart.") + m_spec.id);
    m_view->setObjectName(QLatin1String("view.") + m_spec.id);
    m_view->setUnit(m_spec.unit);
    m_view->setValueRange(m_spec.low, m_spec.high);
    m_view->setWindow(m_window);
    m_selector = Selector::parse(m_spec.selector).value_or(Selector(m_spec.selector));
    m_lines.clear();
    m_loaded = false;
    chooseLines();
    reload();
    updateState();
}

void LiveChart::setWindow(Duration window)
{
    if (window == m_window)
        return;
    m_window = window;
    fitWindow();
    reload();
}

/// A chart of a daemon that runs for minutes begins with its first sample instead of an hour of nothing.
void LiveChart::fitWindow()
{
    std::vector<const SampleBuffer *> buffers;
    for (const auto &[key, samples] : m_lines)
        buffers.push_back(samples.get());
    m_view->setWindow(filledWindow(buffers, m_window));
}

/// Before another server's data: neither its lines nor its times go with those that are here.
void LiveChart::forget()
{
    m_loader->cancel();
    m_lines.clear();
    m_loaded = false;
    m_error.reset();
    chooseLines();
    updateState();
}

void LiveChart::reload()
{
    m_error.reset();
    if (!m_context.session.isLoaded())
        return;
    MetricRequest request;
    request.expression = m_spec.selector;
    request.to = m_context.clock.now() + m_context.session.clockOffset();
    request.from = request.to - m_window;
    request.step = chooseStep(m_window, chartColumns);
    m_loader->load(request);
    updateState();
}

void LiveChart::take(const MetricAnswer &answer)
{
    std::map<std::string, std::vector<const LoadedSeries *>> parts;
    for (const LoadedSeries &series : answer.series) {
        const std::string key = m_spec.lineOf(series.key);
        if (!key.empty())
            parts[key].push_back(&series);
    }
    Lines lines;
    for (const auto &[key, series] : parts)
        lines[key] = summed(series);
    keepNewer(lines);
    m_lines = std::move(lines);
    m_loaded = true;
    fitWindow();
    chooseLines();
    updateState();
    Q_EMIT dataChanged();
}

/// What was pushed while the history was on its way.
void LiveChart::keepNewer(Lines &lines) const
{
    for (const auto &[key, old] : m_lines) {
        std::shared_ptr<SampleBuffer> &fresh = lines[key];
        if (!fresh)
            fresh = std::make_shared<SampleBuffer>();
        const auto times = old->times();
        const auto values = old->values();
        for (std::size_t i = 0; i < times.size(); ++i)
            fresh->append(times[i], values[i]); // refuses what is older than the history's newest
    }
}

std::shared_ptr<SampleBuffer> LiveChart::line(const std::string &key)
{
    std::shared_ptr<SampleBuffer> &found = m_lines[key];
    if (!found)
        found = std::make_shared<SampleBuffer>();
    return found;
}

void LiveChart::append(const std::vector<SampleBatch> &batches)
{
    const std::size_t before = m_lines.size();
    bool any = false;
    std::int64_t newest = 0;
    for (const SampleBatch &batch : batches) {
        std::map<std::string, double> sums;
        for (const SeriesSample &sample : batch.samples) {
            if (!m_selector.matches(sample.series))
                continue;
            const std::string key = m_spec.lineOf(sample.series);
            if (!key.empty())
                sums[key] += sample.value;
        }
        newest = std::max(newest, toMicros(batch.at));
        for (const auto &[key, value] : sums)
            any = line(key)->append(toMicros(batch.at), value) || any;
    }
    if (!any)
        return;
    for (const auto &[key, samples] : m_lines)
        samples->dropBefore(newest - m_window.count() - m_window.count() / 10);
    std::erase_if(m_lines, [](const auto &old) { return old.second->empty(); });
    if (m_lines.size() != before)
        chooseLines();
    fitWindow();
    m_view->samplesChanged();
    updateCaption();
    updateState();
    Q_EMIT dataChanged();
}

void LiveChart::chooseLines()
{
    std::vector<std::string> keys;
    for (const std::string &key : m_spec.order) {
        if (m_lines.contains(key))
            keys.push_back(key);
    }
    std::vector<std::string> others;
    for (const auto &[key, samples] : m_lines) {
        if (std::ranges::find(keys, key) == keys.end())
            others.push_back(key);
    }
    const auto weight = [this](const std::string &key) {
        const double value = latest(key);
        return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
    };
    std::ranges::stable_sort(others, [&](const std::string &a, const std::string &b) { return weight(a) > weight(b); });
    keys.insert(keys.end(), others.begin(), others.end());
    if (keys.size() > m_spec.maxLines)
        keys.resize(m_spec.maxLines);
    m_shown = keys;
    std::vector<TimeSeries> series;
    series.reserve(m_shown.size());
    for (const std::string &key : m_shown)
        series.push_back({m_spec.nameOf(key), m_lines[key]});
    m_view->setSeries(std::move(series));
    updateCaption();
}

double LiveChart::latest(const std::string &key) const
{
    const auto found = m_lines.find(key);
    return found == m_lines.end() ? std::numeric_limits<double>::quiet_NaN() : found->second->latest();
}

bool LiveChart::hasData() const
{
    return std::ranges::any_of(m_lines, [](const auto &line) { return !line.second->empty(); });
}

void LiveChart::setLink(const LinkState &link)
{
    if (link == m_link)
        return;
    m_link = link;
    updateState();
}

void LiveChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    updateState();
}

void LiveChart::updateCaption()
{
    if (m_shown.size() < m_lines.size())
        setCaption(tr("top %1 of %2").arg(m_shown.size()).arg(m_lines.size()));
    else if (!m_shown.empty() && (m_shown.size() == 1 || !m_spec.order.empty()))
        setCaption(formatValue(latest(m_shown.front()), m_spec.unit, QLocale())); // the line that matters most
    else
        setCaption({});
}

void LiveChart::updateState()
{
    if (hasData()) {
        if (applyLink(*this, m_link))
            showContent();
        return;
    }
    if (m_link.view == LinkState::View::Denied)
        showDenied(m_link.text);
    else if (m_error)
        showError(problemOf(*m_error));
    else if (m_link.view == LinkState::View::Stale && !m_loaded)
        showEmpty(tr("Not connected. The history of charts is on the server only."));
    else if (m_loaded)
        showEmpty(m_emptyText.isEmpty() ? tr("No samples yet.") : m_emptyText);
    else
        showLoading();
}

void LiveChart::retranslate()
{
    Panel::retranslate();
    m_view->setLocale(QLocale());
    chooseLines();
    updateState();
}

} // namespace vigie
