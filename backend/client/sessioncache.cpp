// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/sessioncache.h"

#include "backend/client/apireader.h"
#include "backend/client/seriesparser.h"
#include "backend/domain/wire.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace vigie {

namespace {
constexpr qint64 maxCacheBytes = 32 << 20;
constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

template<typename Items, typename Write>
void appendList(std::string &out, const char *name, const Items &items, std::size_t max, Write write)
{
    out += ",\n\"";
    out += name;
    out += "\":[";
    std::size_t count = 0;
    for (const auto &item : items) {
        if (count == max)
            break;
        if (count++ != 0)
            out += ",\n";
        write(item);
    }
    out += ']';
}

void appendChange(std::string &out, const RecentChange &change)
{
    Json json;
    json.set("type", Json(change.type));
    json.set("seq", Json(change.seq));
    json.set("at", Json(toMicros(change.at)));
    json.set("subject", Json(change.subjectId));
    json.set("title", Json(change.title));
    json.set("actor", Json(change.actor));
    if (change.severity)
        json.set("severity", Json(severityName(*change.severity)));
    if (!change.isNews)
        json.set("news", Json(false));
    if (change.status)
        json.set("status", Json(statusName(*change.status)));
    if (change.sourceState)
        json.set("state", Json(sourceStateName(*change.sourceState)));
    json.dumpTo(out);
}

template<typename T>
std::optional<T> optionalOf(const Json &json, Result<T> (*read)(std::string_view))
{
    const auto value = read(json.toString());
    return value ? std::optional(*value) : std::nullopt;
}

RecentChange readChange(const Json &json)
{
    RecentChange change;
    change.type = json["type"].toString();
    change.seq = json["seq"].toInteger();
    change.at = fromMicros(json["at"].toInteger());
    change.subjectId = json["subject"].toString();
    change.title = json["title"].toString();
    change.actor = json["actor"].toString();
    change.isNews = json["news"].toBool(true);
    change.severity = optionalOf(json["severity"], &severityFromName);
    change.status = optionalOf(json["status"], &statusFromName);
    change.sourceState = optionalOf(json["state"], &sourceStateFromName);
    return change;
}

/// Unresolved ones first, then the newest: that is what is kept when there are too many.
std::vector<const Incident *> mostWanted(const std::vector<Incident> &incidents)
{
    std::vector<const Incident *> out;
    out.reserve(incidents.size());
    for (const Incident &incident : incidents)
        out.push_back(&incident);
    std::ranges::sort(out, [](const Incident *a, const Incident *b) {
        return a->isClosed() != b->isClosed() ? b->isClosed() : a->updatedAt > b->updatedAt;
    });
    return out;
}

std::string textOfSession(const SessionData &data)
{
    std::string out
        = "{\"format\":" + std::to_string(sessionCacheFormat) + ",\"version\":\"" VIGIE_VERSION "\",\"server\":";
    appendJsonString(out, data.server);
    out += ",\"savedAt\":";
    appendJsonNumber(out, toMicros(data.savedAt));
    appendList(out, "incidents", mostWanted(data.incidents), maxCachedIncidents,
               [&out](const Incident *incident) { wire::append(out, *incident); });
    appendList(out, "sources", data.sources, maxCachedIncidents,
               [&out](const SourceStatus &status) { wire::append(out, status); });
    appendList(out, "changes", data.changes, maxCachedIncidents,
               [&out](const RecentChange &change) { appendChange(out, change); });
    appendList(out, "latest", data.latest, maxCachedSeries, [&out](const std::pair<SeriesKey, Sample> &item) {
        out += '[';
        appendJsonString(out, item.first.toString());
        out += ',';
        appendJsonNumber(out, toMicros(item.second.at));
        out += ',';
        appendJsonNumber(out, item.second.value);
        out += ']';
    });
    out += "}\n";
    return out;
}

Result<SessionData> readSession(const Json &json)
{
    if (json["format"].toInteger() != sessionCacheFormat || !json["savedAt"].isInteger())
        return fail(Error::Code::Invalid, "cache of another format");
    SessionData data;
    data.server = json["server"].toString();
    data.savedAt = fromMicros(json["savedAt"].toInteger());
    for (const Json &item : json["incidents"].array()) {
        if (auto incident = wire::readIncident(item))
            data.incidents.push_back(*std::move(incident));
    }
    for (const Json &item : json["sources"].array()) {
        if (auto status = wire::readSourceStatus(item))
            data.sources.push_back(*std::move(status));
    }
    for (const Json &item : json["changes"].array())
        data.changes.push_back(readChange(item));
    for (const Json &item : json["latest"].array()) {
        const Json::Array &cells = item.array();
        if (cells.size() != 3 || !cells[1].isInteger() || !cells[2].isNumber())
            continue;
        if (auto key = parseSeriesKey(cells[0].toString()))
            data.latest.emplace_back(*std::move(key),
                                     Sample {.at = fromMicros(cells[1].toInteger()), .value = cells[2].toDouble()});
    }
    return data;
}

Error fileError(const QFileDevice &file)
{
    return {.code = Error::Code::Unavailable,
            .detail = file.fileName().toStdString() + ": " + file.errorString().toStdString()};
}
} // namespace

Result<> saveSession(const QString &file, const SessionData &data)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return fail(Error::Code::Unavailable, "cannot make " + folder.toStdString());
        QFile::setPermissions(folder, onlyOwner | QFileDevice::ExeOwner);
    }
    const std::string text = textOfSession(data);
    if (text.size() > static_cast<std::size_t>(maxCacheBytes))
        return fail(Error::Code::TooLarge, "the state is larger than 32 MiB");
    QSaveFile out(file);
    // The mode is set before the first byte is written.
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(onlyOwner)
        || out.write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size())
        || !out.commit())
        return tl::unexpected(fileError(out));
    return {};
}

Result<SessionData> loadSession(const QString &file)
{
    QFile in(file);
    if (!in.exists())
        return fail(Error::Code::NotFound, "no cache");
    if (!in.open(QIODevice::ReadOnly))
        return tl::unexpected(fileError(in));
    if (in.size() > maxCacheBytes)
        return fail(Error::Code::Invalid, "the cache is larger than 32 MiB");
    const QByteArray text = in.readAll();
    const auto json = api::readJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!json)
        return fail(Error::Code::Invalid, json.error().detail);
    return readSession(*json);
}

} // namespace vigie
