// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/eventhub.h"
#include "backend/server/server.h"
#include "backend/server/servermetrics.h"
#include "backend/server/tokenauthority.h"
#include "tests/support/rawclient.h"

#include <future>
#include <memory>
#include <string>

namespace vigie::test {

inline const std::string privateToken = "a private token of this test only";

/// Runs work on an executor and waits for it.
template<typename Work>
auto onThread(Executor &executor, Work work) -> decltype(work())
{
    std::promise<decltype(work())> promise;
    auto future = promise.get_future();
    executor.post([&promise, &work] {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            promise.set_value();
        } else {
            promise.set_value(work());
        }
    });
    return future.get();
}

/// The edge with a few routes of its own: /hello, /echo, /items/{id}, /slow (answers from another thread when told),
/// /never (drops its responder), /twice, /throws, /big and /private.
class TestServer {
public:
    explicit TestServer(ServerOptions options = {}, EventHubOptions hubOptions = {});
    ~TestServer();

    std::uint16_t port() const { return server->port(); }
    std::string login(); ///< an access token
    void releaseSlow(); ///< lets /slow answer, from another thread
    bool waitForSlow(Milliseconds wait = Milliseconds(5000)); ///< until a request stands in /slow

    SystemClock clock;
    SystemRandom random;
    IoThread io {"test-io"};
    Router router;
    TokenAuthority tokens {privateToken, {"owner", {"admin"}, {}, {}}, clock, random};
    EventHub hub;
    ServerMetrics metrics;
    std::unique_ptr<Server> server;

private:
    void addRoutes();
    LoopThread m_other {"test-other"};
    std::mutex m_mutex;
    std::vector<Responder> m_slow;
};

} // namespace vigie::test
