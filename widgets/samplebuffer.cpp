// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samplebuffer.h"

#include <algorithm>
#include <cmath>

namespace vigie {

SampleBuffer::SampleBuffer(std::size_t maxPoints)
    : m_maxPoints(std::max<std::size_t>(1, maxPoints))
{
}

SampleBuffer::SampleBuffer(std::vector<std::int64_t> times, std::vector<double> values)
    : m_times(std::move(times))
    , m_values(std::move(values))
    , m_maxPoints(std::numeric_limits<std::size_t>::max())
{
    const std::size_t common = std::min(m_times.size(), m_values.size());
    m_times.resize(common);
    m_values.resize(common);
}

bool SampleBuffer::append(std::int64_t at, double value)
{
    if (!empty() && at <= m_times.back()) {
        if (at < m_times.back())
            return false;
        m_values.back() = value;
        return true;
    }
    m_times.push_back(at);
    m_values.push_back(value);
    if (size() > m_maxPoints) {
        m_begin += size() - m_maxPoints;
        compact();
    }
    return true;
}

void SampleBuffer::dropBefore(std::int64_t at)
{
    const auto span = times();
    m_begin += std::size_t(std::ranges::lower_bound(span, at) - span.begin());
    compact();
}

void SampleBuffer::clear()
{
    m_times.clear();
    m_values.clear();
    m_begin = 0;
}

void SampleBuffer::reserve(std::size_t points)
{
    m_times.reserve(m_begin + points);
    m_values.reserve(m_begin + points);
}

double SampleBuffer::latest() const
{
    const auto span = values();
    for (std::size_t i = span.size(); i-- > 0;) {
        if (std::isfinite(span[i]))
            return span[i];
    }
    return std::numeric_limits<double>::quiet_NaN();
}

void SampleBuffer::compact()
{
    if (m_begin < 1024 && m_begin < m_times.size())
        return;
    if (m_begin * 2 < m_times.size())
        return;
    const auto cut = std::ptrdiff_t(m_begin);
    m_times.erase(m_times.begin(), m_times.begin() + cut);
    m_values.erase(m_values.begin(), m_values.begin() + cut);
    m_begin = 0;
}

} // namespace vigie
