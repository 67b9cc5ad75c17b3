// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/domain/time.h"

#include <optional>
#include <string>

namespace vigie {

enum class SourceKind : std::uint8_t { Host, HttpProbe, TcpProbe, DnsProbe, Prometheus, Alertmanager, Webhook };
std::string_view sourceKindName(SourceKind kind); ///< "host" "http" "tcp" "dns" "prometheus" "alertmanager" "webhook"
Result<SourceKind> sourceKindFromName(std::string_view name);

/// Pending: never finished a collection. Up: the last one worked. Down: the last one failed.
/// For a probe Down means that the probe could not be made or its target failed it.
enum class SourceState : std::uint8_t { Pending, Up, Down };
std::string_view sourceStateName(SourceState state);
Result<SourceState> sourceStateFromName(std::string_view name);

/// How one source does, as everybody may see it: no secret is in here.
struct SourceStatus {
    SourceId id;
    SourceKind kind {SourceKind::Host};
    std::string name;
    std::string target; ///< URL or host:port, without user info
    bool editable {false}; ///< added through the API, not by the configuration file
    SourceState state {SourceState::Pending};
    Timestamp since {}; ///< of the present state
    std::optional<Timestamp> lastSuccess;
    std::optional<Timestamp> nextAttempt;
    Duration interval {0};
    Duration lastDuration {0};
    int failures {0}; ///< in a row
    std::string lastError; ///< English; empty while Up
    friend bool operator==(const SourceStatus &, const SourceStatus &) = default;
};

} // namespace vigie
