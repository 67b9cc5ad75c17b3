// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"
#include "backend/expr/regex.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// What a Prometheus does to the labels of an alert before it sends it to its Alertmanagers (notifier.Manager.Send):
/// external labels that the alert does not have are added, then alerting.alert_relabel_configs are applied.
class AlertRelabeling {
public:
    AlertRelabeling();
    ~AlertRelabeling();
    AlertRelabeling(AlertRelabeling &&) noexcept;
    AlertRelabeling &operator=(AlertRelabeling &&) noexcept;

    /// From the YAML of /api/v1/status/config. Of the relabel actions labeldrop, labelkeep, drop, keep, replace
    /// (source labels, regex, $1 … $9 and ${1} in replacement and target), lowercase and uppercase; others are left
    /// out. Invalid when it is no YAML mapping.
    [[nodiscard]] static Result<AlertRelabeling> read(const std::string &yaml);
    /// nullopt: the alert is dropped.
    std::optional<LabelSet> apply(LabelSet labels) const;

private:
    struct Rule;
    LabelSet m_external;
    std::vector<Rule> m_rules;
};

} // namespace vigie
