// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"
#include "backend/incidents/incidentservice.h"
#include "backend/metrics/metrichistory.h"
#include "backend/monitoring/hostfacts.h"
#include "backend/monitoring/prometheusclient.h"
#include "backend/monitoring/sourceregistry.h"
#include "backend/server/services.h"
#include "backend/store/store.h"
#include "tests/server/testserver.h"

#include <QTemporaryDir>

#include <memory>
#include <string>

namespace vigie::test {

/// Answers as a small Prometheus, at once.
class CannedPrometheus final : public HttpClient {
public:
    void send(HttpRequest request, Done done) override;
};

/// Everything the routes of a daemon work with, real but for the network behind its sources: SQLite in a temporary
/// folder, a Prometheus source "prom" with canned answers, a webhook source "hook", a probe "probe".
class TestDaemon {
public:
    TestDaemon();
    ~TestDaemon();
    std::uint16_t port() const { return server->port(); }
    std::string login();

    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    IoThread io {"test-io"};
    LoopThread monitor {"test-monitor"};
    LoopThread background {"test-back"};
    CannedPrometheus http;
    std::unique_ptr<Store> store;
    std::unique_ptr<MetricHistory> history;
    EventHub hub;
    HostFacts host;
    std::unique_ptr<IncidentService> incidents;
    std::unique_ptr<SourceRegistry> sources;
    TokenAuthority tokens {privateToken, {"owner", {"admin"}, {}, {}}, clock, random};
    ServerMetrics metrics;
    Router router;
    std::unique_ptr<Services> services;
    std::unique_ptr<Server> server;

private:
    void openStores();
    void watch();
};

inline const std::string webhookToken = "the webhook's own token";

} // namespace vigie::test
