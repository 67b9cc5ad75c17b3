// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/valueformat.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace vigie {

namespace {

/// Beyond it a double has no digits behind the point, and written out it would be up to 309 digits long.
constexpr double longestWritten = 1e15;

std::string printed(const char *format, double value)
{
    std::array<char, 64> buffer {};
    const int n = std::snprintf(buffer.data(), buffer.size(), format, value);
    return {buffer.data(), std::min(static_cast<std::size_t>(std::max(n, 0)), buffer.size() - 1)};
}

/// With `decimals` behind the point; of large numbers six digits and the power of ten.
std::string formatNumber(double value, int decimals)
{
    if (!std::isfinite(value))
        return value > 0 ? "infinite" : "-infinite"; // a factor of the unit made it so
    if (std::abs(value) >= longestWritten)
        return printed("%.6g", value);
    return printed(decimals == 0 ? "%.0f" : "%.1f", value);
}

std::string formatBinary(double bytes)
{
    static constexpr std::array<std::string_view, 6> units {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t unit = 0;
    while (std::abs(bytes) >= 1024 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    return formatNumber(bytes, unit == 0 ? 0 : 1) + " " + std::string(units[unit]);
}

std::string formatSeconds(double seconds)
{
    if (seconds < 0)
        return "-" + formatSeconds(-seconds);
    if (seconds < 1)
        return formatNumber(seconds * 1000, 0) + " ms";
    if (seconds < 60)
        return formatNumber(seconds, 1) + " s";
    struct Unit {
        double seconds;
        std::string_view name;
    };
    static constexpr std::array<Unit, 4> units {{{.seconds = 86'400, .name = "d"},
                                                 {.seconds = 3600, .name = "h"},
                                                 {.seconds = 60, .name = "m"},
                                                 {.seconds = 1, .name = "s"}}};
    std::size_t big = 0;
    while (seconds < units[big].seconds)
        ++big;
    const double whole = std::floor(seconds / units[big].seconds);
    std::string out = formatNumber(whole, 0) + std::string(units[big].name);
    if (whole >= longestWritten)
        return out;
    const double rest = std::floor((seconds - whole * units[big].seconds) / units[big + 1].seconds);
    if (rest > 0)
        out += " " + formatNumber(rest, 0) + std::string(units[big + 1].name);
    return out;
}

} // namespace

std::string formatValue(double value, MetricUnit unit)
{
    if (!std::isfinite(value))
        return value > 0 ? "infinite" : value < 0 ? "-infinite" : "not a number";
    switch (unit) {
    case MetricUnit::Ratio:
        return formatNumber(value * 100, 1) + " %";
    case MetricUnit::Bytes:
        return formatBinary(value);
    case MetricUnit::BytesPerSecond:
        return formatBinary(value) + "/s";
    case MetricUnit::Seconds:
        return formatSeconds(value);
    case MetricUnit::Celsius:
        return formatNumber(value, 1) + " °C";
    case MetricUnit::PerSecond:
        return printed("%.4g", value) + "/s";
    case MetricUnit::None:
    case MetricUnit::Count:
    case MetricUnit::State:
        break;
    }
    return std::abs(value) < 1e6 ? printed("%.4g", value) : formatNumber(value, 0);
}

MetricUnit unitFromMetricName(std::string_view name)
{
    if (name.ends_with("_ratio"))
        return MetricUnit::Ratio;
    if (name.ends_with("_bytes_per_second"))
        return MetricUnit::BytesPerSecond;
    if (name.ends_with("_bytes"))
        return MetricUnit::Bytes;
    if (name.ends_with("_seconds"))
        return MetricUnit::Seconds;
    if (name.ends_with("_per_second"))
        return MetricUnit::PerSecond;
    return MetricUnit::None;
}

} // namespace vigie
