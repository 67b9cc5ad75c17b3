// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/event.h"
#include "backend/domain/metric.h"

#include <memory>
#include <vector>

namespace vigie {

/// A batch of samples as "metrics.samples" events of which each fits a frame of the hub, however many devices a host
/// has: at most samplesPerEvent samples each, fewer where names and labels are long. Empty for an empty batch. Any
/// thread.
inline constexpr std::size_t samplesPerEvent = 500;
std::vector<std::shared_ptr<const Event>> sampleEvents(const SampleBatch &batch);

} // namespace vigie
