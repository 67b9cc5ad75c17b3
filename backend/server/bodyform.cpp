// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/bodyform.h"

#include "backend/domain/text.h"

namespace vigie {

namespace {
constexpr std::size_t shownValue = 64;

std::string_view withoutSpaces(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Takes the text up to the next `separator` that is in no quoted-string off `rest`, and the separator with it.
std::string_view takePart(std::string_view &rest, char separator)
{
    bool isQuoted = false;
    std::size_t end = 0;
    for (; end < rest.size() && (isQuoted || rest[end] != separator); ++end) {
        if (rest[end] == '"')
            isQuoted = !isQuoted;
        else if (isQuoted && rest[end] == '\\')
            ++end;
    }
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return withoutSpaces(part);
}

/// A token as it is, a quoted-string without quotes and escapes (RFC 9110 section 5.6.4).
std::string unquoted(std::string_view value)
{
    if (value.size() < 2 || value.front() != '"' || value.back() != '"')
        return std::string(value);
    std::string out;
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
        if (value[i] == '\\')
            ++i;
        out += value[i];
    }
    return out;
}

bool isPlain(std::string_view codings)
{
    while (!codings.empty()) {
        const std::string_view coding = takePart(codings, ',');
        if (!coding.empty() && !equalsIgnoreCase(coding, "identity"))
            return false;
    }
    return true;
}

bool isJson(std::string_view type)
{
    constexpr std::string_view suffix = "+json";
    return equalsIgnoreCase(type, "application/json")
        || (type.size() > suffix.size() && equalsIgnoreCase(type.substr(type.size() - suffix.size()), suffix));
}

/// Whether every charset among the parameters is UTF-8; none says UTF-8 as well (RFC 8259 section 8.1).
bool isUtf8(std::string_view parameters)
{
    while (!parameters.empty()) {
        std::string_view value = takePart(parameters, ';');
        const std::string_view name = takePart(value, '=');
        if (equalsIgnoreCase(name, "charset") && !equalsIgnoreCase(unquoted(value), "utf-8"))
            return false;
    }
    return true;
}

Result<> checkMediaType(std::string_view contentType, bool anyType)
{
    std::string_view parameters = contentType;
    const std::string_view type = takePart(parameters, ';');
    const bool isAllowed = type.empty() || anyType || equalsIgnoreCase(type, "application/json");
    if (isAllowed && (!isJson(type) || isUtf8(parameters)))
        return {};
    return fail(Error::Code::Invalid,
                "Content-Type is \"" + clipped(contentType, shownValue)
                    + "\"; accepted is application/json, its charset utf-8 or none",
                "Content-Type");
}
} // namespace

Result<> checkBodyForm(const Request &request, bool anyType)
{
    for (const Request::Header &header : request.headers) {
        if (equalsIgnoreCase(header.name, "Content-Encoding") && !isPlain(header.value))
            return fail(Error::Code::Invalid,
                        "Content-Encoding is \"" + clipped(header.value, shownValue)
                            + "\"; accepted is a body that is not encoded (identity)",
                        "Content-Encoding");
        if (!equalsIgnoreCase(header.name, "Content-Type"))
            continue;
        if (auto ok = checkMediaType(header.value, anyType); !ok)
            return ok;
    }
    return {};
}

} // namespace vigie
