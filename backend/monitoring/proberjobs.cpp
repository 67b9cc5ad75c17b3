// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/proberjobs.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace vigie {

ProberJob::ProberJob(Executor &executor, Duration timeout)
    : m_executor(executor)
    , m_start(std::chrono::steady_clock::now())
    , m_timeout(timeout)
    , m_deadline(m_start + timeout)
{
}

Duration ProberJob::elapsed() const
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_start);
}

Result<std::unique_ptr<AresChannel>> AresChannel::open(const std::string &server, Duration timeout)
{
    ares_options options {};
    // c-ares doubles the time with each of the tries: t + 2t fits into the whole.
    options.timeout = static_cast<int>(std::max<std::int64_t>(100, timeout.count() / 1000 / 3));
    options.tries = 2;
    // /etc/hosts before the name servers, whatever nsswitch.conf says (c-ares reads only a part of its meaning).
    std::array<char, 3> lookups {'f', 'b', '\0'};
    options.lookups = lookups.data();
    ares_channel channel = nullptr;
    const int given = ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_LOOKUPS;
    if (ares_init_options(&channel, &options, given) != ARES_SUCCESS)
        return vigie::fail(Error::Code::Internal, "c-ares does not start");
    std::unique_ptr<AresChannel> out(new AresChannel(channel));
    if (server.empty())
        return out;
    const bool bareIpv6 = std::count(server.begin(), server.end(), ':') > 1 && !server.starts_with('[');
    const std::string csv = bareIpv6 ? '[' + server + "]:53" : server;
    if (ares_set_servers_ports_csv(channel, csv.c_str()) != ARES_SUCCESS)
        return vigie::fail(Error::Code::Invalid, "the name server's address cannot be read", "server");
    return out;
}

AresChannel::~AresChannel()
{
    ares_destroy(m_channel);
}

void AresChannel::poll(std::vector<pollfd> &fds, Duration &wait)
{
    m_firstPolled = fds.size();
    std::array<ares_socket_t, ARES_GETSOCK_MAXNUM> sockets {};
    const auto mask = static_cast<unsigned>(ares_getsock(m_channel, sockets.data(), ARES_GETSOCK_MAXNUM));
    for (unsigned i = 0; i < ARES_GETSOCK_MAXNUM; ++i) {
        const bool reads = ((mask >> i) & 1U) != 0;
        const bool writes = ((mask >> (i + ARES_GETSOCK_MAXNUM)) & 1U) != 0;
        if (reads || writes)
            fds.push_back({sockets[i], static_cast<short>((reads ? POLLIN : 0) | (writes ? POLLOUT : 0)), 0});
    }
    m_endPolled = fds.size();
    timeval longest {.tv_sec = 3600, .tv_usec = 0};
    timeval next {};
    if (const timeval *due = ares_timeout(m_channel, &longest, &next))
        wait = std::min(wait, Duration(std::chrono::seconds(due->tv_sec)) + Duration(due->tv_usec));
}

void AresChannel::process(const std::vector<pollfd> &fds) const
{
    // c-ares looks a number up among its own sockets, and tries again on one that was not ready after all.
    for (std::size_t i = m_firstPolled; i < m_endPolled; ++i) {
        const pollfd &fd = fds[i];
        const bool reads = (fd.revents & (POLLIN | POLLERR | POLLHUP)) != 0;
        const bool writes = (fd.revents & POLLOUT) != 0;
        if (reads || writes)
            ares_process_fd(m_channel, reads ? fd.fd : ARES_SOCKET_BAD, writes ? fd.fd : ARES_SOCKET_BAD);
    }
    // Its timers, too.
    ares_process_fd(m_channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
}

namespace {

Error dnsError(int status, const std::string &name)
{
    using enum Error::Code;
    switch (status) {
    case ARES_ENOTFOUND:
        return {.code = Unreachable, .detail = "no such name: " + name};
    case ARES_ENODATA:
        return {.code = Unreachable, .detail = "no address for " + name};
    case ARES_ETIMEOUT:
        return {.code = Timeout, .detail = "no answer of the name server"};
    case ARES_ECONNREFUSED:
        return {.code = Unreachable, .detail = "the name server refuses or cannot be reached"};
    case ARES_EBADNAME:
        return {.code = Invalid, .detail = "not a domain name: " + name};
    case ARES_ECANCELLED:
    case ARES_EDESTRUCTION:
        return {.code = Cancelled, .detail = "the look-up ended"};
    default:
        return {.code = Protocol, .detail = "name server: " + std::string(ares_strerror(status))};
    }
}

class TcpJob final : public ProberJob {
public:
    TcpJob(Executor &executor, std::string nameServer, std::string host, std::uint16_t port, Duration timeout,
           std::function<void(Result<TcpAnswer>)> done)
        : ProberJob(executor, timeout)
        , m_nameServer(std::move(nameServer))
        , m_host(std::move(host))
        , m_port(port)
        , m_done(std::move(done))
    {
    }
    ~TcpJob() override { closeAll(); }

    void start() override;
    void poll(std::vector<pollfd> &fds, Duration &wait) override;
    void process(const std::vector<pollfd> &fds) override;
    void fail(Error error) override { finish(tl::unexpected(std::move(error))); }
    std::string waitsFor() const override
    {
        return m_resolved ? "no connection to " + place() : "no address for " + m_host;
    }

private:
    static constexpr Duration nextAddressAfter {250'000};
    static constexpr std::size_t maxAddresses = 8;
    static constexpr std::size_t notPolled = static_cast<std::size_t>(-1);

    struct Socket {
        int fd {-1}; ///< -1: failed
        std::size_t polledAt {notPolled}; ///< its place among the descriptors of the last poll()
    };

    static void onAddresses(void *self, int status, int timeouts, ares_addrinfo *result);
    bool takeNumericHost();
    void takeAddresses(int status, const ares_addrinfo *result);
    void connectNext();
    void checkSocket(Socket &socket);
    void closeAll();
    void finish(Result<TcpAnswer> result);
    std::string place() const { return m_host + ':' + std::to_string(m_port); }

    std::string m_nameServer;
    std::string m_host;
    std::uint16_t m_port;
    std::function<void(Result<TcpAnswer>)> m_done;
    std::unique_ptr<AresChannel> m_channel;
    bool m_resolved {false};
    std::vector<std::pair<sockaddr_storage, socklen_t>> m_addresses;
    std::size_t m_nextAddress {0};
    SteadyTime m_nextAt;
    std::vector<Socket> m_sockets;
    int m_lastError {0};
};

bool TcpJob::takeNumericHost()
{
    sockaddr_storage address {};
    auto *v4 = reinterpret_cast<sockaddr_in *>(&address);
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&address);
    if (::inet_pton(AF_INET, m_host.c_str(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(m_port);
        m_addresses.emplace_back(address, sizeof *v4);
    } else if (::inet_pton(AF_INET6, m_host.c_str(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(m_port);
        m_addresses.emplace_back(address, sizeof *v6);
    }
    return !m_addresses.empty();
}

void TcpJob::start()
{
    // c-ares 1.18 sends even "127.0.0.1" to the name servers first.
    if (takeNumericHost()) {
        m_resolved = true;
        connectNext();
        return;
    }
    auto channel = AresChannel::open(m_nameServer, timeout());
    if (!channel) {
        fail(channel.error());
        return;
    }
    m_channel = *std::move(channel);
    ares_addrinfo_hints hints {};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = ARES_AI_NUMERICSERV;
    ares_getaddrinfo(m_channel->get(), m_host.c_str(), std::to_string(m_port).c_str(), &hints, &TcpJob::onAddresses,
                     this);
}

void TcpJob::onAddresses(void *self, int status, int, ares_addrinfo *result)
{
    auto &job = *static_cast<TcpJob *>(self);
    if (!job.isFinished())
        job.takeAddresses(status, result);
    if (result)
        ares_freeaddrinfo(result);
}

void TcpJob::takeAddresses(int status, const ares_addrinfo *result)
{
    m_resolved = true;
    if (status != ARES_SUCCESS || !result || !result->nodes) {
        fail(dnsError(status == ARES_SUCCESS ? ARES_ENODATA : status, m_host));
        return;
    }
    for (const ares_addrinfo_node *node = result->nodes; node && m_addresses.size() < maxAddresses;
         node = node->ai_next) {
        auto &[address, length] = m_addresses.emplace_back();
        length = std::min<socklen_t>(node->ai_addrlen, sizeof address);
        std::memcpy(&address, node->ai_addr, length);
    }
    connectNext();
}

void TcpJob::connectNext()
{
    while (!isFinished() && m_nextAddress < m_addresses.size()) {
        const auto &[address, length] = m_addresses[m_nextAddress++];
        m_nextAt = std::chrono::steady_clock::now() + nextAddressAfter;
        const int fd = ::socket(address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (fd < 0) {
            m_lastError = errno;
            continue;
        }
        if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), length) == 0) {
            m_sockets.push_back({fd});
            finish(TcpAnswer {elapsed()});
            return;
        }
        if (errno == EINPROGRESS) {
            m_sockets.push_back({fd});
            return;
        }
        m_lastError = errno;
        ::close(fd);
    }
    const bool noneLeft = std::ranges::all_of(m_sockets, [](const Socket &socket) { return socket.fd < 0; });
    if (!isFinished() && noneLeft && m_nextAddress == m_addresses.size()) {
        std::array<char, 128> text {};
        fail({.code = Error::Code::Unreachable,
              .detail = place() + ": " + ::strerror_r(m_lastError, text.data(), text.size())});
    }
}

void TcpJob::poll(std::vector<pollfd> &fds, Duration &wait)
{
    if (!m_resolved && m_channel)
        m_channel->poll(fds, wait);
    for (Socket &socket : m_sockets) {
        if (socket.fd < 0)
            continue;
        socket.polledAt = fds.size();
        fds.push_back({socket.fd, POLLOUT, 0});
    }
    if (m_resolved && m_nextAddress < m_addresses.size())
        wait = std::min(wait, std::chrono::duration_cast<Duration>(m_nextAt - std::chrono::steady_clock::now()));
}

void TcpJob::checkSocket(Socket &socket)
{
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(socket.fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;
    if (error == 0) {
        finish(TcpAnswer {elapsed()});
        return;
    }
    m_lastError = error;
    ::close(socket.fd);
    socket = {};
    connectNext();
}

void TcpJob::process(const std::vector<pollfd> &fds)
{
    if (isFinished())
        return;
    if (!m_resolved && m_channel)
        m_channel->process(fds);
    // By index: connectNext() may add a socket meanwhile, which nobody asked about yet.
    for (std::size_t i = 0; i < m_sockets.size() && !isFinished(); ++i) {
        const std::size_t place = std::exchange(m_sockets[i].polledAt, notPolled);
        if (place != notPolled && fds[place].revents)
            checkSocket(m_sockets[i]);
    }
    if (!isFinished() && m_resolved && m_nextAddress < m_addresses.size()
        && m_nextAt <= std::chrono::steady_clock::now())
        connectNext();
}

void TcpJob::closeAll()
{
    for (Socket &socket : m_sockets) {
        if (socket.fd >= 0)
            ::close(socket.fd);
        socket = {};
    }
}

void TcpJob::finish(Result<TcpAnswer> result)
{
    if (isFinished())
        return;
    setFinished();
    closeAll();
    executor().post([done = std::move(m_done), result = std::move(result)]() mutable { done(std::move(result)); });
}

class DnsJob final : public ProberJob {
public:
    DnsJob(Executor &executor, std::string server, std::string name, DnsRecordType type, Duration timeout,
           std::function<void(Result<DnsAnswer>)> done)
        : ProberJob(executor, timeout)
        , m_server(std::move(server))
        , m_name(std::move(name))
        , m_type(type)
        , m_done(std::move(done))
    {
    }

    void start() override;
    void poll(std::vector<pollfd> &fds, Duration &wait) override
    {
        if (m_channel)
            m_channel->poll(fds, wait);
    }
    void process(const std::vector<pollfd> &fds) override
    {
        if (m_channel && !isFinished())
            m_channel->process(fds);
    }
    void fail(Error error) override { finish(tl::unexpected(std::move(error))); }
    std::string waitsFor() const override { return "no answer of the name server"; }

private:
    static void onAnswer(void *self, int status, int timeouts, unsigned char *message, int length);
    void finish(Result<DnsAnswer> result);

    std::string m_server;
    std::string m_name;
    DnsRecordType m_type;
    std::function<void(Result<DnsAnswer>)> m_done;
    std::unique_ptr<AresChannel> m_channel;
};

void DnsJob::start()
{
    auto channel = AresChannel::open(m_server, timeout());
    if (!channel) {
        fail(channel.error());
        return;
    }
    m_channel = *std::move(channel);
    ares_query(m_channel->get(), m_name.c_str(), ns_c_in, static_cast<int>(dnsWireType(m_type)), &DnsJob::onAnswer,
               this);
}

void DnsJob::onAnswer(void *self, int status, int, unsigned char *message, int length)
{
    auto &job = *static_cast<DnsJob *>(self);
    if (job.isFinished())
        return;
    if (status == ARES_ENODATA) {
        job.finish(DnsAnswer {.answers = {}, .total = job.elapsed()});
        return;
    }
    if (status != ARES_SUCCESS) {
        job.fail(dnsError(status, job.m_name));
        return;
    }
    auto answers = readDnsAnswers(message, length, job.m_type);
    if (answers)
        job.finish(DnsAnswer {.answers = *std::move(answers), .total = job.elapsed()});
    else
        job.fail(answers.error());
}

void DnsJob::finish(Result<DnsAnswer> result)
{
    if (isFinished())
        return;
    setFinished();
    executor().post([done = std::move(m_done), result = std::move(result)]() mutable { done(std::move(result)); });
}
} // namespace

std::unique_ptr<ProberJob> makeTcpJob(Executor &executor, std::string nameServer, std::string host, std::uint16_t port,
                                      Duration timeout, std::function<void(Result<TcpAnswer>)> done)
{
    return std::make_unique<TcpJob>(executor, std::move(nameServer), std::move(host), port, timeout, std::move(done));
}

std::unique_ptr<ProberJob> makeDnsJob(Executor &executor, std::string server, std::string name, DnsRecordType type,
                                      Duration timeout, std::function<void(Result<DnsAnswer>)> done)
{
    return std::make_unique<DnsJob>(executor, std::move(server), std::move(name), type, timeout, std::move(done));
}

} // namespace vigie
