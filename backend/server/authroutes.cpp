// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/routes.h"
#include "backend/server/tokenauthority.h"

namespace vigie {

namespace {
Json rolesJson(const Principal &principal)
{
    Json::Array roles;
    for (const std::string &role : principal.roles)
        roles.emplace_back(role);
    return roles;
}

Json userJson(const Principal &principal)
{
    Json out;
    out.set("name", principal.name);
    out.set("roles", rolesJson(principal));
    return out;
}

void answerLogin(const Responder &responder, const Result<TokenAuthority::Login> &login)
{
    if (!login) {
        Response response = problem(login.error(), responder.requestId());
        if (login.error().code == Error::Code::RateLimited)
            response.headers.emplace_back("Retry-After", "60");
        responder.send(std::move(response));
        return;
    }
    Json out;
    out.set("accessToken", login->accessToken);
    out.set("expiresAt", toMicros(login->principal.expiresAt));
    out.set("user", userJson(login->principal));
    responder.json(out.dump());
}

Result<std::string> readLogin(const Request &request)
{
    const auto json = routes::bodyOf(request);
    if (!json)
        return tl::unexpected(json.error());
    JsonReader reader(*json);
    std::string token = reader.string("token", 1024);
    return reader.finish().map([&token] { return std::move(token); });
}
} // namespace

void addAuthRoutes(Router &router, Services &services)
{
    TokenAuthority &tokens = services.tokens;
    router.add(Method::Post, "/auth/login",
               {.operation = "login", .access = Access::Public, .body = BodyUse::Required, .maxBody = 4096},
               [&tokens](const Request &request, const Responder &responder) {
                   const auto token = readLogin(request);
                   if (!token)
                       return responder.problem(token.error());
                   answerLogin(responder, tokens.login(*token, request.peer));
               });
    router.add(Method::Post, "/auth/refresh",
               {.operation = "refreshLogin", .access = Access::User, .body = BodyUse::Optional, .maxBody = 4096},
               [&tokens](const Request &request, const Responder &responder) {
                   answerLogin(responder, tokens.refresh(request.principal.session));
               });
    router.add(Method::Post, "/auth/logout",
               {.operation = "logout", .access = Access::User, .body = BodyUse::Optional, .maxBody = 4096},
               [&tokens](const Request &request, const Responder &responder) {
                   tokens.logout(request.principal.session);
                   responder.noContent();
               });
    router.add(
        Method::Get, "/auth/me", {.operation = "whoAmI", .access = Access::User},
        [](const Request &request, const Responder &responder) { responder.json(userJson(request.principal).dump()); });
}

} // namespace vigie
