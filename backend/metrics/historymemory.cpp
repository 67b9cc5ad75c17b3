// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/historymemory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie {

using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t maxChunkSamples = 480; // 40 minutes at 5 s
constexpr std::size_t maxChunkBytes = 4096;
constexpr std::int64_t maxChunkMillis = 2LL * 3600 * 1000;
constexpr std::size_t maxKeyBytes = 4096;
constexpr Duration clockTolerance = 1min;
constexpr Duration silentBeforeEviction = 1h;
/// 2020: a clock that shows less was never set (a board without battery starts in 1970, until it hears of the time).
constexpr std::int64_t earliestTrueMillis = 1'577'836'800'000;

/// By an eighth, not by doubling: this index is most of the memory of a long history.
void reserveAnother(std::vector<ClosedChunk> &chunks)
{
    if (chunks.size() == chunks.capacity())
        chunks.reserve(chunks.size() + chunks.size() / 8 + 4);
}

/// The samples up to `last`.
GorillaEncoder samplesUpTo(std::string_view bits, std::uint32_t count, std::int64_t last)
{
    GorillaEncoder out;
    GorillaDecoder decoder(bits, count);
    for (auto sample = decoder.next(); sample && sample->millis <= last; sample = decoder.next())
        out.append(*sample);
    return out;
}

} // namespace

template<typename Visit>
void HistoryMemory::forMatching(const Selector &selector, Visit visit) const
{
    auto it = selector.name().empty() ? m_series.begin()
                                      : m_series.lower_bound(SeriesKey {.name = selector.name(), .labels = {}});
    for (; it != m_series.end(); ++it) {
        if (!selector.name().empty() && it->first.name != selector.name())
            break;
        if (selector.matches(it->first))
            visit(it->first, it->second);
    }
}

void HistoryMemory::append(const SampleBatch &batch, Timestamp now)
{
    const std::int64_t millis = toMillis(batch.at);
    const auto source = m_sources.try_emplace(batch.source).first;
    source->second.lastBatch = std::max(source->second.lastBatch, batch.at);
    if (source->second.lastBatch > now + clockTolerance)
        source->second.lastBatch = batch.at;
    source->second.removed = false;
    m_batchValues.clear();
    for (const SeriesSample &sample : batch.samples) {
        if (std::isnan(sample.value)) {
            ++m_counters.notANumber;
            continue;
        }
        Series *series = seriesFor(sample.series, now);
        if (!series) {
            ++m_counters.refused;
            continue;
        }
        series->source = &source->first;
        if (series->hasNewest && millis <= series->newest.millis)
            forgetFuture(sample.series, *series, millis, now);
        if (!addSample(sample.series, *series, {.millis = millis, .value = sample.value})) {
            ++m_counters.outOfOrder;
            continue;
        }
        if (const auto hidden = m_hidden.empty() ? m_hidden.end() : m_hidden.find(sample.series);
            hidden != m_hidden.end()) {
            markForgotten(sample.series, {.last = millis - 1, .until = hidden->second});
            m_hidden.erase(hidden);
        }
        ++m_counters.samples;
        if (m_walEnabled)
            m_batchValues.push_back({walNumber(sample.series, *series), sample.value});
    }
    if (!m_batchValues.empty())
        appendSamplesRecord(m_wal, millis, m_batchValues);
}

HistoryMemory::Series *HistoryMemory::seriesFor(const SeriesKey &key, Timestamp now)
{
    if (const auto it = m_series.find(key); it != m_series.end())
        return &it->second;
    if (keyBytes(key) > maxKeyBytes || (m_series.size() >= m_limits.maxSeries && !evictSilent(now)))
        return nullptr;
    return &m_series[key];
}

/// Makes room by forgetting the series that has been silent for longest, if for an hour at least: containers and
/// network devices come and go with new names. Looks at most once a second, since it walks over all.
bool HistoryMemory::evictSilent(Timestamp now)
{
    if (now >= m_lastEviction && now - m_lastEviction < 1s)
        return false;
    m_lastEviction = now;
    const std::int64_t limit = toMillis(now - silentBeforeEviction);
    const auto oldest = std::ranges::min_element(
        m_series, [](const auto &a, const auto &b) { return a.second.newest.millis < b.second.newest.millis; });
    if (oldest == m_series.end() || oldest->second.newest.millis >= limit)
        return false;
    for (const ClosedChunk &chunk : oldest->second.closed) {
        if (chunk.segment == 0)
            dropPending(chunk.offset);
    }
    m_series.erase(oldest);
    m_wantsSnapshot = true;
    return true;
}

/// When the newest sample lies in the future although one of the present comes, the clock was set back.
void HistoryMemory::forgetFuture(const SeriesKey &key, Series &series, std::int64_t present, Timestamp now)
{
    const std::int64_t limit = toMillis(now + clockTolerance);
    const std::int64_t until = series.newest.millis;
    if (until <= limit || present > limit)
        return;
    if (cutAfter(series, present - 1))
        markForgotten(key, {.last = present - 1, .until = until});
    m_wantsSnapshot = true; // or a restart would read the forgotten samples back
}

/// True when closed chunks had such samples.
bool HistoryMemory::cutAfter(Series &series, std::int64_t last)
{
    if (series.open.count() > 0 && series.open.lastMillis() > last)
        series.open = samplesUpTo(series.open.bytes(), series.open.count(), last);
    bool closedToo = false;
    auto kept = series.closed.begin();
    for (ClosedChunk &chunk : series.closed) {
        const bool concerned = chunk.last > last;
        closedToo = closedToo || concerned;
        const bool remains = !concerned || (chunk.segment == 0 ? cutPending(chunk, last) : chunk.first <= last);
        if (!remains)
            continue;
        chunk.last = std::min(chunk.last, last);
        *kept++ = chunk;
    }
    series.closed.erase(kept, series.closed.end());
    series.hasNewest = series.open.count() > 0 || !series.closed.empty();
    if (series.open.count() > 0)
        series.newest = {.millis = series.open.lastMillis(), .value = series.open.lastValue()};
    else if (series.hasNewest)
        series.newest = {.millis = series.closed.back().last, .value = std::numeric_limits<double>::quiet_NaN()};
    return closedToo;
}

/// Of one that waits for the disk; false when nothing remains. It gets a new number: the old one may be on its way.
bool HistoryMemory::cutPending(ClosedChunk &chunk, std::int64_t last)
{
    const auto it = m_pending.find(chunk.offset);
    if (it == m_pending.end())
        return false;
    const auto whole = it->second;
    dropPending(chunk.offset);
    const auto record = recordAt(whole->record, 0);
    const auto view = record ? readChunkBits(record->body) : std::nullopt;
    const GorillaEncoder samples = view ? samplesUpTo(view->bits, view->count, last) : GorillaEncoder();
    if (samples.count() == 0)
        return false;
    chunk = addPending(whole->key, samples);
    return true;
}

void HistoryMemory::markForgotten(const SeriesKey &key, ForgottenMark mark)
{
    if (mark.until <= mark.last || mark.last < earliestTrueMillis)
        return;
    const auto [it, isNew] = m_forgotten.try_emplace(key, mark);
    if (!isNew)
        it->second = {.last = std::min(it->second.last, mark.last), .until = std::max(it->second.until, mark.until)};
}

void HistoryMemory::forgottenWritten(const std::map<SeriesKey, ForgottenMark> &written)
{
    std::erase_if(m_forgotten, [&written](const auto &entry) {
        const auto it = written.find(entry.first);
        return it != written.end() && it->second == entry.second; // else more was forgotten meanwhile
    });
}

bool HistoryMemory::addSample(const SeriesKey &key, Series &series, MillisSample sample)
{
    if (series.hasNewest && sample.millis <= series.newest.millis)
        return false;
    const GorillaEncoder &open = series.open;
    if (open.count() >= maxChunkSamples || open.bytes().size() >= maxChunkBytes
        || (open.count() > 0 && sample.millis - open.firstMillis() >= maxChunkMillis))
        close(key, series);
    if (series.hasNewest)
        series.interval = std::max(sample.millis - series.newest.millis, series.interval / 2);
    series.open.append(sample);
    series.newest = sample;
    series.hasNewest = true;
    return true;
}

void HistoryMemory::close(const SeriesKey &key, Series &series)
{
    reserveAnother(series.closed);
    series.closed.push_back(addPending(key, series.open));
    series.open = GorillaEncoder();
}

ClosedChunk HistoryMemory::addPending(const SeriesKey &key, const GorillaEncoder &samples)
{
    auto chunk = std::make_shared<PendingChunk>();
    chunk->key = key;
    chunk->first = samples.firstMillis();
    chunk->last = samples.lastMillis();
    appendChunkRecord(chunk->record, RecordType::Chunk, key, samples);
    m_pendingBytes += chunk->record.size();
    const std::uint32_t id = m_nextPending++;
    const ClosedChunk closed {.first = chunk->first,
                              .last = chunk->last,
                              .segment = 0,
                              .offset = id,
                              .size = static_cast<std::uint32_t>(chunk->record.size())};
    m_pending.emplace(id, std::move(chunk));
    return closed;
}

void HistoryMemory::dropPending(std::uint32_t id)
{
    const auto it = m_pending.find(id);
    if (it == m_pending.end())
        return;
    m_pendingBytes -= it->second->record.size();
    m_pending.erase(it);
}

std::uint64_t HistoryMemory::walNumber(const SeriesKey &key, Series &series)
{
    if (series.walGeneration != m_walGeneration) {
        series.walGeneration = m_walGeneration;
        series.walNumber = m_nextWalNumber++;
        appendSeriesNameRecord(m_wal, series.walNumber, key);
    }
    return series.walNumber;
}

void HistoryMemory::describe(MetricInfo info)
{
    std::string name = info.name;
    m_infos.insert_or_assign(std::move(name), std::move(info));
}

std::optional<MetricInfo> HistoryMemory::describe(const std::string &name) const
{
    const auto it = m_infos.find(name);
    return it != m_infos.end() ? std::optional(it->second) : std::nullopt;
}

std::optional<SourceActivity> HistoryMemory::activity(const SourceId &source) const
{
    const auto it = m_sources.find(source);
    return it != m_sources.end() ? std::optional(it->second) : std::nullopt;
}

std::vector<MetricListing> HistoryMemory::metrics() const
{
    std::map<std::string, MetricListing> listings;
    for (const auto &[name, info] : m_infos)
        listings[name].info = info;
    for (const auto &[key, series] : m_series) {
        MetricListing &listing = listings[key.name];
        listing.info.name = key.name;
        listing.series.push_back(key);
    }
    std::vector<MetricListing> out;
    out.reserve(listings.size());
    for (auto &[name, listing] : listings)
        out.push_back(std::move(listing));
    return out;
}

std::vector<LatestSample> HistoryMemory::latest(const Selector &selector) const
{
    std::vector<LatestSample> out;
    forMatching(selector, [&out](const SeriesKey &key, const Series &series) {
        if (series.hasNewest && !std::isnan(series.newest.value))
            out.push_back({key,
                           {.at = fromMillis(series.newest.millis), .value = series.newest.value},
                           series.source ? *series.source : SourceId(),
                           std::chrono::milliseconds(series.interval)});
    });
    return out;
}

std::size_t HistoryMemory::countMatching(const Selector &selector) const
{
    std::size_t count = 0;
    forMatching(selector, [&count](const SeriesKey &, const Series &) { ++count; });
    return count;
}

std::vector<SeriesPieces> HistoryMemory::pieces(const Selector &selector, std::int64_t from, std::int64_t to) const
{
    std::vector<SeriesPieces> out;
    forMatching(selector, [&](const SeriesKey &key, const Series &series) {
        SeriesPieces pieces;
        for (const ClosedChunk &chunk : series.closed) {
            if (chunk.last < from || chunk.first > to)
                continue;
            if (chunk.segment != 0)
                pieces.onDisk.push_back(chunk);
            else if (const auto it = m_pending.find(chunk.offset); it != m_pending.end())
                pieces.inMemory.push_back(it->second);
        }
        const GorillaEncoder &open = series.open;
        if (open.count() > 0 && open.lastMillis() >= from && open.firstMillis() <= to) {
            pieces.openBits = open.bytes();
            pieces.openCount = open.count();
        }
        if (pieces.openCount == 0 && pieces.onDisk.empty() && pieces.inMemory.empty())
            return;
        pieces.key = key;
        out.push_back(std::move(pieces));
    });
    return out;
}

void HistoryMemory::fill(MetricHistoryHealth &health) const
{
    health.series = m_series.size();
    health.samples = m_counters.samples;
    health.outOfOrder = m_counters.outOfOrder;
    health.notANumber = m_counters.notANumber;
    health.refused = m_counters.refused;
    health.forgottenChunks = m_counters.forgottenChunks;
    health.bytesInMemory = m_pendingBytes + m_wal.size();
    for (const auto &[key, series] : m_series)
        health.bytesInMemory += series.open.bytes().size();
}

void HistoryMemory::restoreClosed(const ChunkView &chunk, ChunkPlace place, Timestamp now)
{
    const std::int64_t limit = toMillis(now + clockTolerance);
    if (chunk.last < toMillis(now - m_limits.maxAge))
        return;
    if (chunk.last > limit) {
        std::int64_t &until = m_hidden.try_emplace(chunk.key, chunk.last).first->second;
        until = std::max(until, chunk.last);
    }
    Series *series = chunk.first <= limit ? seriesFor(chunk.key, now) : nullptr;
    if (!series)
        return;
    MillisSample newest {.millis = chunk.last, .value = chunk.lastValue};
    if (chunk.last > limit) { // the clock was set back while nobody looked
        const GorillaEncoder past = samplesUpTo(chunk.bits, chunk.count, limit);
        if (past.count() == 0)
            return;
        newest = {.millis = past.lastMillis(), .value = past.lastValue()};
    }
    const ClosedChunk closed {.first = chunk.first,
                              .last = newest.millis,
                              .segment = place.segment,
                              .offset = place.offset,
                              .size = place.size};
    auto &all = series->closed;
    reserveAnother(all);
    const auto after = std::ranges::upper_bound(
        all, closed, [](const ClosedChunk &a, const ClosedChunk &b) { return a.first < b.first; });
    if (after != all.begin() && std::prev(after)->first == closed.first)
        *std::prev(after) = closed; // cut while it was on its way to the disk: the one written later counts
    else
        all.insert(after, closed);
    if (chunk.count > 1)
        series->interval = (chunk.last - chunk.first) / (chunk.count - 1);
    else if (series->hasNewest)
        series->interval = std::max(newest.millis - series->newest.millis, series->interval / 2);
    if (series->hasNewest && series->newest.millis >= newest.millis)
        return;
    series->hasNewest = true;
    series->newest = newest;
}

void HistoryMemory::restoreForgotten(const SeriesKey &key, ForgottenMark mark)
{
    m_hidden.erase(key);
    const auto it = m_series.find(key);
    if (it == m_series.end())
        return;
    cutAfter(it->second, mark.last);
    if (!it->second.hasNewest)
        m_series.erase(it);
}

void HistoryMemory::restoreOpen(const SeriesKey &key, MillisSample sample, Timestamp now)
{
    if (sample.millis > toMillis(now + clockTolerance) || sample.millis < toMillis(now - m_limits.maxAge)
        || std::isnan(sample.value))
        return;
    if (Series *series = seriesFor(key, now))
        addSample(key, *series, sample);
}

void HistoryMemory::tidy(Timestamp now)
{
    const std::int64_t limit = toMillis(now - m_limits.maxAge);
    for (auto it = m_series.begin(); it != m_series.end();) {
        Series &series = it->second;
        if (series.open.count() > 0 && toMillis(now) - series.open.firstMillis() >= maxChunkMillis)
            close(it->first, series);
        while (!series.closed.empty() && series.closed.front().last < limit) {
            if (series.closed.front().segment == 0)
                dropPending(series.closed.front().offset);
            series.closed.erase(series.closed.begin());
        }
        const bool empty = series.open.count() == 0 && series.closed.empty();
        it = empty ? m_series.erase(it) : std::next(it);
    }
}

void HistoryMemory::dropOverLimit()
{
    while (m_pendingBytes > m_limits.maxMemoryBytes && !m_pending.empty()) {
        const auto [id, chunk] = *m_pending.begin();
        dropPending(id);
        ++m_counters.forgottenChunks;
        if (const auto series = m_series.find(chunk->key); series != m_series.end())
            std::erase_if(series->second.closed,
                          [wanted = id](const ClosedChunk &c) { return c.segment == 0 && c.offset == wanted; });
    }
}

void HistoryMemory::chunkWritten(std::uint32_t id, ChunkPlace place)
{
    const auto pending = m_pending.find(id);
    if (pending == m_pending.end())
        return; // forgotten while it was written
    if (const auto series = m_series.find(pending->second->key); series != m_series.end()) {
        for (ClosedChunk &chunk : series->second.closed) {
            if (chunk.segment == 0 && chunk.offset == id) {
                chunk.segment = place.segment;
                chunk.offset = place.offset;
                chunk.size = place.size;
            }
        }
    }
    dropPending(id);
}

void HistoryMemory::segmentsDropped(const std::vector<std::uint32_t> &segments)
{
    if (segments.empty())
        return;
    const std::set<std::uint32_t> gone(segments.begin(), segments.end());
    for (auto &[key, series] : m_series)
        std::erase_if(series.closed, [&gone](const ClosedChunk &chunk) { return gone.contains(chunk.segment); });
}

std::string HistoryMemory::snapshot()
{
    std::string out;
    for (const auto &[key, series] : m_series) {
        if (series.open.count() > 0)
            appendChunkRecord(out, RecordType::OpenChunk, key, series.open);
    }
    ++m_walGeneration;
    m_nextWalNumber = 0;
    m_wal.clear();
    m_walEnabled = true;
    m_wantsSnapshot = false;
    return out;
}

void HistoryMemory::setWalEnabled(bool enabled)
{
    m_walEnabled = enabled;
    if (!enabled)
        m_wal = {};
}

} // namespace vigie
