// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/metrichistory.h"
#include "backend/server/routes.h"

namespace vigie {

namespace {
constexpr std::size_t maxSeriesOfAnswer = 500;
constexpr Duration longestWait = std::chrono::seconds(60); // as the server's handlerTimeout

std::string metricsText(const MetricHistory &history)
{
    std::string out = "{\"metrics\":[";
    const char *separator = "";
    for (const MetricListing &metric : history.metrics()) {
        out += separator;
        separator = ",";
        out += "{\"name\":";
        appendJsonString(out, metric.info.name);
        out += ",\"unit\":";
        appendJsonString(out, metricUnitName(metric.info.unit));
        out += ",\"help\":";
        appendJsonString(out, metric.info.help);
        out += ",\"series\":[";
        for (std::size_t i = 0; i < metric.series.size(); ++i) {
            out += i > 0 ? "," : "";
            appendJsonString(out, metric.series[i].toString());
        }
        out += "]}";
    }
    out += "]}";
    return out;
}

struct HistoryRange {
    Selector selector;
    Timestamp from {};
    Timestamp to {};
    Duration step {0};
};

Result<HistoryRange> readRange(const Request &request)
{
    constexpr std::int64_t day = 86'400'000'000;
    QueryReader reader(request);
    HistoryRange out;
    const std::string query = reader.mandatoryText("query", 4096);
    const auto from = reader.timestamp("from");
    const auto to = reader.timestamp("to");
    const auto step = reader.integer("step", 1000, 366 * day);
    if (!from)
        reader.reject("from", "is missing");
    if (!to)
        reader.reject("to", "is missing");
    if (!step)
        reader.reject("step", "is missing");
    if (const auto ok = reader.finish(); !ok)
        return tl::unexpected(ok.error());
    auto selector = Selector::parse(query);
    if (!selector)
        return fail(Error::Code::Invalid, selector.error().detail, "query");
    out.selector = *std::move(selector);
    out.from = from.value_or(Timestamp {});
    out.to = to.value_or(Timestamp {});
    out.step = Duration(step.value_or(0));
    return out;
}

void answerHistory(const MetricHistory &history, const HistoryRange &range, const Responder &responder)
{
    auto series = history.range(range.selector, range.from, range.to, range.step, maxSeriesOfAnswer);
    if (!series) {
        Error error = series.error();
        if (error.field.empty())
            error.field = "query";
        return responder.problem(error);
    }
    std::string out = "{\"from\":";
    appendJsonNumber(out, toMicros(range.from));
    out += ",\"to\":";
    appendJsonNumber(out, toMicros(range.to));
    out += ",\"step\":";
    appendJsonNumber(out, std::int64_t {range.step.count()});
    out += ",\"series\":[";
    for (std::size_t i = 0; i < series->size(); ++i) {
        out += i > 0 ? "," : "";
        wire::append(out, (*series)[i]);
    }
    out += "]}";
    responder.json(std::move(out));
}
} // namespace

void addMetricRoutes(Router &router, Services &services)
{
    router.add(
        Method::Get, "/api/v1/metrics", {.operation = "listMetrics", .access = Access::User},
        [&services](const Request &, const Responder &responder) { responder.json(metricsText(services.history)); });
    router.add(Method::Get, "/api/v1/metrics/history", {.operation = "metricHistory", .query = QueryUse::Some},
               [&services](const Request &request, const Responder &responder) {
                   auto range = readRange(request);
                   if (!range)
                       return responder.problem(range.error());
                   const SteadyTime asked = services.clock.steadyNow();
                   services.background.post([&services, responder, asked, range = *std::move(range)] {
                       // Who asked has had its 504: work for nobody would keep the queue from ever ending.
                       if (services.clock.steadyNow() - asked > longestWait)
                           return responder.problem(
                               {.code = Error::Code::Timeout, .detail = "too many queries were waiting"});
                       answerHistory(services.history, range, responder);
                   });
               });
}

} // namespace vigie
