// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/texttemplate.h"
#include "backend/metrics/rulescope.h"
#include "backend/metrics/thresholdrules.h"

#include <algorithm>

namespace vigie {

namespace {

Result<Expression> parseRuleExpression(std::string_view text, const std::string &field)
{
    auto expression = Expression::parse(text, ruleExpressionOptions(field, false));
    if (!expression)
        return expression;
    const auto kind = expression->check(RuleSchema(false));
    if (!kind)
        return tl::unexpected(kind.error());
    if (*kind != Value::Kind::Bool)
        return fail(Error::Code::Invalid,
                    "column 1: a condition compares, as in host_load1 > 4; this is a "
                        + std::string(valueKindName(*kind)),
                    field);
    return expression;
}

bool isRuleId(std::string_view id)
{
    return !id.empty() && id.size() <= 100 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

Result<void> checkTemplate(const std::string &text, const std::string &field)
{
    const auto parsed = TextTemplate::parse(text, ruleExpressionOptions(field, true));
    if (!parsed)
        return tl::unexpected(parsed.error());
    return parsed->check(RuleSchema(true));
}

} // namespace

const SeriesTerm *RuleCondition::subject() const
{
    return m_expression.seriesTerms().empty() ? nullptr : &m_expression.seriesTerms().front();
}

Result<RuleCondition> parseCondition(std::string_view text, const std::string &field)
{
    auto expression = parseRuleExpression(text, field);
    if (!expression)
        return tl::unexpected(expression.error());
    RuleCondition out;
    out.m_expression = *std::move(expression);
    if (!out.subject())
        return fail(Error::Code::Invalid, "column 1: a condition names a metric, as in host_load1 > 4", field);
    const Selector &selector = out.subject()->selector;
    if (selector.name().empty() && selector.matchers().empty())
        return fail(Error::Code::Invalid, "column 1: \"{}\" would select every metric", field);
    return out;
}

Result<RuleCondition> parseEscalation(std::string_view text, const std::string &field)
{
    auto expression = parseRuleExpression(text, field);
    if (!expression)
        return tl::unexpected(expression.error());
    RuleCondition out;
    out.m_expression = *std::move(expression);
    return out;
}

Result<void> validateRule(const ThresholdRule &rule)
{
    using Code = Error::Code;
    if (!isRuleId(rule.id))
        return fail(Code::Invalid, "an id consists of a-z 0-9 - _ and .: \"" + rule.id + "\"", "id");
    if (!rule.condition.subject())
        return fail(Code::Invalid, "the rule has no condition", "condition");
    if (rule.title.empty())
        return fail(Code::Invalid, "the rule has no title", "title");
    if (rule.hold < Duration(0) || rule.keepFiring < Duration(0) || rule.staleAfter <= Duration(0))
        return fail(Code::Invalid, "a duration is negative, or staleAfter is zero", "hold");
    std::vector<std::pair<std::string, std::string>> texts {
        {rule.title, "title"}, {rule.description, "description"}, {rule.service, "service"}};
    for (const auto &[name, text] : rule.annotations)
        texts.emplace_back(text, "annotations." + name);
    for (const auto &[text, field] : texts) {
        if (auto ok = checkTemplate(text, field); !ok)
            return ok;
    }
    return {};
}

} // namespace vigie
