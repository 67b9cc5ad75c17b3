// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/client/workerthread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace vigie {

class WorkerThread::Loop final : public QThread {
public:
    explicit Loop(const QString &name)
    {
        setObjectName(name);
        start();
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return m_address.has_value(); });
    }

    ~Loop() override
    {
        // First in, first out: everything posted before runs before the loop ends.
        post([this] { exit(0); });
        wait();
    }

    void post(Mailbox::Work work)
    {
        if (m_address)
            m_address->post(std::move(work));
    }

protected:
    void run() override
    {
        const Mailbox box;
        {
            const std::lock_guard lock(m_mutex);
            m_address = box.address();
        }
        m_ready.notify_one();
        exec();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::optional<Mailbox::Address> m_address; // written once, before the constructor returns
};

WorkerThread::WorkerThread(const QString &name)
    : m_loop(std::make_unique<Loop>(name))
{
}

WorkerThread::~WorkerThread() = default;

void WorkerThread::post(Mailbox::Work work)
{
    m_loop->post(std::move(work));
}

} // namespace vigie
