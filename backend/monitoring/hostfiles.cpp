// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/hostfiles.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace vigie {

namespace {
constexpr std::size_t firstBuffer = 16U << 10U;
constexpr std::size_t largestFile = 1U << 20U;
} // namespace

HostFiles::HostFiles(std::filesystem::path root)
    : m_root(std::move(root).string())
{
    while (m_root.ends_with('/'))
        m_root.pop_back();
    m_buffer.resize(firstBuffer);
}

std::optional<std::string_view> HostFiles::read(std::string_view path)
{
    const int fd = ::open(pathOf(path).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return std::nullopt;
    std::size_t size = 0;
    bool good = true;
    while (true) {
        if (size == m_buffer.size()) {
            if (size >= largestFile) {
                good = false;
                break;
            }
            m_buffer.resize(size * 2);
        }
        const ssize_t got = ::read(fd, m_buffer.data() + size, m_buffer.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        good = got >= 0;
        if (got <= 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    ::close(fd);
    if (!good)
        return std::nullopt;
    return std::string_view(m_buffer.data(), size);
}

bool HostFiles::exists(std::string_view path) const
{
    return ::access(pathOf(path).c_str(), F_OK) == 0;
}

std::vector<std::string> HostFiles::numericNames(std::string_view path) const
{
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir(pathOf(path).c_str()), &::closedir);
    if (!folder)
        return names;
    while (const dirent *entry = ::readdir(folder.get())) {
        if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9')
            names.emplace_back(entry->d_name);
    }
    return names;
}

std::string_view takeWord(std::string_view &text)
{
    const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t last = std::min(text.find_first_of(" \t", first), text.size());
    const std::string_view word = text.substr(first, last - first);
    text.remove_prefix(last);
    return word;
}

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::optional<std::uint64_t> parseUnsigned(std::string_view word)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc {} || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

std::optional<double> parseDecimal(std::string_view word)
{
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (word.empty() || error != std::errc {} || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

} // namespace vigie
