// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakedaemon.h"

#include "backend/domain/json.h"
#include "backend/domain/wire.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace vigie::test {

namespace {
QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

FakeDaemon::Reply problem(Error::Code code, const std::string &detail)
{
    return {wire::httpStatus(code), bytes([&] {
                std::string out;
                wire::append(out, Error {code, detail, {}}, "req-1");
                return out;
            }()),
            "application/problem+json"};
}

Json parsed(const QByteArray &body)
{
    return parseJson({body.constData(), static_cast<std::size_t>(body.size())}).value_or(Json());
}

template<typename Items>
std::string listOf(const Items &items)
{
    std::string out = "[";
    for (const auto &[id, item] : items) {
        if (out.size() > 1)
            out += ',';
        wire::append(out, item);
    }
    return out + "]";
}
} // namespace

FakeDaemon::FakeDaemon(quint16 port)
    : m_web(QStringLiteral("fake"), QWebSocketServer::NonSecureMode)
{
    connect(&m_tcp, &QTcpServer::newConnection, this, &FakeDaemon::accept);
    connect(&m_web, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_web.nextPendingConnection()) {
            m_sockets.append(socket);
            connect(socket, &QWebSocket::textMessageReceived, this,
                    [this, socket](const QString &text) { subscribe(socket, text); });
            connect(socket, &QWebSocket::disconnected, this, [this, socket] {
                m_sockets.removeAll(socket);
                m_subscribed.removeAll(socket);
                socket->deleteLater();
            });
        }
    });
    if (!m_tcp.listen(QHostAddress::LocalHost, port))
        qFatal("no free port");
}

FakeDaemon::~FakeDaemon()
{
    // At once, not later: their sockets end with the server.
    m_subscribed.clear();
    for (QWebSocket *socket : std::exchange(m_sockets, {})) {
        socket->disconnect(this);
        socket->abort();
        delete socket;
    }
    m_tcp.disconnect(this);
    m_tcp.close();
    // Kept alive by keep-alive clients otherwise.
    const auto sockets = m_tcp.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
    }
}

Endpoint FakeDaemon::endpoint() const
{
    Endpoint out;
    out.url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port()));
    out.timeout = std::chrono::seconds(5);
    return out;
}

void FakeDaemon::accept()
{
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeDaemon::read(QTcpSocket *socket)
{
    const QByteArray peeked = socket->peek(64 << 10);
    if (m_buffers.value(socket).isEmpty() && peeked.contains("\r\n\r\n") && upgrade(socket, peeked))
        return;
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Seen seen;
    qsizetype length = 0;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray lower = line.toLower();
        if (lower.startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
        if (lower.startsWith("authorization:"))
            seen.authorization = line.mid(14).trimmed();
        if (lower.startsWith("idempotency-key:"))
            seen.idempotencyKey = line.mid(16).trimmed();
    }
    if (buffer.size() < end + 4 + length)
        return;
    const QList<QByteArray> first = lines.first().split(' ');
    seen.method = first.value(0);
    seen.path = first.value(1);
    seen.body = buffer.mid(end + 4, length);
    buffer.clear();
    m_seen.append(seen);
    const auto own = intercept ? intercept(seen) : std::nullopt;
    write(socket, own ? *own : answer(seen));
}

bool FakeDaemon::upgrade(QTcpSocket *socket, const QByteArray &head)
{
    if (!head.toLower().contains("upgrade: websocket"))
        return false;
    const bool known = std::any_of(m_accessTokens.begin(), m_accessTokens.end(), [&head](const std::string &access) {
        return head.contains(bytes("Authorization: Bearer " + access + "\r\n"));
    });
    if (refuseStream || !known) {
        socket->readAll();
        socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
        return true;
    }
    socket->disconnect(this);
    m_web.handleConnection(socket);
    return true;
}

void FakeDaemon::write(QTcpSocket *socket, const Reply &reply)
{
    if (reply.hang)
        return;
    const qsizetype promised = reply.body.size() + (reply.cut ? 100 : 0);
    socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\nContent-Type: " + reply.contentType
                  + "\r\nContent-Length: " + QByteArray::number(promised) + "\r\n\r\n" + reply.body);
    if (reply.cut)
        socket->disconnectFromHost();
}

FakeDaemon::Reply FakeDaemon::logIn(const Seen &seen)
{
    if (seen.path == "/auth/login" && parsed(seen.body)["token"].toString() != token)
        return problem(Error::Code::Unauthenticated, "wrong token");
    m_accessTokens.push_back("access" + std::to_string(++m_tokens));
    Json user;
    user.set("name", Json("ann"));
    user.set("roles", Json(Json::Array {Json("operator")}));
    Json out;
    out.set("accessToken", Json(m_accessTokens.back()));
    out.set("expiresAt", Json(std::int64_t {4'102'444'800'000'000}));
    out.set("user", std::move(user));
    return {200, bytes(out.dump())};
}

FakeDaemon::Reply FakeDaemon::answer(const Seen &seen)
{
    const QByteArray path = seen.path.left(seen.path.indexOf('?') < 0 ? seen.path.size() : seen.path.indexOf('?'));
    if (path == "/health")
        return {200, R"({"status":"ok"})"};
    if (path == "/auth/login")
        return logIn(seen);
    const bool known = std::any_of(m_accessTokens.begin(), m_accessTokens.end(), [&](const std::string &access) {
        return seen.authorization == "Bearer " + bytes(access);
    });
    if (!known)
        return problem(Error::Code::Unauthenticated, "log in first");
    if (path == "/auth/refresh")
        return logIn(seen);
    if (path == "/auth/logout")
        return {204, {}};
    if (path == "/system/status")
        return {200,
                bytes(R"({"version":"0.1.0","startedAt":1,"now":1700000000000000,"hostname":"h","uptimeSeconds":5,)"
                      R"("epoch":)"
                      + epoch + R"(,"seq":)" + std::to_string(m_seq) + "}")};
    if (path == "/api/v1/incidents")
        return seen.method == "POST" ? answerChange(seen) : answerIncidents(seen);
    if (path.startsWith("/api/v1/incidents/"))
        return answerChange(seen);
    if (path == "/api/v1/sources")
        return {200, bytes("{\"items\":" + listOf(sources) + ",\"seq\":" + std::to_string(m_seq) + "}")};
    if (path == "/api/v1/events")
        return answerEvents();
    return problem(Error::Code::NotFound, "no such route");
}

FakeDaemon::Reply FakeDaemon::answerEvents()
{
    std::string items;
    for (std::size_t i = m_log.size() > 50 ? m_log.size() - 50 : 0; i < m_log.size(); ++i)
        items += (items.empty() ? "" : ",") + m_log[i].second;
    return {200, bytes("{\"items\":[" + items + "],\"seq\":" + std::to_string(m_seq) + "}")};
}

FakeDaemon::Reply FakeDaemon::answerIncidents(const Seen &seen)
{
    const QUrlQuery query(QUrl::fromEncoded(seen.path));
    const bool unresolvedOnly = query.queryItemValue(QStringLiteral("status")).contains(QLatin1String("open"));
    const std::string cursor = query.queryItemValue(QStringLiteral("cursor")).toStdString();
    const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
    std::string items;
    std::string next;
    int count = 0;
    for (auto it = incidents.upper_bound(cursor); it != incidents.end(); ++it) {
        if (unresolvedOnly && it->second.isClosed())
            continue;
        if (count == limit)
            break;
        items += count++ == 0 ? "" : ",";
        wire::append(items, it->second);
        next = it->first;
    }
    const bool more = count == limit && count > 0 && next != incidents.rbegin()->first;
    return {200,
            bytes("{\"items\":[" + items + "],\"next\":" + (more ? '"' + next + '"' : std::string("null"))
                  + ",\"total\":" + std::to_string(incidents.size()) + ",\"seq\":" + std::to_string(m_seq) + "}")};
}

FakeDaemon::Reply FakeDaemon::answerChange(const Seen &seen)
{
    const Json body = parsed(seen.body);
    if (seen.method == "POST" && seen.path == "/api/v1/incidents") {
        Incident made = incident("made" + std::to_string(m_seq), body["title"].toString());
        put(made);
        return {201, bytes(wire::text(made))};
    }
    const bool resolves = seen.path.endsWith("/resolve");
    QByteArray id = seen.path.mid(18);
    if (resolves)
        id.chop(8);
    const auto found = incidents.find(id.toStdString());
    if (found == incidents.end())
        return problem(Error::Code::NotFound, "no such incident");
    if (seen.method == "GET")
        return {200, bytes("{\"incident\":" + wire::text(found->second) + ",\"timeline\":[]}")};
    Incident changed = found->second;
    if (body.contains("version") && body["version"].toInteger() != changed.version)
        return problem(Error::Code::Conflict, "changed meanwhile");
    const auto status = statusFromName(body["status"].toString());
    if (found->second.isClosed() && status && *status != IncidentStatus::Open)
        return problem(Error::Code::Conflict, "a resolved incident must be reopened first");
    ++changed.version;
    if (resolves)
        changed.status = IncidentStatus::Resolved;
    if (status) {
        changed.status = *status;
        changed.snoozedUntil.reset();
    }
    if (body.contains("snoozedUntil"))
        changed.snoozedUntil = fromMicros(body["snoozedUntil"].toInteger());
    if (body["owner"].isString())
        changed.owner = body["owner"].toString();
    put(changed);
    return {200, bytes(wire::text(changed))};
}

void FakeDaemon::subscribe(QWebSocket *socket, const QString &text)
{
    ++m_subscriptions;
    const Json request = parsed(text.toUtf8());
    const std::int64_t since = request["since"].toInteger();
    const std::int64_t oldest = m_log.empty() ? m_seq + 1 : m_log.front().first;
    const bool sameEpoch = request["epoch"].dump() == epoch;
    const bool resync = !sameEpoch || since > m_seq || since + 1 < oldest;
    std::string frame = R"([{"type":"hello","seq":)" + std::to_string(m_seq) + R"(,"data":{"epoch":)" + epoch
        + R"(,"now":1700000000000000,"resync":)" + (resync ? "true" : "false") + "}}";
    if (!resync) {
        for (const auto &[number, event] : m_log) {
            if (number > since)
                frame += ',' + event;
        }
    }
    socket->sendTextMessage(QString::fromStdString(frame + "]"));
    m_subscribed.append(socket);
}

void FakeDaemon::publish(const std::string &type, const std::string &data)
{
    ++m_seq;
    std::string event = R"({"type":")" + type + R"(","seq":)" + std::to_string(m_seq) + R"(,"data":)" + data + "}";
    sendRaw(QString::fromStdString("[" + event + "]"));
    m_log.emplace_back(m_seq, std::move(event));
    if (m_log.size() > keepEvents)
        m_log.erase(m_log.begin());
}

void FakeDaemon::put(Incident incident)
{
    const bool isNew = !incidents.contains(incident.id.value);
    incidents[incident.id.value] = incident;
    publish(isNew                     ? "incident.created"
                : incident.isClosed() ? "incident.resolved"
                                      : "incident.updated",
            wire::text(incident));
}

void FakeDaemon::put(const SourceStatus &status)
{
    sources[status.id.value] = status;
    publish("source.changed", wire::text(status));
}

void FakeDaemon::removeSource(const std::string &id)
{
    sources.erase(id);
    publish("source.removed", R"({"id":")" + id + "\"}");
}

void FakeDaemon::sendSamples(std::int64_t micros, const std::vector<std::pair<std::string, double>> &samples)
{
    std::string list;
    for (const auto &[name, value] : samples) {
        list += list.empty() ? "[" : ",[";
        appendJsonString(list, name);
        list += ',';
        appendJsonNumber(list, value);
        list += ']';
    }
    sendRaw(QString::fromStdString(R"([{"type":"metrics.samples","seq":0,"data":{"t":)" + std::to_string(micros)
                                   + R"(,"source":"host","samples":[)" + list + "]}}]"));
}

void FakeDaemon::tick()
{
    if (!silent)
        sendRaw(QStringLiteral(R"([{"type":"tick","seq":0,"data":{"now":1700000001000000}}])"));
}

void FakeDaemon::sendRaw(const QString &frame)
{
    for (QWebSocket *socket : std::as_const(m_subscribed))
        socket->sendTextMessage(frame);
}

void FakeDaemon::dropClients()
{
    const QList<QWebSocket *> sockets = std::exchange(m_sockets, {});
    m_subscribed.clear();
    for (QWebSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void FakeDaemon::closeClients()
{
    m_subscribed.clear();
    const QList<QWebSocket *> sockets = m_sockets;
    for (QWebSocket *socket : sockets)
        socket->close();
}

void FakeDaemon::restartLog(std::string newEpoch)
{
    epoch = std::move(newEpoch);
    m_log.clear();
    m_seq = 0;
}

Incident FakeDaemon::incident(const std::string &id, const std::string &title)
{
    Incident out;
    out.id = {id};
    out.title = title;
    out.severity = Severity::High;
    out.startedAt = fromMicros(1'700'000'000'000'000);
    out.updatedAt = out.startedAt;
    return out;
}

SourceStatus FakeDaemon::source(const std::string &id, SourceState state)
{
    SourceStatus out;
    out.id = {id};
    out.name = "Source " + id;
    out.state = state;
    out.since = fromMicros(1'700'000'000'000'000);
    return out;
}

} // namespace vigie::test
