// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/expr/expression.h"

namespace vigie::exprdetail {

enum class Op : std::uint8_t {
    Literal,
    List,
    Field,
    Series,
    Not,
    Negate,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    NotIn,
    Match,
    NotMatch,
    Add,
    Subtract,
    Multiply,
    Divide,
};

struct Node {
    Op op {Op::Literal};
    std::size_t offset {0}; ///< of the operator or the operand, in bytes
    Value literal;
    std::vector<std::string> path; ///< Field
    std::size_t term {0}; ///< Series: index in Expression::seriesTerms()
    Regex regex; ///< Match, NotMatch
    std::vector<Node> children;
};

std::string_view opSymbol(Op op);
inline bool isOrdering(Op op)
{
    return op >= Op::Less && op <= Op::GreaterEqual;
}
inline bool isArithmetic(Op op)
{
    return op >= Op::Add;
}

struct Parsed {
    Node root;
    std::vector<SeriesTerm> terms;
};
[[nodiscard]] Result<Parsed> parseExpression(std::string_view text, const ExpressionOptions &options);

/// `schema` null: every field is of an unknown kind.
[[nodiscard]] Result<Value::Kind> checkNode(const Node &node, std::string_view text, const Schema *schema);
[[nodiscard]] Result<Value> evaluateNode(const Node &node, std::string_view text, const Scope &scope,
                                         const std::vector<SeriesTerm> &terms);
/// `labels["a b"]`, `status`
std::string fieldSpelling(std::span<const std::string> path);

} // namespace vigie::exprdetail
