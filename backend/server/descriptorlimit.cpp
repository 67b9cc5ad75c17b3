// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/descriptorlimit.h"

#include "backend/domain/logging.h"

#include <sys/resource.h>

#include <algorithm>
#include <limits>

namespace vigie {

std::size_t raiseDescriptorLimit()
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::numeric_limits<std::size_t>::max();
    rlimit raised = limit;
    raised.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

std::size_t connectionsWithin(std::size_t descriptors, std::int64_t wanted)
{
    constexpr std::size_t keptForOthers = 128;
    const std::size_t left = descriptors - std::min(keptForOthers, descriptors / 2);
    const auto asked = static_cast<std::size_t>(std::max<std::int64_t>(wanted, 1));
    if (asked <= left)
        return asked;
    log::warning("server", "fewer connections than server.max_connections: so many open files are not allowed",
                 {{"connections", static_cast<std::int64_t>(left)},
                  {"max_connections", wanted},
                  {"open_files", static_cast<std::int64_t>(descriptors)}});
    return left;
}

} // namespace vigie
