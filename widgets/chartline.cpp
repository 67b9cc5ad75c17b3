// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chartlayout.h"

#include <QImage>
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

// Source over destination, both premultiplied; `share` 0 … 255 of the source.
QRgb blended(QRgb source, QRgb destination, int share)
{
    const auto part = [](int value, int factor) { return (value * factor + 127) / 255; };
    const int rest = 255 - part(qAlpha(source), share);
    return qRgba(part(qRed(source), share) + part(qRed(destination), rest),
                 part(qGreen(source), share) + part(qGreen(destination), rest),
                 part(qBlue(source), share) + part(qBlue(destination), rest),
                 part(qAlpha(source), share) + part(qAlpha(destination), rest));
}

// Vertical runs, one per pixel column, written into a picture. The ends of a run cover their pixel in part and get that
// part of the colour, so that a smooth curve looks smooth although nothing is stroked.
class ColumnRuns {
public:
    ColumnRuns(QImage &image, const LineStroke &stroke, double ratio)
        : m_pixels(reinterpret_cast<QRgb *>(image.bits()))
        , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
        , m_width(image.width())
        , m_height(image.height())
        , m_half(stroke.width * ratio / 2)
        , m_dash(columnDashes[std::size_t(std::clamp(stroke.dash, 0, 3))])
        , m_color(qPremultiply(stroke.color.rgba()))
    {
    }

    // `top` and `bottom` in rows of the picture, inside it.
    void add(int column, double top, double bottom)
    {
        if (column % m_dash.first >= m_dash.second)
            return;
        top -= m_half;
        bottom += m_half;
        const int first = int(std::floor(top));
        const int last = int(std::floor(bottom));
        put(column, first, 1 - (top - first));
        if (last - first > 1)
            m_runs.push_back({column, first + 1, last});
        put(column, last, bottom - last);
    }

    void finish()
    {
        fillFlanks();
        fillRuns();
    }

private:
    struct SolidRun {
        int x, top, end; ///< [top, end)
    };
    static constexpr std::size_t mergedColumns = 16;

    void put(int x, int y, double share)
    {
        if (x < 0 || x >= m_width || y < 0 || y >= m_height)
            return;
        QRgb &pixel = m_pixels[y * m_stride + x];
        pixel = blended(m_color, pixel, int(std::lround(share * 255)));
    }

    void fill(int x, int width, int top, int end)
    {
        top = std::max(top, 0);
        end = std::min(end, m_height);
        for (int y = top; y < end; ++y) {
            QRgb *row = m_pixels + y * m_stride + x;
            if (qAlpha(m_color) == 255)
                std::fill_n(row, width, m_color);
            else
                std::transform(row, row + width, row, [this](QRgb below) { return blended(m_color, below, 255); });
        }
    }

    // Noise fills most of the height in every column. What neighbours have in common is filled at once, row by row,
    // since one pixel per row touches as much memory as sixteen.
    void fillRuns()
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
            fill(m_runs[i].x, int(next - i), top, end);
            for (; i < next; ++i) {
                fill(m_runs[i].x, 1, m_runs[i].top, top);
                fill(m_runs[i].x, 1, end, m_runs[i].end);
            }
        }
    }

    // A steep stroke is wider than its column by a fraction; for a smooth line that fraction is what keeps it from
    // looking thin and jagged. Where the neighbour is filled anyway there is nothing to do, and noise would only pay.
    void fillFlanks()
    {
        constexpr int smoothLimit = 24;
        std::int64_t height = 0;
        for (const SolidRun &run : m_runs)
            height += run.end - run.top;
        if (m_runs.empty() || height / std::int64_t(m_runs.size()) > smoothLimit)
            return;
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            fillFlank(m_runs[i], m_runs[i].x - 1, i > 0 ? &m_runs[i - 1] : nullptr);
            fillFlank(m_runs[i], m_runs[i].x + 1, i + 1 < m_runs.size() ? &m_runs[i + 1] : nullptr);
        }
    }

    void fillFlank(const SolidRun &run, int x, const SolidRun *neighbour)
    {
        const double share = std::clamp(m_half - 0.5, 0.0, 0.4);
        const bool beside = neighbour && neighbour->x == x;
        for (int y = run.top; y < run.end; ++y) {
            if (beside && y >= neighbour->top && y < neighbour->end)
                y = neighbour->end - 1;
            else
                put(x, y, share);
        }
    }

    QRgb *m_pixels;
    qsizetype m_stride;
    int m_width;
    int m_height;
    double m_half;
    std::pair<int, int> m_dash;
    QRgb m_color;
    std::vector<SolidRun> m_runs;
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

/// When a stroke is long enough. Where two strokes meet their caps overlap, seen as a darker dot, so there are few; but
/// the rasteriser's work grows with the square of what it finds in one row of pixels, be it a line that doubles back
/// (416 noisy points at once: 20 ms) or one that lies flat.
class StrokeLength {
public:
    void begin(QPointF at)
    {
        m_first = m_last = at;
        m_turns = 0;
        m_rises = 0;
    }
    void add(QPointF at)
    {
        const double rise = at.y() - m_last.y();
        m_turns += rise * m_rises < 0 ? 1 : 0;
        if (rise != 0)
            m_rises = rise;
        m_last = at;
    }
    bool isFull() const { return m_turns >= maxTurns || m_last.x() - m_first.x() >= maxWidth; }

private:
    static constexpr int maxTurns = 6;
    static constexpr double maxWidth = 96;
    QPointF m_first;
    QPointF m_last;
    double m_rises {0};
    int m_turns {0};
};

// Rows above and below the plot that a line may touch.
constexpr int canvasMargin = 4;

void paintDense(QImage &image, const ChartLayout &layout, const ChartLayout::Line &line, const LineStroke &stroke)
{
    const int columns = image.width();
    // A value far outside the axis must not become a coordinate no integer holds.
    const double lowest = image.height() - canvasMargin;
    const auto deviceY = [&](double value) {
        const double y = (layout.y(value) - layout.plot.top()) * layout.ratio + canvasMargin;
        return std::clamp(y, 1.0, lowest);
    };
    ColumnRuns runs(image, stroke, layout.ratio);
    const auto add = [&](const Run &run) {
        if (run.column >= 0 && run.column < columns)
            runs.add(run.column, run.top, run.bottom);
    };
    Run before;
    double lastY = 0;
    bool hasBefore = false;
    for (const M4Column &c : line.columns) {
        Run now {.column = c.column, .top = deviceY(c.max), .bottom = deviceY(c.min)};
        const double firstY = deviceY(c.first);
        if (hasBefore && !c.gapBefore) {
            // The joining stroke: half a column of it belongs to each end, whole columns lie between.
            const double slope = (firstY - lastY) / (c.column - before.column);
            before.include(lastY + slope / 2);
            now.include(firstY - slope / 2);
            for (int k = std::max(before.column + 1, 0); k < c.column && k < columns; ++k) {
                const double middle = lastY + slope * (k - before.column);
                add({.column = k, .top = middle - std::abs(slope) / 2, .bottom = middle + std::abs(slope) / 2});
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
    runs.finish();
}

/// A sample without neighbours is a dot one can see, whole even at the edge of the plot.
void paintLoneSample(QPainter &painter, const ChartLayout &layout, QPointF at, const QColor &color)
{
    constexpr double radius = 2.5;
    at.setX(
        std::clamp(at.x(), layout.plot.left() + radius, std::max(layout.plot.right() - radius, layout.plot.left())));
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(at, radius, radius);
    painter.restore();
}

void paintSparse(QPainter &painter, const ChartLayout &layout, const ChartLayout::Line &line,
                 const SampleBuffer &samples, const LineStroke &stroke)
{
    const auto times = samples.times();
    const auto values = samples.values();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(stroke.color, stroke.width, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin); // round joins cost twice the time
    if (stroke.dash > 0) {
        pen.setDashPattern(penDashes(stroke.dash));
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    QPolygonF points;
    StrokeLength length;
    bool continues = false; // the first point is the last one of a stroke before
    const auto flush = [&] {
        if (points.size() > 1)
            painter.drawPolyline(points);
        else if (points.size() == 1 && !continues)
            paintLoneSample(painter, layout, points.first(), stroke.color);
        points.clear();
        continues = false;
    };
    std::int64_t previous = 0;
    const std::size_t end = std::min(line.columns.back().end, times.size());
    for (std::size_t i = line.columns.front().begin; i < end; ++i) {
        const bool hole = !std::isfinite(values[i]);
        if (hole || (line.maxGap > 0 && !points.isEmpty() && times[i] - previous > line.maxGap))
            flush();
        if (hole)
            continue;
        const QPointF at(layout.x(double(times[i])), std::clamp(layout.y(values[i]), -4000.0, 8000.0));
        if (points.isEmpty())
            length.begin(at);
        else
            length.add(at);
        points << at;
        previous = times[i];
        if (stroke.dash == 0 && length.isFull()) {
            flush();
            length.begin(at);
            points << at;
            continues = true;
        }
    }
    flush();
    painter.restore();
}

/// Whether a stroke of this line stays short: one that jumps up and down costs by its length, not by its samples (10
/// lines of 416 noisy samples: 66 ms), and in columns it looks the same.
bool isSmooth(const ChartLayout &layout, const ChartLayout::Line &line)
{
    const double limit = std::max(4 * layout.plot.width(), 5000.0); // steep steps of columns show in a small chart
    double length = 0;
    double last = layout.y(line.columns.front().first);
    for (const M4Column &c : line.columns) {
        const double first = layout.y(c.first);
        length += std::abs(first - last) + std::abs(layout.y(c.max) - layout.y(c.min));
        last = layout.y(c.last);
        if (length > limit)
            return false;
    }
    return true;
}

} // namespace

ChartCanvas::ChartCanvas(QPainter &painter, const ChartLayout &layout)
    : m_painter(painter)
    , m_layout(layout)
{
    m_painter.save();
    m_painter.setClipRect(layout.plot.adjusted(-1, -2, 1, 2), Qt::IntersectClip);
}

ChartCanvas::~ChartCanvas()
{
    flush();
    m_painter.restore();
}

void ChartCanvas::flush()
{
    if (m_image.isNull())
        return;
    m_painter.drawImage(m_layout.plot.topLeft() - QPointF(0, canvasMargin / m_layout.ratio), m_image);
    m_image = QImage();
}

void ChartCanvas::paintLine(const ChartLayout::Line &line, const SampleBuffer &samples, const LineStroke &stroke)
{
    if (line.empty())
        return;
    if (line.sparse && isSmooth(m_layout, line)) {
        flush(); // keeps the order of the lines
        paintSparse(m_painter, m_layout, line, samples, stroke);
        return;
    }
    if (m_image.isNull()) {
        const int rows = int(std::ceil(m_layout.plot.height() * m_layout.ratio)) + 2 * canvasMargin;
        m_image = QImage(m_layout.deviceColumns(), rows, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
        m_image.setDevicePixelRatio(m_layout.ratio);
    }
    paintDense(m_image, m_layout, line, stroke);
}

} // namespace vigie
