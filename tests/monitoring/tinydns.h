// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace vigie::test {

/// A name server on loopback (UDP only) that answers each question with the bytes a function makes of it.
class TinyDns {
public:
    /// Gets the query; an empty answer is silence.
    using Answer = std::function<std::string(const std::string &query)>;
    explicit TinyDns(Answer answer);
    ~TinyDns();
    TinyDns(const TinyDns &) = delete;
    TinyDns &operator=(const TinyDns &) = delete;

    std::string address() const { return "127.0.0.1:" + std::to_string(m_port); }

    struct Record {
        int type {1};
        std::string data; ///< as on the wire, uncompressed
    };
    /// The whole message: header with `rcode`, the question repeated, the records.
    static std::string reply(const std::string &query, int rcode, const std::vector<Record> &records);
    /// "mail.example.org" as labels with their lengths.
    static std::string name(const std::string &text);

private:
    void run();

    Answer m_answer;
    int m_socket {-1};
    std::uint16_t m_port {0};
    std::atomic<bool> m_stopping {false};
    std::thread m_thread;
};

} // namespace vigie::test
