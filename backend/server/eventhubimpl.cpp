// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/eventhubimpl.h"

#include "backend/domain/json.h"
#include "backend/domain/logging.h"

#include <algorithm>

namespace vigie {

namespace {
constexpr std::size_t pageOfLog = 500;
constexpr Duration logRetry = std::chrono::seconds(1);
constexpr Duration replayLimit = std::chrono::seconds(30);
constexpr Duration drainCheck = std::chrono::milliseconds(5);
constexpr std::uint16_t leaveForPolicy = 1008;
} // namespace

EventHub::Impl::Impl(Executor &executor, const Clock &systemClock, std::string eventEpoch, Options hubOptions)
    : home(executor)
    , clock(systemClock)
    , epoch(std::move(eventEpoch))
    , options(hubOptions)
{
}

void EventHub::Impl::publish(EventPtr event)
{
    eventCount.fetch_add(1, std::memory_order_relaxed);
    {
        const std::lock_guard lock(mutex);
        inbox.push_back(std::move(event));
        if (flushUnderWay)
            return;
        flushUnderWay = true;
    }
    scheduleFlush(options.flushEvery);
}

void EventHub::Impl::scheduleFlush(Duration delay)
{
    home.postAfter(delay, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->flush();
    });
}

void EventHub::Impl::start(EventLog *eventLog, std::int64_t seq)
{
    m_log = eventLog;
    m_seq = seq;
    publicSeq = seq;
    m_started = true;
    flush();
}

void EventHub::Impl::flush()
{
    std::vector<EventPtr> taken;
    {
        const std::lock_guard lock(mutex);
        flushUnderWay = false;
        if (!m_started) {
            // start() comes back for the durable ones; samples that nobody could see are worth nothing then.
            std::erase_if(inbox, [](const EventPtr &event) { return event->seq == 0; });
            return;
        }
        taken.swap(inbox);
    }
    std::vector<Item> items;
    items.reserve(taken.size());
    for (const EventPtr &event : taken)
        order(event, items);
    publicSeq = m_seq;
    if (!m_held.empty())
        noticeHole();
    if (!items.empty())
        broadcast(items);
}

void EventHub::Impl::order(const EventPtr &event, std::vector<Item> &out)
{
    if (event->seq == 0) {
        out.push_back({event, std::make_shared<const std::string>(eventText(*event))});
        return;
    }
    if (event->seq <= m_seq)
        return; // seen: from the log, or published twice
    if (event->seq > m_seq + 1) {
        m_held.emplace(event->seq, event);
        return;
    }
    accept(event, out);
    while (!m_held.empty() && m_held.begin()->first <= m_seq + 1) {
        if (m_held.begin()->first == m_seq + 1)
            accept(m_held.begin()->second, out);
        m_held.erase(m_held.begin());
    }
}

void EventHub::Impl::accept(const EventPtr &event, std::vector<Item> &out)
{
    m_seq = event->seq;
    Item item {.event = event, .text = std::make_shared<const std::string>(eventText(*event))};
    m_ringBytes += item.text->size() + event->data.size();
    m_ring.push_back(item);
    while (m_ringBytes > options.ringBytes && m_ring.size() > 1) {
        m_ringBytes -= m_ring.front().text->size() + m_ring.front().event->data.size();
        m_ring.pop_front();
    }
    out.push_back(std::move(item));
}

std::int64_t EventHub::Impl::ringBegin() const
{
    return m_ring.empty() ? m_seq : m_ring.front().event->seq - 1;
}

void EventHub::Impl::noticeHole()
{
    if (m_holeNoticed)
        return;
    m_holeNoticed = true;
    home.postAfter(options.holeAfter, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->fetchMissing();
    });
}

void EventHub::Impl::fetchMissing()
{
    m_holeNoticed = false;
    if (m_held.empty())
        return; // it came by itself
    if (m_log == nullptr) {
        giveUpHole(m_held.begin()->first);
        return;
    }
    m_holeNoticed = true;
    m_log->eventsAfter(m_seq, pageOfLog, [weak = weak_from_this(), &executor = home](Result<EventLog::Page> page) {
        executor.post([weak, page = std::make_shared<Result<EventLog::Page>>(std::move(page))] {
            if (const auto self = weak.lock())
                self->onMissing(*page);
        });
    });
}

void EventHub::Impl::onMissing(const Result<EventLog::Page> &page)
{
    m_holeNoticed = false;
    if (!page) {
        log::warning("server", "Missing events could not be read from the log", {{"error", page.error().detail}});
        m_holeNoticed = true;
        home.postAfter(logRetry, [weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->fetchMissing();
        });
        return;
    }
    std::vector<Item> items;
    for (const EventPtr &event : page->events)
        order(event, items);
    publicSeq = m_seq;
    if (!items.empty())
        broadcast(items);
    if (m_held.empty())
        return;
    if (items.empty())
        giveUpHole(m_held.begin()->first); // trimmed meanwhile: it will never come
    else
        noticeHole();
}

void EventHub::Impl::giveUpHole(std::int64_t firstKnown)
{
    log::warning("server", "Events were lost; all clients are told to resync",
                 {{"after", m_seq}, {"next", firstKnown}});
    m_ring.clear();
    m_ringBytes = 0;
    m_seq = firstKnown - 1;
    std::vector<Item> items;
    order(EventPtr(m_held.begin()->second), items);
    publicSeq = m_seq;
    resyncAll();
    if (!m_held.empty())
        noticeHole();
}

void EventHub::Impl::broadcast(const std::vector<Item> &items)
{
    // Clients with the same wishes get the very same frames.
    std::map<std::pair<std::uint8_t, const MetricFilter *>, Batch> batches;
    for (const auto &sink : sinks()) {
        const auto found = clients.find(sink.get());
        if (found == clients.end() || found->second.state != State::Live)
            continue;
        Client &client = found->second;
        const MetricFilter *wanted = client.metrics.get(); // the same for equal wishes, see sharedFilter()
        const auto [batch, isNew] = batches.try_emplace({client.topics, wanted});
        if (isNew)
            batch->second = pack(items, client.topics, wanted);
        deliver(client, batch->second);
    }
}

EventHub::Impl::Batch EventHub::Impl::pack(const std::vector<Item> &items, std::uint8_t topics,
                                           const MetricFilter *wanted) const
{
    Batch out;
    FrameBuilder frames(options.frameBytes);
    for (const Item &item : items) {
        if ((topics & (1U << static_cast<unsigned>(item.event->topic))) == 0)
            continue;
        std::string filtered;
        std::string_view text = *item.text;
        if (wanted != nullptr && item.event->topic == Topic::Metrics) {
            filtered = filteredSamples(*item.event, *wanted);
            text = filtered;
        }
        if (text.empty())
            continue;
        if (frames.add(text))
            ++out.events;
        else
            out.tooLong |= item.event->seq != 0;
    }
    out.frames = frames.take();
    return out;
}

void EventHub::Impl::deliver(Client &client, const Batch &batch)
{
    if (batch.tooLong) {
        resync(client);
        return;
    }
    for (const auto &frame : batch.frames) {
        if (!push(client, frame))
            return;
    }
    deliveryCount.fetch_add(batch.events, std::memory_order_relaxed);
}

bool EventHub::Impl::push(Client &client, const std::shared_ptr<const std::string> &frame)
{
    if (client.sink->queuedBytes() + frame->size() > options.queueBytes) {
        resync(client);
        return false;
    }
    frameCount.fetch_add(1, std::memory_order_relaxed);
    client.sink->send(frame);
    return true;
}

void EventHub::Impl::resync(Client &client)
{
    resyncCount.fetch_add(1, std::memory_order_relaxed);
    client.sink->dropQueue();
    client.state = State::Live;
    client.generation = ++m_generations;
    client.sink->send(std::make_shared<const std::string>("[" + stateText("resync", m_seq, std::nullopt) + "]"));
}

void EventHub::Impl::resyncAll()
{
    for (auto &[key, client] : clients) {
        if (client.state != State::New)
            resync(client);
    }
}

std::string EventHub::Impl::stateText(std::string_view type, std::int64_t seq, std::optional<bool> mustResync) const
{
    Event event;
    event.type = type;
    event.seq = seq;
    Json data;
    if (type != "tick")
        data.set("epoch", epoch);
    data.set("now", toMicros(clock.now()));
    if (mustResync)
        data.set("resync", *mustResync);
    event.data = data.dump();
    return eventText(event);
}

void EventHub::Impl::attach(std::shared_ptr<EventClient> client)
{
    const EventClient *key = client.get();
    Client &added = clients[key];
    added.sink = std::move(client);
    added.since = clock.steadyNow();
    clientCount = clients.size();
    scheduleTick();
}

std::vector<std::shared_ptr<EventClient>> EventHub::Impl::sinks() const
{
    std::vector<std::shared_ptr<EventClient>> out;
    out.reserve(clients.size());
    for (const auto &[key, client] : clients)
        out.push_back(client.sink);
    return out;
}

void EventHub::Impl::subscribe(Client &client, std::optional<std::int64_t> from,
                               const std::optional<std::string> &theirEpoch)
{
    client.generation = ++m_generations;
    client.since = clock.steadyNow();
    const bool otherLife = theirEpoch && *theirEpoch != epoch;
    const bool inMemory = from && *from >= ringBegin() && *from <= m_seq;
    const bool mustResync = otherLife || (from && (*from > m_seq || (!inMemory && m_log == nullptr)));
    FrameBuilder frames(options.frameBytes);
    if (!from || mustResync) {
        frames.add(stateText("hello", m_seq, mustResync));
        client.cursor = m_seq;
        goLive(client, std::move(frames));
        return;
    }
    client.cursor = *from;
    if (inMemory) {
        frames.add(stateText("hello", *from, false));
        goLive(client, std::move(frames));
        return;
    }
    // Whether the log still has it all is known with its first page; the hello waits for that.
    client.state = State::Replaying;
    client.saidHello = false;
    requestPage(client);
}

/// From here on every durable event reaches the client with its flush; what memory has after `cursor` goes first.
void EventHub::Impl::goLive(Client &client, FrameBuilder &&frames)
{
    client.state = State::Live;
    for (const Item &item : m_ring) {
        if (item.event->seq <= client.cursor || (client.topics & (1U << static_cast<unsigned>(item.event->topic))) == 0)
            continue;
        if (!frames.add(*item.text)) {
            resync(client);
            return;
        }
    }
    client.cursor = m_seq;
    for (const auto &frame : frames.take()) {
        if (!push(client, frame))
            return;
    }
}

void EventHub::Impl::requestPage(Client &client)
{
    m_log->eventsAfter(
        client.cursor, pageOfLog,
        [weak = weak_from_this(), &executor = home, key = client.sink.get(),
         generation = client.generation](Result<EventLog::Page> page) {
            executor.post([weak, key, generation, shared = std::make_shared<Result<EventLog::Page>>(std::move(page))] {
                if (const auto self = weak.lock())
                    self->onPage(key, generation, *shared);
            });
        });
}

void EventHub::Impl::onPage(const EventClient *key, std::uint64_t generation, const Result<EventLog::Page> &page)
{
    const auto found = clients.find(key);
    if (found == clients.end() || found->second.generation != generation || found->second.state != State::Replaying)
        return;
    Client &client = found->second;
    const std::int64_t asked = client.cursor;
    // One event after the other: a damaged one is left out by the log.
    const bool isComplete = page && page->oldest <= asked + 1
        && (page->events.empty() ? asked >= ringBegin()
                                 : page->events.front()->seq == asked + 1
                    && page->events.back()->seq == asked + static_cast<std::int64_t>(page->events.size()));
    const bool tooLate = clock.steadyNow() - client.since > replayLimit;
    FrameBuilder frames(options.frameBytes);
    if (!isComplete || tooLate) {
        if (client.saidHello) {
            resync(client);
            return;
        }
        frames.add(stateText("hello", m_seq, true));
        client.cursor = m_seq;
        goLive(client, std::move(frames));
        return;
    }
    if (!std::exchange(client.saidHello, true))
        frames.add(stateText("hello", asked, false));
    for (const EventPtr &event : page->events) {
        if (event->seq > m_seq)
            break; // not given out to anybody yet: comes with its flush
        client.cursor = event->seq;
        if ((client.topics & (1U << static_cast<unsigned>(event->topic))) != 0 && !frames.add(eventText(*event))) {
            resync(client);
            return;
        }
    }
    if (client.cursor >= ringBegin()) {
        goLive(client, std::move(frames));
        return;
    }
    for (const auto &frame : frames.take()) {
        if (!push(client, frame))
            return;
    }
    requestNextPage(key, generation);
}

/// The log is faster than most clients: the next page waits until they have taken the one before.
void EventHub::Impl::requestNextPage(const EventClient *key, std::uint64_t generation)
{
    const auto found = clients.find(key);
    if (found == clients.end() || found->second.generation != generation || found->second.state != State::Replaying)
        return;
    Client &client = found->second;
    if (client.sink->queuedBytes() <= options.queueBytes / 4) {
        requestPage(client);
    } else if (clock.steadyNow() - client.since > replayLimit) {
        resync(client);
    } else {
        home.postAfter(drainCheck, [weak = weak_from_this(), key, generation] {
            if (const auto self = weak.lock())
                self->requestNextPage(key, generation);
        });
    }
}

/// Equal wishes are one object, so that broadcast() need not compare names for every client and frame.
std::shared_ptr<const MetricFilter> EventHub::Impl::sharedFilter(MetricFilter wanted) const
{
    for (const auto &[key, client] : clients) {
        if (client.metrics && *client.metrics == wanted)
            return client.metrics;
    }
    return std::make_shared<const MetricFilter>(std::move(wanted));
}

void EventHub::Impl::scheduleTick()
{
    if (m_tickUnderWay || clients.empty())
        return;
    m_tickUnderWay = true;
    home.postAfter(options.tickEvery, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->tick();
    });
}

void EventHub::Impl::tick()
{
    m_tickUnderWay = false;
    const auto frame = std::make_shared<const std::string>("[" + stateText("tick", m_seq, std::nullopt) + "]");
    const SteadyTime now = clock.steadyNow();
    for (const auto &sink : sinks()) {
        const auto found = clients.find(sink.get());
        if (found == clients.end())
            continue;
        if (!sink->isAuthorized())
            sink->close(leaveForPolicy, "the login has ended");
        else if (found->second.state == State::New && now - found->second.since > options.subscribeWithin)
            sink->close(leaveForPolicy, "no subscription came");
        else if (found->second.state == State::Live)
            push(found->second, frame);
    }
    scheduleTick();
}

} // namespace vigie
