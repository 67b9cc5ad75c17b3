// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/migrations.h"

#include "backend/domain/logging.h"

#include <array>

namespace vigie {

namespace {

constexpr Statement newestVersion {
    .sql = "SELECT COALESCE(MAX(version), 0) FROM schema_version", .parameters = "", .columns = "i"};
constexpr Statement addVersion {
    .sql = "INSERT INTO schema_version (version, name, applied_at) VALUES (:version, :name, :applied)",
    .parameters = "iti",
    .columns = ""};

/// Applies the first step that is missing. Returns whether there may be more.
Result<bool> applyNext(Database &database, std::span<const Migration> migrations, const Clock &clock)
{
    const auto run = [&]() -> Result<bool> {
        for (const std::string &sql : dialect::beginMigration(database.kind())) {
            if (auto done = database.execute(sql); !done)
                return tl::unexpected(done.error());
        }
        auto made = database.execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY,"
                                     " name TEXT NOT NULL, applied_at BIGINT NOT NULL)");
        if (!made)
            return tl::unexpected(made.error());
        auto rows = database.query(newestVersion);
        if (!rows)
            return tl::unexpected(rows.error());
        const std::int64_t version = rows->front().number(0);
        const std::int64_t known = migrations.empty() ? 0 : migrations.back().version;
        if (version > known)
            return fail(Error::Code::Conflict,
                        "the database has schema " + std::to_string(version) + ", this program knows up to "
                            + std::to_string(known) + ": it was written by a newer version",
                        "store");
        for (const Migration &step : migrations) {
            if (step.version <= version)
                continue;
            for (const std::string_view sql : step.statements) {
                if (auto done = database.execute(std::string(sql)); !done)
                    return tl::unexpected(done.error());
            }
            const auto added = database.run(addVersion, {step.version, step.name, toMicros(clock.now())});
            if (!added)
                return tl::unexpected(added.error());
            log::info("store", "schema step applied", {{"version", step.version}, {"name", step.name}});
            return true;
        }
        return false;
    };
    Result<bool> more = run();
    if (more) {
        auto done = database.execute("COMMIT");
        if (done)
            return more;
        more = tl::unexpected(std::move(done.error()));
    }
    database.rollback();
    return more;
}

const std::array<Migration, 4> migrationSteps {{
    {.version = 1,
     .name = "events",
     .statements = {
         "CREATE TABLE store_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
         // One row; whoever holds it is the one writer of this moment.
         "CREATE TABLE event_seq (id BIGINT PRIMARY KEY CHECK (id = 1), seq BIGINT NOT NULL)",
         "INSERT INTO event_seq (id, seq) VALUES (1, 0)",
         ("CREATE TABLE events (seq BIGINT PRIMARY KEY, type TEXT NOT NULL, topic TEXT NOT NULL, at BIGINT NOT NULL,"
          " data TEXT NOT NULL)"),
         // The last batch each daemon committed: tells whether a COMMIT without an answer worked.
         "CREATE TABLE store_writers (writer TEXT PRIMARY KEY, batch BIGINT NOT NULL, at BIGINT NOT NULL)",
     }},
    {.version = 2,
     .name = "incidents",
     .statements = {
         ("CREATE TABLE incidents (id TEXT PRIMARY KEY, version BIGINT NOT NULL, title TEXT NOT NULL,"
          " description TEXT NOT NULL, severity TEXT NOT NULL, status TEXT NOT NULL, category TEXT NOT NULL,"
          " service TEXT NOT NULL, owner TEXT NOT NULL, source TEXT NOT NULL, dedup_key TEXT NOT NULL,"
          " reporters TEXT NOT NULL, labels TEXT NOT NULL, annotations TEXT NOT NULL, metric TEXT NOT NULL,"
          " started_at BIGINT NOT NULL, updated_at BIGINT NOT NULL, acknowledged_at BIGINT, resolved_at BIGINT,"
          " snoozed_until BIGINT)"),
         ("CREATE UNIQUE INDEX incidents_dedup ON incidents (dedup_key)"
          " WHERE status <> 'resolved' AND dedup_key <> ''"),
         "CREATE INDEX incidents_unresolved ON incidents (id) WHERE status <> 'resolved'",
         "CREATE INDEX incidents_resolved ON incidents (resolved_at, id) WHERE status = 'resolved'",
         // Only for unresolved incidents, so that "what does this source report" stays as small as the answer.
         ("CREATE TABLE incident_reporters (source_id TEXT NOT NULL,"
          " incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,"
          " PRIMARY KEY (source_id, incident_id))"),
         "CREATE INDEX incident_reporters_incident ON incident_reporters (incident_id)",
         ("CREATE TABLE incident_timeline (incident_id TEXT NOT NULL REFERENCES incidents (id) ON DELETE CASCADE,"
          " id BIGINT NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL,"
          " before_value TEXT NOT NULL, after_value TEXT NOT NULL, PRIMARY KEY (incident_id, id))"),
     }},
    {.version = 3,
     .name = "sources",
     .statements = {
         "CREATE TABLE sources (id TEXT PRIMARY KEY, config TEXT NOT NULL, updated_at BIGINT NOT NULL)",
     }},
    {.version = 4,
     .name = "source statuses",
     .statements = {
         "CREATE TABLE source_statuses (id TEXT PRIMARY KEY, status TEXT NOT NULL)",
     }},
}};

} // namespace

std::span<const Migration> knownMigrations()
{
    return migrationSteps;
}

Result<> migrate(Database &database, std::span<const Migration> migrations, const Clock &clock)
{
    for (;;) {
        Result<bool> more = applyNext(database, migrations, clock);
        if (!more)
            return tl::unexpected(std::move(more.error()));
        if (!*more)
            return {};
    }
}

} // namespace vigie
