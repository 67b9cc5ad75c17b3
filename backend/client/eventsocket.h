// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/eventexchange.h"
#include "backend/client/eventparser.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include <memory>
#include <string>

namespace vigie {

/// The worker's half of EventStream: the socket, its watchdog and the order of events. Lives in the worker thread.
class EventSocket final : public QObject {
public:
    struct Start {
        std::uint64_t generation {0};
        Endpoint endpoint;
        std::string accessToken;
        std::int64_t since {0};
        std::string epoch;
    };
    EventSocket(std::shared_ptr<EventExchange> exchange, const EventStreamOptions &options);
    ~EventSocket() override;

    void start(Start start);
    void stop();
    void setAccessToken(std::string token) { m_start.accessToken = std::move(token); }
    void setEndpoint(const Endpoint &endpoint) { m_start.endpoint = endpoint; }
    void retryNow();

private:
    void connectSocket();
    void closeSocket();
    void subscribe();
    void readFrame(const QString &frame);
    void apply(EventExchange::Draft &draft, StreamEvent &event);
    void applyDurable(EventExchange::Draft &draft, StreamEvent &event);
    void applyHello(EventExchange::Draft &draft, const StreamEvent &event);
    void checkSilence();
    void failed(Error error);
    void resync(std::string reason);
    Error socketError() const;

    const std::shared_ptr<EventExchange> m_exchange;
    const EventStreamOptions m_options;
    Start m_start;
    bool m_running {false};
    bool m_live {false};
    int m_attempts {0};
    std::int64_t m_lastSeq {0};
    std::string m_epoch;
    Timestamp m_serverTime {}; ///< of the newest greeting or tick; a removal has no time of its own
    std::string m_resyncReason; ///< set while a frame is read; acted on after it
    std::unique_ptr<EventParser> m_parser;
    QWebSocket *m_socket {nullptr};
    QTimer m_retry;
    QTimer m_handshake;
    QTimer m_silence;
    QElapsedTimer m_heard;
};

} // namespace vigie
