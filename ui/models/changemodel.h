// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"
#include "ui/models/syncedtable.h"

#include <QLocale>
#include <QTimeZone>

#include <cstdint>
#include <deque>

namespace vigie {

/// What happened lately, newest first: when, what, whom it concerns. Fed from Session::recentChanges(). GUI thread.
class ChangeModel : public SyncedTable<RecentChange> {
    Q_OBJECT
public:
    enum Column : std::uint8_t { Time, What, Who, ColumnCount };
    enum Role : std::uint16_t { IdRole = Qt::UserRole, SeverityRole, SubjectRole, IsIncidentRole };

    explicit ChangeModel(QObject *parent = nullptr);

    /// `changes`: newest last, as the session has them.
    void setChanges(const std::deque<RecentChange> &changes);
    void setLocale(const QLocale &locale);
    void setTimeZone(const QTimeZone &zone);
    void setNow(Timestamp now) { m_now = now; }
    void retranslate();

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString idOf(const RecentChange &row) const override { return QString::number(row.seq); }

private:
    QLocale m_locale;
    QTimeZone m_zone {QTimeZone::utc()};
    Timestamp m_now {};
};

/// "Disk almost full: acknowledged", as a translated sentence.
QString changeSentence(const RecentChange &change);

} // namespace vigie
