// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"

#include <curl/curl.h>

#include <array>
#include <functional>
#include <optional>
#include <string>

namespace vigie {

/// One exchange on one easy handle, redirects included. Lives and works on the HTTP thread; private to this layer.
class CurlTransfer {
public:
    CurlTransfer(HttpRequest request, HttpClient::Done done);
    ~CurlTransfer();
    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    CURL *handle() const { return m_handle; }
    /// Sets the options of the next hop. Invalid when the URL is no http(s) URL.
    [[nodiscard]] Result<> prepare();
    /// After libcurl finished a hop: the outcome, or nullopt when a redirect has to be followed (prepare() again).
    std::optional<Result<HttpResponse>> finish(CURLcode code);
    /// Tells what it has to tell and ends with `result`; to be called once, on the caller's executor.
    std::function<void(Result<HttpResponse>)> takeDone();

private:
    static std::size_t writeBody(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t writeHeader(char *data, std::size_t size, std::size_t count, void *self);
    void setBody();
    void setTls();
    void watchCertificate();
    static CURLcode setUpTls(CURL *handle, void *context, void *self);
    void setHeaders();
    bool redirect();
    void addPhases();
    void tellPhases();
    Result<HttpResponse> answer();
    Error error(CURLcode code) const;
    Duration phase(CURLINFO info) const;

    HttpRequest m_request;
    HttpClient::Done m_done;
    HttpResponse m_response;
    CURL *m_handle {nullptr};
    curl_slist *m_headers {nullptr};
    std::string m_place; ///< host:port, for error texts
    SteadyTime m_start;
    std::optional<Timestamp> m_certificateExpiry; ///< of the hop's peer, whether its certificate was accepted or not
    static constexpr std::size_t phases = 5; ///< name look-up, connect, TLS, up to the first byte, up to the end
    std::array<Duration, phases> m_spent {}; ///< on each, by all hops so far
    std::size_t m_headerBytes {0};
    int m_redirects {0};
    bool m_tooLarge {false};
    bool m_leftOrigin {false};
    char m_errorText[CURL_ERROR_SIZE] {};
};

} // namespace vigie
