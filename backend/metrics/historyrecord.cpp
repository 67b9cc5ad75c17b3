// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/historyrecord.h"

#include "backend/metrics/bytecodec.h"
#include "backend/metrics/crc32.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr std::string_view recordMagic = "VGR1";
constexpr std::size_t recordHeader = 13;
constexpr std::size_t maxRecordBody = 4U << 20U;
constexpr std::size_t longestRecord = recordHeader + maxRecordBody;
constexpr std::size_t scanWindow = 4 * longestRecord; // what lies over its end is read twice: a third more at most

std::uint32_t recordCrc(RecordType type, std::string_view body)
{
    std::string head;
    ByteWriter writer(head);
    writer.fixed(static_cast<std::uint32_t>(body.size()));
    writer.fixed(static_cast<std::uint8_t>(type));
    return crc32(body, crc32(head));
}

void writeKey(ByteWriter &writer, const SeriesKey &key)
{
    writer.text(key.name);
    writer.varint(key.labels.size());
    for (const auto &[label, value] : key.labels) {
        writer.text(label);
        writer.text(value);
    }
}

SeriesKey readKey(ByteReader &reader)
{
    SeriesKey key;
    key.name = reader.text();
    std::vector<LabelSet::Pair> pairs;
    for (std::uint64_t left = reader.varint(); left > 0 && !reader.failed(); --left) {
        std::string label(reader.text());
        pairs.emplace_back(std::move(label), reader.text());
    }
    key.labels = LabelSet(std::move(pairs));
    return key;
}

void skipKey(ByteReader &reader)
{
    reader.text();
    for (std::uint64_t left = reader.varint(); left > 0 && !reader.failed(); --left) {
        reader.text();
        reader.text();
    }
}

std::optional<ChunkView> readChunkRest(ByteReader &reader, ChunkView view)
{
    view.count = static_cast<std::uint32_t>(reader.varint());
    view.first = reader.fixed<std::int64_t>();
    view.last = reader.fixed<std::int64_t>();
    view.lastValue = reader.fixed<double>();
    view.bits = reader.rest();
    if (reader.failed() || view.count == 0 || view.first > view.last)
        return std::nullopt;
    return view;
}

} // namespace

void appendRecord(std::string &out, RecordType type, std::string_view body)
{
    out.append(recordMagic);
    ByteWriter writer(out);
    writer.fixed(static_cast<std::uint32_t>(body.size()));
    writer.fixed(recordCrc(type, body));
    writer.fixed(static_cast<std::uint8_t>(type));
    out.append(body);
}

std::optional<Record> recordAt(std::string_view bytes, std::size_t offset)
{
    if (offset > bytes.size() || bytes.size() - offset < recordHeader || bytes.substr(offset, 4) != recordMagic)
        return std::nullopt;
    ByteReader reader(bytes.substr(offset + 4));
    const auto length = reader.fixed<std::uint32_t>();
    const auto crc = reader.fixed<std::uint32_t>();
    const auto type = static_cast<RecordType>(reader.fixed<std::uint8_t>());
    if (length > maxRecordBody || length > reader.rest().size())
        return std::nullopt;
    const std::string_view body = reader.rest().substr(0, length);
    if (recordCrc(type, body) != crc)
        return std::nullopt;
    return Record {.type = type, .body = body, .offset = offset, .size = recordHeader + length};
}

namespace {

/// A piece of a file that always holds the whole record that begins at the asked place.
class ScanWindow {
public:
    ScanWindow(const ReadBytes &read, std::uint64_t size)
        : m_read(read)
        , m_size(size)
    {
    }
    [[nodiscard]] Result<void> moveTo(std::uint64_t pos)
    {
        const std::uint64_t end = m_begin + m_bytes.size();
        if (end == m_size || pos + longestRecord <= end)
            return {};
        auto bytes = m_read(pos, static_cast<std::size_t>(std::min<std::uint64_t>(scanWindow, m_size - pos)));
        if (!bytes)
            return tl::unexpected(bytes.error());
        m_bytes = *std::move(bytes);
        m_begin = pos;
        return {};
    }
    std::optional<Record> recordAtPos(std::uint64_t pos) const
    {
        auto record = recordAt(m_bytes, static_cast<std::size_t>(pos - m_begin));
        if (record)
            record->offset = pos;
        return record;
    }
    /// Where the next magic is, or where to look on.
    std::uint64_t nextMagic(std::uint64_t after) const
    {
        const std::size_t found = m_bytes.find(recordMagic, static_cast<std::size_t>(after - m_begin));
        if (found != std::string::npos)
            return m_begin + found;
        const std::uint64_t end = m_begin + m_bytes.size();
        return end == m_size ? m_size
                             : std::max(after, end - (recordMagic.size() - 1)); // it may begin in the last bytes
    }

private:
    const ReadBytes &m_read;
    const std::uint64_t m_size;
    std::uint64_t m_begin {0};
    std::string m_bytes;
};

} // namespace

Result<ScanResult> scanRecords(const ReadBytes &read, std::uint64_t size,
                               const std::function<void(const Record &)> &visit)
{
    ScanResult result;
    ScanWindow window(read, size);
    std::uint64_t pos = 0;
    while (pos < size) {
        if (auto moved = window.moveTo(pos); !moved)
            return tl::unexpected(moved.error());
        const auto record = window.recordAtPos(pos);
        if (!record) {
            pos = window.nextMagic(pos + 1);
            continue;
        }
        if (pos != result.validEnd)
            ++result.damaged;
        visit(*record);
        pos += record->size;
        result.validEnd = pos;
    }
    return result;
}

void appendChunkRecord(std::string &out, RecordType type, const SeriesKey &key, const GorillaEncoder &chunk)
{
    std::string body;
    ByteWriter writer(body);
    writeKey(writer, key);
    writer.varint(chunk.count());
    writer.fixed(chunk.firstMillis());
    writer.fixed(chunk.lastMillis());
    writer.fixed(chunk.lastValue()); // so that a start need not decode every chunk
    body += chunk.bytes();
    appendRecord(out, type, body);
}

std::optional<ChunkView> readChunk(std::string_view body)
{
    ByteReader reader(body);
    ChunkView view;
    view.key = readKey(reader);
    return readChunkRest(reader, std::move(view));
}

std::optional<ChunkView> readChunkBits(std::string_view body)
{
    ByteReader reader(body);
    skipKey(reader);
    return readChunkRest(reader, {});
}

void appendSeriesNameRecord(std::string &out, std::uint64_t number, const SeriesKey &key)
{
    std::string body;
    ByteWriter writer(body);
    writer.varint(number);
    writeKey(writer, key);
    appendRecord(out, RecordType::SeriesName, body);
}

std::optional<SeriesName> readSeriesName(std::string_view body)
{
    ByteReader reader(body);
    SeriesName out;
    out.number = reader.varint();
    out.key = readKey(reader);
    if (reader.failed())
        return std::nullopt;
    return out;
}

void appendSamplesRecord(std::string &out, std::int64_t millis, const std::vector<NumberedValue> &values)
{
    std::string body;
    body.reserve(8 + values.size() * 10);
    ByteWriter writer(body);
    writer.fixed(millis);
    for (const NumberedValue &value : values) {
        writer.varint(value.number);
        writer.fixed(value.value);
    }
    appendRecord(out, RecordType::Samples, body);
}

bool readSamples(std::string_view body, std::int64_t &millis, std::vector<NumberedValue> &values)
{
    ByteReader reader(body);
    millis = reader.fixed<std::int64_t>();
    values.clear();
    while (!reader.rest().empty()) {
        NumberedValue value;
        value.number = reader.varint();
        value.value = reader.fixed<double>();
        if (reader.failed())
            return false;
        values.push_back(value);
    }
    return !reader.failed();
}

void appendForgottenRecord(std::string &out, const SeriesKey &key, ForgottenMark mark)
{
    std::string body;
    ByteWriter writer(body);
    writeKey(writer, key);
    writer.fixed(mark.last);
    writer.fixed(mark.until);
    appendRecord(out, RecordType::Forgotten, body);
}

std::optional<std::pair<SeriesKey, ForgottenMark>> readForgotten(std::string_view body)
{
    ByteReader reader(body);
    std::pair<SeriesKey, ForgottenMark> out;
    out.first = readKey(reader);
    out.second.last = reader.fixed<std::int64_t>();
    out.second.until = reader.fixed<std::int64_t>();
    if (reader.failed())
        return std::nullopt;
    return out;
}

std::size_t keyBytes(const SeriesKey &key)
{
    std::size_t bytes = key.name.size();
    for (const auto &[label, value] : key.labels)
        bytes += label.size() + value.size();
    return bytes;
}

} // namespace vigie
