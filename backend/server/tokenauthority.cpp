// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/tokenauthority.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <cstring>

namespace vigie {

namespace {
constexpr std::size_t minPrivateToken = 16;
constexpr std::size_t maxFailureAddresses = 1024;
} // namespace

std::size_t TokenAuthority::DigestHash::operator()(const Digest &digest) const
{
    std::size_t out = 0; // the digest is uniform: any of its bytes are a hash
    std::memcpy(&out, digest.data(), sizeof out);
    return out;
}

TokenAuthority::TokenAuthority(std::string_view privateToken, Principal user, const Clock &clock, Random &random,
                               TokenAuthorityOptions options)
    : m_private(digest(privateToken))
    , m_open(privateToken.size() >= minPrivateToken)
    , m_user(std::move(user))
    , m_clock(clock)
    , m_random(random)
    , m_options(options)
{
}

TokenAuthority::Digest TokenAuthority::digest(std::string_view text)
{
    Digest out {};
    SHA256(reinterpret_cast<const unsigned char *>(text.data()), text.size(), out.data());
    return out;
}

Result<TokenAuthority::Login> TokenAuthority::login(std::string_view privateToken, std::string_view address)
{
    const Digest shown = digest(privateToken);
    // Digests of equal length, compared without a way to learn how far they agree.
    if (!m_open || CRYPTO_memcmp(shown.data(), m_private.data(), shown.size()) != 0)
        return fail(address).map([] { return Login {}; });
    forgetEnded();
    while (m_sessions.size() >= m_options.maxSessions) {
        const auto first = std::ranges::min_element(
            m_sessions, [](const auto &a, const auto &b) { return a.second.until < b.second.until; });
        logout(std::string(first->first));
    }
    return issue(newUuid(m_clock, m_random));
}

Result<> TokenAuthority::fail(std::string_view address)
{
    const SteadyTime now = m_clock.steadyNow();
    constexpr auto window = std::chrono::minutes(1);
    if (m_failures.size() >= maxFailureAddresses)
        std::erase_if(m_failures, [&](const auto &entry) { return now - entry.second.since >= window; });
    if (m_failures.size() >= maxFailureAddresses)
        m_failures.erase(m_failures.begin());
    Failures &failures = m_failures[std::string(address)];
    if (failures.count == 0 || now - failures.since >= window)
        failures = {.since = now, .count = 0};
    if (++failures.count > m_options.failuresPerMinute)
        return vigie::fail(Error::Code::RateLimited, "too many failed logins; try again in a minute");
    return vigie::fail(Error::Code::Unauthenticated, "this token is not the daemon's");
}

TokenAuthority::Login TokenAuthority::issue(const std::string &session)
{
    Login out;
    out.accessToken = newToken(m_random);
    out.principal = m_user;
    out.principal.session = session;
    out.principal.expiresAt = m_clock.now() + m_options.lifetime;
    const Digest key = digest(out.accessToken);
    Session &issued = m_sessions[session];
    issued.until = out.principal.expiresAt;
    issued.token = key;
    m_tokens[key] = {.session = session, .until = out.principal.expiresAt};
    return out;
}

Result<TokenAuthority::Login> TokenAuthority::refresh(const std::string &session)
{
    forgetEnded();
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return vigie::fail(Error::Code::Unauthenticated, "the login has ended");
    m_tokens.erase(found->second.before);
    found->second.before = found->second.token;
    // Requests under way with the token of before must not fail.
    if (const auto old = m_tokens.find(found->second.token); old != m_tokens.end())
        old->second.until = std::min(old->second.until, m_clock.now() + m_options.refreshGrace);
    return issue(session);
}

void TokenAuthority::logout(const std::string &session)
{
    m_sessions.erase(session);
    std::erase_if(m_tokens, [&](const auto &entry) { return entry.second.session == session; });
}

void TokenAuthority::forgetEnded()
{
    const Timestamp now = m_clock.now();
    std::erase_if(m_sessions, [&](const auto &entry) { return entry.second.until <= now; });
    std::erase_if(m_tokens, [&](const auto &entry) { return entry.second.until <= now; });
}

Result<Principal> TokenAuthority::authenticate(std::string_view accessToken)
{
    const auto found = m_tokens.find(digest(accessToken));
    if (accessToken.empty() || found == m_tokens.end() || found->second.until <= m_clock.now())
        return vigie::fail(Error::Code::Unauthenticated,
                           accessToken.empty() ? "an access token is needed"
                                               : "the access token is unknown or has ended");
    Principal out = m_user;
    out.session = found->second.session;
    out.expiresAt = found->second.until;
    return out;
}

bool TokenAuthority::isAlive(const std::string &session)
{
    const auto found = m_sessions.find(session);
    return found != m_sessions.end() && found->second.until > m_clock.now();
}

} // namespace vigie
