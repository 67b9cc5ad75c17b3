// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/cuttingproxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace vigie::test {

namespace {

constexpr int pollMilliseconds = 50; // how long a stop may take

sockaddr_in loopback(int port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

std::string receive(int socket)
{
    std::array<char, 65536> buffer;
    const ssize_t size = ::recv(socket, buffer.data(), buffer.size(), 0);
    return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : std::string();
}

bool sendAll(int socket, const std::string &bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t size = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (size <= 0)
            return false;
        sent += static_cast<std::size_t>(size);
    }
    return true;
}

} // namespace

CuttingProxy::CuttingProxy(int serverPort)
    : m_serverPort(serverPort)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 16) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

CuttingProxy::~CuttingProxy()
{
    m_stopping = true;
    if (m_acceptor.joinable())
        m_acceptor.join();
    for (std::thread &relay : m_relays)
        relay.join();
    ::close(m_listener);
}

void CuttingProxy::cutAtNext(std::string word, bool deliver)
{
    const std::lock_guard lock(m_mutex);
    m_word = std::move(word);
    m_deliver = deliver;
}

bool CuttingProxy::isWord(const std::string &sent, bool &deliver)
{
    const std::lock_guard lock(m_mutex);
    if (m_word.empty() || sent.find(m_word) == std::string::npos)
        return false;
    m_word.clear();
    deliver = m_deliver;
    return true;
}

void CuttingProxy::accept()
{
    while (!m_stopping) {
        pollfd waiting {m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, pollMilliseconds) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            m_relays.emplace_back([this, client] { relay(client); });
    }
}

void CuttingProxy::relay(int client)
{
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_serverPort);
    bool open = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (open && !m_stopping) {
        std::array<pollfd, 2> waiting {{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(waiting.data(), waiting.size(), pollMilliseconds) <= 0)
            continue;
        if (waiting[1].revents != 0) {
            const std::string bytes = receive(server);
            open = !bytes.empty() && sendAll(client, bytes);
        }
        if (open && waiting[0].revents != 0) {
            const std::string bytes = receive(client);
            bool deliver = false;
            if (!bytes.empty() && isWord(bytes, deliver)) {
                if (deliver && sendAll(server, bytes))
                    receive(server); // the answer: the server is done with it
                ++m_cuts;
                open = false;
            } else {
                open = !bytes.empty() && sendAll(server, bytes);
            }
        }
    }
    ::close(server);
    ::close(client);
}

} // namespace vigie::test
