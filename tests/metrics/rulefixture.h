// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/metrics/thresholdrules.h"
#include "tests/metrics/historyfixture.h"

#include <optional>

namespace vigie::test {

/// An engine with rules on a history in memory, driven by hand in steps of five seconds.
struct RuleFixture : HistoryFixture {
    std::unique_ptr<MetricHistory> history = open(false);
    std::unique_ptr<RuleEngine> engine = std::make_unique<RuleEngine>(*history, clock);

    explicit RuleFixture(std::vector<ThresholdRule> rules) { setRules(std::move(rules)); }
    void setRules(std::vector<ThresholdRule> rules)
    {
        const auto set = engine->setRules(std::move(rules));
        if (!set)
            qFatal("%s: %s", set.error().field.c_str(), set.error().detail.c_str());
    }
    void disk(double ratio, const char *mountpoint = "/")
    {
        append(*history, {{{"host_filesystem_used_ratio", {{"mountpoint", mountpoint}, {"device", "sda"}}}, ratio}});
    }
    AlertBatch step(std::optional<double> ratio, Duration by = std::chrono::seconds(5))
    {
        clock.advance(by);
        if (ratio)
            disk(*ratio);
        return engine->evaluate();
    }
    /// Steps of five seconds; the number of alerts after the last one.
    std::size_t steps(int n, std::optional<double> ratio)
    {
        std::size_t alerts = 0;
        for (int i = 0; i < n; ++i)
            alerts = step(ratio).alerts.size();
        return alerts;
    }
};

} // namespace vigie::test
