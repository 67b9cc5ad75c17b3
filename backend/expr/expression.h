// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"
#include "backend/expr/selector.h"
#include "backend/expr/value.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

namespace exprdetail {
struct Node;
}

/// How many samples become one number. Last: the newest one, no window.
enum class Aggregate : std::uint8_t { Last, Min, Max, Avg, Count };
std::string_view aggregateName(Aggregate aggregate); ///< "last" "min" "max" "avg" "count"

/// A metric inside an expression: `host_load1`, `probe_success{probe="x"}`, `avg(host_cpu_usage_ratio, 5m)`.
struct SeriesTerm {
    Selector selector;
    Aggregate aggregate {Aggregate::Last};
    Duration window {0}; ///< positive for all but Last
    std::size_t index {0}; ///< 0 for the leftmost term of the expression
};

/// Which fields there are, for the checker.
class Schema {
public:
    virtual ~Schema() = default;
    /// Nothing when there is no such field; Kind::Null when its kind is not known before it runs.
    virtual std::optional<Value::Kind> fieldKind(std::span<const std::string> path) const = 0;
    /// Spellings for the message about an unknown field.
    virtual std::vector<std::string> fieldNames() const { return {}; }
};

/// Where an expression finds its values.
class Scope {
public:
    virtual ~Scope() = default;
    /// Nothing when there is no such field. `labels.a` and `labels["a"]` are both {"labels", "a"}.
    virtual std::optional<Value> field(std::span<const std::string> path) const = 0;
    /// Null when there is no data.
    virtual Value series(const SeriesTerm &term) const;
};

struct ExpressionOptions {
    /// Metrics may be named: a name that is followed by "{", or is not one of `fields`, is a series; and
    /// min/max/avg/count(series, window) exist. Otherwise every name is a field and there are no functions.
    bool series {false};
    std::vector<std::string> fields; ///< roots that are fields although `series` is set
    std::string field; ///< what errors carry as Error::field
};

/// The expression language of rules, filters, policies and conditions.
///   or, and, not · == != < <= > >= in, not in, =~ !~ · + - * / · unary - · ( ) · [a, b] · a.b, labels["x"]
///   "text", 'text', `raw text`, true, false, 12, 1.5, 90 % (0.9), 5m or 1h30m (seconds), 10GiB (bytes)
/// Comparisons do not chain. A pattern is a literal, RE2, anchored at both ends. Text compares byte by byte.
/// There are no calls, no loops and no access to the system. Limits: 4,096 bytes, 500 parts, 50 levels.
/// Null (no data) spreads: arithmetic and comparisons with it are Null, `and`/`or`/`not` follow Kleene
/// (false and Null is false, true or Null is true, else Null), and so does a list with Null in it: `a in [b, Null]` is
/// true when a is b, else Null. Numbers are IEEE doubles.
/// Value type; copies share the tree; thread-safe to evaluate.
class Expression {
public:
    Expression() = default; ///< evaluates to Null
    /// Syntax, and kinds as far as literals show them. Errors: Invalid, "column N: ..." (characters, from 1).
    [[nodiscard]] static Result<Expression> parse(std::string_view text, const ExpressionOptions &options = {});
    /// The kind of the result (Null when only a run can tell). Errors: Invalid at an unknown field or a wrong kind.
    [[nodiscard]] Result<Value::Kind> check(const Schema &schema) const;
    /// Errors: Invalid at an unknown field or a wrong kind.
    [[nodiscard]] Result<Value> evaluate(const Scope &scope) const;

    const std::string &text() const { return m_text; } ///< as it was written
    const std::vector<SeriesTerm> &seriesTerms() const { return m_terms; } ///< left to right
    bool isEmpty() const { return !m_root; }
    friend bool operator==(const Expression &a, const Expression &b) { return a.m_text == b.m_text; }

private:
    std::string m_text;
    std::string m_field;
    std::shared_ptr<const exprdetail::Node> m_root;
    std::vector<SeriesTerm> m_terms;
};

} // namespace vigie
