// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/lexer.h"

#include "backend/domain/time.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace vigie::exprdetail {

namespace {

struct NumberUnit {
    std::string_view name;
    double factor;
};
constexpr double kibi = 1024.0;
constexpr std::array<NumberUnit, 20> numberUnits {{
    {.name = "%", .factor = 0.01},
    {.name = "ms", .factor = 0.001},
    {.name = "s", .factor = 1},
    {.name = "m", .factor = 60},
    {.name = "h", .factor = 3600},
    {.name = "d", .factor = 86'400},
    {.name = "w", .factor = 604'800},
    {.name = "y", .factor = 31'536'000},
    {.name = "B", .factor = 1},
    {.name = "kB", .factor = 1e3},
    {.name = "KB", .factor = 1e3},
    {.name = "MB", .factor = 1e6},
    {.name = "GB", .factor = 1e9},
    {.name = "TB", .factor = 1e12},
    {.name = "PB", .factor = 1e15},
    {.name = "KiB", .factor = kibi},
    {.name = "MiB", .factor = kibi * kibi},
    {.name = "GiB", .factor = kibi * kibi * kibi},
    {.name = "TiB", .factor = kibi * kibi * kibi * kibi},
    {.name = "PiB", .factor = kibi * kibi * kibi * kibi * kibi},
}};
constexpr std::array<std::string_view, 20> symbols {"==", "!=", "<=", ">=", "=~", "!~", "=", "<", ">", "+",
                                                    "-",  "*",  "/",  "(",  ")",  "[",  "]", "{", "}", ","};

std::optional<double> unitFactor(std::string_view name)
{
    for (const NumberUnit &unit : numberUnits) {
        if (unit.name == name)
            return unit.factor;
    }
    return std::nullopt;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || isDigit(c) || c == ':';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Lexer {
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    Result<std::vector<Token>> run()
    {
        if (m_text.size() > maxLength)
            return fail(Error::Code::Invalid,
                        "column " + std::to_string(maxLength + 1) + ": longer than " + std::to_string(maxLength)
                            + " bytes");
        std::vector<Token> tokens;
        while (skipSpace()) {
            auto token = next();
            if (!token)
                return tl::unexpected(token.error());
            tokens.push_back(*std::move(token));
        }
        Token end;
        end.offset = m_text.size();
        tokens.push_back(std::move(end));
        return tokens;
    }

private:
    /// False at the end.
    bool skipSpace()
    {
        while (m_pos < m_text.size() && isSpace(m_text[m_pos]))
            ++m_pos;
        return m_pos < m_text.size();
    }

    Result<Token> next()
    {
        const char c = m_text[m_pos];
        if (isDigit(c))
            return number();
        if (isNameStart(c))
            return name();
        if (c == '"' || c == '\'' || c == '`')
            return string(c);
        return symbol();
    }

    Result<Token> name()
    {
        Token token {.type = Token::Type::Name, .text = std::string(word(m_pos)), .number = 0, .offset = m_pos};
        m_pos += token.text.size();
        return token;
    }

    std::string_view word(std::size_t from) const
    {
        std::size_t end = from;
        while (end < m_text.size() && isNamePart(m_text[end]))
            ++end;
        return m_text.substr(from, end - from);
    }

    Result<Token> number()
    {
        Token token {.type = Token::Type::Number, .text = {}, .number = 0, .offset = m_pos};
        const auto [end, ec] = std::from_chars(m_text.data() + m_pos, m_text.data() + m_text.size(), token.number);
        if (ec != std::errc())
            return failAt(m_text, m_pos, "the number is out of range");
        m_pos = static_cast<std::size_t>(end - m_text.data());
        const std::string_view attached = word(m_pos);
        if (!attached.empty())
            return withUnit(std::move(token), attached);
        std::size_t after = m_pos;
        while (after < m_text.size() && isSpace(m_text[after]))
            ++after;
        const std::string_view unit
            = after < m_text.size() && m_text[after] == '%' ? m_text.substr(after, 1) : word(after);
        if (const auto factor = unitFactor(unit)) {
            token.number *= *factor;
            m_pos = after + unit.size();
        }
        return token;
    }

    /// "5m", "10GiB", and "1h30m", which is a duration as a whole.
    Result<Token> withUnit(Token token, std::string_view unit)
    {
        if (const auto factor = unitFactor(unit)) {
            token.number *= *factor;
        } else {
            const std::string_view whole = m_text.substr(token.offset, m_pos + unit.size() - token.offset);
            const auto duration = parseDuration(whole);
            if (!duration)
                return failAt(m_text, m_pos,
                              "unknown unit \"" + std::string(unit)
                                  + "\"; expected %, ms s m h d w y, or B kB MB GB TB KiB MiB GiB TiB");
            token.number = std::chrono::duration<double>(*duration).count();
        }
        m_pos += unit.size();
        return token;
    }

    Result<Token> string(char quote)
    {
        Token token {.type = Token::Type::String, .text = {}, .number = 0, .offset = m_pos};
        for (std::size_t i = m_pos + 1; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == quote) {
                m_pos = i + 1;
                return token;
            }
            if (c != '\\' || quote == '`') {
                token.text += c;
                continue;
            }
            if (++i == m_text.size())
                break;
            const auto plain = unescaped(m_text[i]);
            if (!plain)
                return failAt(m_text, i - 1,
                              R"(unknown escape; allowed are \\ \" \' \n \r \t (or write the text in `...`))");
            token.text += *plain;
        }
        return failAt(m_text, m_pos, "the quote is never closed");
    }

    static std::optional<char> unescaped(char c)
    {
        switch (c) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case '\\':
        case '"':
        case '\'':
            return c;
        default:
            return std::nullopt;
        }
    }

    Result<Token> symbol()
    {
        const std::string_view rest = m_text.substr(m_pos);
        Token token {.type = Token::Type::Symbol, .text = {}, .number = 0, .offset = m_pos};
        for (const std::string_view candidate : symbols) {
            if (rest.starts_with(candidate)) {
                token.text = candidate;
                m_pos += candidate.size();
                return token;
            }
        }
        if (rest.starts_with('.')) {
            token.text = ".";
            ++m_pos;
            return token;
        }
        return failAt(m_text, m_pos, unexpectedCharacter(rest));
    }

    static std::string unexpectedCharacter(std::string_view rest)
    {
        if (rest.starts_with('&'))
            return R"(unexpected "&"; write "and")";
        if (rest.starts_with('|'))
            return R"(unexpected "|"; write "or")";
        if (rest.starts_with('!'))
            return R"(unexpected "!"; write "not")";
        if (rest.starts_with('%'))
            return "\"%\" belongs behind a number, as in 90 %";
        const auto byte = static_cast<unsigned char>(rest.front());
        if (byte < 0x20 || byte >= 0x7f)
            return "unexpected character";
        return "unexpected \"" + std::string(1, rest.front()) + "\"";
    }

    std::string_view m_text;
    std::size_t m_pos {0};
};

} // namespace

Result<std::vector<Token>> tokenize(std::string_view text)
{
    return Lexer(text).run();
}

tl::unexpected<Error> failAt(std::string_view text, std::size_t offset, std::string_view what)
{
    std::size_t column = 1;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U) // continuation bytes are no characters of their own
            ++column;
    }
    return fail(Error::Code::Invalid, "column " + std::to_string(column) + ": " + std::string(what));
}

std::string spelled(const Token &token)
{
    switch (token.type) {
    case Token::Type::End:
        return "the end";
    case Token::Type::Number:
        return "a number";
    case Token::Type::String:
        return "a quoted text";
    case Token::Type::Name:
    case Token::Type::Symbol:
        return "\"" + token.text + "\"";
    }
    return {};
}

} // namespace vigie::exprdetail
