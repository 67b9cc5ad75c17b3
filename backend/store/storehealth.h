// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <mutex>
#include <string>

namespace vigie {

enum class StoreState : std::uint8_t {
    Up,
    ReadOnly, ///< connected, but writes fail: disk full, read-only
    Down, ///< no connection
};
std::string_view storeStateName(StoreState state); ///< "up" "read_only" "down"

struct StoreHealth {
    StoreState state {StoreState::Up};
    bool writable {true};
    std::string lastError; ///< English; empty while Up
    Timestamp since {}; ///< of the present state
    std::string notice; ///< English; what an operator should know of this start although it works; mostly empty
};

/// The store's state, written by its writer thread and read by anybody. Logs every change once.
class HealthBoard {
public:
    HealthBoard(const Clock &clock, std::string notice);
    StoreHealth health() const;
    bool isUp() const { return health().state == StoreState::Up; }
    void set(StoreState state, const std::string &error = {});

private:
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    StoreHealth m_health;
};

} // namespace vigie
