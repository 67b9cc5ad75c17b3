// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vigie::test {

/// A loopback server that answers each TCP connection with what a function says: for answers no real server gives.
/// One thread for accepting and one a connection; all end with the object.
class TinyServer {
public:
    /// What a connection gets once a whole HTTP request (head and announced body) was read. An empty answer means:
    /// say nothing and keep the connection open. Otherwise the text is sent and the connection closed.
    using Answer = std::function<std::string(const std::string &request)>;
    explicit TinyServer(Answer answer);
    ~TinyServer();
    TinyServer(const TinyServer &) = delete;
    TinyServer &operator=(const TinyServer &) = delete;

    std::uint16_t port() const { return m_port; }
    std::string url(const std::string &path = "/") const;
    std::vector<std::string> requests() const;

    /// "HTTP/1.1 <status> X" with a Content-Length, and further header lines ("A: b\r\n").
    static std::string http(int status, const std::string &body, const std::string &headers = {});

private:
    void acceptAll();
    void serve(int fd);
    std::string readRequest(int fd) const;

    Answer m_answer;
    int m_listener {-1};
    std::uint16_t m_port {0};
    std::atomic<bool> m_stopping {false};
    mutable std::mutex m_mutex;
    std::vector<std::string> m_requests;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace vigie::test
