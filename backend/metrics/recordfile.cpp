// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/recordfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace vigie {

tl::unexpected<Error> failWithErrno(std::string_view what, const std::string &path)
{
    const int code = errno;
    return fail(Error::Code::Unavailable,
                "cannot " + std::string(what) + " " + path + ": " + std::generic_category().message(code));
}

RecordFile::RecordFile(std::string path, int fd, bool writable, std::uint64_t size)
    : m_path(std::move(path))
    , m_fd(fd)
    , m_writable(writable)
    , m_size(size)
{
}

RecordFile::~RecordFile()
{
    ::close(m_fd);
}

Result<std::shared_ptr<RecordFile>> RecordFile::create(std::string path)
{
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return failWithErrno("create", path);
    return std::shared_ptr<RecordFile>(new RecordFile(std::move(path), fd, true, 0));
}

Result<std::shared_ptr<RecordFile>> RecordFile::open(std::string path)
{
    bool writable = true;
    int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0) {
        writable = false;
        fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    }
    if (fd < 0)
        return failWithErrno("open", path);
    struct stat info { };
    if (::fstat(fd, &info) != 0) {
        auto error = failWithErrno("look at", path);
        ::close(fd);
        return error;
    }
    return std::shared_ptr<RecordFile>(
        new RecordFile(std::move(path), fd, writable, static_cast<std::uint64_t>(info.st_size)));
}

Result<void> RecordFile::append(std::string_view bytes)
{
    if (!m_writable)
        return fail(Error::Code::Unavailable, "cannot write to " + m_path);
    std::uint64_t pos = m_size;
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(m_fd, bytes.data(), bytes.size(), static_cast<off_t>(pos));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            auto error = failWithErrno("write to", m_path);
            m_writable = ::ftruncate(m_fd, static_cast<off_t>(m_size)) == 0;
            return error;
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
        pos += static_cast<std::uint64_t>(n);
    }
    m_dirty = m_dirty || pos != m_size;
    m_size = pos;
    return {};
}

Result<void> RecordFile::sync()
{
    if (!m_dirty)
        return {};
    if (::fdatasync(m_fd) != 0)
        return failWithErrno("sync", m_path);
    m_dirty = false;
    return {};
}

Result<void> RecordFile::truncate(std::uint64_t size)
{
    if (::ftruncate(m_fd, static_cast<off_t>(size)) != 0)
        return failWithErrno("cut", m_path);
    m_size = size;
    return {};
}

Result<std::string> RecordFile::read(std::uint64_t offset, std::size_t size) const
{
    std::string out(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const ssize_t n = ::pread(m_fd, out.data() + done, size - done, static_cast<off_t>(offset + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failWithErrno("read", m_path);
        if (n == 0)
            return fail(Error::Code::Unavailable, m_path + " is shorter than expected");
        done += static_cast<std::size_t>(n);
    }
    return out;
}

bool RecordFile::isUnlinked() const
{
    struct stat info { };
    return ::fstat(m_fd, &info) != 0 || info.st_nlink == 0;
}

} // namespace vigie
