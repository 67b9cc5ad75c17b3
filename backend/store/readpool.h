// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace vigie {

struct ReadOptions {
    int threads {2};
    std::size_t queueLimit {10'000}; ///< queries waiting; more are refused with Unavailable
    Duration giveUpAfter {std::chrono::seconds(10)}; ///< how long a query waits for the database to come back
};

/// Some threads with a session each that answer queries. Each query sees one moment of the database.
class ReadPool {
public:
    ReadPool(DatabaseAddress address, SessionOptions session, ReadOptions options);
    ~ReadPool();
    ReadPool(const ReadPool &) = delete;
    ReadPool &operator=(const ReadPool &) = delete;
    /// Finishes the queries that run, answers the waiting ones with Cancelled and joins. Not from a `done`.
    void stop();

    /// `query` may run again when the connection is lost; `done` is called once, on a thread of this pool.
    template<typename T>
    void read(std::function<Result<T>(Database &)> query, std::function<void(Result<T>)> done)
    {
        auto result = std::make_shared<Result<T>>(T());
        add({[query = std::move(query), result](Database &database) { *result = query(database); },
             [done = std::move(done), result](const Error *error) {
                 if (error)
                     done(tl::unexpected(*error));
                 else
                     done(std::move(*result));
             },
             {}});
    }
    /// Runs something short on a thread of this pool.
    void post(std::function<void()> work);

private:
    struct Job {
        std::function<void(Database &)> attempt; ///< empty: needs no database
        std::function<void(const Error *)> finish;
        SteadyTime deadline;
    };
    void add(Job job);
    void loop();
    void run(const Job &job, std::unique_ptr<Database> &database);
    /// What went wrong; without an error the result stands.
    Failure attempt(const Job &job, std::unique_ptr<Database> &database);
    bool pause(int round);

    const DatabaseAddress m_address;
    const SessionOptions m_session;
    const ReadOptions m_options;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_stopping {false};
    std::vector<std::thread> m_threads;
};

} // namespace vigie
