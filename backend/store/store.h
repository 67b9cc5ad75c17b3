// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/incidents/incidentrepository.h"
#include "backend/monitoring/sourcerepository.h"
#include "backend/store/statusstore.h"
#include "backend/store/storehealth.h"

#include <memory>
#include <string>

namespace vigie {

struct StoreOptions {
    /// "sqlite:///absolute/path/vigie.db" (folder and file are made, owner only) or
    /// "postgresql://user:password@host:port/database?sslmode=…". Holds a secret: never log it.
    std::string url;
    int readers {2}; ///< threads that answer queries, a session each
    std::int64_t keepEvents {10'000}; ///< newest durable events kept; up to a tenth more between two trims
    Duration lockTimeout {std::chrono::seconds(5)}; ///< waiting for another process that writes, per try
    Duration statementTimeout {std::chrono::seconds(30)}; ///< PostgreSQL: of one statement
    Duration giveUpAfter {std::chrono::seconds(10)}; ///< how long a call waits for a lost database before Unavailable
    Duration probeInterval {std::chrono::seconds(2)}; ///< how often an idle or ill store looks at its database
    std::size_t queueLimit {10'000}; ///< calls waiting; more are Unavailable
    std::size_t batchLimit {256}; ///< works in one group commit
    /// There is a metric history of an earlier time: a database that is new all the same is worth a warning.
    bool expectsData {false};
    Executor *home {nullptr}; ///< where SourceRepository calls `done`; null: on a thread of the store
};

/// The daemon's database: one writer thread with group commit, some readers, the same statements on SQLite and
/// PostgreSQL. What a `done` reported as success is on disk. Errors of every call, besides those of the work itself:
/// Unavailable (queue full, database lost for too long, disk full, read-only), Timeout (one statement took too long),
/// Conflict (a second unresolved incident with one dedup key), Cancelled (the store closes), Internal.
///
/// Text of any content is kept: NUL and U+0010 are escaped inside, what is not UTF-8 becomes U+FFFD.
/// Several daemons may share one PostgreSQL; each sees the others' incidents and events.
class Store {
public:
    /// Connects and brings the schema up to date; blocks. A database that begins anew in an empty file, or where one
    /// was expected, is a warning in the log and StoreHealth::notice until the next start. Errors: Invalid (URL),
    /// Unreachable, Unavailable (cannot write there), Conflict (schema of a newer version).
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options, const Clock &clock);
    /// Finishes the writes that wait, as far as the database works; afterwards no `done` is called any more. Not from a
    /// thread of the store, and not while others still call.
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    IncidentRepository &incidents();
    EventLog &events();
    SourceRepository &sources();
    StatusStore &statuses();

    /// Thread-safe, never blocks on the database.
    StoreHealth health() const;
    std::string backend() const; ///< "sqlite" "postgresql"
    /// Random, made with the database and kept with it: a client that has seen another one must load everything anew.
    const std::string &epoch() const;

private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie
