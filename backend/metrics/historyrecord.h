// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "backend/domain/result.h"
#include "backend/metrics/gorilla.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

/// The records of the history's files. Each: magic "VGR1", length of the body (u32), CRC-32 of length, type and body
/// (u32), type (u8), body. Little endian. A record stands for itself, so one that is damaged costs only itself.
enum class RecordType : std::uint8_t {
    Chunk = 1, ///< closed: key, count (varint), first and last time (i64), last value (f64), bits
    OpenChunk = 2, ///< the same, in a write-ahead file that starts with what was open
    SeriesName = 3, ///< write-ahead: number (varint), key
    Samples = 4, ///< write-ahead: time (i64), then number (varint) and value (f64) of each
    Forgotten = 5, ///< beside closed chunks: key, last (i64), until (i64); see ForgottenMark
};

struct Record {
    RecordType type {};
    std::string_view body;
    std::uint64_t offset {0};
    std::size_t size {0}; ///< with its header
};

void appendRecord(std::string &out, RecordType type, std::string_view body);
/// The record that begins at `offset`; nothing when none does or its checksum is wrong.
std::optional<Record> recordAt(std::string_view bytes, std::size_t offset);

struct ScanResult {
    std::uint64_t validEnd {0}; ///< behind the last good record
    std::uint64_t damaged {0}; ///< regions between good records
};
/// Calls `visit` for every good record of a file, in order; finds its way again behind damaged bytes. Reads some MiB at
/// a time, so that a file may be of any size; a record is valid during its visit. Errors: those of `read`.
using ReadBytes = std::function<Result<std::string>(std::uint64_t offset, std::size_t size)>;
[[nodiscard]] Result<ScanResult> scanRecords(const ReadBytes &read, std::uint64_t size,
                                             const std::function<void(const Record &)> &visit);

/// A chunk inside a Chunk or OpenChunk record.
struct ChunkView {
    SeriesKey key;
    std::uint32_t count {0};
    std::int64_t first {0};
    std::int64_t last {0};
    double lastValue {0};
    std::string_view bits;
};
void appendChunkRecord(std::string &out, RecordType type, const SeriesKey &key, const GorillaEncoder &chunk);
std::optional<ChunkView> readChunk(std::string_view body);
/// Only the bits and the count: for queries, which know the key.
std::optional<ChunkView> readChunkBits(std::string_view body);

void appendSeriesNameRecord(std::string &out, std::uint64_t number, const SeriesKey &key);
struct SeriesName {
    std::uint64_t number {0};
    SeriesKey key;
};
std::optional<SeriesName> readSeriesName(std::string_view body);

struct NumberedValue {
    std::uint64_t number {0};
    double value {0};
};
void appendSamplesRecord(std::string &out, std::int64_t millis, const std::vector<NumberedValue> &values);
/// False when the body is damaged; `values` then holds what was readable.
bool readSamples(std::string_view body, std::int64_t &millis, std::vector<NumberedValue> &values);

/// The clock was set back: of what was written before for the series, all after `last` is void; it reached to `until`.
struct ForgottenMark {
    std::int64_t last {0}; ///< milliseconds
    std::int64_t until {0};
    friend bool operator==(const ForgottenMark &, const ForgottenMark &) = default;
};
void appendForgottenRecord(std::string &out, const SeriesKey &key, ForgottenMark mark);
std::optional<std::pair<SeriesKey, ForgottenMark>> readForgotten(std::string_view body);

/// Bytes of name and labels.
std::size_t keyBytes(const SeriesKey &key);

} // namespace vigie
