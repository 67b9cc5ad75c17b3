// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/domain/ids.h"
#include "backend/monitoring/collector.h"
#include "backend/monitoring/sourcerepository.h"

#include <functional>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

namespace vigie {

/// Delay before the next try after `failures` (>= 1) failures in a row: uniform in [0, min(cap, 5 s * 2^(failures-1))]
/// ("full jitter", M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog 2015), but at least 250 ms.
/// cap = 2 x interval within [10 s, 5 min]: a source that stays down is tried about as often as one that is up.
Duration backoffDelay(int failures, Duration interval, Random &random);

inline constexpr Duration figuresInterval = std::chrono::seconds(2);

/// Where the registry's findings go. All are called on the registry's executor, one at a time; each may be empty.
struct MonitoringOutputs {
    std::function<void(SampleBatch)> samples;
    using Stored = std::function<void(Result<>)>;
    /// Complete batches of polled sources, incomplete ones of webhooks. A removed source ends with a complete empty
    /// batch, so that nothing it reported stays firing. `stored` (not empty for a webhook only) is to be called once,
    /// on any thread, when the batch is on disk or with the reason why it is not.
    std::function<void(AlertBatch, Stored stored)> alerts;
    /// Only when state, since or lastError changed (and for a source that is not known from before the start), not for
    /// every success.
    std::function<void(SourceStatus)> statusChanged;
    std::function<void(SourceId)> removed;
    /// The other figures of a status (lastSuccess, nextAttempt, failures, lastDuration): all sources that were looked
    /// at, or came back as they were before the start, since the last call, each once, at most one call in
    /// figuresInterval.
    std::function<void(std::vector<SourceStatus>)> figuresChanged {};
};

/// Owns all sources and looks at each in its interval. Works on one executor; public functions may be called from any
/// thread. Late work of an ended registry does nothing, but what `outputs` refers to must outlive the executor's loop.
/// `repository` may be null: then added sources last until the end of the process.
class SourceRegistry {
public:
    struct Parts {
        Executor &executor;
        const Clock &clock;
        Random &random;
        CollectorFactory collectors;
        SourceRepository *repository {nullptr};
        /// How sources did when a daemon last looked at them. One of these with the same kind and target goes on in its
        /// state, and nobody is told of it unless its name, interval or origin changed.
        std::vector<SourceStatus> known {};
    };
    SourceRegistry(Parts parts, MonitoringOutputs outputs);
    ~SourceRegistry();
    SourceRegistry(const SourceRegistry &) = delete;
    SourceRegistry &operator=(const SourceRegistry &) = delete;

    /// Sets the sources of the configuration file. Those that did not change go on undisturbed (no restart, state and
    /// history of failures kept), changed ones start anew, missing ones end. Sources added by users stay. Ids must be
    /// set; of two with one id or name the first wins and the other is logged.
    void replaceConfigured(std::vector<SourceConfig> configs);
    /// Starts the sources kept in the repository; `done` on the executor. Without repository: nothing, at once.
    void loadAdded(std::function<void(Result<>)> done);

    using Added = std::function<void(Result<SourceStatus>)>;
    using Done = std::function<void(Result<>)>;
    /// Validates, gives an id when there is none (UUIDv7), saves, then starts. `done` on the executor. Errors: those of
    /// validate(), Conflict when the name or id is taken, those of the repository.
    void add(SourceConfig config, Added done);
    /// NotFound; Denied for a source of the configuration file.
    void remove(SourceId id, Done done);
    /// Looks at it now instead of later; a look under way is enough. NotFound; Invalid for a webhook.
    [[nodiscard]] Result<> checkNow(const SourceId &id);

    /// All sources as they are at this moment, ordered by name.
    std::vector<SourceStatus> statuses() const;
    [[nodiscard]] Result<SourceStatus> status(const SourceId &id) const;
    /// For queries. NotFound; Invalid when the source is no Prometheus.
    [[nodiscard]] Result<std::shared_ptr<PrometheusClient>> prometheus(const SourceId &id) const;
    /// Sources that report alerts; what others once reported can only have ended.
    std::set<SourceId> reporters() const;
    using Accepted = std::function<void(Result<std::size_t>)>;
    /// A webhook's call. `token`: what the sender showed; compared in constant time. The alerts go to outputs.alerts;
    /// `done` (once, any thread) says how many were read and stored. NotFound (also for a source that is no webhook),
    /// Unauthenticated, TooLarge, Invalid, and what outputs.alerts found: nobody else repeats what a sender pushed.
    void acceptWebhook(const SourceId &id, std::string_view token, std::string_view body, Accepted done);

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace vigie
