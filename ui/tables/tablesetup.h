// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/livetableview.h"
#include "widgets/statechip.h"

#include <functional>
#include <initializer_list>
#include <map>
#include <utility>
#include <vector>

namespace vigie {

struct UiContext;

/// Row height as the user wants it (Preferences::rowDensity), now and with every change to come, also of the theme.
void followRowDensity(QTableView &table, UiContext &context);
/// First and last row that is seen; {0, -1} when there is none.
std::pair<int, int> visibleRows(const QTableView &table);

/// Width in pixels of a column whose cells are state chips of these looks: the longest word in today's language.
int stateColumnWidth(const Theme &theme, std::initializer_list<StateLook> looks);
/// The same for severity chips.
int severityColumnWidth(const Theme &theme);
inline constexpr std::initializer_list<StateLook> sourceStateLooks {StateLook::Up, StateLook::Down, StateLook::Pending};
inline constexpr std::initializer_list<StateLook> incidentStateLooks {StateLook::Open, StateLook::Acknowledged,
                                                                      StateLook::Snoozed, StateLook::Resolved};

/// Hides the columns that one can do without, one after the other, until the rest fits the table's width, and brings
/// them back when there is room. No column is narrower than its head in today's language. Of several stretching columns
/// the last one that is seen stretches. Lives with its table; it sets the table's columns.
class ColumnFitter : public QObject {
    Q_OBJECT
public:
    /// After the table's setModel(). `expendable`: first to go first.
    ColumnFitter(Theme &theme, LiveTableView &table, std::vector<TableColumn> columns, std::vector<int> expendable);
    /// The column is at least so wide (pixels); asked again after every change of language and theme.
    void setLeastWidth(int column, std::function<int()> least);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    std::vector<TableColumn> columnsNow() const;
    int headWidth(int column) const;
    bool isExpendable(int column) const;

    Theme &m_theme;
    LiveTableView &m_table;
    QObject *m_viewport;
    std::vector<TableColumn> m_columns;
    std::vector<int> m_expendable;
    std::map<int, std::function<int()>> m_least;
};

} // namespace vigie
