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
/// What it holds on disk after `last` was forgotten.
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
    void restoreForgotten(const SeriesKey &key, ForgottenMark mark);
    void restoreOpen(const SeriesKey &key, MillisSample sample, Timestamp now);

    // For maintain().
    /// Closes chunks that have been open for long, forgets what is too old.
    void tidy(Timestamp now);
    /// Forgets the oldest chunks that wait for the disk until the rest keeps within maxMemoryBytes.
    void dropOverLimit();
    /// What the disk has to be told before pending().
    const std::map<SeriesKey, ForgottenMark> &forgotten() const { return m_forgotten; }
    void forgottenWritten(const std::map<SeriesKey, ForgottenMark> &written);
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
        MillisSample newest; ///< after restoreForgotten() the time is an upper bound and the value NaN
        bool hasNewest {false};
        std::int64_t interval {0}; ///< milliseconds, see LatestSample
        std::uint64_t walNumber {0}; ///< valid when walGeneration is the present one
        std::uint32_t walGeneration {0};
        const SourceId *source {nullptr}; ///< key of m_sources
    };
    using SeriesMap = std::map<SeriesKey, Series>;

    Series *seriesFor(const SeriesKey &key, Timestamp now);
    bool evictSilent(Timestamp now);
    void forgetFuture(const SeriesKey &key, Series &series, std::int64_t present, Timestamp now);
    bool cutAfter(Series &series, std::int64_t last);
    bool cutPending(ClosedChunk &chunk, std::int64_t last);
    void markForgotten(const SeriesKey &key, ForgottenMark mark);
    bool addSample(const SeriesKey &key, Series &series, MillisSample sample);
    void close(const SeriesKey &key, Series &series);
    ClosedChunk addPending(const SeriesKey &key, const GorillaEncoder &samples);
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
    std::map<SeriesKey, ForgottenMark> m_forgotten; ///< not on disk yet
    std::map<SeriesKey, std::int64_t> m_hidden; ///< on disk, but in the future when it was read: until when
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
