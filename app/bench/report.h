// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace vigie::bench {

/// Prints one figure as a row: what, ours, the peer's, their ratio, what to reach, and whether it is reached.
class Report {
public:
    void title(const std::string &suite);
    void note(const std::string &text);
    /// `ours` / `peer` must be at least `reach`.
    void ratio(const std::string &what, double ours, double peer, const std::string &unit, double reach);
    void atMost(const std::string &what, double ours, const std::string &unit, double limit);
    void atLeast(const std::string &what, double ours, const std::string &unit, double limit);
    void failure(const std::string &what, const std::string &why);
    /// How many figures were missed or could not be taken.
    int missed() const { return m_missed; }

private:
    void verdict(bool reached);
    int m_missed {0};
};

} // namespace vigie::bench
