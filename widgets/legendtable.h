// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "widgets/themedwidget.h"

#include <QAbstractScrollArea>
#include <QLocale>

#include <array>
#include <vector>

namespace vigie {

/// The table below a chart of more than four lines: colour, name, min, max, mean, last. Hover marks a line in the
/// chart.
class LegendTable : public QAbstractScrollArea {
    Q_OBJECT
public:
    struct Row {
        QColor color;
        QString name;
        double min {0}, max {0}, mean {0}, last {0};
    };
    explicit LegendTable(Theme &theme, QWidget *parent);
    void setRows(std::vector<Row> rows, MetricUnit unit, const QLocale &locale);
    int highlighted() const { return m_hovered; }
    /// Height that shows every row.
    int fullHeight() const;

Q_SIGNALS:
    void highlightedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int pitch() const;
    int shownCells() const;
    void updateScrollBar();
    void setHovered(int row);
    void paintCells(QPainter &painter, int y, const std::array<QString, 4> &texts) const;

    Theme &m_theme;
    std::vector<Row> m_rows;
    MetricUnit m_unit {MetricUnit::None};
    QLocale m_locale;
    int m_hovered {-1};
};

} // namespace vigie
