// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/eventexchange.h"

#include <utility>

namespace vigie {

EventExchange::EventExchange(const EventStreamOptions &options, std::function<void()> wake)
    : m_options(options)
    , m_wake(std::move(wake))
    , m_draft(emptyDraft())
{
}

EventExchange::Draft EventExchange::emptyDraft() const
{
    return {.content = Content {}, .events = EventAccumulator(m_options.maxSamples)};
}

void EventExchange::begin(std::uint64_t generation, EventStream::State state)
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t connections = m_draft.content.connections;
    m_generation = generation;
    m_draft = emptyDraft();
    m_draft.content.state = state;
    m_draft.content.connections = connections;
}

bool EventExchange::write(std::uint64_t generation, const std::function<void(Draft &)> &change)
{
    const std::lock_guard lock(m_mutex);
    if (generation != m_generation)
        return false;
    change(m_draft);
    constexpr std::size_t maxFailures = 8;
    auto &failures = m_draft.content.failures;
    if (failures.size() > maxFailures)
        failures.erase(failures.begin());
    if (!std::exchange(m_woken, true))
        m_wake();
    return true;
}

EventExchange::Content EventExchange::fetch()
{
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    Content out = std::exchange(m_draft.content, Content {});
    out.batch = m_draft.events.take();
    // State and count are not news but facts: they stay.
    m_draft.content.state = out.state;
    m_draft.content.connections = out.connections;
    m_draft.content.nextAttempt = out.nextAttempt;
    return out;
}

} // namespace vigie
