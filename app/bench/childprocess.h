// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace vigie::bench {

/// A program started without a shell, in its own group, its output in a file. Ended (TERM, then KILL) with the object.
class ChildProcess {
public:
    [[nodiscard]] static Result<ChildProcess> start(const std::vector<std::string> &arguments,
                                                    const std::string &outputFile,
                                                    const std::vector<std::string> &environment = {});
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&) = delete;
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;
    ~ChildProcess();

    pid_t pid() const { return m_pid; }
    /// Waits until it ends by itself; its exit status.
    int wait();

private:
    explicit ChildProcess(pid_t pid)
        : m_pid(pid)
    {
    }
    pid_t m_pid;
};

/// What a process has used so far, from /proc.
struct ProcessUse {
    double cpuSeconds {0};
    std::uint64_t residentBytes {0};
    std::uint64_t peakBytes {0};
};
ProcessUse useOf(pid_t pid);

/// Runs a program to its end and gives what it wrote to stdout and stderr. Unavailable with that text when it failed.
[[nodiscard]] Result<std::string> runProgram(const std::vector<std::string> &arguments);
/// A TCP port on loopback that nobody listens at now.
std::uint16_t freePort();
/// Waits until something answers GET `url` with 200; false after `seconds`.
bool waitUntilReady(const std::string &url, int seconds);
/// A new empty folder below $TMPDIR; the caller removes it.
std::string makeFolder();
void removeFolder(const std::string &folder);
void writeFile(const std::string &file, const std::string &content);
std::string readFile(const std::string &file);

} // namespace vigie::bench
