// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/daemonconfig.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vigie {

/// One key of the configuration, tied to the value it sets. The same table reads the file, applies the environment and
/// prints: a key exists in all three or in none.
struct ConfigField {
    enum class Shape : std::uint8_t { Scalar, List, Map };
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    std::string key; ///< within its section: "port", or with the section: "server.port"
    std::string expected; ///< "a number from 1 to 65535"
    Shape shape {Shape::Scalar};
    bool secret {false}; ///< also read as <key>_file (a 0600 file) and <key>_env (name of a variable)
    std::function<Result<>(const std::string &)> set {};
    std::function<std::string()> show {};
    std::function<Result<>(const std::vector<std::string> &)> setList {};
    std::function<std::vector<std::string>()> showList {};
    std::function<Result<>(const Pairs &)> setPairs {};
    std::function<Pairs()> showPairs {};
};

/// The tables borrow their target, which must outlive them.
std::vector<ConfigField> daemonFields(DaemonConfig &config);
std::vector<ConfigField> sourceFields(SourceConfig &source);
std::vector<ConfigField> ruleFields(ThresholdRule &rule); ///< all but its escalations
std::vector<ConfigField> escalationFields(RuleEscalation &escalation);

/// "64MiB", "2GB", "1024": bytes. Invalid otherwise.
Result<std::int64_t> parseByteSize(std::string_view text);
std::string formatByteSize(std::int64_t bytes);

} // namespace vigie
