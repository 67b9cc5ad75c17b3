// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"
#include "backend/domain/time.h"

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace soci {
class session; // NOLINT(readability-identifier-naming): SOCI's own name
}

namespace vigie {

enum class DatabaseKind : std::uint8_t { Sqlite, Postgresql };
std::string_view databaseKindName(DatabaseKind kind); ///< "sqlite" "postgresql"

/// What a failure asks of the caller; graver ones last.
enum class Fault : std::uint8_t {
    None,
    Work, ///< this statement is wrong or forbidden; the session goes on (PostgreSQL: after a rollback)
    Retry, ///< the same transaction may succeed now: deadlock, serialization, somebody else holds the lock
    Unavailable, ///< nothing can be written for the moment: disk full, read-only
    Lost, ///< the session is gone: connect again
};

struct Failure {
    Fault fault {Fault::Work};
    Error error; ///< the database's first line; never the values of the parameters, which may be secrets
};

/// Who a session is for.
enum class SessionRole : std::uint8_t { Writer, Reader };

struct SessionOptions {
    SessionRole role {SessionRole::Writer};
    Duration lockTimeout {std::chrono::seconds(5)};
    Duration statementTimeout {std::chrono::seconds(30)}; ///< PostgreSQL only
    Duration connectTimeout {std::chrono::seconds(5)}; ///< PostgreSQL only
};

/// Where a database is. `connection` is what the driver wants: a path, or a libpq URI (holds the password: never log).
struct DatabaseAddress {
    DatabaseKind kind {DatabaseKind::Sqlite};
    std::string connection;
};
/// "sqlite:///absolute/path" (percent-encoding allowed) or "postgresql://…" (libpq, chapter 34.1.1.2). Invalid else,
/// with the field "store.url"; the detail says which part is wrong and quotes nothing, since a password is in there.
[[nodiscard]] Result<DatabaseAddress> parseDatabaseUrl(std::string_view url);

/// All that differs between SQLite and PostgreSQL, in one place. Every other statement of the store is the same text
/// for both. Stateless; any thread.
namespace dialect {

/// What every new session runs first.
std::vector<std::string> sessionSetup(DatabaseKind kind, const SessionOptions &options);
/// The driver's connection string with the time limits added.
std::string connectionString(const DatabaseAddress &address, const SessionOptions &options);
/// Takes the server's notices to the log; the driver would write them to stderr.
void logNotices(DatabaseKind kind, soci::session &session);
/// Makes the folder and the file with owner-only rights (SQLite); nothing for PostgreSQL. True when a file was there,
/// and empty.
[[nodiscard]] Result<bool> prepareFile(const DatabaseAddress &address);

/// Begins a transaction that will write.
const char *beginWrite(DatabaseKind kind);
/// Begins a transaction that sees one moment and writes nothing.
const char *beginRead(DatabaseKind kind);
/// Begins a transaction in which no other process changes the schema, however long that takes.
std::vector<std::string> beginMigration(DatabaseKind kind);
/// Reads event_seq and keeps every other writer, in any process, out until the end of the transaction.
const char *lockSequence(DatabaseKind kind);
/// True when a COMMIT whose answer got lost may have worked, so that it must leave a proof.
bool needsCommitProof(DatabaseKind kind);
/// True when a savepoint costs next to nothing; on PostgreSQL each is a round trip more, and one to release it.
bool savepointsAreCheap(DatabaseKind kind);
/// True when a statement that failed cannot be run again and has to be prepared anew.
bool failureEndsStatement(DatabaseKind kind);

/// What the exception of a statement on this session means.
Failure describe(DatabaseKind kind, const std::exception &exception, soci::session *session);
Fault faultOfSqlState(std::string_view sqlState);
Fault faultOfSqliteCode(int primaryCode);

/// Text as it is kept: U+0000, which PostgreSQL has no place for and where SOCI cuts, becomes U+0010 '0', and U+0010
/// becomes U+0010 '1'; what is not UTF-8 becomes U+FFFD. Everything else stays, so that SQL by hand reads it.
std::string encodeText(std::string_view text);
/// The inverse, but for what was not UTF-8.
std::string decodeText(std::string text);

} // namespace dialect

} // namespace vigie
