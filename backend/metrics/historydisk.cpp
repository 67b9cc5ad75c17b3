// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/historydisk.h"

#include "backend/domain/logging.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <unordered_map>

namespace vigie {

namespace {

constexpr std::string_view chunkFiles = "chunks";
constexpr std::string_view walFiles = "wal";
constexpr std::string_view unreadSuffix = ".unread";
/// Places in a segment have 32 bits; ours are of some MiB.
constexpr std::uint64_t maxSegmentFile = std::numeric_limits<std::uint32_t>::max();

std::string_view fileSuffix(std::string_view kind)
{
    return kind == chunkFiles ? ".vgm" : ".vgw";
}

ReadBytes readerOf(const RecordFile &file)
{
    return [&file](std::uint64_t offset, std::size_t size) { return file.read(offset, size); };
}

void warnUnread(const std::string &path, const std::string &why)
{
    log::warning("metrics", "a file of the metric history cannot be read", {{"path", path}, {"error", why}});
}

} // namespace

HistoryDisk::HistoryDisk(std::string directory, std::uint64_t segmentBytes, std::int64_t segmentSpan)
    : m_directory(std::move(directory))
    , m_segmentBytes(segmentBytes)
    , m_segmentSpan(segmentSpan)
{
}

HistoryDisk::~HistoryDisk()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

std::string HistoryDisk::path(std::string_view kind, std::uint32_t number) const
{
    std::array<char, 16> digits {};
    std::snprintf(digits.data(), digits.size(), "%08u", number);
    return m_directory + "/" + std::string(kind) + "-" + digits.data() + std::string(fileSuffix(kind));
}

std::vector<std::uint32_t> HistoryDisk::numbers(std::string_view kind) const
{
    std::vector<std::uint32_t> out;
    std::error_code ec;
    for (std::filesystem::directory_iterator it(m_directory, ec), end; !ec && it != end; it.increment(ec)) {
        const std::string name = it->path().filename().string();
        const std::string_view suffix = fileSuffix(kind);
        if (!name.starts_with(kind) || !name.ends_with(suffix) || name.size() <= kind.size() + 1 + suffix.size())
            continue;
        std::uint32_t number = 0;
        const char *digitsEnd = name.data() + name.size() - suffix.size();
        const auto parsed = std::from_chars(name.data() + kind.size() + 1, digitsEnd, number);
        if (parsed.ec == std::errc() && parsed.ptr == digitsEnd && number > 0)
            out.push_back(number);
    }
    std::ranges::sort(out);
    return out;
}

Result<void> HistoryDisk::lock()
{
    if (m_lock >= 0)
        return {};
    std::error_code ec;
    std::filesystem::create_directories(m_directory, ec);
    if (ec)
        return fail(Error::Code::Unavailable, "cannot make " + m_directory + ": " + ec.message());
    const std::string file = m_directory + "/lock";
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return failWithErrno("open", file);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        const bool held = errno == EWOULDBLOCK;
        auto error = failWithErrno("lock", file);
        ::close(fd);
        if (held)
            return fail(Error::Code::Conflict, "another process uses " + m_directory);
        return error;
    }
    m_lock = fd;
    return {};
}

HistoryDisk::LoadResult HistoryDisk::load(const Visitor &visitor)
{
    LoadResult result;
    for (const std::uint32_t number : numbers(chunkFiles))
        loadSegment(number, visitor, result);
    for (const std::uint32_t number : numbers(walFiles))
        loadWal(number, visitor, result);
    return result;
}

void HistoryDisk::loadSegment(std::uint32_t number, const Visitor &visitor, LoadResult &result)
{
    auto file = RecordFile::open(path(chunkFiles, number));
    if (!file || (*file)->size() > maxSegmentFile)
        return warnUnread(path(chunkFiles, number), file ? "it is not one of ours" : file.error().detail);
    Segment segment {.file = *file,
                     .first = std::numeric_limits<std::int64_t>::max(),
                     .last = std::numeric_limits<std::int64_t>::min()};
    const auto covers = [&segment](std::int64_t first, std::int64_t last) {
        segment.first = std::min(segment.first, first);
        segment.last = std::max(segment.last, last);
    };
    const auto scan = scanRecords(readerOf(**file), (*file)->size(), [&](const Record &record) {
        auto chunk = record.type == RecordType::Chunk ? readChunk(record.body) : std::nullopt;
        const auto mark = record.type == RecordType::Forgotten ? readForgotten(record.body) : std::nullopt;
        if (chunk) {
            covers(chunk->first, chunk->last);
            visitor.closedChunk(*std::move(chunk),
                                {.segment = number,
                                 .offset = static_cast<std::uint32_t>(record.offset),
                                 .size = static_cast<std::uint32_t>(record.size)});
        } else if (mark) {
            covers(mark->second.last, mark->second.until); // it stays as long as what it makes void
            visitor.forgotten(mark->first, mark->second);
        } else {
            ++result.damaged;
        }
    });
    if (!scan) {
        ++result.damaged;
        return warnUnread((*file)->path(), scan.error().detail);
    }
    result.damaged += scan->damaged;
    if (scan->validEnd < (*file)->size()) {
        result.tornBytes += (*file)->size() - scan->validEnd;
        if ((*file)->isWritable() && m_lock >= 0)
            (void)(*file)->truncate(scan->validEnd); // else nothing is appended to it, see segmentFor()
    }
    const bool empty = segment.first > segment.last;
    if (empty) {
        segment.first = 0; // so old that the next clean-up takes the file away
        segment.last = 0;
    }
    const bool goesOn = !empty && scan->validEnd == (*file)->size() && (*file)->isWritable() && m_lock >= 0;
    const std::lock_guard guard(m_mutex);
    m_segments.insert_or_assign(number, std::move(segment));
    m_current = goesOn ? number : 0;
}

void HistoryDisk::loadWal(std::uint32_t number, const Visitor &visitor, LoadResult &result)
{
    const auto file = RecordFile::open(path(walFiles, number));
    if (!file)
        return warnUnread(path(walFiles, number), file.error().detail);
    std::unordered_map<std::uint64_t, SeriesKey> names;
    std::vector<NumberedValue> values;
    const auto scan = scanRecords(readerOf(**file), (*file)->size(), [&](const Record &record) {
        if (record.type == RecordType::SeriesName) {
            if (auto name = readSeriesName(record.body))
                names.insert_or_assign(name->number, std::move(name->key));
        } else if (record.type == RecordType::OpenChunk) {
            const auto chunk = readChunk(record.body);
            GorillaDecoder decoder(chunk ? chunk->bits : std::string_view(), chunk ? chunk->count : 0);
            while (const auto sample = decoder.next())
                visitor.openSample(chunk->key, *sample);
        } else if (record.type == RecordType::Samples) {
            std::int64_t millis = 0;
            readSamples(record.body, millis, values);
            for (const NumberedValue &value : values) {
                if (const auto name = names.find(value.number); name != names.end())
                    visitor.openSample(name->second, {.millis = millis, .value = value.value});
            }
        }
    });
    if (!scan) {
        ++result.damaged;
        return warnUnread((*file)->path(), scan.error().detail);
    }
    result.damaged += scan->damaged;
    result.tornBytes += (*file)->size() - scan->validEnd;
    m_knownWals.insert(number);
}

Result<void> HistoryDisk::reopen()
{
    m_current = 0;
    m_wal.reset();
    std::error_code ec;
    if (m_lock >= 0 && !std::filesystem::exists(m_directory + "/lock", ec)) {
        ::close(m_lock); // of a folder that is gone
        m_lock = -1;
    }
    return lock();
}

Result<std::shared_ptr<RecordFile>> HistoryDisk::createNext(std::string_view kind, std::uint32_t &number)
{
    const auto present = numbers(kind);
    std::uint32_t next = present.empty() ? 1 : present.back() + 1;
    if (kind == chunkFiles) {
        // A number that still stands for a removed segment in the index of a query must not be used again.
        const std::lock_guard guard(m_mutex);
        if (!m_segments.empty())
            next = std::max(next, m_segments.rbegin()->first + 1);
    }
    auto file = RecordFile::create(path(kind, next));
    if (!file)
        return file;
    number = next;
    if (auto synced = syncDirectory(); !synced)
        return tl::unexpected(synced.error());
    return file;
}

Result<HistoryDisk::Segment *> HistoryDisk::segmentFor(const NewChunk &chunk)
{
    // Nobody but this thread changes m_segments, so that reading it needs no lock here.
    const auto present = m_segments.find(m_current);
    if (present != m_segments.end()) {
        Segment &segment = present->second;
        if (segment.file->isUnlinked())
            return fail(Error::Code::Unavailable, segment.file->path() + " was removed");
        if (segment.file->size() + chunk.record.size() <= m_segmentBytes && chunk.last - segment.first < m_segmentSpan)
            return &segment;
        if (auto synced = segment.file->sync(); !synced)
            return tl::unexpected(synced.error());
    }
    std::uint32_t number = 0;
    auto file = createNext(chunkFiles, number);
    if (!file)
        return tl::unexpected(file.error());
    const std::lock_guard guard(m_mutex);
    m_current = number;
    return &(m_segments[number] = Segment {.file = *std::move(file), .first = chunk.first, .last = chunk.last});
}

Result<std::vector<ChunkPlace>> HistoryDisk::writeChunks(const std::vector<NewChunk> &chunks)
{
    std::vector<ChunkPlace> places;
    for (const NewChunk &chunk : chunks) {
        auto segment = segmentFor(chunk);
        if (!segment)
            return tl::unexpected(segment.error());
        const std::uint64_t offset = (*segment)->file->size();
        if (auto written = (*segment)->file->append(chunk.record); !written)
            return tl::unexpected(written.error());
        (*segment)->first = std::min((*segment)->first, chunk.first);
        (*segment)->last = std::max((*segment)->last, chunk.last);
        places.push_back(
            {m_current, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(chunk.record.size())});
    }
    return places;
}

Result<void> HistoryDisk::appendWal(std::string_view records)
{
    if (!m_wal)
        return fail(Error::Code::Unavailable, "no write-ahead file is open");
    if (m_wal->isUnlinked())
        return fail(Error::Code::Unavailable, m_wal->path() + " was removed");
    return m_wal->append(records);
}

Result<void> HistoryDisk::startWal(std::string_view snapshot)
{
    const std::vector<std::uint32_t> older = numbers(walFiles);
    std::uint32_t number = 0;
    auto file = createNext(walFiles, number);
    if (!file)
        return tl::unexpected(file.error());
    if (auto written = (*file)->append(snapshot); !written) {
        ::unlink((*file)->path().c_str());
        return written;
    }
    m_wal = *std::move(file);
    m_knownWals.insert(number);
    if (auto synced = sync(); !synced)
        return synced;
    for (const std::uint32_t old : older)
        retireWal(old);
    return {};
}

void HistoryDisk::retireWal(std::uint32_t number)
{
    const std::string name = path(walFiles, number);
    if (m_knownWals.erase(number) > 0) {
        ::unlink(name.c_str());
        return;
    }
    // Not under its name: read at a later start, it would be taken for newer than the chunks written since.
    const std::string kept = name + std::string(unreadSuffix);
    std::error_code ec;
    if (std::filesystem::exists(std::filesystem::symlink_status(kept, ec)) || ::rename(name.c_str(), kept.c_str()) != 0)
        log::warning("metrics", "a write-ahead that was never read is in the way", {{"path", name}});
    else
        log::warning("metrics", "a write-ahead that was never read was set aside", {{"path", kept}});
}

Result<void> HistoryDisk::sync()
{
    if (const auto present = m_segments.find(m_current); present != m_segments.end()) {
        if (auto synced = present->second.file->sync(); !synced)
            return synced;
    }
    return m_wal ? m_wal->sync() : Result<void>();
}

Result<void> HistoryDisk::syncDirectory() const
{
    const int fd = ::open(m_directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return failWithErrno("open", m_directory);
    const bool ok = ::fsync(fd) == 0;
    auto error = failWithErrno("sync", m_directory);
    ::close(fd);
    if (!ok)
        return error;
    return {};
}

std::vector<std::uint32_t> HistoryDisk::dropSegments(std::uint64_t maxBytes, std::int64_t oldestMillis)
{
    std::vector<std::uint32_t> dropped;
    const std::lock_guard guard(m_mutex);
    std::uint64_t total = 0;
    for (const auto &[number, segment] : m_segments)
        total += segment.file->size();
    for (auto it = m_segments.begin(); it != m_segments.end();) {
        const bool old = it->second.last < oldestMillis;
        const bool tooMuch = total > maxBytes && it->first != m_current;
        if ((!old && !tooMuch) || !it->second.file->isWritable()) {
            ++it;
            continue;
        }
        if (::unlink(it->second.file->path().c_str()) != 0 && errno != ENOENT) {
            log::warning("metrics", "an old segment of the history cannot be removed",
                         {{"path", it->second.file->path()}});
            ++it;
            continue;
        }
        if (it->first == m_current)
            m_current = 0;
        total -= it->second.file->size();
        dropped.push_back(it->first);
        it = m_segments.erase(it);
    }
    return dropped;
}

std::shared_ptr<const RecordFile> HistoryDisk::segment(std::uint32_t number) const
{
    const std::lock_guard guard(m_mutex);
    const auto it = m_segments.find(number);
    return it != m_segments.end() ? it->second.file : nullptr;
}

std::uint64_t HistoryDisk::bytes() const
{
    const std::lock_guard guard(m_mutex);
    std::uint64_t total = walBytes();
    for (const auto &[number, segment] : m_segments)
        total += segment.file->size();
    return total;
}

} // namespace vigie
