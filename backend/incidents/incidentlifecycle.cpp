// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incidents/incidentlifecycle.h"

#include "backend/domain/text.h"
#include "backend/domain/wire.h"

#include <algorithm>
#include <functional>

namespace vigie {

namespace {

// Of what a source reports: more than people read, less than what a frame of the event stream holds.
constexpr std::size_t maxSignalTitle = 500;
constexpr std::size_t maxSignalText = 16U << 10U;
constexpr std::size_t maxSignalValue = 4096;
constexpr std::size_t maxSignalWord = 256;
constexpr std::size_t maxSignalLabels = 64;

/// Collects what happened to one incident in one change.
class ChangeLog {
public:
    ChangeLog(Incident &incident, std::string actor, Timestamp now)
        : m_incident(incident)
        , m_actor(std::move(actor))
        , m_now(now)
    {
    }
    void add(TimelineKind kind, std::string text = {}, std::string before = {}, std::string after = {})
    {
        m_entries.push_back({0, m_now, kind, m_actor, std::move(text), std::move(before), std::move(after)});
    }
    /// Sets a field when it differs and says so.
    template<typename T>
    void edit(T &field, const std::optional<T> &value, const char *name)
    {
        if (!value || field == *value)
            return;
        field = *value;
        add(TimelineKind::Edited, name);
    }
    /// Sets a field when it differs, without a word in the timeline.
    template<typename T>
    void refresh(T &field, const T &value)
    {
        if (field == value)
            return;
        field = value;
        m_refreshed = true;
    }
    std::vector<TimelineEntry> finish()
    {
        if (!m_entries.empty() || m_refreshed) {
            ++m_incident.version;
            m_incident.updatedAt = m_now;
        }
        return std::move(m_entries);
    }
    Timestamp now() const { return m_now; }

private:
    Incident &m_incident;
    std::string m_actor;
    Timestamp m_now;
    std::vector<TimelineEntry> m_entries;
    bool m_refreshed {false};
};

Result<> checkPatch(const Incident &incident, const IncidentPatch &patch, Timestamp now)
{
    if (patch.version && *patch.version != incident.version)
        return fail(Error::Code::Conflict,
                    "it was changed in between: version " + std::to_string(incident.version)
                        + " is stored, the change was made for " + std::to_string(*patch.version),
                    "/version");
    if (patch.title && patch.title->empty())
        return fail(Error::Code::Invalid, "must not be empty", "/title");
    if (patch.status == IncidentStatus::Snoozed && (!patch.snoozedUntil || *patch.snoozedUntil <= now))
        return fail(Error::Code::Invalid, "snoozing needs a time in the future", "/snoozedUntil");
    if (patch.snoozedUntil && patch.status != IncidentStatus::Snoozed)
        return fail(Error::Code::Invalid, "only together with status \"snoozed\"", "/snoozedUntil");
    if (incident.isClosed() && patch.status && *patch.status != IncidentStatus::Open
        && *patch.status != IncidentStatus::Resolved)
        return fail(Error::Code::Conflict, "a resolved incident must be reopened first", "/status");
    return {};
}

void changeStatus(Incident &incident, const IncidentPatch &patch, ChangeLog &log)
{
    const IncidentStatus before = incident.status;
    if (!patch.status || (*patch.status == before && before != IncidentStatus::Snoozed))
        return;
    const std::string old(statusName(before));
    incident.status = *patch.status;
    incident.snoozedUntil = patch.snoozedUntil;
    switch (incident.status) {
    case IncidentStatus::Open:
        incident.acknowledgedAt.reset();
        incident.resolvedAt.reset();
        log.add(TimelineKind::Reopened, {}, old, "open");
        break;
    case IncidentStatus::Acknowledged:
        incident.acknowledgedAt = log.now();
        log.add(TimelineKind::Acknowledged, {}, old, "acknowledged");
        break;
    case IncidentStatus::Snoozed:
        if (patch.snoozedUntil) // checkPatch() wants it
            log.add(TimelineKind::Snoozed, {}, old, std::to_string(toMicros(*patch.snoozedUntil)));
        break;
    case IncidentStatus::Resolved:
        incident.resolvedAt = log.now();
        log.add(TimelineKind::Resolved, patch.comment.value_or(""), old, "resolved");
        break;
    }
}

void changeSeverity(Incident &incident, Severity severity, ChangeLog &log)
{
    if (incident.severity == severity)
        return;
    log.add(TimelineKind::SeverityChanged, {}, std::string(severityName(incident.severity)),
            std::string(severityName(severity)));
    incident.severity = severity;
}

bool isReporter(const Incident &incident, const SourceId &source)
{
    return std::ranges::binary_search(incident.reporters, source.value);
}

void clip(std::string &text, std::size_t most)
{
    if (text.size() > most)
        text = clipped(text, most);
}

void clip(LabelSet &labels)
{
    std::vector<LabelSet::Pair> pairs;
    for (const auto &[name, value] : labels) {
        if (pairs.size() == maxSignalLabels)
            break;
        if (name.size() > maxSignalWord)
            continue;
        pairs.emplace_back(name, value);
        clip(pairs.back().second, maxSignalValue);
    }
    labels = LabelSet(std::move(pairs));
}

std::size_t jsonSize(std::string_view text)
{
    std::string out;
    appendJsonString(out, text);
    return out.size();
}

/// Removes the longest pairs until `excess` bytes of JSON are gone; what is left of it. Each is looked at once.
std::size_t removeLongest(LabelSet &labels, std::size_t excess)
{
    std::vector<std::pair<std::size_t, std::string>> sizes;
    for (const auto &[name, value] : labels)
        sizes.emplace_back(jsonSize(name) + jsonSize(value), name);
    std::ranges::sort(sizes, std::greater {});
    for (const auto &[size, name] : sizes) {
        if (excess == 0)
            break;
        labels.remove(name);
        excess -= std::min(excess, size);
    }
    return excess;
}

std::size_t rawSize(const AlertSignal &signal)
{
    std::size_t out = signal.title.size() + signal.description.size() + signal.category.size() + signal.service.size()
        + signal.metric.size() + signal.dedupKey.size();
    for (const LabelSet *labels : {&signal.labels, &signal.annotations}) {
        for (const auto &[name, value] : *labels)
            out += name.size() + value.size() + 6;
    }
    return out;
}

} // namespace

Result<std::vector<TimelineEntry>> applyPatch(Incident &incident, const IncidentPatch &patch, const Actor &actor,
                                              Timestamp now)
{
    if (auto ok = checkPatch(incident, patch, now); !ok)
        return tl::unexpected(ok.error());
    ChangeLog log(incident, actor.name, now);
    log.edit(incident.title, patch.title, "title");
    log.edit(incident.description, patch.description, "description");
    log.edit(incident.category, patch.category, "category");
    log.edit(incident.service, patch.service, "service");
    log.edit(incident.labels, patch.labels, "labels");
    if (patch.severity)
        changeSeverity(incident, *patch.severity, log);
    if (patch.owner && incident.owner != *patch.owner) {
        log.add(TimelineKind::Assigned, {}, incident.owner, *patch.owner);
        incident.owner = *patch.owner;
    }
    // Resolving takes the note along; of an incident that somebody else has resolved already it is a comment.
    const bool resolves = patch.status == IncidentStatus::Resolved && !incident.isClosed();
    changeStatus(incident, patch, log);
    if (patch.comment && !patch.comment->empty() && !resolves)
        log.add(TimelineKind::Commented, *patch.comment);
    return log.finish();
}

bool signalChanges(const Incident &incident, const AlertSignal &signal, const SourceId &source)
{
    return !isReporter(incident, source) || incident.severity != signal.severity || incident.title != signal.title
        || incident.description != signal.description || incident.annotations != signal.annotations;
}

std::vector<TimelineEntry> applySignal(Incident &incident, const AlertSignal &signal, const SourceId &source,
                                       Timestamp now)
{
    ChangeLog log(incident, source.value, now);
    if (!isReporter(incident, source)) {
        incident.reporters.insert(std::ranges::lower_bound(incident.reporters, source.value), source.value);
        log.add(TimelineKind::Fired);
    }
    changeSeverity(incident, signal.severity, log);
    // Many alerts carry their value in their texts, which so differ with every report: the timeline would grow for ever
    // and show nothing else.
    log.refresh(incident.title, signal.title);
    log.refresh(incident.description, signal.description);
    log.refresh(incident.annotations, signal.annotations);
    return log.finish();
}

std::vector<TimelineEntry> endSignal(Incident &incident, const SourceId &source, Timestamp now)
{
    if (!isReporter(incident, source))
        return {};
    ChangeLog log(incident, source.value, now);
    std::erase(incident.reporters, source.value);
    if (incident.isClosed() || !incident.reporters.empty()) {
        log.add(TimelineKind::Edited, "reporters", source.value, {});
        return log.finish();
    }
    IncidentPatch resolve;
    resolve.status = IncidentStatus::Resolved;
    changeStatus(incident, resolve, log);
    return log.finish();
}

Incident incidentOfSignal(IncidentId id, const AlertSignal &signal, const SourceId &source, Timestamp now)
{
    Incident incident;
    incident.id = std::move(id);
    incident.title = signal.title;
    incident.description = signal.description;
    incident.severity = signal.severity;
    incident.category = signal.category;
    incident.service = signal.service;
    incident.source = source.value;
    incident.dedupKey = signal.dedupKey;
    incident.reporters = {source.value};
    incident.labels = signal.labels;
    incident.annotations = signal.annotations;
    incident.metric = signal.metric;
    // A source with a wrong clock must not make an incident that starts tomorrow.
    incident.startedAt = signal.startedAt == Timestamp {} ? now : std::min(signal.startedAt, now);
    incident.updatedAt = now;
    return incident;
}

Result<> checkSize(const Incident &incident)
{
    const std::size_t size = wire::text(incident).size();
    if (size <= maxIncidentBytes)
        return {};
    return fail(Error::Code::TooLarge,
                "the incident would have " + std::to_string(size) + " bytes as JSON; at most "
                    + std::to_string(maxIncidentBytes)
                    + " are possible: shorten its description, labels or annotations");
}

void fitSignal(AlertSignal &signal)
{
    // One byte becomes at most six in JSON (\u0001).
    if (rawSize(signal) <= maxIncidentBytes / 8 && signal.title.size() <= maxSignalTitle
        && signal.category.size() <= maxSignalWord && signal.service.size() <= maxSignalWord)
        return;
    clip(signal.title, maxSignalTitle);
    clip(signal.description, maxSignalText);
    clip(signal.metric, maxSignalValue);
    clip(signal.category, maxSignalWord);
    clip(signal.service, maxSignalWord);
    clip(signal.labels);
    clip(signal.annotations);
    const std::size_t size = wire::text(incidentOfSignal({}, signal, {}, {})).size() + maxSignalWord; // id and times
    std::size_t excess = size - std::min(size, maxIncidentBytes);
    excess = removeLongest(signal.annotations, excess);
    excess = removeLongest(signal.labels, excess);
    if (excess > 0)
        clip(signal.description, maxSignalText / 4);
}

} // namespace vigie
