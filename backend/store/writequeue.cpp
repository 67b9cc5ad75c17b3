// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/writequeue.h"

#include "backend/domain/logging.h"

#include <pthread.h>

#include <algorithm>

namespace vigie {

namespace {

constexpr Statement readSequence {.sql = "SELECT seq FROM event_seq WHERE id = 1", .parameters = "", .columns = "i"};
constexpr Statement saveSequence {
    .sql = "UPDATE event_seq SET seq = :seq WHERE id = 1", .parameters = "i", .columns = ""};
constexpr Statement touchSequence {
    .sql = "UPDATE event_seq SET seq = seq WHERE id = 1", .parameters = "", .columns = ""};
constexpr Statement saveProof {.sql = "INSERT INTO store_writers (writer, batch, at) VALUES (:writer, :batch, :at)"
                                      " ON CONFLICT (writer) DO UPDATE SET batch = excluded.batch, at = excluded.at",
                               .parameters = "tii",
                               .columns = ""};
constexpr Statement readProof {
    .sql = "SELECT batch FROM store_writers WHERE writer = :writer", .parameters = "t", .columns = "i"};
constexpr Statement trimEvents {.sql = "DELETE FROM events WHERE seq <= :last", .parameters = "i", .columns = ""};

constexpr int cautiousBatches = 16;

SteadyTime steadyNow()
{
    return std::chrono::steady_clock::now(); // waits on real threads: the injected clock may stand still
}

} // namespace

WriteQueue::WriteQueue(DatabaseAddress address, SessionOptions session, WriteOptions options, std::string writer,
                       std::unique_ptr<Database> database, HealthBoard &health, const Clock &clock)
    : m_address(std::move(address))
    , m_session(session)
    , m_options(options)
    , m_writer(std::move(writer))
    , m_health(health)
    , m_clock(clock)
    , m_database(std::move(database))
{
    m_thread = std::thread([this] {
        ::pthread_setname_np(::pthread_self(), "store-writer");
        loop();
    });
}

WriteQueue::~WriteQueue()
{
    stop();
}

void WriteQueue::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool WriteQueue::push(Work work, Done &done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_queue.size() >= m_options.queueLimit)
            return false;
        m_queue.push_back({std::move(work), std::move(done), steadyNow() + m_options.giveUpAfter});
    }
    m_wake.notify_one();
    return true;
}

void WriteQueue::loop()
{
    for (;;) {
        Batch batch = take();
        if (batch.empty()) {
            if (isStopping())
                return;
            probe();
        } else if (m_abandoned) {
            for (const Job &job : batch)
                job.done(fail(Error::Code::Unavailable, "the database is lost and the store is closing"));
        } else {
            run(std::move(batch));
        }
    }
}

WriteQueue::Batch WriteQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_options.probeInterval, [this] { return m_stopping || !m_queue.empty(); });
    Batch batch;
    const std::size_t count = std::min(m_queue.size(), m_options.batchLimit);
    batch.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return batch;
}

bool WriteQueue::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void WriteQueue::run(Batch batch)
{
    ++m_batchNumber;
    m_inDoubt = false;
    m_cautious = std::max(0, m_cautious - 1);
    for (int round = 0; !batch.empty(); ++round) {
        const bool wasCautious = m_cautious > 0;
        const Attempt attempted = attempt(batch);
        if (!wasCautious && m_cautious > 0)
            continue;
        // A batch of which nothing was kept does not prove that the disk takes writes again.
        if (attempted.fault != Fault::None || attempted.wrote || m_health.health().state != StoreState::ReadOnly)
            note(attempted);
        if (attempted.fault == Fault::None) {
            for (Job &job : batch)
                job.done(std::move(job.result));
            return;
        }
        const bool again = attempted.fault == Fault::Retry || attempted.fault == Fault::Lost;
        if (!again || isStopping()) {
            m_abandoned = attempted.fault == Fault::Lost;
            for (const Job &job : batch)
                job.done(tl::unexpected(attempted.error));
            return;
        }
        expire(batch, attempted);
        if (!batch.empty())
            pause(round);
    }
}

void WriteQueue::expire(Batch &batch, const Attempt &attempted)
{
    const SteadyTime now = steadyNow();
    const auto isInTime = [&](const Job &job) { return job.deadline > now; };
    // NOLINTNEXTLINE(modernize-use-ranges): clang 14 cannot read a subrange of g++ 12
    const auto late = std::stable_partition(batch.begin(), batch.end(), isInTime);
    Error error {.code = Error::Code::Unavailable, .detail = attempted.error.detail};
    if (m_inDoubt)
        error.detail += "; whether the change was kept is not known";
    for (auto job = late; job != batch.end(); ++job)
        job->done(tl::unexpected(error));
    batch.erase(late, batch.end());
    for (const Job &job : takeLate())
        job.done(fail(Error::Code::Unavailable, attempted.error.detail));
}

WriteQueue::Batch WriteQueue::takeLate()
{
    const SteadyTime now = steadyNow();
    Batch late;
    const std::lock_guard lock(m_mutex);
    // In the order of their deadlines, since all wait equally long.
    while (!m_queue.empty() && m_queue.front().deadline <= now) {
        late.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return late;
}

void WriteQueue::pause(int round)
{
    const auto delay
        = std::min(std::chrono::milliseconds(10) * (1 << std::min(round, 7)), std::chrono::milliseconds(1000));
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, delay, [this] { return m_stopping; });
}

WriteQueue::Attempt WriteQueue::failure(const Error &error, Fault atLeast)
{
    const Fault fault = m_database ? std::max(m_database->fault(), atLeast) : Fault::Lost;
    Attempt out {.fault = fault, .error = error, .wrote = false};
    if (fault == Fault::Lost) {
        m_database.reset();
        out.error.code = Error::Code::Unavailable;
    } else {
        m_database->rollback();
        // A deadlock or a lock timeout inside asks for the same as one at the beginning.
        if (fault == Fault::Retry || fault == Fault::Unavailable)
            out.error.code = Error::Code::Unavailable;
    }
    return out;
}

WriteQueue::Attempt WriteQueue::connect()
{
    if (m_database)
        return {};
    auto connected = Database::connect(m_address, m_session);
    if (!connected)
        return {.fault = Fault::Lost,
                .error = {.code = Error::Code::Unavailable, .detail = connected.error().detail},
                .wrote = false};
    m_database = *std::move(connected);
    return {};
}

Result<bool> WriteQueue::wasCommitted()
{
    auto rows = m_database->query(readProof, {m_writer});
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    return !rows->empty() && rows->front().number(0) == m_batchNumber;
}

WriteQueue::Attempt WriteQueue::attempt(Batch &batch)
{
    if (Attempt connected = connect(); connected.fault != Fault::None)
        return connected;
    m_database->clearFault();
    if (auto begun = m_database->execute(dialect::beginWrite(m_database->kind())); !begun)
        return failure(begun.error());
    auto sequence
        = m_database->query({.sql = dialect::lockSequence(m_database->kind()), .parameters = "", .columns = "i"});
    if (!sequence)
        return failure(sequence.error());
    if (sequence->empty())
        return failure({.code = Error::Code::Internal, .detail = "event_seq has no row"});
    if (m_inDoubt) {
        // Holding the lock, the session of the lost COMMIT has ended one way or the other.
        const auto committed = wasCommitted();
        if (!committed)
            return failure(committed.error());
        if (*committed) {
            m_database->rollback();
            return {.fault = Fault::None, .error = {}, .wrote = true};
        }
        m_inDoubt = false;
    }
    const std::int64_t seqBefore = sequence->front().number(0);
    StoreTransaction transaction(*m_database, seqBefore);
    bool changed = false;
    if (Attempt ran = runJobs(batch, transaction, changed); ran.fault != Fault::None)
        return ran;
    return commit(transaction, seqBefore, changed);
}

bool WriteQueue::wantsSavepoints(const Batch &batch) const
{
    return batch.size() > 1 && (m_cautious > 0 || dialect::savepointsAreCheap(m_database->kind()));
}

WriteQueue::Attempt WriteQueue::runJobs(Batch &batch, StoreTransaction &transaction, bool &changed)
{
    const bool savepoints = wantsSavepoints(batch);
    for (Job &job : batch) {
        if (Attempt ran = runJob(job, transaction, savepoints); ran.fault != Fault::None)
            return ran;
        if (!job.result && batch.size() > 1 && !savepoints) {
            // Nothing tells this work's changes from the others': again from the start, each on its own.
            m_cautious = cautiousBatches;
            m_database->rollback();
            return {.fault = Fault::Retry, .error = job.result.error(), .wrote = false};
        }
        changed = changed || job.result.has_value();
    }
    return {};
}

WriteQueue::Attempt WriteQueue::runJob(Job &job, StoreTransaction &transaction, bool savepoint)
{
    transaction.beginWork();
    if (savepoint) {
        if (auto set = m_database->execute("SAVEPOINT one"); !set)
            return failure(set.error());
    }
    Result<> result;
    try {
        result = job.work(transaction);
    } catch (const std::exception &exception) {
        result = fail(Error::Code::Internal, std::string("work of the store threw: ") + exception.what());
    }
    const Fault fault = m_database->fault();
    if (fault > Fault::Work)
        return failure(result ? Error {.code = Error::Code::Unavailable, .detail = "the database failed"}
                              : result.error());
    if (result && fault == Fault::Work)
        result = fail(Error::Code::Internal, "a statement failed and the work ignored it");
    m_database->clearFault();
    if (!result) {
        transaction.undoWork();
        job.result = tl::unexpected(std::move(result.error()));
        // Alone in its transaction: the whole is rolled back, in commit().
        if (!savepoint)
            return {};
        if (auto undone = m_database->execute("ROLLBACK TO SAVEPOINT one"); !undone)
            return failure(undone.error());
    } else {
        job.result = transaction.takeEvents();
    }
    if (savepoint) {
        if (auto released = m_database->execute("RELEASE SAVEPOINT one"); !released)
            return failure(released.error());
    }
    return {};
}

WriteQueue::Attempt WriteQueue::commit(StoreTransaction &transaction, std::int64_t seqBefore, bool changed)
{
    if (!changed) {
        m_database->rollback();
        return {};
    }
    if (transaction.seq() != seqBefore) {
        if (auto saved = m_database->run(saveSequence, {transaction.seq()}); !saved)
            return failure(saved.error());
    }
    if (dialect::needsCommitProof(m_database->kind())) {
        auto saved = m_database->run(saveProof, {m_writer, m_batchNumber, toMicros(m_clock.now())});
        if (!saved)
            return failure(saved.error());
    }
    const bool trim = transaction.seq() - m_trimmedAt > std::max<std::int64_t>(1, m_options.keepEvents / 10);
    if (trim) {
        if (auto trimmed = m_database->run(trimEvents, {transaction.seq() - m_options.keepEvents}); !trimmed)
            return failure(trimmed.error());
    }
    if (auto committed = m_database->execute("COMMIT"); !committed) {
        const Attempt failed = failure(committed.error());
        m_inDoubt = failed.fault == Fault::Lost && dialect::needsCommitProof(m_address.kind);
        return failed;
    }
    if (trim)
        m_trimmedAt = transaction.seq();
    return {.fault = Fault::None, .error = {}, .wrote = true};
}

void WriteQueue::probe()
{
    Attempt result = connect();
    if (result.fault == Fault::None) {
        m_database->clearFault();
        const auto check = [&]() -> Result<> {
            if (m_health.isUp()) {
                auto read = m_database->query(readSequence);
                return read ? Result<>() : tl::unexpected(read.error());
            }
            if (auto begun = m_database->execute(dialect::beginWrite(m_database->kind())); !begun)
                return begun;
            if (auto written = m_database->run(touchSequence); !written)
                return written;
            return m_database->execute("COMMIT");
        };
        if (auto checked = check(); !checked)
            result = failure(checked.error());
    }
    note(result);
}

void WriteQueue::note(const Attempt &attempt)
{
    switch (attempt.fault) {
    case Fault::None:
        m_health.set(StoreState::Up);
        return;
    case Fault::Retry:
        return; // somebody else is busy: no illness
    case Fault::Lost:
        m_health.set(StoreState::Down, attempt.error.detail);
        return;
    case Fault::Work: // a statement of the store itself: the schema is not what it should be
    case Fault::Unavailable:
        m_health.set(StoreState::ReadOnly, attempt.error.detail);
        return;
    }
}

} // namespace vigie
