// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/remote/remoteclient.h"

#include "backend/domain/ids.h"
#include "backend/domain/text.h"
#include "backend/domain/wire.h"

#include <curl/curl.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vigie {

namespace {

constexpr std::size_t remoteBodyLimit = 64U << 20U;

std::size_t appendRemoteBody(char *data, std::size_t size, std::size_t count, void *target)
{
    auto &body = *static_cast<std::string *>(target);
    if (body.size() + size * count > remoteBodyLimit)
        return 0; // libcurl ends the transfer with CURLE_WRITE_ERROR
    body.append(data, size * count);
    return size * count;
}

Error errorOfCurl(CURLcode code, const char *text)
{
    const Error::Code kind = code == CURLE_OPERATION_TIMEDOUT ? Error::Code::Timeout
        : code == CURLE_WRITE_ERROR                           ? Error::Code::TooLarge
        : code == CURLE_URL_MALFORMAT                         ? Error::Code::Invalid
                                                              : Error::Code::Unreachable;
    return {.code = kind, .detail = *text != '\0' ? text : curl_easy_strerror(code)};
}

} // namespace

struct RemoteClient::Impl {
    RemoteOptions options;
    CURL *curl {curl_easy_init()};
    std::string accessToken;

    explicit Impl(RemoteOptions o)
        : options(std::move(o))
    {
    }
    ~Impl() { curl_easy_cleanup(curl); }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;
};

RemoteClient::RemoteClient(RemoteOptions options)
    : m_impl(std::make_unique<Impl>(std::move(options)))
{
    while (m_impl->options.url.ends_with('/'))
        m_impl->options.url.pop_back();
}

RemoteClient::~RemoteClient() = default;

std::string RemoteClient::segment(std::string_view text)
{
    return percentEncode(text);
}

Result<Json> RemoteClient::get(const std::string &path, const Query &query)
{
    std::string target = path;
    char separator = '?';
    for (const auto &[name, value] : query) {
        target += separator + segment(name) + "=" + segment(value);
        separator = '&';
    }
    if (auto ok = login(); !ok)
        return tl::unexpected(ok.error());
    return exchange("GET", target, {});
}

Result<Json> RemoteClient::send(const std::string &method, const std::string &path, const Json &body)
{
    if (auto ok = login(); !ok)
        return tl::unexpected(ok.error());
    SystemRandom random;
    return exchange(method, path, body.dump(), newUuid(SystemClock(), random));
}

Result<std::string> RemoteClient::accessToken()
{
    return login().map([this] { return m_impl->accessToken; });
}

Result<> RemoteClient::login()
{
    if (!m_impl->accessToken.empty() || m_impl->options.token.empty())
        return {};
    const auto answer = exchange("POST", "/auth/login", Json(Json::Object {{"token", m_impl->options.token}}).dump());
    if (!answer)
        return tl::unexpected(answer.error());
    m_impl->accessToken = (*answer)["accessToken"].toString();
    if (m_impl->accessToken.empty())
        return fail(Error::Code::Protocol, "the server's answer to the login has no accessToken");
    return {};
}

Result<Json> RemoteClient::exchange(const std::string &method, const std::string &target, const std::string &body,
                                    const std::string &idempotencyKey)
{
    CURL *curl = m_impl->curl;
    curl_easy_reset(curl);
    std::string answer;
    std::array<char, CURL_ERROR_SIZE> errorText {};
    const std::string url = m_impl->options.url + target;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, errorText.data());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(m_impl->options.timeout.count() / 1000));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &appendRemoteBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    if (!m_impl->options.caFile.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, m_impl->options.caFile.c_str());
    curl_slist *headers = curl_slist_append(nullptr, "Accept: application/json");
    if (!body.empty()) {
        headers = curl_slist_append(headers, "Content-Type: application/json");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    }
    if (!m_impl->accessToken.empty())
        headers = curl_slist_append(headers, ("Authorization: Bearer " + m_impl->accessToken).c_str());
    if (!idempotencyKey.empty())
        headers = curl_slist_append(headers, ("Idempotency-Key: " + idempotencyKey).c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    const CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(headers);
    if (code != CURLE_OK)
        return tl::unexpected(errorOfCurl(code, errorText.data()));
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status >= 400)
        return tl::unexpected(wire::readProblem(static_cast<int>(status), answer));
    if (answer.empty())
        return Json();
    auto json = parseJson(answer, {.maxBytes = remoteBodyLimit, .maxDepth = 64});
    if (!json)
        return fail(Error::Code::Protocol, "the answer is not JSON: " + json.error().detail);
    return json;
}

Result<LocalDaemon> findLocalDaemon()
{
    namespace fs = std::filesystem;
    fs::path folder;
    if (const char *runtime = std::getenv("XDG_RUNTIME_DIR"); runtime != nullptr && *runtime != '\0')
        folder = fs::path(runtime) / "vigie";
    else if (const char *home = std::getenv("HOME"); home != nullptr)
        folder = fs::path(home) / ".cache" / "vigie" / "run";
    std::error_code ignored;
    Result<LocalDaemon> found
        = fail(Error::Code::NotFound, "no private daemon runs (looked in " + folder.string() + ")");
    fs::file_time_type newest = fs::file_time_type::min();
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() != ".json" || entry.last_write_time(ignored) <= newest)
            continue;
        const std::ifstream in(entry.path());
        std::stringstream text;
        text << in.rdbuf();
        const auto json = parseJson(text.str());
        if (!json || !(*json)["port"].isInteger() || !(*json)["token"].isString())
            continue;
        const std::int64_t pid = (*json)["pid"].toInteger();
        if (pid <= 1 || (kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH))
            continue;
        newest = entry.last_write_time(ignored);
        found = LocalDaemon {.url = "http://127.0.0.1:" + std::to_string((*json)["port"].toInteger()),
                             .token = (*json)["token"].toString()};
    }
    return found;
}

} // namespace vigie
