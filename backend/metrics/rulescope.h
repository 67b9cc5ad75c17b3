// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/metrics/thresholdrules.h"

#include <map>
#include <set>
#include <string>

namespace vigie {

/// Which fields conditions (false) and texts (true) of a rule may name.
class RuleSchema final : public Schema {
public:
    explicit RuleSchema(bool forText)
        : m_forText(forText)
    {
    }
    std::optional<Value::Kind> fieldKind(std::span<const std::string> path) const override;
    std::vector<std::string> fieldNames() const override;

private:
    bool m_forText;
};
/// For parsing a rule's conditions and texts.
ExpressionOptions ruleExpressionOptions(const std::string &field, bool forText);

/// One series of a term with its value at the moment of the evaluation.
struct TermValue {
    SeriesKey series;
    double value {0};
};

/// The values of the terms during one evaluation, each asked of the history once.
class TermCache {
public:
    TermCache(const MetricHistory &history, Timestamp now)
        : m_history(history)
        , m_now(now)
    {
    }
    Timestamp now() const { return m_now; }
    const MetricHistory &history() const { return m_history; }
    /// Sorted by series. Last: only samples that still count, see freshFor().
    const std::vector<TermValue> &values(const SeriesTerm &term, Duration staleAfter);

private:
    const MetricHistory &m_history;
    Timestamp m_now;
    std::map<std::string, std::vector<TermValue>> m_values;
};

/// The value of `term` that belongs to `subject`, see RuleCondition; nothing when none or several do.
std::optional<double> joinedValue(const std::vector<TermValue> &values, const SeriesKey &subject);

/// What a rule's condition sees for one series, and with `unit` what its texts see.
class RuleScope final : public Scope {
public:
    RuleScope(TermCache &cache, const SeriesKey &subject, Value value, Duration staleAfter,
              std::optional<MetricUnit> unit = {});
    std::optional<Value> field(std::span<const std::string> path) const override;
    Value series(const SeriesTerm &term) const override;

private:
    TermCache &m_cache;
    const SeriesKey &m_subject;
    Value m_value;
    Duration m_staleAfter;
    std::optional<MetricUnit> m_unit;
};

} // namespace vigie
