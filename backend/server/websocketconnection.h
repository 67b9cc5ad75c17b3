// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/eventhub.h"
#include "backend/server/servercore.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <memory>
#include <string>
#include <utility>

namespace vigie {

/// One WebSocket (RFC 6455, no extensions): takes frames of the hub, hands text to it. Lives on the I/O thread.
class WebSocketConnection final : public EventClient, public std::enable_shared_from_this<WebSocketConnection> {
public:
    /// Answers the handshake of an admitted request and joins the hub.
    static void accept(std::shared_ptr<ServerCore> core, EdgeSocket socket, const Request &request);
    WebSocketConnection(std::shared_ptr<ServerCore> core, EdgeSocket socket, const Request &request);
    ~WebSocketConnection() override;
    WebSocketConnection(const WebSocketConnection &) = delete;
    WebSocketConnection &operator=(const WebSocketConnection &) = delete;

    void send(Frame frame) override;
    std::size_t queuedBytes() const override { return m_queuedBytes; }
    void dropQueue() override;
    void close(std::uint16_t code, std::string_view reason) override;
    bool isAuthorized() override;
    /// Ends a close that takes too long.
    void checkDeadline(SteadyTime now);
    /// Without any farewell.
    void abort();

private:
    using ErrorCode = boost::system::error_code;
    void read();
    void onRead(const ErrorCode &error);
    void writeNext();
    void farewell();
    void left();

    std::shared_ptr<ServerCore> m_core;
    boost::beast::websocket::stream<EdgeSocket, false> m_socket;
    boost::beast::http::request<boost::beast::http::empty_body> m_handshake;
    boost::beast::flat_buffer m_in;
    std::deque<Frame> m_queue; ///< the first is under way while m_writing
    std::size_t m_queuedBytes {0};
    std::string m_peer;
    std::string m_session;
    std::string m_requestId;
    boost::beast::websocket::close_reason m_reason;
    SteadyTime m_closeBy {SteadyTime::max()};
    bool m_accepted {false};
    bool m_writing {false};
    bool m_closing {false};
    bool m_left {false};
};

} // namespace vigie
