// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/database.h"
#include "backend/store/storehealth.h"
#include "backend/store/storetransaction.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>

namespace vigie {

struct WriteOptions {
    std::int64_t keepEvents {10'000};
    std::size_t queueLimit {10'000}; ///< works waiting; more are refused with Unavailable
    std::size_t batchLimit {256}; ///< works in one transaction
    Duration giveUpAfter {std::chrono::seconds(10)}; ///< how long a work waits for the database to come back
    Duration probeInterval {std::chrono::seconds(2)}; ///< how often an idle writer looks whether the database works
};

/// The one thread that writes. It takes what is queued into one transaction, in which the error of a work rolls back
/// that work alone (by savepoints; where those are dear, the first try goes without); commits; then calls every `done`
/// in the order of the works. When the connection is lost or the database asks for it, the whole batch runs again,
/// until its works are giveUpAfter old.
class WriteQueue {
public:
    using Work = std::function<Result<>(StoreTransaction &)>;
    using Done = std::function<void(Result<EventList>)>;

    /// `writer`: names this queue among all that write to the database. `database` must have the present schema.
    WriteQueue(DatabaseAddress address, SessionOptions session, WriteOptions options, std::string writer,
               std::unique_ptr<Database> database, HealthBoard &health, const Clock &clock);
    ~WriteQueue();
    WriteQueue(const WriteQueue &) = delete;
    WriteQueue &operator=(const WriteQueue &) = delete;

    /// Finishes what is queued, as far as the database works, and takes nothing more. Not from a `done`.
    void stop();

    /// False, and nothing of it is kept, when the queue is full or stopped. `done` is called on the writer's thread.
    [[nodiscard]] bool push(Work work, Done &done);

private:
    struct Job {
        Work work;
        Done done;
        SteadyTime deadline;
        Result<EventList> result {EventList()};
    };
    using Batch = std::vector<Job>;
    struct Attempt {
        Fault fault {Fault::None};
        Error error;
        bool wrote {false}; ///< something was committed
    };

    void loop();
    Batch take();
    void run(Batch batch);
    Attempt attempt(Batch &batch);
    Attempt runJobs(Batch &batch, StoreTransaction &transaction, bool &changed);
    bool wantsSavepoints(const Batch &batch) const;
    Attempt runJob(Job &job, StoreTransaction &transaction, bool savepoint);
    Attempt commit(StoreTransaction &transaction, std::int64_t seqBefore, bool changed);
    Attempt connect();
    Result<bool> wasCommitted();
    void probe();
    void note(const Attempt &attempt);
    void expire(Batch &batch, const Attempt &attempt);
    /// Takes the works that have waited too long out of the queue.
    Batch takeLate();
    void pause(int round);
    bool isStopping();
    Attempt failure(const Error &error, Fault atLeast = Fault::Work);

    const DatabaseAddress m_address;
    const SessionOptions m_session;
    const WriteOptions m_options;
    const std::string m_writer;
    HealthBoard &m_health;
    const Clock &m_clock;

    // Of the writer's thread.
    std::unique_ptr<Database> m_database;
    std::int64_t m_batchNumber {0};
    std::int64_t m_trimmedAt {0};
    int m_cautious {0}; ///< batches that still use savepoints although they are dear, since a work failed lately
    bool m_abandoned {false}; ///< the database was lost while stopping: nothing more is tried
    bool m_inDoubt {false}; ///< the COMMIT of the present batch got no answer

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_stopping {false};
    std::thread m_thread;
};

} // namespace vigie
