// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Who makes a request.
struct Principal {
    std::string name;
    std::vector<std::string> roles;
    std::string session; ///< of this login; empty for nobody. Not a secret.
    Timestamp expiresAt {};
};

/// Tells who a bearer token stands for. Called on the I/O thread.
class Authenticator {
public:
    virtual ~Authenticator() = default;
    /// Unauthenticated when the token is unknown or has ended.
    [[nodiscard]] virtual Result<Principal> authenticate(std::string_view accessToken) = 0;
    /// Whether that login still holds: asked again and again for open WebSockets.
    virtual bool isAlive(const std::string &session) = 0;
};

/// The token of "Bearer <token>"; empty when the header has another form.
std::string_view bearerToken(std::string_view authorizationHeader);

} // namespace vigie
