// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace vigie::test {

/// A loopback port that was free a moment ago.
std::uint16_t freePort();

struct HttpReply {
    int status {0};
    std::string body;
};
/// One blocking exchange with 127.0.0.1, for setting a test up; nullopt when there is no answer within two seconds.
/// With a body a POST of JSON.
std::optional<HttpReply> httpExchange(std::uint16_t port, const std::string &path, const std::string &body = {});

/// A real server as a child process, on loopback, with its files in a temporary folder. Ends (by its pid) with the
/// object.
class RealServer {
public:
    RealServer();
    ~RealServer();
    RealServer(const RealServer &) = delete;
    RealServer &operator=(const RealServer &) = delete;

    /// Empty when the program is not installed; tests then skip and name the package.
    static QString find(const QString &program);

    /// Runs a program to its end (at most 30 s); its exit code, or -1.
    static int run(const QString &program, const QStringList &arguments);

    /// Writes a file into the server's folder; returns its path.
    QString write(const QString &name, const QByteArray &text) const;
    QString folder() const { return m_folder.path(); }

    /// Runs `program` and waits until GET `readyPath` on `port` answers 2xx, or only until the port takes connections
    /// when `readyPath` is empty. False when it does not within 15 s; output() says why.
    bool start(const QString &program, const QStringList &arguments, std::uint16_t port, const std::string &readyPath);
    /// Ends it: SIGTERM, after three seconds SIGKILL.
    void stop();

    std::uint16_t port() const { return m_port; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    qint64 pid() const { return m_pid; }
    /// What it wrote so far, to both streams.
    QByteArray output() const;

private:
    bool hasEnded();

    QTemporaryDir m_folder;
    qint64 m_pid {-1};
    std::uint16_t m_port {0};
};

struct PrometheusSetup {
    QByteArray rules; ///< text of the rule file; empty: none
    QByteArray globals; ///< further lines of "global:", two spaces before each (external_labels …)
    QByteArray alerting; ///< what stands below "alerting:", two spaces before each line; empty: none
    QByteArray scrapeConfigs; ///< what stands below "scrape_configs:"; empty: none
};
/// Null when the package is missing or it does not start; `why` says which.
std::unique_ptr<RealServer> startPrometheus(const PrometheusSetup &setup, QString &why);
/// `receiver`: what stands below "receivers:\n- name: all\n", four spaces before each line; may be empty.
std::unique_ptr<RealServer> startAlertmanager(const QByteArray &receiver, QString &why);
std::unique_ptr<RealServer> startNodeExporter(QString &why);

} // namespace vigie::test
