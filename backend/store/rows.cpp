// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/rows.h"

#include "backend/domain/logging.h"
#include "backend/domain/wire.h"

namespace vigie::rows {

namespace {

constexpr JsonLimits storedLimits {.maxBytes = 64U << 20U, .maxDepth = 8};

Result<LabelSet> labelsOf(std::string_view text)
{
    if (text == "{}")
        return LabelSet();
    auto json = parseJson(text, storedLimits);
    if (!json)
        return tl::unexpected(std::move(json.error()));
    std::vector<LabelSet::Pair> pairs;
    pairs.reserve(json->object().size());
    for (const auto &[name, value] : json->object())
        pairs.emplace_back(name, value.toString());
    return LabelSet(std::move(pairs));
}

Result<std::vector<std::string>> reportersOf(std::string_view text)
{
    std::vector<std::string> out;
    if (text == "[]")
        return out;
    auto json = parseJson(text, storedLimits);
    if (!json)
        return tl::unexpected(std::move(json.error()));
    for (const Json &item : json->array())
        out.push_back(item.toString());
    return out;
}

std::optional<Timestamp> optionalTime(const Row &row, std::size_t column)
{
    const auto micros = row.optionalNumber(column);
    return micros ? std::optional(fromMicros(*micros)) : std::nullopt;
}

tl::unexpected<Error> unreadable(std::string_view what, std::string_view id, const Error &error)
{
    return fail(Error::Code::Internal,
                "the stored " + std::string(what) + " " + std::string(id) + " cannot be read: " + error.detail);
}

} // namespace

Result<Incident> incident(Row &row)
{
    Incident out;
    out.id.value = std::move(row.text(0));
    const auto severity = severityFromName(row.text(4));
    const auto status = statusFromName(row.text(5));
    auto reporters = reportersOf(row.text(11));
    auto labels = labelsOf(row.text(12));
    auto annotations = labelsOf(row.text(13));
    const auto wrong = [&](const Error &error) { return unreadable("incident", out.id.value, error); };
    if (!severity)
        return wrong(severity.error());
    if (!status)
        return wrong(status.error());
    if (!reporters)
        return wrong(reporters.error());
    if (!labels)
        return wrong(labels.error());
    if (!annotations)
        return wrong(annotations.error());
    out.version = row.number(1);
    out.title = std::move(row.text(2));
    out.description = std::move(row.text(3));
    out.severity = *severity;
    out.status = *status;
    out.category = std::move(row.text(6));
    out.service = std::move(row.text(7));
    out.owner = std::move(row.text(8));
    out.source = std::move(row.text(9));
    out.dedupKey = std::move(row.text(10));
    out.reporters = *std::move(reporters);
    out.labels = *std::move(labels);
    out.annotations = *std::move(annotations);
    out.metric = std::move(row.text(14));
    out.startedAt = fromMicros(row.number(15));
    out.updatedAt = fromMicros(row.number(16));
    out.acknowledgedAt = optionalTime(row, 17);
    out.resolvedAt = optionalTime(row, 18);
    out.snoozedUntil = optionalTime(row, 19);
    return out;
}

Result<TimelineEntry> timelineEntry(Row &row)
{
    const auto kind = timelineKindFromName(row.text(2));
    if (!kind)
        return unreadable("timeline entry", std::to_string(row.number(0)), kind.error());
    TimelineEntry out;
    out.id = row.number(0);
    out.at = fromMicros(row.number(1));
    out.kind = *kind;
    out.actor = std::move(row.text(3));
    out.text = std::move(row.text(4));
    out.before = std::move(row.text(5));
    out.after = std::move(row.text(6));
    return out;
}

Result<std::shared_ptr<const Event>> event(Row &row)
{
    const auto topic = topicFromName(row.text(2));
    if (!topic)
        return unreadable("event", std::to_string(row.number(0)), topic.error());
    // It goes out as it stands, within the texts of others: one damaged byte would spoil them all.
    const std::string &data = row.text(4);
    if (auto valid = parseJson(data, storedLimits); !valid)
        return unreadable("event", std::to_string(row.number(0)), valid.error());
    auto out = std::make_shared<Event>();
    out->seq = row.number(0);
    out->type = std::move(row.text(1));
    out->topic = *topic;
    out->at = fromMicros(row.number(3));
    out->data = std::move(row.text(4));
    return out;
}

std::vector<Incident> readableIncidents(std::vector<Row> &rows)
{
    std::vector<Incident> out;
    out.reserve(rows.size());
    for (Row &row : rows) {
        auto read = incident(row);
        if (read)
            out.push_back(*std::move(read));
        else
            log::error("store", "incident left out", {{"reason", read.error().detail}});
    }
    return out;
}

std::string reportersText(const std::vector<std::string> &reporters)
{
    std::string out = "[";
    for (const std::string &reporter : reporters) {
        if (out.size() > 1)
            out += ',';
        appendJsonString(out, reporter);
    }
    return out += ']';
}

} // namespace vigie::rows
