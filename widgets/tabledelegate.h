// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace vigie {

/// How a column is drawn. The text is always Qt::DisplayRole.
enum class CellKind : std::uint8_t {
    Text, ///< secondary colour
    Address, ///< the same, cut in the middle: both ends of a URL or path tell more
    Primary, ///< primary colour; bold in a critical row
    Number, ///< numeric font, right-aligned
    Time, ///< numeric font, left-aligned
    Severity, ///< severity chip of `roles.severity`
    State, ///< state chip of `roles.state`
};

/// Item roles the delegate reads; -1: the model has none.
struct TableRoles {
    int severity {-1}; ///< int(SeverityLook), same for every column of a row; critical ones get the 4 px row bar
    int state {-1}; ///< int(StateLook), for columns of kind State
    int muted {-1}; ///< bool: draw the row quietly (resolved, silenced)
    int fresh {-1}; ///< bool: mark a row that came in a moment ago
    int pulse {-1}; ///< bool: its row bar blinks with LiveTableView::pulseIsLow()
};

/// Light delegate of LiveTableView: elided text with tooltip, zebra, hover and selection of the whole row, no layout
/// per cell.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TableDelegate(Theme &theme, TableRoles roles, QObject *parent = nullptr);
    void setColumnKind(int column, CellKind kind);
    CellKind columnKind(int column) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   CellKind kind) const;
    QFont cellFont(CellKind kind, const QModelIndex &index) const;

    Theme &m_theme;
    TableRoles m_roles;
    QHash<int, CellKind> m_kinds;
};

} // namespace vigie
