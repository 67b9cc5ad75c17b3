// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/domain/time.h"
#include "backend/monitoring/sourceconfig.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vigie {

struct TcpAnswer {
    Duration total {0}; ///< name lookup and connect
};

struct DnsAnswer {
    /// Of the asked type, as text: address; name; "10 mail.example.org"; the joined strings of a TXT.
    std::vector<std::string> answers;
    Duration total {0};
};

/// Connects and looks names up without blocking, on one thread of its own that sleeps when nothing is under way.
/// Functions may be called from any thread; `done` comes exactly once on `executor`, also when the prober ends first
/// (Cancelled). Errors: Timeout, Unreachable (refused, no such name, no server), Protocol (an answer that makes no
/// sense), Invalid (an address that cannot be read).
class SocketProber {
public:
    /// `nameServer`: whom connect() asks for addresses, as in SourceConfig::server; empty: the system's.
    explicit SocketProber(Executor &executor, std::string nameServer = {});
    ~SocketProber();
    SocketProber(const SocketProber &) = delete;
    SocketProber &operator=(const SocketProber &) = delete;

    /// Opens a TCP connection and closes it again. Several addresses are tried 250 ms apart (RFC 8305 section 5).
    void connect(std::string host, std::uint16_t port, Duration timeout, std::function<void(Result<TcpAnswer>)> done);
    /// Asks `server` (empty: the system's; else as in SourceConfig::server) for exactly `name`, without search domains.
    /// No such name is Unreachable with that text; a name without records of the type is an empty answer.
    void query(std::string server, std::string name, DnsRecordType type, Duration timeout,
               std::function<void(Result<DnsAnswer>)> done);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Host and port of "host:port", "[::1]:port". Invalid otherwise.
[[nodiscard]] Result<std::pair<std::string, std::uint16_t>> splitHostPort(std::string_view text);

} // namespace vigie
