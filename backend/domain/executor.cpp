// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/executor.h"

#include <queue>

#include <pthread.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace vigie {

struct LoopThread::State {
    struct Item {
        SteadyTime due;
        std::uint64_t order;
        Work work;
    };
    struct Later {
        bool operator()(const Item &a, const Item &b) const
        {
            return a.due != b.due ? a.due > b.due : a.order > b.order;
        }
    };
    std::mutex mutex;
    std::condition_variable wake;
    std::priority_queue<Item, std::vector<Item>, Later> queue;
    std::uint64_t nextOrder {0};
    bool stopping {false};
    std::thread thread;

    void add(SteadyTime due, Work work)
    {
        {
            const std::lock_guard lock(mutex);
            if (stopping)
                return;
            queue.push({due, nextOrder++, std::move(work)});
        }
        wake.notify_one();
    }

    void run()
    {
        std::unique_lock lock(mutex);
        while (!stopping) {
            if (queue.empty()) {
                wake.wait(lock);
                continue;
            }
            const SteadyTime due = queue.top().due;
            if (due > std::chrono::steady_clock::now()) {
                wake.wait_until(lock, due);
                continue;
            }
            // top() is const only to protect the order, which pop() is about to end anyway.
            Work work = std::move(const_cast<Item &>(queue.top()).work);
            queue.pop();
            lock.unlock();
            work();
            work = nullptr;
            lock.lock();
        }
    }
};

LoopThread::LoopThread(const char *name)
    : m_state(std::make_unique<State>())
{
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
    pthread_setname_np(m_state->thread.native_handle(), name);
}

LoopThread::~LoopThread()
{
    stop();
}

void LoopThread::post(Work work)
{
    m_state->add(std::chrono::steady_clock::now(), std::move(work));
}

void LoopThread::postAfter(Duration delay, Work work)
{
    m_state->add(std::chrono::steady_clock::now() + delay, std::move(work));
}

void LoopThread::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->wake.notify_all();
    if (m_state->thread.joinable())
        m_state->thread.join();
}

} // namespace vigie
