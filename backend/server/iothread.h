// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"

#include <memory>

namespace vigie {

struct IoCore;

/// The daemon's one I/O thread: sockets of the server and the work of everything that lives there (incidents, event
/// hub). An Executor whose loop also waits for sockets. Must outlive every Server made on it.
class IoThread final : public Executor {
public:
    /// `name`: at most 15 characters, shown by top -H.
    explicit IoThread(const char *name = "vigie-io");
    ~IoThread() override;
    IoThread(const IoThread &) = delete;
    IoThread &operator=(const IoThread &) = delete;
    void post(Work work) override;
    void postAfter(Duration delay, Work work) override;
    /// Ends the loop and waits; further work is dropped. Safe to call twice; not from the loop itself.
    void stop();
    bool isCurrent() const; ///< whether the caller runs on this thread
    const std::shared_ptr<IoCore> &core() const { return m_core; } ///< for the server's own files

private:
    std::shared_ptr<IoCore> m_core;
};

} // namespace vigie
