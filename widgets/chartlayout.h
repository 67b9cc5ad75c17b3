// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/axis.h"
#include "widgets/m4.h"
#include "widgets/timeseriesview.h"

#include <QImage>
#include <QRectF>

#include <vector>

class QPainter;

namespace vigie {

/// Where things of a chart are, computed once for size and data, painted many times.
struct ChartLayout {
    struct Line {
        std::vector<M4Column> columns;
        std::int64_t maxGap {0};
        bool sparse {true}; ///< few enough samples for an antialiased line
        bool empty() const { return columns.empty(); }
    };
    struct Label {
        std::size_t series {0};
        double y {0};
    };
    QRectF plot; ///< device-independent pixels
    double ratio {1}; ///< device pixels per unit
    std::int64_t from {0};
    std::int64_t to {1};
    ValueAxis axis;
    std::vector<AxisTick> timeTicks;
    std::vector<Line> lines;
    std::vector<Label> labels; ///< direct labels at the right, spread apart
    double labelLeft {0};

    int deviceColumns() const { return std::max(1, int(plot.width() * ratio)); }
    double x(double at) const { return plot.left() + (at - double(from)) / double(to - from) * plot.width(); }
    double y(double value) const { return plot.bottom() - (value - axis.low) / (axis.high - axis.low) * plot.height(); }
};

struct TimeSeriesView::Layout : ChartLayout { };

struct LineStroke {
    QColor color;
    double width {1.5};
    int dash {0}; ///< 0 solid, 1 … 3 the patterns of tokens.json "chart.beyond"
};

/// Draws lines in the order they come: antialiased through every sample when they are sparse, else one vertical run per
/// pixel column with smooth ends. Dense lines share one picture of the plot's size, which lives as long as this object.
class ChartCanvas {
public:
    ChartCanvas(QPainter &painter, const ChartLayout &layout);
    ~ChartCanvas();
    ChartCanvas(const ChartCanvas &) = delete;
    ChartCanvas &operator=(const ChartCanvas &) = delete;
    void paintLine(const ChartLayout::Line &line, const SampleBuffer &samples, const LineStroke &stroke);

private:
    void flush();

    QPainter &m_painter;
    const ChartLayout &m_layout;
    QImage m_image;
};

void paintChartGrid(QPainter &painter, const ChartLayout &layout, const Theme &theme);
void paintChartAxes(QPainter &painter, const ChartLayout &layout, const Theme &theme);
void paintChartBand(QPainter &painter, const ChartLayout &layout, const ExpectedBand &band, const QColor &color);
void paintChartThreshold(QPainter &painter, const ChartLayout &layout, const Threshold &threshold, const Theme &theme);
/// Their lines, each with its words beside it where no other words stand.
void paintChartAnnotations(QPainter &painter, const ChartLayout &layout, std::vector<Annotation> annotations,
                           const Theme &theme);
QColor annotationColor(const Annotation &annotation, const Theme &theme);

/// What stands in the box beside the crosshair.
struct ChartTipRow {
    QColor color;
    QString name;
    QString value;
};
struct ChartTip {
    using Row = ChartTipRow;
    QString heading;
    std::vector<Row> rows;
};
/// The box, beside `x` and inside `bounds`.
void paintChartTip(QPainter &painter, const QRectF &bounds, double x, const ChartTip &tip, const Theme &theme);

} // namespace vigie
