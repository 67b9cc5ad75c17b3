// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/eventframes.h"

#include "backend/domain/json.h"
#include "backend/domain/wire.h"

namespace vigie {

bool FrameBuilder::add(std::string_view event)
{
    if (event.size() + 2 > m_max)
        return false;
    if (!m_open.empty() && m_open.size() + event.size() + 2 > m_max)
        finish();
    m_open += m_open.empty() ? '[' : ',';
    m_open += event;
    return true;
}

void FrameBuilder::finish()
{
    m_open += ']';
    m_done.push_back(std::make_shared<const std::string>(std::move(m_open)));
    m_open.clear();
}

std::vector<std::shared_ptr<const std::string>> FrameBuilder::take()
{
    if (!m_open.empty())
        finish();
    return std::exchange(m_done, {});
}

std::string eventText(const Event &event)
{
    return wire::text(event);
}

std::string filteredSamples(const Event &event, const MetricFilter &wanted)
{
    const auto data = parseJson(event.data, {.maxBytes = 16U << 20U, .maxDepth = 8});
    if (!data)
        return {};
    Json::Array kept;
    for (const Json &sample : (*data)["samples"].array()) {
        if (sample.array().empty())
            continue;
        const std::string_view series = sample.array().front().toString();
        if (wanted.contains(series.substr(0, series.find('{'))))
            kept.push_back(sample);
    }
    if (kept.empty())
        return {};
    Json copy = *data;
    copy.set("samples", std::move(kept));
    Event filtered = event;
    filtered.data = copy.dump();
    return eventText(filtered);
}

} // namespace vigie
