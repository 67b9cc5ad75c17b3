// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "backend/domain/time.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <vector>

namespace vigie {

struct AxisTick {
    double at {0}; ///< value, or microseconds for a time axis
    QString label;
};

/// A value axis whose ends lie on ticks.
struct ValueAxis {
    double low {0};
    double high {1};
    std::vector<AxisTick> ticks; ///< ascending, low and high included
};

/// Steps of 1, 2 or 5 times a power of ten (Heckbert, "Nice Numbers for Graph Labels", Graphics Gems 1990); of two for
/// bytes; of clock units for seconds above a minute. All labels share one unit. Zero is included when the data come
/// near it. `maxTicks` >= 2. Values that are not finite count as
/// 0 … 1, and so do those that are all nearer to zero than 1e-290; what is beyond 1e290 is off the axis.
ValueAxis niceValueAxis(double low, double high, MetricUnit unit, int maxTicks, const QLocale &locale);

/// About `maxTicks` (one more at most) ticks on round local times (s, min, h, d); label with what changes: "14:50",
/// "14:50:30", "21 Nov".
std::vector<AxisTick> niceTimeTicks(Timestamp from, Timestamp to, int maxTicks, const QLocale &locale,
                                    const QTimeZone &zone);

} // namespace vigie
