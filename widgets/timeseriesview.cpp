// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeseriesview.h"

#include "widgets/chartlayout.h"
#include "widgets/crosshairgroup.h"
#include "widgets/formatting.h"
#include "widgets/legendtable.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace vigie {

TimeSeriesView::TimeSeriesView(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_layout(std::make_unique<Layout>())
    , m_zone(QTimeZone::systemTimeZone())
{
    setObjectName(QStringLiteral("timeSeriesView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    TimeSeriesView::retranslate();
}

TimeSeriesView::~TimeSeriesView() = default;

void TimeSeriesView::setSeries(std::vector<TimeSeries> series)
{
    m_series = std::move(series);
    for (TimeSeries &one : m_series) {
        if (!one.samples)
            one.samples = std::make_shared<SampleBuffer>();
    }
    m_highlighted = -1;
    placeLegend();
    refreshSlowly();
    invalidate();
}

bool TimeSeriesView::append(std::size_t series, Timestamp at, double value)
{
    if (series >= m_series.size() || !m_series[series].samples->append(toMicros(at), value))
        return false;
    samplesChanged();
    return true;
}

void TimeSeriesView::samplesChanged()
{
    invalidate();
    // Statistics and what screen readers hear may lag a second behind the line.
    if (m_slowPending)
        return;
    m_slowPending = true;
    QTimer::singleShot(std::chrono::seconds(1), this, [this] {
        m_slowPending = false;
        refreshSlowly();
    });
}

void TimeSeriesView::setUnit(MetricUnit unit)
{
    m_unit = unit;
    refreshSlowly();
    invalidate();
}

void TimeSeriesView::setRange(Timestamp from, Timestamp to)
{
    m_range = Span {.from = toMicros(from), .to = std::max(toMicros(to), toMicros(from) + 1)};
    invalidate();
}

void TimeSeriesView::setWindow(Duration window)
{
    m_window = std::max(window, Duration(1000));
    m_range.reset();
    invalidate();
}

TimeSeriesView::Span TimeSeriesView::fullSpan() const
{
    if (m_range)
        return *m_range;
    std::int64_t newest = std::numeric_limits<std::int64_t>::min();
    for (const TimeSeries &one : m_series) {
        if (!one.comparison && !one.samples->empty())
            newest = std::max(newest, one.samples->times().back());
    }
    if (newest == std::numeric_limits<std::int64_t>::min())
        newest = m_window.count();
    return {.from = newest - m_window.count(), .to = newest + 1};
}

TimeSeriesView::Span TimeSeriesView::span() const
{
    return m_zoom ? *m_zoom : fullSpan();
}

Timestamp TimeSeriesView::from() const
{
    return fromMicros(span().from);
}

Timestamp TimeSeriesView::to() const
{
    return fromMicros(span().to);
}

void TimeSeriesView::zoomTo(Timestamp from, Timestamp to)
{
    // Closer than a millisecond there is nothing to see.
    const std::int64_t low = std::min(toMicros(from), toMicros(to));
    const std::int64_t high = std::max({toMicros(from), toMicros(to), low + 1000});
    m_zoom = Span {.from = low, .to = high};
    invalidate();
    refreshSlowly();
    Q_EMIT zoomed(fromMicros(low), fromMicros(high));
}

void TimeSeriesView::resetZoom()
{
    if (!m_zoom)
        return;
    m_zoom.reset();
    invalidate();
    refreshSlowly();
    Q_EMIT zoomReset();
}

void TimeSeriesView::zoomAround(double scale)
{
    const Span now = span();
    const auto here = crosshair();
    const std::int64_t centre = here ? toMicros(*here) : now.from + (now.to - now.from) / 2;
    const Span full = fullSpan();
    const auto low = std::max(full.from, centre - std::int64_t(double(centre - now.from) * scale));
    const auto high = std::min(full.to, centre + std::int64_t(double(now.to - centre) * scale));
    if (low <= full.from && high >= full.to)
        resetZoom();
    else
        zoomTo(fromMicros(low), fromMicros(high));
}

void TimeSeriesView::setMaxGap(std::optional<Duration> gap)
{
    m_maxGap = gap;
    invalidate();
}

std::int64_t TimeSeriesView::gapOf(const SampleBuffer &samples) const
{
    return m_maxGap ? m_maxGap->count() : typicalGap(samples.times());
}

void TimeSeriesView::setValueRange(std::optional<double> low, std::optional<double> high)
{
    m_low = low;
    m_high = high;
    invalidate();
}

void TimeSeriesView::setThresholds(std::vector<Threshold> thresholds)
{
    m_thresholds = std::move(thresholds);
    invalidate();
}

void TimeSeriesView::setBand(std::optional<ExpectedBand> band)
{
    m_band = std::move(band);
    invalidate();
}

void TimeSeriesView::setAnnotations(std::vector<Annotation> annotations)
{
    m_annotations = std::move(annotations);
    refreshSlowly();
    update();
}

void TimeSeriesView::setCrosshairGroup(CrosshairGroup *group)
{
    if (m_group)
        disconnect(m_group, nullptr, this, nullptr);
    m_group = group;
    if (group)
        connect(group, &CrosshairGroup::moved, this, [this] { update(); });
    update();
}

void TimeSeriesView::setLocale(const QLocale &locale)
{
    m_locale = locale;
    refreshSlowly();
    invalidate();
}

void TimeSeriesView::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    invalidate();
}

void TimeSeriesView::setLegendVisible(bool visible)
{
    m_legendVisible = visible;
    placeLegend();
    refreshSlowly();
    invalidate();
}

void TimeSeriesView::setLineWidth(double width)
{
    m_lineWidth = width;
    invalidate();
}

QColor TimeSeriesView::colorOf(std::size_t series) const
{
    const TimeSeries &one = m_series[series];
    const std::size_t slot = one.colorIndex >= 0 ? std::size_t(one.colorIndex) : series;
    // Above 24 lines nobody tells colours apart: grey, and the one below the pointer coloured.
    QColor color = m_series.size() > 24 ? theme().text().disabled : theme().series(slot);
    if (m_highlighted == int(series))
        color = theme().series(slot);
    else if (one.comparison)
        color.setAlphaF(0.6F);
    return color;
}

void TimeSeriesView::invalidate()
{
    m_layoutValid = false;
    update();
}

bool TimeSeriesView::labelsBelow() const
{
    return usesLabels() && width() < theme().px(460);
}

int TimeSeriesView::labelWidth() const
{
    const QFontMetrics metrics(theme().ui(FontRole::Small));
    int widest = 0;
    for (const TimeSeries &one : m_series)
        widest = std::max(widest, metrics.horizontalAdvance(one.name));
    return std::min(widest + 24, width() / 4);
}

QRect TimeSeriesView::innerRect(const Layout &layout) const
{
    const QFontMetrics numbers(theme().numeric(FontRole::Caption));
    int left = 0;
    for (const AxisTick &tick : layout.axis.ticks)
        left = std::max(left, numbers.horizontalAdvance(tick.label));
    int bottom = numbers.height() + 8;
    if (labelsBelow())
        bottom += theme().px(24);
    if (usesTable() && m_legend)
        bottom += m_legend->height() + 8;
    const int right = usesLabels() && !labelsBelow() ? labelWidth() + 8 : 6;
    const int top = numbers.height() / 2 + 1;
    return {left + 10, top, std::max(10, width() - left - 10 - right), std::max(10, height() - top - bottom)};
}

void TimeSeriesView::fillLines(Layout &layout) const
{
    const int columns = layout.deviceColumns();
    layout.lines.resize(m_series.size());
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const SampleBuffer &samples = *m_series[i].samples;
        ChartLayout::Line &line = layout.lines[i];
        line.maxGap = gapOf(samples);
        line.columns = reduceM4(samples.times(), samples.values(), layout.from, layout.to, columns, line.maxGap);
        const std::size_t visible = line.empty() ? 0 : line.columns.back().end - line.columns.front().begin;
        // Fewer than two samples in three pixels: a stroked line costs little and is what the eye expects.
        line.sparse = visible * 3 < std::size_t(columns) * 2;
    }
}

void TimeSeriesView::fillAxis(Layout &layout) const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto include = [&](double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (const ChartLayout::Line &line : layout.lines) {
        for (const M4Column &c : line.columns) {
            include(c.min);
            include(c.max);
        }
    }
    if (m_band) {
        for (std::size_t i = 0; i < m_band->times.size(); ++i) {
            if (m_band->times[i] >= layout.from && m_band->times[i] < layout.to) {
                include(m_band->low[i]);
                include(m_band->high[i]);
            }
        }
    }
    // A threshold is shown with room for its bad side, unless the data would shrink to a line.
    for (const Threshold &threshold : m_thresholds) {
        const double reach = threshold.value * (threshold.above ? 1.15 : 0.85);
        if (high < low || (std::abs(threshold.value) <= 4 * std::max(std::abs(high), std::abs(low))))
            include(reach);
    }
    if (m_unit == MetricUnit::Ratio && low >= 0 && high > 0.9 && high <= 1)
        high = 1;
    if (m_low)
        low = *m_low;
    if (m_high)
        high = *m_high;
    const int spacing = theme().px(44);
    const int ticks = std::clamp(int(layout.plot.height()) / spacing + 1, 2, 8);
    layout.axis = niceValueAxis(low, high, m_unit, ticks, m_locale);
}

const TimeSeriesView::Layout &TimeSeriesView::layoutNow() const
{
    const double ratio = devicePixelRatioF();
    if (m_layoutValid && m_layout->ratio == ratio)
        return *m_layout;
    Layout &layout = *m_layout;
    const Span shown = span();
    layout.ratio = ratio;
    layout.from = shown.from;
    layout.to = shown.to;
    layout.plot = innerRect(layout);
    fillLines(layout);
    fillAxis(layout);
    // Labels of the new axis can be wider or narrower: then once more with the width they leave.
    if (const QRectF inner = innerRect(layout); inner != layout.plot) {
        layout.plot = inner;
        fillLines(layout);
    }
    const int labels = std::max(2, int(layout.plot.width()) / theme().px(50));
    layout.timeTicks = niceTimeTicks(fromMicros(shown.from), fromMicros(shown.to), labels, m_locale, m_zone);
    m_layoutValid = true;
    return layout;
}

QRect TimeSeriesView::plotRect() const
{
    return layoutNow().plot.toRect();
}

std::int64_t TimeSeriesView::timeAt(double x) const
{
    const Layout &layout = layoutNow();
    const double share = std::clamp((x - layout.plot.left()) / layout.plot.width(), 0.0, 1.0);
    return layout.from + std::int64_t(share * double(layout.to - layout.from));
}

std::optional<Timestamp> TimeSeriesView::crosshair() const
{
    return m_group ? m_group->at() : m_ownCrosshair;
}

void TimeSeriesView::setCrosshair(std::optional<Timestamp> at)
{
    m_ownCrosshair = at;
    if (m_group)
        m_group->setAt(at);
    update();
}

void TimeSeriesView::placeLegend()
{
    if (!usesTable()) {
        delete m_legend;
        m_legend = nullptr;
        return;
    }
    if (!m_legend) {
        m_legend = new LegendTable(theme(), this);
        connect(m_legend, &LegendTable::highlightedChanged, this, [this] {
            m_highlighted = m_legend->highlighted();
            update();
        });
        m_legend->show();
    }
    const int wanted = theme().px(20) * int(m_series.size() + 1);
    const int high = std::min(wanted, height() * 2 / 5);
    m_legend->setGeometry(0, height() - high, width(), high);
}

void TimeSeriesView::refreshSlowly()
{
    const Span shown = span();
    std::vector<LegendTable::Row> rows;
    QStringList latest;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const SampleBuffer &samples = *m_series[i].samples;
        LegendTable::Row row {.color = theme().series(i),
                              .name = m_series[i].name,
                              .min = NAN,
                              .max = NAN,
                              .mean = NAN,
                              .last = samples.latest()};
        latest << QString(m_series[i].name % QLatin1String(": ") % formatValue(row.last, m_unit, m_locale));
        if (m_legend) {
            const auto columns = reduceM4(samples.times(), samples.values(), shown.from, shown.to, 1, 0);
            double sum = 0;
            std::size_t count = 0;
            for (const M4Column &c : columns) {
                if (c.column != 0)
                    continue;
                row.min = c.min;
                row.max = c.max;
                for (std::size_t k = c.begin; k < c.end; ++k) {
                    const double value = samples.values()[k];
                    if (std::isfinite(value)) {
                        sum += value;
                        ++count;
                    }
                }
            }
            row.mean = count > 0 ? sum / double(count) : NAN;
        }
        rows.push_back(std::move(row));
    }
    if (m_legend)
        m_legend->setRows(std::move(rows), m_unit, m_locale);
    latest = latest.mid(0, 8);
    for (const Annotation &annotation : m_annotations) {
        if (!annotation.text.isEmpty() && latest.size() < 16)
            latest << QString(annotation.text % QLatin1Char(' ') % formatClock(annotation.at, m_locale, m_zone));
    }
    setAccessibleDescription(latest.join(QStringLiteral("; ")));
}

void TimeSeriesView::themeChanged()
{
    placeLegend();
    refreshSlowly();
    m_layoutValid = false;
}

void TimeSeriesView::retranslate()
{
    setAccessibleName(tr("Chart"));
    m_layoutValid = false;
}

} // namespace vigie
