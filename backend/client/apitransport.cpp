// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apitransport.h"

#include "backend/client/tlsconfiguration.h"
#include "backend/domain/wire.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QVariant>

#include <memory>

namespace vigie {

namespace {
/// Never keeps or sends a cookie.
class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

Error errorOfReply(const QNetworkReply &reply)
{
    const std::string text = reply.errorString().toStdString();
    switch (reply.error()) {
    case QNetworkReply::TimeoutError:
        return {.code = Error::Code::Timeout, .detail = text};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return {.code = Error::Code::Protocol, .detail = text};
    default:
        return {.code = Error::Code::Unreachable, .detail = text};
    }
}

Result<QByteArray> resultOfReply(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return tl::unexpected(errorOfReply(reply));
    QByteArray body = reply.readAll();
    if (status >= 400)
        return tl::unexpected(wire::readProblem(status, {body.constData(), static_cast<std::size_t>(body.size())}));
    if (status < 200 || status >= 300)
        return fail(Error::Code::Protocol, "unexpected HTTP status " + std::to_string(status));
    // The status line came, but the body was cut off.
    if (reply.error() != QNetworkReply::NoError)
        return tl::unexpected(errorOfReply(reply));
    return body;
}

QUrl urlOf(const TransportRequest &request)
{
    QByteArray base = request.endpoint.url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (base.endsWith('/'))
        base.chop(1);
    return QUrl::fromEncoded(base + request.path, QUrl::StrictMode);
}

QNetworkRequest networkRequestOf(const TransportRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest out(urlOf(request));
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setRawHeader("Accept", "application/json, application/problem+json");
    out.setRawHeader("User-Agent", "vigie/" VIGIE_VERSION);
    if (!request.body.empty())
        out.setRawHeader("Content-Type", "application/json");
    if (!request.idempotencyKey.empty())
        out.setRawHeader("Idempotency-Key", QByteArray::fromStdString(request.idempotencyKey));
    if (!request.accessToken.empty())
        out.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(request.accessToken));
    if (request.endpoint.url.scheme() == QLatin1String("https"))
        out.setSslConfiguration(tls);
    return out;
}
} // namespace

ApiTransport::ApiTransport()
{
    m_network.setCookieJar(new NoCookies(&m_network));
}

ApiTransport::~ApiTransport()
{
    const QList<QNetworkReply *> replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies) {
        reply->disconnect(this);
        reply->abort();
        delete reply;
    }
}

void ApiTransport::send(const TransportRequest &request, Done done)
{
    QSslConfiguration tls;
    if (request.endpoint.url.scheme() == QLatin1String("https")) {
        auto configuration = tlsConfiguration(request.endpoint.tls);
        if (!configuration) {
            done(tl::unexpected(configuration.error()));
            return;
        }
        tls = *configuration;
    }
    const QNetworkRequest out = networkRequestOf(request, tls);
    QNetworkReply *reply = request.verb == "GET"
        ? m_network.get(out)
        : m_network.sendCustomRequest(out, request.verb, QByteArray::fromStdString(request.body));
    // Why we ended it ourselves, when we did.
    const auto ended = std::make_shared<std::optional<Error>>();
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [reply, ended, ms = request.endpoint.timeout.count()] {
        *ended
            = Error {.code = Error::Code::Timeout, .detail = "no complete answer within " + std::to_string(ms) + " ms"};
        reply->abort();
    });
    connect(reply, &QNetworkReply::downloadProgress, this, [reply, ended](qint64 received, qint64) {
        if (received <= maxAnswer || *ended)
            return;
        *ended = Error {.code = Error::Code::TooLarge, .detail = "the answer is longer than 64 MiB"};
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, ended, done = std::move(done)] {
        reply->deleteLater();
        if (*ended)
            done(tl::unexpected(**ended));
        else
            done(resultOfReply(*reply));
    });
    timer->start(request.endpoint.timeout);
}

} // namespace vigie
