// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/client/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace vigie {

namespace {
const QEvent::Type mailEvent = static_cast<QEvent::Type>(QEvent::registerEventType());
} // namespace

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
    , m_channel(std::make_shared<Channel>())
{
    const std::lock_guard lock(m_channel->mutex);
    m_channel->box = this;
}

Mailbox::~Mailbox()
{
    std::deque<Work> dropped;
    {
        const std::lock_guard lock(m_channel->mutex);
        m_channel->box = nullptr;
        dropped.swap(m_channel->work);
    }
}

bool Mailbox::Address::post(Work work) const
{
    const std::lock_guard lock(m_channel->mutex);
    if (m_channel->box == nullptr)
        return false;
    m_channel->work.push_back(std::move(work));
    // One event for all that waits. Posting under the lock keeps the receiver alive meanwhile.
    if (m_channel->work.size() == 1)
        QCoreApplication::postEvent(m_channel->box, new QEvent(mailEvent));
    return true;
}

bool Mailbox::event(QEvent *event)
{
    if (event->type() != mailEvent)
        return QObject::event(event);
    drain();
    return true;
}

void Mailbox::drain()
{
    // Work may destroy this mailbox: everything needed is on the stack.
    const std::shared_ptr<Channel> channel = m_channel;
    std::deque<Work> now;
    {
        const std::lock_guard lock(channel->mutex);
        now.swap(channel->work);
    }
    for (Work &work : now) {
        {
            const std::lock_guard lock(channel->mutex);
            if (channel->box == nullptr)
                return;
        }
        work();
        work = nullptr;
    }
}

} // namespace vigie
