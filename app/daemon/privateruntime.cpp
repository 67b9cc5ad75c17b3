// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/privateruntime.h"

#include "backend/domain/json.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace vigie {

namespace {

tl::unexpected<Error> systemFailure(const std::string &what)
{
    return fail(Error::Code::Unavailable, what + ": " + std::strerror(errno));
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
            close(m_descriptor);
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

Result<> writePrivateFile(const std::string &file, const std::string &content)
{
    const std::string temporary = file + ".new";
    unlink(temporary.c_str());
    {
        const OpenFile out(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (out.descriptor() < 0)
            return systemFailure("cannot write " + temporary);
        std::size_t done = 0;
        while (done < content.size()) {
            const ssize_t n = write(out.descriptor(), content.data() + done, content.size() - done);
            if (n < 0 && errno == EINTR)
                continue;
            if (n < 0)
                return systemFailure("cannot write " + temporary);
            done += static_cast<std::size_t>(n);
        }
        if (fsync(out.descriptor()) != 0)
            return systemFailure("cannot write " + temporary);
    }
    if (rename(temporary.c_str(), file.c_str()) != 0)
        return systemFailure("cannot write " + file);
    return {};
}

Result<std::string> readPrivateFile(const std::string &file)
{
    const OpenFile in(open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.descriptor() < 0)
        return fail(Error::Code::NotFound, file + ": " + std::strerror(errno));
    struct stat info { };
    if (fstat(in.descriptor(), &info) != 0 || (info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(Error::Code::Denied, file + " is accessible to others; expected mode 0600");
    std::array<char, 4096> buffer {};
    const ssize_t n = read(in.descriptor(), buffer.data(), buffer.size());
    std::string text(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

PrivateRuntime::PrivateRuntime(std::string file, int lock)
    : m_file(std::move(file))
    , m_lock(lock)
{
}

PrivateRuntime::~PrivateRuntime()
{
    unlink(m_file.c_str());
    close(m_lock);
}

Result<std::unique_ptr<PrivateRuntime>> PrivateRuntime::claim(const std::string &file)
{
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    std::filesystem::create_directories(folder, error);
    const std::string lockFile = file + ".lock";
    const int lock = open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (lock < 0)
        return systemFailure("cannot open " + lockFile);
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        close(lock);
        return fail(Error::Code::Conflict, "another daemon holds " + lockFile);
    }
    return std::unique_ptr<PrivateRuntime>(new PrivateRuntime(file, lock));
}

Result<> PrivateRuntime::publish(std::uint16_t port, const std::string &token, const std::string &epoch)
{
    const Json content(Json::Object {{"pid", Json(std::int64_t {getpid()})},
                                     {"port", Json(std::int64_t {port})},
                                     {"token", Json(token)},
                                     {"version", Json(VIGIE_VERSION)},
                                     {"epoch", Json(epoch)}});
    m_content = content.dump();
    return writePrivateFile(m_file, m_content);
}

Result<bool> PrivateRuntime::restore()
{
    if (m_content.empty() || access(m_file.c_str(), F_OK) == 0 || errno != ENOENT)
        return false;
    return writePrivateFile(m_file, m_content).map([] { return true; });
}

} // namespace vigie
