// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/sourceregistry.h"
#include "backend/monitoring/webhook.h"
#include "backend/server/routes.h"

namespace vigie {

void addWebhookRoutes(Router &router, Services &services)
{
    router.add(Method::Post, "/api/v1/webhooks/{sourceId}",
               {.operation = "receiveWebhook",
                .access = Access::Webhook,
                .body = BodyUse::Required,
                .maxBody = maxWebhookBody},
               [&services](const Request &request, const Responder &responder) {
                   services.sources.acceptWebhook({request.param("sourceId")},
                                                  bearerToken(request.header("Authorization")), request.body,
                                                  [responder](const Result<std::size_t> &taken) {
                                                      if (!taken)
                                                          return responder.problem(taken.error());
                                                      Json out;
                                                      out.set("accepted", static_cast<std::int64_t>(*taken));
                                                      responder.json(out.dump(), 202);
                                                  });
               });
}

} // namespace vigie
