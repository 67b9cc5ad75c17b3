// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace vigie {

/// Takes work for the thread it lives in; every piece runs there, in order, from the event loop. This is the only way
/// in which threads of the console talk to each other: one lock we own, so that the thread sanitizer can follow it.
class Mailbox final : public QObject {
    struct Channel {
        std::mutex mutex;
        Mailbox *box {nullptr};
        std::deque<std::function<void()>> work;
    };

public:
    using Work = std::function<void()>;

    /// Where to post; copy it to other threads. Outlives the mailbox safely: what is posted later is dropped.
    class Address {
    public:
        /// Thread-safe. False when the mailbox is gone; the work is then destroyed on the calling thread.
        bool post(Work work) const;

    private:
        friend class Mailbox;
        explicit Address(std::shared_ptr<Channel> channel)
            : m_channel(std::move(channel))
        {
        }
        std::shared_ptr<Channel> m_channel;
    };

    explicit Mailbox(QObject *parent = nullptr);
    /// Drops what is waiting.
    ~Mailbox() override;
    Address address() const { return Address(m_channel); }
    bool event(QEvent *event) override;

private:
    void drain();
    std::shared_ptr<Channel> m_channel;
};

} // namespace vigie
