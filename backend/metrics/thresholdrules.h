// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "backend/expr/expression.h"
#include "backend/metrics/metrichistory.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// When a rule fires: an expression over metrics with a yes/no result, see Expression with `series`.
///   host_filesystem_used_ratio > 90 % and labels.fstype not in ["squashfs"]
///   probe_success{probe="shop"} == 0        avg(host_cpu_usage_ratio, 5m) > 0.95        host_load5 / host_cpu_count >
///   2
/// The leftmost metric is the subject: the condition is looked at once for each of its series. Any other metric stands
/// for the one series that agrees with the subject's on every label both have; none or several: no data (Null).
/// min, max, avg and count look at the last window; all but count are Null while the data starts later than the middle
/// of the window. Fields: labels.NAME (text, "" when absent) and value (number: the subject's).
class RuleCondition {
public:
    RuleCondition() = default;
    const std::string &text() const { return m_expression.text(); }
    const Expression &expression() const { return m_expression; }
    /// Null for a condition without a metric of its own (escalations only).
    const SeriesTerm *subject() const;
    friend bool operator==(const RuleCondition &, const RuleCondition &) = default;

private:
    friend Result<RuleCondition> parseCondition(std::string_view, const std::string &);
    friend Result<RuleCondition> parseEscalation(std::string_view, const std::string &);
    Expression m_expression;
};
/// Errors: Invalid, "column N: ..." and `field`.
[[nodiscard]] Result<RuleCondition> parseCondition(std::string_view text, const std::string &field = {});
/// A condition that may do without a metric: `value > 97 %`.
[[nodiscard]] Result<RuleCondition> parseEscalation(std::string_view text, const std::string &field = {});

/// While the rule fires and `condition` holds too, the alert has this severity instead.
struct RuleEscalation {
    RuleCondition condition;
    Severity severity {Severity::Critical};
};

/// Texts are templates: {{ labels.mountpoint }}, {{ value }} (with its unit: "93.4 %"), {{ number }} (bare), and any
/// other expression. They are rendered when the alert begins to fire and when its severity changes, not in between, so
/// that an incident does not change with every sample.
struct ThresholdRule {
    std::string id; ///< unique: [a-z0-9._-]+, at most 100 bytes
    std::string title; ///< template
    std::string description; ///< template
    RuleCondition condition;
    Duration hold {0}; ///< "for": how long it must be true before the alert fires, from sample to sample
    std::uint32_t holdSamples {0}; ///< fires earlier when that many samples in a row were true; 0: time only
    Duration keepFiring {std::chrono::seconds(30)}; ///< how long it must be false before the alert ends
    /// An older sample is no data, unless its series comes more rarely: see freshFor().
    Duration staleAfter {std::chrono::minutes(5)};
    Severity severity {Severity::Medium};
    std::vector<RuleEscalation> escalations; ///< the first that holds counts
    std::string category;
    std::string service; ///< template
    LabelSet labels; ///< added to those of the series; these win
    LabelSet annotations; ///< values are templates
};

/// How long a sample counts: `staleAfter`, but at least three times the distance of the samples of its series, so that
/// a probe that runs once an hour has data for the whole hour. With one sample only, nothing is known of the distance.
Duration freshFor(Duration staleAfter, const LatestSample &latest);

/// Errors: Invalid; the field is "id", "title", "annotations.NAME" …
[[nodiscard]] Result<void> validateRule(const ThresholdRule &rule);
/// Rules for the host's metrics and for probes; used unless the configuration gives one of the same id.
std::vector<ThresholdRule> builtInRules();

/// Evaluates the rules on the history. Not thread-safe.
///
/// One alert for each series of the subject: pending while true for less than `hold` (and fewer than `holdSamples`
/// samples), then firing, ended after `keepFiring` of false. A condition that is Null changes nothing. A severity rises
/// at once and falls after `keepFiring`. `hold` is the time from the first sample of the subject that found it true to
/// a later one that did: one sample, however old it gets, is one sample (a probe that failed just before the machine
/// was suspended says nothing of now). Where samples are missing for so long that they are no data, it begins anew.
///
/// A series without data for `staleAfter` (here always freshFor()) is never taken for healthy:
/// - gone: its source was removed, or has delivered without it for `staleAfter` (a disk was unmounted). The alert ends.
/// - silent: its source delivers nothing (the collector broke, the host is dead). A pending alert is dropped; a firing
///   one stays, with the annotation no_data_since, for 24 hours at most.
/// After a restart the source of a series is not known until it delivers; then other series of that metric stand for
/// it: when they are delivered and it is not within `staleAfter` of the start, it is gone.
class RuleEngine {
public:
    /// Both must outlive the engine.
    RuleEngine(const MetricHistory &history, const Clock &clock);
    ~RuleEngine();
    RuleEngine(const RuleEngine &) = delete;
    RuleEngine &operator=(const RuleEngine &) = delete;

    /// Replaces all. Rules of the same id keep their alerts; alerts of the others end. Errors: Invalid (then nothing
    /// changes), the field begins with the rule's id.
    [[nodiscard]] Result<void> setRules(std::vector<ThresholdRule> rules);
    const std::vector<ThresholdRule> &rules() const;
    /// Once after setRules() at the start: open incidents whose source is "rules" are firing alerts, so that a restart
    /// neither resolves them nor waits for `hold` again. Others are ignored.
    void restore(const std::vector<Incident> &incidents);
    /// All that fires now, for SourceId "rules". `complete`, unless restore() was never called and the engine is
    /// younger than the longest hold and staleAfter: then it cannot know yet what has ended.
    AlertBatch evaluate();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vigie
