// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/storehealth.h"

#include "backend/domain/logging.h"

namespace vigie {

std::string_view storeStateName(StoreState state)
{
    switch (state) {
    case StoreState::Up:
        return "up";
    case StoreState::ReadOnly:
        return "read_only";
    case StoreState::Down:
        break;
    }
    return "down";
}

HealthBoard::HealthBoard(const Clock &clock, std::string notice)
    : m_clock(clock)
{
    m_health.notice = std::move(notice);
    m_health.since = clock.now();
}

StoreHealth HealthBoard::health() const
{
    const std::lock_guard lock(m_mutex);
    return m_health;
}

void HealthBoard::set(StoreState state, const std::string &error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_health.lastError = error;
        if (m_health.state == state)
            return;
        m_health.state = state;
        m_health.writable = state == StoreState::Up;
        m_health.since = m_clock.now();
    }
    if (state == StoreState::Up)
        log::info("store", "the database is back");
    else
        log::error("store", "the database does not work", {{"state", storeStateName(state)}, {"reason", error}});
}

} // namespace vigie
