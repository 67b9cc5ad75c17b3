// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vigie {

/// How to speak TLS to one peer. Empty paths mean the system's defaults.
struct TlsOptions {
    std::string caFile;
    std::string clientCertificateFile;
    std::string clientKeyFile;
    bool verifyPeer {true};
    friend bool operator==(const TlsOptions &, const TlsOptions &) = default;
};

struct HttpRequest {
    std::string method {"GET"};
    std::string url; ///< absolute; http or https
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    Duration timeout {std::chrono::seconds(10)}; ///< for the whole exchange
    std::size_t maxBody {16U << 20U}; ///< bytes; a longer answer is TooLarge
    bool followRedirects {false};
    bool wantCertificate {false}; ///< fill HttpResponse::certificateExpiry, and call certificateSeen
    TlsOptions tls;
    std::string user; ///< basic authentication when not empty
    std::string password;
    /// With wantCertificate and https: called with the expiry of the peer's leaf certificate right before `done`, on
    /// the same executor, also when the certificate is refused (expired, of another name or by an unknown issuer).
    std::function<void(Timestamp)> certificateSeen;
};

struct HttpResponse {
    int status {0};
    std::map<std::string, std::string, std::less<>> headers; ///< names in lower case; of several the last
    std::string body;
    /// When each phase was over, counted from the start as libcurl does (CURLINFO_NAMELOOKUP_TIME_T …). After redirects
    /// each phase is what all hops spent on it, as if first all names had been looked up, then all connections made …:
    /// the differences are the phases, and `total` is the time that passed. Zero: no hop had that phase.
    Duration nameLookup {0};
    Duration connect {0};
    Duration tlsHandshake {0};
    Duration firstByte {0};
    Duration total {0};
    std::optional<Timestamp> certificateExpiry; ///< of the leaf certificate
};

/// HTTP to the outside. send() may be called from any thread; `done` is called exactly once, on the executor the
/// client was made with, also when the client ends first (then with Cancelled). Errors: Unreachable, Timeout,
/// TooLarge, Protocol, Invalid (URL). A status of 4xx or 5xx is an answer, not an error.
class HttpClient {
public:
    using Done = std::function<void(Result<HttpResponse>)>;
    virtual ~HttpClient() = default;
    virtual void send(HttpRequest request, Done done) = 0;
};

} // namespace vigie
