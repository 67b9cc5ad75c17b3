// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/hostfiles.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>

namespace vigie {

namespace {
constexpr std::size_t firstBuffer = 16U << 10U;
constexpr std::size_t largestFile = 1U << 20U;
constexpr std::size_t longestLine = 64U << 10U;

class OpenFile {
public:
    explicit OpenFile(const std::string &path)
        : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    {
    }
    ~OpenFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    /// 0 at the end; nullopt when it cannot be read.
    std::optional<std::size_t> read(char *to, std::size_t room) const
    {
        ssize_t got = -1;
        do {
            got = ::read(m_fd, to, room);
        } while (got < 0 && errno == EINTR);
        return got < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(got));
    }

private:
    int m_fd;
};
} // namespace

HostFiles::HostFiles(const std::filesystem::path &root)
    : m_root(root.string())
{
    while (m_root.ends_with('/'))
        m_root.pop_back();
    m_buffer.resize(firstBuffer);
}

std::optional<std::string_view> HostFiles::read(std::string_view path)
{
    const OpenFile file(pathOf(path));
    std::size_t size = 0;
    while (true) {
        if (size == m_buffer.size()) {
            if (size >= largestFile)
                return std::nullopt;
            m_buffer.resize(size * 2);
        }
        const auto got = file.read(m_buffer.data() + size, m_buffer.size() - size);
        if (!got)
            return std::nullopt;
        if (*got == 0)
            return std::string_view(m_buffer.data(), size);
        size += *got;
    }
}

void HostFiles::forEachLine(std::string_view path, const std::function<void(std::string_view line)> &take)
{
    const OpenFile file(pathOf(path));
    m_buffer.resize(std::max(m_buffer.size(), longestLine));
    std::size_t size = 0;
    bool isTooLong = false; // the line that begins here
    while (true) {
        const auto got = file.read(m_buffer.data() + size, m_buffer.size() - size);
        if (!got || *got == 0)
            break;
        std::string_view text(m_buffer.data(), size += *got);
        for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            if (!isTooLong)
                take(text.substr(0, end));
            isTooLong = false;
            text.remove_prefix(end + 1);
        }
        isTooLong = isTooLong || text.size() == m_buffer.size();
        size = isTooLong ? 0 : text.size();
        std::memmove(m_buffer.data(), text.data(), size);
    }
    if (size > 0)
        take(std::string_view(m_buffer.data(), size));
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
