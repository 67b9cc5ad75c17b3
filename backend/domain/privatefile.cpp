// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/privatefile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace vigie {

namespace {

constexpr std::size_t privateFileLimit = 64U << 10U;

tl::unexpected<Error> fileFailure(const std::string &file, int number)
{
    const bool denied = number == EACCES || number == EPERM;
    return fail(number == ENOENT ? Error::Code::NotFound
                    : denied     ? Error::Code::Denied
                                 : Error::Code::Unavailable,
                file + ": " + std::strerror(number));
}

/// Closes its descriptor when it goes.
class OpenFile {
public:
    explicit OpenFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~OpenFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

Result<std::string> readPrivateFile(const std::string &file)
{
    const OpenFile in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.descriptor() < 0)
        return fileFailure(file, errno);
    struct stat info { };
    if (::fstat(in.descriptor(), &info) != 0)
        return fileFailure(file, errno);
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(Error::Code::Denied, file + " is accessible to others; expected mode 0600");
    std::string text;
    std::array<char, 4096> buffer {};
    while (true) {
        const ssize_t n = ::read(in.descriptor(), buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fileFailure(file, errno);
        if (n == 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(n));
        if (text.size() > privateFileLimit)
            return fail(Error::Code::TooLarge, file + ": larger than 64 KiB");
    }
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.pop_back();
    return text;
}

Result<> writePrivateFile(const std::string &file, const std::string &content)
{
    const auto failure
        = [](const std::string &name) { return fail(Error::Code::Unavailable, name + ": " + std::strerror(errno)); };
    const std::string temporary = file + ".new";
    ::unlink(temporary.c_str());
    {
        const OpenFile out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (out.descriptor() < 0)
            return failure(temporary);
        std::size_t done = 0;
        while (done < content.size()) {
            const ssize_t n = ::write(out.descriptor(), content.data() + done, content.size() - done);
            if (n < 0 && errno == EINTR)
                continue;
            if (n < 0)
                return failure(temporary);
            done += static_cast<std::size_t>(n);
        }
        if (::fsync(out.descriptor()) != 0)
            return failure(temporary);
    }
    if (::rename(temporary.c_str(), file.c_str()) != 0)
        return failure(file);
    return {};
}

} // namespace vigie
