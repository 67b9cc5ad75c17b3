// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incidents/incidentservice.h"
#include "backend/monitoring/hostfacts.h"
#include "backend/monitoring/sourceregistry.h"
#include "backend/server/eventhub.h"
#include "backend/server/routes.h"

namespace vigie {

namespace {
Json count(std::size_t n)
{
    return static_cast<std::int64_t>(n);
}

Json sourcesJson(const std::vector<SourceStatus> &statuses)
{
    std::array<std::int64_t, 3> counts {};
    for (const SourceStatus &status : statuses)
        ++counts[static_cast<std::size_t>(status.state)];
    Json out;
    for (const SourceState state : {SourceState::Up, SourceState::Down, SourceState::Pending})
        out.set(std::string(sourceStateName(state)), counts[static_cast<std::size_t>(state)]);
    return out;
}

Json incidentsJson(const IncidentBook::Counts &counts)
{
    Json out;
    std::size_t open = 0;
    for (const std::size_t n : counts.unresolved)
        open += n;
    out.set("open", count(open));
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
        out.set(std::string(severityName(severity)), count(counts.unresolved[static_cast<std::size_t>(severity)]));
    out.set("unowned", count(counts.unowned));
    return out;
}

Json hostJson(const HostSnapshot &host)
{
    Json::Array processes;
    for (const HostProcess &process : host.processes) {
        Json item;
        item.set("pid", process.pid);
        item.set("name", process.name);
        item.set("cpu", process.cpu);
        item.set("memory", static_cast<std::int64_t>(process.memory));
        processes.push_back(std::move(item));
    }
    Json::Array units;
    for (const std::string &unit : host.failedUnits)
        units.emplace_back(unit);
    Json out;
    out.set("processes", std::move(processes));
    out.set("failedUnits", std::move(units));
    out.set("os", host.os);
    out.set("kernel", host.kernel);
    return out;
}

std::string statusText(const Services &services)
{
    const HostSnapshot host = services.host.snapshot();
    const StoreHealth store = services.storeHealth();
    const Timestamp now = services.clock.now();
    Json out;
    out.set("version", services.version);
    out.set("epoch", services.hub.epoch());
    out.set("startedAt", toMicros(services.startedAt));
    out.set("now", toMicros(now));
    out.set("hostname", host.hostname);
    out.set("uptimeSeconds", std::chrono::duration_cast<std::chrono::seconds>(now - services.startedAt).count());
    out.set("seq", services.hub.seq());
    out.set("sources", sourcesJson(services.sources.statuses()));
    out.set("incidents", incidentsJson(services.incidents.book().counts()));
    out.set("host", hostJson(host));
    Json storeJson;
    storeJson.set("backend", services.storeBackend);
    storeJson.set("writable", store.writable);
    out.set("store", std::move(storeJson));
    return out.dump();
}
} // namespace

void addSystemRoutes(Router &router, Services &services)
{
    router.add(Method::Get, "/system/status", {.operation = "systemStatus", .access = Access::User},
               [&services](const Request &, const Responder &responder) { responder.json(statusText(services)); });
    router.addWebSocket("/ws/notifications", "notifications");
}

void addAllRoutes(Router &router, Services &services)
{
    addAuthRoutes(router, services);
    addSystemRoutes(router, services);
    addIncidentRoutes(router, services);
    addMetricRoutes(router, services);
    addQueryRoutes(router, services);
    addSourceRoutes(router, services);
    addEventRoutes(router, services);
    addWebhookRoutes(router, services);
    addHealthRoutes(router, services);
}

} // namespace vigie
