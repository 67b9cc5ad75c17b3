// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"

#include <string>
#include <string_view>

namespace vigie {

/// For English texts of alerts: 0.934 as Ratio "93.4 %", Bytes "12.3 GiB", Seconds "250 ms", "12.3 s", "3d 4h".
/// Numbers from 1e15 on have six digits and a power of ten.
std::string formatValue(double value, MetricUnit unit);
/// What the ending of a name says, for metrics nobody described: "_ratio", "_bytes_per_second", "_bytes", "_seconds",
/// "_per_second"; else None.
MetricUnit unitFromMetricName(std::string_view name);

} // namespace vigie
