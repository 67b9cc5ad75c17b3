// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/eventframes.h"
#include "backend/server/eventhub.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace vigie {

/// The hub itself; everything on `home` but publish() and the counters.
struct EventHub::Impl : std::enable_shared_from_this<EventHub::Impl> {
    using EventPtr = std::shared_ptr<const Event>;
    struct Item {
        EventPtr event;
        std::shared_ptr<const std::string> text;
    };
    enum class State : std::uint8_t {
        New, ///< has not subscribed
        Replaying, ///< gets pages of the log up to where memory begins
        Live,
    };
    struct Client {
        std::shared_ptr<EventClient> sink;
        std::uint8_t topics {0};
        std::shared_ptr<const MetricFilter> metrics;
        State state {State::New};
        std::int64_t cursor {0}; ///< while Replaying: the last seq sent
        bool saidHello {false}; ///< of the present replay
        std::uint64_t generation {0}; ///< of its subscription, unique among all clients: answers to another are void
        SteadyTime since {}; ///< of the state
    };

    Impl(Executor &executor, const Clock &systemClock, std::string eventEpoch, Options hubOptions);

    void publish(EventPtr event);
    void start(EventLog *eventLog, std::int64_t seq);
    void attach(std::shared_ptr<EventClient> client);
    void refuse(Client &client, const Error &error);
    void subscribe(Client &client, std::optional<std::int64_t> from, const std::optional<std::string> &theirEpoch);
    std::vector<std::shared_ptr<EventClient>> sinks() const;
    std::shared_ptr<const MetricFilter> sharedFilter(MetricFilter wanted) const;

    Executor &home;
    const Clock &clock;
    const std::string epoch;
    const Options options;

    // From any thread.
    std::mutex mutex;
    std::vector<EventPtr> inbox;
    bool flushUnderWay {false};
    std::atomic<std::int64_t> publicSeq {0};
    std::atomic<std::size_t> clientCount {0};
    std::atomic<std::uint64_t> eventCount {0};
    std::atomic<std::uint64_t> deliveryCount {0};
    std::atomic<std::uint64_t> frameCount {0};
    std::atomic<std::uint64_t> resyncCount {0};

    // On home only.
    std::unordered_map<const EventClient *, Client> clients;

private:
    using Frames = std::vector<std::shared_ptr<const std::string>>;
    struct Batch {
        Frames frames;
        std::size_t events {0};
        bool tooLong {false}; ///< an event did not fit any frame
    };

    void scheduleFlush(Duration delay);
    void flush();
    void order(const EventPtr &event, std::vector<Item> &out);
    void accept(const EventPtr &event, std::vector<Item> &out);
    void noticeHole();
    void fetchMissing();
    void onMissing(const Result<EventLog::Page> &page);
    void giveUpHole(std::int64_t firstKnown);
    void broadcast(const std::vector<Item> &items);
    Batch pack(const std::vector<Item> &items, std::uint8_t topics, const MetricFilter *wanted) const;
    void deliver(Client &client, const Batch &batch);
    bool push(Client &client, const std::shared_ptr<const std::string> &frame);
    void resync(Client &client);
    void resyncAll();
    void goLive(Client &client, FrameBuilder &&frames);
    void requestPage(Client &client);
    void requestNextPage(const EventClient *key, std::uint64_t generation);
    void onPage(const EventClient *key, std::uint64_t generation, const Result<EventLog::Page> &page);
    std::int64_t ringBegin() const; ///< memory has every durable event after this seq
    std::string stateText(std::string_view type, std::int64_t seq, std::optional<bool> mustResync) const;
    void scheduleTick();
    void tick();

    EventLog *m_log {nullptr};
    bool m_started {false};
    std::int64_t m_seq {0};
    std::uint64_t m_generations {0}; ///< given out
    std::deque<Item> m_ring;
    std::size_t m_ringBytes {0};
    std::map<std::int64_t, EventPtr> m_held; ///< durable events that came too early
    bool m_holeNoticed {false};
    bool m_tickUnderWay {false};
};

} // namespace vigie
