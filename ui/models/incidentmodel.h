// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/incidentcache.h"
#include "backend/domain/time.h"
#include "ui/models/incidentfilter.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace vigie {

/// The incidents that pass a filter, sorted, for LiveTableView. Follows the session's cache by deltas with the smallest
/// signals: after the first load it resets only when a new filter cuts the table into more than a thousand pieces.
/// While held, rows keep their places: values change, but nothing moves, comes or goes (what the cache forgets does).
/// apply() is O(changes x log rows) plus one move of the row pointers behind each group. GUI thread.
class IncidentModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : std::uint8_t {
        SeverityColumn,
        TitleColumn,
        ServiceColumn,
        AgeColumn,
        OwnerColumn,
        StateColumn,
        SourceColumn,
        ColumnCount
    };
    enum Role : std::uint16_t {
        IdRole = Qt::UserRole, ///< QString
        SeverityRole, ///< int(SeverityLook)
        StateRole, ///< int(StateLook)
        MutedRole, ///< bool: resolved or snoozed
        FreshRole, ///< bool: came in a moment ago
        PulseRole ///< bool: critical and not acknowledged
    };

    /// Both outlive this. Starts empty: load().
    IncidentModel(const IncidentCache &cache, const Clock &clock, QObject *parent = nullptr);
    ~IncidentModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// Takes what the cache holds now; use after a restart of the data, else apply().
    void load();
    void apply(const IncidentDelta &delta);

    void setFilter(const IncidentFilter &filter);
    const IncidentFilter &filter() const { return m_filter; }
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    void setHeld(bool held);
    bool isHeld() const { return m_held; }
    /// Incidents that wait to be shown.
    int pendingCount() const { return m_pendingNew; }
    /// Shows what waits, and goes on holding.
    void releasePending();

    IncidentId idAt(int row) const;
    /// -1 when it is not shown. O(log rows).
    int rowOf(const IncidentId &id) const;
    /// The age of these rows moved on. For visible rows, once a second.
    void refreshAges(int first, int last);
    /// The server's clock minus ours.
    void setClockOffset(Duration offset) { m_offset = offset; }
    /// Words and numbers in the new language.
    void retranslate();

Q_SIGNALS:
    void pendingChanged(int count);

private:
    struct Key;
    struct Row;
    using RowPointer = std::unique_ptr<Row>;
    Key keyOf(const Row &row) const;
    bool lessThan(const Key &a, const Key &b) const;
    RowPointer makeRow(const Incident &incident) const;
    static void fill(Row &row, const Incident &incident);
    int positionOf(const Key &key) const;
    QVariant text(const Row &row, int column) const;
    QString ageText(const Row &row) const;

    struct Changes;
    void sortOut(const IncidentId &id, Changes &changes);
    void removeRowsAt(std::vector<int> rows);
    void insertRowsSorted(std::vector<RowPointer> rows);
    void moveRows(const std::vector<Row *> &rows);
    void announce(std::vector<int> rows);
    void replaceAll(std::vector<RowPointer> rows);
    std::vector<RowPointer> matchingRows() const;
    bool becomeByPieces(std::vector<RowPointer> &rows);
    void notePending();
    void resort();
    void retitleKeys();

    const IncidentCache &m_cache;
    const Clock &m_clock;
    IncidentFilter m_filter;
    IncidentMatcher m_matcher;
    std::vector<RowPointer> m_rows; ///< sorted by key
    std::unordered_map<IncidentId, Row *> m_byId;
    std::unordered_set<IncidentId> m_waiting; ///< changed while held in a way that moves, adds or removes
    Duration m_offset {0};
    QLocale m_locale;
    int m_sortColumn {SeverityColumn};
    Qt::SortOrder m_sortOrder {Qt::AscendingOrder};
    int m_pendingNew {0};
    bool m_held {false};
    bool m_loaded {false};
};

} // namespace vigie
