// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/httprequests.h"

namespace vigie {

HttpRequest sourceRequest(const SourceConfig &config, const std::string &path)
{
    HttpRequest request;
    request.url = config.target;
    if (!path.empty()) {
        while (request.url.ends_with('/'))
            request.url.pop_back();
        request.url += path;
    }
    request.timeout = config.timeout;
    request.tls = config.tls;
    request.user = config.user;
    request.password = config.password;
    if (!config.bearerToken.empty())
        request.headers.emplace_back("Authorization", "Bearer " + config.bearerToken);
    return request;
}

} // namespace vigie
