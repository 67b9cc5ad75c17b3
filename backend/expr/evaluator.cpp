// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/ast.h"
#include "backend/expr/lexer.h"

#include <algorithm>

namespace vigie::exprdetail {

namespace {

using Kind = Value::Kind;

class Evaluator {
public:
    Evaluator(std::string_view text, const Scope &scope, const std::vector<SeriesTerm> &terms)
        : m_text(text)
        , m_scope(scope)
        , m_terms(terms)
    {
    }

    Result<Value> value(const Node &node) const
    {
        switch (node.op) {
        case Op::Literal:
            return node.literal;
        case Op::Field: {
            if (auto found = m_scope.field(node.path))
                return *std::move(found);
            return failAt(m_text, node.offset, "unknown field " + fieldSpelling(node.path));
        }
        case Op::Series:
            return m_scope.series(m_terms[node.term]);
        case Op::List:
            return list(node);
        case Op::And:
            return kleene(node, false);
        case Op::Or:
            return kleene(node, true);
        case Op::Not:
        case Op::Negate:
            return unary(node);
        default:
            return binary(node);
        }
    }

private:
    Result<Value> list(const Node &node) const
    {
        Value::List items;
        for (const Node &child : node.children) {
            auto item = value(child);
            if (!item)
                return item;
            items.push_back(*std::move(item));
        }
        return Value(std::move(items));
    }

    /// And: ends at the first false; Or: ends at the first true. Null when none ended it and one was Null.
    Result<Value> kleene(const Node &node, bool endsAt) const
    {
        bool unknown = false;
        for (const Node &child : node.children) {
            auto operand = value(child);
            if (!operand)
                return operand;
            if (operand->isNull())
                unknown = true;
            else if (operand->kind() != Kind::Bool)
                return wrongKind(node, Kind::Bool, operand->kind());
            else if (operand->toBool() == endsAt)
                return Value(endsAt);
        }
        if (unknown)
            return Value();
        return Value(!endsAt);
    }

    Result<Value> unary(const Node &node) const
    {
        auto operand = value(node.children[0]);
        if (!operand || operand->isNull())
            return operand;
        const Kind wanted = node.op == Op::Not ? Kind::Bool : Kind::Number;
        if (operand->kind() != wanted)
            return wrongKind(node, wanted, operand->kind());
        // No conditional operator on Values: g++ 12 then warns about the members of the branch not taken.
        if (node.op == Op::Not)
            return Value(!operand->toBool());
        return Value(-operand->toNumber());
    }

    Result<Value> binary(const Node &node) const
    {
        auto left = value(node.children[0]);
        if (!left)
            return left;
        auto right = value(node.children[1]);
        if (!right)
            return right;
        if (left->isNull() || right->isNull())
            return Value();
        if (node.op == Op::In || node.op == Op::NotIn)
            return membership(node, *left, *right);
        if (node.op == Op::Match || node.op == Op::NotMatch) {
            if (left->kind() != Kind::String)
                return wrongKind(node, Kind::String, left->kind());
            return Value(node.regex.matches(left->toString()) == (node.op == Op::Match));
        }
        if (isArithmetic(node.op))
            return arithmetic(node, *left, *right);
        return compared(node, *left, *right);
    }

    Result<Value> membership(const Node &node, const Value &left, const Value &right) const
    {
        if (right.kind() != Kind::List)
            return wrongKind(node, Kind::List, right.kind());
        const auto &items = right.toList();
        const bool found = std::ranges::find(items, left) != items.end();
        // What is not known may be the one that is looked for.
        const auto isNull = [](const Value &item) { return item.isNull(); };
        if (!found && std::ranges::any_of(items, isNull))
            return Value();
        return Value(found == (node.op == Op::In));
    }

    Result<Value> arithmetic(const Node &node, const Value &left, const Value &right) const
    {
        for (const Value *operand : {&left, &right}) {
            if (operand->kind() != Kind::Number)
                return wrongKind(node, Kind::Number, operand->kind());
        }
        const double a = left.toNumber();
        const double b = right.toNumber();
        switch (node.op) {
        case Op::Add:
            return Value(a + b);
        case Op::Subtract:
            return Value(a - b);
        case Op::Multiply:
            return Value(a * b);
        default:
            return Value(a / b);
        }
    }

    Result<Value> compared(const Node &node, const Value &left, const Value &right) const
    {
        if (left.kind() != right.kind())
            return failAt(m_text, node.offset,
                          "a " + std::string(valueKindName(left.kind())) + " cannot be compared with a "
                              + std::string(valueKindName(right.kind())));
        if (node.op == Op::Equal || node.op == Op::NotEqual)
            return Value((left == right) == (node.op == Op::Equal));
        if (left.kind() == Kind::Number)
            return Value(ordered(node.op, left.toNumber(), right.toNumber()));
        if (left.kind() == Kind::String)
            return Value(ordered(node.op, left.toString(), right.toString()));
        return wrongKind(node, Kind::Number, left.kind());
    }

    template<typename T>
    static bool ordered(Op op, const T &a, const T &b)
    {
        switch (op) {
        case Op::Less:
            return a < b;
        case Op::LessEqual:
            return a <= b;
        case Op::Greater:
            return a > b;
        default:
            return a >= b;
        }
    }

    tl::unexpected<Error> wrongKind(const Node &node, Kind wanted, Kind found) const
    {
        return failAt(m_text, node.offset,
                      "\"" + std::string(opSymbol(node.op)) + "\" needs a " + std::string(valueKindName(wanted))
                          + ", not a " + std::string(valueKindName(found)));
    }

    std::string_view m_text;
    const Scope &m_scope;
    const std::vector<SeriesTerm> &m_terms;
};

} // namespace

Result<Value> evaluateNode(const Node &node, std::string_view text, const Scope &scope,
                           const std::vector<SeriesTerm> &terms)
{
    return Evaluator(text, scope, terms).value(node);
}

} // namespace vigie::exprdetail
