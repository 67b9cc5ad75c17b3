// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/domain/http.h"

#include <memory>

namespace vigie {

/// HttpClient on libcurl's multi interface: any number of exchanges on one own thread ("http-out"), which sleeps when
/// nothing is under way. Connections are kept and used again, except for requests with wantCertificate, which always
/// make a new one, without a TLS session of before, and so measure all phases and see the certificate of now. Redirects
/// (at most 5, http and https only): to another origin (scheme, host, port) goes no credential, no client certificate
/// and no header but Accept, Content-Type and User-Agent. Answers are unpacked (gzip, br, …); maxBody counts unpacked
/// bytes. Proxies as the environment says (http_proxy …), never for loopback. Certificate errors are Unreachable. Error
/// details name host and port, never path or query.
class CurlHttpClient final : public HttpClient {
public:
    /// `executor` must outlive the client.
    explicit CurlHttpClient(Executor &executor);
    /// Ends all that is under way with Cancelled.
    ~CurlHttpClient() override;
    CurlHttpClient(const CurlHttpClient &) = delete;
    CurlHttpClient &operator=(const CurlHttpClient &) = delete;

    void send(HttpRequest request, Done done) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vigie
