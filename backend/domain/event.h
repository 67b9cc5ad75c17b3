// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// What a client can subscribe to.
enum class Topic : std::uint8_t { Incidents, Sources, Metrics };
inline constexpr std::size_t topicCount = 3;
std::string_view topicName(Topic topic); ///< "incidents" "sources" "metrics"
Result<Topic> topicFromName(std::string_view name);

/// One message on /ws/notifications: {"type", "seq", "data"}.
/// Durable events (incident.*, source.*) have a seq of their own, given by the store in the transaction that changed
/// the state, without holes. Ephemeral ones (metrics.samples, tick) carry 0 and are not repeated after a reconnect.
struct Event {
    std::string type;
    Topic topic {Topic::Incidents};
    std::int64_t seq {0};
    Timestamp at {};
    std::string data; ///< one JSON value, ASCII only
};

/// Takes events for all who listen. Thread-safe; keeps the order of the calls.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void publish(std::shared_ptr<const Event> event) = 0;
};

/// The durable events of all topics, newest `keep` kept by the store.
class EventLog {
public:
    struct Page {
        std::vector<std::shared_ptr<const Event>> events; ///< ascending by seq
        std::int64_t seq {0}; ///< newest in the log
        std::int64_t oldest {0}; ///< oldest still kept; seq + 1 when the log is empty
    };
    virtual ~EventLog() = default;
    /// Events with a seq greater than `since`, the first `limit` of them.
    virtual void eventsAfter(std::int64_t since, std::size_t limit, std::function<void(Result<Page>)> done) = 0;
    /// The newest `limit` events.
    virtual void lastEvents(std::size_t limit, std::function<void(Result<Page>)> done) = 0;
    /// Gives one event that changes no other state its seq and keeps it.
    virtual void recordEvent(Event event, std::function<void(Result<std::shared_ptr<const Event>>)> done) = 0;
};

} // namespace vigie
