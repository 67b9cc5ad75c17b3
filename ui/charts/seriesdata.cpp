// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/seriesdata.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace vigie {

namespace {
constexpr std::int64_t maxStepsOfApi = 11'000;

void addWeighted(SeriesStats &stats, const StepPoint &point)
{
    const double weight = std::max(1U, point.count);
    stats.min = std::fmin(stats.min, point.min); // fmin ignores the NaN of the beginning
    stats.max = std::fmax(stats.max, point.max);
    stats.mean
        = stats.weight > 0 ? stats.mean + (point.avg - stats.mean) * weight / (stats.weight + weight) : point.avg;
    stats.weight += weight;
    stats.last = point.avg;
}

QByteArray csvText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    utf8.replace('"', "\"\"");
    return '"' + utf8 + '"';
}

QByteArray csvNumber(double value)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 32> text {};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end - text.data()};
}
} // namespace

void SeriesStats::add(double value)
{
    if (!std::isfinite(value))
        return;
    min = std::fmin(min, value);
    max = std::fmax(max, value);
    mean = weight > 0 ? mean + (value - mean) / (weight + 1) : value;
    weight += 1;
    last = value;
}

Duration chooseStep(Duration range, int pixels, Duration least)
{
    using namespace std::chrono;
    static constexpr std::array<std::int64_t, 18> roundSeconds {1,   2,   5,    10,   15,   30,    60,    120,   300,
                                                                600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};
    const std::int64_t columns = std::clamp<std::int64_t>(pixels, 1, maxStepsOfApi);
    for (const std::int64_t s : roundSeconds) {
        const Duration step = seconds(s);
        if (step >= least && range / step <= columns)
            return step;
    }
    // Longer than 30 years on a narrow screen: whole days.
    return hours(24) * (range / (hours(24) * columns) + 1);
}

Duration filledWindow(const std::vector<const SampleBuffer *> &lines, Duration window)
{
    constexpr Duration least = std::chrono::minutes(1);
    std::int64_t oldest = std::numeric_limits<std::int64_t>::max();
    std::int64_t newest = std::numeric_limits<std::int64_t>::min();
    for (const SampleBuffer *line : lines) {
        const auto values = line->values();
        const auto first = std::ranges::find_if(values, [](double value) { return std::isfinite(value); });
        if (first == values.end())
            continue;
        oldest = std::min(oldest, line->times()[std::size_t(first - values.begin())]);
        newest = std::max(newest, line->times().back());
    }
    if (oldest > newest || window <= least)
        return window;
    return std::clamp(Duration(newest - oldest), least, window);
}

LoadedSeries loadedFromSteps(const SeriesSteps &steps, Duration step, Duration shift)
{
    LoadedSeries out;
    out.key = steps.series;
    out.name = QString::fromStdString(steps.series.toString());
    std::vector<std::int64_t> times;
    std::vector<double> values;
    times.reserve(steps.points.size());
    values.reserve(steps.points.size());
    for (const StepPoint &point : steps.points) {
        addWeighted(out.stats, point);
        const std::int64_t at = toMicros(point.at + shift);
        const bool spread = point.count > 1 && point.max > point.min && step > Duration(2);
        times.push_back(at);
        values.push_back(spread ? point.min : point.avg);
        if (spread) {
            times.push_back(at + step.count() / 2);
            values.push_back(point.max);
        }
    }
    out.samples = std::make_shared<SampleBuffer>(std::move(times), std::move(values));
    return out;
}

LoadedSeries loadedFromProm(const PromSeries &series, Duration shift)
{
    LoadedSeries out;
    out.key = series.key;
    out.name = QString::fromStdString(series.series);
    std::vector<std::int64_t> times;
    std::vector<double> values;
    times.reserve(series.points.size());
    values.reserve(series.points.size());
    for (const Sample &sample : series.points) {
        times.push_back(toMicros(sample.at + shift));
        values.push_back(sample.value);
        out.stats.add(sample.value);
    }
    out.samples = std::make_shared<SampleBuffer>(std::move(times), std::move(values));
    return out;
}

QByteArray toCsv(const std::vector<LoadedSeries> &series)
{
    std::map<std::int64_t, std::vector<double>> rows;
    for (std::size_t column = 0; column < series.size(); ++column) {
        const auto times = series[column].samples->times();
        const auto values = series[column].samples->values();
        for (std::size_t i = 0; i < times.size(); ++i) {
            auto &row = rows[times[i]];
            if (row.empty())
                row.assign(series.size(), std::numeric_limits<double>::quiet_NaN());
            row[column] = values[i];
        }
    }
    QByteArray out("time");
    for (const LoadedSeries &line : series)
        out += ',' + csvText(line.name);
    out += "\r\n";
    for (const auto &[at, values] : rows) {
        out += QByteArray::fromStdString(formatRfc3339(fromMicros(at)));
        for (const double value : values)
            out += ',' + csvNumber(value);
        out += "\r\n";
    }
    return out;
}

} // namespace vigie
