// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/websocketconnection.h"

#include "backend/domain/logging.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/socket_base.hpp>

namespace vigie {

namespace {
namespace websocket = boost::beast::websocket;
constexpr Duration farewellTime = std::chrono::seconds(3);
// A client that does not read must not make the kernel hold megabytes for it.
constexpr int sendBuffer = 256 << 10;

boost::beast::string_view beastView(std::string_view text)
{
    return {text.data(), text.size()};
}
} // namespace

WebSocketConnection::WebSocketConnection(std::shared_ptr<ServerCore> core, EdgeSocket socket, const Request &request)
    : m_core(std::move(core))
    , m_socket(std::move(socket))
    , m_peer(request.peer)
    , m_session(request.principal.session)
    , m_requestId(request.requestId)
{
    m_core->webSockets.insert(this);
    m_core->metrics.webSocketOpened();
    ErrorCode ignored;
    m_socket.next_layer().set_option(boost::asio::socket_base::send_buffer_size(sendBuffer), ignored);
    m_handshake.method(boost::beast::http::verb::get);
    m_handshake.target(beastView(request.path));
    m_handshake.version(11);
    for (const Request::Header &header : request.headers)
        m_handshake.insert(beastView(header.name), beastView(header.value));
    websocket::stream_base::timeout timeout {};
    timeout.handshake_timeout = std::chrono::duration_cast<std::chrono::milliseconds>(m_core->options.headerTimeout);
    timeout.idle_timeout = std::chrono::duration_cast<std::chrono::milliseconds>(m_core->options.webSocketIdle);
    timeout.keep_alive_pings = true;
    m_socket.set_option(timeout);
    m_socket.set_option(websocket::stream_base::decorator([id = m_requestId](websocket::response_type &response) {
        response.set("Server", "vigied");
        response.set("X-Request-Id", id);
    }));
    m_socket.read_message_max(m_core->options.maxWebSocketMessage);
    m_socket.auto_fragment(false);
    m_socket.text(true);
}

WebSocketConnection::~WebSocketConnection() = default;

void WebSocketConnection::accept(std::shared_ptr<ServerCore> core, EdgeSocket socket, const Request &request)
{
    const auto self = std::make_shared<WebSocketConnection>(std::move(core), std::move(socket), request);
    self->m_socket.async_accept(self->m_handshake, [self](const ErrorCode &error) {
        self->m_handshake = {};
        if (error || self->m_left) {
            self->abort();
            return;
        }
        self->m_accepted = true;
        if (self->m_closing) {
            self->farewell();
            return;
        }
        self->m_core->hub.attach(self);
        self->read();
    });
}

void WebSocketConnection::read()
{
    m_socket.async_read(m_in,
                        [self = shared_from_this()](const ErrorCode &error, std::size_t) { self->onRead(error); });
}

void WebSocketConnection::onRead(const ErrorCode &error)
{
    if (error) {
        // Closed by the peer, a broken frame (Beast has answered it with 1002, 1007 or 1009), or the idle time is over.
        abort();
        return;
    }
    const log::Correlation correlation(m_requestId);
    const auto data = m_in.cdata();
    const std::string_view text(static_cast<const char *>(data.data()), data.size());
    if (!m_closing) {
        if (m_socket.got_text())
            m_core->hub.receive(*this, text);
        else
            close(websocket::close_code::unknown_data, "text frames only");
    }
    m_in.consume(m_in.size());
    read();
}

void WebSocketConnection::send(Frame frame)
{
    if (m_closing || m_left)
        return;
    m_queuedBytes += frame->size();
    m_queue.push_back(std::move(frame));
    writeNext();
}

void WebSocketConnection::writeNext()
{
    if (m_writing || m_left)
        return;
    if (m_queue.empty()) {
        if (m_closing)
            farewell();
        return;
    }
    m_writing = true;
    const Frame frame = m_queue.front();
    m_socket.async_write(boost::asio::buffer(*frame),
                         [self = shared_from_this(), frame](const ErrorCode &error, std::size_t) {
                             self->m_writing = false;
                             if (error) {
                                 self->abort();
                                 return;
                             }
                             self->m_queuedBytes -= frame->size();
                             self->m_queue.pop_front();
                             self->writeNext();
                         });
}

void WebSocketConnection::dropQueue()
{
    while (m_queue.size() > (m_writing ? 1U : 0U)) {
        m_queuedBytes -= m_queue.back()->size();
        m_queue.pop_back();
    }
}

void WebSocketConnection::close(std::uint16_t code, std::string_view reason)
{
    if (m_closing || m_left)
        return;
    m_closing = true;
    m_closeBy = std::chrono::steady_clock::now() + farewellTime;
    m_reason.code = code;
    m_reason.reason = beastView(reason.substr(0, 120));
    m_core->hub.detach(*this);
    if (m_accepted)
        writeNext();
}

void WebSocketConnection::farewell()
{
    m_socket.async_close(m_reason, [self = shared_from_this()](const ErrorCode &) { self->abort(); });
}

bool WebSocketConnection::isAuthorized()
{
    return m_core->authenticator.isAlive(m_session);
}

void WebSocketConnection::checkDeadline(SteadyTime now)
{
    if (now >= m_closeBy)
        abort();
}

void WebSocketConnection::abort()
{
    ErrorCode ignored;
    m_socket.next_layer().close(ignored);
    left();
}

void WebSocketConnection::left()
{
    if (m_left)
        return;
    m_left = true;
    m_core->hub.detach(*this);
    m_core->webSockets.erase(this);
    m_core->metrics.webSocketClosed();
    m_core->leave(m_peer);
}

} // namespace vigie
