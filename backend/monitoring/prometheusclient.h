// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"
#include "backend/domain/incident.h"
#include "backend/domain/json.h"
#include "backend/domain/metric.h"
#include "backend/monitoring/sourceconfig.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

struct QuerySeries {
    SeriesKey series; ///< without __name__ among the labels
    std::vector<Sample> points; ///< ascending; one for an instant query
};

struct QueryResult {
    std::string resultType; ///< "vector" "matrix" "scalar" "string"
    std::vector<std::string> warnings; ///< warnings and infos of the server
    std::vector<QuerySeries> series; ///< a scalar is one series without name; a string none (its text is in `text`)
    std::string text;
};

/// Speaks to one Prometheus or a server with its query API (VictoriaMetrics, Thanos, Mimir). Functions may be called
/// from any thread; `done` comes exactly once on the HTTP client's executor, also when this object ended meanwhile.
/// Errors: those of HttpClient; Invalid (the query; detail is the server's text), Denied (credentials), TooLarge,
/// Timeout, Unavailable, Protocol.
class PrometheusClient {
public:
    static constexpr int maxPointsPerRequest = 11'000; ///< of one series; more is a 400 of Prometheus
    static constexpr int maxRequestsPerRange = 10; ///< a longer range with this step is Invalid (field "step")
    static constexpr std::size_t maxAnswer = 64U << 20U; ///< bytes

    template<typename T>
    using Done = std::function<void(Result<T>)>;

    PrometheusClient(SourceConfig config, HttpClient &http, const Clock &clock);

    /// At `at`, or at the server's present when nullopt.
    void instant(const std::string &query, std::optional<Timestamp> at, Done<QueryResult> done) const;
    /// Steps from `from` to `to`, both included. Splits what exceeds maxPointsPerRequest and joins the parts.
    /// Invalid (field "from" or "step") when from > to or step < 1 ms.
    void range(std::string query, Timestamp from, Timestamp to, Duration step, Done<QueryResult> done) const;

    /// The `data` member of /api/v1/alerts, rules and targets?state=active, as the server gave it.
    void alerts(Done<Json> done) const;
    void rules(Done<Json> done) const;
    void targets(Done<Json> done) const;

    /// Every firing alert. Its labels get the server's external labels and alert relabelling first, as they do on the
    /// way to the Alertmanager, so that dedupKey is the same there. Those come from /api/v1/status/config at most every
    /// 5 minutes; a server without that route (status 4xx, 501) has none. `metric` is the expression of the rule, known
    /// for 5 minutes, too, and asked for at most once a minute when an alert comes of which no rule is known.
    void firing(Done<std::vector<AlertSignal>> done) const;

    const SourceConfig &config() const;

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;
};

/// One answer of /api/v1/query or query_range. Errors: Protocol, or what the server said (see PrometheusClient).
/// Native histograms are left out. Cost: about the text's length, no tree in between.
[[nodiscard]] Result<QueryResult> readQueryAnswer(int httpStatus, std::string_view body);

} // namespace vigie
