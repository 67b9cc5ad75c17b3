// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/daemon.h"

#include "backend/config/configchange.h"
#include "backend/config/effectiveconfig.h"
#include "backend/domain/logging.h"
#include "backend/domain/privatefile.h"
#include "backend/domain/text.h"
#include "backend/domain/wire.h"
#include "backend/incidents/incidentservice.h"
#include "backend/metrics/metrichistory.h"
#include "backend/metrics/thresholdrules.h"
#include "backend/monitoring/collectors.h"
#include "backend/monitoring/hostfacts.h"
#include "backend/monitoring/sourceregistry.h"
#include "backend/net/curlhttpclient.h"
#include "backend/server/descriptorlimit.h"
#include "backend/server/eventhub.h"
#include "backend/server/privateruntime.h"
#include "backend/server/sampleevents.h"
#include "backend/server/server.h"
#include "backend/server/servermetrics.h"
#include "backend/server/services.h"
#include "backend/server/tokenauthority.h"
#include "backend/store/store.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <future>

namespace vigie {

namespace {

constexpr Duration ruleInterval = std::chrono::seconds(5);
constexpr Duration wakeInterval = std::chrono::seconds(5);
/// How long a private daemon waits for its next console: after the last one went, and after its start.
constexpr Duration lonelyAfterUse = std::chrono::seconds(10);
constexpr Duration lonelyAfterStart = std::chrono::seconds(60);

std::string defaultDataDir()
{
    if (const char *data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0')
        return std::string(data) + "/vigie";
    if (const char *home = std::getenv("HOME"); home != nullptr && geteuid() != 0)
        return std::string(home) + "/.local/share/vigie";
    return "/var/lib/vigie";
}

Result<> makeDataDir(const std::string &folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Error::Code::Unavailable, "cannot make the data folder " + folder + ": " + error.message());
    // The database and the token are nobody else's.
    chmod(folder.c_str(), S_IRWXU);
    return {};
}

/// Which file it is about and, when it is damaged, what to do about it.
Error aboutFile(Error error, const std::string &file)
{
    const auto says = [&error](const char *words) { return error.detail.find(words) != std::string::npos; };
    const bool isDamaged = says("not a database") || says("malformed");
    error.detail = file + ": " + error.detail;
    if (isDamaged)
        error.detail += "; put a backup of this file in its place, or move it away to begin with an empty one";
    return error;
}

bool isLoopback(const std::string &address)
{
    return address == "::1" || address == "localhost" || address.starts_with("127.");
}

} // namespace

struct Daemon::Parts {
    DaemonConfig config;
    std::string dataDir;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<PrivateRuntime> runtime;
    std::string token;
    std::unique_ptr<MetricHistory> history;
    IoThread io;
    LoopThread monitor {"vigie-monitor"};
    LoopThread background {"vigie-queries"}; ///< history queries, which may wait for the disk
    std::unique_ptr<Store> store;
    std::unique_ptr<EventHub> hub;
    std::unique_ptr<IncidentService> incidents;
    std::unique_ptr<CurlHttpClient> http;
    std::unique_ptr<SocketProber> prober;
    HostFacts hostFacts;
    std::unique_ptr<RuleEngine> rules; ///< used on `monitor`
    std::unique_ptr<SourceRegistry> registry;
    std::unique_ptr<TokenAuthority> tokens;
    ServerMetrics metrics;
    std::unique_ptr<Services> services;
    Router router;
    std::unique_ptr<Server> server;
    SteadyTime lastUse {};
    bool wasUsed {false};
    bool addedSourcesLoaded {false}; ///< used on `io`
    bool saidRuntimeLost {false};

    Result<> prepare(const DaemonOptions &options);
    Result<> openStores();
    Result<> chooseToken(bool isPrivate);
    Result<> watch();
    Result<> serve(bool isPrivate);
    void loadIncidents();
    void loadAddedSources();
    void endReportsOfRemovedSources();
    void sourceChanged(const SourceStatus &status);
    void sourceRemoved(const SourceId &id);
    void figuresChanged(const std::vector<SourceStatus> &statuses);
    StatusStore::Recorded publishRecorded();
    std::vector<SourceStatus> knownStatuses();
    void evaluateRules();
    void wakeSnoozed();
    void stop();
};

Result<> Daemon::Parts::prepare(const DaemonOptions &options)
{
    dataDir = !options.dataDir.empty() ? options.dataDir : !config.dataDir.empty() ? config.dataDir : defaultDataDir();
    if (!options.privateFile.empty()) {
        config.server.address = "127.0.0.1";
        config.server.port = 0;
        auto claimed = PrivateRuntime::claim(options.privateFile);
        if (!claimed)
            return tl::unexpected(claimed.error());
        runtime = *std::move(claimed);
    }
    if (!isLoopback(config.server.address) && !config.server.allowPlainOffLoopback)
        return fail(Error::Code::Invalid,
                    "server.address " + config.server.address
                        + " is off loopback and there is no TLS: put a proxy with TLS in front, or set "
                          "server.allow_plain_text_off_loopback to true and let everybody on the way read along");
    return makeDataDir(dataDir);
}

Result<> Daemon::Parts::openStores()
{
    MetricHistoryOptions historyOptions;
    historyOptions.directory = dataDir + "/history";
    historyOptions.limits.maxBytes = static_cast<std::uint64_t>(config.history.maxBytes);
    historyOptions.limits.maxAge = config.history.maxAge;
    historyOptions.limits.maxSeries = static_cast<std::size_t>(config.history.maxSeries);
    auto openedHistory = MetricHistory::open(historyOptions, clock);
    if (!openedHistory)
        return tl::unexpected(openedHistory.error());
    history = *std::move(openedHistory);
    for (MetricInfo &info : monitoringMetrics())
        history->describe(std::move(info));

    StoreOptions storeOptions;
    storeOptions.url = config.store.url.empty()
        ? "sqlite://" + percentEncode(std::filesystem::absolute(dataDir).string() + "/vigie.db")
        : config.store.url;
    storeOptions.readers = static_cast<int>(config.store.readers);
    storeOptions.keepEvents = config.store.keepEvents;
    storeOptions.expectsData = history->health().series > 0;
    storeOptions.home = &monitor;
    auto openedStore = Store::open(storeOptions, clock);
    if (!openedStore)
        return tl::unexpected(config.store.url.empty() ? aboutFile(openedStore.error(), dataDir + "/vigie.db")
                                                       : openedStore.error());
    store = *std::move(openedStore);
    return {};
}

Result<> Daemon::Parts::chooseToken(bool isPrivate)
{
    if (isPrivate) {
        token = newToken(random);
        return {};
    }
    const std::string file = config.server.tokenFile.empty() ? dataDir + "/token" : config.server.tokenFile;
    auto read = readPrivateFile(file);
    if (!read && read.error().code == Error::Code::NotFound && config.server.tokenFile.empty()) {
        token = newToken(random);
        log::info("daemon", "made a token to log in with", {{"file", file}});
        return writePrivateFile(file, token + "\n");
    }
    if (!read)
        return tl::unexpected(read.error());
    if (read->size() < 16)
        return fail(Error::Code::Invalid, file + ": the token is shorter than 16 characters");
    token = *std::move(read);
    return {};
}

StatusStore::Recorded Daemon::Parts::publishRecorded()
{
    return [this](const Result<std::shared_ptr<const Event>> &recorded) {
        if (recorded)
            hub->publish(*recorded);
        else
            log::error("daemon", "a change of a source could not be stored", {{"error", recorded.error().detail}});
    };
}

void Daemon::Parts::sourceChanged(const SourceStatus &status)
{
    store->statuses().record(
        status,
        {.type = "source.changed", .topic = Topic::Sources, .seq = 0, .at = clock.now(), .data = wire::text(status)},
        publishRecorded());
}

void Daemon::Parts::sourceRemoved(const SourceId &id)
{
    history->sourceRemoved(id);
    const std::string data = Json(Json::Object {{"id", id.value}}).dump();
    store->statuses().forget(
        id, {.type = "source.removed", .topic = Topic::Sources, .seq = 0, .at = clock.now(), .data = data},
        publishRecorded());
}

/// Not stored: a look at a source every few seconds would push out of the log what people want to find there.
void Daemon::Parts::figuresChanged(const std::vector<SourceStatus> &statuses)
{
    if (hub->stats().clients == 0)
        return;
    for (const SourceStatus &status : statuses)
        hub->publish(std::make_shared<const Event>(Event {.type = "source.changed",
                                                          .topic = Topic::Sources,
                                                          .seq = 0,
                                                          .at = clock.now(),
                                                          .data = wire::text(status)}));
}

/// How sources did before this start; none when that cannot be read: then they begin anew. Waits for the store.
std::vector<SourceStatus> Daemon::Parts::knownStatuses()
{
    const auto answer = std::make_shared<std::promise<Result<std::vector<SourceStatus>>>>();
    store->statuses().load(
        [answer](Result<std::vector<SourceStatus>> loaded) { answer->set_value(std::move(loaded)); });
    auto loaded = answer->get_future().get();
    if (!loaded)
        log::warning("daemon", "how sources did before the start could not be read",
                     {{"error", loaded.error().detail}});
    return std::move(loaded).value_or(std::vector<SourceStatus>());
}

Result<> Daemon::Parts::watch()
{
    http = std::make_unique<CurlHttpClient>(monitor);
    prober = std::make_unique<SocketProber>(monitor);
    rules = std::make_unique<RuleEngine>(*history, clock);
    if (auto ok = rules->setRules(effectiveRules(config)); !ok)
        return ok;
    MonitoringOutputs outputs;
    outputs.samples = [this](const SampleBatch &batch) {
        history->append(batch);
        for (auto &event : sampleEvents(batch))
            hub->publish(std::move(event));
    };
    outputs.alerts = [this](AlertBatch batch, MonitoringOutputs::Stored stored) {
        incidents->ingest(std::move(batch), std::move(stored));
    };
    outputs.statusChanged = [this](const SourceStatus &status) { sourceChanged(status); };
    outputs.removed = [this](const SourceId &id) { sourceRemoved(id); };
    outputs.figuresChanged = [this](const std::vector<SourceStatus> &statuses) { figuresChanged(statuses); };
    registry = std::make_unique<SourceRegistry>(
        SourceRegistry::Parts {
            .executor = monitor,
            .clock = clock,
            .random = random,
            .collectors = standardCollectors(
                {.http = *http, .sockets = *prober, .clock = clock, .hostFacts = hostFacts, .hostRoot = "/"}),
            .repository = &store->sources(),
            .known = knownStatuses()},
        std::move(outputs));
    registry->replaceConfigured(effectiveSources(config));
    loadAddedSources();
    // Rates need two looks at this machine: the second one comes at once, so that a first console is not empty.
    if (config.host.enabled)
        monitor.postAfter(std::chrono::seconds(1), [this] { static_cast<void>(registry->checkNow({"host"})); });
    monitor.postAfter(ruleInterval, [this] { evaluateRules(); });
    return {};
}

void Daemon::Parts::loadAddedSources()
{
    registry->loadAdded([this](const Result<> &loaded) {
        if (!loaded) {
            log::error("daemon", "sources added by users could not be loaded; trying again",
                       {{"error", loaded.error().detail}});
            monitor.postAfter(std::chrono::seconds(2), [this] { loadAddedSources(); });
            return;
        }
        io.post([this] {
            addedSourcesLoaded = true;
            endReportsOfRemovedSources();
        });
    });
}

void Daemon::Parts::evaluateRules()
{
    incidents->ingest(rules->evaluate());
    monitor.postAfter(ruleInterval, [this] { evaluateRules(); });
}

void Daemon::Parts::wakeSnoozed()
{
    incidents->wakeSnoozed();
    io.postAfter(wakeInterval, [this] { wakeSnoozed(); });
}

void Daemon::Parts::loadIncidents()
{
    incidents->load([this](const Result<> &loaded) {
        if (!loaded) {
            log::error("daemon", "incidents could not be loaded; trying again", {{"error", loaded.error().detail}});
            io.postAfter(std::chrono::seconds(2), [this] { loadIncidents(); });
            return;
        }
        hub->start(&store->events(), incidents->book().seq());
        std::vector<Incident> fired;
        incidents->book().eachCurrent([&fired](const Incident &incident) {
            if (incident.source == "rules" && !incident.isClosed())
                fired.push_back(incident);
        });
        monitor.post([this, fired = std::move(fired)] { rules->restore(fired); });
        endReportsOfRemovedSources();
    });
}

/// Once incidents and sources are both loaded: what a source reported that was removed while no daemon ran.
void Daemon::Parts::endReportsOfRemovedSources()
{
    if (!incidents->isLoaded() || !addedSourcesLoaded)
        return;
    std::set<std::string> known {"rules"};
    for (const SourceId &id : registry->reporters())
        known.insert(id.value);
    incidents->endReportsExcept(known);
}

Result<> Daemon::Parts::serve(bool isPrivate)
{
    const Principal user {.name = "admin", .roles = {"admin"}, .session = {}, .expiresAt = {}};
    tokens = std::make_unique<TokenAuthority>(token, user, clock, random);
    services = std::make_unique<Services>(Services {.clock = clock,
                                                    .version = VIGIE_VERSION,
                                                    .startedAt = clock.now(),
                                                    .tokens = *tokens,
                                                    .hub = *hub,
                                                    .incidents = *incidents,
                                                    .history = *history,
                                                    .sources = *registry,
                                                    .host = hostFacts,
                                                    .events = store->events(),
                                                    .metrics = metrics,
                                                    .background = background,
                                                    .storeBackend = store->backend(),
                                                    .storeHealth = [this] { return store->health(); }});
    addAllRoutes(router, *services);
    ServerOptions options;
    options.address = config.server.address == "localhost" ? "127.0.0.1" : config.server.address;
    options.port = static_cast<std::uint16_t>(config.server.port);
    options.hostNames = config.server.allowedHosts;
    options.maxConnections = connectionsWithin(raiseDescriptorLimit(), config.server.maxConnections);
    options.maxPerAddress = static_cast<std::size_t>(config.server.maxConnectionsPerAddress);
    auto started = Server::start(
        options,
        {.io = io, .router = router, .authenticator = *tokens, .hub = *hub, .metrics = metrics, .random = random});
    if (!started)
        return tl::unexpected(started.error());
    server = *std::move(started);
    log::info("daemon", "listening",
              {{"address", server->address()},
               {"port", std::int64_t {server->port()}},
               {"data_dir", dataDir},
               {"store", store->backend()}});
    lastUse = clock.steadyNow();
    return isPrivate ? runtime->publish(server->port(), token, store->epoch()) : Result<>();
}

void Daemon::Parts::stop()
{
    // First whoever calls others: requests, then the threads that work on sources and incidents; then what they worked
    // with; last the store, which finishes what waits.
    if (server)
        server->stop();
    background.stop();
    monitor.stop();
    io.stop();
    // Not before all sources are there: what is missing would be forgotten.
    if (registry && addedSourcesLoaded)
        store->statuses().replaceAll(registry->statuses());
    registry.reset();
    http.reset();
    prober.reset();
    store.reset();
}

Daemon::Daemon(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Daemon::~Daemon()
{
    m_parts->stop();
}

Result<std::unique_ptr<Daemon>> Daemon::start(const DaemonOptions &options, DaemonConfig config)
{
    std::unique_ptr<Daemon> daemon(new Daemon(std::make_unique<Parts>()));
    Parts &parts = *daemon->m_parts;
    parts.config = std::move(config);
    const bool isPrivate = !options.privateFile.empty();
    if (auto ok = parts.prepare(options); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = parts.chooseToken(isPrivate); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = parts.openStores(); !ok)
        return tl::unexpected(ok.error());
    parts.hub = std::make_unique<EventHub>(parts.io, parts.clock, parts.store->epoch());
    parts.incidents
        = std::make_unique<IncidentService>(parts.store->incidents(), parts.io, *parts.hub, parts.clock, parts.random);
    if (auto ok = parts.watch(); !ok)
        return tl::unexpected(ok.error());
    parts.io.post([&parts] {
        parts.loadIncidents();
        parts.wakeSnoozed();
    });
    if (auto ok = parts.serve(isPrivate); !ok)
        return tl::unexpected(ok.error());
    return daemon;
}

void Daemon::reload(DaemonConfig config)
{
    Parts &parts = *m_parts;
    for (const std::string &key : changedKeys(parts.config, config)) {
        const bool live = key.starts_with("rules.") || key.starts_with("host.") || key == "log.level";
        if (!live)
            log::warning("daemon", "a changed key waits for a restart", {{"key", key}});
    }
    log::setLevel(config.log.level);
    parts.registry->replaceConfigured(effectiveSources(config));
    parts.monitor.post([&parts, rules = effectiveRules(config)] {
        if (auto ok = parts.rules->setRules(rules); !ok)
            log::error("daemon", "the new rules are refused, the old ones stay", {{"error", ok.error().detail}});
    });
    parts.config = std::move(config);
    log::info("daemon", "configuration taken over",
              {{"sources", static_cast<std::int64_t>(parts.config.sources.size())}});
}

bool Daemon::isAbandoned()
{
    Parts &parts = *m_parts;
    if (!parts.runtime)
        return false;
    const auto restored = parts.runtime->restore();
    if (restored && *restored)
        log::warning("daemon", "the runtime file was gone; it is written again");
    else if (!restored && !std::exchange(parts.saidRuntimeLost, true))
        log::error("daemon", "the runtime file is gone and cannot be written", {{"error", restored.error().detail}});
    const SteadyTime now = parts.clock.steadyNow();
    if (parts.hub->stats().clients > 0) {
        parts.wasUsed = true;
        parts.lastUse = now;
    }
    return now - parts.lastUse > (parts.wasUsed ? lonelyAfterUse : lonelyAfterStart);
}

const std::string &Daemon::dataDir() const
{
    return m_parts->dataDir;
}

} // namespace vigie
