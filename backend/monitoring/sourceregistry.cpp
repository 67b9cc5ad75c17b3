// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/sourceregistry.h"

#include "backend/domain/logging.h"
#include "backend/monitoring/webhook.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

namespace vigie {

namespace {
using namespace std::chrono_literals;

constexpr Duration backoffBase = 5s;
constexpr Duration backoffLeast = 250ms;
constexpr Duration backoffMostCap = 5min;
constexpr Duration backoffLeastCap = 10s;
constexpr Duration longestFirstDelay = 2s;
/// A collection may be a few requests one after another, each with the source's timeout.
constexpr int requestsPerCollection = 4;

Duration uniform(Duration most, Random &random)
{
    std::uint64_t bits = 0;
    random.fill(std::as_writable_bytes(std::span(&bits, 1)));
    // 53 bits are what a double holds exactly.
    const double fraction = static_cast<double>(bits >> 11U) * 0x1p-53;
    return Duration(static_cast<Duration::rep>(static_cast<double>(most.count()) * fraction));
}

bool isSameSecret(std::string_view a, std::string_view b)
{
    // The time must not tell how much of a guess was right.
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < a.size() && !b.empty(); ++i)
        difference
            |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(b[i % b.size()]));
    return difference == 0 && !a.empty();
}

bool reportsAlerts(const SourceConfig &config)
{
    return config.kind == SourceKind::Alertmanager || config.kind == SourceKind::Webhook
        || (config.kind == SourceKind::Prometheus && config.alertsBecomeIncidents);
}
} // namespace

Duration backoffDelay(int failures, Duration interval, Random &random)
{
    const Duration cap = std::clamp(2 * interval, backoffLeastCap, backoffMostCap);
    Duration most = backoffBase;
    for (int i = 1; i < failures && most < cap; ++i)
        most *= 2;
    return std::max(backoffLeast, uniform(std::min(most, cap), random));
}

/// All members are used on the executor only, except `entries` and what is in an entry's `status`, `config` and
/// `prometheus`: those are changed on the executor under the mutex, and read by others under the mutex.
struct SourceRegistry::Impl : std::enable_shared_from_this<SourceRegistry::Impl> {
    struct Entry {
        SourceConfig config;
        SourceStatus status;
        std::shared_ptr<PrometheusClient> prometheus;
        std::unique_ptr<Collector> collector;
        std::uint64_t turn {0}; ///< of the timer or collection that counts; older ones are ignored
        bool isCollecting {false};
        SteadyTime due;
    };
    using EntryPtr = std::shared_ptr<Entry>;

    Impl(Parts p, MonitoringOutputs o)
        : parts(std::move(p))
        , outputs(std::move(o))
    {
        for (SourceStatus &status : parts.known)
            former.emplace(status.id, std::move(status));
        parts.known.clear();
    }

    /// Work on the executor that is dropped when the registry has ended.
    template<typename Work>
    auto guarded(Work work)
    {
        return [weak = weak_from_this(), work = std::move(work)]() mutable {
            if (const auto self = weak.lock())
                work(*self);
        };
    }
    /// The request's id goes along, so that what its work logs can be found by it.
    template<typename Work>
    void post(Work work)
    {
        parts.executor.post(
            guarded([requestId = log::Correlation::current(), work = std::move(work)](Impl &impl) mutable {
                const log::Correlation correlation(requestId);
                work(impl);
            }));
    }

    EntryPtr find(const SourceId &id) const
    {
        const std::lock_guard lock(mutex);
        const auto found = entries.find(id);
        return found == entries.end() ? nullptr : found->second;
    }
    std::optional<Error> conflict(const SourceConfig &config) const;
    void start(SourceConfig config);
    /// Takes over how the source did before the start. True when that leaves nothing to tell.
    bool resume(SourceStatus &status);
    void end(const EntryPtr &entry);
    void schedule(const EntryPtr &entry, Duration delay);
    void collect(const EntryPtr &entry);
    void finish(const EntryPtr &entry, std::uint64_t turn, SteadyTime started, Collection found);
    /// Takes over the outcome; true when something worth telling changed.
    bool updateStatus(Entry &entry, const std::optional<Error> &error, std::optional<Duration> took);
    void tell(const EntryPtr &entry);
    void noteFigures(const EntryPtr &entry);
    void tellFigures();
    void replaceConfigured(std::vector<SourceConfig> configs);
    void add(SourceConfig config, Added done);
    void saved(const SourceConfig &config, const Result<> &result, const Added &done);
    void remove(const SourceId &id, Done done);

    Parts parts;
    MonitoringOutputs outputs;
    mutable std::mutex mutex;
    std::map<SourceId, EntryPtr> entries;
    std::map<SourceId, SourceStatus> former; ///< how sources did before the start, until they begin again
    std::set<SourceId> newFigures; ///< of sources whose state is the old one
    bool figuresUnderWay {false};
    std::vector<SourceConfig> saving; ///< added, but not yet on disk: their names and ids are taken already
};

std::optional<Error> SourceRegistry::Impl::conflict(const SourceConfig &config) const
{
    const auto clash = [&config](const SourceConfig &other) -> std::optional<Error> {
        if (other.id == config.id)
            return Error {
                .code = Error::Code::Conflict, .detail = "the id \"" + config.id.value + "\" is taken", .field = "/id"};
        if (other.name == config.name)
            return Error {
                .code = Error::Code::Conflict, .detail = "the name \"" + config.name + "\" is taken", .field = "/name"};
        if (config.kind == SourceKind::Host && other.kind == SourceKind::Host)
            return Error {.code = Error::Code::Conflict, .detail = "this machine is watched already", .field = "/kind"};
        return std::nullopt;
    };
    for (const auto &[id, entry] : entries) {
        if (auto error = clash(entry->config))
            return error;
    }
    for (const SourceConfig &other : saving) {
        if (auto error = clash(other))
            return error;
    }
    return std::nullopt;
}

void SourceRegistry::Impl::start(SourceConfig config)
{
    auto entry = std::make_shared<Entry>();
    entry->status = initialStatus(config, parts.clock.now());
    const bool isAsBefore = resume(entry->status);
    entry->collector = parts.collectors(config);
    if (entry->collector)
        entry->prometheus = entry->collector->prometheus();
    entry->config = std::move(config);
    {
        const std::lock_guard lock(mutex);
        entries[entry->config.id] = entry;
    }
    log::info("monitoring", "source added",
              {{"source", entry->config.id.value}, {"kind", sourceKindName(entry->config.kind)}});
    if (entry->collector) {
        // Probes of one configuration file must not all start in the same moment, in every interval anew.
        const bool isProbe = entry->config.kind == SourceKind::HttpProbe || entry->config.kind == SourceKind::TcpProbe
            || entry->config.kind == SourceKind::DnsProbe;
        schedule(entry,
                 isProbe ? uniform(std::min(longestFirstDelay, entry->config.interval), parts.random) : Duration(0));
    }
    if (isAsBefore)
        noteFigures(entry);
    else
        tell(entry);
}

bool SourceRegistry::Impl::resume(SourceStatus &status)
{
    const auto found = former.extract(status.id);
    // Under the same id something else may be watched by now.
    if (found.empty() || found.mapped().kind != status.kind || found.mapped().target != status.target)
        return false;
    const SourceStatus &before = found.mapped();
    status.state = before.state;
    status.since = std::min(before.since, status.since); // the clock may have been set back
    status.lastSuccess = before.lastSuccess;
    status.lastDuration = before.lastDuration;
    status.failures = before.failures;
    status.lastError = before.lastError;
    return before.name == status.name && before.interval == status.interval && before.editable == status.editable;
}

void SourceRegistry::Impl::end(const EntryPtr &entry)
{
    const SourceId id = entry->config.id;
    {
        const std::lock_guard lock(mutex);
        entries.erase(id);
    }
    ++entry->turn;
    log::info("monitoring", "source removed", {{"source", id.value}});
    if (outputs.alerts && reportsAlerts(entry->config))
        outputs.alerts({.source = id, .complete = true, .alerts = {}}, {});
    if (outputs.removed)
        outputs.removed(id);
}

void SourceRegistry::Impl::schedule(const EntryPtr &entry, Duration delay)
{
    entry->due = parts.clock.steadyNow() + delay;
    const std::uint64_t turn = ++entry->turn;
    {
        const std::lock_guard lock(mutex);
        entry->status.nextAttempt = parts.clock.now() + delay;
    }
    parts.executor.postAfter(delay, guarded([weak = std::weak_ptr(entry), turn](Impl &self) {
                                 if (const auto due = weak.lock(); due && due->turn == turn)
                                     self.collect(due);
                             }));
}

void SourceRegistry::Impl::collect(const EntryPtr &entry)
{
    const std::uint64_t turn = ++entry->turn;
    entry->isCollecting = true;
    const SteadyTime started = parts.clock.steadyNow();
    const auto self = weak_from_this();
    entry->collector->collect([self, weak = std::weak_ptr(entry), turn, started](Collection found) {
        const auto impl = self.lock();
        const auto current = weak.lock();
        if (impl && current)
            impl->finish(current, turn, started, std::move(found));
    });
    if (entry->turn != turn)
        return;
    // A collector that never answers must not leave its source looking well.
    const Duration patience = requestsPerCollection * entry->config.timeout + 5s;
    parts.executor.postAfter(patience, guarded([weak = std::weak_ptr(entry), turn, started](Impl &impl) {
                                 Collection nothing;
                                 nothing.error
                                     = Error {.code = Error::Code::Timeout, .detail = "the collection does not end"};
                                 if (const auto current = weak.lock())
                                     impl.finish(current, turn, started, std::move(nothing));
                             }));
}

bool SourceRegistry::Impl::updateStatus(Entry &entry, const std::optional<Error> &error, std::optional<Duration> took)
{
    const std::lock_guard lock(mutex);
    SourceStatus &status = entry.status;
    const SourceState state = error ? SourceState::Down : SourceState::Up;
    const std::string text = error ? error->detail : std::string();
    const bool changed = status.state != state || status.lastError != text;
    const Timestamp now = parts.clock.now();
    if (status.state != state)
        status.since = now;
    status.state = state;
    status.lastError = text;
    status.failures = error ? status.failures + 1 : 0;
    if (!error)
        status.lastSuccess = now;
    if (took)
        status.lastDuration = *took;
    return changed;
}

void SourceRegistry::Impl::finish(const EntryPtr &entry, std::uint64_t turn, SteadyTime started, Collection found)
{
    if (entry->turn != turn)
        return;
    entry->isCollecting = false;
    const SteadyTime now = parts.clock.steadyNow();
    const bool failed = found.error.has_value();
    const bool changed = updateStatus(*entry, found.error, std::chrono::duration_cast<Duration>(now - started));
    const SourceConfig &config = entry->config;
    if (changed && failed)
        log::warning("monitoring", "source is down", {{"source", config.id.value}, {"error", found.error->detail}});
    else if (changed)
        log::info("monitoring", "source is up", {{"source", config.id.value}});

    if (failed) {
        schedule(entry, backoffDelay(entry->status.failures, config.interval, parts.random));
    } else {
        // On a fixed grid, so that the time a collection takes does not add up.
        SteadyTime next = entry->due + config.interval;
        if (next <= now)
            next = now + config.interval;
        schedule(entry, std::chrono::duration_cast<Duration>(next - now));
    }
    if (outputs.samples && !found.samples.empty())
        outputs.samples({.source = config.id, .at = parts.clock.now(), .samples = std::move(found.samples)});
    if (outputs.alerts && found.alerts)
        outputs.alerts({.source = config.id, .complete = true, .alerts = *std::move(found.alerts)}, {});
    if (changed)
        tell(entry);
    else
        noteFigures(entry);
}

void SourceRegistry::Impl::tell(const EntryPtr &entry)
{
    if (outputs.statusChanged)
        outputs.statusChanged(entry->status);
}

void SourceRegistry::Impl::noteFigures(const EntryPtr &entry)
{
    if (!outputs.figuresChanged)
        return;
    newFigures.insert(entry->config.id);
    if (std::exchange(figuresUnderWay, true))
        return;
    parts.executor.postAfter(figuresInterval, guarded([](Impl &self) { self.tellFigures(); }));
}

void SourceRegistry::Impl::tellFigures()
{
    figuresUnderWay = false;
    std::vector<SourceStatus> statuses;
    statuses.reserve(newFigures.size());
    for (const SourceId &id : newFigures) {
        if (const auto entry = find(id)) // may have ended meanwhile
            statuses.push_back(entry->status);
    }
    newFigures.clear();
    if (!statuses.empty())
        outputs.figuresChanged(std::move(statuses));
}

void SourceRegistry::Impl::replaceConfigured(std::vector<SourceConfig> configs)
{
    std::map<SourceId, const SourceConfig *> wanted;
    for (SourceConfig &config : configs) {
        config.editable = false;
        wanted.emplace(config.id, &config);
    }
    std::vector<EntryPtr> present;
    present.reserve(entries.size());
    for (const auto &[id, entry] : entries)
        present.push_back(entry);
    for (const EntryPtr &entry : present) {
        const auto found = wanted.find(entry->config.id);
        if (entry->config.editable || (found != wanted.end() && *found->second == entry->config))
            continue;
        if (found == wanted.end()) {
            end(entry);
            continue;
        }
        // The same source with other settings: it starts anew, and keeps what it reported unless it reports no more.
        {
            const std::lock_guard lock(mutex);
            entries.erase(entry->config.id);
        }
        ++entry->turn;
        if (outputs.alerts && reportsAlerts(entry->config) && !reportsAlerts(*found->second))
            outputs.alerts({.source = entry->config.id, .complete = true, .alerts = {}}, {});
    }
    for (const SourceConfig &config : configs) {
        if (const auto known = find(config.id); known && known->config == config)
            continue;
        if (const auto clash = conflict(config))
            log::warning("monitoring", "a configured source is left out",
                         {{"source", config.id.value}, {"error", clash->detail}});
        else
            start(config);
    }
}

void SourceRegistry::Impl::add(SourceConfig config, Added done)
{
    config.editable = true;
    if (config.id.empty())
        config.id.value = newUuid(parts.clock, parts.random);
    auto valid = validate(config);
    if (!valid && !valid.error().field.empty())
        valid.error().field.insert(0, "/");
    if (!valid) {
        done(tl::unexpected(valid.error()));
        return;
    }
    if (auto clash = conflict(config)) {
        done(tl::unexpected(*std::move(clash)));
        return;
    }
    if (!parts.repository) {
        saved(config, {}, done);
        return;
    }
    saving.push_back(config);
    // The repository answers on an executor of its own.
    parts.repository->saveSource(
        config, [weak = weak_from_this(), config, done = std::move(done)](const Result<> &result) {
            if (const auto self = weak.lock())
                self->post([config, done, result](Impl &impl) { impl.saved(config, result, done); });
        });
}

void SourceRegistry::Impl::saved(const SourceConfig &config, const Result<> &result, const Added &done)
{
    std::erase_if(saving, [&config](const SourceConfig &other) { return other.id == config.id; });
    if (!result) {
        done(tl::unexpected(result.error()));
        return;
    }
    start(config);
    const auto entry = find(config.id);
    done(entry->status);
}

void SourceRegistry::Impl::remove(const SourceId &id, Done done)
{
    const auto entry = find(id);
    if (!entry) {
        done(fail(Error::Code::NotFound, "no source \"" + id.value + '"'));
        return;
    }
    if (!entry->config.editable) {
        done(fail(Error::Code::Denied, "the source is part of the configuration file"));
        return;
    }
    if (!parts.repository) {
        end(entry);
        done({});
        return;
    }
    parts.repository->removeSource(id, [weak = weak_from_this(), id, done = std::move(done)](const Result<> &result) {
        const auto self = weak.lock();
        if (!self)
            return;
        self->post([id, done, result](Impl &impl) {
            // Two may have asked at once; the second finds it gone and is content.
            if (const auto gone = impl.find(id); gone && result)
                impl.end(gone);
            done(result);
        });
    });
}

SourceRegistry::SourceRegistry(Parts parts, MonitoringOutputs outputs)
    : m_impl(std::make_shared<Impl>(std::move(parts), std::move(outputs)))
{
}

SourceRegistry::~SourceRegistry() = default;

void SourceRegistry::replaceConfigured(std::vector<SourceConfig> configs)
{
    m_impl->post([configs = std::move(configs)](Impl &impl) mutable { impl.replaceConfigured(std::move(configs)); });
}

void SourceRegistry::loadAdded(std::function<void(Result<>)> done)
{
    if (!m_impl->parts.repository) {
        m_impl->post([done = std::move(done)](Impl &) { done({}); });
        return;
    }
    const auto take = [done = std::move(done)](Impl &impl, Result<std::vector<SourceConfig>> loaded) {
        if (!loaded) {
            done(tl::unexpected(loaded.error()));
            return;
        }
        for (SourceConfig &config : *loaded) {
            config.editable = true;
            const auto valid = validate(config);
            const auto clash = impl.conflict(config);
            if (valid && !clash)
                impl.start(std::move(config));
            else
                log::warning("monitoring", "a stored source is left out",
                             {{"source", config.id.value}, {"error", valid ? clash->detail : valid.error().detail}});
        }
        done({});
    };
    m_impl->parts.repository->loadSources(
        [weak = m_impl->weak_from_this(), take](Result<std::vector<SourceConfig>> loaded) {
            if (const auto self = weak.lock())
                self->post([take, loaded = std::move(loaded)](Impl &impl) mutable { take(impl, std::move(loaded)); });
        });
}

void SourceRegistry::add(SourceConfig config, Added done)
{
    m_impl->post([config = std::move(config), done = std::move(done)](Impl &impl) mutable {
        impl.add(std::move(config), std::move(done));
    });
}

void SourceRegistry::remove(SourceId id, Done done)
{
    m_impl->post(
        [id = std::move(id), done = std::move(done)](Impl &impl) mutable { impl.remove(id, std::move(done)); });
}

Result<> SourceRegistry::checkNow(const SourceId &id)
{
    const auto entry = m_impl->find(id);
    if (!entry)
        return fail(Error::Code::NotFound, "no source \"" + id.value + '"');
    if (!entry->collector)
        return fail(Error::Code::Invalid, "a webhook cannot be checked; it is called");
    m_impl->post([id](Impl &impl) {
        const auto current = impl.find(id);
        if (current && !current->isCollecting)
            impl.collect(current);
    });
    return {};
}

std::vector<SourceStatus> SourceRegistry::statuses() const
{
    std::vector<SourceStatus> out;
    {
        const std::lock_guard lock(m_impl->mutex);
        out.reserve(m_impl->entries.size());
        for (const auto &[id, entry] : m_impl->entries)
            out.push_back(entry->status);
    }
    std::ranges::sort(out, [](const SourceStatus &a, const SourceStatus &b) { return a.name < b.name; });
    return out;
}

Result<SourceStatus> SourceRegistry::status(const SourceId &id) const
{
    const std::lock_guard lock(m_impl->mutex);
    const auto found = m_impl->entries.find(id);
    if (found == m_impl->entries.end())
        return fail(Error::Code::NotFound, "no source \"" + id.value + '"');
    return found->second->status;
}

Result<std::shared_ptr<PrometheusClient>> SourceRegistry::prometheus(const SourceId &id) const
{
    const auto entry = m_impl->find(id);
    if (!entry)
        return fail(Error::Code::NotFound, "no source \"" + id.value + '"');
    if (!entry->prometheus)
        return fail(Error::Code::Invalid, "the source \"" + id.value + "\" is no Prometheus", "source");
    return entry->prometheus;
}

std::set<SourceId> SourceRegistry::reporters() const
{
    std::set<SourceId> ids;
    const std::lock_guard lock(m_impl->mutex);
    for (const auto &[id, entry] : m_impl->entries) {
        if (reportsAlerts(entry->config))
            ids.insert(id);
    }
    return ids;
}

void SourceRegistry::acceptWebhook(const SourceId &id, std::string_view token, std::string_view body, Accepted done)
{
    const auto entry = m_impl->find(id);
    if (!entry || entry->config.kind != SourceKind::Webhook)
        return done(fail(Error::Code::NotFound, "no webhook \"" + id.value + '"'));
    if (!isSameSecret(token, entry->config.webhookToken))
        return done(fail(Error::Code::Unauthenticated, "the token is not the one of this webhook"));
    m_impl->post([id, batch = readWebhook(id, body), done = std::move(done)](Impl &impl) {
        const auto current = impl.find(id);
        if (!current)
            return done(fail(Error::Code::NotFound, "no webhook \"" + id.value + '"'));
        const bool changed
            = impl.updateStatus(*current, batch ? batch->leftOut : std::optional(batch.error()), std::nullopt);
        if (!batch)
            done(tl::unexpected(batch.error()));
        else if (impl.outputs.alerts)
            impl.outputs.alerts(*batch, [count = batch->alerts.size(), done](const Result<> &stored) {
                done(stored.map([count] { return count; }));
            });
        else
            done(batch->alerts.size());
        if (changed)
            impl.tell(current);
        else
            impl.noteFigures(current);
    });
}

} // namespace vigie
