// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/mailbox.h"

#include <QString>

#include <memory>

namespace vigie {

/// The console's one thread for sockets, parsing and small files. Made first and destroyed last of all that uses it:
/// the destructor runs what is still posted (a last save, the deletion of sockets), then ends the thread.
class WorkerThread {
public:
    explicit WorkerThread(const QString &name);
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;
    /// Thread-safe.
    void post(Mailbox::Work work);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace vigie
