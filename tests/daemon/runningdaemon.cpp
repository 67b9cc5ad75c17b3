// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/runningdaemon.h"

#include <QFile>
#include <QTest>

#include <csignal>

namespace vigie::test {

bool RunningDaemon::writeConfig(const QByteArray &yaml)
{
    QFile file(m_folder.filePath(QStringLiteral("vigied.yaml")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    file.write("server: {port: " + QByteArray::number(m_port) + "}\n" + yaml);
    return true;
}

bool RunningDaemon::start(const QByteArray &yaml)
{
    m_port = freePort();
    return writeConfig(yaml) && restart();
}

bool RunningDaemon::restart()
{
    if (m_server)
        m_log += m_server->output();
    m_server = std::make_unique<RealServer>();
    return m_server->start(QStringLiteral(VIGIE_BIN_DIR "/vigied"),
                           {QStringLiteral("--config"), m_folder.filePath(QStringLiteral("vigied.yaml")),
                            QStringLiteral("--data-dir"), m_folder.path()},
                           m_port, "/health");
}

void RunningDaemon::kill()
{
    ::kill(static_cast<pid_t>(m_server->pid()), SIGKILL);
    m_server->stop();
}

void RunningDaemon::hangUp() const
{
    ::kill(static_cast<pid_t>(m_server->pid()), SIGHUP);
}

std::string RunningDaemon::token() const
{
    QFile file(m_folder.filePath(QStringLiteral("token")));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toStdString() : std::string();
}

std::unique_ptr<RemoteClient> RunningDaemon::client() const
{
    return std::make_unique<RemoteClient>(RemoteOptions {url(), token(), {}, std::chrono::seconds(10)});
}

} // namespace vigie::test
