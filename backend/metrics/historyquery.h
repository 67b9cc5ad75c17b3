// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "backend/metrics/gorilla.h"

#include <cstdint>
#include <vector>

namespace vigie {

/// Cut to the millisecond, towards the past.
std::int64_t toMillis(Timestamp t);
Timestamp fromMillis(std::int64_t millis);
/// The largest multiple of `step` that is not over `micros`.
std::int64_t alignDown(std::int64_t micros, std::int64_t step);

/// Collects samples into steps. Samples may come in any order; it is fastest when they ascend.
class StepAggregator {
public:
    explicit StepAggregator(Duration step)
        : m_step(step.count())
    {
    }
    void add(MillisSample sample);
    /// Ascending. The mean is summed up with more digits than a double has, so that no order of adding shows.
    std::vector<StepPoint> take();

private:
    struct Bin {
        std::int64_t at;
        double min;
        double max;
        long double sum;
        std::uint32_t count;
    };
    Bin &binAt(std::int64_t at);
    std::int64_t m_step;
    std::vector<Bin> m_bins;
};

} // namespace vigie
