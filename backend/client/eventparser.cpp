// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/eventparser.h"

#include "backend/client/seriesparser.h"
#include "backend/client/simdjsontools.h"
#include "backend/domain/wire.h"

#include <unordered_map>

namespace vigie {

namespace {
using Data = decltype(StreamEvent::data);
using JsonElement = simdjson::dom::element;

std::int64_t memberInteger(const JsonElement &object, std::string_view key)
{
    std::int64_t value = 0;
    return object.at_key(key).get_int64().get(value) == simdjson::SUCCESS ? value : 0;
}

Data helloOf(const JsonElement &data)
{
    StreamEvent::Hello hello;
    if (JsonElement epoch; data.at_key("epoch").get(epoch) == simdjson::SUCCESS)
        hello.epoch = fast::toJson(epoch).value_or(Json()).dump();
    hello.now = fromMicros(memberInteger(data, "now"));
    bool resync = false;
    hello.resync = data.at_key("resync").get_bool().get(resync) == simdjson::SUCCESS && resync;
    return hello;
}

template<typename T>
Data wireData(const JsonElement &data, Result<T> (*read)(const Json &))
{
    const auto json = fast::toJson(data);
    if (!json)
        return StreamEvent::Unreadable {};
    auto value = read(*json);
    if (!value)
        return StreamEvent::Unreadable {};
    return *std::move(value);
}
} // namespace

class EventParser::Impl {
public:
    Result<std::vector<StreamEvent>> parse(std::string_view frame)
    {
        JsonElement root;
        simdjson::dom::array events;
        if (const auto error = m_parser.parse(frame.data(), frame.size()).get(root); error != simdjson::SUCCESS)
            return fail(Error::Code::Protocol, std::string("frame is no JSON: ") + simdjson::error_message(error));
        if (root.get_array().get(events) != simdjson::SUCCESS)
            return fail(Error::Code::Protocol, "frame is no array of events");
        std::vector<StreamEvent> out;
        out.reserve(events.size());
        for (const auto item : events) {
            StreamEvent event;
            event.type = fast::textOf(item, "type");
            if (event.type.empty())
                return fail(Error::Code::Protocol, "event without a type");
            event.seq = memberInteger(item, "seq");
            readData(item, event);
            out.push_back(std::move(event));
        }
        return out;
    }

private:
    void readData(const JsonElement &item, StreamEvent &event)
    {
        if (event.type == "resync") {
            event.data = StreamEvent::Resync {};
            return;
        }
        JsonElement data;
        if (item.at_key("data").get(data) != simdjson::SUCCESS) {
            event.data = StreamEvent::Unreadable {};
            return;
        }
        if (event.type == "metrics.samples")
            event.data = samplesOf(data);
        else if (event.type == "tick")
            event.data = StreamEvent::Tick {fromMicros(memberInteger(data, "now"))};
        else if (event.type == "hello")
            event.data = helloOf(data);
        else if (event.type == "source.removed")
            event.data = removedOf(data);
        else if (event.type.starts_with("incident."))
            event.data = wireData(data, &wire::readIncident);
        else if (event.type.starts_with("source."))
            event.data = wireData(data, &wire::readSourceStatus);
    }

    static Data removedOf(const JsonElement &data)
    {
        const std::string_view id = fast::textOf(data, "id");
        if (id.empty())
            return StreamEvent::Unreadable {};
        return StreamEvent::Removed {SourceId {std::string(id)}};
    }

    Data samplesOf(const JsonElement &data)
    {
        SampleBatch batch;
        simdjson::dom::array samples;
        std::int64_t at = 0;
        if (data.at_key("t").get_int64().get(at) != simdjson::SUCCESS
            || data.at_key("samples").get_array().get(samples) != simdjson::SUCCESS)
            return StreamEvent::Unreadable {};
        batch.at = fromMicros(at);
        batch.source = SourceId {std::string(fast::textOf(data, "source"))};
        batch.samples.reserve(samples.size());
        for (const auto pair : samples) {
            JsonElement value;
            std::string_view name;
            if (pair.at(0).get_string().get(name) != simdjson::SUCCESS || pair.at(1).get(value) != simdjson::SUCCESS)
                return StreamEvent::Unreadable {};
            if (const SeriesKey *key = keyOfName(name))
                batch.samples.push_back({*key, fast::numberOrNan(value)});
        }
        return batch;
    }

    /// The same few hundred names come again with every batch.
    const SeriesKey *keyOfName(std::string_view name)
    {
        m_lookup.assign(name);
        const auto known = m_keys.find(m_lookup);
        if (known != m_keys.end())
            return &known->second;
        auto key = parseSeriesKey(name);
        if (!key)
            return nullptr;
        constexpr std::size_t maxKeys = 20'000;
        if (m_keys.size() >= maxKeys)
            m_keys.clear();
        return &m_keys.emplace(m_lookup, *std::move(key)).first->second;
    }

    simdjson::dom::parser m_parser;
    std::unordered_map<std::string, SeriesKey> m_keys;
    std::string m_lookup;
};

EventParser::EventParser()
    : m_impl(std::make_unique<Impl>())
{
}

EventParser::~EventParser() = default;

Result<std::vector<StreamEvent>> EventParser::parse(std::string_view frame)
{
    return m_impl->parse(frame);
}

} // namespace vigie
