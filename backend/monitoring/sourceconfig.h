// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"
#include "backend/domain/json.h"
#include "backend/domain/source.h"

#include <string>
#include <utility>
#include <vector>

namespace vigie {

/// HTTP statuses that count as good, both ends included.
struct StatusRange {
    int first {200};
    int last {299};
    friend bool operator==(const StatusRange &, const StatusRange &) = default;
};
/// "200", "200-299", "200,301-308". Each within 100 to 599, at most 32 parts. Invalid otherwise.
[[nodiscard]] Result<std::vector<StatusRange>> parseStatusRanges(std::string_view text);
std::string formatStatusRanges(const std::vector<StatusRange> &ranges);

enum class DnsRecordType : std::uint8_t { A, Aaaa, Cname, Mx, Txt, Ns };
std::string_view dnsRecordTypeName(DnsRecordType type); ///< "A" "AAAA" "CNAME" "MX" "TXT" "NS"
[[nodiscard]] Result<DnsRecordType> dnsRecordTypeFromName(std::string_view name); ///< in any case

/// Everything needed to watch one source. Value type; holds secrets: never log it, never send it to a client.
/// Which members matter depends on `kind`; the others keep their defaults.
// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): in the order people read it; there are few
struct SourceConfig {
    SourceId id;
    SourceKind kind {SourceKind::HttpProbe};
    std::string name; ///< unique among the sources; the label probe=<name> of its samples; at most 128 bytes
    /// Http, Prometheus, Alertmanager: absolute URL without user info. Tcp: host:port, IPv6 as [::1]:22. Dns: the name
    /// to look up. Host, Webhook: empty.
    std::string target;
    Duration interval {std::chrono::seconds(30)}; ///< 1 s to 1 day
    Duration timeout {std::chrono::seconds(10)}; ///< of one collection; 100 ms to 5 min
    bool editable {false}; ///< added through the API, kept in the store; not by the configuration file

    // HTTP probe
    std::string method {"GET"}; ///< GET, HEAD, POST, PUT or OPTIONS
    std::vector<std::pair<std::string, std::string>> headers; ///< may carry secrets
    std::string body;
    std::vector<StatusRange> expectStatus {{.first = 200, .last = 299}};
    std::string bodyMatch; ///< RE2 expression the body must contain; empty: any body
    bool followRedirects {true};

    // DNS probe
    std::string server; ///< IP address, optionally with port ("9.9.9.9:53", "[::1]:5353"); empty: the system's
    DnsRecordType recordType {DnsRecordType::A};
    std::string expectAnswer; ///< RE2 expression at least one answer must match as a whole; empty: any answer

    // Whoever speaks HTTP
    TlsOptions tls;
    std::string user; ///< basic authentication when not empty
    std::string password;
    std::string bearerToken; ///< sent as Authorization: Bearer

    // Webhook
    std::string webhookToken; ///< what the sender must show; at least 16 bytes

    // Prometheus
    bool alertsBecomeIncidents {true};

    friend bool operator==(const SourceConfig &, const SourceConfig &) = default;
};

/// Checks every member that `kind` uses. Error::field is the member's key in readSourceConfig()'s form, without a
/// slash ("target", "intervalSeconds", "bodyMatch"), so that a configuration reader can find its line. The id may be
/// empty here.
[[nodiscard]] Result<> validate(const SourceConfig &config);

/// Body of POST /api/v1/sources: {kind, name, target?, intervalSeconds?, timeoutSeconds?, method?, headers? (object),
/// body?, expectStatus? (number, "200-299,301", or an array of those), bodyMatch?, followRedirects?, server?,
/// recordType?, expectAnswer?, caFile?, clientCertificateFile?, clientKeyFile?, verifyPeer?, user?, password?,
/// bearerToken?, webhookToken?, alertsBecomeIncidents?}. Strict: an unknown member is an error, and one of
/// another kind, and a file that cannot be read; the result is valid, editable, without id. Error::field is a pointer.
[[nodiscard]] Result<SourceConfig> readSourceConfig(const Json &json);

/// The same form with "id", and with every secret: for the store only.
Json toStoredJson(const SourceConfig &config);
[[nodiscard]] Result<SourceConfig> readStoredSourceConfig(const Json &json);

/// A stable id for a source of the configuration file: its name in lower case, anything but a-z 0-9 as '-'.
SourceId sourceIdFromName(std::string_view name);

/// What everybody may see of it at the beginning: Pending since `now`.
SourceStatus initialStatus(const SourceConfig &config, Timestamp now);

} // namespace vigie
