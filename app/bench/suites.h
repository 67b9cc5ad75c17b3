// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/report.h"

#include <string>

namespace vigie::bench {

struct BenchOptions {
    std::string programs; ///< folder of vigied and vigie
    int seconds {5}; ///< of each load
};

/// GET /health and the incident list beside nginx serving files of the same size (packages nginx-light, wrk).
void benchHttp(const BenchOptions &options, Report &report);
/// 1,000 incidents a page beside Alertmanager's GET /api/v2/alerts with 1,000 alerts (prometheus-alertmanager, wrk).
void benchAlertmanager(const BenchOptions &options, Report &report);
/// Events to 200 WebSocket clients: deliveries, lag, memory with a client that does not read.
void benchEvents(const BenchOptions &options, Report &report);
/// vigied at rest with the host collector and 50 probes; vigie at rest on the overview.
void benchRest(const BenchOptions &options, Report &report);
/// From the start of vigie in an empty home, private daemon included, to the overview with its data.
void benchStart(const BenchOptions &options, Report &report);
/// Repaint of the time-series view.
void benchPaint(const BenchOptions &options, Report &report);

} // namespace vigie::bench
