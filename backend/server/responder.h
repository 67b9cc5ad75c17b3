// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/response.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

namespace vigie {

/// Where an answer goes. Any thread; an answer to an exchange that ended meanwhile is dropped.
class ResponseChannel {
public:
    virtual ~ResponseChannel() = default;
    virtual void respond(std::uint64_t exchange, Response response) = 0;
};

/// The right and the duty to answer one request: from any thread, at any time, exactly once. Copies share that duty.
/// A second answer is dropped and logged; when the last copy goes without an answer, the client gets a 500.
class Responder {
public:
    Responder(std::shared_ptr<ResponseChannel> channel, std::uint64_t exchange, std::string requestId);

    void send(Response response) const;
    void json(std::string body, int status = 200) const { send(Response::json(std::move(body), status)); }
    void noContent() const { send(Response::noContent()); }
    void problem(const Error &error) const { send(vigie::problem(error, requestId())); }
    const std::string &requestId() const { return m_state->requestId; }

private:
    struct State {
        std::shared_ptr<ResponseChannel> channel;
        std::uint64_t exchange {0};
        std::string requestId;
        std::atomic<bool> answered {false};
        ~State();
    };
    std::shared_ptr<State> m_state;
};

} // namespace vigie
