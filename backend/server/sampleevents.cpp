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
        out.push_back(std::make_shared<const Event>(Event {
            .type = "metrics.samples", .topic = Topic::Metrics, .seq = 0, .at = batch.at, .data = std::move(text)}));
        return;
    }
    const auto middle = batch.samples.begin() + static_cast<std::ptrdiff_t>(batch.samples.size() / 2);
    addSampleEvents({.source = batch.source, .at = batch.at, .samples = {batch.samples.begin(), middle}}, out);
    addSampleEvents({.source = batch.source, .at = batch.at, .samples = {middle, batch.samples.end()}}, out);
}
} // namespace

std::vector<std::shared_ptr<const Event>> sampleEvents(const SampleBatch &batch)
{
    std::vector<std::shared_ptr<const Event>> out;
    for (std::size_t begin = 0; begin < batch.samples.size(); begin += samplesPerEvent) {
        const std::size_t end = std::min(begin + samplesPerEvent, batch.samples.size());
        addSampleEvents({.source = batch.source,
                         .at = batch.at,
                         .samples = {batch.samples.begin() + static_cast<std::ptrdiff_t>(begin),
                                     batch.samples.begin() + static_cast<std::ptrdiff_t>(end)}},
                        out);
    }
    return out;
}

} // namespace vigie
