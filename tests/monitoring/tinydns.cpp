// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitoring/tinydns.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vigie::test {

TinyDns::TinyDns(Answer answer)
    : m_answer(std::move(answer))
{
    m_socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), size);
    ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

TinyDns::~TinyDns()
{
    m_stopping = true;
    m_thread.join();
    ::close(m_socket);
}

void TinyDns::run()
{
    while (!m_stopping) {
        pollfd ready {m_socket, POLLIN, 0};
        if (::poll(&ready, 1, 20) <= 0)
            continue;
        char buffer[2048];
        sockaddr_in from {};
        socklen_t size = sizeof from;
        const ssize_t got = ::recvfrom(m_socket, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&from), &size);
        if (got < 12)
            continue;
        const std::string answer = m_answer(std::string(buffer, static_cast<std::size_t>(got)));
        if (!answer.empty())
            ::sendto(m_socket, answer.data(), answer.size(), 0, reinterpret_cast<const sockaddr *>(&from), size);
    }
}

std::string TinyDns::name(const std::string &text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('.', at), text.size());
        out += static_cast<char>(end - at);
        out += text.substr(at, end - at);
        at = end + 1;
    }
    return out + '\0';
}

std::string TinyDns::reply(const std::string &query, int rcode, const std::vector<Record> &records)
{
    const auto word = [](std::size_t value) {
        return std::string {static_cast<char>(value >> 8U), static_cast<char>(value & 0xffU)};
    };
    const std::size_t questionEnd = query.find('\0', 12) + 5;
    std::string out = query.substr(0, 2) + '\x81' + static_cast<char>(0x80 | rcode) + word(1) + word(records.size())
        + word(0) + word(0) + query.substr(12, questionEnd - 12);
    for (const Record &record : records)
        out += "\xc0\x0c" + word(static_cast<std::size_t>(record.type)) + word(1) + word(0) + word(60)
            + word(record.data.size()) + record.data;
    return out;
}

} // namespace vigie::test
