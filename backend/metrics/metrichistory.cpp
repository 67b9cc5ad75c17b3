// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/metrichistory.h"

#include "backend/domain/executor.h"
#include "backend/domain/logging.h"
#include "backend/metrics/historymemory.h"

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace vigie {

using namespace std::chrono_literals;

namespace {
constexpr std::int64_t maxRangeSteps = 11'000; // Prometheus' own limit
constexpr std::uint64_t minWalBytes = 1U << 20U;
constexpr std::uint64_t maxWalGrowth = 64U << 20U;
constexpr Duration diskRetry = 5s;

std::uint64_t historySegmentBytes(const MetricHistoryLimits &limits)
{
    return std::clamp<std::uint64_t>(limits.maxBytes / 16, 4096, 8U << 20U);
}

std::int64_t historySegmentSpan(const MetricHistoryLimits &limits)
{
    return std::max<std::int64_t>(limits.maxAge.count() / 1000 / 8, 1000);
}
} // namespace

class MetricHistory::Impl {
public:
    Impl(MetricHistoryOptions options, const Clock &clock)
        : m_options(std::move(options))
        , m_clock(clock)
        , m_memory(m_options.limits)
    {
        if (!m_options.directory.empty())
            m_disk = std::make_unique<HistoryDisk>(m_options.directory, historySegmentBytes(m_options.limits),
                                                   historySegmentSpan(m_options.limits));
        m_health.since = m_clock.now();
        m_health.writable = true;
    }

    Result<void> start();
    void stop();
    void maintain();
    template<typename Visit>
    void decode(const SeriesPieces &pieces, std::int64_t from, std::int64_t to, Visit visit);

    const MetricHistoryOptions m_options;
    const Clock &m_clock;
    std::mutex m_mutex; ///< for m_memory and m_health; held for moments only
    HistoryMemory m_memory;
    MetricHistoryHealth m_health;
    std::atomic<std::uint64_t> m_corrupt {0};

private:
    void load();
    void tick();
    Result<void> writeAll();
    Result<void> writeForgotten(const std::map<SeriesKey, ForgottenMark> &forgotten);
    Result<void> writePending(const std::map<std::uint32_t, std::shared_ptr<const PendingChunk>> &pending);
    Result<void> syncWhenDue();
    void dropOld();
    void setState(const Result<void> &state);

    std::mutex m_diskMutex; ///< for m_disk's writing side and what follows; taken before m_mutex
    std::unique_ptr<HistoryDisk> m_disk;
    bool m_diskWorks {true};
    SteadyTime m_retryAt {};
    SteadyTime m_syncAt {};
    std::uint64_t m_walLimit {minWalBytes};
    std::unique_ptr<LoopThread> m_thread;
};

Result<void> MetricHistory::Impl::start()
{
    if (m_disk) {
        const auto locked = m_disk->lock();
        if (!locked && locked.error().code == Error::Code::Conflict)
            return locked;
        if (!locked)
            setState(locked);
        load();
        maintain();
    }
    if (m_options.flushInterval > 0s) {
        m_thread = std::make_unique<LoopThread>("vigie-history");
        m_thread->postAfter(m_options.flushInterval, [this] { tick(); });
    }
    return {};
}

void MetricHistory::Impl::load()
{
    const Timestamp now = m_clock.now();
    const std::lock_guard guard(m_mutex);
    const auto result = m_disk->load(
        {.closedChunk
         = [this, now](const ChunkView &chunk, ChunkPlace place) { m_memory.restoreClosed(chunk, place, now); },
         .forgotten = [this](const SeriesKey &key, ForgottenMark mark) { m_memory.restoreForgotten(key, mark); },
         .openSample
         = [this, now](const SeriesKey &key, MillisSample sample) { m_memory.restoreOpen(key, sample, now); }});
    ::malloc_trim(0); // files were read in large pieces: the space goes back to the system
    m_corrupt += result.damaged;
    m_health.tornBytes = result.tornBytes;
    if (result.damaged > 0 || result.tornBytes > 0)
        log::warning("metrics", "the metric history was damaged; what is readable was kept",
                     {{"path", m_options.directory},
                      {"damaged_records", static_cast<std::int64_t>(result.damaged)},
                      {"torn_bytes", static_cast<std::int64_t>(result.tornBytes)}});
}

void MetricHistory::Impl::tick()
{
    maintain();
    m_thread->postAfter(m_options.flushInterval, [this] { tick(); });
}

void MetricHistory::Impl::stop()
{
    if (m_thread)
        m_thread->stop();
    m_syncAt = {};
    maintain();
}

void MetricHistory::Impl::maintain()
{
    const std::lock_guard diskGuard(m_diskMutex);
    {
        const std::lock_guard guard(m_mutex);
        m_memory.tidy(m_clock.now());
    }
    if (m_disk && (m_diskWorks || m_clock.steadyNow() >= m_retryAt)) {
        Result<void> state = m_diskWorks ? Result<void>() : m_disk->reopen();
        if (state)
            state = writeAll();
        setState(state);
        if (state)
            dropOld();
    }
    const std::uint64_t bytes = m_disk ? m_disk->bytes() : 0;
    const std::lock_guard guard(m_mutex);
    m_memory.dropOverLimit(); // only now: what the disk has taken needs no room
    m_health.bytesOnDisk = bytes;
}

Result<void> MetricHistory::Impl::writeAll()
{
    std::map<std::uint32_t, std::shared_ptr<const PendingChunk>> pending;
    std::map<SeriesKey, ForgottenMark> forgotten;
    std::string wal;
    bool fresh = false;
    {
        // Both at one moment: a sample is either in a chunk that is written below, or in what goes to the write-ahead.
        const std::lock_guard guard(m_mutex);
        pending = m_memory.pending();
        forgotten = m_memory.forgotten();
        fresh = !m_disk->hasWal() || m_memory.wantsSnapshot() || m_disk->walBytes() > m_walLimit;
        wal = fresh ? m_memory.snapshot() : m_memory.takeWal();
    }
    // First: they concern what is on disk by now, not the chunks that follow.
    if (auto written = writeForgotten(forgotten); !written)
        return written;
    if (auto written = writePending(pending); !written)
        return written;
    if (fresh) {
        m_walLimit = std::min(std::max<std::uint64_t>(minWalBytes, wal.size() * 3), wal.size() + maxWalGrowth);
        return m_disk->startWal(wal);
    }
    if (!wal.empty()) {
        if (auto written = m_disk->appendWal(wal); !written)
            return written;
    }
    return syncWhenDue();
}

Result<void> MetricHistory::Impl::writeForgotten(const std::map<SeriesKey, ForgottenMark> &forgotten)
{
    for (const auto &[key, mark] : forgotten) {
        std::string record;
        appendForgottenRecord(record, key, mark);
        if (const auto places = m_disk->writeChunks({{.record = record, .first = mark.last, .last = mark.until}});
            !places)
            return tl::unexpected(places.error());
    }
    if (forgotten.empty())
        return {};
    const std::lock_guard guard(m_mutex);
    m_memory.forgottenWritten(forgotten);
    return {};
}

Result<void>
MetricHistory::Impl::writePending(const std::map<std::uint32_t, std::shared_ptr<const PendingChunk>> &pending)
{
    for (const auto &[id, chunk] : pending) {
        const auto places
            = m_disk->writeChunks({{.record = chunk->record, .first = chunk->first, .last = chunk->last}});
        if (!places)
            return tl::unexpected(places.error());
        const std::lock_guard guard(m_mutex);
        m_memory.chunkWritten(id, places->front());
    }
    return {};
}

Result<void> MetricHistory::Impl::syncWhenDue()
{
    if (m_clock.steadyNow() < m_syncAt)
        return {};
    m_syncAt = m_clock.steadyNow() + m_options.syncInterval;
    return m_disk->sync();
}

void MetricHistory::Impl::dropOld()
{
    const auto dropped
        = m_disk->dropSegments(m_options.limits.maxBytes, toMillis(m_clock.now() - m_options.limits.maxAge));
    const std::lock_guard guard(m_mutex);
    m_memory.segmentsDropped(dropped);
}

void MetricHistory::Impl::setState(const Result<void> &state)
{
    const bool works = state.has_value();
    if (!works)
        m_retryAt = m_clock.steadyNow() + diskRetry;
    const std::string error = works ? std::string() : state.error().detail;
    if (works && !m_diskWorks)
        log::info("metrics", "the metric history is written to disk again", {{"path", m_options.directory}});
    if (!works && m_diskWorks)
        log::error("metrics", "the metric history cannot be written; it goes on in memory", {{"error", error}});
    const std::lock_guard guard(m_mutex);
    if (!works)
        m_memory.setWalEnabled(false);
    if (works != m_diskWorks)
        m_health.since = m_clock.now();
    m_health.writable = works;
    m_health.error = error;
    m_diskWorks = works;
}

template<typename Visit>
void MetricHistory::Impl::decode(const SeriesPieces &pieces, std::int64_t from, std::int64_t to, Visit visit)
{
    const auto visitBits = [&](std::string_view bits, std::uint32_t count, std::int64_t last) {
        GorillaDecoder decoder(bits, count);
        while (const auto sample = decoder.next()) {
            if (sample->millis >= from && sample->millis <= last)
                visit(*sample);
        }
    };
    const auto visitRecord = [&](std::string_view bytes, std::int64_t last) {
        const auto record = recordAt(bytes, 0);
        const auto chunk = record ? readChunkBits(record->body) : std::nullopt;
        if (chunk)
            visitBits(chunk->bits, chunk->count, last);
        else
            ++m_corrupt;
    };
    for (const ClosedChunk &chunk : pieces.onDisk) {
        const auto file = m_disk->segment(chunk.segment);
        if (!file)
            continue; // too old by now
        const auto bytes = file->read(chunk.offset, chunk.size);
        if (bytes)
            visitRecord(*bytes, std::min(to, chunk.last)); // the rest may be forgotten, see ClosedChunk
        else
            ++m_corrupt;
    }
    for (const auto &chunk : pieces.inMemory)
        visitRecord(chunk->record, to);
    visitBits(pieces.openBits, pieces.openCount, to);
}

MetricHistory::MetricHistory(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

MetricHistory::~MetricHistory()
{
    m_impl->stop();
}

Result<std::unique_ptr<MetricHistory>> MetricHistory::open(MetricHistoryOptions options, const Clock &clock)
{
    auto impl = std::make_unique<Impl>(std::move(options), clock);
    if (auto started = impl->start(); !started)
        return tl::unexpected(started.error());
    return std::unique_ptr<MetricHistory>(new MetricHistory(std::move(impl)));
}

void MetricHistory::append(const SampleBatch &batch)
{
    const Timestamp now = m_impl->m_clock.now();
    const std::lock_guard guard(m_impl->m_mutex);
    m_impl->m_memory.append(batch, now);
}

void MetricHistory::describe(MetricInfo info)
{
    const std::lock_guard guard(m_impl->m_mutex);
    m_impl->m_memory.describe(std::move(info));
}

void MetricHistory::sourceRemoved(const SourceId &source)
{
    const std::lock_guard guard(m_impl->m_mutex);
    m_impl->m_memory.sourceRemoved(source);
}

std::optional<SourceActivity> MetricHistory::activity(const SourceId &source) const
{
    const std::lock_guard guard(m_impl->m_mutex);
    return m_impl->m_memory.activity(source);
}

std::vector<MetricListing> MetricHistory::metrics() const
{
    const std::lock_guard guard(m_impl->m_mutex);
    return m_impl->m_memory.metrics();
}

std::optional<MetricInfo> MetricHistory::describe(const std::string &name) const
{
    const std::lock_guard guard(m_impl->m_mutex);
    return m_impl->m_memory.describe(name);
}

std::vector<LatestSample> MetricHistory::latest(const Selector &selector) const
{
    const std::lock_guard guard(m_impl->m_mutex);
    return m_impl->m_memory.latest(selector);
}

std::vector<WindowSummary> MetricHistory::window(const Selector &selector, Timestamp from, Timestamp to) const
{
    const std::int64_t first = toMillis(from);
    const std::int64_t last = toMillis(to);
    std::vector<SeriesPieces> all;
    {
        const std::lock_guard guard(m_impl->m_mutex);
        all = m_impl->m_memory.pieces(selector, first, last);
    }
    std::vector<WindowSummary> out;
    for (SeriesPieces &pieces : all) {
        // One step as long as the window, and times counted from its start.
        StepAggregator aggregator(Duration((last - first + 1) * 1000));
        std::int64_t earliest = last;
        m_impl->decode(pieces, first, last, [&](MillisSample sample) {
            earliest = std::min(earliest, sample.millis);
            aggregator.add({.millis = sample.millis - first, .value = sample.value});
        });
        const auto points = aggregator.take();
        if (points.empty())
            continue;
        WindowSummary summary {
            .series = std::move(pieces.key), .summary = points.front(), .first = fromMillis(earliest)};
        summary.summary.at = from;
        out.push_back(std::move(summary));
    }
    return out;
}

Result<std::vector<SeriesSteps>> MetricHistory::range(const Selector &selector, Timestamp from, Timestamp to,
                                                      Duration step, std::size_t maxSeries) const
{
    using Code = Error::Code;
    if (step < 1ms)
        return fail(Code::Invalid, "a step is at least a millisecond", "step");
    if (to < from)
        return fail(Code::Invalid, R"("to" lies before "from")", "to");
    // Times a JSON number may hold but no clock shows would overflow below: the years 1 to 9999 are enough.
    constexpr std::int64_t limit = 253'402'300'800'000'000;
    if (toMicros(from) < -62'135'596'800'000'000 || toMicros(to) >= limit || step.count() >= limit)
        return fail(Code::Invalid, "the time is out of range", "from");
    const std::int64_t first = alignDown(toMicros(from), step.count());
    const std::int64_t end = alignDown(toMicros(to), step.count()) + step.count();
    if ((end - first) / step.count() > maxRangeSteps)
        return fail(Code::Invalid, "more than 11000 steps", "step");
    std::vector<SeriesPieces> all;
    {
        const std::lock_guard guard(m_impl->m_mutex);
        const std::size_t matching = m_impl->m_memory.countMatching(selector);
        if (matching > maxSeries)
            return fail(Code::TooLarge,
                        std::to_string(matching) + " series match; at most " + std::to_string(maxSeries) + " are given",
                        "query");
        all = m_impl->m_memory.pieces(selector, toMillis(fromMicros(first)), toMillis(fromMicros(end - 1)));
    }
    std::vector<SeriesSteps> out;
    std::size_t points = 0;
    for (SeriesPieces &pieces : all) {
        StepAggregator aggregator(step);
        m_impl->decode(pieces, toMillis(fromMicros(first)), toMillis(fromMicros(end - 1)), [&](MillisSample sample) {
            if (sample.millis * 1000 >= first)
                aggregator.add(sample);
        });
        SeriesSteps steps {.series = std::move(pieces.key), .points = aggregator.take()};
        points += steps.points.size();
        if (points > m_impl->m_options.limits.maxPoints)
            return fail(Code::TooLarge,
                        "more than " + std::to_string(m_impl->m_options.limits.maxPoints)
                            + " points; take a longer step, a shorter time or fewer series",
                        "step");
        if (!steps.points.empty())
            out.push_back(std::move(steps));
    }
    return out;
}

MetricHistoryHealth MetricHistory::health() const
{
    const std::lock_guard guard(m_impl->m_mutex);
    MetricHistoryHealth health = m_impl->m_health;
    m_impl->m_memory.fill(health);
    health.corruptRecords = m_impl->m_corrupt;
    return health;
}

void MetricHistory::maintain()
{
    m_impl->maintain();
}

} // namespace vigie
