// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/swatchdelegate.h"

#include "ui/models/seriesstatsmodel.h"

#include <QPainter>

namespace vigie {

SwatchDelegate::SwatchDelegate(Theme &theme, QObject *parent)
    : TableDelegate(theme, {}, parent)
    , m_theme(theme)
{
    setColumnKind(SeriesStatsModel::Name, CellKind::Primary);
    for (int column = SeriesStatsModel::Last; column < SeriesStatsModel::ColumnCount; ++column)
        setColumnKind(column, CellKind::Number);
}

void SwatchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    TableDelegate::paint(painter, option, index);
    if (index.column() != SeriesStatsModel::Swatch)
        return;
    const bool comparison = index.data(SeriesStatsModel::ComparisonRole).toBool();
    QPen pen(m_theme.series(std::size_t(index.data(SeriesStatsModel::ColorRole).toInt())), comparison ? 1.5 : 3);
    if (comparison)
        pen.setStyle(Qt::DashLine);
    painter->save();
    painter->setPen(pen);
    const int middle = option.rect.center().y();
    painter->drawLine(option.rect.left() + 12, middle, option.rect.right() - 6, middle);
    painter->restore();
}

} // namespace vigie
