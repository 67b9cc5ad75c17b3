// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/eventbatch.h"
#include "backend/client/workerthread.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace vigie {

struct EventStreamOptions {
    std::chrono::milliseconds silence {5'000}; ///< no frame for so long: Stale (2.5 times the daemon's tick)
    std::chrono::milliseconds giveUp {10'000}; ///< no frame for so long: drop the connection and make a new one
    std::chrono::milliseconds handshake {10'000};
    std::chrono::milliseconds minBackoff {250};
    std::chrono::milliseconds maxBackoff {10'000};
    std::chrono::milliseconds coalesce {16}; ///< shortest time between two batches
    std::size_t maxSamples {200'000}; ///< kept for a reader that does not keep up
    std::size_t maxMessage {4U << 20U}; ///< bytes of one frame
};

class EventExchange;

/// The live events of one daemon (/ws/notifications). The socket and the parsing are in the worker; this object lives
/// in the GUI thread and emits merged batches there, at most one every 16 ms. It connects, subscribes from the last seq
/// it has, reconnects with exponential back-off and jitter until stop(), never gives a durable event twice (seq <= last
/// is dropped) and never leaves one out: a hole in seq, another epoch or the daemon's "resync" ends the stream with
/// resyncNeeded(); the owner loads a snapshot and calls start() again from its seq.
class EventStream : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t {
        Stopped,
        Connecting,
        Live,
        Stale, ///< connected, but silent for too long
        Lost, ///< no connection; another attempt follows by itself
    };
    Q_ENUM(State)

    EventStream(WorkerThread &worker, EventStreamOptions options, QObject *parent = nullptr);
    ~EventStream() override;

    /// Begins with the durable events after `since`. `epoch`: JSON text as in SystemStatus.
    void start(const Endpoint &endpoint, std::string accessToken, std::int64_t since, std::string epoch);
    void stop();
    /// For the next attempt to connect; what comes after a new login.
    void setAccessToken(std::string accessToken);
    void setEndpoint(const Endpoint &endpoint);
    /// Do not wait: connect now, also where a connection is silent.
    void retryNow();

    State state() const { return m_state; }
    std::int64_t lastSeq() const { return m_lastSeq; } ///< of what was emitted
    /// Until the next attempt to connect begins; 0 while one is under way; nullopt while there is no need of one.
    std::optional<std::chrono::milliseconds> nextAttemptIn() const;
    /// Connections that reached Live since the construction.
    std::uint64_t connections() const { return m_connections; }

Q_SIGNALS:
    void stateChanged(vigie::EventStream::State state);
    void events(const vigie::EventBatch &batch);
    /// Any frame came, a tick too: the connection lives. At most one every 16 ms.
    void heard(vigie::Timestamp serverTime);
    /// The stream has stopped; load a snapshot and start again.
    void resyncNeeded(const QString &reason);
    /// An attempt to connect or a connection failed. Unauthenticated or Denied when the daemon refused the token.
    void failed(const vigie::Error &error);

private:
    struct Core; // lives in the worker
    void wake();
    void deliver();
    void setState(State state);

    WorkerThread &m_worker;
    EventStreamOptions m_options;
    Mailbox m_inbox;
    std::shared_ptr<EventExchange> m_exchange;
    std::shared_ptr<Core> m_core;
    QTimer m_pace;
    QElapsedTimer m_sinceDelivery;
    State m_state {State::Stopped};
    std::uint64_t m_generation {0}; ///< of start(): what an older one still says is not heard
    std::int64_t m_lastSeq {0};
    std::uint64_t m_connections {0};
    std::optional<SteadyTime> m_nextAttempt;
};

} // namespace vigie
