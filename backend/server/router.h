// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/request.h"
#include "backend/server/responder.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vigie {

enum class Access : std::uint8_t {
    Public, ///< everybody
    Local, ///< everybody on this machine; from elsewhere as User
    User, ///< a valid access token
    Webhook, ///< the handler checks the sender's own token
};
enum class BodyUse : std::uint8_t { None, Optional, Required };
enum class QueryUse : std::uint8_t { None, Some };

struct RouteInfo {
    std::string operation; ///< operationId in the OpenAPI document
    Access access {Access::User};
    BodyUse body {BodyUse::None};
    std::size_t maxBody {1U << 20U}; ///< bytes; the server's own limit may be lower
    bool webSocket {false};
    QueryUse query {QueryUse::None}; ///< None: any query parameter is refused; Some: the handler refuses unknown ones
};

using Handler = std::function<void(const Request &, Responder)>;

struct Route {
    Method method {Method::Get};
    std::string pattern;
    RouteInfo info;
    Handler handler;
    std::size_t index {0}; ///< position in Router::routes()
};

/// Finds the handler of a request. Filled once at the start, then only read, on any thread.
class Router {
public:
    /// `pattern`: "/api/v1/incidents/{id}"; a {name} is one whole segment. HEAD comes with every GET.
    void add(Method method, std::string pattern, RouteInfo info, Handler handler);
    /// A path that is upgraded to a WebSocket of the event hub.
    void addWebSocket(std::string pattern, std::string operation);

    struct Match {
        const Route *route {nullptr};
        std::string allow; ///< methods of the path for an Allow header; empty when nothing is there
    };
    /// Fills `params` of the route found. Invalid when a parameter cannot be decoded. A path without {} costs O(1).
    [[nodiscard]] Result<Match> find(Method method, std::string_view path, NameValues &params) const;
    const std::deque<Route> &routes() const { return m_routes; }

private:
    using Methods = std::array<const Route *, methodCount>;
    struct Pattern {
        std::vector<std::string> segments; ///< a parameter as "{name}"
        Methods methods {};
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    static Match choose(const Methods &methods, Method method);

    std::deque<Route> m_routes;
    std::unordered_map<std::string, Methods, Hash, std::equal_to<>> m_exact;
    std::vector<Pattern> m_patterns;
};

} // namespace vigie
