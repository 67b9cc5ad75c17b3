// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metriclistmodel.h"

#include "ui/text/metricwords.h"
#include "ui/text/sourcewords.h"

#include <algorithm>

namespace vigie {

MetricListModel::MetricListModel(QObject *parent)
    : SyncedTable<MetricRow>(parent)
{
}

void MetricListModel::setMetrics(std::vector<MetricEntry> metrics)
{
    m_all.clear();
    m_all.reserve(metrics.size());
    for (MetricEntry &entry : metrics)
        m_all.push_back({std::move(entry.info), std::move(entry.series)});
    std::ranges::sort(m_all, [](const MetricRow &a, const MetricRow &b) { return a.info.name < b.info.name; });
    refresh();
}

void MetricListModel::setFilter(const QString &text)
{
    m_filter = text;
    refresh();
}

void MetricListModel::retranslate()
{
    if (rowCount() > 0)
        changed(0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const MetricRow *MetricListModel::find(const std::string &name) const
{
    const auto at = std::ranges::lower_bound(m_all, name, {},
                                             [](const MetricRow &row) -> const std::string & { return row.info.name; });
    return at != m_all.end() && at->info.name == name ? &*at : nullptr;
}

void MetricListModel::refresh()
{
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<MetricRow> rows;
    for (const MetricRow &metric : m_all) {
        const QString text = QString::fromStdString(metric.info.name) % QLatin1Char(' ') % metricHelp(metric.info.help)
            % QLatin1Char(' ') % metricUnitWord(metric.info.unit);
        if (std::ranges::all_of(words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            rows.push_back(metric);
    }
    sync(std::move(rows));
}

QVariant MetricListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MetricRow &metric = row(index.row());
    const QString help = metricHelp(metric.info.help);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name)
            return idOf(metric);
        return index.column() == Unit ? metricUnitWord(metric.info.unit) : QString::number(metric.series.size());
    case Qt::AccessibleTextRole:
        if (index.column() == Unit)
            return metricUnitWord(metric.info.unit);
        if (index.column() == Series)
            return tr("%n series", nullptr, int(metric.series.size()));
        return tr("%1, %n series", nullptr, int(metric.series.size())).arg(idOf(metric));
    case Qt::ToolTipRole:
    case HelpRole:
        return help;
    case IdRole:
        return idOf(metric);
    default:
        return {};
    }
}

QVariant MetricListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Series ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Metric");
    case Unit:
        return tr("Unit");
    case Series:
        return tr("Series", "column: number of series");
    default:
        return {};
    }
}

} // namespace vigie
