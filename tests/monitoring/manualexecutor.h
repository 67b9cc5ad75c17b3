// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "tests/support/fakeclock.h"

#include <map>
#include <mutex>
#include <vector>

namespace vigie::test {

/// An executor whose time is the fake clock's: nothing runs until advance() or runPosted() is called.
class ManualExecutor final : public Executor {
public:
    explicit ManualExecutor(FakeClock &clock)
        : m_clock(clock)
    {
    }

    void post(Work work) override { postAfter(Duration(0), std::move(work)); }
    void postAfter(Duration delay, Work work) override
    {
        const std::lock_guard lock(m_mutex);
        m_work.emplace(m_clock.steadyNow() + delay, std::move(work));
    }
    /// Runs what is due now, and what that posts for now.
    void runPosted()
    {
        while (true) {
            Work work;
            {
                const std::lock_guard lock(m_mutex);
                if (m_work.empty() || m_work.begin()->first > m_clock.steadyNow())
                    return;
                work = std::move(m_work.begin()->second);
                m_work.erase(m_work.begin());
            }
            work();
        }
    }
    /// Moves the clock on by `by`, stopping at each due time on the way.
    void advance(Duration by)
    {
        const SteadyTime end = m_clock.steadyNow() + by;
        while (true) {
            runPosted();
            SteadyTime next = end;
            {
                const std::lock_guard lock(m_mutex);
                if (!m_work.empty())
                    next = std::min(end, m_work.begin()->first);
            }
            m_clock.advance(std::chrono::duration_cast<Duration>(next - m_clock.steadyNow()));
            if (next == end)
                break;
        }
        runPosted();
    }

private:
    FakeClock &m_clock;
    std::mutex m_mutex;
    std::multimap<SteadyTime, Work> m_work;
};

} // namespace vigie::test
