// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <string>

class QNetworkReply;

namespace vigie {

struct TransportRequest {
    Endpoint endpoint;
    QByteArray verb;
    QByteArray path; ///< encoded, below the endpoint's URL
    std::string body;
    std::string accessToken;
    std::string idempotencyKey; ///< empty: none is sent
};

/// HTTP exchanges with a daemon. Lives in the worker thread, where it is made, used and destroyed. Redirects are not
/// followed and no cookies are kept: the token goes to the configured address only.
class ApiTransport final : public QObject {
public:
    using Done = std::function<void(Result<QByteArray>)>;
    ApiTransport();
    /// Aborts what runs; its `done` is not called any more.
    ~ApiTransport() override;
    /// `done` is called exactly once: the body of a 2xx answer, the Error of a problem document, or what went wrong.
    void send(const TransportRequest &request, Done done);

    static constexpr qint64 maxAnswer = 64 << 20; ///< bytes

private:
    QNetworkAccessManager m_network;
};

} // namespace vigie
