// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/event.h"
#include "backend/domain/executor.h"
#include "backend/domain/ids.h"
#include "backend/store/storehealth.h"

#include <functional>
#include <string>

namespace vigie {

class EventHub;
class HostFacts;
class IncidentService;
class MetricHistory;
class Router;
class ServerMetrics;
class SourceRegistry;
class TokenAuthority;

/// Everything the routes of a daemon work with, borrowed from its composition root. Outlives the server.
struct Services {
    const Clock &clock;
    std::string version;
    Timestamp startedAt {};
    TokenAuthority &tokens;
    EventHub &hub;
    IncidentService &incidents; ///< its home is the server's I/O thread
    MetricHistory &history;
    SourceRegistry &sources;
    HostFacts &host;
    EventLog &events;
    ServerMetrics &metrics;
    Executor &background; ///< for what may wait for the disk (history queries); not the I/O thread
    std::string storeBackend; ///< "sqlite" "postgresql"
    std::function<StoreHealth()> storeHealth; ///< thread-safe
};

/// Registers every route of the daemon (resources/openapi.json describes them). `services` outlives `router`'s use.
void addAllRoutes(Router &router, Services &services);

/// By topic; for tests and for daemons of a smaller kind.
void addAuthRoutes(Router &router, Services &services);
void addSystemRoutes(Router &router, Services &services);
void addIncidentRoutes(Router &router, Services &services);
void addMetricRoutes(Router &router, Services &services);
void addQueryRoutes(Router &router, Services &services); ///< /metrics/query
void addSourceRoutes(Router &router, Services &services);
void addEventRoutes(Router &router, Services &services);
void addWebhookRoutes(Router &router, Services &services);
void addHealthRoutes(Router &router, Services &services);

} // namespace vigie
