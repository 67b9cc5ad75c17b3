// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/prometheusclient.h"
#include "backend/monitoring/sourceregistry.h"
#include "backend/server/routes.h"

namespace vigie {

namespace {
struct SourceQuery {
    SourceId source;
    std::string promql;
    std::optional<Timestamp> time;
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    std::optional<Duration> step;
};

Result<SourceQuery> readSourceQuery(const Request &request)
{
    constexpr std::int64_t day = 86'400'000'000;
    QueryReader reader(request);
    SourceQuery out;
    out.source = {reader.mandatoryText("source", 256)};
    out.promql = reader.mandatoryText("query", 8192);
    out.time = reader.timestamp("time");
    out.from = reader.timestamp("from");
    out.to = reader.timestamp("to");
    if (const auto step = reader.integer("step", 1000, 366 * day))
        out.step = Duration(*step);
    const bool anyOfRange = out.from || out.to || out.step;
    if (anyOfRange && !(out.from && out.to && out.step))
        reader.reject(!out.from ? "from" : !out.to ? "to" : "step", "is missing: a range has from, to and step");
    if (anyOfRange && out.time)
        reader.reject("time", "goes without from, to and step");
    return reader.finish().map([&out] { return std::move(out); });
}

void appendSeries(std::string &out, const QuerySeries &series)
{
    out += "{\"series\":";
    appendJsonString(out, series.series.toString());
    out += ",\"name\":";
    appendJsonString(out, series.series.name);
    out += ",\"labels\":";
    wire::append(out, series.series.labels);
    out += ",\"points\":[";
    const char *separator = "[";
    for (const Sample &point : series.points) {
        out += separator;
        appendJsonNumber(out, toMicros(point.at));
        out += ',';
        appendJsonNumber(out, point.value);
        out += ']';
        separator = ",[";
    }
    out += "]}";
}

void answerQuery(const Responder &responder, const Result<QueryResult> &result)
{
    if (!result)
        return responder.problem(result.error());
    std::string out = "{\"resultType\":";
    appendJsonString(out, result->resultType);
    out += ",\"warnings\":[";
    for (std::size_t i = 0; i < result->warnings.size(); ++i) {
        out += i > 0 ? "," : "";
        appendJsonString(out, result->warnings[i]);
    }
    out += "],\"series\":[";
    for (std::size_t i = 0; i < result->series.size(); ++i) {
        out += i > 0 ? "," : "";
        appendSeries(out, result->series[i]);
    }
    out += ']';
    if (!result->text.empty()) {
        out += ",\"text\":";
        appendJsonString(out, result->text);
    }
    out += '}';
    responder.json(std::move(out));
}
} // namespace

void addQueryRoutes(Router &router, Services &services)
{
    router.add(Method::Get, "/metrics/query", {.operation = "queryMetrics", .query = QueryUse::Some},
               [&services](const Request &request, const Responder &responder) {
                   const auto query = readSourceQuery(request);
                   if (!query)
                       return responder.problem(query.error());
                   const auto client = services.sources.prometheus(query->source);
                   if (!client)
                       return responder.problem(
                           {.code = client.error().code, .detail = client.error().detail, .field = "source"});
                   const auto done = [responder](const Result<QueryResult> &result) { answerQuery(responder, result); };
                   if (query->step)
                       (*client)->range(query->promql, *query->from, *query->to, *query->step, done);
                   else
                       (*client)->instant(query->promql, query->time, done);
               });
}

} // namespace vigie
