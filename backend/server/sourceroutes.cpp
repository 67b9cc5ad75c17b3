// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/prometheusclient.h"
#include "backend/monitoring/sourceregistry.h"
#include "backend/server/eventhub.h"
#include "backend/server/routes.h"

namespace vigie {

namespace {
constexpr std::size_t maxSourceBody = 64U << 10U;

void listSources(Services &services, const Responder &responder)
{
    const std::int64_t seq = services.hub.seq(); // before the statuses: they contain at least that much
    std::string out = "{\"items\":[";
    const char *separator = "";
    for (const SourceStatus &status : services.sources.statuses()) {
        out += separator;
        wire::append(out, status);
        separator = ",";
    }
    out += "],\"seq\":";
    appendJsonNumber(out, seq);
    out += '}';
    responder.json(std::move(out));
}

void addSource(Services &services, const Request &request, const Responder &responder)
{
    const auto json = routes::bodyOf(request);
    if (!json)
        return responder.problem(json.error());
    auto config = readSourceConfig(*json);
    if (!config)
        return responder.problem(config.error());
    services.sources.add(*std::move(config),
                         [responder](const Result<SourceStatus> &added) { routes::answer(responder, added, 201); });
}

using PrometheusRead = void (PrometheusClient::*)(PrometheusClient::Done<Json>) const;

/// What a Prometheus says about itself, as it says it.
void addPassThrough(Router &router, Services &services, const char *what, const char *operation, PrometheusRead read)
{
    router.add(Method::Get, std::string("/api/v1/sources/{id}/") + what,
               {.operation = operation, .access = Access::User},
               [&services, read](const Request &request, const Responder &responder) {
                   const auto client = services.sources.prometheus({request.param("id")});
                   if (!client)
                       return responder.problem(client.error());
                   ((**client).*read)([responder](const Result<Json> &data) {
                       if (data)
                           responder.json(data->dump());
                       else
                           responder.problem(data.error());
                   });
               });
}
} // namespace

void addSourceRoutes(Router &router, Services &services)
{
    router.add(Method::Get, "/api/v1/sources", {.operation = "listSources", .access = Access::User},
               [&services](const Request &, const Responder &responder) { listSources(services, responder); });
    router.add(
        Method::Post, "/api/v1/sources",
        {.operation = "addSource", .access = Access::User, .body = BodyUse::Required, .maxBody = maxSourceBody},
        [&services](const Request &request, const Responder &responder) { addSource(services, request, responder); });
    router.add(Method::Delete, "/api/v1/sources/{id}", {.operation = "removeSource", .access = Access::User},
               [&services](const Request &request, const Responder &responder) {
                   services.sources.remove({request.param("id")}, [responder](const Result<> &done) {
                       if (done)
                           responder.noContent();
                       else
                           responder.problem(done.error());
                   });
               });
    router.add(
        Method::Post, "/api/v1/sources/{id}/check",
        {.operation = "checkSource", .access = Access::User, .body = BodyUse::Optional, .maxBody = maxSourceBody},
        [&services](const Request &request, const Responder &responder) {
            if (const auto ok = services.sources.checkNow({request.param("id")}); !ok)
                return responder.problem(ok.error());
            responder.json("{}", 202);
        });
    addPassThrough(router, services, "alerts", "sourceAlerts", &PrometheusClient::alerts);
    addPassThrough(router, services, "rules", "sourceRules", &PrometheusClient::rules);
    addPassThrough(router, services, "targets", "sourceTargets", &PrometheusClient::targets);
}

} // namespace vigie
