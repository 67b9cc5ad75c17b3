// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/legendtable.h"

#include "widgets/formatting.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vigie {

namespace {
constexpr int legendCell = 76;
}

LegendTable::LegendTable(Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("legendTable"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Legend"));
}

int LegendTable::pitch() const
{
    return m_theme.px(20);
}

int LegendTable::fullHeight() const
{
    return pitch() * int(m_rows.size() + 1);
}

void LegendTable::setRows(std::vector<Row> rows, MetricUnit unit, const QLocale &locale)
{
    m_rows = std::move(rows);
    m_unit = unit;
    m_locale = locale;
    updateScrollBar();
    viewport()->update();
}

void LegendTable::updateScrollBar()
{
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(pitch());
    verticalScrollBar()->setRange(0, std::max(0, fullHeight() - viewport()->height()));
}

void LegendTable::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void LegendTable::setHovered(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
    Q_EMIT highlightedChanged();
}

void LegendTable::mouseMoveEvent(QMouseEvent *event)
{
    const int y = event->position().toPoint().y();
    const int row = (y - pitch() + verticalScrollBar()->value()) / pitch();
    setHovered(y >= pitch() && row >= 0 && row < int(m_rows.size()) ? row : -1);
}

void LegendTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Legend"));
    QAbstractScrollArea::changeEvent(event);
}

void LegendTable::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QAbstractScrollArea::leaveEvent(event);
}

int LegendTable::shownCells() const
{
    // The name needs room; of the figures the newest stays longest.
    return std::clamp((viewport()->width() - m_theme.px(130)) / m_theme.px(legendCell), 1, 4);
}

void LegendTable::paintCells(QPainter &painter, int y, const std::array<QString, 4> &texts) const
{
    const int cell = m_theme.px(legendCell);
    for (int i = 4 - shownCells(); i < 4; ++i) {
        const QRect rect(viewport()->width() - (4 - i) * cell, y, cell - 8, pitch());
        painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, texts[std::size_t(i)]);
    }
}

void LegendTable::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QFont text = m_theme.ui(FontRole::Small);
    const QFont numbers = m_theme.numeric(FontRole::Small);
    const int nameRight = viewport()->width() - shownCells() * m_theme.px(legendCell);
    const int offset = verticalScrollBar()->value();
    const auto value = [this](double number) { return formatValue(number, m_unit, m_locale); };
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const int y = pitch() * int(i + 1) - offset;
        if (y < 0 || y > viewport()->height())
            continue;
        const QRect line(0, y, viewport()->width(), pitch());
        if (int(i) == m_hovered)
            painter.fillRect(line, m_theme.surface().hover);
        painter.fillRect(QRect(4, line.center().y() - 1, 14, 3), row.color);
        painter.setFont(text);
        painter.setPen(m_theme.text().secondary);
        painter.drawText(line.adjusted(26, 0, nameRight - line.right(), 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(text).elidedText(row.name, Qt::ElideMiddle, nameRight - 30));
        painter.setFont(numbers);
        painter.setPen(m_theme.text().primary);
        paintCells(painter, y, {value(row.min), value(row.mean), value(row.max), value(row.last)});
    }
    // The head stays while rows scroll below it.
    painter.fillRect(0, 0, viewport()->width(), pitch(), m_theme.surface().panel);
    painter.setFont(m_theme.ui(FontRole::Caption));
    painter.setPen(m_theme.text().tertiary);
    //: column heads of a chart's legend: lowest, average, highest and newest value
    paintCells(painter, 0, {tr("Min"), tr("Mean"), tr("Max"), tr("Last")});
}

} // namespace vigie
