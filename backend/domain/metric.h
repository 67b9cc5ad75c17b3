// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/ids.h"
#include "backend/domain/labels.h"
#include "backend/domain/time.h"

#include <string>
#include <vector>

namespace vigie {

enum class MetricUnit : std::uint8_t { None, Ratio, Bytes, BytesPerSecond, Seconds, Celsius, PerSecond, Count, State };
std::string_view metricUnitName(MetricUnit unit); ///< "none" "ratio" "bytes" "bytes_per_second" "seconds" …
Result<MetricUnit> metricUnitFromName(std::string_view name);

/// What a name means. Every metric of ours is a gauge: rates are computed where they are collected.
struct MetricInfo {
    std::string name;
    MetricUnit unit {MetricUnit::None};
    std::string help; ///< one English sentence
    friend bool operator==(const MetricInfo &, const MetricInfo &) = default;
};

/// Names one series. toString() is its spelling on the wire: `host_load1` or `host_network_receive{device="eth0"}`.
struct SeriesKey {
    std::string name;
    LabelSet labels;
    std::string toString() const { return labels.empty() ? name : name + labels.toString(); }
    friend bool operator==(const SeriesKey &, const SeriesKey &) = default;
    friend auto operator<=>(const SeriesKey &, const SeriesKey &) = default;
};

struct Sample {
    Timestamp at {};
    double value {0};
    friend bool operator==(const Sample &, const Sample &) = default;
};

struct SeriesSample {
    SeriesKey series;
    double value {0};
    friend bool operator==(const SeriesSample &, const SeriesSample &) = default;
};

/// What one collection found, all at one moment.
struct SampleBatch {
    SourceId source;
    Timestamp at {};
    std::vector<SeriesSample> samples;
};

/// One step of a range query: what lay in [at, at + step). `count` 0 never occurs: empty steps are left out.
struct StepPoint {
    Timestamp at {};
    double min {0};
    double max {0};
    double avg {0};
    std::uint32_t count {0};
    friend bool operator==(const StepPoint &, const StepPoint &) = default;
};

struct SeriesSteps {
    SeriesKey series;
    std::vector<StepPoint> points; ///< ascending
};

} // namespace vigie
