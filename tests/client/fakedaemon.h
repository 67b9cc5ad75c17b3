// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vigie::test {

/// A daemon in memory on a free loopback port: REST and event stream of the brief, as far as the console's client needs
/// them, with switches for everything that can go wrong. Lives in the test's thread.
class FakeDaemon : public QObject {
    Q_OBJECT
public:
    struct Reply {
        int status {200};
        QByteArray body;
        QByteArray contentType {"application/json"};
        bool hang {false}; ///< never answer
        bool cut {false}; ///< promise more than is sent, then close
    };
    struct Seen {
        QByteArray method, path, body, authorization, idempotencyKey;
    };
    /// Asked first; nullopt lets the daemon answer by itself.
    std::function<std::optional<Reply>(const Seen &)> intercept;

    explicit FakeDaemon(quint16 port = 0);
    ~FakeDaemon() override;
    quint16 port() const { return m_tcp.serverPort(); }
    Endpoint endpoint() const;
    const QList<Seen> &seen() const { return m_seen; }
    int subscriptions() const { return m_subscriptions; }
    int clients() const { return static_cast<int>(m_sockets.size()); }

    // The world.
    std::string token {"secret"};
    std::string epoch {"\"e1\""};
    std::size_t keepEvents {100'000};
    bool refuseStream {false}; ///< 401 in the handshake
    bool silent {false}; ///< the greeting comes, ticks do not
    std::int64_t seq() const { return m_seq; }
    std::map<std::string, Incident> incidents;
    std::map<std::string, SourceStatus> sources;

    /// Stores and publishes; a durable event with the next seq.
    void put(Incident incident);
    void put(const SourceStatus &status);
    void removeSource(const std::string &id);
    /// What changed while nobody may know: no event.
    void putSilently(const Incident &incident) { incidents[incident.id.value] = incident; }
    void skipSeq() { ++m_seq; }
    void sendSamples(std::int64_t micros, const std::vector<std::pair<std::string, double>> &samples);
    void tick();
    void sendRaw(const QString &frame);
    void dropClients(); ///< at once, what is not sent yet is lost
    void closeClients(); ///< after what was sent
    void forgetTokens() { m_accessTokens.clear(); }
    /// As after a restart with a new event log.
    void restartLog(std::string newEpoch);

    static Incident incident(const std::string &id, const std::string &title = "Disk full");
    static SourceStatus source(const std::string &id, SourceState state = SourceState::Up);

private:
    void accept();
    void read(QTcpSocket *socket);
    bool upgrade(QTcpSocket *socket, const QByteArray &head);
    void write(QTcpSocket *socket, const Reply &reply);
    Reply answer(const Seen &seen);
    Reply answerIncidents(const Seen &seen);
    Reply answerEvents();
    Reply answerChange(const Seen &seen);
    Reply logIn(const Seen &seen);
    void subscribe(QWebSocket *socket, const QString &text);
    void publish(const std::string &type, const std::string &data);

    QTcpServer m_tcp;
    QWebSocketServer m_web;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QWebSocket *> m_sockets;
    QList<QWebSocket *> m_subscribed;
    QList<Seen> m_seen;
    std::vector<std::string> m_accessTokens;
    std::vector<std::pair<std::int64_t, std::string>> m_log;
    std::int64_t m_seq {0};
    int m_tokens {0};
    int m_subscriptions {0};
    int m_pageSize {1000};
};

} // namespace vigie::test
