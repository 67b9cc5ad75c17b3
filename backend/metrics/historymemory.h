// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/metrics/historydisk.h"
#include "backend/metrics/historyquery.h"
#include "backend/metrics/metrichistory.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

namespace vigie {

/// One closed chunk of a series: on disk, or in memory while `segment` is 0 (then `offset` is its PendingChunk's id).
struct ClosedChunk {
    std::int64_t first {0};
    std::int64_t last {0};
    std::uint32_t segment {0};
    std::uint32_t offset {0};
    std::uint32_t size {0};
};

/// A closed chunk that is not on disk yet: its whole record.
struct PendingChunk {
    SeriesKey key;
    std::string record;
    std::int64_t first {0};
    std::int64_t last {0};
};

/// What a query works on without the lock: the bytes of the open chunk, and where the closed ones are.
struct SeriesPieces {
    SeriesKey key;
    std::vector<ClosedChunk> onDisk;
    std::vector<std::shared_ptr<const PendingChunk>> inMemory;
    std::string openBits;
    std::uint32_t openCount {0};
};

/// The part of a MetricHistory that lies in memory: series, open chunks, index of the closed ones, and the write-ahead
/// records that wait for the disk. No locks and no files: MetricHistory guards it.
class HistoryMemory {
public:
    explicit HistoryMemory(MetricHistoryLimits limits)
        : m_limits(limits)
    {
    }

    void append(const SampleBatch &batch, Timestamp now);
    void describe(MetricInfo info);
    void sourceRemoved(const SourceId &source) { m_sources[source].removed = true; }
    std::optional<SourceActivity> activity(const SourceId &source) const;

    std::vector<MetricListing> metrics() const;
    std::optional<MetricInfo> describe(const std::string &name) const;
    std::vector<LatestSample> latest(const Selector &selector) const;
    std::size_t countMatching(const Selector &selector) const;
    std::vector<SeriesPieces> pieces(const Selector &selector, std::int64_t from, std::int64_t to) const;
    void fill(MetricHistoryHealth &health) const;

    // What was read back from disk.
    void restoreClosed(const ChunkView &chunk, ChunkPlace place, Timestamp now);
    void restoreOpen(const SeriesKey &key, MillisSample sample, Timestamp now);

    // For maintain().
    /// Closes chunks that have been open for long, forgets what is over the limits of memory and age.
    void tidy(Timestamp now);
    std::map<std::uint32_t, std::shared_ptr<const PendingChunk>> pending() const { return m_pending; }
    void chunkWritten(std::uint32_t id, ChunkPlace place);
    void segmentsDropped(const std::vector<std::uint32_t> &segments);
    /// Records for a new write-ahead file, of all that is open; later samples name their series anew.
    std::string snapshot();
    std::string takeWal() { return std::exchange(m_wal, {}); }
    bool wantsSnapshot() const { return m_wantsSnapshot; }
    /// Off: nothing is kept for a write-ahead that cannot be written.
    void setWalEnabled(bool enabled);

private:
    struct Series {
        GorillaEncoder open;
        std::vector<ClosedChunk> closed; ///< by first
        MillisSample newest;
        bool hasNewest {false};
        std::uint64_t walNumber {0}; ///< valid when walGeneration is the present one
        std::uint32_t walGeneration {0};
        const SourceId *source {nullptr}; ///< key of m_sources
    };
    using SeriesMap = std::map<SeriesKey, Series>;

    Series *seriesFor(const SeriesKey &key, Timestamp now);
    bool evictSilent(Timestamp now);
    void forgetFuture(Series &series, std::int64_t limit);
    bool addSample(const SeriesKey &key, Series &series, MillisSample sample);
    void close(const SeriesKey &key, Series &series);
    void dropPending(std::uint32_t id);
    std::uint64_t walNumber(const SeriesKey &key, Series &series);
    template<typename Visit>
    void forMatching(const Selector &selector, Visit visit) const;

    MetricHistoryLimits m_limits;
    SeriesMap m_series;
    std::map<std::string, MetricInfo> m_infos;
    std::map<SourceId, SourceActivity> m_sources;
    std::map<std::uint32_t, std::shared_ptr<const PendingChunk>> m_pending;
    std::uint32_t m_nextPending {1};
    std::uint64_t m_pendingBytes {0};
    std::string m_wal;
    bool m_walEnabled {false};
    bool m_wantsSnapshot {false};
    std::uint32_t m_walGeneration {1};
    std::uint64_t m_nextWalNumber {0};
    std::vector<NumberedValue> m_batchValues; ///< kept to reuse its memory
    Timestamp m_lastEviction {};
    MetricHistoryHealth m_counters;
};

} // namespace vigie
