// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/selector.h"

#include "backend/domain/text.h"
#include "backend/expr/tokenstream.h"

#include <algorithm>

namespace vigie {

using exprdetail::Token;
using exprdetail::TokenStream;

namespace {
constexpr std::size_t maxMatchers = 64;
constexpr std::string_view nameLabel = "__name__";

std::string_view matcherSymbol(LabelMatcher::Op op)
{
    switch (op) {
    case LabelMatcher::Op::Equal:
        return "=";
    case LabelMatcher::Op::NotEqual:
        return "!=";
    case LabelMatcher::Op::Match:
        return "=~";
    case LabelMatcher::Op::NotMatch:
        return "!~";
    }
    return {};
}

std::string quotedValue(std::string_view text)
{
    return '"' + escapedLabelValue(text) + '"';
}

/// Whether a name stands for itself before the braces; the grammar of expressions lets none begin with a colon.
bool isBareName(std::string_view name)
{
    return isMetricName(name) && !name.starts_with(':');
}
} // namespace

bool LabelMatcher::matches(std::string_view text) const
{
    switch (op) {
    case Op::Equal:
        return text == value;
    case Op::NotEqual:
        return text != value;
    case Op::Match:
        return regex.matches(text);
    case Op::NotMatch:
        return !regex.matches(text);
    }
    return false;
}

Selector::Selector(const SeriesKey &key)
    : m_name(key.name)
{
    for (const auto &[label, value] : key.labels)
        m_matchers.push_back({label, LabelMatcher::Op::Equal, value, {}});
}

Result<Selector> Selector::parse(std::string_view text)
{
    const auto tokens = exprdetail::tokenize(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    TokenStream stream(text, *tokens);
    auto selector = SelectorReader::read(stream);
    if (selector && stream.peek().type != Token::Type::End)
        return stream.expected("the end");
    return selector;
}

bool Selector::matches(const SeriesKey &key) const
{
    if (!m_name.empty() && key.name != m_name)
        return false;
    return std::ranges::all_of(m_matchers, [&key](const LabelMatcher &matcher) {
        return matcher.matches(matcher.label == nameLabel ? std::string_view(key.name)
                                                          : key.labels.value(matcher.label));
    });
}

std::string Selector::toString() const
{
    const bool bare = isBareName(m_name);
    if (m_matchers.empty() && bare)
        return m_name;
    std::string out = (bare ? m_name : std::string()) + "{";
    if (!bare && !m_name.empty())
        out += std::string(nameLabel) + "=" + quotedValue(m_name);
    for (const LabelMatcher &matcher : m_matchers) {
        if (out.back() != '{')
            out += ", ";
        out += matcher.label;
        out += matcherSymbol(matcher.op);
        out += quotedValue(matcher.value);
    }
    return out + "}";
}

Result<Selector> SelectorReader::read(TokenStream &tokens)
{
    Selector out;
    if (tokens.peek().type == Token::Type::Name)
        out.m_name = tokens.take().text;
    else if (!tokens.peek().isSymbol("{"))
        return tokens.expected("a metric name or \"{\"");
    if (!tokens.takeSymbol("{"))
        return out;
    while (!tokens.takeSymbol("}")) {
        if (out.m_matchers.size() == maxMatchers)
            return tokens.failHere("more than 64 label conditions");
        if (auto ok = readMatcher(tokens, out); !ok)
            return tl::unexpected(ok.error());
        if (!tokens.takeSymbol(",") && !tokens.peek().isSymbol("}"))
            return tokens.expected(R"("," or "}")");
    }
    return out;
}

Result<void> SelectorReader::readMatcher(TokenStream &tokens, Selector &out)
{
    if (tokens.peek().type != Token::Type::Name || !isLabelName(tokens.peek().text))
        return tokens.expected("a label name");
    LabelMatcher matcher;
    matcher.label = tokens.take().text;
    using Op = LabelMatcher::Op;
    const std::string &symbol = tokens.peek().text;
    if (tokens.peek().type != Token::Type::Symbol
        || (symbol != "=" && symbol != "!=" && symbol != "=~" && symbol != "!~"))
        return tokens.expected("one of = != =~ !~");
    matcher.op = symbol == "=" ? Op::Equal : symbol == "!=" ? Op::NotEqual : symbol == "=~" ? Op::Match : Op::NotMatch;
    tokens.take();
    if (tokens.peek().type != Token::Type::String)
        return tokens.expected("a quoted text");
    matcher.value = tokens.peek().text;
    if (matcher.op == Op::Match || matcher.op == Op::NotMatch) {
        auto regex = Regex::compile(matcher.value);
        if (!regex)
            return tokens.failHere(regex.error().detail);
        matcher.regex = *std::move(regex);
    }
    tokens.take();
    // An empty one stays a condition, which no series meets: as the name it would stand for any.
    if (matcher.label == nameLabel && matcher.op == Op::Equal && out.m_name.empty() && !matcher.value.empty())
        out.m_name = matcher.value;
    else
        out.m_matchers.push_back(std::move(matcher));
    return {};
}

} // namespace vigie
