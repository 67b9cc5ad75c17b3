// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/remote/remoteclient.h"
#include "tests/support/realserver.h"

#include <memory>

namespace vigie::test {

/// A real vigied with its data in a temporary folder; restart() keeps port and data.
class RunningDaemon {
public:
    /// `yaml`: configuration beyond port and log. False and output() when it does not come up.
    bool start(const QByteArray &yaml = "host: {enabled: false}\n");
    void stop() { m_server->stop(); }
    void kill(); ///< SIGKILL, and waits until it is gone
    bool restart();
    bool writeConfig(const QByteArray &yaml);
    void hangUp() const; ///< SIGHUP

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    std::uint16_t port() const { return m_port; }
    qint64 pid() const { return m_server->pid(); }
    QString folder() const { return m_folder.path(); }
    /// Everything it wrote since the first start.
    QByteArray output() const { return m_log + m_server->output(); }
    std::string token() const;
    /// Logged in with the token of the data folder.
    std::unique_ptr<RemoteClient> client() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RealServer> m_server;
    QByteArray m_log; ///< of the servers before the present one
    std::uint16_t m_port {0};
};

} // namespace vigie::test
