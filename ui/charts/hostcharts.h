// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/livechart.h"

namespace vigie {

/// The golden signals of the host and the probes, as specifications of charts.
ChartSpec cpuChart();
ChartSpec memoryChart();
ChartSpec loadChart();
ChartSpec pressureChart();
ChartSpec networkChart();
ChartSpec probeLatencyChart();
/// Translated title of a chart by its ChartSpec::id.
QString chartTitle(const QString &id);

} // namespace vigie
