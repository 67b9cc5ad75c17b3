// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace vigie::test {

/// Runs posted work at once, on whatever thread posts it, and drops delayed work: for tests of what answers once.
class ImmediateExecutor final : public Executor {
public:
    void post(Work work) override { work(); }
    void postAfter(Duration, Work) override { }
};

/// Waits for the one value a callback brings.
template<typename T>
class Awaited {
public:
    void set(T value)
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        m_value.emplace(std::move(value));
        m_came.notify_all();
    }
    /// nullopt when it does not come in time.
    std::optional<T> wait(Duration patience = std::chrono::seconds(10))
    {
        std::unique_lock lock(m_mutex);
        m_came.wait_for(lock, patience, [this] { return m_value.has_value(); });
        return m_value;
    }
    int count() const
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_came;
    std::optional<T> m_value;
    int m_count {0};
};

} // namespace vigie::test
