// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/curltransfer.h"

#include "backend/domain/text.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <ctime>

namespace vigie {

namespace {
constexpr int maxRedirects = 5;
constexpr std::size_t maxHeaderBytes = 256U << 10U;

struct UrlParts {
    std::string scheme;
    std::string host;
    std::string port;
    std::string user;
    bool sameOrigin(const UrlParts &other) const
    {
        return scheme == other.scheme && host == other.host && port == other.port;
    }
};

Result<UrlParts> splitUrl(const std::string &text)
{
    CURLU *url = curl_url();
    const auto bad = [&](const char *why) {
        curl_url_cleanup(url);
        return fail(Error::Code::Invalid, why, "url");
    };
    if (curl_url_set(url, CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return bad("not an absolute URL");
    const auto part = [url](CURLUPart which, unsigned flags = 0) {
        char *value = nullptr;
        std::string out;
        if (curl_url_get(url, which, &value, flags) == CURLUE_OK && value)
            out = value;
        curl_free(value);
        return out;
    };
    UrlParts parts {.scheme = lowerAscii(part(CURLUPART_SCHEME)),
                    .host = lowerAscii(part(CURLUPART_HOST)),
                    .port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT),
                    .user = part(CURLUPART_USER)};
    if (parts.scheme != "http" && parts.scheme != "https")
        return bad("only http and https URLs are possible");
    if (parts.host.empty())
        return bad("the URL names no host");
    curl_url_cleanup(url);
    return parts;
}

bool isHarmlessHeader(std::string_view name)
{
    static constexpr std::array<std::string_view, 3> names {"accept", "content-type", "user-agent"};
    return std::ranges::find(names, lowerAscii(name)) != names.end();
}

/// Loopback is reached directly whatever proxy the environment names.
std::string noProxyList()
{
    const char *fromEnvironment = std::getenv("no_proxy");
    if (!fromEnvironment)
        fromEnvironment = std::getenv("NO_PROXY");
    std::string list = "localhost,127.0.0.1,::1";
    if (fromEnvironment && *fromEnvironment)
        list = std::string_view(fromEnvironment) == "*" ? "*" : list + ',' + fromEnvironment;
    return list;
}

std::string seconds(Duration duration)
{
    return formatDuration(duration);
}

std::optional<Timestamp> expiryOf(X509 *certificate)
{
    std::tm utc {};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &utc) != 1)
        return std::nullopt;
    return Timestamp(std::chrono::seconds(timegm(&utc)));
}

/// libcurl could have been built on another TLS library, whose context is none of OpenSSL's.
bool curlUsesOpenSsl()
{
    const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
    return info->ssl_version && std::string_view(info->ssl_version).starts_with("OpenSSL/");
}
} // namespace

CurlTransfer::CurlTransfer(HttpRequest request, HttpClient::Done done)
    : m_request(std::move(request))
    , m_done(std::move(done))
    , m_handle(curl_easy_init())
    , m_start(std::chrono::steady_clock::now())
{
}

CurlTransfer::~CurlTransfer()
{
    curl_easy_cleanup(m_handle);
    curl_slist_free_all(m_headers);
}

std::function<void(Result<HttpResponse>)> CurlTransfer::takeDone()
{
    if (!m_request.certificateSeen || !m_certificateExpiry)
        return std::move(m_done);
    return [done = std::move(m_done), seen = std::move(m_request.certificateSeen),
            expiry = *m_certificateExpiry](Result<HttpResponse> result) {
        seen(expiry);
        done(std::move(result));
    };
}

std::size_t CurlTransfer::writeBody(char *data, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    std::string &body = transfer.m_response.body;
    if (size * count > transfer.m_request.maxBody - std::min(body.size(), transfer.m_request.maxBody)) {
        transfer.m_tooLarge = true;
        return 0;
    }
    body.append(data, size * count);
    return size * count;
}

std::size_t CurlTransfer::writeHeader(char *data, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::string_view line(data, size * count);
    transfer.m_headerBytes += line.size();
    if (transfer.m_headerBytes > maxHeaderBytes) {
        transfer.m_tooLarge = true;
        return 0;
    }
    // A status line starts the headers anew: what came before belonged to a 100 Continue or a proxy's CONNECT.
    if (line.starts_with("HTTP/"))
        transfer.m_response.headers.clear();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return size * count;
    const std::size_t first = line.find_first_not_of(" \t", colon + 1);
    const std::size_t last = line.find_last_not_of(" \t\r\n");
    std::string value;
    if (first != std::string_view::npos && last != std::string_view::npos && last >= first)
        value = line.substr(first, last - first + 1);
    transfer.m_response.headers[lowerAscii(line.substr(0, colon))] = std::move(value);
    return size * count;
}

Result<> CurlTransfer::prepare()
{
    const auto parts = splitUrl(m_request.url);
    if (!parts)
        return tl::unexpected(parts.error());
    m_place = parts->host + ':' + parts->port;
    const Duration left
        = m_request.timeout - std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_start);
    const auto millis = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::milliseconds>(left).count());

    curl_easy_reset(m_handle);
    curl_easy_setopt(m_handle, CURLOPT_URL, m_request.url.c_str());
    curl_easy_setopt(m_handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_handle, CURLOPT_NOSIGNAL, 1L);
    // Else libcurl would wait for the thread of a name look-up that outlives its time, and all exchanges with it.
    curl_easy_setopt(m_handle, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(m_handle, CURLOPT_TIMEOUT_MS, static_cast<long>(millis));
    curl_easy_setopt(m_handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(millis));
    curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, m_errorText);
    curl_easy_setopt(m_handle, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, &CurlTransfer::writeBody);
    curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_HEADERFUNCTION, &CurlTransfer::writeHeader);
    curl_easy_setopt(m_handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(m_handle, CURLOPT_NOPROXY, noProxyList().c_str());
    curl_easy_setopt(m_handle, CURLOPT_BUFFERSIZE, 16L * 1024);
    if (!m_request.user.empty()) {
        curl_easy_setopt(m_handle, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(m_handle, CURLOPT_USERNAME, m_request.user.c_str());
        curl_easy_setopt(m_handle, CURLOPT_PASSWORD, m_request.password.c_str());
    }
    setBody();
    setTls();
    setHeaders();
    return {};
}

void CurlTransfer::setBody()
{
    if (m_request.method == "HEAD") {
        // The length it announces is of what GET would bring; nothing of it comes.
        curl_easy_setopt(m_handle, CURLOPT_NOBODY, 1L);
        return;
    }
    curl_easy_setopt(m_handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(m_request.maxBody));
    if (m_request.method != "GET" || !m_request.body.empty()) {
        // The body lives in m_request as long as the handle does, so libcurl needs no copy.
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDS, m_request.body.c_str());
        curl_easy_setopt(m_handle, CURLOPT_CUSTOMREQUEST, m_request.method.c_str());
    }
}

void CurlTransfer::setTls()
{
    const TlsOptions &tls = m_request.tls;
    if (!tls.caFile.empty())
        curl_easy_setopt(m_handle, CURLOPT_CAINFO, tls.caFile.c_str());
    if (!tls.clientCertificateFile.empty() && !m_leftOrigin) {
        curl_easy_setopt(m_handle, CURLOPT_SSLCERT, tls.clientCertificateFile.c_str());
        if (!tls.clientKeyFile.empty())
            curl_easy_setopt(m_handle, CURLOPT_SSLKEY, tls.clientKeyFile.c_str());
    }
    if (!tls.verifyPeer) {
        curl_easy_setopt(m_handle, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(m_handle, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (m_request.wantCertificate) {
        // A connection used again has no handshake: neither a certificate to look at nor phases to measure.
        curl_easy_setopt(m_handle, CURLOPT_CERTINFO, 1L);
        curl_easy_setopt(m_handle, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(m_handle, CURLOPT_FORBID_REUSE, 1L);
        // A session taken up again verifies nothing: a certificate that expired meanwhile would pass.
        curl_easy_setopt(m_handle, CURLOPT_SSL_SESSIONID_CACHE, 0L);
        watchCertificate();
    }
}

/// Reads the leaf where it is verified: of a handshake that fails there, libcurl tells nothing.
void CurlTransfer::watchCertificate()
{
    m_certificateExpiry.reset();
    if (!curlUsesOpenSsl())
        return;
    curl_easy_setopt(m_handle, CURLOPT_SSL_CTX_DATA, this);
    curl_easy_setopt(m_handle, CURLOPT_SSL_CTX_FUNCTION, &CurlTransfer::setUpTls);
}

CURLcode CurlTransfer::setUpTls(CURL *, void *context, void *self)
{
    const auto verify = [](X509_STORE_CTX *chain, void *transfer) {
        static_cast<CurlTransfer *>(transfer)->m_certificateExpiry = expiryOf(X509_STORE_CTX_get0_cert(chain));
        return X509_verify_cert(chain);
    };
    SSL_CTX_set_cert_verify_callback(static_cast<SSL_CTX *>(context), verify, self);
    return CURLE_OK;
}

void CurlTransfer::setHeaders()
{
    curl_slist_free_all(m_headers);
    // Without these libcurl would wait a second for a 100 Continue, and add a form's content type to any body.
    m_headers = curl_slist_append(nullptr, "Expect:");
    bool hasType = false;
    bool hasAgent = false;
    for (const auto &[name, value] : m_request.headers) {
        if (name.find_first_of("\r\n:") != std::string::npos || value.find_first_of("\r\n") != std::string::npos)
            continue;
        hasType = hasType || lowerAscii(name) == "content-type";
        hasAgent = hasAgent || lowerAscii(name) == "user-agent";
        std::string line = name;
        if (value.empty())
            line.append(";");
        else
            line.append(": ").append(value);
        m_headers = curl_slist_append(m_headers, line.c_str());
    }
    if (!hasType)
        m_headers = curl_slist_append(m_headers, "Content-Type:");
    if (!hasAgent)
        m_headers = curl_slist_append(m_headers, "User-Agent: vigie");
    curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, m_headers);
}

bool CurlTransfer::redirect()
{
    const int status = m_response.status;
    char *next = nullptr;
    curl_easy_getinfo(m_handle, CURLINFO_REDIRECT_URL, &next);
    if (!m_request.followRedirects || !next || status < 301 || status > 308 || status == 304)
        return false;
    const std::string url = next;
    const auto here = splitUrl(m_request.url);
    const auto there = splitUrl(url);
    if (!here || !there || !here->sameOrigin(*there)) {
        m_leftOrigin = true;
        m_request.user.clear();
        m_request.password.clear();
        std::erase_if(m_request.headers, [](const auto &header) { return !isHarmlessHeader(header.first); });
    }
    // RFC 9110 sections 15.4.2 to 15.4.4: 303 always becomes a GET, 301 and 302 do for POST.
    if ((status == 303 && m_request.method != "HEAD") || (status <= 302 && m_request.method == "POST")) {
        m_request.method = "GET";
        m_request.body.clear();
    }
    m_request.url = url;
    m_response = {};
    m_headerBytes = 0;
    return true;
}

std::optional<Result<HttpResponse>> CurlTransfer::finish(CURLcode code)
{
    long status = 0;
    curl_easy_getinfo(m_handle, CURLINFO_RESPONSE_CODE, &status);
    m_response.status = static_cast<int>(status);
    if (code != CURLE_OK)
        return Result<HttpResponse>(tl::unexpected(error(code)));
    if (status == 0)
        return Result<HttpResponse>(fail(Error::Code::Protocol, "no HTTP answer from " + m_place));
    addPhases();
    if (!redirect())
        return answer();
    if (++m_redirects > maxRedirects)
        return Result<HttpResponse>(fail(Error::Code::Protocol, "more than 5 redirects"));
    return std::nullopt;
}

Duration CurlTransfer::phase(CURLINFO info) const
{
    curl_off_t micros = 0;
    curl_easy_getinfo(m_handle, info, &micros);
    return Duration(micros);
}

/// libcurl counts each hop from its own start; a moment that did not come (no TLS, a connection used again) is zero.
void CurlTransfer::addPhases()
{
    static constexpr std::array<CURLINFO, phases> ends {CURLINFO_NAMELOOKUP_TIME_T, CURLINFO_CONNECT_TIME_T,
                                                        CURLINFO_APPCONNECT_TIME_T, CURLINFO_STARTTRANSFER_TIME_T,
                                                        CURLINFO_TOTAL_TIME_T};
    Duration before {0};
    for (std::size_t i = 0; i < phases; ++i) {
        const Duration end = std::max(before, phase(ends[i]));
        m_spent[i] += end - before;
        before = end;
    }
}

void CurlTransfer::tellPhases()
{
    const std::array<Duration *, phases> fields {&m_response.nameLookup, &m_response.connect, &m_response.tlsHandshake,
                                                 &m_response.firstByte, &m_response.total};
    Duration end {0};
    for (std::size_t i = 0; i < phases; ++i) {
        end += m_spent[i];
        if (m_spent[i] > Duration(0))
            *fields[i] = end;
    }
}

Result<HttpResponse> CurlTransfer::answer()
{
    tellPhases();
    m_response.certificateExpiry = m_certificateExpiry;
    curl_certinfo *chain = nullptr;
    if (m_request.wantCertificate && !m_certificateExpiry
        && curl_easy_getinfo(m_handle, CURLINFO_CERTINFO, &chain) == CURLE_OK && chain && chain->num_of_certs > 0) {
        static constexpr std::string_view prefix = "Expire date:";
        for (const curl_slist *line = chain->certinfo[0]; line; line = line->next) {
            if (!std::string_view(line->data).starts_with(prefix))
                continue;
            const std::time_t expiry = curl_getdate(line->data + prefix.size(), nullptr);
            if (expiry != -1)
                m_response.certificateExpiry = Timestamp(std::chrono::seconds(expiry));
        }
    }
    return std::move(m_response);
}

Error CurlTransfer::error(CURLcode code) const
{
    using enum Error::Code;
    if (m_tooLarge || code == CURLE_FILESIZE_EXCEEDED)
        return {.code = TooLarge,
                .detail
                = "the answer of " + m_place + " is longer than " + std::to_string(m_request.maxBody) + " bytes"};
    long systemError = 0;
    curl_easy_getinfo(m_handle, CURLINFO_OS_ERRNO, &systemError);
    // libcurl's own texts tell milliseconds, which would make every failure of one kind look new.
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT: {
        const bool connected = phase(CURLINFO_CONNECT_TIME_T) > Duration(0);
        return {.code = Timeout,
                .detail = (connected ? "no full answer from " : "no connection to ") + m_place + " within "
                    + seconds(m_request.timeout)};
    }
    case CURLE_COULDNT_RESOLVE_HOST:
        return {.code = Unreachable, .detail = "the host name in " + m_place + " cannot be resolved"};
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {.code = Unreachable, .detail = "the proxy's host name cannot be resolved"};
    case CURLE_COULDNT_CONNECT: {
        std::array<char, 128> buffer {};
        const char *why
            = systemError ? ::strerror_r(static_cast<int>(systemError), buffer.data(), buffer.size()) : "no connection";
        return {.code = Unreachable, .detail = m_place + ": " + why};
    }
    case CURLE_UNSUPPORTED_PROTOCOL:
        // splitUrl() let only http through, so this is libcurl's word for an answer without a status line.
        return {.code = Protocol, .detail = m_place + " does not speak HTTP"};
    case CURLE_URL_MALFORMAT:
        return {.code = Invalid, .detail = "the URL cannot be used", .field = "url"};
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
        return {.code = Invalid,
                .detail = "a certificate, key or CA file cannot be used: " + std::string(m_errorText),
                .field = "tls"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
        return {.code = Unreachable,
                .detail = "TLS with " + m_place + ": " + (m_errorText[0] ? m_errorText : curl_easy_strerror(code))};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
        return {.code = Protocol, .detail = m_place + " ended the connection before its answer was complete"};
    default:
        return {.code = Protocol, .detail = m_place + ": " + (m_errorText[0] ? m_errorText : curl_easy_strerror(code))};
    }
}

} // namespace vigie
