// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/eventbatch.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vigie {

/// One event of a frame, read as far as its type is known.
struct StreamEvent {
    struct Hello {
        std::string epoch; ///< JSON text
        Timestamp now {};
        bool resync {false};
    };
    struct Tick {
        Timestamp now {};
    };
    struct Removed {
        SourceId id;
    };
    struct Resync { };
    /// Of a type this console does not know: counted, otherwise ignored.
    struct Other { };
    /// Of a known type, but its data made no sense.
    struct Unreadable { };
    std::string type;
    std::int64_t seq {0};
    std::variant<Other, Unreadable, Hello, Tick, Resync, Incident, SourceStatus, Removed, SampleBatch> data;

    bool isDurable() const { return seq > 0 && (type.starts_with("incident.") || type.starts_with("source.")); }
};

/// Reads the frames of /ws/notifications with simdjson. Keeps its buffers and the parsed names of series from frame to
/// frame, so one per connection. Not thread-safe.
class EventParser {
public:
    EventParser();
    ~EventParser();
    EventParser(const EventParser &) = delete;
    EventParser &operator=(const EventParser &) = delete;
    /// Protocol when the frame is no JSON array of objects with a "type". Then nothing of it counts.
    [[nodiscard]] Result<std::vector<StreamEvent>> parse(std::string_view frame);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vigie
