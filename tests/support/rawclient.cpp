// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace vigie::test {

namespace {
using Steady = std::chrono::steady_clock;

Milliseconds left(Steady::time_point deadline)
{
    return std::max(Milliseconds(0), std::chrono::duration_cast<Milliseconds>(deadline - Steady::now()));
}
} // namespace

bool RawClient::connect(std::uint16_t port, int receiveBuffer)
{
    close();
    m_in.clear();
    m_closed = false;
    m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receiveBuffer > 0)
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const int one = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    close();
    return false;
}

void RawClient::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool RawClient::fill(Milliseconds wait)
{
    pollfd entry {m_fd, POLLIN, 0};
    if (m_closed || m_fd < 0 || ::poll(&entry, 1, static_cast<int>(wait.count())) <= 0)
        return false;
    std::array<char, 65'536> buffer {};
    const ssize_t n = ::recv(m_fd, buffer.data(), buffer.size(), 0);
    if (n <= 0) {
        m_closed = true;
        return false;
    }
    m_in.append(buffer.data(), static_cast<std::size_t>(n));
    return true;
}

bool RawClient::waitForClose(Milliseconds wait)
{
    const auto deadline = Steady::now() + wait;
    while (!m_closed && left(deadline).count() > 0) {
        fill(left(deadline));
        m_in.clear();
    }
    return m_closed;
}

std::optional<RawResponse> RawClient::response(Milliseconds wait, bool isHead)
{
    const auto deadline = Steady::now() + wait;
    std::size_t end = 0;
    while ((end = m_in.find("\r\n\r\n")) == std::string::npos) {
        if (!fill(left(deadline)))
            return std::nullopt;
    }
    RawResponse out;
    const std::string head = m_in.substr(0, end + 2);
    m_in.erase(0, end + 4);
    if (head.size() < 12)
        return std::nullopt;
    out.status = std::atoi(head.c_str() + 9);
    for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
        const std::size_t next = head.find("\r\n", at);
        const std::string line = head.substr(at, next - at);
        const std::size_t colon = line.find(':');
        std::string name = line.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
        out.headers[name] = line.substr(std::min(line.size(), colon + 2));
        at = next + 2;
    }
    const std::size_t length = isHead ? 0 : static_cast<std::size_t>(std::atoll(out.header("content-length").c_str()));
    while (m_in.size() < length) {
        if (!fill(left(deadline)))
            return std::nullopt;
    }
    out.body = m_in.substr(0, length);
    m_in.erase(0, length);
    return out;
}

std::optional<RawResponse> RawClient::request(std::string_view method, std::string_view path, std::string_view body,
                                              std::string_view moreHeaders)
{
    std::string out(method);
    out.append(" ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n").append(moreHeaders);
    if (!body.empty() || method == "POST" || method == "PUT")
        out += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    out.append("\r\n").append(body);
    if (!send(out))
        return std::nullopt;
    return response(Milliseconds(10'000), method == "HEAD");
}

int RawWebSocket::open(std::uint16_t port, std::string_view token, std::string_view moreHeaders, int receiveBuffer)
{
    m_closeCode = 0;
    if (!connect(port, receiveBuffer))
        return 0;
    std::string out
        = "GET /ws/notifications HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    if (!token.empty())
        out.append("Authorization: Bearer ").append(token).append("\r\n");
    out.append(moreHeaders).append("\r\n");
    if (!send(out))
        return 0;
    const auto answer = response();
    handshake = answer.value_or(RawResponse {});
    // The accept value of the key above, RFC 6455 section 1.3.
    if (handshake.status == 101 && handshake.header("sec-websocket-accept") != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        return 0;
    return handshake.status;
}

bool RawWebSocket::sendFrame(int opcode, std::string_view payload, bool isFinal, bool masked)
{
    std::string out;
    out += static_cast<char>((isFinal ? 0x80 : 0) | opcode);
    const auto maskBit = masked ? 0x80U : 0U;
    if (payload.size() < 126) {
        out += static_cast<char>(maskBit | payload.size());
    } else if (payload.size() < 65'536) {
        out += static_cast<char>(maskBit | 126U);
        out += static_cast<char>(payload.size() >> 8U);
        out += static_cast<char>(payload.size() & 0xffU);
    } else {
        out += static_cast<char>(maskBit | 127U);
        for (int shift = 56; shift >= 0; shift -= 8)
            out += static_cast<char>((payload.size() >> static_cast<unsigned>(shift)) & 0xffU);
    }
    const std::string_view mask("\x11\x22\x33\x44", 4);
    if (masked)
        out += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        out += masked ? static_cast<char>(payload[i] ^ mask[i % 4]) : payload[i];
    return send(out);
}

std::optional<std::string> RawWebSocket::text(Milliseconds wait)
{
    const auto deadline = Steady::now() + wait;
    const auto need = [&](std::size_t bytes) {
        while (m_in.size() < bytes) {
            if (!fill(left(deadline)))
                return false;
        }
        return true;
    };
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(m_in[i]); };
    for (;;) {
        if (!need(2))
            return std::nullopt;
        std::size_t header = 2;
        std::size_t length = byte(1) & 0x7fU;
        const std::size_t extra = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (!need(header + extra))
            return std::nullopt;
        if (extra > 0) {
            length = 0;
            for (std::size_t i = 0; i < extra; ++i)
                length = length << 8U | byte(header + i);
            header += extra;
        }
        if (!need(header + length))
            return std::nullopt;
        const int opcode = byte(0) & 0x0f;
        std::string payload = m_in.substr(header, length);
        m_in.erase(0, header + length);
        if (opcode == 1)
            return payload;
        if (opcode == 9)
            sendFrame(10, payload);
        if (opcode == 8) {
            m_closeCode = length >= 2
                ? static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1])
                : 1005;
            sendFrame(8, payload);
            return std::nullopt;
        }
    }
}

} // namespace vigie::test
