// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/responder.h"

#include "backend/domain/logging.h"

namespace vigie {

Responder::Responder(std::shared_ptr<ResponseChannel> channel, std::uint64_t exchange, std::string requestId)
    : m_state(std::make_shared<State>())
{
    m_state->channel = std::move(channel);
    m_state->exchange = exchange;
    m_state->requestId = std::move(requestId);
}

void Responder::send(Response response) const
{
    if (m_state->answered.exchange(true)) {
        const log::Correlation correlation(m_state->requestId);
        log::error("server", "A request was answered twice; the second answer is dropped");
        return;
    }
    m_state->channel->respond(m_state->exchange, std::move(response));
}

Responder::State::~State()
{
    if (answered.exchange(true))
        return;
    const log::Correlation correlation(requestId);
    log::error("server", "A request was given up without an answer");
    channel->respond(
        exchange,
        vigie::problem({.code = Error::Code::Internal, .detail = "the request was given up without an answer"},
                       requestId));
}

} // namespace vigie
