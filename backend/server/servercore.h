// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/dispatcher.h"
#include "backend/server/edgesocket.h"
#include "backend/server/iocore.h"
#include "backend/server/servermetrics.h"

#include <future>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace vigie {

class HttpConnection;
class WebSocketConnection;

/// What all connections of one server share. Used on the I/O thread only, but for its construction.
struct ServerCore : std::enable_shared_from_this<ServerCore> {
    ServerCore(ServerOptions serverOptions, const ServerParts &parts);

    ServerOptions options;
    std::shared_ptr<IoCore> io;
    Dispatcher dispatcher;
    EventHub &hub;
    ServerMetrics &metrics;
    Authenticator &authenticator;
    boost::asio::ip::tcp::acceptor acceptor;

    std::unordered_set<HttpConnection *> connections;
    std::unordered_set<WebSocketConnection *> webSockets;
    std::unordered_map<std::string, std::size_t> perAddress;
    bool stopping {false};
    std::promise<void> stopped;

    void accept();
    void takeIn(EdgeSocket socket);
    /// Frees the place that takeIn() gave, when a connection of either kind ends.
    void leave(const std::string &peer);
    void beginStop(SteadyTime deadline);
    void finishStop(SteadyTime deadline);
    /// "Sat, 21 Nov 2026 00:15:48 GMT", renewed each second.
    const std::string &httpDate();

private:
    void acceptFailed(const std::string &why);
    bool hasRoomFor(const std::string &peer, bool loopback) const;
    void armSweep();
    void sweep();
    bool m_sweeping {false};
    SteadyTime m_saidAcceptFailed {};
    std::int64_t m_acceptFailures {0}; ///< since then
    std::string m_date;
    std::int64_t m_dateSecond {0};
};

} // namespace vigie
