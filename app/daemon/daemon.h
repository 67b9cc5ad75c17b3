// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/daemon/options.h"
#include "backend/config/daemonconfig.h"

#include <memory>

namespace vigie {

/// The whole daemon, built from its configuration: store, history, sources, rules, incidents, server. Used on the main
/// thread.
class Daemon {
public:
    /// Starts everything; listens when it returns. The error says what could not be started.
    [[nodiscard]] static Result<std::unique_ptr<Daemon>> start(const DaemonOptions &options, DaemonConfig config);
    /// Ends in order: no new requests, running ones finish, what is queued reaches the disk.
    ~Daemon();
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    /// Takes over what can change while running: sources, rules, log level. Says in the log which other keys changed
    /// and wait for a restart. No connection is lost.
    void reload(DaemonConfig config);
    /// A private daemon that nobody uses any more. Call it about once a second; it also sees to it that consoles find
    /// the private daemon.
    bool isAbandoned();
    const std::string &dataDir() const;

private:
    struct Parts;
    explicit Daemon(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie
