// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/commandpalette.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <cstdint>

namespace vigie {

/// The entries that fit what is typed, best first; recently used ones first while nothing is typed.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role : std::uint16_t { PositionsRole = Qt::UserRole, CategoryRole, ShortcutRole, WhyNotRole, IdRole };
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<PaletteEntry> entries);
    void filter(const QString &pattern, const QStringList &recent);
    const PaletteEntry &entry(int row) const { return m_entries[m_rows[std::size_t(row)].entry]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        std::size_t entry {0};
        int score {0};
        std::vector<int> positions;
    };
    std::vector<Row> matches(const QString &pattern, const QStringList &recent) const;

    std::vector<PaletteEntry> m_entries;
    std::vector<Row> m_rows;
};

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    PaletteDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int paintRight(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintTitle(QPainter &painter, const QRect &rect, const QModelIndex &index, bool enabled) const;

    const Theme &m_theme;
};

} // namespace vigie
