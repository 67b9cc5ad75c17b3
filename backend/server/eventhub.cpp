// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/eventhub.h"

#include "backend/domain/jsonreader.h"
#include "backend/domain/logging.h"
#include "backend/server/eventhubimpl.h"
#include "backend/server/response.h"

namespace vigie {

namespace {
constexpr std::uint16_t policyViolation = 1008; // RFC 6455 section 7.4.1
constexpr std::size_t maxTopics = 16;
constexpr std::size_t maxMetricNames = 1000;

struct Subscription {
    std::uint8_t topics {0};
    std::optional<std::int64_t> since;
    std::optional<std::string> epoch;
    std::optional<MetricFilter> metrics;
};

void readTopics(JsonReader &reader, Subscription &out)
{
    const Json &topics = reader.value("topics");
    if (!topics.isArray() || topics.array().empty() || topics.array().size() > maxTopics)
        return reader.reject("topics", R"(expected an array of "incidents", "sources", "metrics")");
    for (const Json &item : topics.array()) {
        const auto topic = topicFromName(item.toString());
        if (!topic)
            return reader.reject("topics", topic.error().detail);
        out.topics |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(*topic));
    }
}

void readMetricNames(JsonReader &reader, Subscription &out)
{
    const Json &names = reader.value("metrics");
    if (names.isNull())
        return;
    if (!names.isArray() || names.array().size() > maxMetricNames)
        return reader.reject("metrics", "expected an array of at most 1000 metric names");
    out.metrics.emplace();
    for (const Json &name : names.array()) {
        if (!isMetricName(name.toString()))
            return reader.reject("metrics", "\"" + name.toString() + "\" is no metric name");
        out.metrics->insert(name.toString());
    }
}

Result<Subscription> readSubscription(std::string_view text)
{
    const auto json = parseJson(text, {.maxBytes = 64U << 10U, .maxDepth = 8});
    if (!json)
        return tl::unexpected(json.error());
    JsonReader reader(*json);
    Subscription out;
    if (const std::string op = reader.string("op", 32); op != "subscribe")
        reader.reject("op", "unknown operation \"" + op + "\"; allowed: subscribe");
    readTopics(reader, out);
    out.since = reader.optionalInteger("since", 0, std::numeric_limits<std::int64_t>::max());
    out.epoch = reader.optionalString("epoch", 256);
    readMetricNames(reader, out);
    return reader.finish().map([&out] { return std::move(out); });
}
} // namespace

EventHub::EventHub(Executor &home, const Clock &clock, std::string epoch, Options options)
    : m_impl(std::make_shared<Impl>(home, clock, std::move(epoch), options))
{
}

EventHub::~EventHub() = default;

void EventHub::start(EventLog *log, std::int64_t seq)
{
    m_impl->home.post([weak = m_impl->weak_from_this(), log, seq] {
        if (const auto impl = weak.lock())
            impl->start(log, seq);
    });
}

void EventHub::publish(std::shared_ptr<const Event> event)
{
    m_impl->publish(std::move(event));
}

void EventHub::attach(std::shared_ptr<EventClient> client)
{
    m_impl->attach(std::move(client));
}

void EventHub::detach(const EventClient &client)
{
    m_impl->clients.erase(&client);
    m_impl->clientCount = m_impl->clients.size();
}

void EventHub::receive(EventClient &sender, std::string_view text)
{
    const auto found = m_impl->clients.find(&sender);
    if (found == m_impl->clients.end())
        return;
    Impl::Client &client = found->second;
    auto subscription = readSubscription(text);
    if (!subscription) {
        m_impl->refuse(client, subscription.error());
        return;
    }
    Subscription &wanted = *subscription;
    client.topics = wanted.topics;
    client.metrics = wanted.metrics ? m_impl->sharedFilter(*std::move(wanted.metrics)) : nullptr;
    m_impl->subscribe(client, wanted.since, wanted.epoch);
}

std::int64_t EventHub::seq() const
{
    return m_impl->publicSeq.load();
}

const std::string &EventHub::epoch() const
{
    return m_impl->epoch;
}

EventHubStats EventHub::stats() const
{
    return {.clients = m_impl->clientCount.load(),
            .events = m_impl->eventCount.load(),
            .deliveries = m_impl->deliveryCount.load(),
            .frames = m_impl->frameCount.load(),
            .resyncs = m_impl->resyncCount.load()};
}

void EventHub::Impl::refuse(Client &client, const Error &error)
{
    log::info("server", "A WebSocket client sent what makes no sense", {{"detail", error.detail}});
    const auto sink = client.sink;
    sink->dropQueue();
    sink->send(std::make_shared<const std::string>(R"([{"type":"error","seq":0,"data":)"
                                                   + problem(error, log::Correlation::current()).body + "}]"));
    sink->close(policyViolation, error.detail);
}

} // namespace vigie
