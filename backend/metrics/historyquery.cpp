// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/historyquery.h"

#include <algorithm>
#include <limits>

namespace vigie {

std::int64_t toMillis(Timestamp t)
{
    return alignDown(toMicros(t), 1000) / 1000;
}

Timestamp fromMillis(std::int64_t millis)
{
    return fromMicros(millis * 1000);
}

std::int64_t alignDown(std::int64_t micros, std::int64_t step)
{
    const std::int64_t rest = micros % step;
    return rest < 0 ? micros - rest - step : micros - rest;
}

StepAggregator::Bin &StepAggregator::binAt(std::int64_t at)
{
    constexpr double inf = std::numeric_limits<double>::infinity();
    const Bin fresh {.at = at, .min = inf, .max = -inf, .sum = 0, .count = 0};
    if (m_bins.empty() || m_bins.back().at < at) {
        m_bins.push_back(fresh);
        return m_bins.back();
    }
    if (m_bins.back().at == at)
        return m_bins.back();
    const auto it = std::ranges::lower_bound(m_bins, at, {}, &Bin::at);
    return it->at == at ? *it : *m_bins.insert(it, fresh);
}

void StepAggregator::add(MillisSample sample)
{
    Bin &bin = binAt(alignDown(sample.millis * 1000, m_step));
    bin.min = std::min(bin.min, sample.value);
    bin.max = std::max(bin.max, sample.value);
    bin.sum += static_cast<long double>(sample.value);
    ++bin.count;
}

std::vector<StepPoint> StepAggregator::take()
{
    std::vector<StepPoint> points;
    points.reserve(m_bins.size());
    for (const Bin &bin : m_bins)
        points.push_back({fromMicros(bin.at), bin.min, bin.max, static_cast<double>(bin.sum / bin.count), bin.count});
    m_bins.clear();
    return points;
}

} // namespace vigie
