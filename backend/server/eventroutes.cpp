// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/routes.h"

namespace vigie {

namespace {
void answerEvents(const Responder &responder, const Result<EventLog::Page> &page)
{
    if (!page)
        return responder.problem(page.error());
    std::string out = "{\"items\":[";
    const char *separator = "";
    for (const auto &event : page->events) {
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
                   const auto done = [responder](const Result<EventLog::Page> &page) { answerEvents(responder, page); };
                   if (since)
                       services.events.eventsAfter(*since, limit, done);
                   else
                       services.events.lastEvents(limit, done);
               });
}

} // namespace vigie
