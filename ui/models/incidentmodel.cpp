// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/incidentmodel.h"

#include "ui/models/incidentrow.h"
#include "ui/text/incidentwords.h"
#include "widgets/formatting.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <algorithm>
#include <iterator>

namespace vigie {

namespace {
constexpr std::chrono::seconds freshFor {6};
constexpr std::size_t maxSingleMoves {8};
constexpr std::size_t maxRanges {32};
} // namespace

struct IncidentModel::Changes {
    std::vector<int> removed;
    std::vector<int> updated;
    std::vector<Row *> moved;
    std::vector<RowPointer> added;
};

IncidentModel::IncidentModel(const IncidentCache &cache, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_cache(cache)
    , m_clock(clock)
    , m_matcher(m_filter)
{
}

IncidentModel::~IncidentModel() = default;

int IncidentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IncidentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

IncidentId IncidentModel::idAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? m_rows[std::size_t(row)]->id : IncidentId {};
}

int IncidentModel::rowOf(const IncidentId &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : positionOf(found->second->key);
}

void IncidentModel::load()
{
    std::vector<RowPointer> rows = matchingRows();
    m_waiting.clear();
    if (!m_loaded || !becomeByPieces(rows))
        replaceAll(std::move(rows));
    m_loaded = true;
    notePending();
}

void IncidentModel::setFilter(const IncidentFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_matcher = IncidentMatcher(filter);
    load();
}

void IncidentModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (!held)
        releasePending();
}

void IncidentModel::releasePending()
{
    if (m_waiting.empty())
        return;
    IncidentDelta delta;
    delta.changed.assign(m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    const bool held = std::exchange(m_held, false);
    apply(delta);
    m_held = held;
    notePending();
}

void IncidentModel::apply(const IncidentDelta &delta)
{
    Changes changes;
    for (const auto *ids : {&delta.added, &delta.changed, &delta.removed}) {
        for (const IncidentId &id : *ids)
            sortOut(id, changes);
    }
    // Order matters: the positions in `updated` and `removed` hold until rows go; what moves is found by its key.
    announce(std::move(changes.updated));
    removeRowsAt(std::move(changes.removed));
    moveRows(changes.moved);
    insertRowsSorted(std::move(changes.added));
    m_loaded = m_loaded || !m_rows.empty();
    notePending();
}

void IncidentModel::sortOut(const IncidentId &id, Changes &changes)
{
    const auto shown = m_byId.find(id);
    const Incident *incident = m_cache.find(id);
    const bool wanted = incident && m_matcher.matches(*incident);
    if (shown == m_byId.end()) {
        if (!wanted) {
            m_waiting.erase(id);
        } else if (m_held) {
            m_waiting.insert(id);
        } else {
            RowPointer row = makeRow(*incident);
            if (m_loaded)
                row->freshUntil = m_clock.steadyNow() + freshFor;
            changes.added.push_back(std::move(row));
        }
        return;
    }
    Row &row = *shown->second;
    if (!incident || (!wanted && !m_held)) {
        m_waiting.erase(id);
        changes.removed.push_back(positionOf(row.key));
        return;
    }
    fill(row, *incident);
    const Key next = keyOf(row);
    const bool moves = lessThan(next, row.key) || lessThan(row.key, next);
    if (m_held && (moves || !wanted))
        m_waiting.insert(id);
    if (moves && !m_held)
        changes.moved.push_back(&row);
    changes.updated.push_back(positionOf(row.key));
}

/// Rows in any order; one signal when they are many, since a view only repaints what is visible of it.
void IncidentModel::announce(std::vector<int> rows)
{
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    std::vector<std::pair<int, int>> ranges;
    for (const int row : rows) {
        if (!ranges.empty() && row <= ranges.back().second + 1)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    }
    if (ranges.size() > maxRanges)
        ranges = {{rows.front(), rows.back()}};
    for (const auto &[first, last] : ranges)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void IncidentModel::removeRowsAt(std::vector<int> rows)
{
    std::ranges::sort(rows);
    // NOLINTNEXTLINE(modernize-use-ranges): clang 14 cannot read a subrange of g++ 12
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    while (!rows.empty()) {
        const int last = rows.back();
        int first = last;
        rows.pop_back();
        while (!rows.empty() && rows.back() == first - 1) {
            first = rows.back();
            rows.pop_back();
        }
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_byId.erase(m_rows[std::size_t(row)]->id);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
    }
}

void IncidentModel::insertRowsSorted(std::vector<RowPointer> rows)
{
    std::ranges::sort(rows, [this](const RowPointer &a, const RowPointer &b) { return lessThan(a->key, b->key); });
    std::size_t done = 0;
    while (done < rows.size()) {
        const int at = positionOf(rows[done]->key);
        std::size_t end = done + 1;
        // What belongs before the same neighbour comes in with it.
        while (end < rows.size() && (at == rowCount() || lessThan(rows[end]->key, m_rows[std::size_t(at)]->key)))
            ++end;
        beginInsertRows({}, at, at + int(end - done) - 1);
        for (std::size_t i = done; i < end; ++i)
            m_byId[rows[i]->id] = rows[i].get();
        m_rows.insert(m_rows.begin() + at, std::make_move_iterator(rows.begin() + std::ptrdiff_t(done)),
                      std::make_move_iterator(rows.begin() + std::ptrdiff_t(end)));
        endInsertRows();
        done = end;
    }
}

void IncidentModel::moveRows(const std::vector<Row *> &rows)
{
    if (rows.size() > maxSingleMoves) {
        for (Row *row : rows)
            row->key = keyOf(*row);
        resort();
        return;
    }
    for (Row *row : rows) {
        const int from = positionOf(row->key);
        const Key next = keyOf(*row);
        const int to = positionOf(next); // in front of this one, counted before the move
        if (to != from && to != from + 1) {
            beginMoveRows({}, from, from, {}, to);
            RowPointer taken = std::move(m_rows[std::size_t(from)]);
            m_rows.erase(m_rows.begin() + from);
            taken->key = next;
            m_rows.insert(m_rows.begin() + (to > from ? to - 1 : to), std::move(taken));
            endMoveRows();
        } else {
            row->key = next;
        }
    }
}

void IncidentModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    for (const RowPointer &row : m_rows)
        row->key = keyOf(*row);
    resort();
}

/// Keys are new already.
void IncidentModel::resort()
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<const Row *> named;
    named.reserve(std::size_t(before.size()));
    for (const QModelIndex &index : before)
        named.push_back(m_rows[std::size_t(index.row())].get());
    std::ranges::sort(m_rows, [this](const RowPointer &a, const RowPointer &b) { return lessThan(a->key, b->key); });
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(positionOf(named[std::size_t(i)]->key), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void IncidentModel::replaceAll(std::vector<RowPointer> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_byId.clear();
    m_byId.reserve(m_rows.size());
    for (const RowPointer &row : m_rows)
        m_byId.emplace(row->id, row.get());
    endResetModel();
}

std::vector<IncidentModel::RowPointer> IncidentModel::matchingRows() const
{
    std::vector<RowPointer> rows;
    for (const auto &[id, incident] : m_cache) {
        if (m_matcher.matches(incident))
            rows.push_back(makeRow(incident));
    }
    std::ranges::sort(rows, [this](const RowPointer &a, const RowPointer &b) { return lessThan(a->key, b->key); });
    return rows;
}

/// Turns the table into `rows` by removing and inserting; false, and nothing done, when a reset is cheaper.
bool IncidentModel::becomeByPieces(std::vector<RowPointer> &rows)
{
    constexpr std::size_t maxPieces = 1000;
    std::unordered_set<IncidentId> wanted;
    wanted.reserve(rows.size());
    for (const RowPointer &row : rows)
        wanted.insert(row->id);
    std::vector<int> removed;
    std::vector<Row *> moved;
    std::vector<int> updated;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!wanted.contains(m_rows[i]->id))
            removed.push_back(int(i));
    }
    std::vector<RowPointer> added;
    std::size_t same = 0;
    for (const RowPointer &row : rows)
        same += m_byId.contains(row->id) ? 1 : 0;
    if (removed.size() + (rows.size() - same) > maxPieces)
        return false;
    for (RowPointer &row : rows) {
        const auto shown = m_byId.find(row->id);
        if (shown == m_byId.end()) {
            added.push_back(std::move(row));
            continue;
        }
        fill(*shown->second, *m_cache.find(row->id));
        updated.push_back(positionOf(shown->second->key));
        if (lessThan(row->key, shown->second->key) || lessThan(shown->second->key, row->key))
            moved.push_back(shown->second);
    }
    announce(std::move(updated));
    removeRowsAt(std::move(removed));
    moveRows(moved);
    insertRowsSorted(std::move(added));
    return true;
}

void IncidentModel::notePending()
{
    int waiting = 0;
    for (const IncidentId &id : m_waiting)
        waiting += m_byId.contains(id) ? 0 : 1;
    if (waiting == m_pendingNew)
        return;
    m_pendingNew = waiting;
    Q_EMIT pendingChanged(waiting);
}

void IncidentModel::refreshAges(int first, int last)
{
    first = std::max(first, 0);
    last = std::min(last, rowCount() - 1);
    if (first <= last)
        Q_EMIT dataChanged(index(first, AgeColumn), index(last, AgeColumn), {Qt::DisplayRole, FreshRole});
}

/// New words, new order. The user asked for the words, so that held rows move too; but only for their words: what else
/// of a held row is newer than its key goes on waiting.
void IncidentModel::retitleKeys()
{
    if (m_sortColumn != TitleColumn)
        return;
    for (const RowPointer &row : m_rows)
        row->key.text = row->title.toCaseFolded();
    resort();
}

void IncidentModel::retranslate()
{
    m_locale = QLocale();
    for (const RowPointer &row : m_rows) {
        if (const Incident *incident = m_cache.find(row->id))
            row->title = incidentTitle(*incident);
    }
    retitleKeys();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace vigie
