// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vigie::test {

using Milliseconds = std::chrono::milliseconds;

struct RawResponse {
    int status {0};
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
    std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

/// A blocking TCP client on loopback that sends exactly the bytes it is told.
class RawClient {
public:
    RawClient() = default;
    ~RawClient() { close(); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool connect(std::uint16_t port, int receiveBuffer = 0);
    bool isOpen() const { return m_fd >= 0; }
    void close();
    /// False when the peer is gone.
    bool send(std::string_view bytes);
    /// One HTTP answer; nullopt on a close or when the time is over. HEAD answers have no body.
    std::optional<RawResponse> response(Milliseconds wait = Milliseconds(5000), bool isHead = false);
    /// Sends a request with Host and, for a body, Content-Length, and reads the answer.
    std::optional<RawResponse> request(std::string_view method, std::string_view path, std::string_view body = {},
                                       std::string_view moreHeaders = {});
    /// Whether the peer closed the connection within that time (what it sends before is thrown away).
    bool waitForClose(Milliseconds wait);
    /// More bytes into the buffer; false on close, error or timeout.
    bool fill(Milliseconds wait);

protected:
    std::string m_in;

private:
    int m_fd {-1};
    bool m_closed {false};
};

/// A blocking WebSocket client (RFC 6455) for tests.
class RawWebSocket : public RawClient {
public:
    /// Status of the handshake's answer: 101 when it worked, 0 when there was none.
    int open(std::uint16_t port, std::string_view token, std::string_view moreHeaders = {}, int receiveBuffer = 0);
    bool sendText(std::string_view text) { return sendFrame(1, text); }
    bool sendFrame(int opcode, std::string_view payload, bool isFinal = true, bool masked = true);
    /// The next text frame; pings are answered. nullopt on close (see closeCode()) or timeout.
    std::optional<std::string> text(Milliseconds wait = Milliseconds(5000));
    int closeCode() const { return m_closeCode; } ///< 0: not closed by a frame
    RawResponse handshake;

private:
    int m_closeCode {0};
};

} // namespace vigie::test
