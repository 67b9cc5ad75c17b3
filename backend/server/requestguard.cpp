// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/requestguard.h"

#include <arpa/inet.h>

#include <algorithm>

namespace vigie {

bool isIpAddress(std::string_view text)
{
    const std::string copy(text);
    in6_addr parsed {};
    return inet_pton(AF_INET, copy.c_str(), &parsed) == 1 || inet_pton(AF_INET6, copy.c_str(), &parsed) == 1;
}

bool isLoopbackAddress(std::string_view address)
{
    if (address.starts_with("::ffff:"))
        address.remove_prefix(7);
    return address == "::1" || (address.starts_with("127.") && isIpAddress(address));
}

bool isAllowedHost(std::string_view host, std::span<const std::string> names)
{
    // The two spellings every local client uses, without work.
    if (host.starts_with("127.0.0.1:") || host.starts_with("localhost:"))
        return host.find_first_not_of("0123456789", 10) == std::string_view::npos;
    std::string_view name = host;
    std::string_view rest;
    if (host.starts_with('[')) {
        const std::size_t end = host.find(']');
        if (end == std::string_view::npos)
            return false;
        name = host.substr(1, end - 1);
        rest = host.substr(end + 1);
        if (!isIpAddress(name))
            return false;
    } else {
        const std::size_t colon = std::min(host.find(':'), host.size());
        name = host.substr(0, colon);
        rest = host.substr(colon);
    }
    if (!rest.empty() && (rest.front() != ':' || rest.find_first_not_of("0123456789", 1) != std::string_view::npos))
        return false;
    return equalsIgnoreCase(name, "localhost") || isIpAddress(name)
        || std::ranges::any_of(names, [&](const auto &known) { return equalsIgnoreCase(known, name); });
}

std::string_view saneRequestId(std::string_view header)
{
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    if (header.empty() || header.size() > 64 || header.find_first_not_of(allowed) != std::string_view::npos)
        return {};
    return header;
}

} // namespace vigie
