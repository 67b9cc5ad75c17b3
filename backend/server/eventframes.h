// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/event.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using MetricFilter = std::set<std::string, std::less<>>; ///< metric names wanted

/// Collects the texts of events into frames: JSON arrays of at most `maxBytes`.
class FrameBuilder {
public:
    explicit FrameBuilder(std::size_t maxBytes)
        : m_max(maxBytes)
    {
    }
    /// False when the event alone is longer than a frame; then it is left out.
    bool add(std::string_view event);
    std::vector<std::shared_ptr<const std::string>> take();

private:
    void finish();
    std::size_t m_max;
    std::string m_open;
    std::vector<std::shared_ptr<const std::string>> m_done;
};

/// {"type":…,"seq":…,"data":…}
std::string eventText(const Event &event);
/// The text of a metrics.samples event with only the wanted metrics; empty when none is left.
std::string filteredSamples(const Event &event, const MetricFilter &wanted);

} // namespace vigie
