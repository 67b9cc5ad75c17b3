// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/server/authenticator.h"
#include "backend/server/iothread.h"
#include "backend/server/router.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

class EventHub;
class ServerMetrics;
struct ServerCore;

struct ServerOptions {
    std::string address {"127.0.0.1"}; ///< IPv4 or IPv6 address to listen at
    std::uint16_t port {0}; ///< 0: a free one
    /// Names by which clients may call us (Host header), beside IP addresses and "localhost". Anything else is refused,
    /// so that a web page cannot reach us through a name of its own (DNS rebinding).
    std::vector<std::string> hostNames;
    /// Values of the Origin header allowed on WebSockets and on requests that change something. Empty: no browser.
    std::vector<std::string> allowedOrigins;

    std::size_t maxConnections {4096};
    std::size_t maxPerAddress {256};
    std::size_t maxPerLoopback {2048};
    std::size_t maxWebSockets {1024};
    std::size_t maxHeader {16U << 10U}; ///< bytes, request line included
    std::size_t maxTarget {8U << 10U};
    std::size_t maxMethod {16};
    std::size_t maxBody {1U << 20U};
    std::size_t maxWebSocketMessage {64U << 10U};
    Duration headerTimeout {std::chrono::seconds(10)}; ///< first to last byte of a header; also accept to first byte
    Duration bodyTimeout {std::chrono::seconds(30)};
    Duration idleTimeout {std::chrono::seconds(75)}; ///< between two requests
    Duration handlerTimeout {std::chrono::seconds(60)}; ///< then 504
    Duration writeTimeout {std::chrono::seconds(30)}; ///< for an answer, and its size at the slowest pace more
    std::size_t slowestReader {16U << 10U}; ///< bytes a second; at least 1
    Duration webSocketIdle {
        std::chrono::seconds(30)}; ///< silence after which a WebSocket is asked (ping), then dropped
    Duration stopGrace {std::chrono::seconds(5)}; ///< for running requests when stopping
};

/// What the server works with. Everything is borrowed and outlives it.
struct ServerParts {
    IoThread &io;
    const Router &router;
    Authenticator &authenticator;
    EventHub &hub; ///< made on `io`
    ServerMetrics &metrics;
    Random &random;
};

/// HTTP/1.1 and WebSockets on one port, on one I/O thread. Connections are limited in number, size and time; requests
/// of one connection are answered one after another. TLS has its seam in edgesocket.h and is not there yet.
class Server {
public:
    /// Listens when it returns. Invalid for an address that cannot be read; Unavailable when it cannot be bound.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(ServerOptions options, ServerParts parts);
    ~Server(); ///< stop()s
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    std::uint16_t port() const { return m_port; }
    const std::string &address() const { return m_address; }
    Executor &executor() { return m_io; }
    /// No new connections, running requests finish (at most stopGrace), WebSockets are closed with 1001. Waits for all
    /// that; safe to call twice; not from the I/O thread.
    void stop();

private:
    Server(std::shared_ptr<ServerCore> core, IoThread &io);
    std::shared_ptr<ServerCore> m_core;
    IoThread &m_io;
    std::uint16_t m_port {0};
    std::string m_address;
};

} // namespace vigie
