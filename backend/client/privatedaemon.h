// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apiclient.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

namespace vigie {

struct PrivateDaemonOptions {
    QString program; ///< empty: vigied beside the console's program, then on PATH
    QString profile {QStringLiteral("local")};
    QString runtimeDir; ///< empty: $XDG_RUNTIME_DIR/vigie, or vigie/run below the user's cache when that is unset
    QString dataDir; ///< empty: $XDG_DATA_HOME/vigie
    QString configFile; ///< empty: $XDG_CONFIG_HOME/vigie/vigied.yaml; passed on when it exists
    std::chrono::milliseconds startTimeout {10'000};
    std::chrono::milliseconds minBackoff {500};
    std::chrono::milliseconds maxBackoff {30'000};
};

/// What the daemon wrote into the runtime file.
struct DaemonAddress {
    std::int64_t pid {0};
    int port {0};
    std::string token; ///< for POST /auth/login
    std::string version;
    std::string epoch;
    Endpoint endpoint() const;
    friend bool operator==(const DaemonAddress &, const DaemonAddress &) = default;
};
/// Invalid when it is no such file; Denied when others than its owner may read or write it, or it is not ours.
[[nodiscard]] Result<DaemonAddress> readRuntimeFile(const QString &file);

/// Finds or starts this user's own vigied on loopback, and starts it again when it dies. The token travels in a 0600
/// file, never in arguments or the environment. Two consoles that start at once end up with the same daemon: it holds
/// a lock on <runtime file>.lock, a second one ends by itself. The daemon outlives the console by some seconds.
/// GUI thread; nothing blocks.
class PrivateDaemon : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t { Stopped, Looking, Starting, Running, Failed };
    Q_ENUM(State)

    PrivateDaemon(WorkerThread &worker, PrivateDaemonOptions options, QObject *parent = nullptr);
    /// Leaves the daemon alone: it ends by itself after its last client.
    ~PrivateDaemon() override;

    void start();
    void stop();
    /// The connection was lost: look whether the daemon still lives, and start it when it does not.
    void check();
    State state() const { return m_state; }
    const DaemonAddress &address() const { return m_address; } ///< of the last ready()
    QString runtimeFile() const { return m_runtimeFile; }
    QString logFile() const;

Q_SIGNALS:
    void stateChanged(vigie::PrivateDaemon::State state);
    /// It answers here. Again after each restart.
    void ready(const vigie::DaemonAddress &address);
    /// NotFound: no vigied program. Unavailable: it did not start (the detail ends with the last words of its log), or
    /// ended again and again. Another attempt follows by itself. One that ran and ended is started again first.
    void failed(const vigie::Error &error);

private:
    void setState(State state);
    void look();
    void verify(const DaemonAddress &address);
    void verified(const DaemonAddress &address, const Result<Json> &health);
    void accept(const DaemonAddress &address);
    void launch();
    void give(const Error &error);
    void retryLater(const Error &error);
    void watchProcess(std::int64_t pid);
    void processEnded();
    void forgetProcess();
    void setUpTimers();
    QString findProgram() const;
    QStringList arguments() const;

    PrivateDaemonOptions m_options;
    QString m_runtimeFile;
    State m_state {State::Stopped};
    DaemonAddress m_address;
    bool m_announced {false}; ///< ready() was emitted for m_address
    QFileSystemWatcher m_folder;
    QTimer m_poll;
    QTimer m_deadline;
    QTimer m_again;
    QElapsedTimer m_running;
    std::unique_ptr<QSocketNotifier> m_exit; ///< on a pidfd
    int m_pidFd {-1};
    int m_failures {0};
    bool m_verifying {false};
    ApiClient m_api;
};

} // namespace vigie
