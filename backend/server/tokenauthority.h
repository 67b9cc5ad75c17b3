// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/server/authenticator.h"

#include <array>
#include <string>
#include <unordered_map>

namespace vigie {

struct TokenAuthorityOptions {
    Duration lifetime {std::chrono::hours(12)}; ///< of a login; starts anew with each refresh
    Duration refreshGrace {std::chrono::minutes(1)}; ///< how long the token before a refresh still works
    std::size_t maxSessions {1024}; ///< then the one that ends first goes
    int failuresPerMinute {10}; ///< of one address; then wrong tokens get RateLimited
};

/// Who may enter a daemon with one private token: whoever shows it gets an access token of 256 random bits. Access
/// tokens are kept as SHA-256 only. The private token has 256 bits too, so the limit on failures only saves work and
/// log: the right token always enters, so that nobody can lock the owner out. Full identity replaces this class behind
/// Authenticator. Used on the I/O thread only.
class TokenAuthority final : public Authenticator {
public:
    struct Login {
        std::string accessToken;
        Principal principal;
    };
    /// `privateToken`: at least 16 bytes, else nobody enters. `user`: whose name the holder of it has.
    TokenAuthority(std::string_view privateToken, Principal user, const Clock &clock, Random &random,
                   TokenAuthorityOptions options = {});

    /// Unauthenticated, or RateLimited after too many failures from that address.
    [[nodiscard]] Result<Login> login(std::string_view privateToken, std::string_view address);
    /// A new access token for the same login; the one of before works for refreshGrace, older ones no more, so that a
    /// login never has more than two. Unauthenticated.
    [[nodiscard]] Result<Login> refresh(const std::string &session);
    void logout(const std::string &session);

    [[nodiscard]] Result<Principal> authenticate(std::string_view accessToken) override;
    bool isAlive(const std::string &session) override;
    std::size_t sessions() const { return m_sessions.size(); }

private:
    using Digest = std::array<unsigned char, 32>;
    struct DigestHash {
        std::size_t operator()(const Digest &digest) const;
    };
    struct Token {
        std::string session;
        Timestamp until {};
    };
    struct Session {
        Timestamp until {};
        Digest token {};
        Digest before {}; ///< the token of before the last refresh
    };
    struct Failures {
        SteadyTime since {};
        int count {0};
    };
    static Digest digest(std::string_view text);
    Login issue(const std::string &session);
    Result<> fail(std::string_view address);
    void forgetEnded();

    Digest m_private {};
    bool m_open {false};
    Principal m_user;
    const Clock &m_clock;
    Random &m_random;
    TokenAuthorityOptions m_options;
    std::unordered_map<Digest, Token, DigestHash> m_tokens;
    std::unordered_map<std::string, Session> m_sessions;
    std::unordered_map<std::string, Failures> m_failures;
};

} // namespace vigie
