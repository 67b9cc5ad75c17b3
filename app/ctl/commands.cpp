// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "backend/domain/wire.h"

#include <libintl.h>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace vigie {

namespace {

const char *words(const char *text)
{
    return gettext(text);
}

void printRaw(const Json &json)
{
    std::printf("%s\n", json.dump().c_str());
}

/// What a terminal would take as commands (C0, DEL, and C1 as UTF-8: U+0080 to U+009F) is not for printing: a title
/// comes from anywhere.
std::string printable(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool isC1 = byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
        out += isC1 || byte < 0x20 || byte == 0x7f ? ' ' : text[i];
        i += isC1 ? 1 : 0;
    }
    return out;
}

std::string ago(std::int64_t thenMicros)
{
    const std::int64_t seconds = (toMicros(SystemClock().now()) - thenMicros) / 1'000'000;
    const Duration rounded = std::chrono::seconds(seconds < 120 ? seconds : seconds / 60 * 60);
    return formatDuration(rounded);
}

} // namespace

int reportError(const Error &error)
{
    const std::string field = error.field.empty() ? std::string() : printable(error.field) + ": ";
    std::fprintf(stderr, "vigiectl: %s%s (%s)\n", field.c_str(), printable(error.detail).c_str(),
                 std::string(errorCodeName(error.code)).c_str());
    return 1;
}

int commandStatus(RemoteClient &client, const Arguments &arguments)
{
    const auto status = client.get("/system/status");
    if (!status)
        return reportError(status.error());
    if (arguments.flag("json")) {
        printRaw(*status);
        return 0;
    }
    const Json &s = *status;
    std::printf(words("vigied %s on %s, up %s\n"), s["version"].toString().c_str(), s["hostname"].toString().c_str(),
                formatDuration(std::chrono::seconds(s["uptimeSeconds"].toInteger())).c_str());
    const Json &incidents = s["incidents"];
    std::printf(
        words("Incidents: %lld open (%lld critical, %lld high, %lld medium, %lld low), %lld without an owner\n"),
        static_cast<long long>(incidents["open"].toInteger()),
        static_cast<long long>(incidents["critical"].toInteger()),
        static_cast<long long>(incidents["high"].toInteger()), static_cast<long long>(incidents["medium"].toInteger()),
        static_cast<long long>(incidents["low"].toInteger()), static_cast<long long>(incidents["unowned"].toInteger()));
    const Json &sources = s["sources"];
    std::printf(words("Sources: %lld up, %lld down, %lld not yet known\n"),
                static_cast<long long>(sources["up"].toInteger()), static_cast<long long>(sources["down"].toInteger()),
                static_cast<long long>(sources["pending"].toInteger()));
    return 0;
}

int commandIncidents(RemoteClient &client, const Arguments &arguments)
{
    RemoteClient::Query query {{"limit", arguments.option("limit").value_or("50")},
                               {"status", arguments.option("status").value_or("open,acknowledged,snoozed")}};
    for (const char *name : {"severity", "service", "owner", "q", "sort"}) {
        if (const auto value = arguments.option(name))
            query.emplace_back(name, *value);
    }
    const auto page = client.get("/api/v1/incidents", query);
    if (!page)
        return reportError(page.error());
    if (arguments.flag("json")) {
        printRaw(*page);
        return 0;
    }
    for (const Json &item : (*page)["items"].array()) {
        const auto incident = wire::readIncident(item);
        if (!incident)
            return reportError(incident.error());
        std::printf("%-36s  %-8s  %-12s  %8s  %-16s  %s\n", printable(incident->id.value).c_str(),
                    std::string(severityName(incident->severity)).c_str(),
                    std::string(statusName(incident->status)).c_str(), ago(toMicros(incident->startedAt)).c_str(),
                    printable(incident->owner.empty() ? "-" : incident->owner).c_str(),
                    printable(incident->title).c_str());
    }
    const std::int64_t total = (*page)["total"].toInteger();
    const auto shown = static_cast<std::int64_t>((*page)["items"].array().size());
    if (shown < total)
        std::fprintf(stderr, words("%lld of %lld shown; --limit shows more\n"), static_cast<long long>(shown),
                     static_cast<long long>(total));
    return 0;
}

namespace {

/// Acts on each named incident and says what happened to each; 1 when one failed.
int actOnEach(const Arguments &arguments, const char *done, const std::function<Result<Json>(const std::string &)> &act)
{
    if (arguments.words.size() < 2) {
        std::fprintf(stderr, "%s\n", words("vigiectl: name at least one incident id"));
        return 2;
    }
    int status = 0;
    for (std::size_t i = 1; i < arguments.words.size(); ++i) {
        const auto answer = act("/api/v1/incidents/" + RemoteClient::segment(arguments.words[i]));
        if (answer)
            std::printf("%s: %s: %s\n", arguments.words[i].c_str(), done,
                        printable((*answer)["title"].toString()).c_str());
        else
            status = reportError(
                {.code = answer.error().code, .detail = answer.error().detail, .field = arguments.words[i]});
    }
    return status;
}

} // namespace

int commandAcknowledge(RemoteClient &client, const Arguments &arguments)
{
    return actOnEach(arguments, words("acknowledged"), [&client](const std::string &path) {
        return client.send("PUT", path, Json(Json::Object {{"status", "acknowledged"}}));
    });
}

int commandResolve(RemoteClient &client, const Arguments &arguments)
{
    const std::string note = arguments.option("note").value_or("");
    return actOnEach(arguments, words("resolved"), [&client, &note](const std::string &path) {
        return client.send("POST", path + "/resolve", Json(Json::Object {{"note", note}}));
    });
}

int commandSources(RemoteClient &client, const Arguments &arguments)
{
    const auto answer = client.get("/api/v1/sources");
    if (!answer)
        return reportError(answer.error());
    if (arguments.flag("json")) {
        printRaw(*answer);
        return 0;
    }
    for (const Json &item : (*answer)["items"].array()) {
        const auto source = wire::readSourceStatus(item);
        if (!source)
            return reportError(source.error());
        std::printf("%-8s  %-13s  %-24s  %8s  %s\n", std::string(sourceStateName(source->state)).c_str(),
                    std::string(sourceKindName(source->kind)).c_str(), printable(source->name).c_str(),
                    ago(toMicros(source->since)).c_str(),
                    printable(source->lastError.empty() ? source->target : source->lastError).c_str());
    }
    return 0;
}

int commandMetrics(RemoteClient &client, const Arguments &arguments)
{
    if (arguments.words.size() < 2) {
        const auto answer = client.get("/api/v1/metrics");
        if (!answer)
            return reportError(answer.error());
        for (const Json &metric : (*answer)["metrics"].array())
            std::printf("%-44s  %-18s  %s\n", printable(metric["name"].toString()).c_str(),
                        printable(metric["unit"].toString()).c_str(), printable(metric["help"].toString()).c_str());
        return 0;
    }
    const std::int64_t now = toMicros(SystemClock().now());
    const auto span = parseDuration(arguments.option("last").value_or("10m"));
    if (!span || span->count() < 1'000'000)
        return reportError(
            {.code = Error::Code::Invalid, .detail = "expected a duration such as 10m", .field = "--last"});
    const auto answer = client.get("/api/v1/metrics/history",
                                   {{"query", arguments.words[1]},
                                    {"from", std::to_string(now - span->count())},
                                    {"to", std::to_string(now)},
                                    {"step", std::to_string(std::max<std::int64_t>(span->count() / 60, 1'000'000))}});
    if (!answer)
        return reportError(answer.error());
    if (arguments.flag("json")) {
        printRaw(*answer);
        return 0;
    }
    for (const Json &item : (*answer)["series"].array()) {
        const auto steps = wire::readSeriesSteps(item);
        if (!steps)
            return reportError(steps.error());
        std::printf("%s\n", printable(steps->series.toString()).c_str());
        for (const StepPoint &point : steps->points)
            std::printf("  %s  min %.6g  avg %.6g  max %.6g\n", formatRfc3339(point.at).c_str(), point.min, point.avg,
                        point.max);
    }
    return 0;
}

} // namespace vigie
