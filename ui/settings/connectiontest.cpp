// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectiontest.h"

namespace vigie {

ConnectionTest::ConnectionTest(WorkerThread &worker, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
{
}

ConnectionTest::~ConnectionTest()
{
    // A request that waits is answered Cancelled while its client ends, and whoever listens may be half gone by then:
    // with m_api empty before that, nothing is said.
    const std::unique_ptr<ApiClient> ending = std::move(m_api);
}

void ConnectionTest::start(const Endpoint &endpoint, const std::string &token)
{
    m_api = std::make_unique<ApiClient>(m_worker, endpoint);
    ApiClient *const api = m_api.get();
    // An answer of a client that was replaced meanwhile comes as Cancelled; nobody wants to hear of it.
    const auto stillMine = [this, api] { return m_api.get() == api; };
    whenDone(api->login(token), this, [this, api, stillMine](const Result<Login> &login) {
        if (!stillMine())
            return;
        if (!login) {
            Q_EMIT failed(login.error());
            return;
        }
        api->setAccessToken(login->accessToken);
        const QString user = QString::fromStdString(login->user.name);
        whenDone(api->systemStatus(), this, [this, api, stillMine, user](const Result<SystemStatus> &status) {
            if (!stillMine())
                return;
            whenDone(api->logout(), this, [](const Result<> &) {});
            if (status)
                Q_EMIT succeeded(*status, user);
            else
                Q_EMIT failed(status.error());
        });
    });
}

} // namespace vigie
