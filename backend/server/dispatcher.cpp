// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/dispatcher.h"

#include "backend/domain/logging.h"
#include "backend/server/bodyform.h"
#include "backend/server/queryreader.h"
#include "backend/server/requestguard.h"

#include <algorithm>

namespace vigie {

namespace {
Response refusal(int status, Error::Code code, std::string detail, const Request &request, std::string field = {})
{
    return problem(status, {.code = code, .detail = std::move(detail), .field = std::move(field)}, request.requestId);
}

bool changesSomething(Method method)
{
    return method != Method::Get && method != Method::Head && method != Method::Options;
}

/// The origin-form of a target ("/path?query"); absolute-form is taken as RFC 9112 section 3.2.2 demands.
std::string_view originForm(std::string_view target, std::string_view &authority)
{
    constexpr std::string_view scheme = "http://";
    if (target.size() < scheme.size() || !equalsIgnoreCase(target.substr(0, scheme.size()), scheme))
        return target;
    target.remove_prefix(scheme.size());
    const std::size_t slash = std::min(target.find_first_of("/?"), target.size());
    authority = target.substr(0, slash);
    target.remove_prefix(slash);
    return target.empty() ? "/" : target;
}
} // namespace

Dispatcher::Dispatcher(const ServerOptions &options, const Router &router, Authenticator &authenticator, Random &random)
    : m_options(options)
    , m_router(router)
    , m_authenticator(authenticator)
{
    random.fill(std::as_writable_bytes(std::span(&m_idState, 1)));
}

std::string Dispatcher::newRequestId()
{
    // splitmix64 (Steele et al. 2014) over a random start: unique for the life of the daemon, cheap, no secret.
    std::uint64_t z = (m_idState += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    std::string out(14, '0'); // short enough for the string's own storage
    for (char &c : out) {
        c = "0123456789abcdef"[z & 15U];
        z >>= 4;
    }
    return out;
}

std::optional<Response> Dispatcher::admit(Request &request, Framing framing)
{
    const std::string_view ownId = saneRequestId(request.header("X-Request-Id"));
    request.requestId = ownId.empty() ? newRequestId() : std::string(ownId);
    if (request.method == Method::Other)
        return refusal(501, Error::Code::Invalid, "this method is not implemented", request);
    if (auto refused = checkOrigin(request))
        return refused;
    if (auto refused = findRoute(request))
        return refused;
    if (auto refused = checkAccess(request))
        return refused;
    if (auto refused = checkQuery(request))
        return refused;
    return checkBody(request, framing);
}

std::optional<Response> Dispatcher::checkOrigin(const Request &request) const
{
    std::string_view authority = request.header("Host");
    originForm(request.target, authority);
    if (!isAllowedHost(authority, m_options.hostNames))
        return refusal(421, Error::Code::Denied, "this server does not answer to the name in the Host header", request,
                       "Host");
    const std::string_view origin = request.header("Origin");
    const bool sensitive = changesSomething(request.method) || !request.header("Upgrade").empty();
    if (sensitive && !origin.empty()
        && std::ranges::find(m_options.allowedOrigins, origin) == m_options.allowedOrigins.end())
        return refusal(403, Error::Code::Denied, "requests from this web origin are not allowed", request, "Origin");
    return std::nullopt;
}

std::optional<Response> Dispatcher::findRoute(Request &request) const
{
    if (request.target == "*" && request.method == Method::Options) {
        Response out = Response::noContent();
        out.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        return out;
    }
    std::string_view authority;
    const std::string_view target = originForm(request.target, authority);
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query.clear();
    if (question < target.size()) {
        auto query = parseQuery(target.substr(question + 1));
        if (!query)
            return problem(query.error(), request.requestId);
        request.query = *std::move(query);
    }
    auto match = m_router.find(request.method, request.path, request.params);
    if (!match)
        return problem(match.error(), request.requestId);
    request.route = match->route;
    if (request.route != nullptr)
        return std::nullopt;
    if (match->allow.empty())
        return refusal(404, Error::Code::NotFound, "there is nothing at this path", request);
    Response out = request.method == Method::Options
        ? Response::noContent()
        : refusal(405, Error::Code::Invalid, "this method is not allowed here; see the Allow header", request);
    out.headers.emplace_back("Allow", match->allow);
    return out;
}

namespace {
/// From this machine itself. Behind a proxy on this machine everybody arrives from loopback, but the proxy says for
/// whom it asks (RFC 7239, and the older names).
bool isLocal(const Request &request)
{
    const auto names = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"};
    return request.peerIsLoopback
        && std::ranges::all_of(names, [&request](const char *name) { return request.header(name).empty(); });
}
} // namespace

std::optional<Response> Dispatcher::checkAccess(Request &request) const
{
    request.principal = {};
    const Access access = request.route->info.access;
    if (access == Access::Public || access == Access::Webhook || (access == Access::Local && isLocal(request)))
        return std::nullopt;
    auto principal = m_authenticator.authenticate(bearerToken(request.header("Authorization")));
    if (!principal) {
        Response out = problem(principal.error(), request.requestId);
        if (out.status == 401)
            out.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"vigie\"");
        return out;
    }
    request.principal = *std::move(principal);
    return std::nullopt;
}

std::optional<Response> Dispatcher::checkQuery(const Request &request)
{
    if (request.route->info.query == QueryUse::Some)
        return std::nullopt;
    const auto ok = QueryReader(request).finish(); // asks for none, so it refuses any
    return ok ? std::nullopt : std::optional(problem(ok.error(), request.requestId));
}

std::size_t Dispatcher::maxBody(const Request &request) const
{
    if (request.route->info.body == BodyUse::None)
        return 0;
    return std::min(request.route->info.maxBody, m_options.maxBody);
}

std::optional<Response> Dispatcher::checkBody(const Request &request, Framing framing) const
{
    const RouteInfo &info = request.route->info;
    if (info.body == BodyUse::Required && !framing.contentLength && !framing.chunked)
        return refusal(411, Error::Code::Invalid, "a body with a Content-Length is needed", request);
    const std::size_t limit = maxBody(request);
    if (framing.contentLength.value_or(0) > limit || (limit == 0 && framing.chunked))
        return refusal(413, Error::Code::TooLarge, "the body may have at most " + std::to_string(limit) + " bytes",
                       request);
    if (!framing.hasBody())
        return std::nullopt;
    if (const auto form = checkBodyForm(request, info.access == Access::Webhook); !form) {
        Response out = problem(415, form.error(), request.requestId);
        // RFC 9110 section 15.5.16.
        out.headers.emplace_back("Accept", "application/json");
        out.headers.emplace_back("Accept-Encoding", "identity");
        return out;
    }
    return std::nullopt;
}

void Dispatcher::run(const Request &request, const Responder &responder)
{
    const log::Correlation correlation(request.requestId);
    try {
        request.route->handler(request, responder);
    } catch (const std::exception &error) {
        log::error("server", "A handler threw", {{"route", request.route->pattern}, {"error", error.what()}});
        responder.problem({.code = Error::Code::Internal, .detail = "the request could not be handled"});
    }
}

} // namespace vigie
