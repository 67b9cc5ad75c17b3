// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/texttemplate.h"

#include "backend/expr/lexer.h"

namespace vigie {

namespace {
constexpr std::size_t maxTemplateBytes = 16'384;

/// Where the "}}" of an expression starts: not one inside quotes.
std::size_t closingBraces(std::string_view text, std::size_t from)
{
    char quote = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == '\\' && quote != '`')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if (c == '"' || c == '\'' || c == '`') {
            quote = c;
        } else if (text.substr(i, 2) == "}}") {
            // "{a="b"}}}": the selector's own brace comes first.
            return text.substr(i, 3) == "}}}" ? i + 1 : i;
        }
    }
    return std::string_view::npos;
}
} // namespace

Result<TextTemplate> TextTemplate::parse(std::string_view text, const ExpressionOptions &options)
{
    if (text.size() > maxTemplateBytes)
        return fail(Error::Code::Invalid, "column 16385: longer than 16384 bytes", options.field);
    const auto failHere = [&](std::size_t offset, std::string_view what) {
        auto error = exprdetail::failAt(text, offset, what);
        error.value().field = options.field;
        return error;
    };
    TextTemplate out;
    out.m_text = text;
    std::size_t pos = 0;
    for (;;) {
        const std::size_t open = text.find("{{", pos);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = closingBraces(text, open + 2);
        if (close == std::string_view::npos)
            return failHere(open, R"("{{" without "}}")");
        const std::string_view inner = text.substr(open + 2, close - open - 2);
        auto expression = Expression::parse(inner, options);
        if (!expression)
            return failHere(open, "in \"{{" + std::string(inner) + "}}\": " + expression.error().detail);
        out.m_parts.push_back({std::string(text.substr(pos, open - pos)), *std::move(expression)});
        pos = close + 2;
    }
    out.m_tail = text.substr(pos);
    return out;
}

Result<void> TextTemplate::check(const Schema &schema) const
{
    for (const Part &part : m_parts) {
        if (auto kind = part.expression.check(schema); !kind) {
            Error error = kind.error();
            error.detail = "in \"{{" + part.expression.text() + "}}\": " + error.detail;
            return tl::unexpected(std::move(error));
        }
    }
    return {};
}

std::string TextTemplate::render(const Scope &scope) const
{
    std::string out;
    for (const Part &part : m_parts) {
        out += part.before;
        if (const auto value = part.expression.evaluate(scope))
            out += value->text();
    }
    return out + m_tail;
}

} // namespace vigie
