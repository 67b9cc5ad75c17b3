// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tinyserver.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vigie::test {

TinyServer::TinyServer(Answer answer)
    : m_answer(std::move(answer))
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), size);
    ::listen(m_listener, 64);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { acceptAll(); });
}

TinyServer::~TinyServer()
{
    m_stopping = true;
    m_acceptor.join();
    for (std::thread &thread : m_threads)
        thread.join();
    ::close(m_listener);
}

std::string TinyServer::url(const std::string &path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

std::vector<std::string> TinyServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::string TinyServer::http(int status, const std::string &body, const std::string &headers)
{
    return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"
        + headers + "\r\n" + body;
}

void TinyServer::acceptAll()
{
    while (!m_stopping) {
        pollfd ready {m_listener, POLLIN, 0};
        if (::poll(&ready, 1, 20) <= 0)
            continue;
        const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd >= 0)
            m_threads.emplace_back([this, fd] { serve(fd); });
    }
}

std::string TinyServer::readRequest(int fd) const
{
    std::string request;
    while (!m_stopping) {
        const std::size_t end = request.find("\r\n\r\n");
        if (end != std::string::npos) {
            const std::size_t at = request.find("Content-Length: ");
            const std::size_t body = at < end ? static_cast<std::size_t>(std::atoi(request.c_str() + at + 16)) : 0;
            if (request.size() >= end + 4 + body)
                return request;
        }
        pollfd ready {fd, POLLIN, 0};
        if (::poll(&ready, 1, 20) <= 0)
            continue;
        char buffer[4096];
        const ssize_t got = ::recv(fd, buffer, sizeof buffer, 0);
        if (got <= 0)
            return request;
        request.append(buffer, static_cast<std::size_t>(got));
    }
    return request;
}

void TinyServer::serve(int fd)
{
    const std::string request = readRequest(fd);
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
    }
    const std::string answer = m_answer(request);
    std::size_t sent = 0;
    while (!m_stopping && sent < answer.size()) {
        pollfd ready {fd, POLLOUT, 0};
        if (::poll(&ready, 1, 20) <= 0)
            continue;
        const ssize_t got = ::send(fd, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (got <= 0)
            break;
        sent += static_cast<std::size_t>(got);
    }
    while (answer.empty() && !m_stopping) {
        pollfd ready {fd, POLLIN, 0};
        char byte = 0;
        if (::poll(&ready, 1, 20) > 0 && ::recv(fd, &byte, 1, 0) <= 0)
            break;
    }
    ::close(fd);
}

} // namespace vigie::test
