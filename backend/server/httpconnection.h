// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/requestparser.h"
#include "backend/server/responder.h"
#include "backend/server/servercore.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

/// One HTTP connection: reads a request, has it answered, writes, begins again. One request at a time, so what a client
/// sends ahead waits in the kernel. Lives on the I/O thread; only respond() comes from elsewhere.
class HttpConnection final : public ResponseChannel, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(std::shared_ptr<ServerCore> core, EdgeSocket socket, std::string peer, bool peerIsLoopback);
    ~HttpConnection() override;
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    void start();
    void respond(std::uint64_t exchange, Response response) override;
    /// Called now and then: ends what took too long.
    void checkDeadline(SteadyTime now);
    /// Closes now when idle, else after the request under way.
    void endSoon();
    void close();

private:
    enum class Phase : std::uint8_t { Head, Body, Ready, Running, Write, Drain, Closed };
    using ErrorCode = boost::system::error_code;

    void advance();
    bool step(); ///< one step of the phase; false: wait for the socket or for an answer
    bool readHead();
    bool readBody();
    bool runHandler();
    bool write();
    void afterWrite();
    void refuse(Response response);
    void refuse(int status, Error::Code code, std::string detail);
    void prepare(const Response &response);
    void takeAnswer(Response response);
    bool upgrade();
    void continueBody();

    void read();
    void onRead(const ErrorCode &error, std::size_t bytes);
    void makeRoom();
    std::string_view pending() const { return {m_in.data() + m_begin, m_end - m_begin}; }
    void setPhase(Phase phase, Duration limit);
    void resetForNext();
    bool isIdle() const;
    // NOLINTNEXTLINE(bugprone-unchecked-optional-access): there from the constructor on; only renewed
    RequestParser &parser() { return *m_parser; }

    std::shared_ptr<ServerCore> m_core;
    EdgeSocket m_socket;
    Phase m_phase {Phase::Head};
    SteadyTime m_deadline {};
    SteadyTime m_requestAt {};
    std::uint64_t m_exchange {0};
    std::vector<char> m_in;
    std::size_t m_begin {0};
    std::size_t m_end {0};
    std::size_t m_drained {0};
    HeadStorage m_head; ///< what the request's views look at
    Request m_request;
    std::optional<RequestParser> m_parser;
    std::string m_out; ///< head of the answer, and its body when small
    Response m_response; ///< keeps a large body
    std::string_view m_outBody;
    std::size_t m_written {0};
    int m_inARow {0};
    bool m_reading {false};
    bool m_inHandler {false};
    bool m_answered {false};
    bool m_keepAlive {true};
    bool m_endSoon {false};
    bool m_gone {false}; ///< left the core: closed or upgraded
};

} // namespace vigie
