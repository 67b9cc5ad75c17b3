// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/event.h"

#include "backend/domain/names.h"

namespace vigie {

namespace {
constexpr NameTable<Topic, 3> topicNames {
    .what = "topic",
    .rows = {{{Topic::Incidents, "incidents"}, {Topic::Sources, "sources"}, {Topic::Metrics, "metrics"}}}};
} // namespace

std::string_view topicName(Topic topic)
{
    return topicNames.name(topic);
}

Result<Topic> topicFromName(std::string_view name)
{
    return topicNames.value(name);
}

} // namespace vigie
