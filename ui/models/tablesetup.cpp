// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablesetup.h"

#include "ui/shell/preferences.h"
#include "ui/uicontext.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>

namespace vigie {

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

ColumnFitter::ColumnFitter(Theme &theme, LiveTableView &table, std::vector<TableColumn> columns,
                           std::vector<int> expendable)
    : QObject(&table)
    , m_theme(theme)
    , m_table(table)
    , m_columns(std::move(columns))
    , m_expendable(std::move(expendable))
{
    table.setColumns(m_columns);
    table.installEventFilter(this);
    connect(&theme, &Theme::changed, this, &ColumnFitter::fit);
    fit();
}

bool ColumnFitter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_table && event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void ColumnFitter::fit()
{
    int wanted = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const bool goes = std::find(m_expendable.begin(), m_expendable.end(), int(i)) != m_expendable.end();
        if (goes || !m_table.isColumnHidden(int(i)))
            wanted += m_theme.px(m_columns[i].stretches ? m_columns[i].minimum : m_columns[i].width);
    }
    for (const int column : m_expendable) {
        const bool hide = wanted > m_table.width();
        if (hide)
            wanted -= m_theme.px(m_columns[std::size_t(column)].width);
        m_table.setColumnHidden(column, hide);
    }
    m_table.setColumns(m_columns);
}

} // namespace vigie
