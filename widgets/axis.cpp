// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/axis.h"

#include "widgets/formatting.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>

namespace vigie {

namespace {

// What one unit of the axis is called, and how many base units it is worth.
struct AxisUnit {
    double factor {1};
    QString suffix; ///< with its blank
};

AxisUnit stepUnit(double size, std::span<const std::pair<double, const char *>> table, const QString &suffix)
{
    for (const auto &[factor, name] : table) {
        if (size >= factor * 0.9995)
            return {factor, QString(QChar(0x00a0) % QString::fromUtf8(name) % suffix)};
    }
    return {table.back().first, QString(QChar(0x00a0) % QString::fromUtf8(table.back().second) % suffix)};
}

AxisUnit plainUnit(double size, const QString &suffix)
{
    static constexpr std::array<std::pair<double, const char *>, 7> large {
        {{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}, {1, ""}, {1e-3, "m"}, {1e-6, "\xc2\xb5"}}};
    if (size == 0 || (size >= 0.05 && size < 1e4))
        return {1, suffix.isEmpty() ? QString() : QString(QChar(0x00a0) % suffix)};
    return stepUnit(size, large, suffix);
}

AxisUnit axisUnit(double size, MetricUnit unit)
{
    static constexpr std::array<std::pair<double, const char *>, 6> binary {{{1125899906842624.0, "PiB"},
                                                                             {1099511627776.0, "TiB"},
                                                                             {1073741824.0, "GiB"},
                                                                             {1048576.0, "MiB"},
                                                                             {1024.0, "KiB"},
                                                                             {1.0, "B"}}};
    static constexpr std::array<std::pair<double, const char *>, 3> shortTimes {
        {{1, "s"}, {1e-3, "ms"}, {1e-6, "\xc2\xb5s"}}};
    switch (unit) {
    case MetricUnit::Ratio:
        return {0.01, QString(QChar(0x00a0) % QChar(u'%'))};
    case MetricUnit::Bytes:
        return stepUnit(size, binary, {});
    case MetricUnit::BytesPerSecond:
        return stepUnit(size, binary, QStringLiteral("/s"));
    case MetricUnit::Seconds:
        if (size >= 2 * 86400.0)
            return {86400, QString(QChar(0x00a0) % QChar(u'd'))};
        if (size >= 2 * 3600.0)
            return {3600, QString(QChar(0x00a0) % QChar(u'h'))};
        if (size >= 120)
            return {60, QString(QChar(0x00a0) % QStringLiteral("min"))};
        return stepUnit(size, shortTimes, {});
    case MetricUnit::Celsius:
        return {1, QString(QChar(0x00a0) % QStringLiteral("°C"))};
    case MetricUnit::PerSecond:
        return plainUnit(size, QStringLiteral("/s"));
    case MetricUnit::None:
    case MetricUnit::Count:
    case MetricUnit::State:
        break;
    }
    return plainUnit(size, {});
}

// 1, 2 or 5 times a power of ten, at least `rough`.
double decimalStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double nice : {1.0, 2.0, 5.0}) {
        if (nice * power >= rough * 0.9999)
            return nice * power;
    }
    return 10 * power;
}

double niceStep(double rough, MetricUnit unit, double factor)
{
    const bool binary = (unit == MetricUnit::Bytes || unit == MetricUnit::BytesPerSecond) && rough > 1;
    if (binary)
        return std::exp2(std::ceil(std::log2(rough)));
    if ((unit == MetricUnit::Count || unit == MetricUnit::State) && factor <= 1)
        return std::max(1.0, decimalStep(rough));
    if (unit == MetricUnit::Seconds && factor >= 60 && factor <= 3600 && rough > 1) {
        static constexpr std::array<double, 7> minutes {2, 5, 10, 15, 30, 60, 120};
        static constexpr std::array<double, 7> hours {2, 3, 6, 12, 24, 48, 96};
        const auto &steps = factor < 100 ? minutes : hours;
        const auto *found = std::lower_bound(steps.begin(), steps.end(), rough);
        if (found != steps.end())
            return *found;
    }
    return decimalStep(rough);
}

// Ends that make sense to look at, for data between low and high.
std::pair<double, double> usefulEnds(double low, double high, MetricUnit unit)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        return {0, 1};
    // Below, no step fits between two numbers, beyond, no distance does.
    constexpr double smallest = 1e-290;
    constexpr double largest = 1e290;
    if (std::max(std::abs(low), std::abs(high)) < smallest)
        return {0, 1};
    low = std::clamp(low, -largest, largest);
    high = std::clamp(high, -largest, largest);
    const double spread = high - low;
    if (low > 0 && (unit == MetricUnit::Ratio || spread >= 0.25 * high || spread < 1e-9 * high))
        low = 0;
    if (high < 0 && spread < 1e-9 * -low)
        high = 0;
    if (unit == MetricUnit::State && high < 1)
        high = 1;
    return {low, high};
}

// The rounded end may reach the next larger unit ("1 ms", not "1,000 us"); only where a step stays a round number in
// it.
AxisUnit labelUnit(const AxisUnit &scale, double end, MetricUnit unit)
{
    const bool decimal = unit != MetricUnit::Bytes && unit != MetricUnit::BytesPerSecond
        && (unit != MetricUnit::Seconds || scale.factor < 1);
    return decimal ? axisUnit(end, unit) : scale;
}

QString tickLabel(double scaled, double step, const AxisUnit &unit, const QLocale &locale)
{
    if (std::abs(scaled) < step / 1000)
        return QStringLiteral("0");
    const int decimals = std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
    return QString(locale.toString(scaled, 'f', decimals) % unit.suffix);
}

constexpr std::int64_t axisSecond = 1'000'000;
constexpr std::int64_t axisDay = 86'400 * axisSecond;
constexpr std::array<std::int64_t, 32> timeSteps {1'000,
                                                  2'000,
                                                  5'000,
                                                  10'000,
                                                  20'000,
                                                  50'000,
                                                  100'000,
                                                  200'000,
                                                  500'000,
                                                  axisSecond,
                                                  2 * axisSecond,
                                                  5 * axisSecond,
                                                  10 * axisSecond,
                                                  15 * axisSecond,
                                                  30 * axisSecond,
                                                  60 * axisSecond,
                                                  120 * axisSecond,
                                                  300 * axisSecond,
                                                  600 * axisSecond,
                                                  900 * axisSecond,
                                                  1'800 * axisSecond,
                                                  3'600 * axisSecond,
                                                  7'200 * axisSecond,
                                                  10'800 * axisSecond,
                                                  21'600 * axisSecond,
                                                  43'200 * axisSecond,
                                                  axisDay,
                                                  2 * axisDay,
                                                  7 * axisDay,
                                                  14 * axisDay,
                                                  30 * axisDay,
                                                  90 * axisDay};

std::int64_t timeStep(std::int64_t width, int maxTicks)
{
    for (const std::int64_t step : timeSteps) {
        if (width / step <= maxTicks)
            return step;
    }
    const std::int64_t year = 365 * axisDay;
    return (width / maxTicks / year + 1) * year;
}

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

std::int64_t zoneOffset(std::int64_t micros, const QTimeZone &zone)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(micros / 1000, QTimeZone::utc())) * axisSecond;
}

QString timeLabel(std::int64_t localMicros, std::int64_t step, const QLocale &locale)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(localMicros / 1000, QTimeZone::utc());
    if (step >= 300 * axisDay)
        return locale.toString(local.date(), QStringLiteral("yyyy"));
    if (localMicros % axisDay == 0)
        return locale.toString(local.date(), QStringLiteral("d MMM"));
    if (step < axisSecond)
        return locale.toString(local.time(), QStringLiteral("HH:mm:ss.zzz"));
    return locale.toString(local.time(), step < 60 * axisSecond ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

} // namespace

ValueAxis niceValueAxis(double low, double high, MetricUnit unit, int maxTicks, const QLocale &locale)
{
    std::tie(low, high) = usefulEnds(low, high, unit);
    maxTicks = std::max(2, maxTicks);
    const AxisUnit scale = axisUnit(std::max(std::abs(low), std::abs(high)), unit);
    low /= scale.factor;
    high /= scale.factor;
    double step = niceStep((high - low) / (maxTicks - 1), unit, scale.factor);
    double first = std::floor(low / step + 1e-9);
    double last = std::ceil(high / step - 1e-9);
    // Rounding both ends outward can add a tick too many.
    for (int guard = 0; last - first + 1 > maxTicks && guard < 4 && last - first > 1; ++guard) {
        step = niceStep(step * 1.5, unit, scale.factor);
        first = std::floor(low / step + 1e-9);
        last = std::ceil(high / step - 1e-9);
    }
    ValueAxis axis {first * step * scale.factor, last * step * scale.factor, {}};
    const AxisUnit words = labelUnit(scale, std::max(std::abs(axis.low), std::abs(axis.high)), unit);
    const double labelStep = step * scale.factor / words.factor;
    const int steps = int(last - first);
    axis.ticks.reserve(std::size_t(steps) + 1);
    for (int n = 0; n <= steps; ++n) {
        const double i = first + n;
        axis.ticks.push_back(
            {.at = i * step * scale.factor, .label = tickLabel(i * labelStep, labelStep, words, locale)});
    }
    return axis;
}

std::vector<AxisTick> niceTimeTicks(Timestamp from, Timestamp to, int maxTicks, const QLocale &locale,
                                    const QTimeZone &zone)
{
    const std::int64_t begin = toMicros(from);
    const std::int64_t end = toMicros(to);
    std::vector<AxisTick> ticks;
    if (end <= begin || maxTicks < 1)
        return ticks;
    const std::int64_t step = timeStep(end - begin, maxTicks);
    // Round local times: aligned with the offset that holds at that moment, so midnight stays midnight over a clock
    // change.
    std::int64_t offset = zoneOffset(begin, zone);
    for (std::int64_t local = floorTo(begin + offset, step); local - offset <= end; local += step) {
        std::int64_t at = local - offset;
        const std::int64_t offsetThere = zoneOffset(at, zone);
        if (offsetThere != offset) {
            at = local - offsetThere;
            offset = offsetThere;
        }
        if (at >= begin && at <= end)
            ticks.push_back({double(at), timeLabel(local, step, locale)});
    }
    return ticks;
}

} // namespace vigie
