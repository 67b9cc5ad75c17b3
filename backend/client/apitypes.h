// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"
#include "backend/domain/incident.h"
#include "backend/domain/json.h"
#include "backend/domain/metric.h"
#include "backend/domain/source.h"

#include <QUrl>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the daemon's API takes and gives, as values. Reading and writing them: apireader.h, apiwriter.h.
namespace vigie {

/// Where a daemon is and how to speak to it.
struct Endpoint {
    QUrl url; ///< "http://127.0.0.1:4321" or "https://host/prefix"; no user info
    TlsOptions tls;
    std::chrono::milliseconds timeout {15'000}; ///< for a whole exchange
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

struct UserInfo {
    std::string name;
    std::vector<std::string> roles;
    friend bool operator==(const UserInfo &, const UserInfo &) = default;
};

struct Login {
    std::string accessToken;
    Timestamp expiresAt {};
    UserInfo user;
};

struct ProcessUse {
    std::int64_t pid {0};
    std::string name;
    double cpu {0}; ///< ratio of one core
    double memory {0}; ///< bytes resident
    friend bool operator==(const ProcessUse &, const ProcessUse &) = default;
};

struct SystemStatus {
    std::string version;
    std::string epoch; ///< one life of the event log, as JSON text; goes back as it came
    Timestamp startedAt {};
    Timestamp now {};
    std::string hostname;
    std::chrono::seconds uptime {0};
    std::int64_t seq {0};
    struct Sources {
        int up {0}, down {0}, pending {0};
    } sources;
    struct Incidents {
        int open {0}, critical {0}, high {0}, medium {0}, low {0}, unowned {0};
    } incidents;
    struct Host {
        std::vector<ProcessUse> processes; ///< busiest first
        std::vector<std::string> failedUnits;
        std::string os;
        std::string kernel;
    } host;
    struct Store {
        std::string backend;
        bool writable {true};
    } store;
};

/// Which incidents, in which order. Empty members do not restrict.
struct IncidentListQuery {
    std::vector<IncidentStatus> status;
    std::vector<Severity> severity;
    std::string category;
    std::string service;
    std::string owner;
    std::string text;
    std::string sort; ///< "-severity" "severity" "-startedAt" "startedAt" "-updatedAt" "updatedAt" "title" "-title"
    int limit {50}; ///< 1 … 1000
    std::string cursor; ///< `next` of the page before
};

struct IncidentPage {
    std::vector<Incident> items;
    std::string next; ///< empty on the last page
    std::int64_t total {0};
    std::int64_t seq {0}; ///< last durable event contained in the answer
    int unreadable {0}; ///< items that made no sense and are left out; said aloud, never hidden
};

struct IncidentDraft {
    std::string title;
    Severity severity {Severity::Medium};
    std::string description, category, service, owner;
    LabelSet labels, annotations;
    std::string metric;
    std::string requestKey; ///< see RequestKey; not part of the incident
    friend bool operator==(const IncidentDraft &, const IncidentDraft &) = default;
};

/// What to change; nothing else is touched. `version`: the one that was seen; an older one is a Conflict.
struct IncidentChange {
    std::optional<std::int64_t> version;
    std::optional<std::string> title, description, category, service, owner, comment;
    std::optional<Severity> severity;
    std::optional<IncidentStatus> status; ///< Open, Acknowledged or Snoozed; resolving has a route of its own
    std::optional<Timestamp> snoozedUntil;
    std::optional<LabelSet> labels;
    std::string requestKey; ///< see RequestKey; not part of the change
    friend bool operator==(const IncidentChange &, const IncidentChange &) = default;
};

struct IncidentResolution {
    std::optional<std::int64_t> version; ///< as of IncidentChange
    std::string note;
    std::string requestKey; ///< see RequestKey; not part of the change
    friend bool operator==(const IncidentResolution &, const IncidentResolution &) = default;
};

/// Which version it was made on is no part of a wish: what was sent names the one that was seen then.
inline bool isSameWish(const IncidentChange &a, IncidentChange b)
{
    b.version = a.version;
    return a == b;
}
inline bool isSameWish(const IncidentResolution &a, const IncidentResolution &b)
{
    return a.note == b.note;
}

struct IncidentDetail {
    Incident incident;
    std::vector<TimelineEntry> timeline; ///< oldest first
};

struct MetricEntry {
    MetricInfo info;
    std::vector<SeriesKey> series;
};

struct HistoryQuery {
    std::string selector; ///< name{label="x",other=~"re"}
    Timestamp from {};
    Timestamp to {};
    Duration step {std::chrono::seconds(5)}; ///< at most 11,000 steps
};

struct History {
    Timestamp from {};
    Timestamp to {};
    Duration step {0};
    std::vector<SeriesSteps> series;
};

/// A PromQL query to a Prometheus source: at `time`, or over from…to when `step` is not zero.
struct PromQuery {
    SourceId source;
    std::string promql;
    std::optional<Timestamp> time;
    Timestamp from {};
    Timestamp to {};
    Duration step {0};
};

struct PromSeries {
    std::string series; ///< name{labels}
    SeriesKey key; ///< the name may be empty: PromQL drops it in expressions
    std::vector<Sample> points; ///< ascending; NaN and infinities as they came
};

struct PromAnswer {
    std::string resultType; ///< "matrix" "vector" "scalar" "string"
    std::vector<std::string> warnings;
    std::vector<PromSeries> series;
};

struct SourceList {
    std::vector<SourceStatus> items;
    std::int64_t seq {0};
    int unreadable {0};
};

struct SourceDraft {
    SourceKind kind {SourceKind::HttpProbe};
    std::string name;
    std::string target;
    std::optional<std::chrono::seconds> interval, timeout;
    std::string expectStatus; ///< HTTP probes: "200-299"; empty: the daemon's default
    std::string bodyMatch; ///< HTTP probes: regular expression
    std::string recordType; ///< DNS probes: "A" "AAAA" "MX" …
    std::string expectAnswer; ///< DNS probes: regular expression
    std::string server; ///< DNS probes: the name server to ask
    std::string webhookToken; ///< webhooks: what the sender must show
    std::string bearerToken; ///< Prometheus, Alertmanager, webhooks; the daemon seals it
    std::string requestKey; ///< see RequestKey; not part of the source
    friend bool operator==(const SourceDraft &, const SourceDraft &) = default;
};

/// A durable event of the near past, for "recent changes".
struct RecentChange {
    std::string type; ///< "incident.created" …
    std::int64_t seq {0};
    Timestamp at {};
    std::string subjectId; ///< incident or source id
    std::string title; ///< incident title or source name; empty when it is not known
    std::optional<Severity> severity;
    std::optional<IncidentStatus> status;
    bool isNews {true}; ///< the status came with this change; else something else was changed
    std::optional<SourceState> sourceState;
    std::string actor; ///< owner of the incident, where there is one
    friend bool operator==(const RecentChange &, const RecentChange &) = default;
};

struct ChangePage {
    std::vector<RecentChange> items; ///< newest last
    std::int64_t seq {0};
};

} // namespace vigie
