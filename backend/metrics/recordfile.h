// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vigie {

/// One file that only grows. append() and sync() from one thread at a time; read() from any.
class RecordFile {
public:
    /// Fails when it exists. Errors: Unavailable with the system's words.
    [[nodiscard]] static Result<std::shared_ptr<RecordFile>> create(std::string path);
    /// For reading, and for appending when the system allows it.
    [[nodiscard]] static Result<std::shared_ptr<RecordFile>> open(std::string path);
    ~RecordFile();
    RecordFile(const RecordFile &) = delete;
    RecordFile &operator=(const RecordFile &) = delete;

    /// All or nothing: what was half written is cut off again, and where that fails the file takes nothing more.
    [[nodiscard]] Result<void> append(std::string_view bytes);
    [[nodiscard]] Result<void> sync();
    /// Cuts it off at `size`.
    [[nodiscard]] Result<void> truncate(std::uint64_t size);
    /// Errors: Unavailable, also past the end.
    [[nodiscard]] Result<std::string> read(std::uint64_t offset, std::size_t size) const;
    /// The name is gone from its folder, or the folder is.
    bool isUnlinked() const;
    bool isWritable() const { return m_writable; }
    std::uint64_t size() const { return m_size; }
    const std::string &path() const { return m_path; }

private:
    RecordFile(std::string path, int fd, bool writable, std::uint64_t size);
    std::string m_path;
    int m_fd;
    bool m_writable;
    bool m_dirty {false};
    std::uint64_t m_size;
};

/// Error{Unavailable} with what was tried, the path and strerror(errno).
tl::unexpected<Error> failWithErrno(std::string_view what, const std::string &path);

} // namespace vigie
