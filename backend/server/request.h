// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "backend/server/authenticator.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

struct Route;

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Other };
inline constexpr std::size_t methodCount = 8;
std::string_view methodName(Method method); ///< "GET" …
Method methodFromName(std::string_view name); ///< Other for what we do not speak

using NameValues = std::vector<std::pair<std::string, std::string>>;

/// One HTTP request as a handler sees it. Valid only during the handler's call: who answers later copies what it needs.
struct Request {
    struct Header {
        std::string_view name;
        std::string_view value;
    };
    Method method {Method::Get};
    std::string_view target; ///< as sent
    std::string_view path; ///< of the target, not decoded
    NameValues query; ///< decoded, valid UTF-8, in the order sent
    NameValues params; ///< of the route's {names}, decoded, valid UTF-8
    std::vector<Header> headers;
    std::string body;
    std::string requestId;
    std::string peer; ///< address without port
    bool peerIsLoopback {false};
    Principal principal; ///< empty name when the route asks for nobody
    const Route *route {nullptr};

    /// Value of the first header with that name (any case); empty when there is none.
    std::string_view header(std::string_view name) const;
    /// Value of a path parameter; empty when the route has none of that name.
    const std::string &param(std::string_view name) const;
    Actor actor() const { return {.name = principal.name, .requestId = requestId}; }
};

/// Removes %XX escapes. Invalid (field: `field`) on a broken escape, NUL, or when the result is not valid UTF-8.
[[nodiscard]] Result<std::string> percentDecoded(std::string_view text, std::string_view field, bool plusIsSpace);
/// Takes `a=b&c=d` apart. At most 64 parameters.
[[nodiscard]] Result<NameValues> parseQuery(std::string_view query);
bool equalsIgnoreCase(std::string_view a, std::string_view b); ///< ASCII
bool isValidUtf8(std::string_view text); ///< RFC 3629

} // namespace vigie
