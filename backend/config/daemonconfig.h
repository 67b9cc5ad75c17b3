// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/logging.h"
#include "backend/domain/result.h"
#include "backend/domain/time.h"
#include "backend/metrics/thresholdrules.h"
#include "backend/monitoring/sourceconfig.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Everything vigied can be told, with its defaults. resources/vigied.sample.yaml explains each key. Value type; holds
/// secrets: print it only with printConfig().
struct DaemonConfig {
    struct Server {
        std::string address {"127.0.0.1"};
        std::int64_t port {8099}; ///< 0: any free one
        std::int64_t maxConnections {4096};
        std::int64_t maxConnectionsPerAddress {256};
        std::vector<std::string> allowedHosts; ///< further names for the Host header
        bool allowPlainOffLoopback {false}; ///< listen off loopback although there is no TLS
        std::string tokenFile; ///< 0600 file with the token that logs in; empty: one is made in dataDir
    } server;
    struct Store {
        std::string url; ///< sqlite:///path or postgresql://…; empty: sqlite in dataDir
        std::int64_t readers {2};
        std::int64_t keepEvents {10'000};
    } store;
    struct History {
        std::int64_t maxBytes {256LL << 20};
        Duration maxAge {std::chrono::hours(24 * 30)};
        std::int64_t maxSeries {20'000};
    } history;
    struct Host {
        bool enabled {true};
        Duration interval {std::chrono::seconds(5)};
    } host;
    struct Log {
        log::Level level {log::Level::Info};
        std::string file; ///< empty: stderr
    } log;
    struct Rules {
        bool builtIn {true};
        std::vector<std::string> disabled; ///< ids of built-in rules
        std::vector<ThresholdRule> custom;
    } rules;
    std::string dataDir; ///< empty: $XDG_DATA_HOME/vigie, for root /var/lib/vigie
    std::vector<SourceConfig> sources; ///< ids are set
};

/// One thing that is wrong with a configuration. line and column start at 1; 0 where there is no place (environment).
struct ConfigProblem {
    std::string file; ///< or "environment"
    int line {0};
    int column {0};
    std::string key; ///< "sources[2].target"
    std::string text; ///< what is wrong, what is expected, and the nearest known key
    /// "vigied.yaml:12:3: server.prot: unknown key; did you mean \"port\"?"
    std::string toString() const;
};

struct LoadedConfig {
    DaemonConfig config;
    std::string file; ///< empty: none was found, defaults and environment only
    std::vector<ConfigProblem> problems; ///< empty: usable
};

/// Looks up an environment variable; nullptr when it is not set. Injected for tests.
using Environment = const char *(*)(const char *name);

/// The first of: `explicitFile`, AUTOMATION_CONFIG_PATH, $XDG_CONFIG_HOME/vigie/vigied.yaml (or ~/.config/…),
/// /etc/vigie/vigied.yaml. The first two must exist (the result names them either way); empty when none is there.
std::string findConfigFile(const std::string &explicitFile, Environment environment);

/// Reads `file` (at most 1 MiB; empty: none), then the environment: VIGIE_<KEY> with '.' as '_' (VIGIE_SERVER_PORT) and
/// AUTOMATION_LOG_LEVEL. Finds every problem, not only the first. Does not throw.
LoadedConfig loadConfig(const std::string &file, Environment environment);
/// The same for a text; `file` is its name in problems.
LoadedConfig readConfig(const std::string &yaml, const std::string &file, Environment environment);

/// Variables of an environment ("NAME=value", ended by nullptr) that begin with VIGIE_ and belong to no key, each with
/// the nearest one. Warnings, no reason not to start: whoever runs us may set variables of his own, as Kubernetes does
/// for a service named "vigie".
std::vector<ConfigProblem> unknownVariables(const char *const *environment);

/// The whole configuration as YAML that loadConfig() reads; each secret that is set is shown as "********".
std::string printConfig(const DaemonConfig &config);

} // namespace vigie
