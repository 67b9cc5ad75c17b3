// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/servermetrics.h"

#include "backend/domain/json.h"
#include "backend/domain/text.h"
#include "backend/server/router.h"

namespace vigie {

void ServerMetrics::answered(std::size_t route, int status, double seconds)
{
    refused(status);
    if (m_routes.size() <= route)
        m_routes.resize(route + 1);
    RouteTimes &times = m_routes[route];
    std::size_t bucket = 0;
    while (bucket < bounds.size() && seconds > bounds[bucket])
        ++bucket;
    ++times.buckets[bucket];
    ++times.count;
    times.sum += seconds;
}

void ServerMetrics::refused(int status)
{
    const auto first = static_cast<std::size_t>(status / 100);
    ++m_byClass[first < m_byClass.size() ? first : 0];
}

void ServerMetrics::expose(std::string &out, const Router &router) const
{
    Exposition text(out);
    text.family("response_time_seconds", "histogram", "Time from a complete request header to its answer, by route.");
    for (const Route &route : router.routes()) {
        if (route.index >= m_routes.size() || m_routes[route.index].count == 0)
            continue;
        const RouteTimes &times = m_routes[route.index];
        const std::string labels = "method=\"" + std::string(methodName(route.method)) + "\",route=\""
            + escapedLabelValue(route.pattern) + "\"";
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < times.buckets.size(); ++i) {
            sum += times.buckets[i];
            std::string bound = "+Inf";
            if (i < bounds.size()) {
                bound.clear();
                appendJsonNumber(bound, bounds[i]);
            }
            std::string bounded = labels;
            bounded.append(R"(,le=")").append(bound).append(R"(")");
            text.sample("response_time_seconds_bucket", bounded, static_cast<double>(sum));
        }
        text.sample("response_time_seconds_sum", labels, times.sum);
        text.sample("response_time_seconds_count", labels, static_cast<double>(times.count));
    }
    text.family("vigie_http_responses_total", "counter", "Answers by the first digit of their status.");
    for (std::size_t i = 1; i < m_byClass.size(); ++i)
        text.sample("vigie_http_responses_total", "code=\"" + std::to_string(i) + "xx\"",
                    static_cast<double>(m_byClass[i]));
    text.family("vigie_http_connections", "gauge", "Open HTTP connections.");
    text.sample("vigie_http_connections", "", static_cast<double>(m_connections));
    text.family("vigie_http_connections_accepted_total", "counter", "Connections taken in.");
    text.sample("vigie_http_connections_accepted_total", "", static_cast<double>(m_accepted));
    text.family("vigie_http_connections_rejected_total", "counter", "Connections refused because there were too many.");
    text.sample("vigie_http_connections_rejected_total", "", static_cast<double>(m_rejected));
    text.family("vigie_websocket_clients", "gauge", "Open WebSockets.");
    text.sample("vigie_websocket_clients", "", static_cast<double>(m_webSockets));
}

void Exposition::family(std::string_view name, std::string_view type, std::string_view help)
{
    m_out.append("# HELP ").append(name).append(" ").append(help);
    m_out.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

void Exposition::sample(std::string_view name, std::string_view labels, double value)
{
    m_out += name;
    if (!labels.empty())
        m_out.append("{").append(labels).append("}");
    m_out += ' ';
    appendJsonNumber(m_out, value);
    m_out += '\n';
}

} // namespace vigie
