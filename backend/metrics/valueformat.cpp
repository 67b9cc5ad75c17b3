// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/valueformat.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace vigie {

namespace {

std::string printed(const char *format, double value)
{
    std::array<char, 64> buffer {};
    const int n = std::snprintf(buffer.data(), buffer.size(), format, value);
    return {buffer.data(), static_cast<std::size_t>(n)};
}

std::string formatBinary(double bytes)
{
    static constexpr std::array<std::string_view, 6> units {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t unit = 0;
    while (std::abs(bytes) >= 1024 && unit + 1 < units.size()) {
        bytes /= 1024;
        ++unit;
    }
    return printed(unit == 0 ? "%.0f " : "%.1f ", bytes) + std::string(units[unit]);
}

std::string formatSeconds(double seconds)
{
    if (seconds < 0)
        return "-" + formatSeconds(-seconds);
    if (seconds < 1)
        return printed("%.0f ms", seconds * 1000);
    if (seconds < 60)
        return printed("%.1f s", seconds);
    struct Unit {
        double seconds;
        std::string_view name;
    };
    static constexpr std::array<Unit, 4> units {{{86'400, "d"}, {3600, "h"}, {60, "m"}, {1, "s"}}};
    std::size_t big = 0;
    while (seconds < units[big].seconds)
        ++big;
    const double whole = std::floor(seconds / units[big].seconds);
    const double rest = std::floor((seconds - whole * units[big].seconds) / units[big + 1].seconds);
    std::string out = printed("%.0f", whole) + std::string(units[big].name);
    if (rest > 0)
        out += " " + printed("%.0f", rest) + std::string(units[big + 1].name);
    return out;
}

} // namespace

std::string formatValue(double value, MetricUnit unit)
{
    if (!std::isfinite(value))
        return value > 0 ? "infinite" : value < 0 ? "-infinite" : "not a number";
    switch (unit) {
    case MetricUnit::Ratio:
        return printed("%.1f %%", value * 100);
    case MetricUnit::Bytes:
        return formatBinary(value);
    case MetricUnit::BytesPerSecond:
        return formatBinary(value) + "/s";
    case MetricUnit::Seconds:
        return formatSeconds(value);
    case MetricUnit::Celsius:
        return printed("%.1f °C", value);
    case MetricUnit::PerSecond:
        return printed("%.4g/s", value);
    case MetricUnit::None:
    case MetricUnit::Count:
    case MetricUnit::State:
        break;
    }
    return printed(std::abs(value) < 1e6 ? "%.4g" : "%.0f", value);
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
