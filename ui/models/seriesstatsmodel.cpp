// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seriesstatsmodel.h"

#include "widgets/formatting.h"

#include <cmath>

namespace vigie {

namespace {
bool sameNumber(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

double statOf(const SeriesStatsRow &row, int column)
{
    switch (column) {
    case SeriesStatsModel::Last:
        return row.last;
    case SeriesStatsModel::Min:
        return row.min;
    case SeriesStatsModel::Mean:
        return row.mean;
    default:
        return row.max;
    }
}
} // namespace

bool operator==(const SeriesStatsRow &a, const SeriesStatsRow &b)
{
    return a.id == b.id && a.name == b.name && a.color == b.color && a.comparison == b.comparison
        && sameNumber(a.last, b.last) && sameNumber(a.min, b.min) && sameNumber(a.mean, b.mean)
        && sameNumber(a.max, b.max);
}

SeriesStatsModel::SeriesStatsModel(QObject *parent)
    : SyncedTable<SeriesStatsRow>(parent)
{
}

void SeriesStatsModel::setUnit(MetricUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    retranslate();
}

void SeriesStatsModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    retranslate();
}

void SeriesStatsModel::retranslate()
{
    if (rowCount() > 0)
        changed(0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant SeriesStatsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SeriesStatsRow &item = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (index.column() == Swatch)
            return {};
        if (index.column() == Name)
            return item.comparison ? tr("%1 (a day earlier)").arg(item.name) : item.name;
        return formatValue(statOf(item, index.column()), m_unit, m_locale);
    case IdRole:
        return item.id;
    case ColorRole:
        return item.color;
    case ComparisonRole:
        return item.comparison;
    default:
        return {};
    }
}

QVariant SeriesStatsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section >= Last ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation == Qt::Horizontal && role == Qt::AccessibleTextRole && section == Swatch)
        return tr("Colour");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Series");
    case Last:
        return tr("Last");
    case Min:
        return tr("Min");
    case Mean:
        return tr("Mean");
    case Max:
        return tr("Max");
    default:
        return {};
    }
}

} // namespace vigie
