// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/text.h"
#include "backend/incidents/incidentservice.h"
#include "backend/metrics/metrichistory.h"
#include "backend/monitoring/sourceregistry.h"
#include "backend/server/eventhub.h"
#include "backend/server/openapi.h"
#include "backend/server/processfacts.h"
#include "backend/server/routes.h"
#include "backend/server/servermetrics.h"

namespace vigie {

namespace {
void health(const Services &services, const Responder &responder)
{
    // Alive is who answers; whether it can work is told beside it.
    std::string out = R"({"status":"up","version":")";
    out += services.version;
    out += R"(","loaded":)";
    out += services.incidents.isLoaded() ? "true}" : "false}";
    responder.json(std::move(out));
}

void databaseHealth(const Services &services, const Responder &responder)
{
    const StoreHealth store = services.storeHealth();
    Json out;
    out.set("status", storeStateName(store.state));
    out.set("backend", services.storeBackend);
    out.set("writable", store.writable);
    out.set("since", toMicros(store.since));
    if (!store.lastError.empty())
        out.set("lastError", store.lastError);
    if (!store.notice.empty())
        out.set("notice", store.notice);
    responder.json(out.dump(), store.state == StoreState::Up ? 200 : 503);
}

void exposeIncidents(Exposition &text, const IncidentService &incidents)
{
    const auto severity
        = [](std::size_t i) { return "severity=\"" + std::string(severityName(static_cast<Severity>(i))) + "\""; };
    text.family("incidents_total", "counter",
                "Incidents opened since the start, by the severity they began with and who opened them.");
    for (const auto &[source, counts] : incidents.opened()) {
        for (std::size_t i = 0; i < severityCount; ++i)
            text.sample("incidents_total", severity(i) + ",source=\"" + escapedLabelValue(source) + "\"",
                        static_cast<double>(counts[i]));
    }
    const IncidentBook &book = incidents.book();
    text.family("incidents_by_severity", "gauge", "Unresolved incidents by severity.");
    for (std::size_t i = 0; i < severityCount; ++i)
        text.sample("incidents_by_severity", severity(i), static_cast<double>(book.counts().unresolved[i]));
    text.family("vigie_incidents_in_memory", "gauge", "Incidents that lists can show, resolved ones included.");
    text.sample("vigie_incidents_in_memory", "", static_cast<double>(book.size()));
}

void exposeSources(Exposition &text, const std::vector<SourceStatus> &statuses)
{
    std::array<double, 3> counts {};
    for (const SourceStatus &status : statuses)
        counts[static_cast<std::size_t>(status.state)] += 1;
    text.family("vigie_sources", "gauge", "Sources by state.");
    for (const SourceState state : {SourceState::Up, SourceState::Down, SourceState::Pending})
        text.sample("vigie_sources", "state=\"" + std::string(sourceStateName(state)) + "\"",
                    counts[static_cast<std::size_t>(state)]);
}

void exposeHub(Exposition &text, const EventHubStats &stats)
{
    const auto counter = [&text](std::string_view name, std::string_view help, std::uint64_t value) {
        text.family(name, "counter", help);
        text.sample(name, "", static_cast<double>(value));
    };
    counter("vigie_events_total", "Events taken by the hub.", stats.events);
    counter("vigie_events_sent_total", "Events given to WebSocket clients.", stats.deliveries);
    counter("vigie_frames_sent_total", "Frames given to WebSocket clients.", stats.frames);
    counter("vigie_resyncs_total", "WebSocket clients that were too slow.", stats.resyncs);
}

void exposeProcess(Exposition &text, const ProcessFacts &facts)
{
    const auto one = [&text](std::string_view name, std::string_view type, std::string_view help, double value) {
        text.family(name, type, help);
        text.sample(name, "", value);
    };
    one("process_resident_memory_bytes", "gauge", "Resident memory.", static_cast<double>(facts.residentBytes));
    one("process_cpu_seconds_total", "counter", "User and system CPU time.", facts.cpuSeconds);
    one("process_open_fds", "gauge", "Open file descriptors.", static_cast<double>(facts.openFiles));
    one("process_threads", "gauge", "Threads.", static_cast<double>(facts.threads));
}

std::string exposition(const Services &services, const Router &router)
{
    std::string out;
    Exposition text(out);
    exposeIncidents(text, services.incidents);
    services.metrics.expose(out, router);
    exposeSources(text, services.sources.statuses());
    exposeHub(text, services.hub.stats());
    const MetricHistoryHealth history = services.history.health();
    text.family("vigie_history_series", "gauge", "Series in the metric history.");
    text.sample("vigie_history_series", "", static_cast<double>(history.series));
    text.family("vigie_history_bytes", "gauge", "Size of the metric history.");
    text.sample("vigie_history_bytes", "where=\"disk\"", static_cast<double>(history.bytesOnDisk));
    text.sample("vigie_history_bytes", "where=\"memory\"", static_cast<double>(history.bytesInMemory));
    text.family("vigie_store_writable", "gauge", "1 when the store takes writes.");
    text.sample("vigie_store_writable", "", services.storeHealth().writable ? 1 : 0);
    exposeProcess(text, readProcessFacts());
    return out;
}
} // namespace

void addHealthRoutes(Router &router, Services &services)
{
    router.add(Method::Get, "/health", {.operation = "health", .access = Access::Public},
               [&services](const Request &, const Responder &responder) { health(services, responder); });
    router.add(Method::Get, "/health/database", {.operation = "databaseHealth", .access = Access::Local},
               [&services](const Request &, const Responder &responder) { databaseHealth(services, responder); });
    const Handler metrics = [&services, &router](const Request &, const Responder &responder) {
        Response response;
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        response.body = exposition(services, router);
        responder.send(std::move(response));
    };
    router.add(Method::Get, "/metrics", {.operation = "exposition", .access = Access::Local}, metrics);
    router.add(Method::Get, "/admin/metrics/prometheus", {.operation = "expositionForAdmins", .access = Access::Local},
               metrics);
    router.add(Method::Get, "/openapi.json", {.operation = "openApi", .access = Access::Public},
               [document = std::make_shared<const std::string>(openApiDocument())](const Request &,
                                                                                   const Responder &responder) {
                   Response response;
                   response.sharedBody = document;
                   responder.send(std::move(response));
               });
}

} // namespace vigie
