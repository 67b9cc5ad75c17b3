// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace vigie {

/// Samples of one series in time order: int64 microseconds UTC and a double, in two plain arrays. A value that is not
/// finite is a hole. Appending is amortised O(1), dropping old ones too (they are cut off when they are half of the
/// store). Not thread-safe.
class SampleBuffer {
public:
    /// Keeps at most `maxPoints` newest samples.
    explicit SampleBuffer(std::size_t maxPoints = std::numeric_limits<std::size_t>::max());
    /// Takes both arrays over; they have the same size and times ascend.
    SampleBuffer(std::vector<std::int64_t> times, std::vector<double> values);

    /// A sample at the newest time replaces it; an older one is refused (false).
    bool append(std::int64_t at, double value);
    void dropBefore(std::int64_t at);
    void clear();
    void reserve(std::size_t points);

    std::size_t size() const { return m_times.size() - m_begin; }
    bool empty() const { return size() == 0; }
    std::span<const std::int64_t> times() const { return std::span(m_times).subspan(m_begin); }
    std::span<const double> values() const { return std::span(m_values).subspan(m_begin); }
    /// Last finite value; NaN when there is none. O(holes at the end).
    double latest() const;

private:
    void compact();

    std::vector<std::int64_t> m_times;
    std::vector<double> m_values;
    std::size_t m_begin {0};
    std::size_t m_maxPoints;
};

} // namespace vigie
