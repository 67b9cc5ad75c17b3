// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/tablesetup.h"

#include "ui/shell/preferences.h"
#include "ui/uicontext.h"
#include "widgets/severitychip.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {
constexpr int cellMargin = 8; ///< of TableDelegate and of the head, at each side
constexpr int sortArrow = 18;
} // namespace

void followRowDensity(QTableView &table, UiContext &context)
{
    const auto apply = [&table, &context] {
        const int height = context.theme.px(context.preferences.rowHeight());
        table.verticalHeader()->setMinimumSectionSize(height);
        table.verticalHeader()->setDefaultSectionSize(height);
    };
    QObject::connect(&context.preferences, &Preferences::rowDensityChanged, &table, apply);
    QObject::connect(&context.theme, &Theme::changed, &table, apply);
    apply();
}

std::pair<int, int> visibleRows(const QTableView &table)
{
    if (!table.model() || table.model()->rowCount() == 0)
        return {0, -1};
    const int first = table.rowAt(0);
    const int last = table.rowAt(table.viewport()->height() - 1);
    return {first < 0 ? 0 : first, last < 0 ? table.model()->rowCount() - 1 : last};
}

int stateColumnWidth(const Theme &theme, std::initializer_list<StateLook> looks)
{
    int widest = 0;
    for (const StateLook look : looks)
        widest = std::max(widest, stateChipSize(look, theme).width());
    return widest + 2 * cellMargin + 2;
}

int severityColumnWidth(const Theme &theme)
{
    int widest = 0;
    for (const SeverityLook look :
         {SeverityLook::Critical, SeverityLook::High, SeverityLook::Medium, SeverityLook::Low})
        widest = std::max(widest, severityChipSize(look, theme).width());
    return widest + 2 * cellMargin + 2;
}

ColumnFitter::ColumnFitter(Theme &theme, LiveTableView &table, std::vector<TableColumn> columns,
                           std::vector<int> expendable)
    : QObject(&table)
    , m_theme(theme)
    , m_table(table)
    , m_viewport(table.viewport())
    , m_columns(std::move(columns))
    , m_expendable(std::move(expendable))
{
    m_viewport->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &ColumnFitter::fit);
    connect(table.model(), &QAbstractItemModel::headerDataChanged, this, &ColumnFitter::fit);
    fit();
}

void ColumnFitter::setLeastWidth(int column, std::function<int()> least)
{
    m_least[column] = std::move(least);
    fit();
}

bool ColumnFitter::eventFilter(QObject *watched, QEvent *event)
{
    // The viewport speaks once more while the table ends, when the table can no longer be asked for it.
    if (watched == m_viewport && event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

bool ColumnFitter::isExpendable(int column) const
{
    return std::ranges::find(m_expendable, column) != m_expendable.end();
}

int ColumnFitter::headWidth(int column) const
{
    if (m_table.horizontalHeader()->isHidden())
        return 0;
    const QString head = m_table.model()->headerData(column, Qt::Horizontal).toString();
    const int arrow = m_table.isSortingEnabled() ? m_theme.px(sortArrow) : 0;
    return m_table.horizontalHeader()->fontMetrics().horizontalAdvance(head) + 2 * cellMargin + arrow + 2;
}

/// The columns as they must be with today's words.
std::vector<TableColumn> ColumnFitter::columnsNow() const
{
    std::vector<TableColumn> columns = m_columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto least = m_least.find(int(i));
        const int pixels = std::max(headWidth(int(i)), least == m_least.end() ? 0 : least->second());
        const int base = int(std::ceil(pixels / m_theme.factor()));
        columns[i].width = std::max(columns[i].width, base);
        columns[i].minimum = std::max(columns[i].minimum, base);
    }
    return columns;
}

void ColumnFitter::fit()
{
    std::vector<TableColumn> columns = columnsNow();
    const auto wish = [&](int column) {
        const TableColumn &one = columns[std::size_t(column)];
        return m_theme.px(one.stretches ? one.minimum : one.width);
    };
    int wanted = 0;
    for (int i = 0; i < int(columns.size()); ++i) {
        if (isExpendable(i) || !m_table.isColumnHidden(i))
            wanted += wish(i);
    }
    for (const int column : m_expendable) {
        const bool hide = wanted > m_table.viewport()->width();
        if (hide)
            wanted -= wish(column);
        m_table.setColumnHidden(column, hide);
    }
    bool stretched = false;
    for (int i = int(columns.size()) - 1; i >= 0; --i) {
        TableColumn &one = columns[std::size_t(i)];
        if (one.stretches && !m_table.isColumnHidden(i) && !stretched)
            stretched = true;
        else if (one.stretches)
            one = {.width = one.minimum, .stretches = false, .minimum = one.minimum};
    }
    m_table.setColumns(std::move(columns));
}

} // namespace vigie
