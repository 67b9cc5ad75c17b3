// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incidents/incidentservice.h"
#include "backend/server/eventhub.h"
#include "backend/server/idempotency.h"
#include "backend/server/routes.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {
constexpr std::size_t maxIncidentBody = 256U << 10U;
constexpr std::size_t maxTitle = 500;
/// U+200B, U+2028, U+2029, U+202A to U+202E, U+2060, U+2066 to U+2069, U+FEFF.
// NOLINTBEGIN(misc-misleading-bidirectional): they are what is looked for
constexpr std::array<std::string_view, 14> hiddenCharacters {
    "\xe2\x80\x8b", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x80\xad",
    "\xe2\x80\xae", "\xe2\x81\xa0", "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9", "\xef\xbb\xbf"};
// NOLINTEND(misc-misleading-bidirectional)
constexpr std::size_t maxText = 16U << 10U; // so that an incident always fits a frame of the event stream
constexpr std::size_t maxWord = 256;
constexpr std::int64_t anyVersion = std::numeric_limits<std::int64_t>::max();

bool readSort(std::string_view text, IncidentQuery &query)
{
    // By severity the worst comes first when read downwards ("-severity"), which is the book's own order.
    if (text == "-severity" || text == "severity") {
        query.sort = IncidentSort::Severity;
        query.descending = text == "severity";
        return true;
    }
    query.descending = text.starts_with('-');
    const std::string_view name = text.substr(query.descending ? 1 : 0);
    if (name == "startedAt")
        query.sort = IncidentSort::StartedAt;
    else if (name == "updatedAt")
        query.sort = IncidentSort::UpdatedAt;
    else if (name == "title")
        query.sort = IncidentSort::Title;
    else
        return false;
    return true;
}

Result<IncidentQuery> readListQuery(const Request &request)
{
    QueryReader reader(request);
    IncidentQuery out;
    out.filter.statuses = reader.bits("status", &statusFromName, 0x0f);
    out.filter.severities = reader.bits("severity", &severityFromName, 0x0f);
    out.filter.category = reader.text("category");
    out.filter.service = reader.text("service");
    out.filter.owner = reader.text("owner");
    out.filter.text = reader.text("q").value_or("");
    if (const auto sort = reader.text("sort"); sort && !readSort(*sort, out))
        reader.reject("sort",
                      "allowed: -severity, severity, -startedAt, startedAt, -updatedAt, updatedAt, title, -title");
    out.limit = static_cast<std::size_t>(reader.integer("limit", 1, 1000).value_or(50));
    out.cursor = reader.text("cursor", 4096).value_or("");
    return reader.finish().map([&out] { return std::move(out); });
}

void list(Services &services, const Request &request, const Responder &responder)
{
    const auto query = readListQuery(request);
    if (!query)
        return responder.problem(query.error());
    if (!services.incidents.isLoaded())
        return responder.problem({.code = Error::Code::Unavailable, .detail = "the incidents are still being loaded"});
    // Not the book's own seq: what was given out is contained here, and what comes after it is given out again.
    const std::int64_t seq = services.hub.seq();
    auto page = services.incidents.book().page(*query);
    if (!page)
        return responder.problem(page.error());
    std::string out;
    out.reserve(page->items.size() + 128);
    out += "{\"items\":";
    out += page->items;
    out += ",\"next\":";
    if (page->next.empty())
        out += "null";
    else
        appendJsonString(out, page->next);
    out += ",\"total\":";
    appendJsonNumber(out, static_cast<std::int64_t>(page->total));
    out += ",\"seq\":";
    appendJsonNumber(out, seq);
    out += '}';
    responder.json(std::move(out));
}

/// Cuts the blanks around a title and refuses what cannot be seen in a list, or turns the text around it (Unicode's
/// bidirectional controls): what people read must be what is stored. `title` is valid UTF-8, as the parser left it.
void cleanTitle(JsonReader &reader, std::string &title)
{
    const std::size_t begin = title.find_first_not_of(' ');
    title = begin == std::string::npos ? std::string() : title.substr(begin, title.find_last_not_of(' ') - begin + 1);
    if (title.empty())
        return reader.reject("title", "must not be empty");
    for (std::size_t i = 0; i < title.size(); ++i) {
        const auto byte = static_cast<unsigned char>(title[i]);
        const std::string_view rest = std::string_view(title).substr(i);
        const bool isControl = byte < 0x20 || byte == 0x7f
            || (byte == 0xc2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xa0); // U+0080 to U+009F
        const bool isHidden = std::ranges::any_of(hiddenCharacters,
                                                  [rest](std::string_view hidden) { return rest.starts_with(hidden); });
        if (isControl || isHidden)
            return reader.reject("title", "must not contain control characters or invisible ones");
    }
}

Result<NewIncident> readNew(const Request &request)
{
    const auto json = routes::bodyOf(request);
    if (!json)
        return tl::unexpected(json.error());
    JsonReader reader(*json);
    NewIncident out;
    out.title = reader.string("title", maxTitle);
    cleanTitle(reader, out.title);
    out.severity = reader.parsed("severity", &severityFromName, Severity::Medium);
    out.description = reader.optionalString("description", maxText).value_or("");
    out.category = reader.optionalString("category", maxWord).value_or("");
    out.service = reader.optionalString("service", maxWord).value_or("");
    out.owner = reader.optionalString("owner", maxWord).value_or("");
    out.metric = reader.optionalString("metric").value_or("");
    out.labels = reader.labels("labels");
    out.annotations = reader.labels("annotations");
    return reader.finish().map([&out] { return std::move(out); });
}

Result<IncidentPatch> readPatch(const Request &request)
{
    const auto json = routes::bodyOf(request);
    if (!json)
        return tl::unexpected(json.error());
    JsonReader reader(*json);
    IncidentPatch out;
    out.version = reader.optionalInteger("version", 1, anyVersion);
    out.title = reader.optionalString("title", maxTitle);
    if (out.title)
        cleanTitle(reader, *out.title);
    out.description = reader.optionalString("description", maxText);
    out.severity = reader.optionalParsed("severity", &severityFromName);
    out.category = reader.optionalString("category", maxWord);
    out.service = reader.optionalString("service", maxWord);
    out.owner = reader.optionalString("owner", maxWord);
    out.status = reader.optionalParsed("status", &statusFromName);
    if (out.status == IncidentStatus::Resolved)
        reader.reject("status", "resolving has a path of its own: POST …/resolve");
    out.snoozedUntil = reader.optionalTimestamp("snoozedUntil");
    if ((out.status == IncidentStatus::Snoozed) != out.snoozedUntil.has_value())
        reader.reject("snoozedUntil", "goes with status \"snoozed\", and that one needs it");
    out.comment = reader.optionalString("comment", maxText);
    if (!(*json)["labels"].isNull())
        out.labels = reader.labels("labels");
    else
        reader.value("labels");
    return reader.finish().map([&out] { return std::move(out); });
}

void answerDetails(const Responder &responder, const Result<std::pair<Incident, std::vector<TimelineEntry>>> &found)
{
    if (!found)
        return responder.problem(found.error());
    std::string out = "{\"incident\":";
    wire::append(out, found->first);
    out += ",\"timeline\":[";
    const char *separator = "";
    for (const TimelineEntry &entry : found->second) {
        out += separator;
        wire::append(out, entry);
        separator = ",";
    }
    out += "]}";
    responder.json(std::move(out));
}

void resolve(Services &services, const Request &request, const Responder &responder)
{
    const auto json = routes::bodyOf(request);
    if (!json)
        return responder.problem(json.error());
    JsonReader reader(*json);
    std::string note = reader.optionalString("note", maxText).value_or("");
    const auto version = reader.optionalInteger("version", 1, anyVersion);
    if (const auto ok = reader.finish(); !ok)
        return responder.problem(ok.error());
    services.incidents.resolve({request.param("id")}, version, std::move(note), request.actor(),
                               [responder](const Result<Incident> &done) { routes::answer(responder, done); });
}
} // namespace

void addIncidentRoutes(Router &router, Services &services)
{
    const auto once = std::make_shared<IdempotencyBook>(services.clock);
    router.add(Method::Get, "/api/v1/incidents", {.operation = "listIncidents", .query = QueryUse::Some},
               [&services](const Request &request, const Responder &responder) { list(services, request, responder); });
    router.add(
        Method::Post, "/api/v1/incidents",
        {.operation = "createIncident", .access = Access::User, .body = BodyUse::Required, .maxBody = maxIncidentBody},
        once->guarded([&services](const Request &request, const Responder &responder) {
            auto incident = readNew(request);
            if (!incident)
                return responder.problem(incident.error());
            services.incidents.create(*std::move(incident), request.actor(), [responder](const Result<Incident> &done) {
                routes::answer(responder, done, 201);
            });
        }));
    router.add(Method::Get, "/api/v1/incidents/{id}", {.operation = "incidentDetails", .access = Access::User},
               [&services](const Request &request, const Responder &responder) {
                   services.incidents.details({request.param("id")},
                                              [responder](const auto &found) { answerDetails(responder, found); });
               });
    router.add(
        Method::Put, "/api/v1/incidents/{id}",
        {.operation = "updateIncident", .access = Access::User, .body = BodyUse::Required, .maxBody = maxIncidentBody},
        once->guarded([&services](const Request &request, const Responder &responder) {
            auto patch = readPatch(request);
            if (!patch)
                return responder.problem(patch.error());
            services.incidents.update({request.param("id")}, *std::move(patch), request.actor(),
                                      [responder](const Result<Incident> &done) { routes::answer(responder, done); });
        }));
    router.add(
        Method::Post, "/api/v1/incidents/{id}/resolve",
        {.operation = "resolveIncident", .access = Access::User, .body = BodyUse::Optional, .maxBody = maxIncidentBody},
        once->guarded([&services](const Request &request, const Responder &responder) {
            resolve(services, request, responder);
        }));
}

} // namespace vigie
