// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/monitoring/socketprober.h"

#include <ares.h>
#include <poll.h>

#include <memory>
#include <optional>
#include <vector>

namespace vigie {

/// One look under way on the prober's thread. Private to socketprober.
class ProberJob {
public:
    ProberJob(Executor &executor, Duration timeout);
    virtual ~ProberJob() = default;
    ProberJob(const ProberJob &) = delete;
    ProberJob &operator=(const ProberJob &) = delete;

    virtual void start() = 0;
    /// Adds what to wait for; `wait` is lowered to when process() must be called at the latest.
    virtual void poll(std::vector<pollfd> &fds, Duration &wait) = 0;
    /// Looks at what the last poll() found at its own places of `fds`. Never by number: a descriptor that was closed
    /// meanwhile lends its number to the next one that is opened, here or in another job.
    virtual void process(const std::vector<pollfd> &fds) = 0;
    /// Delivers the error unless it finished already.
    virtual void fail(Error error) = 0;
    bool isFinished() const { return m_finished; }
    SteadyTime deadline() const { return m_deadline; }
    Duration timeout() const { return m_timeout; }
    /// What it waits for, for the text of a timeout.
    virtual std::string waitsFor() const = 0;

protected:
    Duration elapsed() const;
    void setFinished() { m_finished = true; }
    Executor &executor() const { return m_executor; }

private:
    Executor &m_executor;
    SteadyTime m_start;
    Duration m_timeout;
    SteadyTime m_deadline;
    bool m_finished {false};
};

/// A c-ares channel and the descriptors it waits for.
class AresChannel {
public:
    /// `server` as in SourceConfig::server; empty: the system's.
    [[nodiscard]] static Result<std::unique_ptr<AresChannel>> open(const std::string &server, Duration timeout);
    ~AresChannel();
    AresChannel(const AresChannel &) = delete;
    AresChannel &operator=(const AresChannel &) = delete;
    ares_channel get() const { return m_channel; }
    void poll(std::vector<pollfd> &fds, Duration &wait);
    void process(const std::vector<pollfd> &fds) const;

private:
    explicit AresChannel(ares_channel channel)
        : m_channel(channel)
    {
    }
    ares_channel m_channel;
    std::size_t m_firstPolled {0}; ///< its places among the descriptors of the last poll()
    std::size_t m_endPolled {0};
};

/// `nameServer` as in SourceConfig::server; empty: the system's.
std::unique_ptr<ProberJob> makeTcpJob(Executor &executor, std::string nameServer, std::string host, std::uint16_t port,
                                      Duration timeout, std::function<void(Result<TcpAnswer>)> done);
std::unique_ptr<ProberJob> makeDnsJob(Executor &executor, std::string server, std::string name, DnsRecordType type,
                                      Duration timeout, std::function<void(Result<DnsAnswer>)> done);

/// Its number in messages (RFC 1035 section 3.2.2, RFC 3596).
unsigned dnsWireType(DnsRecordType type);

/// The records of one type in the answer section of a DNS message (RFC 1035 section 4), as DnsAnswer spells them.
/// Protocol for a message that is cut or lies about its lengths.
[[nodiscard]] Result<std::vector<std::string>> readDnsAnswers(const unsigned char *message, int length,
                                                              DnsRecordType type);

} // namespace vigie
