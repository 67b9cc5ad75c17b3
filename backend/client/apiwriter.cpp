// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apiwriter.h"

#include <QUrl>

namespace vigie::api {

namespace {
/// Builds "path?a=b&c=d". QUrlQuery leaves '+' as it is, which servers read as a space.
class PathBuilder {
public:
    explicit PathBuilder(QByteArray path)
        : m_path(std::move(path))
    {
    }
    PathBuilder &add(const char *name, std::string_view value)
    {
        if (value.empty())
            return *this;
        m_path += m_separator;
        m_path += name;
        m_path += '=';
        m_path += encoded(value);
        m_separator = '&';
        return *this;
    }
    PathBuilder &add(const char *name, std::int64_t value) { return add(name, std::to_string(value)); }
    QByteArray path() const { return m_path; }

    static QByteArray encoded(std::string_view value)
    {
        return QByteArray(value.data(), static_cast<qsizetype>(value.size())).toPercentEncoding();
    }

private:
    QByteArray m_path;
    char m_separator {'?'};
};

template<typename Enum>
std::string joined(const std::vector<Enum> &values, std::string_view (*name)(Enum))
{
    std::string out;
    for (const Enum value : values) {
        if (!out.empty())
            out += ',';
        out += name(value);
    }
    return out;
}

Json jsonOf(const LabelSet &labels)
{
    Json::Object out;
    for (const auto &[name, value] : labels)
        out.emplace_back(name, Json(value));
    return {std::move(out)};
}

void setText(Json &json, const char *key, const std::string &value)
{
    if (!value.empty())
        json.set(key, Json(value));
}

void setOptional(Json &json, const char *key, const std::optional<std::string> &value)
{
    if (value)
        json.set(key, Json(*value));
}
} // namespace

QByteArray incidentsPath(const IncidentListQuery &query)
{
    return PathBuilder("/api/v1/incidents")
        .add("status", joined(query.status, &statusName))
        .add("severity", joined(query.severity, &severityName))
        .add("category", query.category)
        .add("service", query.service)
        .add("owner", query.owner)
        .add("q", query.text)
        .add("sort", query.sort)
        .add("limit", query.limit)
        .add("cursor", query.cursor)
        .path();
}

QByteArray incidentPath(const IncidentId &id, const char *action)
{
    return "/api/v1/incidents/" + PathBuilder::encoded(id.value) + action;
}

QByteArray sourcePath(const SourceId &id, const char *action)
{
    return "/api/v1/sources/" + PathBuilder::encoded(id.value) + action;
}

QByteArray historyPath(const HistoryQuery &query)
{
    return PathBuilder("/api/v1/metrics/history")
        .add("query", query.selector)
        .add("from", toMicros(query.from))
        .add("to", toMicros(query.to))
        .add("step", std::int64_t {query.step.count()})
        .path();
}

QByteArray promPath(const PromQuery &query)
{
    PathBuilder path("/metrics/query");
    path.add("source", query.source.value).add("query", query.promql);
    if (query.step.count() > 0) {
        path.add("from", toMicros(query.from))
            .add("to", toMicros(query.to))
            .add("step", std::int64_t {query.step.count()});
    } else if (query.time) {
        path.add("time", toMicros(*query.time));
    }
    return path.path();
}

QByteArray changesPath(int limit, std::optional<std::int64_t> since)
{
    PathBuilder path("/api/v1/events");
    path.add("limit", limit);
    if (since)
        path.add("since", *since);
    return path.path();
}

std::string body(const IncidentDraft &draft)
{
    Json json;
    json.set("title", Json(draft.title));
    json.set("severity", Json(severityName(draft.severity)));
    setText(json, "description", draft.description);
    setText(json, "category", draft.category);
    setText(json, "service", draft.service);
    setText(json, "owner", draft.owner);
    setText(json, "metric", draft.metric);
    if (!draft.labels.empty())
        json.set("labels", jsonOf(draft.labels));
    if (!draft.annotations.empty())
        json.set("annotations", jsonOf(draft.annotations));
    return json.dump();
}

std::string body(const IncidentChange &change)
{
    Json json(Json::Object {});
    if (change.version)
        json.set("version", Json(*change.version));
    setOptional(json, "title", change.title);
    setOptional(json, "description", change.description);
    setOptional(json, "category", change.category);
    setOptional(json, "service", change.service);
    setOptional(json, "owner", change.owner);
    setOptional(json, "comment", change.comment);
    if (change.severity)
        json.set("severity", Json(severityName(*change.severity)));
    if (change.status)
        json.set("status", Json(statusName(*change.status)));
    if (change.snoozedUntil)
        json.set("snoozedUntil", Json(toMicros(*change.snoozedUntil)));
    if (change.labels)
        json.set("labels", jsonOf(*change.labels));
    return json.dump();
}

std::string body(const SourceDraft &draft)
{
    Json json;
    json.set("kind", Json(sourceKindName(draft.kind)));
    json.set("name", Json(draft.name));
    setText(json, "target", draft.target);
    if (draft.interval)
        json.set("intervalSeconds", Json(std::int64_t {draft.interval->count()}));
    if (draft.timeout)
        json.set("timeoutSeconds", Json(std::int64_t {draft.timeout->count()}));
    setText(json, "expectStatus", draft.expectStatus);
    setText(json, "bodyMatch", draft.bodyMatch);
    setText(json, "recordType", draft.recordType);
    setText(json, "expectAnswer", draft.expectAnswer);
    setText(json, "server", draft.server);
    setText(json, "webhookToken", draft.webhookToken);
    setText(json, "bearerToken", draft.bearerToken);
    return json.dump();
}

std::string resolveBody(const std::string &note, std::optional<std::int64_t> version)
{
    Json json(Json::Object {});
    setText(json, "note", note);
    if (version)
        json.set("version", Json(*version));
    return json.dump();
}

} // namespace vigie::api
