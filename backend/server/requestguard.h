// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/request.h"

#include <span>

namespace vigie {

/// Whether a Host header may name this server: an IP address, "localhost" or one of `names` (any case, any port).
bool isAllowedHost(std::string_view host, std::span<const std::string> names);

/// Whether the text is an IPv4 address in dotted form or an IPv6 address (without brackets).
bool isIpAddress(std::string_view text);
bool isLoopbackAddress(std::string_view address); ///< 127.0.0.0/8, ::1, ::ffff:127.0.0.0/104

/// A client's own request id, when it is sane (1 to 64 of A-Z a-z 0-9 . _ -), else empty.
std::string_view saneRequestId(std::string_view header);

} // namespace vigie
