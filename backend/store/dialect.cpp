// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/dialect.h"

#include "backend/domain/logging.h"
#include "backend/domain/text.h"

#include <fcntl.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>

namespace vigie {

namespace {

constexpr char escapeCharacter = '\x10';

/// Any number that nobody else takes: "vigie" in ASCII.
constexpr const char *migrationLock = "SELECT pg_advisory_xact_lock(508976654693)";

std::int64_t milliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

/// Length of the UTF-8 sequence at `at` (RFC 3629 section 4), 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto byte
        = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
    const auto in = [](unsigned value, unsigned low, unsigned high) { return value >= low && value <= high; };
    const unsigned first = byte(0);
    const bool tail1 = in(byte(1), 0x80, 0xbf);
    const bool tail2 = in(byte(2), 0x80, 0xbf);
    if (first < 0x80)
        return 1;
    if (in(first, 0xc2, 0xdf))
        return tail1 ? 2 : 0;
    if (in(first, 0xe0, 0xef)) {
        const bool second = in(byte(1), first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf);
        return second && tail2 ? 3 : 0;
    }
    if (in(first, 0xf0, 0xf4)) {
        const bool second = in(byte(1), first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
        return second && tail2 && in(byte(3), 0x80, 0xbf) ? 4 : 0;
    }
    return 0;
}

bool isPlain(std::string_view text)
{
    for (const char c : text) {
        if (c == '\0' || c == escapeCharacter || static_cast<unsigned char>(c) >= 0x80)
            return false;
    }
    return true;
}

Error::Code codeOf(Fault fault)
{
    switch (fault) {
    case Fault::Retry:
    case Fault::Unavailable:
        return Error::Code::Unavailable;
    case Fault::Lost:
        return Error::Code::Unreachable;
    case Fault::None:
    case Fault::Work:
        break;
    }
    return Error::Code::Internal;
}

/// What is wrong with a URL by libpq's own reading, but never in its words: they quote what they complain about, and
/// that may be the password, or what is taken for a host because of a password that is not encoded.
std::optional<std::string> faultOfPostgresqlUrl(const std::string &url)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> known {{
        {"invalid percent-encoded token", "a % is not followed by two hexadecimal digits; a % itself is written %25"},
        {"forbidden value", "%00 cannot be in it"},
        {"end of string reached when looking for matching", "the ] behind an IPv6 address is missing"},
        {"IPv6 host address may not be empty", "there is no IPv6 address between [ and ]"},
        {"unexpected character", "behind the ] of an IPv6 address comes : or /"},
        {"missing key/value separator", "a parameter behind the ? has no ="},
        {"extra key/value separator", "a parameter behind the ? has more than one ="},
        {"invalid URI query parameter", "a parameter behind the ? is none that libpq knows"},
    }};
    if (std::ranges::any_of(url, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        return "it has a control character";
    char *said = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), &said),
                                                                               &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> message(said, &PQfreemem);
    if (!options) {
        const std::string_view text = message ? message.get() : "";
        const auto *const found
            = std::ranges::find_if(known, [text](const auto &entry) { return text.starts_with(entry.first); });
        return std::string(found == known.end() ? "libpq cannot read it" : found->second);
    }
    const std::string_view rest = std::string_view(url).substr(url.find("://") + 3);
    const std::size_t at = rest.find('@');
    const std::size_t path = std::min(rest.find('/'), rest.size());
    const std::string_view place = at < path ? rest.substr(at + 1) : rest;
    if (place.substr(0, place.find('?')).find('@') != std::string_view::npos)
        return "there is an @ too many; in a user, password or database @ is written %40, and / is written %2F";
    for (const PQconninfoOption *option = options.get(); option->keyword != nullptr; ++option) {
        const std::string_view value = option->val ? option->val : "";
        if (std::string_view(option->keyword) == "port"
            && value.find_first_not_of("0123456789,") != std::string_view::npos)
            return "the port is no number; behind user:password comes @ and the host";
    }
    return std::nullopt;
}

std::string firstLine(const std::string &text)
{
    return text.substr(0, text.find('\n'));
}

// SOCI hides the typeinfo of its session backends: static casts, since the kind is known, and no check of the type by
// the sanitizer, which would not link.
[[gnu::no_sanitize("vptr")]] PGconn *postgresqlConnection(soci::session &session)
{
    return static_cast<soci::postgresql_session_backend *>(session.get_backend())->conn_;
}

[[gnu::no_sanitize("vptr")]] sqlite_api::sqlite3 *sqliteConnection(soci::session &session)
{
    return static_cast<soci::sqlite3_session_backend *>(session.get_backend())->conn_;
}

Failure describePostgresql(const std::exception &exception, soci::session *session)
{
    const auto *soci = dynamic_cast<const soci::soci_error *>(&exception);
    const auto *native = dynamic_cast<const soci::postgresql_soci_error *>(&exception);
    // what() repeats the statement with the values of its parameters; get_error_message() does not.
    std::string text = soci ? soci->get_error_message() : exception.what();
    constexpr std::string_view noise = "Cannot establish connection to the database.\n";
    if (text.starts_with(noise))
        text.erase(0, noise.size());
    const std::string state = native ? native->sqlstate() : std::string();
    Failure failure;
    failure.fault = dialect::faultOfSqlState(state);
    if (!session || PQstatus(postgresqlConnection(*session)) != CONNECTION_OK)
        failure.fault = Fault::Lost;
    failure.error.code = codeOf(failure.fault);
    if (failure.fault == Fault::Work) {
        if (state == "23503")
            failure.error.code = Error::Code::NotFound;
        else if (state.starts_with("23"))
            failure.error.code = Error::Code::Conflict;
        else if (state == "57014")
            failure.error.code = Error::Code::Timeout;
        else if (state.starts_with("22") || state == "54000")
            failure.error.code = Error::Code::Invalid;
    }
    failure.error.detail = "PostgreSQL: " + firstLine(text);
    if (!state.empty() && state.find(' ') == std::string::npos)
        failure.error.detail += " (" + state + ")";
    return failure;
}

Failure describeSqlite(const std::exception &exception, soci::session *session)
{
    const auto *native = dynamic_cast<const soci::sqlite3_soci_error *>(&exception);
    const int code = native ? native->result() & 0xff : SQLITE_ERROR;
    Failure failure;
    failure.fault = dialect::faultOfSqliteCode(code);
    failure.error.code = codeOf(failure.fault);
    int extended = code;
    if (session)
        extended = sqlite_api::sqlite3_extended_errcode(sqliteConnection(*session));
    if (code == SQLITE_CONSTRAINT) {
        failure.error.code = extended == SQLITE_CONSTRAINT_FOREIGNKEY ? Error::Code::NotFound : Error::Code::Conflict;
    } else if (code == SQLITE_TOOBIG) {
        failure.error.code = Error::Code::TooLarge;
    }
    const auto *soci = dynamic_cast<const soci::soci_error *>(&exception);
    failure.error.detail = "SQLite: " + std::string(sqlite_api::sqlite3_errstr(code));
    if (soci && code != SQLITE_FULL && code != SQLITE_READONLY)
        failure.error.detail += " (" + firstLine(soci->get_error_message()) + ")";
    return failure;
}

} // namespace

std::string_view databaseKindName(DatabaseKind kind)
{
    return kind == DatabaseKind::Sqlite ? "sqlite" : "postgresql";
}

Result<DatabaseAddress> parseDatabaseUrl(std::string_view url)
{
    constexpr std::string_view sqlite = "sqlite://";
    const auto refuse = [](std::string why) { return fail(Error::Code::Invalid, std::move(why), "store.url"); };
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) {
        if (const auto why = faultOfPostgresqlUrl(std::string(url)))
            return refuse("store.url: " + *why);
        return DatabaseAddress {.kind = DatabaseKind::Postgresql, .connection = std::string(url)};
    }
    if (!url.starts_with(sqlite))
        return refuse("store.url: the store's URL begins with sqlite:/// or postgresql://");
    auto path = strictlyPercentDecoded(url.substr(sqlite.size()));
    if (!path || path->find('\0') != std::string::npos)
        return refuse("store.url: a % in the path is not followed by two hexadecimal digits other than 00");
    if (path->size() < 2 || path->front() != '/')
        return refuse("store.url: the path is absolute, as in sqlite:///var/lib/vigie/vigie.db");
    if (path->find('=') != std::string::npos && path->find('"') != std::string::npos)
        return refuse("store.url: the path has both '=' and '\"', which the SQLite driver cannot open");
    return DatabaseAddress {.kind = DatabaseKind::Sqlite, .connection = *std::move(path)};
}

namespace dialect {

std::vector<std::string> sessionSetup(DatabaseKind kind, const SessionOptions &options)
{
    const std::string lockTimeout = std::to_string(milliseconds(options.lockTimeout));
    if (kind == DatabaseKind::Sqlite) {
        std::vector<std::string> out {"PRAGMA busy_timeout = " + lockTimeout, "PRAGMA foreign_keys = ON"};
        if (options.role == SessionRole::Reader) {
            out.emplace_back("PRAGMA query_only = ON");
            return out;
        }
        out.emplace_back("PRAGMA journal_mode = WAL");
        out.emplace_back("PRAGMA synchronous = FULL"); // NORMAL loses acknowledged commits at a power cut
        out.emplace_back("PRAGMA journal_size_limit = 67108864");
        return out;
    }
    const std::string statementTimeout = std::to_string(milliseconds(options.statementTimeout));
    return {
        "SET client_encoding = 'UTF8'",
        "SET client_min_messages = warning",
        "SET application_name = 'vigied'",
        "SET lock_timeout = " + lockTimeout,
        "SET statement_timeout = " + statementTimeout,
        // A daemon that hangs in a transaction would hold the sequence for everybody.
        "SET idle_in_transaction_session_timeout = " + statementTimeout,
        // Acknowledged means on disk, whatever the server's default is; a stronger setting stays.
        ("SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit')"
         " WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)"),
    };
}

std::string connectionString(const DatabaseAddress &address, const SessionOptions &options)
{
    if (address.kind == DatabaseKind::Sqlite) {
        // SOCI takes a text with '=' apart as key=value pairs; of a quoted value it keeps everything.
        return address.connection.find('=') == std::string::npos ? address.connection
                                                                 : "dbname=\"" + address.connection + '"';
    }
    std::string out = address.connection;
    // A password may have a '?', and is read by libpq as one.
    const std::size_t start = out.find("://") + 3;
    const std::size_t at = out.find('@');
    const std::size_t host = at < out.find('/', start) ? at : start;
    const auto add = [&out, host](std::string_view key, std::int64_t value) {
        if (out.find(std::string(key) + "=") != std::string::npos)
            return; // the operator knows better
        out += out.find('?', host) == std::string::npos ? '?' : '&';
        out += std::string(key) + "=" + std::to_string(value);
    };
    add("connect_timeout", std::max<std::int64_t>(2, milliseconds(options.connectTimeout) / 1000));
    // A peer that vanished without a word is noticed within about fifteen seconds instead of two hours.
    add("keepalives_idle", 5);
    add("keepalives_interval", 3);
    add("keepalives_count", 3);
    add("tcp_user_timeout", 15000);
    return out;
}

void logNotices(DatabaseKind kind, soci::session &session)
{
    if (kind != DatabaseKind::Postgresql)
        return;
    PQsetNoticeProcessor(
        postgresqlConnection(session),
        [](void *, const char *message) {
            log::warning("store", "notice of PostgreSQL", {{"text", firstLine(message)}});
        },
        nullptr);
}

Result<bool> prepareFile(const DatabaseAddress &address)
{
    if (address.kind != DatabaseKind::Sqlite)
        return false;
    const std::filesystem::path folder = std::filesystem::path(address.connection).parent_path();
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) {
        std::filesystem::create_directories(folder, error);
        if (error)
            return fail(Error::Code::Unavailable, "cannot make " + folder.string() + ": " + error.message(), "store");
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    }
    int file = ::open(address.connection.c_str(), O_RDWR | O_CLOEXEC);
    const bool wasThere = file >= 0;
    // SQLite gives its -wal and -shm files the rights of this one; secrets of sources are in there.
    if (!wasThere && errno == ENOENT)
        file = ::open(address.connection.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(Error::Code::Unavailable, "cannot write " + address.connection + ": " + std::strerror(errno),
                    "store");
    struct stat facts { };
    const bool isEmpty = ::fstat(file, &facts) == 0 && facts.st_size == 0;
    ::close(file);
    return wasThere && isEmpty;
}

const char *beginWrite(DatabaseKind kind)
{
    return kind == DatabaseKind::Sqlite ? "BEGIN IMMEDIATE" : "BEGIN ISOLATION LEVEL READ COMMITTED";
}

const char *beginRead(DatabaseKind kind)
{
    return kind == DatabaseKind::Sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}

std::vector<std::string> beginMigration(DatabaseKind kind)
{
    if (kind == DatabaseKind::Sqlite)
        return {"BEGIN IMMEDIATE"};
    return {"BEGIN", "SET LOCAL lock_timeout = 0", "SET LOCAL statement_timeout = 0", migrationLock};
}

const char *lockSequence(DatabaseKind kind)
{
    return kind == DatabaseKind::Sqlite ? "SELECT seq FROM event_seq WHERE id = 1"
                                        : "SELECT seq FROM event_seq WHERE id = 1 FOR UPDATE";
}

bool needsCommitProof(DatabaseKind kind)
{
    return kind == DatabaseKind::Postgresql;
}

bool savepointsAreCheap(DatabaseKind kind)
{
    return kind == DatabaseKind::Sqlite;
}

bool failureEndsStatement(DatabaseKind kind)
{
    return kind == DatabaseKind::Sqlite;
}

Failure describe(DatabaseKind kind, const std::exception &exception, soci::session *session)
{
    return kind == DatabaseKind::Sqlite ? describeSqlite(exception, session) : describePostgresql(exception, session);
}

// PostgreSQL 15, appendix A.
Fault faultOfSqlState(std::string_view sqlState)
{
    const std::string_view group = sqlState.substr(0, 2);
    if (sqlState == "40001" || sqlState == "40P01" || sqlState == "55P03")
        return Fault::Retry;
    if (group == "08" || sqlState == "57P01" || sqlState == "57P02" || sqlState == "57P03" || sqlState == "57P05"
        || sqlState == "25P03" || sqlState == "53300")
        return Fault::Lost;
    if (sqlState == "25006" || group == "53" || sqlState == "58030")
        return Fault::Unavailable;
    return Fault::Work;
}

// sqlite.org/rescode.html
Fault faultOfSqliteCode(int primaryCode)
{
    switch (primaryCode) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::Retry;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
        return Fault::Unavailable;
    default:
        return Fault::Work;
    }
}

std::string encodeText(std::string_view text)
{
    if (isPlain(text))
        return std::string(text);
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        if (length == 0) {
            out += "\xef\xbf\xbd";
            ++i;
            continue;
        }
        if (text[i] == '\0' || text[i] == escapeCharacter)
            (out += escapeCharacter) += text[i] == '\0' ? '0' : '1';
        else
            out += text.substr(i, length);
        i += length;
    }
    return out;
}

std::string decodeText(std::string text)
{
    if (text.find(escapeCharacter) == std::string::npos)
        return text;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != escapeCharacter || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        ++i;
        out += text[i] == '0' ? '\0' : escapeCharacter;
    }
    return out;
}

} // namespace dialect

} // namespace vigie
