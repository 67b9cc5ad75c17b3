// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apireader.h"

#include "backend/client/seriesparser.h"
#include "backend/client/simdjsontools.h"
#include "backend/domain/wire.h"

#include <limits>

namespace vigie::api {

namespace {
constexpr std::int64_t anyInteger = std::numeric_limits<std::int64_t>::max();

Error asProtocolError(Error error)
{
    error.code = Error::Code::Protocol;
    return error;
}

std::vector<std::string> stringsOf(const Json &list)
{
    std::vector<std::string> out;
    for (const Json &item : list.array()) {
        if (item.isString())
            out.push_back(item.toString());
    }
    return out;
}

int countOf(const Json &object, std::string_view key)
{
    return static_cast<int>(std::min<std::int64_t>(object[key].toInteger(), std::numeric_limits<int>::max()));
}

UserInfo userOf(const Json &json)
{
    return {.name = json["name"].toString(), .roles = stringsOf(json["roles"])};
}

/// Reads the body, then the value in it, with every error a Protocol error.
template<typename T>
Result<T> readOne(std::string_view body, Result<T> (*read)(const Json &))
{
    auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    auto value = read(*json);
    if (!value)
        return tl::unexpected(asProtocolError(value.error()));
    return value;
}

template<typename T>
std::vector<T> readItems(const Json &list, Result<T> (*read)(const Json &), int &unreadable)
{
    std::vector<T> out;
    out.reserve(list.array().size());
    for (const Json &item : list.array()) {
        if (auto value = read(item))
            out.push_back(*std::move(value));
        else
            ++unreadable;
    }
    return out;
}

Result<Json> readListDocument(std::string_view body, std::string_view key)
{
    auto json = readJson(body);
    if (json && !(*json)[key].isArray())
        return fail(Error::Code::Protocol, "no array", "/" + std::string(key));
    return json;
}

SystemStatus::Host hostOf(const Json &json)
{
    SystemStatus::Host host;
    for (const Json &item : json["processes"].array()) {
        host.processes.push_back(
            {item["pid"].toInteger(), item["name"].toString(), item["cpu"].toDouble(), item["memory"].toDouble()});
    }
    host.failedUnits = stringsOf(json["failedUnits"]);
    host.os = json["os"].toString();
    host.kernel = json["kernel"].toString();
    return host;
}

std::optional<RecentChange> changeOfJson(const Json &json)
{
    const std::string &type = json["type"].toString();
    const std::int64_t seq = json["seq"].toInteger();
    const Timestamp at = fromMicros(json["at"].toInteger());
    const Json &data = json["data"];
    if (type.starts_with("incident.")) {
        const auto incident = wire::readIncident(data);
        return incident ? std::optional(changeOf(type, seq, at, *incident)) : std::nullopt;
    }
    if (type == "source.removed")
        return removalOf(type, seq, at, SourceId {data["id"].toString()});
    if (type.starts_with("source.")) {
        const auto status = wire::readSourceStatus(data);
        return status ? std::optional(changeOf(type, seq, at, *status)) : std::nullopt;
    }
    return std::nullopt;
}
} // namespace

Result<Json> readJson(std::string_view body)
{
    constexpr std::size_t maxBody = 64U << 20U;
    simdjson::dom::parser parser(maxBody);
    simdjson::dom::element root;
    if (const auto error = parser.parse(body.data(), body.size()).get(root); error != simdjson::SUCCESS)
        return fail(Error::Code::Protocol, std::string("answer is no JSON: ") + simdjson::error_message(error));
    return fast::toJson(root).map_error(asProtocolError);
}

Result<> readNothing(std::string_view)
{
    return {};
}

Result<Login> readLogin(std::string_view body)
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    JsonReader r(*json);
    Login login;
    login.accessToken = r.string("accessToken", 65'536);
    login.expiresAt = r.timestamp("expiresAt");
    login.user = userOf(r.value("user"));
    if (login.accessToken.empty())
        r.reject("accessToken", "is empty");
    return r.finish(false).map([&login] { return std::move(login); }).map_error(asProtocolError);
}

Result<UserInfo> readUser(std::string_view body)
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    if (!(*json)["name"].isString())
        return fail(Error::Code::Protocol, "no text", "/name");
    return userOf(*json);
}

Result<SystemStatus> readSystemStatus(std::string_view body)
{
    const auto json = readJson(body);
    if (!json)
        return tl::unexpected(json.error());
    JsonReader r(*json);
    SystemStatus out;
    out.version = r.string("version");
    out.epoch = r.value("epoch").dump();
    out.startedAt = r.timestamp("startedAt");
    out.now = r.timestamp("now");
    out.hostname = r.optionalString("hostname").value_or("");
    out.uptime = std::chrono::seconds(static_cast<std::int64_t>(r.value("uptimeSeconds").toDouble()));
    out.seq = r.integer("seq", 0, anyInteger);
    const Json &sources = r.value("sources");
    out.sources
        = {.up = countOf(sources, "up"), .down = countOf(sources, "down"), .pending = countOf(sources, "pending")};
    const Json &incidents = r.value("incidents");
    out.incidents = {.open = countOf(incidents, "open"),
                     .critical = countOf(incidents, "critical"),
                     .high = countOf(incidents, "high"),
                     .medium = countOf(incidents, "medium"),
                     .low = countOf(incidents, "low"),
                     .unowned = countOf(incidents, "unowned")};
    out.host = hostOf(r.value("host"));
    const Json &store = r.value("store");
    out.store = {.backend = store["backend"].toString(), .writable = store["writable"].toBool(true)};
    return r.finish(false).map([&out] { return std::move(out); }).map_error(asProtocolError);
}

Result<IncidentPage> readIncidentPage(std::string_view body)
{
    const auto json = readListDocument(body, "items");
    if (!json)
        return tl::unexpected(json.error());
    IncidentPage page;
    page.items = readItems((*json)["items"], &wire::readIncident, page.unreadable);
    page.next = (*json)["next"].toString();
    page.total = (*json)["total"].toInteger();
    page.seq = (*json)["seq"].toInteger();
    return page;
}

Result<IncidentDetail> readIncidentDetail(std::string_view body)
{
    const auto json = readListDocument(body, "timeline");
    if (!json)
        return tl::unexpected(json.error());
    auto incident = wire::readIncident((*json)["incident"]);
    if (!incident)
        return tl::unexpected(asProtocolError(incident.error()));
    int unreadable = 0;
    auto timeline = readItems((*json)["timeline"], &wire::readTimelineEntry, unreadable);
    return IncidentDetail {.incident = *std::move(incident), .timeline = std::move(timeline)};
}

Result<Incident> readIncident(std::string_view body)
{
    return readOne(body, &wire::readIncident);
}

Result<std::vector<MetricEntry>> readMetrics(std::string_view body)
{
    const auto json = readListDocument(body, "metrics");
    if (!json)
        return tl::unexpected(json.error());
    std::vector<MetricEntry> out;
    for (const Json &item : (*json)["metrics"].array()) {
        MetricEntry entry;
        entry.info.name = item["name"].toString();
        entry.info.unit = metricUnitFromName(item["unit"].toString()).value_or(MetricUnit::None);
        entry.info.help = item["help"].toString();
        for (const Json &series : item["series"].array()) {
            if (auto key = parseSeriesKey(series.toString()))
                entry.series.push_back(*std::move(key));
        }
        if (!entry.info.name.empty())
            out.push_back(std::move(entry));
    }
    return out;
}

Result<SourceList> readSources(std::string_view body)
{
    const auto json = readListDocument(body, "items");
    if (!json)
        return tl::unexpected(json.error());
    SourceList list;
    list.items = readItems((*json)["items"], &wire::readSourceStatus, list.unreadable);
    list.seq = (*json)["seq"].toInteger();
    return list;
}

Result<SourceStatus> readSource(std::string_view body)
{
    return readOne(body, &wire::readSourceStatus);
}

Result<ChangePage> readChanges(std::string_view body)
{
    const auto json = readListDocument(body, "items");
    if (!json)
        return tl::unexpected(json.error());
    ChangePage page;
    for (const Json &item : (*json)["items"].array()) {
        if (auto change = changeOfJson(item))
            page.items.push_back(*std::move(change));
    }
    page.seq = (*json)["seq"].toInteger();
    return page;
}

RecentChange changeOf(std::string type, std::int64_t seq, Timestamp at, const Incident &incident)
{
    RecentChange change;
    change.type = std::move(type);
    change.seq = seq;
    change.at = at == Timestamp {} ? incident.updatedAt : at;
    change.subjectId = incident.id.value;
    change.title = incident.title;
    change.severity = incident.severity;
    change.status = incident.status;
    // The daemon gives both the time of the change that acknowledged.
    if (incident.status == IncidentStatus::Acknowledged && incident.acknowledgedAt)
        change.isNews = *incident.acknowledgedAt == incident.updatedAt;
    change.actor = incident.owner;
    return change;
}

RecentChange changeOf(std::string type, std::int64_t seq, Timestamp at, const SourceStatus &status)
{
    RecentChange change;
    change.type = std::move(type);
    change.seq = seq;
    change.at = at == Timestamp {} ? status.since : at;
    change.subjectId = status.id.value;
    change.title = status.name;
    change.sourceState = status.state;
    return change;
}

RecentChange removalOf(std::string type, std::int64_t seq, Timestamp at, const SourceId &id)
{
    RecentChange change;
    change.type = std::move(type);
    change.seq = seq;
    change.at = at;
    change.subjectId = id.value;
    return change;
}

} // namespace vigie::api
