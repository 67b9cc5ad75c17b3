// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/server.h"

#include <optional>

namespace vigie {

/// Decides about a request as soon as its header is there, and runs its handler when all of it is there. Knows no
/// sockets. Used on the I/O thread.
class Dispatcher {
public:
    Dispatcher(const ServerOptions &options, const Router &router, Authenticator &authenticator, Random &random);

    /// How the body is announced.
    struct Framing {
        std::optional<std::uint64_t> contentLength;
        bool chunked {false};
        bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
    };
    /// Fills path, query, params, route, requestId and principal. An answer when the request is refused (or is answered
    /// without a handler); after that the body is not read.
    std::optional<Response> admit(Request &request, Framing framing);
    /// Bytes of body the admitted request may have.
    std::size_t maxBody(const Request &request) const;
    /// Calls the handler; an exception becomes a 500.
    static void run(const Request &request, const Responder &responder);
    std::string newRequestId();

private:
    std::optional<Response> checkOrigin(const Request &request) const;
    std::optional<Response> findRoute(Request &request) const;
    std::optional<Response> checkAccess(Request &request) const;
    static std::optional<Response> checkQuery(const Request &request);
    std::optional<Response> checkBody(const Request &request, Framing framing) const;

    const ServerOptions &m_options;
    const Router &m_router;
    Authenticator &m_authenticator;
    std::uint64_t m_idState {0};
};

} // namespace vigie
