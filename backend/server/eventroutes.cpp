// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/routes.h"

#include <algorithm>

namespace vigie {

namespace {
using Events = std::vector<std::shared_ptr<const Event>>;
constexpr std::size_t maxPageBytes {16U << 20U};

/// As many as fit an answer: those that come first after a seq, or the newest ones. One at least.
std::pair<Events::const_iterator, Events::const_iterator> fittingPart(const Events &events, bool keepNewest)
{
    std::size_t bytes = 0;
    const auto fits = [&bytes](const auto &event) {
        bytes += event->data.size();
        return bytes <= maxPageBytes;
    };
    if (keepNewest) {
        // NOLINTNEXTLINE(modernize-use-ranges): clang 14 cannot read the views of g++ 12
        auto oldest = std::find_if_not(events.rbegin(), events.rend(), fits);
        return {oldest == events.rbegin() && !events.empty() ? events.end() - 1 : oldest.base(), events.end()};
    }
    const auto end = std::ranges::find_if_not(events, fits);
    return {events.begin(), end == events.begin() && !events.empty() ? events.begin() + 1 : end};
}

void answerEvents(const Responder &responder, const Result<EventLog::Page> &page, bool keepNewest)
{
    if (!page)
        return responder.problem(page.error());
    std::string out = "{\"items\":[";
    const char *separator = "";
    const auto [first, last] = fittingPart(page->events, keepNewest);
    for (auto it = first; it != last; ++it) {
        const auto &event = *it;
        out += separator;
        separator = ",";
        out += "{\"type\":";
        appendJsonString(out, event->type);
        out += ",\"seq\":";
        appendJsonNumber(out, event->seq);
        out += ",\"at\":";
        appendJsonNumber(out, toMicros(event->at));
        out += ",\"data\":";
        out += event->data;
        out += '}';
    }
    out += "],\"seq\":";
    appendJsonNumber(out, page->seq);
    out += '}';
    responder.json(std::move(out));
}
} // namespace

void addEventRoutes(Router &router, Services &services)
{
    router.add(Method::Get, "/api/v1/events", {.operation = "listEvents", .query = QueryUse::Some},
               [&services](const Request &request, const Responder &responder) {
                   QueryReader reader(request);
                   const auto limit = static_cast<std::size_t>(reader.integer("limit", 1, 1000).value_or(50));
                   const auto since = reader.integer("since", 0, std::numeric_limits<std::int64_t>::max());
                   if (const auto ok = reader.finish(); !ok)
                       return responder.problem(ok.error());
                   const auto done = [responder, keepNewest = !since](const Result<EventLog::Page> &page) {
                       answerEvents(responder, page, keepNewest);
                   };
                   if (since)
                       services.events.eventsAfter(*since, limit, done);
                   else
                       services.events.lastEvents(limit, done);
               });
}

} // namespace vigie
