// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/wire.h"

#include <array>

namespace vigie::wire {

namespace {

/// Writes the members of one object; the braces are its lifetime.
class Members {
public:
    explicit Members(std::string &out)
        : m_out(out)
    {
        m_out += '{';
    }
    ~Members() { m_out += '}'; }
    Members(const Members &) = delete;
    Members &operator=(const Members &) = delete;

    void string(std::string_view key, std::string_view value)
    {
        name(key);
        appendJsonString(m_out, value);
    }
    void number(std::string_view key, std::int64_t value)
    {
        name(key);
        appendJsonNumber(m_out, value);
    }
    void boolean(std::string_view key, bool value)
    {
        name(key);
        m_out += value ? "true" : "false";
    }
    void time(std::string_view key, Timestamp value) { number(key, toMicros(value)); }
    void time(std::string_view key, const std::optional<Timestamp> &value)
    {
        if (value)
            time(key, *value);
    }
    void raw(std::string_view key, std::string_view json)
    {
        name(key);
        m_out += json;
    }
    template<typename T>
    void nested(std::string_view key, const T &value)
    {
        name(key);
        append(m_out, value);
    }
    std::string &open(std::string_view key)
    {
        name(key);
        return m_out;
    }

private:
    void name(std::string_view key)
    {
        m_out += m_first ? "\"" : ",\"";
        m_first = false;
        m_out += key; // our own names: nothing in them needs an escape
        m_out += "\":";
    }
    std::string &m_out;
    bool m_first {true};
};

Result<std::vector<std::string>> readStrings(const Json &json, std::string_view what)
{
    std::vector<std::string> out;
    for (const Json &item : json.array()) {
        if (!item.isString())
            return fail(Error::Code::Protocol, "expected strings", std::string(what));
        out.push_back(item.toString());
    }
    return out;
}

/// What a peer sent wrong is its fault, not the user's input.
Error asProtocol(Error error)
{
    error.code = Error::Code::Protocol;
    return error;
}

} // namespace

void append(std::string &out, const LabelSet &labels)
{
    Members members(out);
    for (const auto &[name, value] : labels)
        members.string(name, value);
}

void append(std::string &out, const Incident &incident)
{
    Members m(out);
    m.string("id", incident.id.value);
    m.number("version", incident.version);
    m.string("title", incident.title);
    m.string("description", incident.description);
    m.string("severity", severityName(incident.severity));
    m.string("status", statusName(incident.status));
    m.string("category", incident.category);
    m.string("service", incident.service);
    m.string("owner", incident.owner);
    m.string("source", incident.source);
    m.string("dedupKey", incident.dedupKey);
    std::string &list = m.open("reporters");
    char separator = '[';
    for (const std::string &reporter : incident.reporters) {
        list += separator;
        appendJsonString(list, reporter);
        separator = ',';
    }
    list += incident.reporters.empty() ? "[]" : "]";
    m.nested("labels", incident.labels);
    m.nested("annotations", incident.annotations);
    m.string("metric", incident.metric);
    m.time("startedAt", incident.startedAt);
    m.time("updatedAt", incident.updatedAt);
    m.time("acknowledgedAt", incident.acknowledgedAt);
    m.time("resolvedAt", incident.resolvedAt);
    m.time("snoozedUntil", incident.snoozedUntil);
}

void append(std::string &out, const TimelineEntry &entry)
{
    Members m(out);
    m.number("id", entry.id);
    m.time("at", entry.at);
    m.string("kind", timelineKindName(entry.kind));
    m.string("actor", entry.actor);
    m.string("text", entry.text);
    m.string("before", entry.before);
    m.string("after", entry.after);
}

void append(std::string &out, const SourceStatus &status)
{
    Members m(out);
    m.string("id", status.id.value);
    m.string("kind", sourceKindName(status.kind));
    m.string("name", status.name);
    m.string("target", status.target);
    m.boolean("editable", status.editable);
    m.string("state", sourceStateName(status.state));
    m.time("since", status.since);
    m.time("lastSuccess", status.lastSuccess);
    m.time("nextAttempt", status.nextAttempt);
    m.number("intervalMicros", status.interval.count());
    m.number("lastDurationMicros", status.lastDuration.count());
    m.number("failures", status.failures);
    m.string("lastError", status.lastError);
}

void append(std::string &out, const Error &error, std::string_view requestId)
{
    Members m(out);
    const std::string_view code = errorCodeName(error.code);
    m.string("type", "urn:vigie:error:" + std::string(code));
    m.string("title", code);
    m.number("status", httpStatus(error.code));
    m.string("detail", error.detail);
    m.string("code", code);
    if (!error.field.empty())
        m.string("field", error.field);
    m.string("requestId", requestId);
}

void append(std::string &out, const SampleBatch &batch)
{
    Members m(out);
    m.time("t", batch.at);
    m.string("source", batch.source.value);
    std::string &list = m.open("samples");
    list += '[';
    const char *separator = "[";
    for (const SeriesSample &sample : batch.samples) {
        list += separator;
        appendJsonString(list, sample.series.toString());
        list += ',';
        appendJsonNumber(list, sample.value);
        list += ']';
        separator = ",[";
    }
    list += ']';
}

void append(std::string &out, const SeriesSteps &steps)
{
    Members m(out);
    m.string("series", steps.series.toString());
    m.string("name", steps.series.name);
    m.nested("labels", steps.series.labels);
    std::string &list = m.open("points");
    list += '[';
    const char *separator = "[";
    for (const StepPoint &point : steps.points) {
        list += separator;
        appendJsonNumber(list, toMicros(point.at));
        for (const double value : {point.min, point.max, point.avg}) {
            list += ',';
            appendJsonNumber(list, value);
        }
        list += ',';
        appendJsonNumber(list, std::int64_t {point.count});
        list += ']';
        separator = ",[";
    }
    list += ']';
}

void append(std::string &out, const Event &event)
{
    Members m(out);
    m.string("type", event.type);
    m.number("seq", event.seq);
    m.raw("data", event.data);
}

Result<Incident> readIncident(const Json &json)
{
    JsonReader r(json);
    Incident out;
    out.id = {r.string("id", 128)};
    out.version = r.integer("version", 0, std::numeric_limits<std::int64_t>::max());
    out.title = r.string("title", 65'536);
    out.description = r.optionalString("description", 1U << 20U).value_or("");
    out.severity = r.parsed("severity", &severityFromName, Severity::Low);
    out.status = r.parsed("status", &statusFromName, IncidentStatus::Open);
    out.category = r.optionalString("category").value_or("");
    out.service = r.optionalString("service").value_or("");
    out.owner = r.optionalString("owner").value_or("");
    out.source = r.optionalString("source").value_or("");
    out.dedupKey = r.optionalString("dedupKey", 65'536).value_or("");
    const auto reporters = readStrings(r.value("reporters"), "/reporters");
    if (!reporters)
        return tl::unexpected(reporters.error());
    out.reporters = *reporters;
    out.labels = r.labels("labels", 1024);
    out.annotations = r.labels("annotations", 1024);
    out.metric = r.optionalString("metric", 65'536).value_or("");
    out.startedAt = r.timestamp("startedAt");
    out.updatedAt = r.timestamp("updatedAt");
    out.acknowledgedAt = r.optionalTimestamp("acknowledgedAt");
    out.resolvedAt = r.optionalTimestamp("resolvedAt");
    out.snoozedUntil = r.optionalTimestamp("snoozedUntil");
    return r.finish(false).map([&out] { return std::move(out); }).map_error(asProtocol);
}

Result<TimelineEntry> readTimelineEntry(const Json &json)
{
    JsonReader r(json);
    TimelineEntry out;
    out.id = r.integer("id", 0, std::numeric_limits<std::int64_t>::max());
    out.at = r.timestamp("at");
    out.kind = r.parsed("kind", &timelineKindFromName, TimelineKind::Edited);
    out.actor = r.optionalString("actor").value_or("");
    out.text = r.optionalString("text", 1U << 20U).value_or("");
    out.before = r.optionalString("before", 1U << 20U).value_or("");
    out.after = r.optionalString("after", 1U << 20U).value_or("");
    return r.finish(false).map([&out] { return std::move(out); }).map_error(asProtocol);
}

Result<SourceStatus> readSourceStatus(const Json &json)
{
    JsonReader r(json);
    SourceStatus out;
    out.id = {r.string("id", 128)};
    out.kind = r.parsed("kind", &sourceKindFromName, SourceKind::Host);
    out.name = r.optionalString("name").value_or("");
    out.target = r.optionalString("target").value_or("");
    out.editable = r.optionalBoolean("editable").value_or(false);
    out.state = r.parsed("state", &sourceStateFromName, SourceState::Pending);
    out.since = r.timestamp("since");
    out.lastSuccess = r.optionalTimestamp("lastSuccess");
    out.nextAttempt = r.optionalTimestamp("nextAttempt");
    constexpr std::int64_t day = 86'400'000'000;
    out.interval = Duration(r.optionalInteger("intervalMicros", 0, 366 * day).value_or(0));
    out.lastDuration = Duration(r.optionalInteger("lastDurationMicros", 0, 366 * day).value_or(0));
    out.failures = static_cast<int>(r.optionalInteger("failures", 0, 1'000'000'000).value_or(0));
    out.lastError = r.optionalString("lastError", 65'536).value_or("");
    return r.finish(false).map([&out] { return std::move(out); }).map_error(asProtocol);
}

Result<SeriesSteps> readSeriesSteps(const Json &json)
{
    JsonReader r(json);
    SeriesSteps out;
    out.series.name = r.string("name");
    out.series.labels = r.labels("labels", 1024);
    for (const Json &point : r.value("points").array()) {
        const Json::Array &cells = point.array();
        if (cells.size() != 5 || !cells[0].isInteger() || !cells[4].isInteger()) {
            r.reject("points", "a point is [micros, min, max, avg, count]");
            break;
        }
        // A value JSON cannot carry (NaN, infinite) comes as null.
        const double nan = std::numeric_limits<double>::quiet_NaN();
        out.points.push_back({fromMicros(cells[0].toInteger()), cells[1].toDouble(nan), cells[2].toDouble(nan),
                              cells[3].toDouble(nan), static_cast<std::uint32_t>(cells[4].toInteger())});
    }
    return r.finish(false).map([&out] { return std::move(out); }).map_error(asProtocol);
}

namespace {
constexpr std::array<std::pair<Error::Code, int>, 13> httpStatuses {{
    {Error::Code::NotFound, 404},
    {Error::Code::Unauthenticated, 401},
    {Error::Code::Denied, 403},
    {Error::Code::Invalid, 400},
    {Error::Code::Conflict, 409},
    {Error::Code::TooLarge, 413},
    {Error::Code::RateLimited, 429},
    {Error::Code::Timeout, 504},
    {Error::Code::Unreachable, 502},
    {Error::Code::Protocol, 502},
    {Error::Code::Unavailable, 503},
    {Error::Code::Cancelled, 503},
    {Error::Code::Internal, 500},
}};
} // namespace

int httpStatus(Error::Code code)
{
    for (const auto &[value, status] : httpStatuses) {
        if (value == code)
            return status;
    }
    return 500;
}

Error::Code errorCodeOfHttpStatus(int status)
{
    for (const auto &[code, value] : httpStatuses) {
        if (value == status)
            return code;
    }
    return status >= 400 && status < 500 ? Error::Code::Invalid : Error::Code::Internal;
}

Error readProblem(int httpStatus, std::string_view body)
{
    const auto json = parseJson(body);
    if (!json || !(*json)["code"].isString())
        return {.code = errorCodeOfHttpStatus(httpStatus), .detail = "HTTP status " + std::to_string(httpStatus)};
    std::string detail = (*json)["detail"].toString();
    if (const std::string &request = (*json)["requestId"].toString(); !request.empty())
        detail += " (request " + request + ")";
    return {.code = errorCodeFromName((*json)["code"].toString()),
            .detail = std::move(detail),
            .field = (*json)["field"].toString()};
}

} // namespace vigie::wire
