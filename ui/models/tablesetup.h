// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/livetableview.h"

#include <utility>
#include <vector>

namespace vigie {

struct UiContext;

/// Row height as the user wants it (Preferences::rowDensity), now and with every change to come, also of the theme.
void followRowDensity(QTableView &table, UiContext &context);
/// First and last row that is seen; {0, -1} when there is none.
std::pair<int, int> visibleRows(const QTableView &table);

/// Hides the columns that one can do without, one after the other, until the rest fits the table's width, and brings
/// them back when there is room. Lives with its table; it sets the table's columns.
class ColumnFitter : public QObject {
    Q_OBJECT
public:
    /// After the table's setModel(). `expendable`: first to go first.
    ColumnFitter(Theme &theme, LiveTableView &table, std::vector<TableColumn> columns, std::vector<int> expendable);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    Theme &m_theme;
    LiveTableView &m_table;
    std::vector<TableColumn> m_columns;
    std::vector<int> m_expendable;
};

} // namespace vigie
