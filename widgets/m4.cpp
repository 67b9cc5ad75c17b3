// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/m4.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vigie {

namespace {

// Start of slice `column` of `columns` of [from, from + width), without overflow for any real time span.
class SliceGrid {
public:
    SliceGrid(std::int64_t from, std::int64_t to, int columns)
        : m_from(from)
        , m_width(to - from)
        , m_columns(columns)
    {
    }
    std::int64_t start(std::int64_t column) const
    {
        return m_from + m_width / m_columns * column + m_width % m_columns * column / m_columns;
    }
    // The slice that holds `at`, from <= at < to: the floating-point guess is off by one at most.
    int slice(std::int64_t at) const
    {
        auto guess = std::int64_t(double(at - m_from) / double(m_width) * double(m_columns));
        guess = std::clamp<std::int64_t>(guess, 0, m_columns - 1);
        while (guess > 0 && start(guess) > at)
            --guess;
        while (guess + 1 < m_columns && start(guess + 1) <= at)
            ++guess;
        return int(guess);
    }

private:
    std::int64_t m_from;
    std::int64_t m_width;
    std::int64_t m_columns;
};

struct LowHigh {
    double low {std::numeric_limits<double>::infinity()};
    double high {-std::numeric_limits<double>::infinity()};
    void add(double value)
    {
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
};

// Four independent pairs, since one would wait for the result of the step before. NaN loses every comparison.
LowHigh scanLowHigh(std::span<const double> values)
{
    LowHigh a, b, c, d;
    std::size_t i = 0;
    for (; i + 4 <= values.size(); i += 4) {
        a.add(values[i]);
        b.add(values[i + 1]);
        c.add(values[i + 2]);
        d.add(values[i + 3]);
    }
    for (; i < values.size(); ++i)
        a.add(values[i]);
    a.low = std::min({a.low, b.low, c.low, d.low});
    a.high = std::max({a.high, b.high, c.high, d.high});
    if (std::isfinite(a.low) && std::isfinite(a.high))
        return a;
    a = {};
    for (const double value : values) {
        if (std::isfinite(value))
            a.add(value);
    }
    return a;
}

// First sample at or after `at`, looked for near `begin` first: columns follow each other.
std::size_t gallop(std::span<const std::int64_t> times, std::size_t begin, std::size_t end, std::int64_t at)
{
    std::size_t step = 1;
    std::size_t low = begin;
    while (low + step < end && times[low + step] < at) {
        low += step;
        step *= 2;
    }
    const std::size_t high = std::min(end, low + step + 1);
    const auto first = times.begin() + std::ptrdiff_t(low);
    return std::size_t(std::lower_bound(first, times.begin() + std::ptrdiff_t(high), at) - times.begin());
}

class M4Builder {
public:
    M4Builder(std::span<const std::int64_t> times, std::span<const double> values, std::int64_t maxGap)
        : m_times(times)
        , m_values(values)
        , m_maxGap(maxGap)
    {
    }
    void reserve(std::size_t columns) { m_columns.reserve(columns); }

    void add(int column, std::size_t begin, std::size_t end)
    {
        std::size_t first = begin;
        while (first < end && !std::isfinite(m_values[first]))
            ++first;
        if (first == end)
            return;
        std::size_t last = end - 1;
        while (!std::isfinite(m_values[last]))
            --last;
        const LowHigh range = scanLowHigh(m_values.subspan(first, last - first + 1));
        M4Column c {.column = column,
                    .begin = begin,
                    .end = end,
                    .first = m_values[first],
                    .min = range.low,
                    .max = range.high,
                    .last = m_values[last],
                    .firstAt = m_times[first],
                    .lastAt = m_times[last],
                    .gapBefore = true};
        // Everything between two finite neighbours is a hole.
        if (!m_columns.empty() && first == m_last + 1)
            c.gapBefore = m_maxGap > 0 && m_times[first] - m_times[m_last] > m_maxGap;
        m_last = last;
        m_columns.push_back(c);
    }
    std::vector<M4Column> take() { return std::move(m_columns); }

private:
    std::span<const std::int64_t> m_times;
    std::span<const double> m_values;
    std::vector<M4Column> m_columns;
    std::int64_t m_maxGap;
    std::size_t m_last {0};
};

} // namespace

std::vector<M4Column> reduceM4(std::span<const std::int64_t> times, std::span<const double> values, std::int64_t from,
                               std::int64_t to, int columns, std::int64_t maxGap)
{
    if (columns <= 0 || to <= from || times.empty())
        return {};
    const auto indexOf
        = [&](std::int64_t at) { return std::size_t(std::ranges::lower_bound(times, at) - times.begin()); };
    const std::size_t begin = indexOf(from);
    const std::size_t end = indexOf(to);
    const SliceGrid grid(from, to, columns);
    M4Builder builder(times, values, maxGap);
    builder.reserve(std::min(std::size_t(columns), end - begin) + 2);
    if (begin > 0)
        builder.add(-1, begin - 1, begin);
    for (std::size_t i = begin; i < end;) {
        const int column = grid.slice(times[i]);
        const std::size_t next = column + 1 == columns ? end : gallop(times, i, end, grid.start(column + 1));
        builder.add(column, i, next);
        i = next;
    }
    if (end < times.size())
        builder.add(columns, end, end + 1);
    return builder.take();
}

std::int64_t typicalGap(std::span<const std::int64_t> times)
{
    constexpr std::size_t wanted = 255;
    if (times.size() < 3)
        return 0;
    const std::size_t pairs = times.size() - 1;
    const std::size_t stride = std::max<std::size_t>(1, pairs / wanted);
    std::vector<std::int64_t> distances;
    distances.reserve(pairs / stride + 1);
    for (std::size_t i = 0; i < pairs; i += stride)
        distances.push_back(times[i + 1] - times[i]);
    const auto middle = distances.begin() + std::ptrdiff_t(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle * 3;
}

} // namespace vigie
