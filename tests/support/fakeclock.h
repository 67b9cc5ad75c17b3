// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/domain/time.h"

#include <atomic>

namespace vigie::test {

/// A clock that stands still until it is told to move. Thread-safe.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Timestamp start = fromMicros(1'700'000'000'000'000))
        : m_micros(toMicros(start))
    {
    }
    Timestamp now() const override { return fromMicros(m_micros.load()); }
    SteadyTime steadyNow() const override { return SteadyTime(Duration(m_micros.load())); }
    void advance(Duration by) { m_micros.fetch_add(by.count()); }
    void set(Timestamp to) { m_micros.store(toMicros(to)); }

private:
    std::atomic<std::int64_t> m_micros;
};

/// Random bytes that repeat from run to run (a counter through splitmix64).
class FakeRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override
    {
        for (std::byte &b : out) {
            std::uint64_t z = (m_state.fetch_add(1) + 1) * 0x9e3779b97f4a7c15ULL;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
            b = static_cast<std::byte>(z >> 56);
        }
    }

private:
    std::atomic<std::uint64_t> m_state {0};
};

} // namespace vigie::test
