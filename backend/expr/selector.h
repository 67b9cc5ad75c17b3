// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "backend/expr/regex.h"

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// One condition on a label, as in Prometheus: a label that is not there counts as empty, patterns are anchored.
struct LabelMatcher {
    enum class Op : std::uint8_t { Equal, NotEqual, Match, NotMatch };
    std::string label;
    Op op {Op::Equal};
    std::string value;
    Regex regex; ///< of `value`, for Match and NotMatch

    bool matches(std::string_view text) const;
};

/// Selects series: `name{a="b", c!="d", e=~"re", f!~"re"}`. The name may be left out (or given as the label __name__);
/// `{}` selects everything, `{__name__=""}` nothing. Value type, thread-safe to read.
class Selector {
public:
    Selector() = default;
    /// Exactly this series' name, any labels.
    explicit Selector(std::string name)
        : m_name(std::move(name))
    {
    }
    /// Exactly this series: labels that it does not have must be absent only as far as `key` names them.
    explicit Selector(const SeriesKey &key);
    /// Errors: Invalid with "column N: ...". At most 4,096 bytes and 64 matchers.
    [[nodiscard]] static Result<Selector> parse(std::string_view text);

    /// Empty: any name.
    const std::string &name() const { return m_name; }
    const std::vector<LabelMatcher> &matchers() const { return m_matchers; }
    bool matches(const SeriesKey &key) const;
    /// Reads back as the same selector.
    std::string toString() const;

private:
    friend struct SelectorReader;
    std::string m_name;
    std::vector<LabelMatcher> m_matchers;
};

} // namespace vigie
