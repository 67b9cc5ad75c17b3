// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/iothread.h"

#include "backend/server/iocore.h"

#include <boost/asio/post.hpp>
#include <pthread.h>

namespace vigie {

void IoCore::wake()
{
    if (wakeUnderWay || closed)
        return;
    wakeUnderWay = true;
    boost::asio::post(io, [this] { run(); });
}

void IoCore::post(Work work)
{
    const std::lock_guard lock(mutex);
    if (closed)
        return;
    inbox.push_back(std::move(work));
    wake();
}

void IoCore::postAfter(Duration delay, Work work)
{
    const std::lock_guard lock(mutex);
    if (closed)
        return;
    const SteadyTime due = std::chrono::steady_clock::now() + delay;
    const bool isFirst = timed.empty() || due < timed.top().due;
    timed.push({due, nextOrder++, std::move(work)});
    if (isFirst)
        wake();
}

void IoCore::run()
{
    // What the work posts in turn waits for the next round, so that sockets get their turn in between.
    std::deque<Work> ready;
    {
        const std::lock_guard lock(mutex);
        wakeUnderWay = false;
        ready.swap(inbox);
        const SteadyTime now = std::chrono::steady_clock::now();
        while (!timed.empty() && timed.top().due <= now) {
            // top() is const only to protect the order, which pop() is about to end anyway.
            ready.push_back(std::move(const_cast<Timed &>(timed.top()).work));
            timed.pop();
        }
    }
    for (Work &work : ready) {
        work();
        work = nullptr;
    }
    armTimer();
}

void IoCore::armTimer()
{
    const std::lock_guard lock(mutex);
    if (timed.empty() || closed)
        return;
    timer.expires_at(timed.top().due);
    timer.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            run();
    });
}

void IoCore::stop()
{
    {
        const std::lock_guard lock(mutex);
        closed = true;
    }
    io.stop();
    if (thread.joinable())
        thread.join();
    // Handlers of closed sockets hold their connections, and those hold this core: let them end.
    timer.cancel();
    guard.reset();
    io.restart();
    for (int round = 0; round < 1000 && io.poll() > 0; ++round) { }
    std::deque<Work> dropped;
    std::priority_queue<Timed, std::vector<Timed>, Later> droppedTimed;
    const std::lock_guard lock(mutex);
    dropped.swap(inbox);
    droppedTimed.swap(timed);
}

IoThread::IoThread(const char *name)
    : m_core(std::make_shared<IoCore>())
{
    // The thread must not be the last owner: it could not join itself.
    m_core->thread = std::thread([core = m_core.get()] { core->io.run(); });
    pthread_setname_np(m_core->thread.native_handle(), name);
}

// NOLINTNEXTLINE(bugprone-exception-escape): a handler that throws ends the daemon here as it does in the thread
// NOLINTNEXTLINE(bugprone-exception-escape): a handler that throws ends the daemon here as it does in the thread
IoThread::~IoThread()
{
    stop();
}

void IoThread::post(Work work)
{
    m_core->post(std::move(work));
}

void IoThread::postAfter(Duration delay, Work work)
{
    m_core->postAfter(delay, std::move(work));
}

void IoThread::stop()
{
    m_core->stop();
}

bool IoThread::isCurrent() const
{
    return m_core->isCurrent();
}

} // namespace vigie
