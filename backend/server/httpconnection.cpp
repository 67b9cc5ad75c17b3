// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/httpconnection.h"

#include "backend/domain/logging.h"
#include "backend/domain/text.h"
#include "backend/server/requestguard.h"
#include "backend/server/websocketconnection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/http/error.hpp>

#include <array>
#include <charconv>

namespace vigie {

namespace {
constexpr std::size_t firstBuffer = 4096;
constexpr std::size_t largestBuffer = 64U << 10U;
constexpr std::size_t keptBuffer = 64U << 10U; // what a string may keep for the next request
constexpr std::size_t inlineBody = 8192; // copied behind the head rather than sent as a second piece
constexpr int requestsPerTurn = 32; // of one connection, before others get theirs
constexpr Duration drainTime = std::chrono::seconds(2);
constexpr std::size_t drainBytes = 1U << 20U;
constexpr std::size_t loggedPath = 256;

SteadyTime steadyNow()
{
    return std::chrono::steady_clock::now();
}

void appendNumber(std::string &out, std::size_t value)
{
    std::array<char, 24> text {};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    out.append(text.data(), end);
}

void trim(std::string &text)
{
    if (text.capacity() > keptBuffer)
        std::string().swap(text);
}
} // namespace

HttpConnection::HttpConnection(std::shared_ptr<ServerCore> core, EdgeSocket socket, std::string peer,
                               bool peerIsLoopback)
    : m_core(std::move(core))
    , m_socket(std::move(socket))
    , m_in(firstBuffer)
{
    m_request.peer = std::move(peer);
    m_request.peerIsLoopback = peerIsLoopback;
    m_core->connections.insert(this);
    m_core->metrics.connectionOpened();
}

HttpConnection::~HttpConnection() = default;

void HttpConnection::start()
{
    setPhase(Phase::Head, m_core->options.headerTimeout);
    m_parser.emplace(m_request, m_head, m_core->options);
    advance();
}

void HttpConnection::setPhase(Phase phase, Duration limit)
{
    m_phase = phase;
    m_deadline = steadyNow() + limit;
}

void HttpConnection::advance()
{
    while (m_phase != Phase::Closed && step()) { }
}

bool HttpConnection::step()
{
    switch (m_phase) {
    case Phase::Head:
        return readHead();
    case Phase::Body:
        return readBody();
    case Phase::Ready:
        return runHandler();
    case Phase::Running:
        return false;
    case Phase::Write:
        return write();
    case Phase::Drain:
        if (!m_reading)
            read();
        return false;
    case Phase::Closed:
        return false;
    }
    return false;
}

bool HttpConnection::readHead()
{
    if (m_begin == m_end) {
        read();
        return false;
    }
    if (++m_inARow > requestsPerTurn) {
        m_inARow = 0;
        boost::asio::post(m_core->io->io, [self = shared_from_this()] { self->advance(); });
        return false;
    }
    ErrorCode error;
    m_begin += parser().put(boost::asio::const_buffer(m_in.data() + m_begin, m_end - m_begin), error);
    if (error == boost::beast::http::error::need_more) {
        read();
        return false;
    }
    m_requestAt = steadyNow();
    m_answered = false;
    ++m_exchange;
    if (error) {
        m_request.requestId = m_core->dispatcher.newRequestId();
        refuse(parser().statusOf(error), Error::Code::Invalid, "the request cannot be read: " + error.message());
        return true;
    }
    parser().bindViews();
    m_keepAlive = parser().keep_alive();
    const auto framing = parser().framing();
    if (auto refusal = m_core->dispatcher.admit(m_request, framing)) {
        if (framing.hasBody())
            refuse(*std::move(refusal));
        else
            takeAnswer(*std::move(refusal));
        return true;
    }
    if (m_request.route->info.webSocket)
        return upgrade();
    if (parser().hasUnknownExpectation()) {
        refuse(417, Error::Code::Invalid, "this expectation cannot be met");
        return true;
    }
    if (parser().is_done()) {
        m_phase = Phase::Ready;
        return true;
    }
    // A chunk says its size before its data come: what goes over the limit is refused by that alone.
    parser().body_limit(m_core->dispatcher.maxBody(m_request));
    setPhase(Phase::Body, m_core->options.bodyTimeout);
    if (parser().expectsContinue() && m_begin == m_end)
        continueBody();
    return true;
}

void HttpConnection::continueBody()
{
    // So short that it fits the empty socket buffer; when it does not, the client sends the body after its own delay.
    ErrorCode ignored;
    m_socket.write_some(boost::asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25), ignored);
}

bool HttpConnection::readBody()
{
    while (!parser().is_done()) {
        ErrorCode error;
        const std::size_t used = parser().put(boost::asio::const_buffer(m_in.data() + m_begin, m_end - m_begin), error);
        m_begin += used;
        if (error == boost::beast::http::error::body_limit) {
            refuse(413, Error::Code::TooLarge,
                   "the body may have at most " + std::to_string(m_core->dispatcher.maxBody(m_request)) + " bytes");
            return true;
        }
        if (error && error != boost::beast::http::error::need_more) {
            refuse(parser().statusOf(error), Error::Code::Invalid, "the body cannot be read: " + error.message());
            return true;
        }
        if (parser().is_done())
            break;
        if (used == 0 && m_end - m_begin > m_core->options.maxHeader) {
            refuse(400, Error::Code::Invalid, "the head of a chunk or the trailer is longer than a header may be");
            return true;
        }
        if (m_begin == m_end || used == 0) {
            read();
            return false;
        }
    }
    m_phase = Phase::Ready;
    return true;
}

bool HttpConnection::runHandler()
{
    setPhase(Phase::Running, m_core->options.handlerTimeout);
    m_inHandler = true;
    Dispatcher::run(m_request, Responder(shared_from_this(), m_exchange, m_request.requestId));
    m_inHandler = false;
    return m_phase == Phase::Write;
}

void HttpConnection::respond(std::uint64_t exchange, Response response)
{
    if (m_core->io->isCurrent()) {
        if (exchange != m_exchange || m_phase != Phase::Running)
            return; // timed out or closed meanwhile
        takeAnswer(std::move(response));
        if (!m_inHandler)
            advance();
        return;
    }
    // std::function needs a copyable capture; the answer itself is only moved.
    m_core->io->post([self = shared_from_this(), exchange, answer = std::make_shared<Response>(std::move(response))] {
        self->respond(exchange, std::move(*answer));
    });
}

void HttpConnection::refuse(int status, Error::Code code, std::string detail)
{
    refuse(problem(status, {.code = code, .detail = std::move(detail)}, m_request.requestId));
}

void HttpConnection::refuse(Response response)
{
    // What follows on this connection cannot be told apart from the refused body any more.
    response.close = true;
    takeAnswer(std::move(response));
}

void HttpConnection::takeAnswer(Response response)
{
    if (m_answered)
        return;
    m_answered = true;
    const double seconds = std::chrono::duration<double>(steadyNow() - m_requestAt).count();
    if (m_request.route != nullptr)
        m_core->metrics.answered(m_request.route->index, response.status, seconds);
    else
        m_core->metrics.refused(response.status);
    if (response.status >= 400) {
        // Whoever got the answer may know nothing but its request id: the log must have it.
        const log::Correlation correlation(m_request.requestId);
        const bool failed = response.status >= 500;
        log::write(failed ? log::Level::Warning : log::Level::Info, "server",
                   failed ? "A request failed" : "A request was refused",
                   {{"method", methodName(m_request.method)},
                    {"path", clipped(m_request.path, loggedPath)},
                    {"status", std::int64_t {response.status}},
                    {"peer", m_request.peer}});
    } else {
        log::debug("server", "A request was answered",
                   {{"request_id", std::string_view(m_request.requestId)}, {"status", std::int64_t {response.status}}});
    }
    if (response.close || m_endSoon || m_core->stopping)
        m_keepAlive = false;
    m_response = std::move(response);
    prepare(m_response);
    const auto atSlowestPace = std::chrono::milliseconds(
        static_cast<std::int64_t>(m_response.size() * 1000 / m_core->options.slowestReader));
    setPhase(Phase::Write, m_core->options.writeTimeout + atSlowestPace);
}

void HttpConnection::prepare(const Response &response)
{
    m_out.clear();
    m_out += "HTTP/1.1 ";
    appendNumber(m_out, static_cast<std::size_t>(response.status));
    m_out += ' ';
    m_out += reasonPhrase(response.status);
    m_out += "\r\nDate: ";
    m_out += m_core->httpDate();
    if (response.status != 204) {
        m_out += "\r\nContent-Type: ";
        m_out += response.contentType;
        m_out += "\r\nContent-Length: ";
        appendNumber(m_out, response.size());
    }
    m_out += "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nX-Request-Id: ";
    m_out += m_request.requestId;
    for (const auto &[name, value] : response.headers) {
        m_out += "\r\n";
        m_out += name;
        m_out += ": ";
        m_out += value;
    }
    if (!m_keepAlive)
        m_out += "\r\nConnection: close";
    m_out += "\r\n\r\n";
    m_outBody = m_request.method == Method::Head || response.status == 204 ? std::string_view() : response.content();
    if (m_outBody.size() <= inlineBody) {
        m_out += m_outBody;
        m_outBody = {};
    }
    m_written = 0;
}

bool HttpConnection::write()
{
    const std::size_t total = m_out.size() + m_outBody.size();
    while (m_written < total) {
        const std::string_view head = std::string_view(m_out).substr(std::min(m_written, m_out.size()));
        const std::string_view body = m_outBody.substr(m_written > m_out.size() ? m_written - m_out.size() : 0);
        const std::array<boost::asio::const_buffer, 2> pieces {boost::asio::const_buffer(head.data(), head.size()),
                                                               boost::asio::const_buffer(body.data(), body.size())};
        ErrorCode error;
        m_written += m_socket.write_some(pieces, error);
        if (error == boost::asio::error::would_block) {
            m_socket.async_wait(EdgeSocket::wait_write, [self = shared_from_this()](const ErrorCode &failed) {
                if (failed)
                    self->close();
                else if (self->m_phase == Phase::Write)
                    self->advance();
            });
            return false;
        }
        if (error) {
            close();
            return false;
        }
    }
    afterWrite();
    return true;
}

void HttpConnection::afterWrite()
{
    m_outBody = {};
    m_response = {};
    if (m_keepAlive) {
        resetForNext();
        return;
    }
    // A close with unread bytes would reset the connection and take the answer away from the client (RFC 9112 9.6).
    ErrorCode ignored;
    m_socket.shutdown(EdgeSocket::shutdown_send, ignored);
    m_begin = m_end = 0;
    setPhase(Phase::Drain, drainTime);
}

void HttpConnection::resetForNext()
{
    trim(m_out);
    trim(m_request.body);
    m_parser.emplace(m_request, m_head, m_core->options);
    setPhase(Phase::Head, m_begin == m_end ? m_core->options.idleTimeout : m_core->options.headerTimeout);
}

void HttpConnection::makeRoom()
{
    if (m_begin == m_end) {
        m_begin = m_end = 0;
        if (m_phase == Phase::Head && m_in.size() > largestBuffer / 4) {
            m_in.resize(firstBuffer);
            m_in.shrink_to_fit();
        }
    }
    if (m_end < m_in.size())
        return;
    if (m_begin > 0) {
        std::copy(m_in.begin() + static_cast<std::ptrdiff_t>(m_begin),
                  m_in.begin() + static_cast<std::ptrdiff_t>(m_end), m_in.begin());
        m_end -= m_begin;
        m_begin = 0;
    } else if (m_in.size() < largestBuffer) {
        m_in.resize(m_in.size() * 2);
    }
}

void HttpConnection::read()
{
    if (m_reading)
        return;
    makeRoom();
    if (m_end == m_in.size()) {
        // Nothing the parser waits for is that long, but a chunk header with endless extensions.
        refuse(400, Error::Code::Invalid, "the request cannot be read");
        boost::asio::post(m_core->io->io, [self = shared_from_this()] { self->advance(); });
        return;
    }
    m_reading = true;
    m_inARow = 0;
    m_socket.async_read_some(
        boost::asio::buffer(m_in.data() + m_end, m_in.size() - m_end),
        [self = shared_from_this()](const ErrorCode &error, std::size_t bytes) { self->onRead(error, bytes); });
}

void HttpConnection::onRead(const ErrorCode &error, std::size_t bytes)
{
    m_reading = false;
    if (m_phase == Phase::Closed)
        return;
    if (error) {
        // A half-closed client still gets the answer to what it asked (m_reading is off while a handler runs).
        if (m_phase != Phase::Write)
            close();
        return;
    }
    if (m_phase == Phase::Drain) {
        m_drained += bytes;
        if (m_drained > drainBytes)
            close();
        else
            read();
        return;
    }
    if (isIdle())
        m_deadline = steadyNow() + m_core->options.headerTimeout;
    m_end += bytes;
    advance();
}

/// Nothing of a request has come: neither unread bytes, nor lines that the parser has taken already.
bool HttpConnection::isIdle() const
{
    return m_phase == Phase::Head && m_begin == m_end && m_parser && !m_parser->got_some();
}

void HttpConnection::checkDeadline(SteadyTime now)
{
    if (now < m_deadline || m_phase == Phase::Closed)
        return;
    if (m_phase == Phase::Write || m_phase == Phase::Drain || isIdle()) {
        close();
        return;
    }
    if (m_phase == Phase::Head) {
        m_request.requestId = m_core->dispatcher.newRequestId();
        m_requestAt = now;
        m_answered = false;
    }
    ++m_exchange; // a late answer belongs to nobody
    if (m_phase == Phase::Running)
        refuse(504, Error::Code::Timeout, "the request took too long");
    else
        refuse(408, Error::Code::Timeout, "the request did not arrive in time");
    advance();
}

void HttpConnection::endSoon()
{
    m_endSoon = true;
    if (isIdle())
        close();
}

void HttpConnection::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    ErrorCode ignored;
    m_socket.close(ignored);
    if (!m_gone) {
        m_gone = true;
        m_core->connections.erase(this);
        m_core->metrics.connectionClosed();
        m_core->leave(m_request.peer);
    }
}

bool HttpConnection::upgrade()
{
    const bool wants = equalsIgnoreCase(m_request.header("Upgrade"), "websocket")
        && m_request.header("Sec-WebSocket-Version") == "13" && !m_request.header("Sec-WebSocket-Key").empty();
    if (!wants || m_begin != m_end || m_request.method != Method::Get) {
        Response response
            = problem(426, {.code = Error::Code::Invalid, .detail = "this path speaks WebSocket (RFC 6455) only"},
                      m_request.requestId);
        response.headers.emplace_back("Upgrade", "websocket");
        refuse(std::move(response));
        return true;
    }
    if (m_core->webSockets.size() >= m_core->options.maxWebSockets || m_core->stopping) {
        refuse(503, Error::Code::Unavailable, "too many WebSockets are open");
        return true;
    }
    m_core->metrics.answered(m_request.route->index, 101, 0);
    m_gone = true;
    m_core->connections.erase(this);
    m_core->metrics.connectionClosed();
    WebSocketConnection::accept(m_core, std::move(m_socket), m_request);
    m_phase = Phase::Closed;
    return false;
}

} // namespace vigie
