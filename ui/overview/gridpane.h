// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace vigie {

/// Panels on a grid of 24 equal columns with gaps of Theme::panelGap. Rows share the height by weight, but none is
/// lower than its minimum: a pane in a resizable scroll area then scrolls.
class GridPane : public QWidget {
    Q_OBJECT
public:
    static constexpr int columns = 24;

    explicit GridPane(QWidget *parent = nullptr);
    /// Index of the row. `minimum` in pixels; weight 0: always the minimum.
    int addRow(int minimum, int weight);
    void setRowMinimum(int row, int minimum);
    /// Takes ownership. Columns first … first + span - 1.
    void place(QWidget *widget, int row, int first, int span);
    /// Outer margin on all sides.
    void setMargin(int margin);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Row {
        int minimum {0};
        int weight {0};
    };
    struct Item {
        QWidget *widget {nullptr};
        int row {0}, first {0}, span {1};
    };
    void layOut();
    std::vector<int> rowHeights() const;
    int columnEdge(int column) const;

    std::vector<Row> m_rows;
    std::vector<Item> m_items;
    int m_margin {0};
};

} // namespace vigie
