// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timelineview.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <cstdint>

namespace vigie {

/// Entries newest first. New ones on top are inserted; any other change resets, since the past does not change.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role : std::uint16_t { TimeRole = Qt::UserRole, BodyRole, KindRole, SeverityRole };
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<TimelineEntry> entries);
    void setDisplay(const QLocale &locale, const QTimeZone &zone);
    void refreshTexts();
    QLocale locale() const { return m_locale; }
    QTimeZone zone() const { return m_zone; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<TimelineEntry> m_entries;
    QLocale m_locale;
    QTimeZone m_zone {QTimeZone::systemTimeZone()};
};

class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TimelineDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int textLeft() const;
    void paintMark(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace vigie
