// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tabledelegate.h"

#include "widgets/livetableview.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace vigie {

namespace {

constexpr int cellPadding = 8;
constexpr int rowBarWidth = 4;

int roleValue(const QModelIndex &index, int role)
{
    return role < 0 ? -1 : index.data(role).isValid() ? index.data(role).toInt() : -1;
}

QRect cellTextRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
}

} // namespace

TableDelegate::TableDelegate(Theme &theme, TableRoles roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(roles)
{
}

void TableDelegate::setColumnKind(int column, CellKind kind)
{
    m_kinds.insert(column, kind);
}

CellKind TableDelegate::columnKind(int column) const
{
    return m_kinds.value(column, CellKind::Text);
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(100), m_theme.rowHeight()};
}

QFont TableDelegate::cellFont(CellKind kind, const QModelIndex &index) const
{
    if (kind == CellKind::Number || kind == CellKind::Time)
        return m_theme.numeric(FontRole::Body);
    const bool critical = roleValue(index, m_roles.severity) == int(SeverityLook::Critical);
    const bool quiet = m_roles.muted >= 0 && index.data(m_roles.muted).toBool();
    return m_theme.ui(kind == CellKind::Primary && critical && !quiet ? FontRole::BodyStrong : FontRole::Body);
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(*painter, option, index);
    const CellKind kind = columnKind(index.column());
    const QRect rect = cellTextRect(option);
    const bool quiet = m_roles.muted >= 0 && index.data(m_roles.muted).toBool();
    if (quiet && kind == CellKind::Severity)
        painter->setOpacity(0.6);
    const int severity = kind == CellKind::Severity ? roleValue(index, m_roles.severity) : -1;
    const int state = kind == CellKind::State ? roleValue(index, m_roles.state) : -1;
    if (severity >= 0)
        paintSeverityChip(*painter, rect, SeverityLook(severity), m_theme, index.data().toString());
    else if (state >= 0)
        paintStateChip(*painter, rect, StateLook(state), m_theme, index.data().toString(),
                       option.state.testFlag(QStyle::State_Selected));
    else
        paintText(*painter, option, index, kind);
    painter->restore();
}

void TableDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const SurfaceColors &surface = m_theme.surface();
    const auto *view = qobject_cast<const LiveTableView *>(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = view && view->hoveredRow() == index.row();
    QColor fill = surface.panel;
    if (selected)
        fill = surface.selection;
    else if (hovered)
        fill = surface.hover;
    else if (index.row() % 2 == 1)
        fill = surface.zebra;
    painter.fillRect(option.rect, fill);
    if (!selected && m_roles.fresh >= 0 && index.data(m_roles.fresh).toBool())
        painter.fillRect(option.rect, m_theme.accent().subtle);
    const bool critical = roleValue(index, m_roles.severity) == int(SeverityLook::Critical);
    const bool quiet = m_roles.muted >= 0 && index.data(m_roles.muted).toBool();
    if (critical && !quiet && option.rect.left() <= rowBarWidth && index.column() == 0) {
        const SeverityColors &red = m_theme.severity(SeverityLook::Critical);
        const bool low = view && view->pulseIsLow() && m_roles.pulse >= 0 && index.data(m_roles.pulse).toBool();
        painter.fillRect(option.rect.left(), option.rect.top() + 1, rowBarWidth, option.rect.height() - 2,
                         low ? red.subtle : red.graphic);
    }
    // The current row of a view that has the keyboard: a line at each side of the row, no box around one cell.
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter.fillRect(option.rect.left(), option.rect.top(), option.rect.width(), 1, m_theme.border().focus);
        painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, m_theme.border().focus);
    }
}

void TableDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              CellKind kind) const
{
    const QString text = index.data().toString();
    if (text.isEmpty())
        return;
    const TextColors &colors = m_theme.text();
    const bool quiet = m_roles.muted >= 0 && index.data(m_roles.muted).toBool();
    const bool primary = kind == CellKind::Primary || kind == CellKind::Number;
    // Tertiary text is not readable on the colour of the selection.
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.setPen(quiet         ? (selected ? colors.secondary : colors.tertiary)
                       : primary ? colors.primary
                                 : colors.secondary);
    const QFont font = cellFont(kind, index);
    painter.setFont(font);
    const QRect rect = cellTextRect(option);
    const auto cut = kind == CellKind::Address ? Qt::ElideMiddle : Qt::ElideRight;
    const QString shown = QFontMetrics(font).elidedText(text, cut, rect.width());
    const auto side = kind == CellKind::Number ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(rect, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

bool TableDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString given = index.data(Qt::ToolTipRole).toString();
    const QString text = index.data().toString();
    const CellKind kind = columnKind(index.column());
    const bool cut = QFontMetrics(cellFont(kind, index)).horizontalAdvance(text) > cellTextRect(option).width();
    // A tooltip that repeats what can be read is in the way.
    const QString shown = !given.isEmpty() ? given : cut ? text : QString();
    QToolTip::showText(event->globalPos(), shown, view);
    return true;
}

} // namespace vigie
