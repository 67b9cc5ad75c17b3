// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/alertmapping.h"

#include "backend/domain/text.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {
constexpr JsonLimits alertmanagerLimits {.maxBytes = 64U << 20U, .maxDepth = 32};
constexpr std::size_t maxFingerprint = 128;

std::string firstOf(const LabelSet &labels, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const std::string_view value = labels.value(name); !value.empty())
            return std::string(value);
    }
    return {};
}

/// Alertmanager writes "0001-01-01T00:00:00Z" for "not set"; anything before 1970 means that here.
Timestamp readMoment(const Json &value)
{
    const auto moment = parseRfc3339(value.toString());
    return moment && toMicros(*moment) > 0 ? *moment : Timestamp {};
}

template<typename Wanted>
LabelSet labelsOf(const Json &json, const Wanted &isWanted)
{
    std::vector<LabelSet::Pair> pairs;
    for (const auto &[name, value] : json.object()) {
        if (isWanted(name) && !value.isNull())
            pairs.emplace_back(name, value.isString() ? value.toString() : value.dump());
    }
    return LabelSet(std::move(pairs));
}
} // namespace

AlertSignal alertSignal(const LabelSet &labels, LabelSet annotations)
{
    AlertSignal signal;
    signal.dedupKey = labels.fingerprint();
    signal.title = firstOf(annotations, {"summary", "title"});
    if (signal.title.empty())
        signal.title = firstOf(labels, {"alertname"});
    if (signal.title.empty())
        signal.title = labels.toString();
    signal.description = firstOf(annotations, {"description", "message"});
    signal.severity = severityFromAlertLabel(labels.value("severity"));
    signal.service = firstOf(labels, {"service", "job", "app"});
    signal.category = firstOf(labels, {"category"});
    std::vector<LabelSet::Pair> shown;
    std::ranges::copy_if(labels, std::back_inserter(shown),
                         [](const LabelSet::Pair &pair) { return isLabelName(pair.first); });
    signal.labels = LabelSet(std::move(shown));
    signal.annotations = std::move(annotations);
    return signal;
}

LabelSet readLabels(const Json &json)
{
    return labelsOf(json, isLabelName);
}

LabelSet readAllLabels(const Json &json)
{
    return labelsOf(json, [](std::string_view) { return true; });
}

std::optional<AlertSignal> readAlertmanagerAlert(const Json &alert)
{
    LabelSet labels = readAllLabels(alert["labels"]);
    const std::string &given = alert["fingerprint"].toString();
    if (labels.empty() && (given.empty() || given.size() > maxFingerprint))
        return std::nullopt;
    const bool noLabels = labels.empty();
    AlertSignal signal = alertSignal(labels, readLabels(alert["annotations"]));
    if (noLabels) {
        signal.dedupKey = given;
        signal.title = firstOf(signal.annotations, {"summary", "title"});
        if (signal.title.empty())
            signal.title = given;
    }
    signal.metric = expressionOfGeneratorUrl(alert["generatorURL"].toString());
    signal.startedAt = readMoment(alert["startsAt"]);
    // The webhook has a status text, the API an object.
    const Json &status = alert["status"];
    if (status.isString())
        signal.firing = status.toString() != "resolved";
    const std::string &state = status["state"].toString();
    signal.silenced
        = state == "suppressed" || !status["silencedBy"].array().empty() || !status["inhibitedBy"].array().empty();
    return signal;
}

Result<std::vector<AlertSignal>> readAlertmanagerAlerts(std::string_view body)
{
    const auto json = parseJson(body, alertmanagerLimits);
    if (!json)
        return fail(Error::Code::Protocol, "the answer is no JSON: " + json.error().detail);
    if (!json->isArray())
        return fail(Error::Code::Protocol, "the answer is no list of alerts");
    std::vector<AlertSignal> signals;
    signals.reserve(json->array().size());
    for (const Json &alert : json->array()) {
        if (auto signal = readAlertmanagerAlert(alert))
            signals.push_back(*std::move(signal));
    }
    return signals;
}

std::string expressionOfGeneratorUrl(std::string_view url)
{
    const std::size_t query = url.find('?');
    if (query == std::string_view::npos)
        return {};
    std::string_view rest = url.substr(query + 1);
    rest = rest.substr(0, rest.find('#'));
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        for (const std::string_view name : {"g0.expr=", "expr="}) {
            if (pair.starts_with(name))
                return percentDecode(pair.substr(name.size()));
        }
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    }
    return {};
}

} // namespace vigie
