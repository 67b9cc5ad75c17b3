// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/request.h"

#include "backend/domain/text.h"

#include <array>
#include <cstddef>

namespace vigie {

namespace {
constexpr std::array<std::pair<Method, std::string_view>, 7> methodNames {{
    {Method::Get, "GET"},
    {Method::Head, "HEAD"},
    {Method::Post, "POST"},
    {Method::Put, "PUT"},
    {Method::Patch, "PATCH"},
    {Method::Delete, "DELETE"},
    {Method::Options, "OPTIONS"},
}};

char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
} // namespace

std::string_view methodName(Method method)
{
    for (const auto &[value, name] : methodNames) {
        if (value == method)
            return name;
    }
    return "";
}

Method methodFromName(std::string_view name)
{
    for (const auto &[value, text] : methodNames) {
        if (text == name)
            return value;
    }
    return Method::Other;
}

bool equalsIgnoreCase(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lowerCase(a[i]) != lowerCase(b[i]))
            return false;
    }
    return true;
}

std::string_view Request::header(std::string_view name) const
{
    for (const Header &header : headers) {
        if (equalsIgnoreCase(header.name, name))
            return header.value;
    }
    return {};
}

const std::string &Request::param(std::string_view name) const
{
    static const std::string none;
    for (const auto &[key, value] : params) {
        if (key == name)
            return value;
    }
    return none;
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1
            : lead < 0xc2                      ? 0
            : lead < 0xe0                      ? 2
            : lead < 0xf0                      ? 3
            : lead < 0xf5                      ? 4
                                               : 0;
        if (length == 0 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0U) != 0x80U)
                return false;
        }
        const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0U;
        // Overlong forms, surrogates and what lies beyond U+10FFFF (RFC 3629 section 4).
        if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90)
            || (lead == 0xf4 && second > 0x8f))
            return false;
        i += length;
    }
    return true;
}

Result<std::string> percentDecoded(std::string_view text, std::string_view field, bool plusIsSpace)
{
    auto out = strictlyPercentDecoded(text, plusIsSpace);
    if (!out)
        return fail(Error::Code::Invalid, "\"%\" must be followed by two hexadecimal digits", std::string(field));
    if (out->find('\0') != std::string::npos)
        return fail(Error::Code::Invalid, "must not contain NUL", std::string(field));
    if (!isValidUtf8(*out))
        return fail(Error::Code::Invalid, "is not valid UTF-8", std::string(field));
    return *std::move(out);
}

Result<NameValues> parseQuery(std::string_view query)
{
    constexpr std::size_t maxParameters = 64;
    NameValues out;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view part = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (part.empty())
            continue;
        if (out.size() == maxParameters)
            return fail(Error::Code::Invalid, "more than " + std::to_string(maxParameters) + " query parameters");
        const std::size_t equals = std::min(part.find('='), part.size());
        auto name = percentDecoded(part.substr(0, equals), "query", true);
        if (!name)
            return tl::unexpected(name.error());
        auto value = percentDecoded(part.substr(std::min(equals + 1, part.size())), *name, true);
        if (!value)
            return tl::unexpected(value.error());
        out.emplace_back(*std::move(name), *std::move(value));
    }
    return out;
}

std::string_view bearerToken(std::string_view header)
{
    constexpr std::string_view scheme = "Bearer ";
    if (header.size() <= scheme.size() || !equalsIgnoreCase(header.substr(0, scheme.size()), scheme))
        return {};
    header.remove_prefix(scheme.size());
    while (!header.empty() && header.front() == ' ')
        header.remove_prefix(1);
    return header;
}

} // namespace vigie
