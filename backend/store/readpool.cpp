// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/readpool.h"

#include <pthread.h>

#include <algorithm>

namespace vigie {

ReadPool::ReadPool(DatabaseAddress address, SessionOptions session, ReadOptions options)
    : m_address(std::move(address))
    , m_session(session)
    , m_options(options)
{
    for (int i = 0; i < std::max(1, options.threads); ++i) {
        m_threads.emplace_back([this] {
            ::pthread_setname_np(::pthread_self(), "store-reader");
            loop();
        });
    }
}

ReadPool::~ReadPool()
{
    stop();
}

void ReadPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    std::deque<Job> left;
    {
        const std::lock_guard lock(m_mutex);
        left.swap(m_queue);
    }
    const Error stopped {.code = Error::Code::Cancelled, .detail = "the store is closing"};
    for (const Job &job : left)
        job.finish(&stopped);
}

void ReadPool::post(std::function<void()> work)
{
    add({.attempt = {}, .finish = [work = std::move(work)](const Error *) { work(); }, .deadline = {}});
}

void ReadPool::add(Job job)
{
    Error refused {.code = Error::Code::Cancelled, .detail = "the store is closing"};
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            job.deadline = std::chrono::steady_clock::now() + m_options.giveUpAfter;
            if (job.attempt && m_queue.size() >= m_options.queueLimit) {
                // Not answered here: a caller must not be called back while it calls.
                refused = {.code = Error::Code::Unavailable, .detail = "too many queries are waiting for the database"};
                job = {.attempt = {},
                       .finish = [refused, finish = std::move(job.finish)](const Error *) { finish(&refused); },
                       .deadline = job.deadline};
            }
            m_queue.push_back(std::move(job));
            m_wake.notify_one();
            return;
        }
    }
    job.finish(&refused);
}

void ReadPool::loop()
{
    std::unique_ptr<Database> database;
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_stopping)
                return;
            job = std::move(m_queue.front());
            m_queue.pop_front();
        }
        if (job.attempt)
            run(job, database);
        else
            job.finish(nullptr);
    }
}

void ReadPool::run(const Job &job, std::unique_ptr<Database> &database)
{
    for (int round = 0;; ++round) {
        Failure failed = attempt(job, database);
        if (failed.fault == Fault::None) {
            job.finish(nullptr);
            return;
        }
        const bool again = failed.fault == Fault::Retry || failed.fault == Fault::Lost;
        // A session that died while it was idle costs no pause: the second round makes a new one.
        const bool stopped = again && round > 0 && !pause(round);
        if (!again || stopped || job.deadline <= std::chrono::steady_clock::now()) {
            if (again)
                failed.error.code = Error::Code::Unavailable;
            job.finish(&failed.error);
            return;
        }
    }
}

Failure ReadPool::attempt(const Job &job, std::unique_ptr<Database> &database)
{
    if (!database) {
        auto connected = Database::connect(m_address, m_session);
        if (!connected)
            return {.fault = Fault::Lost, .error = std::move(connected.error())};
        database = *std::move(connected);
    }
    database->clearFault();
    auto begun = database->execute(dialect::beginRead(database->kind()));
    if (begun)
        job.attempt(*database);
    const Fault fault = database->fault();
    if (fault == Fault::Lost)
        database.reset();
    else
        database->rollback();
    if (!begun)
        return {.fault = fault, .error = std::move(begun.error())};
    if (fault == Fault::Retry || fault == Fault::Lost)
        return {.fault = fault,
                .error = {.code = Error::Code::Unavailable, .detail = "the connection to the database was lost"}};
    return {.fault = Fault::None, .error = {}};
}

bool ReadPool::pause(int round)
{
    const auto delay = std::chrono::milliseconds(std::min(500, 10 << std::min(round, 6)));
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, delay, [this] { return m_stopping; });
}

} // namespace vigie
