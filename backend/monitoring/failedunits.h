// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace vigie {

/// The failed units of systemd, as `systemctl list-units --state=failed` tells them, asked at most once a minute by a
/// child process that nobody waits for: start and result are picked up by poll(). One that runs longer than 20 s is
/// killed. Not thread-safe.
class FailedUnits {
public:
    /// `program`: absolute path of systemctl, or of what stands for it in a test.
    explicit FailedUnits(const Clock &clock, std::string program = "/usr/bin/systemctl");
    ~FailedUnits();
    FailedUnits(const FailedUnits &) = delete;
    FailedUnits &operator=(const FailedUnits &) = delete;

    /// Starts the program when it is due, reads what it wrote, never blocks.
    void poll();
    /// nullopt until the first answer, and after a failing one.
    const std::optional<std::vector<std::string>> &units() const { return m_units; }

private:
    void start();
    void readOutput();
    void endChild(bool kill);

    const Clock &m_clock;
    std::string m_program;
    std::optional<std::vector<std::string>> m_units;
    std::optional<SteadyTime> m_startedAt;
    pid_t m_pid {-1};
    int m_pipe {-1};
    std::string m_output;
};

} // namespace vigie
