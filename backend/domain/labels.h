// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

/// A set of name=value pairs as Prometheus has them: names unique, kept sorted by name, empty values dropped.
class LabelSet {
public:
    using Pair = std::pair<std::string, std::string>;
    LabelSet() = default;
    LabelSet(std::initializer_list<Pair> pairs);
    explicit LabelSet(std::vector<Pair> pairs);

    /// Empty when there is no such label. O(log n).
    std::string_view value(std::string_view name) const;
    bool contains(std::string_view name) const;
    /// Sets or replaces; an empty value removes.
    void set(std::string name, std::string value);
    void remove(std::string_view name);
    bool empty() const { return m_pairs.empty(); }
    std::size_t size() const { return m_pairs.size(); }
    auto begin() const { return m_pairs.begin(); }
    auto end() const { return m_pairs.end(); }

    /// The fingerprint Alertmanager shows for an alert: 64-bit FNV-1a over name, 0xFF, value, 0xFF of each pair in
    /// order (prometheus/common model/signature.go, labelSetToFingerprint), as 16 lower-case hex digits.
    std::string fingerprint() const;
    /// `{a="x", b="y"}` with \\, \" and \n escaped as in the exposition format; "{}" when empty.
    std::string toString() const;

    friend bool operator==(const LabelSet &, const LabelSet &) = default;
    friend auto operator<=>(const LabelSet &, const LabelSet &) = default;

private:
    std::vector<Pair> m_pairs;
};

/// [a-zA-Z_][a-zA-Z0-9_]*
bool isLabelName(std::string_view name);
/// [a-zA-Z_:][a-zA-Z0-9_:]*
bool isMetricName(std::string_view name);

} // namespace vigie
