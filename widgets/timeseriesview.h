// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "widgets/axis.h"
#include "widgets/samplebuffer.h"
#include "widgets/themedwidget.h"

#include <QLocale>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace vigie {

class CrosshairGroup;
class LegendTable;
struct ChartTipRow;

/// One line. The samples are shared, not copied; only the GUI thread touches them while a view shows them.
struct TimeSeries {
    QString name;
    std::shared_ptr<SampleBuffer> samples;
    bool comparison {false}; ///< dashed and quiet, e.g. yesterday shifted to today
    int colorIndex {-1}; ///< slot of the series palette; -1: its position
};

/// Values the analysis expects; drawn as a tinted area below the lines. `times` ascend, the three have one size.
struct ExpectedBand {
    std::vector<std::int64_t> times;
    std::vector<double> low;
    std::vector<double> high;
};

struct Threshold {
    double value {0};
    bool above {true}; ///< which side is bad, and so tinted
    SeverityLook look {SeverityLook::Critical};
    QString label;
};

struct Annotation {
    Timestamp at {};
    QString text;
    SeverityLook look {SeverityLook::Maintenance};
};

/// Lines over time, drawn with one vertical stroke per pixel column (M4), so a million points cost what a thousand do
/// on screen. Horizontal grid, direct labels up to four lines and a table legend after, crosshair with values,
/// thresholds, expected band, annotations with their words, gaps. Drag zooms, double click resets; keyboard: left/right
/// move the crosshair, +/- zoom, 0 or Escape resets, Home/End jump. The accessible description holds the latest values
/// and the annotations. GUI thread only.
class TimeSeriesView : public ThemedWidget {
    Q_OBJECT
public:
    explicit TimeSeriesView(Theme &theme, QWidget *parent = nullptr);
    ~TimeSeriesView() override;

    void setSeries(std::vector<TimeSeries> series);
    const std::vector<TimeSeries> &series() const { return m_series; }
    /// Adds one sample at the end of a line and schedules a repaint; false when it is older than the newest there.
    bool append(std::size_t series, Timestamp at, double value);
    /// After changing shared samples from outside.
    void samplesChanged();

    void setUnit(MetricUnit unit);
    MetricUnit unit() const { return m_unit; }
    /// Shows exactly this. Zooming is kept until resetZoom().
    void setRange(Timestamp from, Timestamp to);
    /// Shows the last `window` up to the newest sample, moving along with append().
    void setWindow(Duration window);
    Timestamp from() const;
    Timestamp to() const;
    bool isZoomed() const { return m_zoom.has_value(); }
    void zoomTo(Timestamp from, Timestamp to);
    void resetZoom();
    /// Distance above which samples are missing. Empty: three times the usual distance.
    void setMaxGap(std::optional<Duration> gap);
    /// Fixed ends of the value axis, each where given; else from the data.
    void setValueRange(std::optional<double> low, std::optional<double> high);

    void setThresholds(std::vector<Threshold> thresholds);
    void setBand(std::optional<ExpectedBand> band);
    void setAnnotations(std::vector<Annotation> annotations);
    void setCrosshairGroup(CrosshairGroup *group);
    void setLocale(const QLocale &locale);
    void setTimeZone(const QTimeZone &zone);
    /// Direct labels or the table; off for small tiles.
    void setLegendVisible(bool visible);
    /// Of the wall: 3 px instead of 1.5.
    void setLineWidth(double width);

    /// The area the lines are drawn in, for tests and overlays.
    QRect plotRect() const;
    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

Q_SIGNALS:
    /// The user zoomed, so that finer data can be fetched.
    void zoomed(vigie::Timestamp from, vigie::Timestamp to);
    void zoomReset();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void themeChanged() override;
    void retranslate() override;

private:
    struct Span {
        std::int64_t from {0}, to {0};
    };
    struct Layout;
    Span span() const;
    Span fullSpan() const;
    std::int64_t gapOf(const SampleBuffer &samples) const;
    void invalidate();
    const Layout &layoutNow() const;
    void fillLines(Layout &layout) const;
    void fillAxis(Layout &layout) const;
    QRect innerRect(const Layout &layout) const;
    bool usesTable() const { return m_legendVisible && m_series.size() > 4; }
    bool usesLabels() const { return m_legendVisible && m_series.size() > 1 && m_series.size() <= 4; }
    bool labelsBelow() const;
    int labelWidth() const;
    void placeLegend();
    void refreshSlowly();
    std::optional<Timestamp> crosshair() const;
    void setCrosshair(std::optional<Timestamp> at);
    void moveCrosshair(int steps);
    void zoomAround(double scale);
    std::int64_t timeAt(double x) const;
    QColor colorOf(std::size_t series) const;
    void paintCrosshair(QPainter &painter, const Layout &layout) const;
    std::vector<ChartTipRow> annotationRows(const Layout &layout, double x) const;
    void paintLines(QPainter &painter, const Layout &layout) const;

    std::vector<TimeSeries> m_series;
    std::vector<Threshold> m_thresholds;
    std::vector<Annotation> m_annotations;
    std::optional<ExpectedBand> m_band;
    std::optional<Span> m_range;
    std::optional<Span> m_zoom;
    std::optional<Duration> m_maxGap;
    std::optional<double> m_low, m_high;
    std::optional<Timestamp> m_ownCrosshair;
    std::optional<QPoint> m_dragFrom, m_dragTo;
    Duration m_window {std::chrono::hours(1)};
    MetricUnit m_unit {MetricUnit::None};
    QPointer<CrosshairGroup> m_group;
    LegendTable *m_legend {nullptr};
    mutable std::unique_ptr<Layout> m_layout;
    QLocale m_locale;
    QTimeZone m_zone;
    double m_lineWidth {Theme::chartLineWidth};
    int m_highlighted {-1};
    bool m_legendVisible {true};
    bool m_hovered {false};
    mutable bool m_layoutValid {false};
    bool m_slowPending {false};
};

} // namespace vigie
