// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/logging.h"
#include "backend/expr/texttemplate.h"
#include "backend/metrics/rulescope.h"
#include "backend/metrics/thresholdrules.h"
#include "backend/metrics/valueformat.h"

#include <algorithm>
#include <map>
#include <set>

namespace vigie {

using namespace std::chrono_literals;

// Not in the anonymous namespace: RuleEngine::Impl, which has a linkage, holds them.
/// The alert of one series under one rule.
struct RuleAlert {
    std::optional<Timestamp> trueSince;
    Timestamp heldFrom {}; ///< sample that found it true first; valid with trueSince
    std::uint32_t trueSamples {0};
    Timestamp lastSampleAt {};
    Duration fresh {0}; ///< how long the sample of lastSampleAt counts
    Timestamp lastTrue {};
    bool firing {false};
    Timestamp severityHeld {}; ///< when the present severity was last justified
    AlertSignal signal; ///< valid while firing
    std::optional<Timestamp> restoredAt; ///< until its series was seen
};

struct CompiledRule {
    TextTemplate title;
    TextTemplate description;
    TextTemplate service;
    std::vector<std::pair<std::string, TextTemplate>> annotations;
    std::map<std::string, RuleAlert> alerts; ///< by dedupKey
    bool cappedBefore {false};
};

namespace {

constexpr Duration giveUpSilent = 24h;
constexpr std::size_t maxAlertsPerRule = 500;
constexpr std::string_view noDataSince = "no_data_since";

TextTemplate compiledText(const std::string &text)
{
    return TextTemplate::parse(text, ruleExpressionOptions({}, true)).value_or(TextTemplate());
}

std::string rulePrefix(const std::string &ruleId)
{
    return "rule:" + ruleId + ":";
}

std::string alertKey(const ThresholdRule &rule, const SeriesKey &series)
{
    LabelSet labels = series.labels;
    if (rule.condition.subject()->selector.name().empty())
        labels.set("__name__", series.name); // the selector may match several metrics
    return rulePrefix(rule.id) + labels.fingerprint();
}

} // namespace

Duration freshFor(Duration staleAfter, const LatestSample &latest)
{
    return std::max(staleAfter, 3 * latest.interval);
}

class RuleEngine::Impl {
public:
    Impl(const MetricHistory &history, const Clock &clock)
        : m_history(history)
        , m_clock(clock)
        , m_started(clock.now())
    {
    }

    Result<void> setRules(std::vector<ThresholdRule> rules);
    void restore(const std::vector<Incident> &incidents);
    AlertBatch evaluate();

    std::vector<ThresholdRule> m_rules;

private:
    struct Subject {
        const ThresholdRule &rule;
        CompiledRule &compiled;
        const LatestSample &latest;
        Value value; ///< Null when the window is not covered
    };
    void evaluateRule(const ThresholdRule &rule, CompiledRule &compiled, TermCache &cache);
    void evaluateFresh(const Subject &subject, RuleAlert &alert, TermCache &cache);
    void becomeTrue(const Subject &subject, RuleAlert &alert, TermCache &cache);
    void updateSeverity(const Subject &subject, RuleAlert &alert, TermCache &cache);
    void render(const Subject &subject, RuleAlert &alert, TermCache &cache, Severity severity);
    Severity severityNow(const Subject &subject, TermCache &cache) const;
    bool keepsStale(const ThresholdRule &rule, const LatestSample &latest, RuleAlert &alert, bool othersFresh) const;
    bool isGone(const ThresholdRule &rule, const LatestSample &latest, bool othersFresh) const;
    bool isWarm() const;

    const MetricHistory &m_history;
    const Clock &m_clock;
    const Timestamp m_started;
    Timestamp m_now {};
    bool m_restored {false};
    std::map<std::string, CompiledRule> m_compiled; ///< by rule id
};

Result<void> RuleEngine::Impl::setRules(std::vector<ThresholdRule> rules)
{
    std::set<std::string> ids;
    for (const ThresholdRule &rule : rules) {
        if (auto valid = validateRule(rule); !valid) {
            Error error = valid.error();
            error.field = rule.id + "." + error.field;
            return tl::unexpected(std::move(error));
        }
        if (!ids.insert(rule.id).second)
            return fail(Error::Code::Invalid, "two rules have the id " + rule.id, rule.id + ".id");
    }
    std::map<std::string, CompiledRule> compiled;
    for (const ThresholdRule &rule : rules) {
        CompiledRule &out = compiled[rule.id];
        out.title = compiledText(rule.title);
        out.description = compiledText(rule.description);
        out.service = compiledText(rule.service);
        for (const auto &[name, text] : rule.annotations)
            out.annotations.emplace_back(name, compiledText(text));
        if (const auto before = m_compiled.find(rule.id); before != m_compiled.end())
            out.alerts = std::move(before->second.alerts);
    }
    m_compiled = std::move(compiled);
    m_rules = std::move(rules);
    return {};
}

void RuleEngine::Impl::restore(const std::vector<Incident> &incidents)
{
    m_restored = true;
    for (const Incident &incident : incidents) {
        if (incident.source != "rules" || incident.isClosed())
            continue;
        for (const ThresholdRule &rule : m_rules) {
            if (!incident.dedupKey.starts_with(rulePrefix(rule.id)))
                continue;
            RuleAlert alert;
            alert.firing = true;
            alert.trueSince = incident.startedAt;
            alert.lastTrue = m_clock.now();
            alert.severityHeld = m_clock.now();
            alert.restoredAt = m_clock.now();
            alert.signal = {.dedupKey = incident.dedupKey,
                            .firing = true,
                            .title = incident.title,
                            .description = incident.description,
                            .severity = incident.severity,
                            .category = incident.category,
                            .service = incident.service,
                            .metric = incident.metric,
                            .labels = incident.labels,
                            .annotations = incident.annotations,
                            .startedAt = incident.startedAt,
                            .silenced = false};
            m_compiled[rule.id].alerts.insert_or_assign(incident.dedupKey, std::move(alert));
        }
    }
}

bool RuleEngine::Impl::isWarm() const
{
    Duration needed {0};
    for (const ThresholdRule &rule : m_rules)
        needed = std::max(needed, rule.hold + rule.staleAfter);
    return m_restored || m_now - m_started >= needed;
}

AlertBatch RuleEngine::Impl::evaluate()
{
    m_now = m_clock.now();
    TermCache cache(m_history, m_now);
    AlertBatch batch;
    batch.source = SourceId {"rules"};
    batch.complete = isWarm();
    for (const ThresholdRule &rule : m_rules) {
        CompiledRule &compiled = m_compiled[rule.id];
        evaluateRule(rule, compiled, cache);
        for (const auto &[key, alert] : compiled.alerts) {
            if (alert.firing)
                batch.alerts.push_back(alert.signal);
        }
    }
    return batch;
}

void RuleEngine::Impl::evaluateRule(const ThresholdRule &rule, CompiledRule &compiled, TermCache &cache)
{
    const SeriesTerm &term = *rule.condition.subject();
    const std::vector<LatestSample> subjects = m_history.latest(term.selector);
    const auto isFresh
        = [&](const LatestSample &latest) { return m_now - latest.sample.at <= freshFor(rule.staleAfter, latest); };
    const bool othersFresh = std::ranges::any_of(
        subjects, [&](const LatestSample &latest) { return !latest.source.empty() && isFresh(latest); });
    std::set<std::string> seen;
    bool capped = false;
    for (const LatestSample &latest : subjects) {
        const std::string key = alertKey(rule, latest.series);
        seen.insert(key);
        const auto found = compiled.alerts.find(key);
        if (!isFresh(latest)) {
            if (found != compiled.alerts.end() && !keepsStale(rule, latest, found->second, othersFresh))
                compiled.alerts.erase(found);
            continue;
        }
        if (found == compiled.alerts.end() && compiled.alerts.size() >= maxAlertsPerRule) {
            capped = true;
            continue;
        }
        const auto value = term.aggregate == Aggregate::Last
            ? std::optional(latest.sample.value)
            : joinedValue(cache.values(term, rule.staleAfter), latest.series);
        Subject subject {.rule = rule, .compiled = compiled, .latest = latest, .value = Value()};
        if (value)
            subject.value = Value(*value);
        RuleAlert &alert = compiled.alerts[key];
        evaluateFresh(subject, alert, cache);
        if (!alert.firing && !alert.trueSince)
            compiled.alerts.erase(key);
    }
    // Left: alerts whose series is in the history no more, or that were restored and not seen yet.
    std::erase_if(compiled.alerts, [&](const auto &entry) {
        if (seen.contains(entry.first))
            return false;
        const auto &restoredAt = entry.second.restoredAt;
        if (!restoredAt)
            return true;
        return m_now - *restoredAt > (othersFresh ? rule.staleAfter : giveUpSilent);
    });
    if (capped && !compiled.cappedBefore)
        log::warning("metrics", "a rule matches too many series; the rest is not looked at", {{"rule", rule.id}});
    compiled.cappedBefore = capped;
}

bool RuleEngine::Impl::isGone(const ThresholdRule &rule, const LatestSample &latest, bool othersFresh) const
{
    const Duration fresh = freshFor(rule.staleAfter, latest);
    if (latest.source.empty())
        return othersFresh && m_now - m_started > fresh;
    const auto activity = m_history.activity(latest.source);
    return activity && (activity->removed || activity->lastBatch - latest.sample.at > fresh);
}

/// Of a series without data: false when its alert is to be dropped.
bool RuleEngine::Impl::keepsStale(const ThresholdRule &rule, const LatestSample &latest, RuleAlert &alert,
                                  bool othersFresh) const
{
    if (!alert.firing || isGone(rule, latest, othersFresh) || m_now - latest.sample.at > giveUpSilent)
        return false;
    alert.signal.annotations.set(std::string(noDataSince), formatRfc3339(latest.sample.at));
    alert.lastTrue = m_now; // its time of being healthy begins when data comes again
    alert.severityHeld = m_now;
    return true;
}

void RuleEngine::Impl::evaluateFresh(const Subject &subject, RuleAlert &alert, TermCache &cache)
{
    alert.restoredAt.reset();
    if (alert.firing)
        alert.signal.annotations.remove(noDataSince);
    const RuleScope scope(cache, subject.latest.series, subject.value, subject.rule.staleAfter);
    const auto result = subject.rule.condition.expression().evaluate(scope);
    if (!result || result->isNull()) {
        if (!alert.firing && m_now - alert.lastTrue > freshFor(subject.rule.staleAfter, subject.latest))
            alert.trueSince.reset();
        return;
    }
    if (result->isTrue()) {
        becomeTrue(subject, alert, cache);
        return;
    }
    alert.trueSamples = 0;
    if (!alert.firing || m_now - alert.lastTrue >= subject.rule.keepFiring) {
        alert.firing = false;
        alert.trueSince.reset();
    }
}

void RuleEngine::Impl::becomeTrue(const Subject &subject, RuleAlert &alert, TermCache &cache)
{
    const ThresholdRule &rule = subject.rule;
    const Timestamp sampleAt = subject.latest.sample.at;
    if (!alert.firing && alert.trueSince && sampleAt - alert.lastSampleAt > alert.fresh)
        alert.trueSince.reset(); // in between there was no data, although nobody looked (the machine slept)
    if (!alert.trueSince) {
        const bool newest = rule.condition.subject()->aggregate == Aggregate::Last;
        alert.trueSince = newest ? std::min(sampleAt, m_now) : m_now;
        alert.heldFrom = sampleAt;
        alert.trueSamples = 0;
        alert.lastSampleAt = {};
    }
    if (sampleAt != alert.lastSampleAt) {
        ++alert.trueSamples;
        alert.fresh = freshFor(rule.staleAfter, subject.latest);
    }
    alert.lastSampleAt = sampleAt;
    alert.lastTrue = m_now;
    if (alert.firing) {
        updateSeverity(subject, alert, cache);
        return;
    }
    const bool enoughSamples = rule.holdSamples > 0 && alert.trueSamples >= rule.holdSamples;
    if (sampleAt - alert.heldFrom < rule.hold && !enoughSamples)
        return;
    alert.firing = true;
    alert.severityHeld = m_now;
    render(subject, alert, cache, severityNow(subject, cache));
}

Severity RuleEngine::Impl::severityNow(const Subject &subject, TermCache &cache) const
{
    const RuleScope scope(cache, subject.latest.series, subject.value, subject.rule.staleAfter);
    for (const RuleEscalation &escalation : subject.rule.escalations) {
        const auto holds = escalation.condition.expression().evaluate(scope);
        if (holds && holds->isTrue())
            return escalation.severity;
    }
    return subject.rule.severity;
}

void RuleEngine::Impl::updateSeverity(const Subject &subject, RuleAlert &alert, TermCache &cache)
{
    const Severity severity = severityNow(subject, cache);
    if (severity <= alert.signal.severity) // the enumeration begins with the most severe
        alert.severityHeld = m_now;
    const bool rises = severity < alert.signal.severity;
    const bool falls = severity > alert.signal.severity && m_now - alert.severityHeld >= subject.rule.keepFiring;
    if (!rises && !falls)
        return;
    alert.severityHeld = m_now;
    render(subject, alert, cache, severity);
}

void RuleEngine::Impl::render(const Subject &subject, RuleAlert &alert, TermCache &cache, Severity severity)
{
    const ThresholdRule &rule = subject.rule;
    const SeriesKey &series = subject.latest.series;
    const auto info = m_history.describe(series.name);
    const bool counts = rule.condition.subject()->aggregate == Aggregate::Count;
    const MetricUnit unit = counts ? MetricUnit::Count : info ? info->unit : unitFromMetricName(series.name);
    const RuleScope scope(cache, series, subject.value, rule.staleAfter, unit);
    AlertSignal &signal = alert.signal;
    signal.dedupKey = alertKey(rule, series);
    signal.firing = true;
    signal.title = subject.compiled.title.render(scope);
    signal.description = subject.compiled.description.render(scope);
    signal.service = subject.compiled.service.render(scope);
    signal.category = rule.category;
    signal.severity = severity;
    signal.metric = series.toString();
    signal.labels = series.labels;
    signal.labels.set("rule", rule.id);
    for (const auto &[name, value] : rule.labels)
        signal.labels.set(name, value);
    signal.annotations = {};
    for (const auto &[name, text] : subject.compiled.annotations)
        signal.annotations.set(name, text.render(scope));
    signal.startedAt = alert.trueSince.value_or(m_now);
}

RuleEngine::RuleEngine(const MetricHistory &history, const Clock &clock)
    : m_impl(std::make_unique<Impl>(history, clock))
{
}

RuleEngine::~RuleEngine() = default;

Result<void> RuleEngine::setRules(std::vector<ThresholdRule> rules)
{
    return m_impl->setRules(std::move(rules));
}

const std::vector<ThresholdRule> &RuleEngine::rules() const
{
    return m_impl->m_rules;
}

void RuleEngine::restore(const std::vector<Incident> &incidents)
{
    m_impl->restore(incidents);
}

AlertBatch RuleEngine::evaluate()
{
    return m_impl->evaluate();
}

} // namespace vigie
