// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incidents/incidentbook.h"

#include "backend/domain/text.h"
#include "backend/domain/wire.h"

#include <algorithm>

namespace vigie {

struct IncidentBook::Row {
    Incident incident;
    std::string json;
    std::string sortTitle; ///< lower case
    std::string haystack; ///< lower case, what `text` is looked for in, separated by newlines
};

namespace {

constexpr std::size_t standingCountLimit = 32;
constexpr std::size_t maxPageBytes = 16U << 20U;

std::string searchableText(const Incident &incident)
{
    std::string all = incident.title + '\n' + incident.service + '\n' + incident.owner + '\n' + incident.category;
    for (const auto &[name, value] : incident.labels)
        all += '\n' + value;
    return lowerAscii(all);
}

bool isCurrent(const Incident &incident)
{
    return !incident.dedupKey.empty() && (!incident.isClosed() || !incident.reporters.empty());
}

} // namespace

IncidentBook::IncidentBook() = default;
IncidentBook::~IncidentBook() = default;

bool IncidentBook::comesBefore(IncidentSort sort, const Row &a, const Row &b)
{
    const Incident &x = a.incident;
    const Incident &y = b.incident;
    switch (sort) {
    case IncidentSort::Severity:
        if (x.severity != y.severity)
            return x.severity < y.severity;
        if (x.startedAt != y.startedAt)
            return x.startedAt > y.startedAt;
        break;
    case IncidentSort::StartedAt:
        if (x.startedAt != y.startedAt)
            return x.startedAt < y.startedAt;
        break;
    case IncidentSort::UpdatedAt:
        if (x.updatedAt != y.updatedAt)
            return x.updatedAt < y.updatedAt;
        break;
    case IncidentSort::Title:
        if (const int order = a.sortTitle.compare(b.sortTitle); order != 0)
            return order < 0;
        break;
    }
    return x.id < y.id;
}

IncidentBook::Entry IncidentBook::entryOf(const Row &row)
{
    return {.row = &row,
            .severityBit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(row.incident.severity)),
            .statusBit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(row.incident.status))};
}

bool IncidentBook::matches(const IncidentFilter &filter, const std::string &lowerText, const Entry &entry)
{
    if ((entry.severityBit & filter.severities) == 0 || (entry.statusBit & filter.statuses) == 0)
        return false;
    const Incident &incident = entry.row->incident;
    return (!filter.category || incident.category == *filter.category)
        && (!filter.service || incident.service == *filter.service)
        && (!filter.owner || incident.owner == *filter.owner)
        && (lowerText.empty() || entry.row->haystack.find(lowerText) != std::string::npos);
}

void IncidentBook::count(const Row &row, bool present)
{
    const auto step = [present](std::size_t &value) { present ? ++value : --value; };
    const Incident &incident = row.incident;
    const auto severity = static_cast<std::size_t>(incident.severity);
    if (incident.isClosed()) {
        step(m_resolved);
    } else {
        step(m_counts.unresolved[severity]);
        if (incident.owner.empty())
            step(m_counts.unowned);
    }
    const Entry entry = entryOf(row);
    for (StandingCount &standing : m_standing) {
        if (matches(standing.filter, standing.lowerText, entry))
            step(standing.total);
    }
}

void IncidentBook::addRow(const Row &row)
{
    for (std::size_t i = 0; i < incidentSortCount; ++i) {
        const auto before
            = [sort = static_cast<IncidentSort>(i)](const Row &a, const Row &b) { return comesBefore(sort, a, b); };
        Index &index = m_indexes[i];
        index.insert(std::ranges::lower_bound(index, row, before, rowOfEntry), entryOf(row));
    }
    if (isCurrent(row.incident))
        m_current[row.incident.dedupKey] = &row;
    count(row, true);
}

void IncidentBook::removeRow(const Row &row)
{
    for (std::size_t i = 0; i < incidentSortCount; ++i) {
        const auto before
            = [sort = static_cast<IncidentSort>(i)](const Row &a, const Row &b) { return comesBefore(sort, a, b); };
        Index &index = m_indexes[i];
        index.erase(std::ranges::lower_bound(index, row, before, rowOfEntry));
    }
    const auto current = m_current.find(row.incident.dedupKey);
    if (current != m_current.end() && current->second == &row)
        m_current.erase(current);
    count(row, false);
}

void IncidentBook::put(Incident incident)
{
    std::unique_ptr<Row> &slot = m_rows[incident.id.value];
    if (slot) {
        if (incident.version < slot->incident.version)
            return;
        removeRow(*slot);
    } else {
        slot = std::make_unique<Row>();
    }
    slot->json = wire::text(incident);
    slot->sortTitle = lowerAscii(incident.title);
    slot->haystack = searchableText(incident);
    slot->incident = std::move(incident);
    addRow(*slot);
}

void IncidentBook::trimResolved(std::size_t limit)
{
    if (m_resolved <= limit)
        return;
    std::vector<const Row *> resolved;
    for (const auto &[id, row] : m_rows) {
        if (row->incident.isClosed() && row->incident.reporters.empty())
            resolved.push_back(row.get());
    }
    const std::size_t excess = std::min(m_resolved - limit, resolved.size());
    const auto endedEarlier = [](const Row *a, const Row *b) {
        return std::pair(a->incident.resolvedAt, a->incident.id.value)
            < std::pair(b->incident.resolvedAt, b->incident.id.value);
    };
    std::nth_element(resolved.begin(), resolved.begin() + static_cast<std::ptrdiff_t>(excess), resolved.end(),
                     endedEarlier);
    for (std::size_t i = 0; i < excess; ++i) {
        removeRow(*resolved[i]);
        m_rows.erase(m_rows.find(resolved[i]->incident.id.value));
    }
}

const Incident *IncidentBook::find(const IncidentId &id) const
{
    const auto found = m_rows.find(id.value);
    return found == m_rows.end() ? nullptr : &found->second->incident;
}

const Incident *IncidentBook::current(const std::string &dedupKey) const
{
    const auto found = m_current.find(dedupKey);
    return found == m_current.end() ? nullptr : &found->second->incident;
}

void IncidentBook::eachCurrent(const std::function<void(const Incident &)> &visit) const
{
    for (const auto &[key, row] : m_current)
        visit(row->incident);
}

std::vector<IncidentId> IncidentBook::snoozedUntil(Timestamp now) const
{
    std::vector<IncidentId> due;
    const auto snoozed = static_cast<std::uint8_t>(1U << static_cast<unsigned>(IncidentStatus::Snoozed));
    for (const Entry &entry : m_indexes[0]) {
        if (entry.statusBit == snoozed && entry.row->incident.snoozedUntil <= now)
            due.push_back(entry.row->incident.id);
    }
    return due;
}

std::size_t IncidentBook::total(const IncidentFilter &filter) const
{
    ++m_uses;
    for (StandingCount &standing : m_standing) {
        if (standing.filter == filter) {
            standing.lastUse = m_uses;
            return standing.total;
        }
    }
    StandingCount fresh {.filter = filter, .lowerText = lowerAscii(filter.text), .total = 0, .lastUse = m_uses};
    const Index &any = m_indexes[0];
    fresh.total = static_cast<std::size_t>(std::count_if(any.begin(), any.end(), [&fresh](const Entry &entry) {
        return matches(fresh.filter, fresh.lowerText, entry);
    }));
    const std::size_t result = fresh.total;
    if (m_standing.size() < standingCountLimit) {
        m_standing.push_back(std::move(fresh));
    } else {
        *std::ranges::min_element(m_standing, [](const StandingCount &a, const StandingCount &b) {
            return a.lastUse < b.lastUse;
        }) = std::move(fresh);
    }
    return result;
}

std::string IncidentBook::cursorOf(const Row &row, const IncidentQuery &query)
{
    const Incident &incident = row.incident;
    const Json::Array parts {Json(1),
                             Json(static_cast<int>(query.sort)),
                             Json(query.descending),
                             Json(static_cast<int>(incident.severity)),
                             Json(toMicros(incident.startedAt)),
                             Json(toMicros(incident.updatedAt)),
                             Json(incident.id.value),
                             Json(query.sort == IncidentSort::Title ? row.sortTitle : std::string())};
    return toBase64Url(Json(parts).dump());
}

Result<std::unique_ptr<IncidentBook::Row>> IncidentBook::rowOfCursor(const IncidentQuery &query)
{
    const auto bad = [] { return fail(Error::Code::Invalid, "not a cursor of this list and sort", "cursor"); };
    const auto text = fromBase64Url(query.cursor);
    const auto json = text ? parseJson(*text) : Result<Json>(bad());
    if (!json)
        return bad();
    const Json::Array &parts = json->array();
    if (parts.size() != 8 || parts[0].toInteger() != 1 || parts[1].toInteger(-1) != static_cast<int>(query.sort)
        || parts[2].toBool() != query.descending || parts[3].toInteger(-1) < 0
        || parts[3].toInteger() >= static_cast<std::int64_t>(severityCount) || !parts[6].isString())
        return bad();
    auto row = std::make_unique<Row>();
    row->incident.severity = static_cast<Severity>(parts[3].toInteger());
    row->incident.startedAt = fromMicros(parts[4].toInteger());
    row->incident.updatedAt = fromMicros(parts[5].toInteger());
    row->incident.id = {parts[6].toString()};
    row->sortTitle = parts[7].toString();
    return row;
}

Result<IncidentBook::Page> IncidentBook::page(const IncidentQuery &query) const
{
    const Index &index = m_indexes[static_cast<std::size_t>(query.sort)];
    const std::string lowerText = lowerAscii(query.filter.text);
    Page page;
    page.total = total(query.filter);
    page.items = "[";
    std::size_t taken = 0;
    const Row *last = nullptr;
    // True when the walk may end: one more than the page is there.
    const auto take = [&](const Entry &entry) {
        if (!matches(query.filter, lowerText, entry))
            return false;
        if (taken == query.limit || page.items.size() > maxPageBytes) {
            page.next = cursorOf(*last, query);
            return true;
        }
        page.items += taken++ > 0 ? "," : "";
        page.items += entry.row->json;
        last = entry.row;
        return false;
    };
    const auto before = [&query](const Row &a, const Row &b) { return comesBefore(query.sort, a, b); };
    std::unique_ptr<Row> mark;
    if (!query.cursor.empty()) {
        auto parsed = rowOfCursor(query);
        if (!parsed)
            return tl::unexpected(parsed.error());
        mark = *std::move(parsed);
    }
    if (query.descending) {
        const auto end = mark ? std::ranges::lower_bound(index, *mark, before, rowOfEntry) : index.end();
        static_cast<void>(std::any_of(std::make_reverse_iterator(end), index.rend(), take));
    } else {
        const auto begin = mark ? std::ranges::upper_bound(index, *mark, before, rowOfEntry) : index.begin();
        static_cast<void>(std::any_of(begin, index.end(), take));
    }
    page.items += ']';
    return page;
}

} // namespace vigie
