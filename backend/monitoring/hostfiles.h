// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Reads the small files of /proc and /sys below a root folder. Not thread-safe: one buffer is used again and again.
class HostFiles {
public:
    explicit HostFiles(const std::filesystem::path &root);

    /// The file's text, valid until the next call; nullopt when it cannot be read or is longer than 1 MiB. `path` is
    /// absolute ("/proc/stat") and taken below the root.
    std::optional<std::string_view> read(std::string_view path);
    /// Calls `take` with each line, without its end, of a file of any length; one that cannot be read has none. A line
    /// of more than 64 KiB may be left out. `take` must not call the other functions of this object that read.
    void forEachLine(std::string_view path, const std::function<void(std::string_view line)> &take);
    bool exists(std::string_view path) const;
    /// Names in a folder that are numbers (processes in /proc); empty when it cannot be read.
    std::vector<std::string> numericNames(std::string_view path) const;
    std::string pathOf(std::string_view path) const { return m_root + std::string(path); }

private:
    std::string m_root; ///< without the slash at its end
    std::string m_buffer;
};

/// Takes the first word (ended by blanks) off `text`; empty at the end.
std::string_view takeWord(std::string_view &text);
/// Takes the first line off `text`, without its end.
std::string_view takeLine(std::string_view &text);
std::optional<std::uint64_t> parseUnsigned(std::string_view word);
std::optional<double> parseDecimal(std::string_view word);

} // namespace vigie
