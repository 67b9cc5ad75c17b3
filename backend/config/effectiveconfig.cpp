// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/effectiveconfig.h"

#include <algorithm>

namespace vigie {

std::vector<ThresholdRule> effectiveRules(const DaemonConfig &config)
{
    std::vector<ThresholdRule> rules;
    if (config.rules.builtIn)
        rules = builtInRules();
    // A custom rule takes the place of the built-in one of the same id.
    std::erase_if(rules, [&config](const ThresholdRule &rule) {
        const auto &disabled = config.rules.disabled;
        const auto &custom = config.rules.custom;
        return std::ranges::find(disabled, rule.id) != disabled.end()
            || std::ranges::any_of(custom, [&rule](const ThresholdRule &other) { return other.id == rule.id; });
    });
    rules.insert(rules.end(), config.rules.custom.begin(), config.rules.custom.end());
    return rules;
}

std::vector<SourceConfig> effectiveSources(const DaemonConfig &config)
{
    std::vector<SourceConfig> sources = config.sources;
    if (config.host.enabled) {
        SourceConfig host;
        host.id = {"host"};
        host.kind = SourceKind::Host;
        host.name = "This machine";
        host.interval = config.host.interval;
        host.timeout = std::min<Duration>(config.host.interval, std::chrono::seconds(10));
        sources.insert(sources.begin(), std::move(host));
    }
    return sources;
}

} // namespace vigie
