// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/sampleevents.h"

#include "backend/domain/wire.h"

#include <algorithm>

namespace vigie {

namespace {
constexpr std::size_t sampleEventBytes {128U << 10U}; // about half a frame

void addSampleEvents(const SampleBatch &batch, std::vector<std::shared_ptr<const Event>> &out)
{
    std::string text = wire::text(batch);
    if (text.size() <= sampleEventBytes || batch.samples.size() < 2) {
        out.push_back(
            std::make_shared<const Event>(Event {"metrics.samples", Topic::Metrics, 0, batch.at, std::move(text)}));
        return;
    }
    const auto middle = batch.samples.begin() + static_cast<std::ptrdiff_t>(batch.samples.size() / 2);
    addSampleEvents({batch.source, batch.at, {batch.samples.begin(), middle}}, out);
    addSampleEvents({batch.source, batch.at, {middle, batch.samples.end()}}, out);
}
} // namespace

std::vector<std::shared_ptr<const Event>> sampleEvents(const SampleBatch &batch)
{
    std::vector<std::shared_ptr<const Event>> out;
    for (std::size_t begin = 0; begin < batch.samples.size(); begin += samplesPerEvent) {
        const std::size_t end = std::min(begin + samplesPerEvent, batch.samples.size());
        addSampleEvents({batch.source,
                         batch.at,
                         {batch.samples.begin() + static_cast<std::ptrdiff_t>(begin),
                          batch.samples.begin() + static_cast<std::ptrdiff_t>(end)}},
                        out);
    }
    return out;
}

} // namespace vigie
