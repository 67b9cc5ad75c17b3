// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/json.h"
#include "backend/domain/time.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

struct RemoteOptions {
    std::string url; ///< "https://vigie.example:8099", without a path
    std::string token; ///< exchanged for an access token at the first call
    std::string caFile; ///< empty: the system's
    Duration timeout {std::chrono::seconds(15)};
};

/// Where the console's private daemon on this machine listens, and its token.
struct LocalDaemon {
    std::string url;
    std::string token;
};
/// Reads the newest runtime file of a private daemon that is alive, in $XDG_RUNTIME_DIR/vigie or, without that
/// variable, in ~/.cache/vigie/run. NotFound when there is none.
[[nodiscard]] Result<LocalDaemon> findLocalDaemon();

/// A blocking client of the API for command-line programs, on libcurl. One thread. Errors are those of the server's
/// problem documents, or Unreachable, Timeout, Protocol.
class RemoteClient {
public:
    using Query = std::vector<std::pair<std::string, std::string>>;

    explicit RemoteClient(RemoteOptions options);
    ~RemoteClient();
    RemoteClient(const RemoteClient &) = delete;
    RemoteClient &operator=(const RemoteClient &) = delete;

    [[nodiscard]] Result<Json> get(const std::string &path, const Query &query = {});
    /// With an Idempotency-Key of its own: libcurl sends a request again when the connection was lost meanwhile.
    [[nodiscard]] Result<Json> send(const std::string &method, const std::string &path, const Json &body);
    /// Logs in when that has not happened yet. For a program that goes on with a client of its own.
    [[nodiscard]] Result<std::string> accessToken();
    /// Percent-encodes one path segment (RFC 3986 section 2.1).
    static std::string segment(std::string_view text);

private:
    struct Impl;
    [[nodiscard]] Result<> login();
    [[nodiscard]] Result<Json> exchange(const std::string &method, const std::string &target, const std::string &body,
                                        const std::string &idempotencyKey = {});
    std::unique_ptr<Impl> m_impl;
};

} // namespace vigie
