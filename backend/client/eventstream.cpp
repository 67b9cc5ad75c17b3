// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/eventstream.h"

#include "backend/client/eventexchange.h"
#include "backend/client/eventsocket.h"

namespace vigie {

/// Made and destroyed in the worker; both threads hold the shell, only the worker looks inside.
struct EventStream::Core {
    std::unique_ptr<EventSocket> socket;
};

EventStream::EventStream(WorkerThread &worker, EventStreamOptions options, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
    , m_options(options)
    , m_core(std::make_shared<Core>())
{
    m_exchange = std::make_shared<EventExchange>(m_options,
                                                 [this, inbox = m_inbox.address()] { inbox.post([this] { wake(); }); });
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &EventStream::deliver);
    m_worker.post([core = m_core, exchange = m_exchange, options] {
        core->socket = std::make_unique<EventSocket>(exchange, options);
    });
}

EventStream::~EventStream()
{
    m_worker.post([core = std::move(m_core)] { core->socket.reset(); });
}

void EventStream::start(const Endpoint &endpoint, std::string accessToken, std::int64_t since, std::string epoch)
{
    m_lastSeq = since;
    m_exchange->begin(++m_generation, State::Connecting);
    EventSocket::Start start {.generation = m_generation,
                              .endpoint = endpoint,
                              .accessToken = std::move(accessToken),
                              .since = since,
                              .epoch = std::move(epoch)};
    m_worker.post([core = m_core, start = std::move(start)] { core->socket->start(start); });
    setState(State::Connecting);
}

void EventStream::stop()
{
    m_exchange->begin(++m_generation, State::Stopped);
    m_worker.post([core = m_core] { core->socket->stop(); });
    setState(State::Stopped);
}

void EventStream::setAccessToken(std::string accessToken)
{
    m_worker.post([core = m_core, token = std::move(accessToken)] { core->socket->setAccessToken(token); });
}

void EventStream::setEndpoint(const Endpoint &endpoint)
{
    m_worker.post([core = m_core, endpoint] { core->socket->setEndpoint(endpoint); });
}

void EventStream::retryNow()
{
    m_worker.post([core = m_core] { core->socket->retryNow(); });
}

std::optional<std::chrono::milliseconds> EventStream::nextAttemptIn() const
{
    if (m_state != State::Lost)
        return std::nullopt;
    const auto left = m_nextAttempt.value_or(SteadyTime {}) - std::chrono::steady_clock::now();
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(left), std::chrono::milliseconds(0));
}

void EventStream::wake()
{
    if (m_pace.isActive())
        return;
    const auto wait = m_sinceDelivery.isValid()
        ? m_options.coalesce - std::chrono::milliseconds(m_sinceDelivery.elapsed())
        : std::chrono::milliseconds(0);
    if (wait.count() > 0)
        m_pace.start(wait);
    else
        deliver();
}

void EventStream::deliver()
{
    m_sinceDelivery.start();
    const std::uint64_t generation = m_generation;
    const EventExchange::Content content = m_exchange->fetch();
    m_connections = content.connections;
    m_nextAttempt = content.nextAttempt;
    // A slot may start or stop the stream: then the rest is of the past.
    const auto over = [this, generation] { return generation != m_generation; };
    if (content.heard)
        Q_EMIT heard(content.serverTime);
    if (!over() && !content.batch.empty()) {
        m_lastSeq = std::max(m_lastSeq, content.batch.seq);
        Q_EMIT events(content.batch);
    }
    if (!over())
        setState(content.state);
    for (const Error &error : content.failures) {
        if (!over())
            Q_EMIT failed(error);
    }
    if (!over() && content.resync)
        Q_EMIT resyncNeeded(QString::fromStdString(*content.resync));
}

void EventStream::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace vigie
