// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/jsonreader.h"
#include "backend/monitoring/sourceconfig.h"

#include <unistd.h>

#include <array>
#include <cmath>
#include <optional>

namespace vigie {

namespace {
constexpr std::size_t maxBodyText = 64U << 10U;

Duration readSeconds(JsonReader &reader, std::string_view key, Duration fallback)
{
    const Json &value = reader.value(key);
    if (value.isNull())
        return fallback;
    const double seconds = value.toDouble(-1);
    if (!value.isNumber() || !(seconds >= 0) || seconds > 1e6) {
        reader.reject(key, "expected a number of seconds");
        return fallback;
    }
    return Duration(std::llround(seconds * 1e6));
}

std::vector<StatusRange> readExpectStatus(JsonReader &reader)
{
    std::vector<StatusRange> ranges;
    const auto add = [&](const Json &part) {
        const auto read = part.isString() ? parseStatusRanges(part.toString())
                                          : parseStatusRanges(std::to_string(part.toInteger(-1)));
        if (read)
            ranges.insert(ranges.end(), read->begin(), read->end());
        else
            reader.reject("expectStatus", read.error().detail);
    };
    const Json &value = reader.value("expectStatus");
    if (value.isNull())
        return SourceConfig().expectStatus;
    if (value.isArray()) {
        for (const Json &part : value.array())
            add(part);
    } else {
        add(value);
    }
    return ranges;
}

std::vector<std::pair<std::string, std::string>> readHeaders(JsonReader &reader)
{
    std::vector<std::pair<std::string, std::string>> headers;
    const Json &value = reader.value("headers");
    if (!value.isNull() && !value.isObject())
        reader.reject("headers", "expected an object of strings");
    for (const auto &[name, text] : value.object()) {
        if (text.isString())
            headers.emplace_back(name, text.toString());
        else
            reader.reject("headers", "the header \"" + name + "\" is not a string");
    }
    return headers;
}

void readTexts(JsonReader &reader, SourceConfig &config)
{
    const auto take = [&reader](std::string_view key, std::string &out, std::size_t max = 4096) {
        if (auto text = reader.optionalString(key, max))
            out = *std::move(text);
    };
    take("target", config.target);
    take("method", config.method);
    take("body", config.body, maxBodyText);
    take("bodyMatch", config.bodyMatch);
    take("server", config.server);
    take("expectAnswer", config.expectAnswer);
    take("caFile", config.tls.caFile);
    take("clientCertificateFile", config.tls.clientCertificateFile);
    take("clientKeyFile", config.tls.clientKeyFile);
    take("user", config.user);
    take("password", config.password);
    take("bearerToken", config.bearerToken, maxBodyText);
    take("webhookToken", config.webhookToken);
}

Result<SourceConfig> readConfig(JsonReader &reader, SourceConfig config)
{
    config.kind = reader.parsed("kind", sourceKindFromName, SourceKind::HttpProbe);
    config.name = reader.string("name");
    readTexts(reader, config);
    config.interval = readSeconds(reader, "intervalSeconds", config.interval);
    config.timeout = readSeconds(reader, "timeoutSeconds", config.timeout);
    config.headers = readHeaders(reader);
    config.expectStatus = readExpectStatus(reader);
    config.recordType = reader.optionalParsed("recordType", dnsRecordTypeFromName).value_or(DnsRecordType::A);
    config.followRedirects = reader.optionalBoolean("followRedirects").value_or(true);
    config.tls.verifyPeer = reader.optionalBoolean("verifyPeer").value_or(true);
    config.alertsBecomeIncidents = reader.optionalBoolean("alertsBecomeIncidents").value_or(true);
    config.editable = true;
    if (auto read = reader.finish(); !read)
        return tl::unexpected(read.error());
    if (auto valid = validate(config); !valid) {
        Error error = valid.error();
        error.field = reader.pointer(error.field);
        return tl::unexpected(std::move(error));
    }
    return config;
}

constexpr unsigned kindBit(SourceKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

/// Which kinds a member says something for; what is not named here (name, intervalSeconds …) all have.
struct KindsOfMember {
    std::string_view member;
    unsigned kinds;
};
constexpr unsigned httpKind = kindBit(SourceKind::HttpProbe);
constexpr unsigned dnsKind = kindBit(SourceKind::DnsProbe);
constexpr unsigned prometheusKind = kindBit(SourceKind::Prometheus);
constexpr unsigned httpSpeakers = httpKind | prometheusKind | kindBit(SourceKind::Alertmanager);
constexpr std::array<KindsOfMember, 18> kindsOfMembers {
    {{.member = "method", .kinds = httpKind},
     {.member = "headers", .kinds = httpKind},
     {.member = "body", .kinds = httpKind},
     {.member = "expectStatus", .kinds = httpKind},
     {.member = "bodyMatch", .kinds = httpKind},
     {.member = "followRedirects", .kinds = httpKind},
     {.member = "server", .kinds = dnsKind},
     {.member = "recordType", .kinds = dnsKind},
     {.member = "expectAnswer", .kinds = dnsKind},
     {.member = "caFile", .kinds = httpSpeakers},
     {.member = "clientCertificateFile", .kinds = httpSpeakers},
     {.member = "clientKeyFile", .kinds = httpSpeakers},
     {.member = "verifyPeer", .kinds = httpSpeakers},
     {.member = "user", .kinds = httpSpeakers},
     {.member = "password", .kinds = httpSpeakers},
     {.member = "bearerToken", .kinds = httpSpeakers},
     {.member = "webhookToken", .kinds = kindBit(SourceKind::Webhook)},
     {.member = "alertsBecomeIncidents", .kinds = prometheusKind}}};

/// A member that is there for sources of another kind only: who sends it expects what will not happen.
std::optional<std::string_view> foreignMember(const Json &json, SourceKind kind)
{
    for (const auto &[member, kinds] : kindsOfMembers) {
        if (!json[member].isNull() && !(kinds & kindBit(kind)))
            return member;
    }
    return std::nullopt;
}

Json secondsJson(Duration duration)
{
    const auto micros = duration.count();
    return micros % 1'000'000 == 0 ? Json(std::int64_t {micros / 1'000'000}) : Json(static_cast<double>(micros) / 1e6);
}
} // namespace

Result<SourceConfig> readSourceConfig(const Json &json)
{
    JsonReader reader(json);
    auto config = readConfig(reader, {});
    if (!config)
        return config;
    // Only of a new source: what is stored already goes on as it did.
    if (const auto member = foreignMember(json, config->kind))
        return fail(Error::Code::Invalid,
                    "a source of the kind \"" + std::string(sourceKindName(config->kind)) + "\" has no such member",
                    reader.pointer(*member));
    for (const auto &[key, file] : {std::pair {"caFile", &config->tls.caFile},
                                    std::pair {"clientCertificateFile", &config->tls.clientCertificateFile},
                                    std::pair {"clientKeyFile", &config->tls.clientKeyFile}}) {
        if (!file->empty() && access(file->c_str(), R_OK) != 0)
            return fail(Error::Code::Invalid, "vigied cannot read this file", reader.pointer(key));
    }
    return config;
}

Result<SourceConfig> readStoredSourceConfig(const Json &json)
{
    JsonReader reader(json);
    SourceConfig config;
    config.id.value = reader.string("id");
    return readConfig(reader, std::move(config));
}

Json toStoredJson(const SourceConfig &config)
{
    Json out;
    out.set("id", config.id.value);
    out.set("kind", sourceKindName(config.kind));
    out.set("name", config.name);
    const SourceConfig defaults;
    const auto text = [&out](const char *key, const std::string &value, const std::string &usual) {
        if (value != usual)
            out.set(key, value);
    };
    const auto flag = [&out](const char *key, bool value, bool usual) {
        if (value != usual)
            out.set(key, value);
    };
    text("target", config.target, defaults.target);
    out.set("intervalSeconds", secondsJson(config.interval));
    out.set("timeoutSeconds", secondsJson(config.timeout));
    text("method", config.method, defaults.method);
    text("body", config.body, defaults.body);
    text("bodyMatch", config.bodyMatch, defaults.bodyMatch);
    text("server", config.server, defaults.server);
    text("expectAnswer", config.expectAnswer, defaults.expectAnswer);
    text("caFile", config.tls.caFile, {});
    text("clientCertificateFile", config.tls.clientCertificateFile, {});
    text("clientKeyFile", config.tls.clientKeyFile, {});
    text("user", config.user, {});
    text("password", config.password, {});
    text("bearerToken", config.bearerToken, {});
    text("webhookToken", config.webhookToken, {});
    text("expectStatus", formatStatusRanges(config.expectStatus), formatStatusRanges(defaults.expectStatus));
    text("recordType", std::string(dnsRecordTypeName(config.recordType)), "A");
    flag("followRedirects", config.followRedirects, true);
    flag("verifyPeer", config.tls.verifyPeer, true);
    flag("alertsBecomeIncidents", config.alertsBecomeIncidents, true);
    if (!config.headers.empty()) {
        Json headers;
        for (const auto &[name, value] : config.headers)
            headers.set(name, value);
        out.set("headers", std::move(headers));
    }
    return out;
}

} // namespace vigie
