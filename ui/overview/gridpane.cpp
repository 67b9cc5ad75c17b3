// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/gridpane.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace vigie {

GridPane::GridPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("gridPane"));
}

int GridPane::addRow(int minimum, int weight)
{
    m_rows.push_back({minimum, weight});
    return int(m_rows.size()) - 1;
}

void GridPane::setRowMinimum(int row, int minimum)
{
    m_rows[std::size_t(row)].minimum = minimum;
    setMinimumHeight(minimumSizeHint().height());
    layOut();
}

void GridPane::place(QWidget *widget, int row, int first, int span)
{
    widget->setParent(this);
    m_items.push_back({widget, row, first, span});
    setMinimumHeight(minimumSizeHint().height());
    layOut();
}

void GridPane::setMargin(int margin)
{
    m_margin = margin;
    setMinimumHeight(minimumSizeHint().height());
    layOut();
}

QSize GridPane::minimumSizeHint() const
{
    int height = 2 * m_margin + Theme::panelGap * std::max(0, int(m_rows.size()) - 1);
    for (const Row &row : m_rows)
        height += row.minimum;
    return {480, height};
}

std::vector<int> GridPane::rowHeights() const
{
    std::vector<int> heights;
    int weights = 0;
    for (const Row &row : m_rows) {
        heights.push_back(row.minimum);
        weights += row.weight;
    }
    // Rows grow towards their share of the whole, not by equal parts of what is left over.
    int rest = height() - minimumSizeHint().height();
    int flexible = rest;
    for (const Row &row : m_rows)
        flexible += row.weight > 0 ? row.minimum : 0;
    for (std::size_t i = 0; i < m_rows.size() && weights > 0; ++i) {
        if (m_rows[i].weight == 0)
            continue;
        const int share = flexible * m_rows[i].weight / weights;
        const int extra = std::clamp(share - heights[i], 0, std::max(0, rest));
        heights[i] += extra;
        rest -= extra;
    }
    return heights;
}

/// Left edge of a column; the gap before it is not part of it.
int GridPane::columnEdge(int column) const
{
    const double inner = width() - 2.0 * m_margin + Theme::panelGap;
    return m_margin + int(inner * column / columns);
}

void GridPane::layOut()
{
    const std::vector<int> heights = rowHeights();
    for (const Item &item : m_items) {
        int top = m_margin;
        for (int i = 0; i < item.row; ++i)
            top += heights[std::size_t(i)] + Theme::panelGap;
        const int left = columnEdge(item.first);
        const int right = columnEdge(item.first + item.span) - Theme::panelGap;
        item.widget->setGeometry(left, top, std::max(0, right - left), heights[std::size_t(item.row)]);
    }
}

void GridPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

bool GridPane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        layOut();
    return QWidget::event(event);
}

} // namespace vigie
