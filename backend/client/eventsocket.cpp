// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/eventsocket.h"

#include "backend/client/apireader.h"
#include "backend/client/tlsconfiguration.h"
#include "backend/domain/event.h"
#include "backend/domain/logging.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRandomGenerator>

#include <algorithm>

namespace vigie {

using StreamState = EventStream::State;

namespace {
constexpr quint64 outgoingFrame = 64U << 10U;

/// Exponential, with jitter between half and all of it, so that many consoles do not come back at once.
std::chrono::milliseconds backoffDelay(int attempt, const EventStreamOptions &options)
{
    const int doublings = std::min(attempt, 16);
    const auto full = std::min(options.maxBackoff, options.minBackoff * (1 << doublings));
    const double share = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
    return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(full.count()) * share));
}

QUrl webSocketUrl(const Endpoint &endpoint)
{
    QUrl url = endpoint.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment
                                     | QUrl::StripTrailingSlash);
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    const QString path = url.path() == QLatin1String("/") ? QString() : url.path();
    url.setPath(path + QLatin1String("/ws/notifications"));
    return url;
}
} // namespace

EventSocket::EventSocket(std::shared_ptr<EventExchange> exchange, const EventStreamOptions &options)
    : m_exchange(std::move(exchange))
    , m_options(options)
{
    for (QTimer *timer : {&m_retry, &m_handshake, &m_silence})
        timer->setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_retry, &QTimer::timeout, this, &EventSocket::connectSocket);
    connect(&m_silence, &QTimer::timeout, this, &EventSocket::checkSilence);
    connect(&m_handshake, &QTimer::timeout, this,
            [this] { failed({.code = Error::Code::Timeout, .detail = "no greeting on the event stream"}); });
}

EventSocket::~EventSocket()
{
    closeSocket();
}

void EventSocket::start(Start start)
{
    closeSocket();
    m_start = std::move(start);
    m_lastSeq = m_start.since;
    m_epoch = m_start.epoch;
    m_attempts = 0;
    m_running = true;
    connectSocket();
}

void EventSocket::stop()
{
    m_running = false;
    m_retry.stop();
    closeSocket();
}

void EventSocket::retryNow()
{
    const bool silent = m_live && std::chrono::milliseconds(m_heard.elapsed()) >= m_options.silence;
    if (!m_running || (!m_retry.isActive() && !silent))
        return;
    m_exchange->write(m_start.generation, [silent](EventExchange::Draft &draft) {
        draft.content.nextAttempt.reset();
        if (silent)
            draft.content.state = StreamState::Lost;
    });
    connectSocket();
}

void EventSocket::connectSocket()
{
    closeSocket();
    m_retry.stop();
    m_parser = std::make_unique<EventParser>();
    // Without an origin: the daemon refuses those of browsers.
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(m_options.maxMessage);
    m_socket->setMaxAllowedIncomingFrameSize(m_options.maxMessage);
    m_socket->setOutgoingFrameSize(outgoingFrame);
    const QUrl url = webSocketUrl(m_start.endpoint);
    if (url.scheme() == QLatin1String("wss")) {
        const auto tls = tlsConfiguration(m_start.endpoint.tls);
        if (!tls) {
            failed(tls.error());
            return;
        }
        m_socket->setSslConfiguration(*tls);
    }
    if (QHostAddress(url.host()).isLoopback())
        m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QWebSocket::connected, this, &EventSocket::subscribe);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &EventSocket::readFrame);
    connect(m_socket, &QWebSocket::disconnected, this, [this] { failed(socketError()); });
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { failed(socketError()); });
    QNetworkRequest request(url);
    if (!m_start.accessToken.empty())
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(m_start.accessToken));
    m_handshake.start(m_options.handshake);
    m_socket->open(request);
}

void EventSocket::closeSocket()
{
    m_live = false;
    m_handshake.stop();
    m_silence.stop();
    if (m_socket == nullptr)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // It may be the sender of what we are in.
    m_socket->deleteLater();
    m_socket = nullptr;
}

Error EventSocket::socketError() const
{
    const QString text = m_socket->errorString();
    if (text.contains(QLatin1String(" 401")))
        return {.code = Error::Code::Unauthenticated, .detail = text.toStdString()};
    if (text.contains(QLatin1String(" 403")))
        return {.code = Error::Code::Denied, .detail = text.toStdString()};
    std::string detail = "event stream: " + text.toStdString();
    if (m_live)
        detail += " (close code " + std::to_string(m_socket->closeCode()) + ")";
    return {.code = Error::Code::Unreachable, .detail = std::move(detail)};
}

void EventSocket::subscribe()
{
    Json message;
    message.set("op", Json("subscribe"));
    Json::Array topics;
    for (const Topic topic : {Topic::Incidents, Topic::Sources, Topic::Metrics})
        topics.emplace_back(topicName(topic));
    message.set("topics", Json(std::move(topics)));
    message.set("since", Json(m_lastSeq));
    if (const auto epoch = parseJson(m_epoch); epoch && !epoch->isNull())
        message.set("epoch", *epoch);
    m_socket->sendTextMessage(QString::fromStdString(message.dump()));
}

void EventSocket::readFrame(const QString &frame)
{
    m_heard.start();
    const QByteArray utf8 = frame.toUtf8();
    auto events = m_parser->parse({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    if (!events) {
        failed(events.error());
        return;
    }
    m_resyncReason.clear();
    m_exchange->write(m_start.generation, [this, &events](EventExchange::Draft &draft) {
        draft.content.heard = true;
        if (m_live)
            draft.content.state = StreamState::Live;
        for (StreamEvent &event : *events) {
            apply(draft, event);
            if (!m_resyncReason.empty())
                return;
        }
    });
    if (!m_resyncReason.empty())
        resync(m_resyncReason);
}

void EventSocket::apply(EventExchange::Draft &draft, StreamEvent &event)
{
    if (event.isDurable()) {
        applyDurable(draft, event);
        return;
    }
    if (auto *samples = std::get_if<SampleBatch>(&event.data))
        draft.events.add(std::move(*samples));
    else if (auto *status = std::get_if<SourceStatus>(&event.data))
        draft.events.add(std::move(*status)); // newer figures only: nothing that happened, so without a seq
    else if (const auto *tick = std::get_if<StreamEvent::Tick>(&event.data))
        draft.content.serverTime = m_serverTime = tick->now;
    else if (std::holds_alternative<StreamEvent::Hello>(event.data))
        applyHello(draft, event);
    else if (std::holds_alternative<StreamEvent::Resync>(event.data))
        m_resyncReason = "the daemon asks for it";
    else if (std::holds_alternative<StreamEvent::Unreadable>(event.data))
        draft.events.countUnreadable();
}

void EventSocket::applyDurable(EventExchange::Draft &draft, StreamEvent &event)
{
    if (event.seq <= m_lastSeq)
        return;
    if (event.seq != m_lastSeq + 1) {
        m_resyncReason
            = "events " + std::to_string(m_lastSeq + 1) + " to " + std::to_string(event.seq - 1) + " are missing";
        return;
    }
    m_lastSeq = event.seq;
    draft.events.count(event.seq);
    if (auto *incident = std::get_if<Incident>(&event.data)) {
        draft.events.add(api::changeOf(event.type, event.seq, {}, *incident));
        draft.events.add(std::move(*incident));
    } else if (auto *status = std::get_if<SourceStatus>(&event.data)) {
        draft.events.add(api::changeOf(event.type, event.seq, {}, *status));
        draft.events.add(std::move(*status));
    } else if (auto *removed = std::get_if<StreamEvent::Removed>(&event.data)) {
        draft.events.add(api::removalOf(event.type, event.seq, m_serverTime, removed->id));
        draft.events.remove(std::move(removed->id));
    } else {
        draft.events.countUnreadable();
    }
}

void EventSocket::applyHello(EventExchange::Draft &draft, const StreamEvent &event)
{
    const auto &hello = std::get<StreamEvent::Hello>(event.data);
    draft.content.serverTime = m_serverTime = hello.now;
    const bool otherEpoch = !m_epoch.empty() && m_epoch != "null" && !hello.epoch.empty() && hello.epoch != m_epoch;
    if (hello.resync || otherEpoch || event.seq < m_lastSeq) {
        m_resyncReason = hello.resync ? "the daemon no longer has what was missed"
            : otherEpoch              ? "the daemon has a new event log"
                                      : "the daemon's event log went back";
        return;
    }
    m_epoch = hello.epoch;
    m_attempts = 0;
    m_handshake.stop();
    m_silence.start(m_options.silence);
    draft.content.state = StreamState::Live;
    if (!std::exchange(m_live, true))
        ++draft.content.connections;
}

void EventSocket::checkSilence()
{
    const std::chrono::milliseconds silent(m_heard.elapsed());
    if (silent >= m_options.giveUp) {
        failed({.code = Error::Code::Timeout,
                .detail = "nothing was heard for " + std::to_string(silent.count()) + " ms"});
        return;
    }
    const bool stale = silent >= m_options.silence;
    if (stale) {
        m_exchange->write(m_start.generation,
                          [](EventExchange::Draft &draft) { draft.content.state = StreamState::Stale; });
    }
    m_silence.start((stale ? m_options.giveUp : m_options.silence) - silent);
}

void EventSocket::failed(Error error)
{
    if (!m_running)
        return;
    closeSocket();
    log::info("client", "event stream lost", {{"detail", error.detail}});
    const std::chrono::milliseconds delay = backoffDelay(m_attempts++, m_options);
    m_retry.start(delay);
    m_exchange->write(m_start.generation, [&error, delay](EventExchange::Draft &draft) {
        draft.content.state = StreamState::Lost;
        draft.content.nextAttempt = std::chrono::steady_clock::now() + delay;
        draft.content.failures.push_back(std::move(error));
    });
}

void EventSocket::resync(std::string reason)
{
    stop();
    log::info("client", "events are missing, loading everything again", {{"reason", reason}});
    m_exchange->write(m_start.generation, [&reason](EventExchange::Draft &draft) {
        draft.content.state = StreamState::Stopped;
        draft.content.resync = std::move(reason);
    });
}

} // namespace vigie
