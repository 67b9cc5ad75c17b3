// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store.h"

#include "backend/domain/logging.h"
#include "backend/store/eventstore.h"
#include "backend/store/incidentstore.h"
#include "backend/store/migrations.h"
#include "backend/store/sourcestore.h"

namespace vigie {

namespace {

constexpr Statement makeEpoch {
    .sql = "INSERT INTO store_meta (name, value) VALUES ('epoch', :value) ON CONFLICT (name) DO NOTHING",
    .parameters = "t",
    .columns = ""};
constexpr Statement readEpoch {
    .sql = "SELECT value FROM store_meta WHERE name = 'epoch'", .parameters = "", .columns = "t"};
constexpr Statement forgetOldWriters {
    .sql = "DELETE FROM store_writers WHERE at < :before", .parameters = "i", .columns = ""};
constexpr Duration writersKept = std::chrono::hours(24 * 30);

struct OpenedDatabase {
    std::unique_ptr<Database> database;
    std::string epoch;
    bool isNew {false}; ///< nobody has opened it before
    std::string notice {};
};

/// Several processes may do this at the same moment: a lock that was not had in time is no reason to give up.
Result<OpenedDatabase> openOnce(const DatabaseAddress &address, const SessionOptions &session, const Clock &clock)
{
    auto connected = Database::connect(address, session);
    if (!connected)
        return tl::unexpected(std::move(connected.error()));
    OpenedDatabase out {.database = *std::move(connected), .epoch = {}, .isNew = false, .notice = {}};
    Database &database = *out.database;
    if (auto migrated = migrate(database, knownMigrations(), clock); !migrated)
        return tl::unexpected(std::move(migrated.error()));
    SystemRandom random;
    const std::string fresh = newUuid(clock, random);
    if (auto made = database.run(makeEpoch, {fresh}); !made)
        return tl::unexpected(std::move(made.error()));
    auto epoch = database.query(readEpoch);
    if (!epoch)
        return tl::unexpected(std::move(epoch.error()));
    out.epoch = epoch->front().text(0);
    out.isNew = out.epoch == fresh;
    if (auto done = database.run(forgetOldWriters, {toMicros(clock.now() - writersKept)}); !done)
        return tl::unexpected(std::move(done.error()));
    return out;
}

Result<OpenedDatabase> openDatabase(const DatabaseAddress &address, const SessionOptions &session, const Clock &clock)
{
    constexpr int tries = 5;
    for (int i = 1;; ++i) {
        auto opened = openOnce(address, session, clock);
        // SQLite answers "busy" at once, whatever the timeout, when two processes turn on WAL together.
        if (opened || address.kind != DatabaseKind::Sqlite || i == tries
            || opened.error().code != Error::Code::Unavailable
            || opened.error().detail.find("locked") == std::string::npos)
            return opened;
        std::this_thread::sleep_for(std::chrono::milliseconds(50 * i));
    }
}

/// An empty database looks as well as a full one: whoever misses what was in it must be able to find out why.
std::string noticeOf(const DatabaseAddress &address, bool wasEmptyFile)
{
    const std::string notice
        = std::string(wasEmptyFile ? "the database's file was there, but empty"
                                   : "there was no database, although there is a metric history of an earlier time")
        + ": it began anew with this start, without incidents and sources of before";
    const bool isFile = address.kind == DatabaseKind::Sqlite; // the other address holds a password
    log::warning("store", "the database begins anew",
                 {{"file", isFile ? address.connection : std::string()}, {"reason", notice}});
    return notice;
}

} // namespace

struct Store::Parts {
    Parts(const DatabaseAddress &address, const StoreOptions &options, OpenedDatabase opened, const Clock &clock)
        : kind(address.kind)
        , epoch(std::move(opened.epoch))
        , health(clock, std::move(opened.notice))
        , readers(address, sessionOptions(options, SessionRole::Reader),
                  {.threads = options.readers, .queueLimit = options.queueLimit, .giveUpAfter = options.giveUpAfter})
        , writer(address, sessionOptions(options, SessionRole::Writer),
                 {.keepEvents = options.keepEvents,
                  .queueLimit = options.queueLimit,
                  .batchLimit = options.batchLimit,
                  .giveUpAfter = options.giveUpAfter,
                  .probeInterval = options.probeInterval},
                 writerName(clock), std::move(opened.database), health, clock)
        , incidents(writer, readers)
        , events(writer, readers)
        , sources(writer, readers, options.home, clock)
        , statuses(writer, readers)
    {
    }
    ~Parts()
    {
        // The callbacks of one may still call the other: both stop before either goes.
        writer.stop();
        readers.stop();
    }
    Parts(const Parts &) = delete;
    Parts &operator=(const Parts &) = delete;

    static SessionOptions sessionOptions(const StoreOptions &options, SessionRole role)
    {
        return {.role = role,
                .lockTimeout = options.lockTimeout,
                .statementTimeout = options.statementTimeout,
                .connectTimeout = std::min<Duration>(options.giveUpAfter, std::chrono::seconds(5))};
    }
    static std::string writerName(const Clock &clock)
    {
        SystemRandom random;
        return newUuid(clock, random);
    }

    DatabaseKind kind;
    std::string epoch;
    HealthBoard health;
    ReadPool readers;
    WriteQueue writer;
    IncidentStore incidents;
    EventStore events;
    SourceStore sources;
    StatusStore statuses;
};

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options, const Clock &clock)
{
    auto address = parseDatabaseUrl(options.url);
    if (!address)
        return tl::unexpected(std::move(address.error()));
    if (options.keepEvents < 1 || options.queueLimit < 1 || options.batchLimit < 1)
        return fail(Error::Code::Invalid, "keepEvents, queueLimit and batchLimit are at least 1", "store");
    const auto wasEmptyFile = dialect::prepareFile(*address);
    if (!wasEmptyFile)
        return tl::unexpected(wasEmptyFile.error());
    auto opened = openDatabase(*address, Parts::sessionOptions(options, SessionRole::Writer), clock);
    if (!opened)
        return tl::unexpected(std::move(opened.error()));
    if (opened->isNew && (*wasEmptyFile || options.expectsData))
        opened->notice = noticeOf(*address, *wasEmptyFile);
    return std::unique_ptr<Store>(new Store(std::make_unique<Parts>(*address, options, *std::move(opened), clock)));
}

Store::Store(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Store::~Store() = default;

IncidentRepository &Store::incidents()
{
    return m_parts->incidents;
}

EventLog &Store::events()
{
    return m_parts->events;
}

SourceRepository &Store::sources()
{
    return m_parts->sources;
}

StatusStore &Store::statuses()
{
    return m_parts->statuses;
}

StoreHealth Store::health() const
{
    return m_parts->health.health();
}

std::string Store::backend() const
{
    return std::string(databaseKindName(m_parts->kind));
}

const std::string &Store::epoch() const
{
    return m_parts->epoch;
}

} // namespace vigie
