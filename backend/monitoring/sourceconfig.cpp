// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/sourceconfig.h"

#include "backend/domain/labels.h"
#include "backend/domain/names.h"
#include "backend/monitoring/bodypattern.h"
#include "backend/monitoring/socketprober.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace vigie {

namespace {
using namespace std::chrono_literals;

constexpr NameTable<DnsRecordType, 6> dnsRecordTypes {.what = "record type",
                                                      .rows = {{{DnsRecordType::A, "A"},
                                                                {DnsRecordType::Aaaa, "AAAA"},
                                                                {DnsRecordType::Cname, "CNAME"},
                                                                {DnsRecordType::Mx, "MX"},
                                                                {DnsRecordType::Txt, "TXT"},
                                                                {DnsRecordType::Ns, "NS"}}}};
constexpr std::size_t maxName = 128;
constexpr std::size_t maxTarget = 2048;
constexpr std::size_t maxStatusParts = 32;
constexpr std::size_t maxHeaders = 32;
constexpr std::size_t maxHeaderBytes = 8192;
constexpr std::size_t minWebhookToken = 16;

tl::unexpected<Error> invalid(std::string field, std::string detail)
{
    return fail(Error::Code::Invalid, std::move(detail), std::move(field));
}

bool hasControlCharacter(std::string_view text)
{
    return std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

std::optional<int> statusNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {} || end != text.data() + text.size() || value < 100 || value > 599)
        return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// host[:port], the host of an IPv6 address in brackets (RFC 3986 section 3.2).
Result<> checkAuthority(std::string_view authority)
{
    std::string_view port;
    if (authority.front() == '[') {
        const std::size_t end = authority.find(']');
        const std::string address(authority.substr(1, end == std::string_view::npos ? end : end - 1));
        in6_addr buffer {};
        if (end == std::string_view::npos || ::inet_pton(AF_INET6, address.c_str(), &buffer) != 1)
            return invalid("target", "the URL has no IPv6 address in its brackets");
        port = authority.substr(end + 1);
    } else {
        port = authority.substr(std::min(authority.find(':'), authority.size()));
    }
    if (port.empty())
        return {};
    int number = 0;
    const char *const end = port.data() + port.size();
    const auto [stopped, error] = std::from_chars(port.data() + 1, end, number);
    if (port.front() != ':' || error != std::errc {} || stopped != end || number < 1 || number > 65535)
        return invalid("target", "the URL's port is no number from 1 to 65535");
    return {};
}

Result<> checkUrl(const std::string &target)
{
    const std::string_view url = target;
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos || (url.substr(0, scheme) != "http" && url.substr(0, scheme) != "https"))
        return invalid("target", "expected an URL that starts with http:// or https://");
    const std::string_view rest = url.substr(scheme + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    if (authority.empty() || authority.front() == ':')
        return invalid("target", "the URL names no host");
    if (authority.find('@') != std::string_view::npos)
        return invalid("target", "the URL must not contain a user or password; use the members user and password");
    if (auto good = checkAuthority(authority); !good)
        return good;
    if (url.find(' ') != std::string_view::npos || hasControlCharacter(url))
        return invalid("target", "the URL contains a space or a control character");
    return {};
}

Result<> checkHttpProbe(const SourceConfig &config)
{
    static constexpr std::array<std::string_view, 5> methods {"GET", "HEAD", "POST", "PUT", "OPTIONS"};
    if (std::ranges::find(methods, config.method) == methods.end())
        return invalid("method", "expected GET, HEAD, POST, PUT or OPTIONS");
    if (config.expectStatus.empty() || config.expectStatus.size() > maxStatusParts)
        return invalid("expectStatus", "expected 1 to 32 statuses or ranges");
    for (const StatusRange &range : config.expectStatus) {
        if (range.first < 100 || range.last > 599 || range.first > range.last)
            return invalid("expectStatus", "expected statuses from 100 to 599, as in 200-299");
    }
    if (auto pattern = BodyPattern::compile(config.bodyMatch); !pattern)
        return invalid("bodyMatch", pattern.error().detail);
    if (config.method == "HEAD" && !config.bodyMatch.empty())
        return invalid("bodyMatch", "an answer to HEAD has no body to match");
    if (config.headers.size() > maxHeaders)
        return invalid("headers", "expected at most 32 headers");
    for (const auto &[name, value] : config.headers) {
        const bool good = !name.empty() && !hasControlCharacter(name) && !hasControlCharacter(value)
            && name.find_first_of(": ") == std::string::npos && name.size() + value.size() <= maxHeaderBytes;
        if (!good)
            return invalid("headers", "the header \"" + name + "\" is malformed or too long");
    }
    return {};
}

bool isIpAddress(const std::string &text)
{
    in6_addr buffer {};
    return ::inet_pton(AF_INET, text.c_str(), &buffer) == 1 || ::inet_pton(AF_INET6, text.c_str(), &buffer) == 1;
}

Result<> checkDnsProbe(const SourceConfig &config)
{
    if (config.target.empty() || config.target.size() > 253 || config.target.find_first_of(" /:@") != std::string::npos
        || hasControlCharacter(config.target) || config.target.front() == '.'
        || config.target.find("..") != std::string::npos)
        return invalid("target", "expected a domain name to look up");
    if (!config.server.empty() && !isIpAddress(config.server)) {
        const auto parts = splitHostPort(config.server);
        if (!parts || !isIpAddress(parts->first))
            return invalid("server", "expected the IP address of a name server, optionally with a port");
    }
    if (auto pattern = Regex::compile(config.expectAnswer); !config.expectAnswer.empty() && !pattern)
        return invalid("expectAnswer", pattern.error().detail);
    return {};
}

Result<> checkCommon(const SourceConfig &config)
{
    if (config.name.empty() || config.name.size() > maxName || hasControlCharacter(config.name)
        || trimmed(config.name) != config.name)
        return invalid("name", "expected 1 to 128 characters without control characters or spaces around");
    if (config.target.size() > maxTarget)
        return invalid("target", "expected at most 2048 characters");
    if (config.interval < 1s || config.interval > 24h)
        return invalid("intervalSeconds", "expected 1 second to 1 day");
    if (config.timeout < 100ms || config.timeout > 5min)
        return invalid("timeoutSeconds", "expected 0.1 seconds to 5 minutes");
    if (!config.tls.clientKeyFile.empty() && config.tls.clientCertificateFile.empty())
        return invalid("clientKeyFile", "a client key needs a client certificate");
    if (hasControlCharacter(config.user) || hasControlCharacter(config.password))
        return invalid("user", "user and password must not contain control characters");
    if (config.user.empty() && !config.password.empty())
        return invalid("user", "a password needs a user");
    if (hasControlCharacter(config.bearerToken) || config.bearerToken.find(' ') != std::string::npos)
        return invalid("bearerToken", "a token must not contain spaces or control characters");
    if (!config.user.empty() && !config.bearerToken.empty())
        return invalid("bearerToken", "expected either a user or a bearer token");
    return {};
}
} // namespace

std::string_view dnsRecordTypeName(DnsRecordType type)
{
    return dnsRecordTypes.name(type);
}

Result<DnsRecordType> dnsRecordTypeFromName(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return dnsRecordTypes.value(upper);
}

Result<std::vector<StatusRange>> parseStatusRanges(std::string_view text)
{
    std::vector<StatusRange> ranges;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::string_view part = trimmed(text.substr(0, comma));
        const std::size_t dash = part.find('-');
        const auto first = statusNumber(trimmed(part.substr(0, dash)));
        const auto last = dash == std::string_view::npos ? first : statusNumber(trimmed(part.substr(dash + 1)));
        if (!first || !last || *first > *last || ranges.size() == maxStatusParts)
            return invalid({}, "expected statuses from 100 to 599, as in 200-299,301");
        ranges.push_back({*first, *last});
        if (comma == std::string_view::npos)
            return ranges;
        text.remove_prefix(comma + 1);
    }
}

std::string formatStatusRanges(const std::vector<StatusRange> &ranges)
{
    std::string out;
    for (const StatusRange &range : ranges) {
        out += out.empty() ? "" : ",";
        out += std::to_string(range.first);
        if (range.last != range.first)
            out += '-' + std::to_string(range.last);
    }
    return out;
}

Result<> validate(const SourceConfig &config)
{
    if (auto common = checkCommon(config); !common)
        return common;
    switch (config.kind) {
    case SourceKind::Host:
        if (!config.target.empty())
            return invalid("target", "this machine has no target");
        return {};
    case SourceKind::HttpProbe:
        if (auto url = checkUrl(config.target); !url)
            return url;
        return checkHttpProbe(config);
    case SourceKind::Prometheus:
    case SourceKind::Alertmanager:
        if (config.target.find_first_of("?#") != std::string::npos)
            return invalid("target", "expected the base URL, without query or fragment");
        return checkUrl(config.target);
    case SourceKind::TcpProbe:
        if (auto parts = splitHostPort(config.target); !parts)
            return invalid("target", parts.error().detail);
        return {};
    case SourceKind::DnsProbe:
        return checkDnsProbe(config);
    case SourceKind::Webhook:
        if (!config.target.empty())
            return invalid("target", "a webhook has no target; it is called");
        if (config.webhookToken.size() < minWebhookToken || hasControlCharacter(config.webhookToken))
            return invalid("webhookToken", "expected a token of at least 16 characters");
        return {};
    }
    return invalid("kind", "unknown kind");
}

SourceId sourceIdFromName(std::string_view name)
{
    SourceId id;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        id.value += plain ? lower : '-';
    }
    return id;
}

SourceStatus initialStatus(const SourceConfig &config, Timestamp now)
{
    SourceStatus status;
    status.id = config.id;
    status.kind = config.kind;
    status.name = config.name;
    status.target = config.target;
    status.editable = config.editable;
    status.since = now;
    status.interval = config.interval;
    return status;
}

} // namespace vigie
