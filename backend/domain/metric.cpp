// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/metric.h"

#include "backend/domain/names.h"

namespace vigie {

namespace {
constexpr NameTable<MetricUnit, 9> metricUnitNames {.what = "unit",
                                                    .rows = {{{MetricUnit::None, "none"},
                                                              {MetricUnit::Ratio, "ratio"},
                                                              {MetricUnit::Bytes, "bytes"},
                                                              {MetricUnit::BytesPerSecond, "bytes_per_second"},
                                                              {MetricUnit::Seconds, "seconds"},
                                                              {MetricUnit::Celsius, "celsius"},
                                                              {MetricUnit::PerSecond, "per_second"},
                                                              {MetricUnit::Count, "count"},
                                                              {MetricUnit::State, "state"}}}};
} // namespace

std::string_view metricUnitName(MetricUnit unit)
{
    return metricUnitNames.name(unit);
}

Result<MetricUnit> metricUnitFromName(std::string_view name)
{
    return metricUnitNames.value(name);
}

} // namespace vigie
