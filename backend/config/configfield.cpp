// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/configfield.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vigie {

namespace {

tl::unexpected<Error> wrongValue(const std::string &text)
{
    return fail(Error::Code::Invalid, "\"" + text + "\" is not accepted");
}

ConfigField textField(std::string key, std::string &value, std::string expected)
{
    return {.key = std::move(key),
            .expected = std::move(expected),
            .set = [&value](const std::string &text) -> Result<> {
                value = text;
                return {};
            },
            .show = [&value] { return value; }};
}

ConfigField secretField(std::string key, std::string &value, std::string expected)
{
    ConfigField field = textField(std::move(key), value, std::move(expected));
    field.secret = true;
    return field;
}

/// Only how it begins: the store itself takes the rest apart, and knows the database.
ConfigField storeUrlField(std::string key, std::string &value)
{
    ConfigField field
        = secretField(std::move(key), value, "sqlite:///ABSOLUTE/PATH or postgresql://USER@HOST/DATABASE");
    field.set = [&value](const std::string &text) -> Result<> {
        const bool known = text.empty() || text.starts_with("sqlite:///") || text.starts_with("postgresql://")
            || text.starts_with("postgres://");
        if (!known)
            return wrongValue(text);
        value = text;
        return {};
    };
    return field;
}

ConfigField integerField(std::string key, std::int64_t &value, std::int64_t min, std::int64_t max)
{
    return {.key = std::move(key),
            .expected = "a number from " + std::to_string(min) + " to " + std::to_string(max),
            .set = [&value, min, max](const std::string &text) -> Result<> {
                std::int64_t number = 0;
                const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
                if (ec != std::errc() || end != text.data() + text.size() || number < min || number > max)
                    return wrongValue(text);
                value = number;
                return {};
            },
            .show = [&value] { return std::to_string(value); }};
}

ConfigField countField(std::string key, std::uint32_t &value, std::uint32_t max)
{
    return {.key = std::move(key),
            .expected = "a number from 0 to " + std::to_string(max),
            .set = [&value, max](const std::string &text) -> Result<> {
                std::uint32_t number = 0;
                const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
                if (ec != std::errc() || end != text.data() + text.size() || number > max)
                    return wrongValue(text);
                value = number;
                return {};
            },
            .show = [&value] { return std::to_string(value); }};
}

ConfigField booleanField(std::string key, bool &value)
{
    return {.key = std::move(key),
            .expected = "true or false",
            .set = [&value](const std::string &text) -> Result<> {
                if (text != "true" && text != "false")
                    return wrongValue(text);
                value = text == "true";
                return {};
            },
            .show = [&value] { return std::string(value ? "true" : "false"); }};
}

ConfigField durationField(std::string key, Duration &value, Duration min, Duration max)
{
    return {.key = std::move(key),
            .expected = "a duration from " + formatDuration(min) + " to " + formatDuration(max)
                + ", for example 30s, 5m or 1h30m",
            .set = [&value, min, max](const std::string &text) -> Result<> {
                const auto duration = parseDuration(text);
                if (!duration || *duration < min || *duration > max)
                    return wrongValue(text);
                value = *duration;
                return {};
            },
            .show = [&value] { return formatDuration(value); }};
}

ConfigField bytesField(std::string key, std::int64_t &value, std::int64_t min)
{
    return {.key = std::move(key),
            .expected = "a size of at least " + formatByteSize(min) + ", for example 256MiB or 2GB",
            .set = [&value, min](const std::string &text) -> Result<> {
                const auto bytes = parseByteSize(text);
                if (!bytes || *bytes < min)
                    return wrongValue(text);
                value = *bytes;
                return {};
            },
            .show = [&value] { return formatByteSize(value); }};
}

/// A value with its own parser and spelling.
template<typename T, typename Parse, typename Show>
ConfigField wordField(const std::string &key, const std::string &expected, T &value, Parse parse, Show show)
{
    return {.key = key,
            .expected = expected,
            .set = [&value, parse](const std::string &text) -> Result<> {
                auto parsed = parse(text);
                if (!parsed)
                    return tl::unexpected(parsed.error());
                value = *std::move(parsed);
                return {};
            },
            .show = [&value, show] { return std::string(show(value)); }};
}

ConfigField listField(std::string key, std::vector<std::string> &value, std::string expected)
{
    return {.key = std::move(key),
            .expected = std::move(expected),
            .shape = ConfigField::Shape::List,
            .setList = [&value](const std::vector<std::string> &items) -> Result<> {
                value = items;
                return {};
            },
            .showList = [&value] { return value; }};
}

ConfigField labelsField(std::string key, LabelSet &value)
{
    return {.key = std::move(key),
            .expected = "a map from label names to texts",
            .shape = ConfigField::Shape::Map,
            .setPairs = [&value](const ConfigField::Pairs &pairs) -> Result<> {
                for (const auto &[name, text] : pairs) {
                    if (!isLabelName(name))
                        return fail(Error::Code::Invalid, "\"" + name + "\" is no label name");
                }
                value = LabelSet(pairs);
                return {};
            },
            .showPairs = [&value] { return ConfigField::Pairs(value.begin(), value.end()); }};
}

Result<log::Level> parseLevel(std::string_view text)
{
    log::Level level {};
    if (!log::levelFromName(text, level))
        return wrongValue(std::string(text));
    return level;
}

/// Whether it can be written is known before the daemon starts, or takes a new configuration over.
ConfigField logFileField(std::string key, std::string &value)
{
    ConfigField field = textField(std::move(key), value, "a file that can be written");
    field.set = [&value](const std::string &text) -> Result<> {
        if (auto good = text.empty() ? Result<>() : log::checkFile(text); !good)
            return good;
        value = text;
        return {};
    };
    return field;
}

} // namespace

std::vector<ConfigField> daemonFields(DaemonConfig &c)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    using std::chrono::seconds;
    return {
        textField("data_dir", c.dataDir, "a folder"),
        textField("server.address", c.server.address, "an IP address"),
        integerField("server.port", c.server.port, 0, 65'535),
        integerField("server.max_connections", c.server.maxConnections, 1, 100'000),
        integerField("server.max_connections_per_address", c.server.maxConnectionsPerAddress, 1, 100'000),
        listField("server.allowed_hosts", c.server.allowedHosts, "a list of host names"),
        booleanField("server.allow_plain_text_off_loopback", c.server.allowPlainOffLoopback),
        textField("server.token_file", c.server.tokenFile, "a file"),
        storeUrlField("store.url", c.store.url),
        integerField("store.readers", c.store.readers, 1, 64),
        integerField("store.keep_events", c.store.keepEvents, 100, 10'000'000),
        bytesField("history.max_size", c.history.maxBytes, 1 << 20),
        durationField("history.max_age", c.history.maxAge, minutes(10), hours(24 * 3650)),
        integerField("history.max_series", c.history.maxSeries, 10, 10'000'000),
        booleanField("host.enabled", c.host.enabled),
        durationField("host.interval", c.host.interval, seconds(1), hours(1)),
        wordField("log.level", "one of trace, debug, info, warning, error, off", c.log.level, parseLevel,
                  log::levelName),
        logFileField("log.file", c.log.file),
        booleanField("rules.built_in", c.rules.builtIn),
        listField("rules.disabled", c.rules.disabled, "a list of ids of built-in rules"),
    };
}

std::vector<ConfigField> sourceFields(SourceConfig &s)
{
    using std::chrono::hours;
    using std::chrono::milliseconds;
    using std::chrono::minutes;
    using std::chrono::seconds;
    std::vector<ConfigField> fields {
        wordField("kind", "one of http, tcp, dns, prometheus, alertmanager, webhook", s.kind, sourceKindFromName,
                  sourceKindName),
        textField("name", s.name, "a name of its own"),
        textField("target", s.target, "a URL, host:port or domain name"),
        durationField("interval", s.interval, seconds(1), hours(24)),
        durationField("timeout", s.timeout, milliseconds(100), minutes(5)),
        textField("method", s.method, "one of GET, HEAD, POST, PUT, OPTIONS"),
        textField("body", s.body, "a text"),
        wordField("expect_status", "statuses such as 200-299,301", s.expectStatus, parseStatusRanges,
                  formatStatusRanges),
        textField("body_match", s.bodyMatch, "a regular expression (RE2)"),
        booleanField("follow_redirects", s.followRedirects),
        textField("server", s.server, "the IP address of a DNS server, with a port if it is not 53"),
        wordField("record_type", "one of A, AAAA, CNAME, MX, TXT, NS", s.recordType, dnsRecordTypeFromName,
                  dnsRecordTypeName),
        textField("expect_answer", s.expectAnswer, "a regular expression (RE2)"),
        textField("ca_file", s.tls.caFile, "a PEM file"),
        textField("client_certificate_file", s.tls.clientCertificateFile, "a PEM file"),
        textField("client_key_file", s.tls.clientKeyFile, "a PEM file"),
        booleanField("verify_peer", s.tls.verifyPeer),
        textField("user", s.user, "a user name"),
        secretField("password", s.password, "a password"),
        secretField("bearer_token", s.bearerToken, "a token"),
        secretField("webhook_token", s.webhookToken, "a token of at least 16 characters"),
        booleanField("alerts_become_incidents", s.alertsBecomeIncidents),
    };
    fields.push_back({.key = "headers",
                      .expected = "a map from header names to values",
                      .shape = ConfigField::Shape::Map,
                      .secret = true,
                      .setPairs = [&s](const ConfigField::Pairs &pairs) -> Result<> {
                          s.headers = pairs;
                          return {};
                      },
                      .showPairs = [&s] { return s.headers; }});
    return fields;
}

std::vector<ConfigField> ruleFields(ThresholdRule &r)
{
    using std::chrono::hours;
    using std::chrono::seconds;
    return {
        textField("id", r.id, "a word of a-z, 0-9, -, _ and ."),
        textField("title", r.title, "a text"),
        wordField(
            "when", "a condition such as host_load1 > 4", r.condition,
            [](const std::string &text) { return parseCondition(text); },
            [](const RuleCondition &condition) { return condition.text(); }),
        durationField("for", r.hold, seconds(0), hours(24 * 7)),
        countField("hold_samples", r.holdSamples, 10'000),
        durationField("keep_firing", r.keepFiring, seconds(0), hours(24)),
        durationField("stale_after", r.staleAfter, seconds(5), hours(24)),
        wordField("severity", "one of critical, high, medium, low", r.severity, severityFromName, severityName),
        textField("description", r.description, "a text"),
        textField("category", r.category, "a word"),
        textField("service", r.service, "a text"),
        labelsField("labels", r.labels),
        labelsField("annotations", r.annotations),
    };
}

std::vector<ConfigField> escalationFields(RuleEscalation &e)
{
    return {
        wordField(
            "when", "a condition such as value > 97 %", e.condition,
            [](const std::string &text) { return parseEscalation(text); },
            [](const RuleCondition &condition) { return condition.text(); }),
        wordField("severity", "one of critical, high, medium, low", e.severity, severityFromName, severityName),
    };
}

namespace {
struct ByteUnit {
    std::string_view name;
    std::int64_t bytes;
};
constexpr std::array<ByteUnit, 9> byteUnits {{{.name = "TiB", .bytes = 1LL << 40},
                                              {.name = "GiB", .bytes = 1LL << 30},
                                              {.name = "MiB", .bytes = 1LL << 20},
                                              {.name = "KiB", .bytes = 1LL << 10},
                                              {.name = "TB", .bytes = 1'000'000'000'000},
                                              {.name = "GB", .bytes = 1'000'000'000},
                                              {.name = "MB", .bytes = 1'000'000},
                                              {.name = "kB", .bytes = 1'000},
                                              {.name = "B", .bytes = 1}}};
} // namespace

Result<std::int64_t> parseByteSize(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    const auto found
        = std::ranges::find_if(byteUnits, [unit](const ByteUnit &u) { return u.name == (unit.empty() ? "B" : unit); });
    if (ec != std::errc() || number < 0 || found == byteUnits.end()
        || number > std::numeric_limits<std::int64_t>::max() / found->bytes)
        return fail(Error::Code::Invalid, "\"" + std::string(text) + "\" is no size");
    return number * found->bytes;
}

std::string formatByteSize(std::int64_t bytes)
{
    for (const ByteUnit &unit : byteUnits) {
        if (bytes >= unit.bytes && bytes % unit.bytes == 0)
            return std::to_string(bytes / unit.bytes) + std::string(unit.name);
    }
    return std::to_string(bytes) + "B";
}

} // namespace vigie
