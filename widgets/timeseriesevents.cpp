// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Painting and input of TimeSeriesView; its state is in timeseriesview.cpp.
#include "widgets/chartlayout.h"
#include "widgets/crosshairgroup.h"
#include "widgets/formatting.h"
#include "widgets/stylepainter.h"
#include "widgets/timeseriesview.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

constexpr std::size_t tipRowLimit = 12;
constexpr int dragThreshold = 6;

// The sample nearest to `at`; nothing when it is a hole or further away than `reach`.
std::optional<std::size_t> nearestSample(const SampleBuffer &samples, std::int64_t at, std::int64_t reach)
{
    const auto times = samples.times();
    if (times.empty())
        return std::nullopt;
    const auto after = std::ranges::lower_bound(times, at);
    auto i = std::size_t(after - times.begin());
    if (i == times.size() || (i > 0 && at - times[i - 1] < times[i] - at))
        --i;
    if (std::abs(times[i] - at) > reach || !std::isfinite(samples.values()[i]))
        return std::nullopt;
    return i;
}

// Names at the right end of the lines, moved apart so that none covers another.
void paintDirectLabels(QPainter &painter, const ChartLayout &layout, const std::vector<TimeSeries> &series,
                       const std::vector<QColor> &colors, const Theme &theme, int right)
{
    const QFont font = theme.ui(FontRole::Small);
    const double line = theme.lineHeight(FontRole::Small);
    struct Place {
        std::size_t series;
        double y;
    };
    std::vector<Place> places;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto &columns = layout.lines[i].columns;
        const double y = columns.empty() ? layout.plot.bottom() : layout.y(columns.back().last);
        places.push_back({i, std::clamp(y, layout.plot.top(), layout.plot.bottom())});
    }
    std::ranges::sort(places, [](const Place &a, const Place &b) { return a.y < b.y; });
    for (std::size_t i = 1; i < places.size(); ++i)
        places[i].y = std::max(places[i].y, places[i - 1].y + line);
    const double overflow = places.back().y + line / 2 - layout.plot.bottom() - 8;
    double limit = places.back().y - std::max(0.0, overflow);
    for (std::size_t i = places.size(); i-- > 0;) {
        places[i].y = std::min(places[i].y, limit);
        limit = places[i].y - line;
    }
    painter.setFont(font);
    const double left = layout.plot.right() + 8;
    for (const Place &place : places) {
        painter.fillRect(QRectF(left, place.y - 1, 10, 2.5), colors[place.series]);
        painter.setPen(theme.text().secondary);
        const QRectF words(left + 15, place.y - line / 2, right - left - 15, line);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(series[place.series].name, Qt::ElideRight, words.width()));
    }
}

/// How wide each label may be: all as wide as they wish, or the longest ones cut to the same width.
std::vector<double> labelWidths(const std::vector<double> &wishes, double room)
{
    std::vector<double> sorted = wishes;
    std::ranges::sort(sorted);
    double limit = room;
    double rest = room;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        limit = rest / double(sorted.size() - i);
        if (sorted[i] > limit)
            break;
        rest -= sorted[i];
        limit = sorted[i];
    }
    std::vector<double> widths;
    widths.reserve(wishes.size());
    for (const double wish : wishes)
        widths.push_back(std::min(wish, limit));
    return widths;
}

void paintLabelRow(QPainter &painter, const QRectF &row, const std::vector<TimeSeries> &series,
                   const std::vector<QColor> &colors, const Theme &theme)
{
    constexpr double swatch = 12;
    constexpr double space = 5;
    painter.setFont(theme.ui(FontRole::Small));
    const QFontMetricsF metrics(painter.font());
    const auto count = double(series.size());
    std::vector<double> wishes;
    double wanted = 0;
    for (const TimeSeries &one : series) {
        wishes.push_back(std::ceil(metrics.horizontalAdvance(one.name)) + 1);
        wanted += wishes.back();
    }
    const double room = row.width() - count * (swatch + space);
    const double between = std::clamp((room - wanted) / std::max(1.0, count - 1), 10.0, 22.0);
    const std::vector<double> widths = labelWidths(wishes, room - between * (count - 1));
    double x = row.left();
    for (std::size_t i = 0; i < series.size(); ++i) {
        painter.fillRect(QRectF(x, row.center().y() - 1, swatch, 2.5), colors[i]);
        painter.setPen(theme.text().secondary);
        const QString name = metrics.elidedText(series[i].name, Qt::ElideRight, widths[i]);
        painter.drawText(QRectF(x + swatch + space, row.top(), widths[i] + between, row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
        x += swatch + space + widths[i] + between;
    }
}

} // namespace

void TimeSeriesView::paintLines(QPainter &painter, const Layout &layout) const
{
    std::vector<QColor> colors;
    colors.reserve(m_series.size());
    for (std::size_t i = 0; i < m_series.size(); ++i)
        colors.push_back(colorOf(i));
    {
        ChartCanvas canvas(painter, layout);
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            const TimeSeries &one = m_series[i];
            LineStroke stroke {
                .color = colors[i], .width = m_lineWidth, .dash = one.comparison ? 1 : std::min(3, int(i / 8))};
            if (m_highlighted >= 0 && m_highlighted != int(i))
                stroke.color.setAlphaF(0.25F);
            canvas.paintLine(layout.lines[i], *one.samples, stroke);
        }
        if (m_highlighted >= 0 && m_highlighted < int(m_series.size())) {
            const auto i = std::size_t(m_highlighted);
            canvas.paintLine(layout.lines[i], *m_series[i].samples,
                             {.color = colors[i], .width = m_lineWidth + 1, .dash = 0});
        }
    }
    if (!usesLabels())
        return;
    if (labelsBelow())
        paintLabelRow(painter, QRectF(4, height() - theme().px(22), width() - 8, theme().px(22)), m_series, colors,
                      theme());
    else
        paintDirectLabels(painter, layout, m_series, colors, theme(), width());
}

void TimeSeriesView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Layout &layout = layoutNow();
    paintChartGrid(painter, layout, theme());
    for (const Threshold &threshold : m_thresholds)
        paintChartThreshold(painter, layout, threshold, theme());
    if (m_band)
        paintChartBand(painter, layout, *m_band, theme().chart().band);
    paintLines(painter, layout);
    paintChartAnnotations(painter, layout, m_annotations, theme());
    paintChartAxes(painter, layout, theme());
    const bool nothing = std::ranges::all_of(layout.lines, [](const auto &line) { return line.empty(); });
    if (nothing) {
        painter.setFont(theme().ui(FontRole::Small));
        painter.setPen(theme().text().tertiary);
        painter.drawText(layout.plot, Qt::AlignCenter, tr("No data in this range"));
    }
    if (m_dragFrom && m_dragTo) {
        QColor tint = theme().accent().main;
        tint.setAlphaF(0.18F);
        const double a = std::clamp(double(m_dragFrom->x()), layout.plot.left(), layout.plot.right());
        const double b = std::clamp(double(m_dragTo->x()), layout.plot.left(), layout.plot.right());
        painter.fillRect(
            QRectF(QPointF(std::min(a, b), layout.plot.top()), QPointF(std::max(a, b), layout.plot.bottom())), tint);
    } else if (!nothing) {
        paintCrosshair(painter, layout);
    }
    if (showsFocusRing())
        drawFocusRing(painter, rect(), theme());
}

void TimeSeriesView::paintCrosshair(QPainter &painter, const Layout &layout) const
{
    const auto here = crosshair();
    if (!here)
        return;
    const std::int64_t at = toMicros(*here);
    if (at < layout.from || at > layout.to)
        return;
    const double x = std::floor(layout.x(double(at))) + 0.5;
    painter.setPen(QPen(theme().chart().crosshair, 1));
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    struct Hit {
        double value;
        std::size_t series;
    };
    std::vector<Hit> hits;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const SampleBuffer &samples = *m_series[i].samples;
        const std::int64_t reach = std::max(layout.lines[i].maxGap, (layout.to - layout.from) / 50);
        const auto sample = nearestSample(samples, at, reach);
        if (!sample)
            continue;
        const double value = samples.values()[*sample];
        hits.push_back({value, i});
        painter.setPen(QPen(theme().surface().panel, 1.5));
        painter.setBrush(colorOf(i));
        painter.drawEllipse(QPointF(layout.x(double(samples.times()[*sample])), layout.y(value)), 3.5, 3.5);
    }
    painter.restore();
    // Values only where the user is: in the other views of the group the line and its dots are enough.
    if (!m_hovered && !hasFocus())
        return;
    std::ranges::stable_sort(hits, [](const Hit &a, const Hit &b) { return a.value > b.value; });
    ChartTip tip;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at / 1000, m_zone);
    tip.heading = QString(m_locale.toString(local.date(), QStringLiteral("d MMM")) % QChar(u' ')
                          % m_locale.toString(local.time(), QStringLiteral("HH:mm:ss")));
    tip.rows = annotationRows(layout, x);
    for (const Hit &hit : hits) {
        if (tip.rows.size() == tipRowLimit)
            break;
        tip.rows.push_back(
            {colorOf(hit.series), m_series[hit.series].name, formatValue(hit.value, m_unit, m_locale, 4)});
    }
    paintChartTip(painter, layout.plot, x, tip, theme());
}

/// What happened where the crosshair stands.
std::vector<ChartTipRow> TimeSeriesView::annotationRows(const Layout &layout, double x) const
{
    constexpr double reach = 6;
    std::vector<ChartTipRow> rows;
    for (const Annotation &annotation : m_annotations) {
        if (!annotation.text.isEmpty() && std::abs(layout.x(double(toMicros(annotation.at))) - x) <= reach)
            rows.push_back(
                {annotationColor(annotation, theme()), annotation.text, formatClock(annotation.at, m_locale, m_zone)});
    }
    return rows;
}

void TimeSeriesView::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    m_layoutValid = false;
    placeLegend();
}

void TimeSeriesView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_hovered = true;
    if (m_dragFrom && std::abs(at.x() - m_dragFrom->x()) > dragThreshold)
        m_dragTo = at;
    if (m_dragTo)
        m_dragTo = at;
    const QRectF plot = layoutNow().plot;
    const bool inside = at.x() >= plot.left() && at.x() <= plot.right() && at.y() <= plot.bottom() + 4;
    setCrosshair(inside ? std::optional(fromMicros(timeAt(at.x()))) : std::nullopt);
}

void TimeSeriesView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !layoutNow().plot.contains(event->position()))
        return;
    m_dragFrom = event->position().toPoint();
    m_dragTo.reset();
}

void TimeSeriesView::mouseReleaseEvent(QMouseEvent *)
{
    const auto from = std::exchange(m_dragFrom, std::nullopt);
    const auto to = std::exchange(m_dragTo, std::nullopt);
    update();
    if (from && to && std::abs(to->x() - from->x()) > dragThreshold)
        zoomTo(fromMicros(timeAt(from->x())), fromMicros(timeAt(to->x())));
}

void TimeSeriesView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_dragFrom.reset();
    m_dragTo.reset();
    if (event->button() == Qt::LeftButton)
        resetZoom();
}

void TimeSeriesView::leaveEvent(QEvent *event)
{
    m_hovered = false;
    setCrosshair(std::nullopt);
    ThemedWidget::leaveEvent(event);
}

void TimeSeriesView::moveCrosshair(int steps)
{
    const Layout &layout = layoutNow();
    const std::int64_t step = std::max<std::int64_t>(1, (layout.to - layout.from) / layout.deviceColumns());
    const auto here = crosshair();
    const std::int64_t now = here ? toMicros(*here) : layout.to - 1;
    setCrosshair(fromMicros(std::clamp(now + step * steps, layout.from, layout.to - 1)));
}

void TimeSeriesView::keyPressEvent(QKeyEvent *event)
{
    const int stride = event->modifiers().testFlag(Qt::ShiftModifier) ? 50 : 5;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCrosshair(-stride);
    case Qt::Key_Right:
        return moveCrosshair(stride);
    case Qt::Key_Home:
        return setCrosshair(from());
    case Qt::Key_End:
        return setCrosshair(fromMicros(span().to - 1));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomAround(0.5);
    case Qt::Key_Minus:
        return zoomAround(2);
    case Qt::Key_0:
        return resetZoom();
    case Qt::Key_Escape:
        if (!isZoomed() && !crosshair())
            break;
        setCrosshair(std::nullopt);
        return resetZoom();
    default:
        break;
    }
    ThemedWidget::keyPressEvent(event);
}

void TimeSeriesView::focusInEvent(QFocusEvent *event)
{
    ThemedWidget::focusInEvent(event);
    update();
}

void TimeSeriesView::focusOutEvent(QFocusEvent *event)
{
    ThemedWidget::focusOutEvent(event);
    if (!m_hovered && m_ownCrosshair)
        setCrosshair(std::nullopt);
    update();
}

} // namespace vigie
