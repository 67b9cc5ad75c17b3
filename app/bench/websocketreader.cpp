// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/websocketreader.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <string_view>

namespace vigie::bench {

namespace {

constexpr std::size_t lagBuckets = 100'000;

std::int64_t microsNow()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

bool sendAll(int socket, const std::string &bytes)
{
    return send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

/// A masked text frame under 126 bytes; an all-zero mask leaves the text as it is (RFC 6455 section 5.3).
std::string clientFrame(const std::string &text)
{
    std::string frame;
    frame += static_cast<char>(0x81);
    frame += static_cast<char>(0x80 | text.size());
    frame.append(4, '\0');
    return frame + text;
}

std::int64_t numberAfter(std::string_view text, std::size_t at)
{
    std::int64_t value = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

} // namespace

WebSocketReader::~WebSocketReader()
{
    for (const Client &client : m_clients)
        close(client.socket);
}

bool WebSocketReader::connect(int reading, int stuck, std::string &why)
{
    m_reading = static_cast<std::size_t>(reading);
    for (int i = 0; i < reading + stuck; ++i) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_clients.push_back({socket, {}, 0});
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // The socket interface is made of such casts.
        if (::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
            || !sendAll(
                socket,
                "GET /ws/notifications HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                "Authorization: Bearer bench\r\n\r\n")) {
            why = "client " + std::to_string(i) + " cannot connect";
            return false;
        }
        std::string head;
        std::array<char, 1> byte {};
        while (!head.ends_with("\r\n\r\n") && recv(socket, byte.data(), 1, 0) == 1)
            head += byte[0];
        if (!head.starts_with("HTTP/1.1 101")) {
            why = "no upgrade: " + head;
            return false;
        }
        if (!sendAll(socket, clientFrame(R"({"op":"subscribe","topics":["incidents"]})"))) {
            why = "cannot subscribe";
            return false;
        }
        fcntl(socket, F_SETFL, O_NONBLOCK);
    }
    return true;
}

void WebSocketReader::takeText(Client &client, const char *text, std::size_t size, std::int64_t now)
{
    const std::string_view frame(text, size);
    static constexpr std::string_view eventHead = R"({"type":"incident.updated","seq":)";
    static constexpr std::string_view sentHead = R"({"sent":)";
    std::size_t at = frame.find(eventHead);
    while (at != std::string_view::npos) {
        const std::int64_t seq = numberAfter(frame, at + eventHead.size());
        const std::size_t sent = frame.find(sentHead, at);
        const std::int64_t lag = now - numberAfter(frame, sent + sentHead.size());
        ++m_lagHistogram[std::min(lagBuckets - 1, static_cast<std::size_t>(std::max<std::int64_t>(lag, 0) / 100))];
        ++m_summary.events;
        if (client.seq != 0 && seq != client.seq + 1)
            ++m_summary.holes;
        client.seq = seq;
        at = frame.find(eventHead, sent);
    }
}

void WebSocketReader::takeFrames(Client &client, std::int64_t now)
{
    std::size_t at = 0;
    const std::string &buffer = client.buffer;
    const auto byte = [&buffer](std::size_t i) { return static_cast<unsigned char>(buffer[i]); };
    while (buffer.size() - at >= 2) {
        std::uint64_t length = byte(at + 1) & 0x7fU;
        std::size_t head = 2;
        const std::size_t extra = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (buffer.size() - at < head + extra)
            break;
        if (extra > 0) {
            length = 0;
            for (std::size_t i = 0; i < extra; ++i)
                length = (length << 8U) | byte(at + 2 + i);
            head += extra;
        }
        if (buffer.size() - at < head + length)
            break;
        if ((byte(at) & 0x0fU) == 1)
            takeText(client, buffer.data() + at + head, length, now);
        at += head + length;
    }
    client.buffer.erase(0, at);
}

ReadSummary WebSocketReader::read(std::chrono::seconds duration)
{
    m_lagHistogram.assign(lagBuckets, 0);
    const int poll = epoll_create1(EPOLL_CLOEXEC);
    for (std::size_t i = 0; i < m_reading; ++i) {
        epoll_event event {};
        event.events = EPOLLIN;
        event.data.u64 = i;
        epoll_ctl(poll, EPOLL_CTL_ADD, m_clients[i].socket, &event);
    }
    std::vector<char> chunk(256U << 10U);
    const auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end) {
        std::array<epoll_event, 64> ready {};
        const int n = epoll_wait(poll, ready.data(), static_cast<int>(ready.size()), 50);
        for (int i = 0; i < n; ++i) {
            Client &client = m_clients[ready[static_cast<std::size_t>(i)].data.u64];
            const ssize_t got = recv(client.socket, chunk.data(), chunk.size(), 0);
            if (got == 0) {
                epoll_ctl(poll, EPOLL_CTL_DEL, client.socket, nullptr);
            } else if (got > 0) {
                client.buffer.append(chunk.data(), static_cast<std::size_t>(got));
                takeFrames(client, microsNow());
            }
        }
    }
    close(poll);
    std::uint64_t rest = m_summary.events / 100;
    for (std::size_t i = lagBuckets; i-- > 0;) {
        if (m_lagHistogram[i] > rest) {
            m_summary.lagP99Millis = static_cast<double>(i) / 10;
            break;
        }
        rest -= m_lagHistogram[i];
    }
    return m_summary;
}

} // namespace vigie::bench
