// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

using Duration = std::chrono::microseconds;
/// A moment in UTC. Stored and sent as int64 microseconds since 1970-01-01T00:00:00Z.
using Timestamp = std::chrono::time_point<std::chrono::system_clock, Duration>;
/// For deadlines and intervals: never goes back.
using SteadyTime = std::chrono::steady_clock::time_point;

inline std::int64_t toMicros(Timestamp t)
{
    return t.time_since_epoch().count();
}
inline Timestamp fromMicros(std::int64_t micros)
{
    return Timestamp(Duration(micros));
}

/// The only way to learn the time; injected, so that tests can move it. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
    virtual SteadyTime steadyNow() const = 0;
};

class SystemClock final : public Clock {
public:
    Timestamp now() const override;
    SteadyTime steadyNow() const override;
};

/// RFC 3339 with microseconds and Z ("2026-11-21T00:15:48.000000Z").
std::string formatRfc3339(Timestamp t);
/// Reads RFC 3339 with any offset and 0 to 9 fractional digits (finer than a microsecond is cut). Invalid otherwise.
Result<Timestamp> parseRfc3339(std::string_view text);

/// Reads a Prometheus duration: "90s", "1h30m", "250ms", "0". Units y w d h m s ms, each once and in this order
/// (prometheus.io/docs, "Time durations"). Invalid on anything else and on overflow.
Result<Duration> parseDuration(std::string_view text);
/// Shortest spelling that parseDuration() reads back; finer than a millisecond is cut.
std::string formatDuration(Duration duration);

} // namespace vigie
