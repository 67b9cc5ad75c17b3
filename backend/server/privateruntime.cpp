// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/privateruntime.h"

#include "backend/domain/json.h"
#include "backend/domain/privatefile.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace vigie {

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
        return fail(Error::Code::Unavailable, lockFile + ": " + std::strerror(errno));
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
