// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/failedunits.h"

#include "backend/monitoring/hostfiles.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace vigie {

namespace {
using namespace std::chrono_literals;
constexpr auto askEvery = 60s;
constexpr auto longestRun = 20s;
constexpr std::size_t longestOutput = 256U << 10U;
} // namespace

FailedUnits::FailedUnits(const Clock &clock, std::string program)
    : m_clock(clock)
    , m_program(std::move(program))
{
}

FailedUnits::~FailedUnits()
{
    endChild(true);
}

void FailedUnits::poll()
{
    const SteadyTime now = m_clock.steadyNow();
    if (m_pid > 0) {
        readOutput();
        if (m_pid > 0 && m_startedAt && now - *m_startedAt > longestRun) {
            endChild(true);
            m_units.reset();
        }
    } else if (!m_startedAt || now - *m_startedAt >= askEvery) {
        m_startedAt = now;
        start();
    }
}

void FailedUnits::start()
{
    std::array<int, 2> ends {-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    posix_spawn_file_actions_t actions {};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::array<std::string, 6> words {m_program,     "list-units", "--state=failed",
                                      "--no-legend", "--plain",    "--no-pager"};
    std::array<char *, 7> argv {};
    for (std::size_t i = 0; i < words.size(); ++i)
        argv[i] = words[i].data();
    std::array<std::string, 2> settings {"LC_ALL=C", "PATH=/usr/bin:/bin"};
    std::array<char *, 3> environment {settings[0].data(), settings[1].data(), nullptr};
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, m_program.c_str(), &actions, nullptr, argv.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (error != 0) {
        ::close(ends[0]);
        m_units.reset();
        return;
    }
    m_pid = pid;
    m_pipe = ends[0];
    m_output.clear();
}

void FailedUnits::readOutput()
{
    std::array<char, 4096> buffer {};
    while (true) {
        const ssize_t got = ::read(m_pipe, buffer.data(), buffer.size());
        if (got > 0 && m_output.size() < longestOutput)
            m_output.append(buffer.data(), static_cast<std::size_t>(got));
        if (got < 0 && errno == EAGAIN)
            return;
        if (got <= 0)
            break;
    }
    // The pipe is closed, so the child has ended or is about to.
    int status = 0;
    const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
    if (ended == 0)
        return;
    m_pid = -1;
    endChild(false);
    if (ended < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        m_units.reset();
        return;
    }
    std::vector<std::string> units;
    std::string_view rest = m_output;
    while (!rest.empty()) {
        std::string_view line = takeLine(rest);
        if (const std::string_view unit = takeWord(line); !unit.empty())
            units.emplace_back(unit);
    }
    m_units = std::move(units);
}

void FailedUnits::endChild(bool kill)
{
    if (m_pipe >= 0)
        ::close(m_pipe);
    m_pipe = -1;
    if (m_pid <= 0)
        return;
    if (kill)
        ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = -1;
}

} // namespace vigie
