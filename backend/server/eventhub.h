// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/event.h"
#include "backend/domain/executor.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vigie {

/// One connected listener, as the hub sees it. All calls on the hub's executor.
class EventClient {
public:
    using Frame = std::shared_ptr<const std::string>;
    virtual ~EventClient() = default;
    virtual void send(Frame frame) = 0; ///< queues one text frame
    virtual std::size_t queuedBytes() const = 0; ///< not yet taken by the kernel
    virtual void dropQueue() = 0; ///< forgets what is not under way yet
    virtual void close(std::uint16_t code, std::string_view reason) = 0; ///< after what is queued (RFC 6455 7.4)
    virtual bool isAuthorized() { return true; } ///< asked with every tick; false ends the client (1008)
};

struct EventHubOptions {
    std::size_t queueBytes {1U << 20U}; ///< of one client; a slower one loses its queue and is told to resync
    std::size_t frameBytes {240U << 10U}; ///< a frame never gets longer; more becomes several frames
    std::size_t ringBytes {1U << 20U}; ///< durable events kept in memory; smaller than a client's queue
    Duration flushEvery {std::chrono::milliseconds(20)};
    Duration tickEvery {std::chrono::seconds(2)};
    Duration holeAfter {std::chrono::milliseconds(100)}; ///< how long a missing seq may be late before the log is asked
    Duration subscribeWithin {std::chrono::seconds(10)};
};

struct EventHubStats {
    std::size_t clients {0};
    std::uint64_t events {0}; ///< taken
    std::uint64_t deliveries {0}; ///< event times clients
    std::uint64_t frames {0};
    std::uint64_t resyncs {0};
};

/// Gives events to all who listen on /ws/notifications.
///
/// Frames are JSON arrays, ASCII, made once for all clients with the same topics, at most one each 20 ms (more only
/// when a batch is longer than a frame). Durable events go out in the order of their seq, without holes: what is
/// published out of order waits, what is missing is fetched from the log.
///
/// A client says {"op":"subscribe","topics":[…],"since":SEQ?,"epoch":E?,"metrics":["name"…]?}. The first event is its
/// answer: {"type":"hello","seq":N,"data":{"epoch","now","resync"}}; the durable events that follow are exactly those
/// after N (of its topics). With `since` N is `since`, and resync false: everything after it is replayed from memory or
/// from the log, then live events follow without seam. With resync true N is the present: load a snapshot. A later
/// {"type":"resync","seq":N} says the same of a client that was too slow. {"type":"tick","seq":N} says that everything
/// up to N was sent.
///
/// publish(), seq() and stats() may be called from any thread, everything else on `home`.
class EventHub final : public EventSink {
public:
    using Options = EventHubOptions;
    /// `epoch`: one life of the event log; with another one every `since` is void.
    EventHub(Executor &home, const Clock &clock, std::string epoch, Options options = {});
    ~EventHub() override;
    EventHub(const EventHub &) = delete;
    EventHub &operator=(const EventHub &) = delete;

    /// From which seq on durable events come (that of the loaded incidents). Nothing is sent before. `log` is borrowed
    /// and may be null: then who asks for more than memory holds is told to resync. Its answers may come on any thread
    /// and after the hub has ended, but not after `home` has. Any thread.
    void start(EventLog *log, std::int64_t seq);
    void publish(std::shared_ptr<const Event> event) override;

    void attach(std::shared_ptr<EventClient> client);
    void detach(const EventClient &client);
    /// A text frame of the client. What makes no sense is answered with {"type":"error","data":problem} and a close.
    void receive(EventClient &client, std::string_view text);

    std::int64_t seq() const; ///< of the last durable event given out
    const std::string &epoch() const;
    EventHubStats stats() const;

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace vigie
