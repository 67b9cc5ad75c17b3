// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QString>

#include <algorithm>
#include <utility>
#include <vector>

namespace vigie {

/// Rows with a name for ever, in the order they are shown. sync() turns the present rows into the wanted ones and
/// emits the smallest signals that say so: removed ranges, one re-ordering (layoutChanged, persistent indexes follow),
/// inserted ranges, changed ranges. Never a reset, so selection and scroll position live on. For up to some thousand
/// rows; O(n) each time. GUI thread.
template<typename Row>
class SyncedTable : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const Row &row(int index) const { return m_rows[std::size_t(index)]; }
    const std::vector<Row> &rows() const { return m_rows; }
    bool isEmpty() const { return m_rows.empty(); }
    /// -1 when there is none. O(n).
    int rowOf(const QString &id) const
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (idOf(m_rows[i]) == id)
                return int(i);
        }
        return -1;
    }

    /// Ids are unique; of several with the same the first counts.
    void sync(std::vector<Row> wanted)
    {
        QHash<QString, int> places;
        dropDoubles(wanted, places);
        removeMissing(places);
        reorder(places);
        insertAndChange(std::move(wanted));
    }

protected:
    virtual QString idOf(const Row &row) const = 0;
    void changed(int first, int last)
    {
        if (first <= last && last < rowCount())
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

private:
    void dropDoubles(std::vector<Row> &wanted, QHash<QString, int> &places) const
    {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const QString id = idOf(wanted[i]);
            if (places.contains(id))
                continue;
            places.insert(id, int(kept));
            if (kept != i)
                wanted[kept] = std::move(wanted[i]);
            ++kept;
        }
        wanted.erase(wanted.begin() + std::ptrdiff_t(kept), wanted.end());
    }
    void removeMissing(const QHash<QString, int> &places)
    {
        int last = rowCount() - 1;
        while (last >= 0) {
            if (places.contains(idOf(row(last)))) {
                --last;
                continue;
            }
            int first = last;
            while (first > 0 && !places.contains(idOf(row(first - 1))))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
            endRemoveRows();
            last = first - 1;
        }
    }
    void reorder(const QHash<QString, int> &places)
    {
        std::vector<std::pair<int, int>> order; // wanted place, present row
        order.reserve(m_rows.size());
        for (int i = 0; i < rowCount(); ++i)
            order.emplace_back(places.value(idOf(row(i))), i);
        if (std::ranges::is_sorted(order))
            return;
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        std::ranges::sort(order);
        std::vector<int> target(m_rows.size());
        std::vector<Row> rows;
        rows.reserve(m_rows.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            target[std::size_t(order[i].second)] = int(i);
            rows.push_back(std::move(m_rows[std::size_t(order[i].second)]));
        }
        m_rows = std::move(rows);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &old : before)
            after.append(index(target[std::size_t(old.row())], old.column()));
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    void insertAndChange(std::vector<Row> wanted)
    {
        int firstChanged = -1;
        for (int i = 0; i < int(wanted.size()); ++i) {
            Row &next = wanted[std::size_t(i)];
            const bool here = i < rowCount() && idOf(row(i)) == idOf(next);
            const bool differs = here && !(row(i) == next);
            if (!differs && firstChanged >= 0) {
                changed(firstChanged, i - 1);
                firstChanged = -1;
            }
            if (!here) {
                i = insertRun(wanted, i);
            } else if (differs) {
                m_rows[std::size_t(i)] = std::move(next);
                firstChanged = firstChanged < 0 ? i : firstChanged;
            }
        }
        if (firstChanged >= 0)
            changed(firstChanged, int(wanted.size()) - 1);
    }
    /// Inserts wanted[first] and those after it that are new too; the last row inserted.
    int insertRun(std::vector<Row> &wanted, int first)
    {
        const QString stop = first < rowCount() ? idOf(row(first)) : QString();
        const bool toEnd = first >= rowCount();
        int end = first + 1;
        while (end < int(wanted.size()) && (toEnd || idOf(wanted[std::size_t(end)]) != stop))
            ++end;
        beginInsertRows({}, first, end - 1);
        m_rows.insert(m_rows.begin() + first, std::make_move_iterator(wanted.begin() + first),
                      std::make_move_iterator(wanted.begin() + end));
        endInsertRows();
        return end - 1;
    }

    std::vector<Row> m_rows;
};

} // namespace vigie
