// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apiclient.h"

#include <QObject>

#include <memory>

namespace vigie {

/// Tries one address and token, apart from the session: logs in, asks for the status, logs out. Exactly one of
/// succeeded() and failed() follows start(), unless this is destroyed before: then neither. GUI thread.
class ConnectionTest : public QObject {
    Q_OBJECT
public:
    /// `worker` outlives this.
    explicit ConnectionTest(WorkerThread &worker, QObject *parent = nullptr);
    ~ConnectionTest() override;
    /// A test that is still under way is dropped.
    void start(const Endpoint &endpoint, const std::string &token);

Q_SIGNALS:
    void succeeded(const vigie::SystemStatus &status, const QString &user);
    void failed(const vigie::Error &error);

private:
    WorkerThread &m_worker;
    std::unique_ptr<ApiClient> m_api;
};

} // namespace vigie
