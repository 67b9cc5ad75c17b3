// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/eventstream.h"

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vigie {

/// Where the worker leaves what arrived and the GUI thread fetches it, under one lock. Bounded: what nobody fetches is
/// merged. Everything carries the generation of EventStream::start(); an older one is not taken any more. Thread-safe.
class EventExchange {
public:
    struct Content {
        EventStream::State state {EventStream::State::Stopped};
        std::vector<Error> failures; ///< the newest few
        std::optional<std::string> resync;
        bool heard {false};
        Timestamp serverTime {};
        std::uint64_t connections {0}; ///< that reached Live
        std::optional<SteadyTime> nextAttempt; ///< when the next one begins, while Lost
        EventBatch batch;
    };
    struct Draft {
        Content content;
        EventAccumulator events;
    };

    /// `wake`: called on the worker when there is something after a fetch; must be quick.
    EventExchange(const EventStreamOptions &options, std::function<void()> wake);
    void begin(std::uint64_t generation, EventStream::State state);
    /// Runs `change` on what is being collected, unless the generation is over. False then.
    bool write(std::uint64_t generation, const std::function<void(Draft &)> &change);
    Content fetch();

private:
    Draft emptyDraft() const;

    const EventStreamOptions m_options;
    const std::function<void()> m_wake;
    std::mutex m_mutex;
    Draft m_draft;
    std::uint64_t m_generation {0};
    bool m_woken {false};
};

} // namespace vigie
