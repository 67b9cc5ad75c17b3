// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/expr/lexer.h"
#include "backend/expr/selector.h"

#include <algorithm>

namespace vigie {

namespace exprdetail {

/// A place in a list of tokens. The End token is never passed.
class TokenStream {
public:
    TokenStream(std::string_view text, const std::vector<Token> &tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }
    const Token &peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_pos + ahead, m_tokens.size() - 1)]; }
    const Token &take()
    {
        const Token &token = peek();
        if (m_pos + 1 < m_tokens.size())
            ++m_pos;
        return token;
    }
    bool takeSymbol(std::string_view symbol) { return peek().isSymbol(symbol) && (take(), true); }
    bool takeName(std::string_view name) { return peek().isName(name) && (take(), true); }
    tl::unexpected<Error> failHere(std::string_view what) const { return failAt(m_text, peek().offset, what); }
    tl::unexpected<Error> expected(std::string_view what) const
    {
        return failHere("expected " + std::string(what) + ", found " + spelled(peek()));
    }
    std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
    const std::vector<Token> &m_tokens;
    std::size_t m_pos {0};
};

} // namespace exprdetail

/// The selector's grammar on tokens, shared by Selector::parse() and the expression parser.
struct SelectorReader {
    /// At a name or at "{".
    static Result<Selector> read(exprdetail::TokenStream &tokens);

private:
    static Result<void> readMatcher(exprdetail::TokenStream &tokens, Selector &out);
};

} // namespace vigie
