// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartlayout.h"
#include "widgets/stylepainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

// In the middle of a device pixel, so that a 1 px line stays 1 px.
double crisp(double position)
{
    return std::floor(position) + 0.5;
}

void paintAnnotationLine(QPainter &painter, const ChartLayout &layout, double x, const QColor &color)
{
    painter.save();
    QPen pen(color, 1);
    pen.setDashPattern({2, 2});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double y = layout.plot.bottom();
    painter.drawPolygon(QPolygonF({QPointF(x - 4, y + 4), QPointF(x + 4, y + 4), QPointF(x, y - 2)}));
    painter.restore();
}

// At the foot of its line, right of it or, near the edge, left. Returns up to where words stand now; words that would
// cover those before `free` are left to the crosshair.
double paintAnnotationWords(QPainter &painter, const ChartLayout &layout, double x, const QString &text, double free,
                            const Theme &theme)
{
    if (text.isEmpty())
        return free;
    painter.setFont(theme.ui(FontRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, layout.plot.width() / 3);
    const double width = std::ceil(metrics.horizontalAdvance(shown)) + 6;
    QRectF box(x + 5, layout.plot.bottom() - metrics.height() - 5, width, metrics.height() + 2);
    if (box.right() > layout.plot.right())
        box.moveRight(x - 5);
    if (box.left() < free)
        return free;
    QColor ground = theme.surface().panel; // lines run below it
    ground.setAlphaF(0.85F);
    painter.fillRect(box, ground);
    painter.setPen(theme.text().secondary);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, shown);
    return box.right() + 4;
}

} // namespace

void paintChartGrid(QPainter &painter, const ChartLayout &layout, const Theme &theme)
{
    painter.setPen(QPen(theme.chart().grid, 1));
    for (const AxisTick &tick : layout.axis.ticks) {
        const double y = crisp(layout.y(tick.at));
        painter.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y));
    }
}

void paintChartAxes(QPainter &painter, const ChartLayout &layout, const Theme &theme)
{
    painter.setFont(theme.numeric(FontRole::Caption));
    painter.setPen(theme.chart().axis);
    const QFontMetricsF metrics(painter.font());
    const double high = metrics.height();
    for (const AxisTick &tick : layout.axis.ticks) {
        const double y = std::max(layout.y(tick.at) - high / 2, 0.0);
        painter.drawText(QRectF(0, y, layout.plot.left() - 8, high), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    double free = layout.plot.left() - 40;
    for (const AxisTick &tick : layout.timeTicks) {
        const double width = metrics.horizontalAdvance(tick.label);
        // The outermost labels move inward rather than being cut.
        const double centre
            = std::clamp(layout.x(tick.at), layout.plot.left() - 24 + width / 2,
                         std::max(layout.plot.right() - width / 2, layout.plot.left() - 24 + width / 2));
        if (centre - width / 2 < free)
            continue;
        painter.drawText(QRectF(centre - width / 2 - 1, layout.plot.bottom() + 5, width + 2, high), Qt::AlignCenter,
                         tick.label);
        free = centre + width / 2 + 8;
    }
}

void paintChartBand(QPainter &painter, const ChartLayout &layout, const ExpectedBand &band, const QColor &color)
{
    const int columns = int(layout.plot.width());
    const auto high = reduceM4(band.times, band.high, layout.from, layout.to, columns, 0);
    const auto low = reduceM4(band.times, band.low, layout.from, layout.to, columns, 0);
    if (high.size() < 2 || low.size() < 2)
        return;
    QPolygonF area;
    const auto x = [&](const M4Column &c) { return layout.x((double(c.firstAt) + double(c.lastAt)) / 2); };
    for (const M4Column &c : high)
        area << QPointF(x(c), layout.y(c.max));
    for (auto it = low.rbegin(); it != low.rend(); ++it)
        area << QPointF(x(*it), layout.y(it->min));
    painter.save();
    painter.setClipRect(layout.plot, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(area);
    painter.restore();
}

void paintChartThreshold(QPainter &painter, const ChartLayout &layout, const Threshold &threshold, const Theme &theme)
{
    const double y = crisp(layout.y(threshold.value));
    const QRectF &plot = layout.plot;
    const bool inside = y >= plot.top() && y <= plot.bottom();
    QColor tint = theme.severity(threshold.look).graphic;
    const QColor lineColor = tint;
    tint.setAlphaF(float(theme.chart().thresholdAlpha));
    const double edge = std::clamp(y, plot.top(), plot.bottom());
    painter.fillRect(threshold.above ? QRectF(plot.topLeft(), QPointF(plot.right(), edge))
                                     : QRectF(QPointF(plot.left(), edge), plot.bottomRight()),
                     tint);
    if (!inside)
        return;
    QPen pen(lineColor, 1.5);
    pen.setDashPattern({4, 2});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    if (threshold.label.isEmpty())
        return;
    painter.setFont(theme.ui(FontRole::Caption));
    painter.setPen(theme.severity(threshold.look).text);
    const double high = QFontMetricsF(painter.font()).height();
    const double top = threshold.above ? y - high - 3 : y + 3;
    painter.drawText(QRectF(plot.left() + 6, top, plot.width() - 12, high), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(threshold.label, Qt::ElideRight, plot.width() - 12));
}

QColor annotationColor(const Annotation &annotation, const Theme &theme)
{
    return annotation.look == SeverityLook::Maintenance ? theme.chart().annotation
                                                        : theme.severity(annotation.look).graphic;
}

void paintChartAnnotations(QPainter &painter, const ChartLayout &layout, std::vector<Annotation> annotations,
                           const Theme &theme)
{
    std::ranges::sort(annotations, [](const Annotation &a, const Annotation &b) { return a.at < b.at; });
    double free = layout.plot.left();
    for (const Annotation &annotation : annotations) {
        const std::int64_t at = toMicros(annotation.at);
        if (at < layout.from || at > layout.to)
            continue;
        const double x = crisp(layout.x(double(at)));
        paintAnnotationLine(painter, layout, x, annotationColor(annotation, theme));
        free = paintAnnotationWords(painter, layout, x, annotation.text, free, theme);
    }
}

void paintChartTip(QPainter &painter, const QRectF &bounds, double x, const ChartTip &tip, const Theme &theme)
{
    const QFont text = theme.ui(FontRole::Small);
    const QFont numbers = theme.numeric(FontRole::Small);
    const QFontMetricsF textMetrics(text);
    const QFontMetricsF numberMetrics(numbers);
    const double nameLimit = bounds.width() * 0.45;
    double names = 0;
    double values = 0;
    for (const ChartTip::Row &row : tip.rows) {
        names = std::max(names, std::min(nameLimit, textMetrics.horizontalAdvance(row.name)));
        values = std::max(values, numberMetrics.horizontalAdvance(row.value));
    }
    const double line = theme.lineHeight(FontRole::Small) + 1;
    const double width = std::max(numberMetrics.horizontalAdvance(tip.heading), 16 + names + 16 + values) + 20;
    QRectF box(x + 12, bounds.top() + 6, width, 12 + line * double(tip.rows.size() + 1));
    if (box.right() > bounds.right())
        box.moveRight(x - 12);
    if (box.left() < bounds.left())
        box.moveLeft(bounds.left());
    drawRounded(painter, box, Theme::controlRadius, theme.surface().overlay, theme.border().strong);
    QRectF row(box.left() + 10, box.top() + 6, box.width() - 20, line);
    painter.setFont(numbers);
    painter.setPen(theme.text().secondary);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tip.heading);
    for (const ChartTip::Row &entry : tip.rows) {
        row.translate(0, line);
        painter.fillRect(QRectF(row.left(), row.center().y() - 1, 10, 2.5), entry.color);
        painter.setFont(text);
        painter.setPen(theme.text().secondary);
        painter.drawText(row.adjusted(16, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         textMetrics.elidedText(entry.name, Qt::ElideMiddle, names + 1));
        painter.setFont(numbers);
        painter.setPen(theme.text().primary);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, entry.value);
    }
}

} // namespace vigie
