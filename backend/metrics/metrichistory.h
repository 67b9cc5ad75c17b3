// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "backend/domain/time.h"
#include "backend/expr/selector.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

/// What the history may take. Chunks on disk go by whole segments (1/16 of maxBytes), the oldest first.
struct MetricHistoryLimits {
    /// Of closed chunks on disk. The write-ahead adds what the open chunks take (up to 4 KiB a series), and up to twice
    /// that (1 to 64 MiB) of newer samples.
    std::uint64_t maxBytes {256ULL << 20U};
    std::uint64_t maxMemoryBytes {8ULL << 20U}; ///< of closed chunks that are not on disk (no folder, disk full)
    Duration maxAge {std::chrono::hours(14 * 24)};
    std::size_t maxSeries {5000};
    std::size_t maxPoints {500'000}; ///< of one answer of range(), all its series together
};

struct MetricHistoryOptions {
    std::string directory; ///< made when missing; empty: memory only
    MetricHistoryLimits limits;
    /// How often fdatasync(2) is called: what a power cut may cost, besides `flushInterval`.
    Duration syncInterval {std::chrono::seconds(5)};
    /// How often the thread of the history writes what was appended: what a SIGKILL may cost, at most.
    /// Zero: no thread; the owner calls maintain().
    Duration flushInterval {std::chrono::seconds(1)};
};

struct MetricListing {
    MetricInfo info; ///< only the name when nobody described it
    std::vector<SeriesKey> series; ///< sorted
};

struct LatestSample {
    SeriesKey series;
    Sample sample;
    SourceId source; ///< who delivered it; empty after a restart until the series is delivered again
    /// How far apart its samples come: the largest of the last distances, each older one counting half as much as the
    /// one after it. Zero with less than two samples.
    Duration interval {0};
    friend bool operator==(const LatestSample &, const LatestSample &) = default;
};

/// All samples of one window in one number each.
struct WindowSummary {
    SeriesKey series;
    StepPoint summary; ///< `at`: the start of the window
    Timestamp first {}; ///< time of the first sample in the window
};

struct MetricHistoryHealth {
    bool writable {false}; ///< true also for memory only
    std::string error; ///< why not, English
    Timestamp since {}; ///< of the present state
    std::uint64_t series {0};
    std::uint64_t samples {0}; ///< taken since the start, without those read back
    std::uint64_t outOfOrder {0}; ///< dropped, see append()
    std::uint64_t notANumber {0}; ///< dropped
    std::uint64_t refused {0}; ///< samples of series beyond maxSeries or with a name over 4 KiB
    std::uint64_t corruptRecords {0}; ///< skipped regions of files, and chunks whose checksum failed
    std::uint64_t tornBytes {0}; ///< cut off at ends of files by open()
    std::uint64_t forgottenChunks {0}; ///< closed, not written and dropped for maxMemoryBytes
    std::uint64_t bytesOnDisk {0};
    std::uint64_t bytesInMemory {0}; ///< open chunks and chunks that wait for the disk
};

/// What one source did last.
struct SourceActivity {
    Timestamp lastBatch {};
    bool removed {false};
};

/// The samples of all sources that bring no history of their own, compressed (Gorilla, see gorilla.h), on disk and
/// bounded. Thread-safe; append(), latest() and metrics() never wait for the disk.
///
/// Times are kept to the millisecond (cut). A sample that is not later than the newest of its series is dropped and
/// counted: the first one wins. NaN means "no value" and is dropped and counted; infinities are kept. When the clock
/// was set back by more than a minute, samples that lie in its future are forgotten with the next sample of their
/// series, on disk too (there not while the clock shows a time before 2020, which cannot be right).
///
/// On disk: chunks-N.vgm (closed chunks, and what of them is forgotten), wal-N.vgw (what open chunks hold); each record
/// has a CRC-32. A killed process loses at most `flushInterval` of samples, a power cut `flushInterval` +
/// `syncInterval`. Torn tails are cut off, damaged records are skipped and counted. While the folder cannot be written,
/// the history goes on in memory, says so in health(), and tries again every five seconds.
class MetricHistory {
public:
    /// Reads what is in the folder. Errors: Conflict when another process has it open. A folder that cannot be
    /// written is no error.
    [[nodiscard]] static Result<std::unique_ptr<MetricHistory>> open(MetricHistoryOptions options, const Clock &clock);
    /// Writes and syncs what is left.
    ~MetricHistory();
    MetricHistory(const MetricHistory &) = delete;
    MetricHistory &operator=(const MetricHistory &) = delete;

    void append(const SampleBatch &batch);
    void describe(MetricInfo info);
    /// Nothing more will come from it; until it delivers again.
    void sourceRemoved(const SourceId &source);
    /// Nothing when it never delivered since the start.
    std::optional<SourceActivity> activity(const SourceId &source) const;

    /// Sorted by name; metrics with at least one series, or described.
    std::vector<MetricListing> metrics() const;
    std::optional<MetricInfo> describe(const std::string &name) const;
    /// The newest sample of each series that matches, sorted by series, however old it is.
    std::vector<LatestSample> latest(const Selector &selector) const;
    /// What lay in [from, to] of each series that matches and has something there. Reads the disk for what is older
    /// than the open chunks.
    std::vector<WindowSummary> window(const Selector &selector, Timestamp from, Timestamp to) const;
    /// Steps begin at multiples of `step` since 1970. All steps that begin in [from rounded down to a step, to]; the
    /// last one may still be growing. avg is the mean of the samples. Empty steps and series are left out.
    /// Errors: Invalid (step under 1 ms, to before from, over 11,000 steps), TooLarge (more than maxSeries match,
    /// or more than limits.maxPoints come together).
    [[nodiscard]] Result<std::vector<SeriesSteps>> range(const Selector &selector, Timestamp from, Timestamp to,
                                                         Duration step, std::size_t maxSeries) const;
    MetricHistoryHealth health() const;
    /// Writes, syncs, and drops what is over the limits. Called by the history's own thread unless flushInterval is 0.
    void maintain();

private:
    class Impl;
    explicit MetricHistory(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace vigie
