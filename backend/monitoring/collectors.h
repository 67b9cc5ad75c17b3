// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/domain/http.h"
#include "backend/monitoring/collector.h"
#include "backend/monitoring/hostfacts.h"
#include "backend/monitoring/socketprober.h"

#include <filesystem>
#include <vector>

namespace vigie {

/// What the collectors of all kinds need. All of it must outlive them.
struct CollectorParts {
    HttpClient &http; ///< made with the registry's executor
    SocketProber &sockets; ///< made with the registry's executor
    const Clock &clock;
    HostFacts &hostFacts;
    std::filesystem::path hostRoot {"/"}; ///< where /proc and /sys are looked for
};

/// The factory for SourceRegistry::Parts.
CollectorFactory standardCollectors(CollectorParts parts);

/// Name, unit and help of every metric the collectors make.
std::vector<MetricInfo> monitoringMetrics();

} // namespace vigie
