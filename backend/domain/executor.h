// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <functional>
#include <memory>

namespace vigie {

/// A thread, or what stands for one in a test: work runs one piece after another, in the order of its due time.
/// post() and postAfter() may be called from any thread. What is still waiting when the executor ends is dropped.
class Executor {
public:
    using Work = std::function<void()>;
    virtual ~Executor() = default;
    virtual void post(Work work) = 0;
    virtual void postAfter(Duration delay, Work work) = 0;
};

/// One named thread with a queue of work and timers. The destructor finishes the piece that runs and joins.
class LoopThread final : public Executor {
public:
    /// `name`: at most 15 characters, shown by top -H.
    explicit LoopThread(const char *name);
    ~LoopThread() override;
    LoopThread(const LoopThread &) = delete;
    LoopThread &operator=(const LoopThread &) = delete;
    void post(Work work) override;
    void postAfter(Duration delay, Work work) override;
    /// Ends the loop and waits; further work is dropped. Safe to call twice; not from the loop itself.
    void stop();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace vigie
