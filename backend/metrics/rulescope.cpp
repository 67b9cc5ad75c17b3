// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/rulescope.h"

#include "backend/metrics/valueformat.h"

#include <algorithm>

namespace vigie {

std::optional<Value::Kind> RuleSchema::fieldKind(std::span<const std::string> path) const
{
    if (path.size() == 2 && path[0] == "labels")
        return Value::Kind::String;
    if (path.size() == 1 && path[0] == "value")
        return m_forText ? Value::Kind::String : Value::Kind::Number;
    if (path.size() == 1 && path[0] == "number" && m_forText)
        return Value::Kind::Number;
    return std::nullopt;
}

std::vector<std::string> RuleSchema::fieldNames() const
{
    std::vector<std::string> names {"labels.NAME", "value"};
    if (m_forText)
        names.emplace_back("number");
    return names;
}

ExpressionOptions ruleExpressionOptions(const std::string &field, bool forText)
{
    ExpressionOptions options {.series = true, .fields = {"labels", "value"}, .field = field};
    if (forText)
        options.fields.emplace_back("number");
    return options;
}

const std::vector<TermValue> &TermCache::values(const SeriesTerm &term, Duration staleAfter)
{
    const Duration span = term.aggregate == Aggregate::Last ? staleAfter : term.window;
    const std::string id
        = std::string(aggregateName(term.aggregate)) + std::to_string(span.count()) + term.selector.toString();
    const auto [it, isNew] = m_values.try_emplace(id);
    std::vector<TermValue> &out = it->second;
    if (!isNew)
        return out;
    const Timestamp from = m_now - span;
    if (term.aggregate == Aggregate::Last) {
        for (LatestSample &latest : m_history.latest(term.selector)) {
            if (m_now - latest.sample.at <= freshFor(staleAfter, latest))
                out.push_back({std::move(latest.series), latest.sample.value});
        }
        return out;
    }
    for (WindowSummary &window : m_history.window(term.selector, from, m_now)) {
        const StepPoint &point = window.summary;
        const bool covered = window.first <= from + span / 2;
        if (term.aggregate == Aggregate::Count)
            out.push_back({std::move(window.series), static_cast<double>(point.count)});
        else if (covered)
            out.push_back({std::move(window.series),
                           term.aggregate == Aggregate::Min       ? point.min
                               : term.aggregate == Aggregate::Max ? point.max
                                                                  : point.avg});
    }
    return out;
}

namespace {

bool labelsAgree(const LabelSet &a, const LabelSet &b)
{
    return std::ranges::all_of(
        a, [&b](const LabelSet::Pair &pair) { return !b.contains(pair.first) || b.value(pair.first) == pair.second; });
}

} // namespace

std::optional<double> joinedValue(const std::vector<TermValue> &values, const SeriesKey &subject)
{
    std::optional<double> found;
    bool several = false;
    for (const TermValue &candidate : values) {
        if (candidate.series == subject)
            return candidate.value;
        if (!labelsAgree(candidate.series.labels, subject.labels))
            continue;
        several = several || found.has_value();
        found = candidate.value;
    }
    return several ? std::nullopt : found;
}

RuleScope::RuleScope(TermCache &cache, const SeriesKey &subject, Value value, Duration staleAfter,
                     std::optional<MetricUnit> unit)
    : m_cache(cache)
    , m_subject(subject)
    , m_value(std::move(value))
    , m_staleAfter(staleAfter)
    , m_unit(unit)
{
}

std::optional<Value> RuleScope::field(std::span<const std::string> path) const
{
    if (path.size() == 2 && path[0] == "labels")
        return Value(m_subject.labels.value(path[1]));
    if (path.size() != 1)
        return std::nullopt;
    if (path[0] == "value" && m_unit)
        return m_value.isNull() ? Value() : Value(formatValue(m_value.toNumber(), *m_unit));
    if (path[0] == "value" || (path[0] == "number" && m_unit))
        return m_value;
    return std::nullopt;
}

Value RuleScope::series(const SeriesTerm &term) const
{
    const auto value = joinedValue(m_cache.values(term, m_staleAfter), m_subject);
    if (!value)
        return {};
    return {*value};
}

} // namespace vigie
