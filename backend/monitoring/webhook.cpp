// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/webhook.h"

#include "backend/domain/jsonreader.h"
#include "backend/domain/text.h"
#include "backend/monitoring/alertmapping.h"

#include <algorithm>

namespace vigie {

namespace {
constexpr std::size_t maxPlainText = 16U << 10U;

/// Grafana adds annotations for its own links ("__dashboardUid__", …), which say nothing to people.
void dropPrivateAnnotations(LabelSet &annotations)
{
    std::vector<std::string> names;
    for (const auto &[name, value] : annotations) {
        if (name.starts_with("__"))
            names.push_back(name);
    }
    for (const std::string &name : names)
        annotations.remove(name);
}

void addGrafana(const Json &alert, AlertSignal &signal)
{
    dropPrivateAnnotations(signal.annotations);
    if (signal.description.empty())
        signal.description = alert["valueString"].toString();
    // Its generatorURL leads to the rule in Grafana, and "expr" there is no expression of ours to query.
    signal.metric.clear();
    if (signal.category.empty())
        signal.category = signal.labels.value("grafana_folder");
    for (const char *link : {"dashboardURL", "panelURL", "silenceURL"}) {
        if (const std::string &url = alert[link].toString(); !url.empty())
            signal.annotations.set(link, url);
    }
}

/// A sender whose times we do not understand is told so: its alerts would seem to begin when they come.
bool isMomentOrNothing(const Json &value)
{
    return value.isNull() || (value.isString() && (value.toString().empty() || parseRfc3339(value.toString())));
}

Result<AlertSignal> readGroupAlert(const Json &group, const Json &alert)
{
    auto signal = readAlertmanagerAlert(alert);
    if (!signal)
        return fail(Error::Code::Invalid, "an alert has neither labels nor a fingerprint");
    if (!isMomentOrNothing(alert["startsAt"]))
        return fail(Error::Code::Invalid,
                    "expected a time as in 2026-11-21T05:30:00Z where the alert \"" + clipped(signal->title, 64)
                        + "\" starts",
                    "/startsAt");
    // An alert without its own status has the group's.
    if (!alert["status"].isString())
        signal->firing = group["status"].toString() != "resolved";
    if (group.contains("orgId") || alert.contains("valueString"))
        addGrafana(alert, *signal);
    return *std::move(signal);
}

Result<AlertBatch> readGroup(const SourceId &source, const Json &json)
{
    AlertBatch batch {.source = source, .complete = false, .alerts = {}, .leftOut = {}};
    const Json::Array &alerts = json["alerts"].array();
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        auto signal = readGroupAlert(json, alerts[i]);
        if (signal)
            batch.alerts.push_back(*std::move(signal));
        else if (!batch.leftOut)
            batch.leftOut = Error {.code = signal.error().code,
                                   .detail = signal.error().detail,
                                   .field = "/alerts/" + std::to_string(i) + signal.error().field};
    }
    if (batch.alerts.empty() && batch.leftOut)
        return tl::unexpected(*std::move(batch.leftOut));
    return batch;
}

Result<bool> firingFromName(std::string_view name)
{
    if (name == "firing" || name == "alerting" || name == "problem")
        return true;
    if (name == "resolved" || name == "ok")
        return false;
    return fail(Error::Code::Invalid, R"(expected "firing" or "resolved")");
}

Result<AlertBatch> readPlain(const SourceId &source, const Json &json)
{
    JsonReader reader(json);
    const std::string title = reader.string("title");
    const auto severity = reader.optionalString("severity");
    const bool firing = reader.optionalParsed("status", firingFromName).value_or(true);
    const auto description = reader.optionalString("description", maxPlainText);
    const auto category = reader.optionalString("category");
    const auto service = reader.optionalString("service");
    const auto key = reader.optionalString("key", 512);
    const auto startedAt = reader.optionalTimestamp("startedAt");
    LabelSet labels = reader.labels("labels");
    LabelSet annotations = reader.labels("annotations");
    if (title.empty())
        reader.reject("title", "expected a title");
    if (auto read = reader.finish(); !read)
        return tl::unexpected(read.error());

    if (labels.value("alertname").empty())
        labels.set("alertname", title);
    if (severity && !severity->empty())
        labels.set("severity", *severity);
    // The severity may change while the problem stays the same one.
    LabelSet identity = labels;
    identity.remove("severity");
    AlertSignal signal = alertSignal(labels, std::move(annotations));
    signal.dedupKey = source.value + ':' + (key && !key->empty() ? *key : identity.fingerprint());
    signal.title = title;
    signal.firing = firing;
    if (description)
        signal.description = *description;
    if (category)
        signal.category = *category;
    if (service)
        signal.service = *service;
    if (startedAt)
        signal.startedAt = *startedAt;
    return AlertBatch {.source = source, .complete = false, .alerts = {std::move(signal)}, .leftOut = {}};
}
} // namespace

Result<AlertBatch> readWebhook(const SourceId &source, std::string_view body)
{
    auto json = parseJson(body, {.maxBytes = maxWebhookBody, .maxDepth = 32});
    if (!json)
        return tl::unexpected(json.error());
    if (!json->isObject())
        return fail(Error::Code::Invalid, "expected an object");
    if ((*json)["alerts"].isArray())
        return readGroup(source, *json);
    if (json->contains("title"))
        return readPlain(source, *json);
    return fail(Error::Code::Invalid, "expected the payload of Alertmanager or Grafana (alerts), or a title");
}

} // namespace vigie
