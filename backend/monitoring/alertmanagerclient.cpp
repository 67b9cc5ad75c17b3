// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/alertmanagerclient.h"

#include "backend/monitoring/alertmapping.h"
#include "backend/monitoring/httprequests.h"
#include "backend/monitoring/prometheusanswer.h"

namespace vigie {

namespace {
constexpr std::size_t maxAlertmanagerAnswer = 64U << 20U;
}

void fetchAlertmanagerAlerts(const SourceConfig &config, HttpClient &http,
                             std::function<void(Result<std::vector<AlertSignal>>)> done)
{
    HttpRequest request
        = sourceRequest(config, "/api/v2/alerts?active=true&silenced=true&inhibited=true&unprocessed=true");
    request.maxBody = maxAlertmanagerAnswer;
    http.send(std::move(request), [done = std::move(done)](const Result<HttpResponse> &response) {
        if (!response)
            done(tl::unexpected(response.error()));
        else if (response->status != 200)
            done(tl::unexpected(prometheusError(response->status, {}, {})));
        else
            done(readAlertmanagerAlerts(response->body));
    });
}

} // namespace vigie
