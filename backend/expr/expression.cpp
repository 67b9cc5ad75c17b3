// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/expression.h"

#include "backend/expr/ast.h"

namespace vigie {

std::string_view aggregateName(Aggregate aggregate)
{
    switch (aggregate) {
    case Aggregate::Last:
        return "last";
    case Aggregate::Min:
        return "min";
    case Aggregate::Max:
        return "max";
    case Aggregate::Avg:
        return "avg";
    case Aggregate::Count:
        return "count";
    }
    return {};
}

Value Scope::series(const SeriesTerm &) const
{
    return {};
}

namespace {
template<typename T>
Result<T> inField(Result<T> result, const std::string &field)
{
    if (!result && result.error().field.empty())
        result.error().field = field;
    return result;
}
} // namespace

Result<Expression> Expression::parse(std::string_view text, const ExpressionOptions &options)
{
    auto parsed = exprdetail::parseExpression(text, options);
    if (!parsed)
        return inField<Expression>(tl::unexpected(parsed.error()), options.field);
    if (auto kind = exprdetail::checkNode(parsed->root, text, nullptr); !kind)
        return inField<Expression>(tl::unexpected(kind.error()), options.field);
    Expression out;
    out.m_text = text;
    out.m_field = options.field;
    out.m_terms = std::move(parsed->terms);
    out.m_root = std::make_shared<const exprdetail::Node>(std::move(parsed->root));
    return out;
}

Result<Value::Kind> Expression::check(const Schema &schema) const
{
    if (!m_root)
        return Value::Kind::Null;
    return inField(exprdetail::checkNode(*m_root, m_text, &schema), m_field);
}

Result<Value> Expression::evaluate(const Scope &scope) const
{
    if (!m_root)
        return Value();
    return inField(exprdetail::evaluateNode(*m_root, m_text, scope, m_terms), m_field);
}

} // namespace vigie
