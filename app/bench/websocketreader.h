// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace vigie::bench {

struct ReadSummary {
    std::uint64_t events {0}; ///< durable ones, of all clients
    std::uint64_t holes {0}; ///< seq that did not follow the one before, of all clients
    double lagP99Millis {0};
};

/// Many WebSocket clients (RFC 6455) on one thread, just good enough to count events: text frames of the server only.
class WebSocketReader {
public:
    explicit WebSocketReader(std::uint16_t port)
        : m_port(port)
    {
    }
    ~WebSocketReader();
    WebSocketReader(const WebSocketReader &) = delete;
    WebSocketReader &operator=(const WebSocketReader &) = delete;

    /// Connects and subscribes all; the last `stuck` of them are never read again.
    bool connect(int reading, int stuck, std::string &why);
    ReadSummary read(std::chrono::seconds duration);

private:
    struct Client {
        int socket {-1};
        std::string buffer;
        std::int64_t seq {0};
    };
    void takeFrames(Client &client, std::int64_t now);
    void takeText(Client &client, const char *text, std::size_t size, std::int64_t now);

    std::uint16_t m_port;
    std::vector<Client> m_clients;
    std::size_t m_reading {0};
    std::vector<std::uint32_t> m_lagHistogram; ///< by 0.1 ms
    ReadSummary m_summary;
};

} // namespace vigie::bench
