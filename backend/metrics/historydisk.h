// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/metrics/historyrecord.h"
#include "backend/metrics/recordfile.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vigie {

/// Where a record of a closed chunk lies.
struct ChunkPlace {
    std::uint32_t segment {0};
    std::uint32_t offset {0};
    std::uint32_t size {0};
};

/// The folder of a MetricHistory: segments of closed chunks and the write-ahead file. Writing from one thread at a
/// time; segment() from any. Any error closes the files: reopen() starts new ones.
class HistoryDisk {
public:
    struct Visitor {
        std::function<void(ChunkView, ChunkPlace)> closedChunk; ///< its bits are valid during the call
        std::function<void(const SeriesKey &, ForgottenMark)> forgotten; ///< concerns the chunks told before
        std::function<void(const SeriesKey &, MillisSample)> openSample; ///< in the order they were written
    };
    struct LoadResult {
        std::uint64_t damaged {0};
        std::uint64_t tornBytes {0};
    };
    struct NewChunk {
        std::string_view record; ///< Chunk or Forgotten
        std::int64_t first {0};
        std::int64_t last {0};
    };

    /// `segmentSpan`: milliseconds after which a segment is closed although it is small.
    HistoryDisk(std::string directory, std::uint64_t segmentBytes, std::int64_t segmentSpan);
    ~HistoryDisk();
    HistoryDisk(const HistoryDisk &) = delete;
    HistoryDisk &operator=(const HistoryDisk &) = delete;

    /// Makes the folder and takes its lock. Errors: Conflict when another process holds it, Unavailable.
    [[nodiscard]] Result<void> lock();
    /// Reads all that is there, once.
    LoadResult load(const Visitor &visitor);
    /// After an error: locks if need be and forgets the open files.
    [[nodiscard]] Result<void> reopen();

    /// Appends the records to the present segment; returns their places.
    [[nodiscard]] Result<std::vector<ChunkPlace>> writeChunks(const std::vector<NewChunk> &chunks);
    [[nodiscard]] Result<void> appendWal(std::string_view records);
    /// Starts a new write-ahead file with `snapshot`, syncs everything, then removes the older ones. One that was not
    /// read (it came with a folder that was mounted late, or reading failed) is kept under the name *.unread.
    [[nodiscard]] Result<void> startWal(std::string_view snapshot);
    bool hasWal() const { return m_wal != nullptr; }
    std::uint64_t walBytes() const { return m_wal ? m_wal->size() : 0; }
    [[nodiscard]] Result<void> sync();

    /// Removes segments whose newest sample is older than `oldestMillis`, and the oldest ones until the rest fits.
    std::vector<std::uint32_t> dropSegments(std::uint64_t maxBytes, std::int64_t oldestMillis);
    std::shared_ptr<const RecordFile> segment(std::uint32_t number) const;
    std::uint64_t bytes() const; ///< of segments and write-ahead

private:
    struct Segment {
        std::shared_ptr<RecordFile> file;
        std::int64_t first {0};
        std::int64_t last {0};
    };
    std::string path(std::string_view kind, std::uint32_t number) const;
    std::vector<std::uint32_t> numbers(std::string_view kind) const;
    void loadSegment(std::uint32_t number, const Visitor &visitor, LoadResult &result);
    void loadWal(std::uint32_t number, const Visitor &visitor, LoadResult &result);
    void retireWal(std::uint32_t number);
    [[nodiscard]] Result<std::shared_ptr<RecordFile>> createNext(std::string_view kind, std::uint32_t &number);
    [[nodiscard]] Result<Segment *> segmentFor(const NewChunk &chunk);
    [[nodiscard]] Result<void> syncDirectory() const;

    const std::string m_directory;
    const std::uint64_t m_segmentBytes;
    const std::int64_t m_segmentSpan;
    int m_lock {-1};
    mutable std::mutex m_mutex; ///< for m_segments
    std::map<std::uint32_t, Segment> m_segments;
    std::uint32_t m_current {0}; ///< segment that is written; 0: none yet
    std::shared_ptr<RecordFile> m_wal;
    std::set<std::uint32_t> m_knownWals; ///< read to the end, or written here
};

} // namespace vigie
