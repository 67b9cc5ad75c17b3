// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/testserver.h"

#include <stdexcept>
#include <thread>

namespace vigie::test {

TestServer::TestServer(ServerOptions options, EventHubOptions hubOptions)
    : hub(io, clock, "test-epoch", hubOptions)
{
    addRoutes();
    hub.start(nullptr, 0);
    server = *Server::start(std::move(options), {io, router, tokens, hub, metrics, random});
}

TestServer::~TestServer()
{
    server->stop();
    m_other.stop();
    m_slow.clear();
    io.stop();
}

void TestServer::addRoutes()
{
    router.add(Method::Get, "/hello", {"hello", Access::Public},
               [](const Request &, const Responder &responder) { responder.json("{\"hello\":true}"); });
    router.add(Method::Post, "/echo", {"echo", Access::Public, BodyUse::Required, 100'000},
               [](const Request &request, const Responder &responder) { responder.json(request.body); });
    router.add(Method::Get, "/items/{id}", {.operation = "item", .access = Access::Public, .query = QueryUse::Some},
               [](const Request &request, const Responder &responder) {
                   std::string out = request.param("id");
                   for (const auto &[name, value] : request.query)
                       out.append(";").append(name).append("=").append(value);
                   responder.json(std::move(out));
               });
    router.add(Method::Get, "/slow", {"slow", Access::Public}, [this](const Request &, const Responder &responder) {
        const std::lock_guard lock(m_mutex);
        m_slow.push_back(responder);
    });
    router.add(Method::Get, "/never", {"never", Access::Public}, [](const Request &, const Responder &) {});
    router.add(Method::Get, "/twice", {"twice", Access::Public}, [](const Request &, const Responder &responder) {
        responder.json("1");
        responder.json("2");
    });
    router.add(Method::Get, "/throws", {"throws", Access::Public},
               [](const Request &, const Responder &) { throw std::runtime_error("a handler's own"); });
    router.add(Method::Get, "/big", {"big", Access::Public},
               [](const Request &, const Responder &responder) { responder.json(std::string(32U << 20U, 'x')); });
    router.add(Method::Get, "/private", {"private", Access::User},
               [](const Request &request, const Responder &responder) { responder.json(request.principal.name); });
    router.addWebSocket("/ws/notifications", "notifications");
}

std::string TestServer::login()
{
    return onThread(io, [this] { return tokens.login(privateToken, "127.0.0.1")->accessToken; });
}

bool TestServer::waitForSlow(Milliseconds wait)
{
    const auto deadline = std::chrono::steady_clock::now() + wait;
    while (std::chrono::steady_clock::now() < deadline) {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_slow.empty())
                return true;
        }
        std::this_thread::yield();
    }
    return false;
}

void TestServer::releaseSlow()
{
    std::vector<Responder> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_slow);
    }
    m_other.post([taken = std::move(taken)] {
        for (const Responder &responder : taken)
            responder.json("\"late\"");
    });
}

} // namespace vigie::test
