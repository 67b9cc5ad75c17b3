// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

/// One HTTP answer. Content-Length, Date, X-Request-Id and the like are added by the server.
struct Response {
    int status {200};
    std::string_view contentType {"application/json"}; ///< static storage
    std::string body;
    std::shared_ptr<const std::string> sharedBody; ///< sent instead of `body` when set
    std::vector<std::pair<std::string, std::string>> headers;
    bool close {false}; ///< end the connection after it

    std::size_t size() const { return sharedBody ? sharedBody->size() : body.size(); }
    std::string_view content() const { return sharedBody ? std::string_view(*sharedBody) : std::string_view(body); }

    static Response json(std::string body, int status = 200);
    static Response noContent();
};

/// RFC 9457 document with an HTTP status of its own, where the one of the code does not fit (405, 411 …).
Response problem(int status, const Error &error, std::string_view requestId);
Response problem(const Error &error, std::string_view requestId);
std::string_view reasonPhrase(int status); ///< RFC 9110 section 15; "" for one we never send

} // namespace vigie
