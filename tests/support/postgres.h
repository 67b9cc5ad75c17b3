// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <string>

class QProcess;

namespace vigie::test {

struct PostgresOptions {
    bool fsync {true}; ///< false: faster, and a crash of the machine loses data; only for tests that crash nothing
};

/// A throw-away PostgreSQL server on a free loopback port, with its data in a temporary folder. As root it runs as the
/// user postgres, since initdb refuses root. Ends, by its process id, with this object or with the test's process.
class Postgres {
public:
    /// Null, with the reason in `problem`, when the server is not installed or does not start.
    static std::unique_ptr<Postgres> start(QString &problem, PostgresOptions options = {});
    ~Postgres();
    Postgres(const Postgres &) = delete;
    Postgres &operator=(const Postgres &) = delete;

    /// Makes an empty database and returns its URL for Store (user vigie, who may do everything).
    std::string createDatabase();
    /// Runs SQL by psql; the output, or an empty string and a warning when it fails.
    QString psql(const QString &sql, const QString &database = QStringLiteral("postgres"));
    /// Kills every process of the server at once, as a power cut does, and leaves the data.
    void crash();
    /// Disconnects everybody and ends.
    void shutDown();
    /// Starts it again on the same port; true when it answers.
    bool startAgain();
    int port() const { return m_port; }

private:
    Postgres() = default;
    bool initialise(QString &problem);
    void signalServer(int number);

    QTemporaryDir m_folder;
    QString m_programs;
    PostgresOptions m_options;
    std::unique_ptr<QProcess> m_server;
    int m_port {0};
    int m_databases {0};
};

} // namespace vigie::test
