// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/source.h"
#include "ui/models/syncedtable.h"

#include <QLocale>

#include <cstdint>
#include <map>
#include <set>

namespace vigie {

struct SourceRow {
    SourceStatus status;
    bool beingRemoved {false}; ///< its removal waits for the end of the time to undo it
    friend bool operator==(const SourceRow &, const SourceRow &) = default;
};

/// The sources of one daemon, sorted and filtered. Times are said as ages against `now`, which the page moves on with
/// tick() for the rows that are seen. While held, rows keep their places: values change, but nothing moves or comes
/// (what is gone goes); what the user does (filter, sort) shows everything. GUI thread.
class SourceModel : public SyncedTable<SourceRow> {
    Q_OBJECT
public:
    enum Column : std::uint8_t {
        State,
        Since,
        Name,
        Kind,
        Target,
        LastSuccess,
        Latency,
        NextAttempt,
        LastError,
        ColumnCount
    };
    enum Role : std::uint16_t { IdRole = Qt::UserRole, StateRole, MutedRole };

    explicit SourceModel(QObject *parent = nullptr);

    void setSources(const std::map<SourceId, SourceStatus> &sources);
    /// Words or parts of name, target and kind, all of which must be there; empty: everything.
    void setFilter(const QString &text);
    void setBeingRemoved(const std::set<SourceId> &ids);
    void setHeld(bool held);
    /// Sources that would be shown, were the rows not held.
    int pendingCount() const { return m_pending; }
    /// Shows what waits, and goes on holding.
    void releasePending();
    void setNow(Timestamp now) { m_now = now; }
    void setLocale(const QLocale &locale);
    /// The time went on: rows `first` … `last` (as seen) say their ages anew.
    void tick(Timestamp now, int first, int last);
    /// After a language change.
    void retranslate();

    /// nullptr when there is none, or the filter hides it.
    const SourceStatus *source(const QModelIndex &index) const;
    int total() const { return int(m_all.size()); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void pendingChanged(int count);

protected:
    QString idOf(const SourceRow &row) const override { return QString::fromStdString(row.status.id.value); }

private:
    void refresh();
    void update();
    void setPending(int count);
    bool accepts(const SourceStatus &status) const;
    int compare(const SourceStatus &a, const SourceStatus &b) const;
    QString text(const SourceRow &row, int column) const;
    QString accessibleText(const SourceRow &row) const;

    std::map<SourceId, SourceStatus> m_all;
    std::set<SourceId> m_removing;
    QString m_filter;
    QLocale m_locale;
    Timestamp m_now {};
    int m_pending {0};
    bool m_held {false};
    int m_sortColumn {State};
    Qt::SortOrder m_order {Qt::AscendingOrder};
};

/// "up for 3 h", or for how long it is down and what failed.
QString sourceStateSentence(const SourceStatus &status, Timestamp now, const QLocale &locale);

} // namespace vigie
