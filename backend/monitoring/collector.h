// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "backend/domain/metric.h"
#include "backend/monitoring/sourceconfig.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace vigie {

class PrometheusClient;

/// What one look at a source brought. A failing probe brings samples (probe_success 0) and an error.
struct Collection {
    std::vector<SeriesSample> samples;
    std::optional<std::vector<AlertSignal>>
        alerts; ///< all that fire there; nullopt: the source has no alerts or failed
    std::optional<Error> error; ///< with a stable text: no times or counters in it that differ from one try to the next
};

/// Looks at one source once per call. Lives and is called on the registry's executor.
class Collector {
public:
    using Done = std::function<void(Collection)>;
    virtual ~Collector() = default;
    /// `done` comes exactly once, on the same executor, possibly within the call, possibly after the collector's end.
    virtual void collect(Done done) = 0;
    /// For queries, when the source is a Prometheus; otherwise null.
    virtual std::shared_ptr<PrometheusClient> prometheus() const { return nullptr; }
};

/// Makes the collector of a valid configuration; null for a webhook, which is not polled.
using CollectorFactory = std::function<std::unique_ptr<Collector>(const SourceConfig &)>;

} // namespace vigie
