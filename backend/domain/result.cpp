// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/result.h"

#include <array>

namespace vigie {

namespace {
constexpr std::array<std::pair<Error::Code, std::string_view>, 13> errorNames {{
    {Error::Code::NotFound, "not_found"},
    {Error::Code::Unauthenticated, "unauthenticated"},
    {Error::Code::Denied, "denied"},
    {Error::Code::Invalid, "invalid"},
    {Error::Code::Conflict, "conflict"},
    {Error::Code::TooLarge, "too_large"},
    {Error::Code::RateLimited, "rate_limited"},
    {Error::Code::Timeout, "timeout"},
    {Error::Code::Unreachable, "unreachable"},
    {Error::Code::Protocol, "protocol"},
    {Error::Code::Unavailable, "unavailable"},
    {Error::Code::Cancelled, "cancelled"},
    {Error::Code::Internal, "internal"},
}};
} // namespace

std::string_view errorCodeName(Error::Code code)
{
    for (const auto &[value, name] : errorNames) {
        if (value == code)
            return name;
    }
    return "internal";
}

Error::Code errorCodeFromName(std::string_view name)
{
    for (const auto &[value, text] : errorNames) {
        if (text == name)
            return value;
    }
    return Error::Code::Internal;
}

} // namespace vigie
