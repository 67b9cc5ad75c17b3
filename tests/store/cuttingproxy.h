// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vigie::test {

/// A TCP relay on loopback that can cut a connection at the moment the client says a certain word: the worst moment a
/// network can choose.
class CuttingProxy {
public:
    explicit CuttingProxy(int serverPort);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy &) = delete;
    CuttingProxy &operator=(const CuttingProxy &) = delete;

    int port() const { return m_port; } ///< 0: could not listen
    /// Once: when a client sends `word`, its connection ends without an answer. `deliver`: the server gets the word and
    /// answers (to nobody) first; else it never hears it.
    void cutAtNext(std::string word, bool deliver);
    int cuts() const { return m_cuts; }

private:
    void accept();
    void relay(int client);
    bool isWord(const std::string &sent, bool &deliver);

    const int m_serverPort;
    int m_listener {-1};
    int m_port {0};
    std::atomic<bool> m_stopping {false};
    std::atomic<int> m_cuts {0};
    std::mutex m_mutex;
    std::string m_word;
    bool m_deliver {false};
    std::vector<std::thread> m_relays;
    std::thread m_acceptor;
};

} // namespace vigie::test
