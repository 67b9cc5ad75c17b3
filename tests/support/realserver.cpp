// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/realserver.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

namespace vigie::test {

namespace {
sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connectTo(std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience {2, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const sockaddr_in address = loopback(port);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return fd;
    ::close(fd);
    return -1;
}

/// The child's pid, or -1. By posix_spawn(3) and not QProcess: the clone(2) in there makes the thread sanitizer write
/// the child's bookkeeping into the parent, which then sees no lock of its main thread any more.
pid_t spawn(const QString &program, const QStringList &arguments, const QString &folder, const QString &logFile)
{
    std::vector<QByteArray> words {program.toLocal8Bit()};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions {};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addchdir_np(&actions, folder.toLocal8Bit().constData());
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, logFile.toLocal8Bit().constData(),
                                       O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, words[0].constData(), &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? pid : -1;
}

/// Looks every 10 ms whether the child has ended; false when it has not within `patience`.
bool waitForEnd(pid_t pid, std::chrono::milliseconds patience, int &status)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (::waitpid(pid, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() >= deadline)
            return false;
        ::poll(nullptr, 0, 10);
    }
    return true;
}
} // namespace

std::uint16_t freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(fd, reinterpret_cast<const sockaddr *>(&address), size);
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(fd);
    return ntohs(address.sin_port);
}

std::optional<HttpReply> httpExchange(std::uint16_t port, const std::string &path, const std::string &body)
{
    const int fd = connectTo(port);
    if (fd < 0)
        return std::nullopt;
    std::string request
        = (body.empty() ? "GET " : "POST ") + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    if (!body.empty())
        request += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    request += "\r\n" + body;
    std::string answer;
    if (::send(fd, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())) {
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(fd, buffer, sizeof buffer, 0)) > 0;)
            answer.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(fd);
    const std::size_t end = answer.find("\r\n\r\n");
    if (!answer.starts_with("HTTP/1.") || end == std::string::npos)
        return std::nullopt;
    return HttpReply {std::atoi(answer.c_str() + 9), answer.substr(end + 4)};
}

RealServer::RealServer() = default;

RealServer::~RealServer()
{
    stop();
}

QString RealServer::find(const QString &program)
{
    return QStandardPaths::findExecutable(program);
}

int RealServer::run(const QString &program, const QStringList &arguments)
{
    const QTemporaryDir folder;
    const pid_t pid = spawn(program, arguments, folder.path(), folder.filePath(QStringLiteral("log")));
    int status = 0;
    if (pid < 0)
        return -1;
    if (!waitForEnd(pid, std::chrono::seconds(30), status)) {
        ::kill(pid, SIGKILL);
        ::waitpid(pid, &status, 0);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

QString RealServer::write(const QString &name, const QByteArray &text) const
{
    const QString path = QDir(m_folder.path()).filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return path;
}

bool RealServer::start(const QString &program, const QStringList &arguments, std::uint16_t port,
                       const std::string &readyPath)
{
    m_port = port;
    m_pid = spawn(program, arguments, m_folder.path(), m_folder.filePath(QStringLiteral("output.log")));
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(15);
    while (std::chrono::steady_clock::now() < deadline && !hasEnded()) {
        if (readyPath.empty()) {
            if (const int fd = connectTo(port); fd >= 0) {
                ::close(fd);
                return true;
            }
        } else if (const auto reply = httpExchange(port, readyPath); reply && reply->status / 100 == 2) {
            return true;
        }
        ::poll(nullptr, 0, 20);
    }
    return false;
}

bool RealServer::hasEnded()
{
    if (m_pid > 0 && ::waitpid(static_cast<pid_t>(m_pid), nullptr, WNOHANG) != 0)
        m_pid = -1;
    return m_pid < 0;
}

void RealServer::stop()
{
    if (hasEnded())
        return;
    const auto pid = static_cast<pid_t>(m_pid);
    int status = 0;
    ::kill(pid, SIGTERM);
    if (!waitForEnd(pid, std::chrono::seconds(3), status)) {
        ::kill(pid, SIGKILL);
        ::waitpid(pid, &status, 0);
    }
    m_pid = -1;
}

QByteArray RealServer::output() const
{
    QFile file(m_folder.filePath(QStringLiteral("output.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<RealServer> startPrometheus(const PrometheusSetup &setup, QString &why)
{
    const QString program = RealServer::find(QStringLiteral("prometheus"));
    if (program.isEmpty()) {
        why = QStringLiteral("Debian package prometheus is not installed");
        return nullptr;
    }
    auto server = std::make_unique<RealServer>();
    QByteArray config
        = "global:\n  scrape_interval: 200ms\n  scrape_timeout: 200ms\n  evaluation_interval: 200ms\n" + setup.globals;
    if (!setup.rules.isEmpty()) {
        server->write(QStringLiteral("rules.yml"), setup.rules);
        config += "rule_files: [rules.yml]\n";
    }
    if (!setup.alerting.isEmpty())
        config += "alerting:\n" + setup.alerting;
    if (!setup.scrapeConfigs.isEmpty())
        config += "scrape_configs:\n" + setup.scrapeConfigs;
    const QString file = server->write(QStringLiteral("prometheus.yml"), config);
    const std::uint16_t port = freePort();
    const QString address = QStringLiteral("127.0.0.1:") + QString::number(port);
    const QStringList arguments {QStringLiteral("--config.file=") + file,
                                 QStringLiteral("--storage.tsdb.path=") + server->folder() + QStringLiteral("/data"),
                                 QStringLiteral("--web.listen-address=") + address,
                                 QStringLiteral("--web.enable-lifecycle"),
                                 QStringLiteral("--rules.alert.resend-delay=1s"),
                                 QStringLiteral("--log.level=warn")};
    if (!server->start(program, arguments, port, "/-/ready")) {
        why = QStringLiteral("prometheus does not start: ") + QString::fromUtf8(server->output());
        return nullptr;
    }
    return server;
}

std::unique_ptr<RealServer> startAlertmanager(const QByteArray &receiver, QString &why)
{
    const QString program = RealServer::find(QStringLiteral("prometheus-alertmanager"));
    if (program.isEmpty()) {
        why = QStringLiteral("Debian package prometheus-alertmanager is not installed");
        return nullptr;
    }
    auto server = std::make_unique<RealServer>();
    const QByteArray config = "route:\n  receiver: all\n  group_by: ['...']\n  group_wait: 100ms\n"
                              "  group_interval: 500ms\n  repeat_interval: 1h\nreceivers:\n- name: all\n"
        + receiver;
    const QString file = server->write(QStringLiteral("alertmanager.yml"), config);
    const std::uint16_t port = freePort();
    const QStringList arguments {QStringLiteral("--config.file=") + file,
                                 QStringLiteral("--storage.path=") + server->folder() + QStringLiteral("/data"),
                                 QStringLiteral("--web.listen-address=127.0.0.1:") + QString::number(port),
                                 QStringLiteral("--cluster.listen-address="), QStringLiteral("--log.level=warn")};
    if (!server->start(program, arguments, port, "/-/ready")) {
        why = QStringLiteral("alertmanager does not start: ") + QString::fromUtf8(server->output());
        return nullptr;
    }
    return server;
}

std::unique_ptr<RealServer> startNodeExporter(QString &why)
{
    const QString program = RealServer::find(QStringLiteral("prometheus-node-exporter"));
    if (program.isEmpty()) {
        why = QStringLiteral("Debian package prometheus-node-exporter is not installed");
        return nullptr;
    }
    auto server = std::make_unique<RealServer>();
    const std::uint16_t port = freePort();
    const QStringList arguments {QStringLiteral("--web.listen-address=127.0.0.1:") + QString::number(port),
                                 QStringLiteral("--collector.disable-defaults"), QStringLiteral("--collector.loadavg"),
                                 QStringLiteral("--collector.meminfo")};
    if (!server->start(program, arguments, port, "/metrics")) {
        why = QStringLiteral("node_exporter does not start: ") + QString::fromUtf8(server->output());
        return nullptr;
    }
    return server;
}

} // namespace vigie::test
