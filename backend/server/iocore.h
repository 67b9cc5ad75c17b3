// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"

#include <queue>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace vigie {

/// The loop behind an IoThread. Shared with what still refers to its sockets (late answers), so that they stay valid
/// after the thread has ended. Only this server's own files include it.
struct IoCore : std::enable_shared_from_this<IoCore> {
    using Work = Executor::Work;
    struct Timed {
        SteadyTime due;
        std::uint64_t order;
        Work work;
    };
    struct Later {
        bool operator()(const Timed &a, const Timed &b) const
        {
            return a.due != b.due ? a.due > b.due : a.order > b.order;
        }
    };

    boost::asio::io_context io {1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard {io.get_executor()};
    boost::asio::steady_timer timer {io};
    std::thread thread;

    std::mutex mutex; // guards what follows
    std::deque<Work> inbox;
    std::priority_queue<Timed, std::vector<Timed>, Later> timed;
    std::uint64_t nextOrder {0};
    bool wakeUnderWay {false};
    bool closed {false};

    void post(Work work);
    void postAfter(Duration delay, Work work);
    void stop();
    bool isCurrent() const { return std::this_thread::get_id() == thread.get_id(); }

private:
    void wake(); // with the mutex held
    void run();
    void armTimer();
};

} // namespace vigie
