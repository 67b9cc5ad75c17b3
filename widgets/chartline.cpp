// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartlayout.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace vigie {

namespace {

// Length and drawn part of the dash patterns, in pixel columns (tokens.json "chart.beyond").
constexpr std::array<std::pair<int, int>, 4> columnDashes {{{1, 1}, {9, 6}, {4, 2}, {21, 8}}};

QList<qreal> penDashes(int dash)
{
    switch (dash) {
    case 1:
        return {4, 2};
    case 2:
        return {1.4, 1.4};
    case 3:
        return {5.4, 2, 1.4, 2};
    default:
        return {};
    }
}

// Vertical runs in device pixels. The ends of a run cover their pixel in part; that share becomes one of four
// strengths, so that a smooth curve looks smooth although nothing is stroked.
class ColumnRuns {
public:
    ColumnRuns(double left, double width, int dash)
        : m_left(int(std::lround(left)))
        , m_half(width / 2)
        , m_dash(columnDashes[std::size_t(std::clamp(dash, 0, 3))])
    {
    }

    void add(int column, double top, double bottom)
    {
        if (column % m_dash.first >= m_dash.second)
            return;
        top -= m_half;
        bottom += m_half;
        const double first = std::floor(top);
        const double last = std::floor(bottom);
        const int x = m_left + column;
        addPartial(x, int(first), 1 - (top - first));
        if (last - first > 1)
            m_runs.push_back({x, int(first) + 1, int(last)});
        addPartial(x, int(last), bottom - last);
    }

    void paint(QPainter &painter, const QColor &color)
    {
        mergeRuns();
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRects(m_solid.constData(), int(m_solid.size()));
        for (std::size_t i = 0; i < m_partial.size(); ++i) {
            QColor part = color;
            part.setAlphaF(color.alphaF() * (float(i) + 1) / float(m_partial.size() + 1));
            painter.setBrush(part);
            painter.drawRects(m_partial[i].constData(), int(m_partial[i].size()));
        }
    }

private:
    struct SolidRun {
        int x, top, end; ///< [top, end)
    };
    static constexpr std::size_t mergedColumns = 16;

    // Noise fills most of the height in every column. A rectangle one pixel wide costs as much per row as one sixteen
    // wide, so what neighbours have in common is filled at once.
    void mergeRuns()
    {
        for (std::size_t i = 0; i < m_runs.size();) {
            int top = m_runs[i].top;
            int end = m_runs[i].end;
            std::size_t next = i + 1;
            for (; next < m_runs.size() && next - i < mergedColumns && m_runs[next].x == m_runs[next - 1].x + 1;
                 ++next) {
                const int commonTop = std::max(top, m_runs[next].top);
                const int commonEnd = std::min(end, m_runs[next].end);
                if (commonEnd - commonTop < 8)
                    break;
                top = commonTop;
                end = commonEnd;
            }
            m_solid.append(QRect(m_runs[i].x, top, int(next - i), end - top));
            for (; i < next; ++i) {
                if (m_runs[i].top < top)
                    m_solid.append(QRect(m_runs[i].x, m_runs[i].top, 1, top - m_runs[i].top));
                if (m_runs[i].end > end)
                    m_solid.append(QRect(m_runs[i].x, end, 1, m_runs[i].end - end));
            }
        }
    }

    void addPartial(int x, int y, double share)
    {
        const int strength = int(std::lround(share * double(m_partial.size() + 1)));
        if (strength <= 0)
            return;
        if (strength > int(m_partial.size()))
            m_solid.append(QRect(x, y, 1, 1));
        else
            m_partial[std::size_t(strength) - 1].append(QRect(x, y, 1, 1));
    }

    int m_left;
    double m_half;
    std::pair<int, int> m_dash;
    std::vector<SolidRun> m_runs;
    QList<QRect> m_solid;
    std::array<QList<QRect>, 3> m_partial;
};

struct Run {
    int column {0};
    double top {0}, bottom {0};
    void include(double y)
    {
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
};

void paintDense(QPainter &painter, const ChartLayout &layout, const ChartLayout::Line &line, const LineStroke &stroke)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    // From here on one unit is one device pixel.
    painter.scale(1 / layout.ratio, 1 / layout.ratio);
    const int columns = layout.deviceColumns();
    // A value far outside the axis must not become a coordinate no integer holds.
    const double highest = (layout.plot.top() - 4) * layout.ratio;
    const double lowest = (layout.plot.bottom() + 4) * layout.ratio;
    const auto deviceY = [&](double value) { return std::clamp(layout.y(value) * layout.ratio, highest, lowest); };
    ColumnRuns runs(layout.plot.left() * layout.ratio, stroke.width * layout.ratio, stroke.dash);
    const auto add = [&](const Run &run) {
        if (run.column >= 0 && run.column < columns)
            runs.add(run.column, run.top, run.bottom);
    };
    Run before;
    double lastY = 0;
    bool hasBefore = false;
    for (const M4Column &c : line.columns) {
        Run now {c.column, deviceY(c.max), deviceY(c.min)};
        const double firstY = deviceY(c.first);
        if (hasBefore && !c.gapBefore) {
            // The joining stroke: half a column of it belongs to each end, whole columns lie between.
            const double slope = (firstY - lastY) / (c.column - before.column);
            before.include(lastY + slope / 2);
            now.include(firstY - slope / 2);
            for (int k = std::max(before.column + 1, 0); k < c.column && k < columns; ++k) {
                const double middle = lastY + slope * (k - before.column);
                add({k, middle - std::abs(slope) / 2, middle + std::abs(slope) / 2});
            }
        }
        if (hasBefore)
            add(before);
        before = now;
        lastY = deviceY(c.last);
        hasBefore = true;
    }
    if (hasBefore)
        add(before);
    runs.paint(painter, stroke.color);
    painter.restore();
}

void paintSparse(QPainter &painter, const ChartLayout &layout, const ChartLayout::Line &line,
                 const SampleBuffer &samples, const LineStroke &stroke)
{
    const auto times = samples.times();
    const auto values = samples.values();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(stroke.color, stroke.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (stroke.dash > 0) {
        pen.setDashPattern(penDashes(stroke.dash));
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    QPolygonF points;
    const auto flush = [&] {
        if (points.size() > 1)
            painter.drawPolyline(points);
        else if (points.size() == 1)
            painter.drawPoint(points.first());
        points.clear();
    };
    std::int64_t previous = 0;
    const std::size_t end = std::min(line.columns.back().end, times.size());
    for (std::size_t i = line.columns.front().begin; i < end; ++i) {
        const bool hole = !std::isfinite(values[i]);
        if (hole || (line.maxGap > 0 && !points.isEmpty() && times[i] - previous > line.maxGap))
            flush();
        if (hole)
            continue;
        points << QPointF(layout.x(double(times[i])), std::clamp(layout.y(values[i]), -4000.0, 8000.0));
        previous = times[i];
    }
    flush();
    painter.restore();
}

} // namespace

void paintChartLine(QPainter &painter, const ChartLayout &layout, const ChartLayout::Line &line,
                    const SampleBuffer &samples, const LineStroke &stroke)
{
    if (line.empty())
        return;
    painter.save();
    painter.setClipRect(layout.plot.adjusted(-1, -2, 1, 2), Qt::IntersectClip);
    if (line.sparse)
        paintSparse(painter, layout, line, samples, stroke);
    else
        paintDense(painter, layout, line, stroke);
    painter.restore();
}

} // namespace vigie
