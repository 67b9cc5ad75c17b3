// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vigie {

enum class IncidentSort : std::uint8_t { Severity, StartedAt, UpdatedAt, Title };
inline constexpr std::size_t incidentSortCount = 4;

/// Which incidents; the part of a query that does not depend on order and page.
struct IncidentFilter {
    std::uint8_t severities {0x0f}; ///< bit i: Severity i is wanted
    std::uint8_t statuses {0x0f}; ///< bit i: IncidentStatus i is wanted
    std::optional<std::string> category; ///< exact
    std::optional<std::string> service;
    std::optional<std::string> owner; ///< "" asks for the unowned
    std::string text; ///< case-insensitive (ASCII) part of title, service, owner or a label value; empty: any
    friend bool operator==(const IncidentFilter &, const IncidentFilter &) = default;
};

struct IncidentQuery {
    IncidentFilter filter;
    IncidentSort sort {IncidentSort::Severity}; ///< Severity: most severe first, then newest first; others: ascending
    bool descending {false}; ///< reverses `sort`
    std::size_t limit {50}; ///< 1 to 1000
    std::string cursor; ///< of the page before; empty: the first page
};

/// Every incident the daemon serves, in memory: sorted indexes and one ready-made JSON fragment each, so that a page is
/// a walk and a copy (measured: 95 % of a list page is JSON writing). Used on one thread only.
class IncidentBook {
public:
    struct Page {
        std::string items; ///< a JSON array
        std::string next; ///< cursor; empty on the last page
        std::size_t total {0}; ///< of all pages
    };
    struct Counts {
        std::array<std::size_t, severityCount> unresolved {}; ///< by severity
        std::size_t unowned {0}; ///< unresolved without an owner
    };

    IncidentBook();
    ~IncidentBook();
    IncidentBook(const IncidentBook &) = delete;
    IncidentBook &operator=(const IncidentBook &) = delete;

    /// Inserts or replaces. O(log n) search and a move of pointers in each index. An older version than the one held is
    /// ignored: answers of two threads may cross.
    void put(Incident incident);
    /// Forgets the resolved ones that ended longest ago until at most `limit` are left.
    void trimResolved(std::size_t limit);

    const Incident *find(const IncidentId &id) const;
    /// The one with this key that is unresolved, or was resolved by hand while a source still reports it.
    const Incident *current(const std::string &dedupKey) const;
    /// Every incident that current() can return.
    void eachCurrent(const std::function<void(const Incident &)> &visit) const;
    /// Snoozed ones whose time has come. O(n).
    std::vector<IncidentId> snoozedUntil(Timestamp now) const;
    std::size_t size() const { return m_rows.size(); }
    const Counts &counts() const { return m_counts; }

    /// A page ends early, with a cursor, when it has 16 MiB. Invalid (field "cursor") for a cursor that is none of ours
    /// or belongs to another sort.
    [[nodiscard]] Result<Page> page(const IncidentQuery &query) const;

    /// seq of the last durable event whose change is in here.
    std::int64_t seq() const { return m_seq; }
    void setSeq(std::int64_t seq) { m_seq = seq; }

private:
    struct Row;
    /// The two cheap tests stand beside the pointer, so that a selective walk stays in the cache.
    struct Entry {
        const Row *row;
        std::uint8_t severityBit;
        std::uint8_t statusBit;
    };
    using Index = std::vector<Entry>;
    /// How many match a filter that is asked for again and again; kept right with every change.
    struct StandingCount {
        IncidentFilter filter;
        std::string lowerText;
        std::size_t total {0};
        std::uint64_t lastUse {0};
    };

    void addRow(const Row &row);
    void removeRow(const Row &row);
    void count(const Row &row, bool present);
    std::size_t total(const IncidentFilter &filter) const;
    static bool comesBefore(IncidentSort sort, const Row &a, const Row &b);
    static bool matches(const IncidentFilter &filter, const std::string &lowerText, const Entry &entry);
    static Entry entryOf(const Row &row);
    static const Row &rowOfEntry(const Entry &entry) { return *entry.row; }
    static std::string cursorOf(const Row &row, const IncidentQuery &query);
    static Result<std::unique_ptr<Row>> rowOfCursor(const IncidentQuery &query);

    std::unordered_map<std::string, std::unique_ptr<Row>> m_rows;
    std::unordered_map<std::string, const Row *> m_current; ///< by dedup key
    std::array<Index, incidentSortCount> m_indexes;
    mutable std::vector<StandingCount> m_standing;
    mutable std::uint64_t m_uses {0};
    Counts m_counts;
    std::size_t m_resolved {0};
    std::int64_t m_seq {0};
};

} // namespace vigie
