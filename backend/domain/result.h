// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vigie {

/// Why an operation failed. `code` is stable, goes over the wire and is what the console translates; `detail` is
/// English, for logs and for people who read logs. `field` names the offending place where there is one: a JSON pointer
/// (RFC 6901) for bodies, a parameter name for queries, a key path for configuration.
struct Error {
    enum class Code : std::uint8_t {
        NotFound,
        Unauthenticated, ///< nobody is logged in, or the session ended
        Denied, ///< logged in, but may not do this
        Invalid, ///< what was sent is wrong
        Conflict, ///< somebody changed it in between, or the state forbids it
        TooLarge,
        RateLimited,
        Timeout,
        Unreachable, ///< no connection
        Protocol, ///< connected, but the answer makes no sense
        Unavailable, ///< for the moment: starting, stopping, disk full
        Cancelled,
        Internal,
    };
    Code code {Code::Internal};
    std::string detail;
    std::string field;
    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error::Code code, std::string detail, std::string field = {})
{
    return tl::unexpected<Error>(Error {.code = code, .detail = std::move(detail), .field = std::move(field)});
}

/// Stable spelling on the wire ("not_found", "rate_limited" …).
std::string_view errorCodeName(Error::Code code);
/// The inverse; an unknown spelling is Internal, so that an older console survives a newer daemon.
Error::Code errorCodeFromName(std::string_view name);

} // namespace vigie
