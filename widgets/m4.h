// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vigie {

/// What of a series falls into one pixel column.
struct M4Column {
    int column {0};
    std::size_t begin {0}; ///< index of its first sample in the input
    std::size_t end {0}; ///< one past its last
    double first {0}, min {0}, max {0}, last {0}; ///< finite values only
    std::int64_t firstAt {0}, lastAt {0}; ///< times of first and last, microseconds
    bool gapBefore {true}; ///< do not join with the column before: first one, or data are missing between
};

/// The M4 aggregation (Jugel, Jerzak, Hackenbroich, Markl: "M4: A Visualization-Oriented Time Series Data Aggregation",
/// VLDB 2014): of each of `columns` equal slices of [from, to) the first, lowest, highest and last value, which is all
/// a line drawing of that width can show. Columns without a finite value are left out; the rest ascends. One sample
/// just outside each end is included (columns -1 and `columns`), so that lines run to the edge. A distance above
/// `maxGap` microseconds between samples of different columns is a gap; 0: never. A value that is not finite between
/// two columns is a gap too. `times` ascend and are as many as `values`. O(columns log n + visible samples).
std::vector<M4Column> reduceM4(std::span<const std::int64_t> times, std::span<const double> values, std::int64_t from,
                               std::int64_t to, int columns, std::int64_t maxGap);

/// Distance above which samples count as missing: three times the median distance of a sample of the pairs; 0 below
/// three samples.
std::int64_t typicalGap(std::span<const std::int64_t> times);

} // namespace vigie
