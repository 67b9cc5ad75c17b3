// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/server.h"

#include "backend/domain/logging.h"
#include "backend/server/httpconnection.h"
#include "backend/server/requestguard.h"
#include "backend/server/websocketconnection.h"

#include <boost/asio/ip/v6_only.hpp>

#include <array>
#include <ctime>

namespace vigie {

namespace {
using boost::asio::ip::tcp;
constexpr Duration sweepEvery = std::chrono::milliseconds(250);
constexpr Duration acceptPause = std::chrono::milliseconds(100);
constexpr Duration acceptWarningEvery = std::chrono::minutes(1);
constexpr int acceptBacklog = 1024;

constexpr std::string_view noRoom = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\n"
                                    "Retry-After: 5\r\nConnection: close\r\nContent-Length: 141\r\n\r\n"
                                    R"({"type":"urn:vigie:error:unavailable","title":"unavailable","status":503,)"
                                    R"("detail":"too many connections","code":"unavailable","requestId":""})";

Result<> listen(tcp::acceptor &acceptor, const ServerOptions &options)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(options.address, error);
    if (error)
        return fail(Error::Code::Invalid, "\"" + options.address + "\" is no IP address", "address");
    const tcp::endpoint endpoint(address, options.port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(acceptBacklog, error);
    if (!error)
        acceptor.non_blocking(true, error);
    if (error)
        return fail(Error::Code::Unavailable,
                    "cannot listen at " + options.address + " port " + std::to_string(options.port) + ": "
                        + error.message(),
                    "port");
    return {};
}
} // namespace

ServerCore::ServerCore(ServerOptions serverOptions, const ServerParts &parts)
    : options(std::move(serverOptions))
    , io(parts.io.core())
    , dispatcher(options, parts.router, parts.authenticator, parts.random)
    , hub(parts.hub)
    , metrics(parts.metrics)
    , authenticator(parts.authenticator)
    , acceptor(io->io)
{
}

/// No file descriptors left, most likely: others must end first, and a log full of this helps nobody.
void ServerCore::acceptFailed(const std::string &why)
{
    ++m_acceptFailures;
    const SteadyTime now = std::chrono::steady_clock::now();
    if (m_saidAcceptFailed != SteadyTime {} && now - m_saidAcceptFailed < acceptWarningEvery)
        return;
    log::warning("server", "connections could not be accepted", {{"error", why}, {"tries", m_acceptFailures}});
    m_saidAcceptFailed = now;
    m_acceptFailures = 0;
}

void ServerCore::accept()
{
    acceptor.async_accept([self = shared_from_this()](const boost::system::error_code &error, tcp::socket socket) {
        if (self->stopping)
            return;
        if (!error) {
            self->takeIn(std::move(socket));
            self->accept();
            return;
        }
        self->acceptFailed(error.message());
        self->io->postAfter(acceptPause, [weak = self->weak_from_this()] {
            if (const auto core = weak.lock(); core && !core->stopping)
                core->accept();
        });
    });
}

bool ServerCore::hasRoomFor(const std::string &peer, bool loopback) const
{
    if (connections.size() + webSockets.size() >= options.maxConnections)
        return false;
    const auto found = perAddress.find(peer);
    return found == perAddress.end() || found->second < (loopback ? options.maxPerLoopback : options.maxPerAddress);
}

void ServerCore::takeIn(EdgeSocket socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return; // gone already
    socket.non_blocking(true, error);
    socket.set_option(tcp::no_delay(true), error);
    const std::string peer = endpoint.address().to_string();
    const bool loopback = isLoopbackAddress(peer);
    if (!hasRoomFor(peer, loopback)) {
        metrics.rejectedConnection();
        socket.write_some(boost::asio::buffer(noRoom.data(), noRoom.size()), error);
        socket.shutdown(EdgeSocket::shutdown_both, error);
        return;
    }
    ++perAddress[peer];
    std::make_shared<HttpConnection>(shared_from_this(), std::move(socket), peer, loopback)->start();
    armSweep();
}

void ServerCore::leave(const std::string &peer)
{
    const auto found = perAddress.find(peer);
    if (found != perAddress.end() && --found->second == 0)
        perAddress.erase(found);
}

void ServerCore::armSweep()
{
    if (m_sweeping || (connections.empty() && webSockets.empty()))
        return;
    m_sweeping = true;
    io->postAfter(sweepEvery, [weak = weak_from_this()] {
        if (const auto core = weak.lock())
            core->sweep();
    });
}

void ServerCore::sweep()
{
    m_sweeping = false;
    const SteadyTime now = std::chrono::steady_clock::now();
    // Ending one changes the set.
    for (HttpConnection *connection : std::vector<HttpConnection *>(connections.begin(), connections.end()))
        connection->shared_from_this()->checkDeadline(now);
    for (WebSocketConnection *socket : std::vector<WebSocketConnection *>(webSockets.begin(), webSockets.end()))
        socket->shared_from_this()->checkDeadline(now);
    armSweep();
}

const std::string &ServerCore::httpDate()
{
    const std::time_t now = std::time(nullptr);
    if (m_date.empty() || now != m_dateSecond) {
        // Not strftime: its names follow the locale (RFC 9110 section 5.6.7 wants English ones).
        constexpr std::array<const char *, 7> days {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        constexpr std::array<const char *, 12> months {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm utc {};
        gmtime_r(&now, &utc);
        std::array<char, 64> text {};
        std::snprintf(text.data(), text.size(), "%s, %02d %s %d %02d:%02d:%02d GMT",
                      days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                      months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                      utc.tm_sec);
        m_date = text.data();
        m_dateSecond = now;
    }
    return m_date;
}

void ServerCore::beginStop(SteadyTime deadline)
{
    stopping = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    for (HttpConnection *connection : std::vector<HttpConnection *>(connections.begin(), connections.end()))
        connection->shared_from_this()->endSoon();
    for (WebSocketConnection *socket : std::vector<WebSocketConnection *>(webSockets.begin(), webSockets.end()))
        socket->shared_from_this()->close(1001, "the server is stopping");
    finishStop(deadline);
}

void ServerCore::finishStop(SteadyTime deadline)
{
    if (std::chrono::steady_clock::now() >= deadline) {
        for (HttpConnection *connection : std::vector<HttpConnection *>(connections.begin(), connections.end()))
            connection->shared_from_this()->close();
        for (WebSocketConnection *socket : std::vector<WebSocketConnection *>(webSockets.begin(), webSockets.end()))
            socket->shared_from_this()->abort();
    }
    if (connections.empty() && webSockets.empty()) {
        stopped.set_value();
        return;
    }
    io->postAfter(std::chrono::milliseconds(10), [self = shared_from_this(), deadline] { self->finishStop(deadline); });
}

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, ServerParts parts)
{
    auto core = std::make_shared<ServerCore>(std::move(options), parts);
    if (auto listening = listen(core->acceptor, core->options); !listening)
        return tl::unexpected(listening.error());
    std::unique_ptr<Server> out(new Server(core, parts.io));
    parts.io.post([core] { core->accept(); });
    log::info("server", "Listening", {{"address", out->m_address}, {"port", std::int64_t {out->m_port}}});
    return out;
}

Server::Server(std::shared_ptr<ServerCore> core, IoThread &io)
    : m_core(std::move(core))
    , m_io(io)
{
    boost::system::error_code ignored;
    m_port = m_core->acceptor.local_endpoint(ignored).port();
    m_address = m_core->options.address;
}

Server::~Server()
{
    stop();
}

void Server::stop()
{
    if (!m_core)
        return;
    auto stopped = m_core->stopped.get_future();
    const SteadyTime deadline = std::chrono::steady_clock::now() + m_core->options.stopGrace;
    m_io.post([core = m_core, deadline] { core->beginStop(deadline); });
    // The loop may have been stopped before: then nobody answers.
    stopped.wait_for(m_core->options.stopGrace + std::chrono::seconds(5));
    m_core.reset();
}

} // namespace vigie
