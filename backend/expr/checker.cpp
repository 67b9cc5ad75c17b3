// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/ast.h"
#include "backend/expr/lexer.h"

namespace vigie::exprdetail {

std::string_view opSymbol(Op op)
{
    static constexpr std::string_view symbols[] {"literal", "list", "field", "series", "not", "-",  "and", "or",
                                                 "==",      "!=",   "<",     "<=",     ">",   ">=", "in",  "not in",
                                                 "=~",      "!~",   "+",     "-",      "*",   "/"};
    return symbols[static_cast<std::size_t>(op)];
}

std::string fieldSpelling(std::span<const std::string> path)
{
    std::string out;
    for (const std::string &part : path) {
        if (out.empty())
            out = part;
        else if (isLabelName(part))
            out += "." + part;
        else
            out += "[\"" + part + "\"]";
    }
    return out;
}

namespace {

using Kind = Value::Kind;

/// Null stands for a kind that is not known yet and fits everywhere.
class Checker {
public:
    Checker(std::string_view text, const Schema *schema)
        : m_text(text)
        , m_schema(schema)
    {
    }

    Result<Kind> kindOf(const Node &node) const
    {
        switch (node.op) {
        case Op::Literal:
            return node.literal.kind();
        case Op::Field:
            return field(node);
        case Op::Series:
            return Kind::Number;
        case Op::List:
            return all(node, Kind::Null, Kind::List);
        case Op::Not:
        case Op::And:
        case Op::Or:
            return all(node, Kind::Bool, Kind::Bool);
        case Op::Match:
        case Op::NotMatch:
            return all(node, Kind::String, Kind::Bool);
        case Op::In:
        case Op::NotIn:
            return membership(node);
        default:
            break;
        }
        if (node.op == Op::Negate || isArithmetic(node.op))
            return all(node, Kind::Number, Kind::Number);
        return compared(node);
    }

private:
    tl::unexpected<Error> wrongKind(const Node &node, Kind wanted, Kind found) const
    {
        return failAt(m_text, node.offset,
                      "\"" + std::string(opSymbol(node.op)) + "\" needs a " + std::string(valueKindName(wanted))
                          + ", not a " + std::string(valueKindName(found)));
    }

    Result<Kind> field(const Node &node) const
    {
        if (!m_schema)
            return Kind::Null;
        if (const auto kind = m_schema->fieldKind(node.path))
            return *kind;
        std::string known;
        for (const std::string &name : m_schema->fieldNames()) {
            known += known.empty() ? "; there are " : ", ";
            known += name;
        }
        return failAt(m_text, node.offset, "unknown field " + fieldSpelling(node.path) + known);
    }

    /// Every child of kind `wanted` (Null: any).
    Result<Kind> all(const Node &node, Kind wanted, Kind result) const
    {
        for (const Node &child : node.children) {
            auto kind = kindOf(child);
            if (!kind)
                return kind;
            if (wanted != Kind::Null && *kind != Kind::Null && *kind != wanted)
                return wrongKind(node, wanted, *kind);
        }
        return result;
    }

    Result<Kind> membership(const Node &node) const
    {
        auto left = kindOf(node.children[0]);
        auto right = kindOf(node.children[1]);
        if (!left)
            return left;
        if (!right)
            return right;
        if (*right != Kind::List && *right != Kind::Null)
            return wrongKind(node, Kind::List, *right);
        for (const Node &item : node.children[1].children) {
            auto kind = kindOf(item);
            if (kind && *kind != *left && *kind != Kind::Null && *left != Kind::Null)
                return wrongKind(node, *left, *kind);
        }
        return Kind::Bool;
    }

    Result<Kind> compared(const Node &node) const
    {
        auto left = kindOf(node.children[0]);
        auto right = kindOf(node.children[1]);
        if (!left)
            return left;
        if (!right)
            return right;
        for (const Kind kind : {*left, *right}) {
            if (isOrdering(node.op) && kind != Kind::Null && kind != Kind::Number && kind != Kind::String)
                return wrongKind(node, Kind::Number, kind);
        }
        if (*left != *right && *left != Kind::Null && *right != Kind::Null)
            return failAt(m_text, node.offset,
                          "a " + std::string(valueKindName(*left)) + " cannot be compared with a "
                              + std::string(valueKindName(*right)));
        return Kind::Bool;
    }

    std::string_view m_text;
    const Schema *m_schema;
};

} // namespace

Result<Value::Kind> checkNode(const Node &node, std::string_view text, const Schema *schema)
{
    return Checker(text, schema).kindOf(node);
}

} // namespace vigie::exprdetail
