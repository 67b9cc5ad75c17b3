// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vigie {

/// Which incidents a table shows. Empty members do not restrict; an empty status set means everything not resolved.
struct IncidentFilter {
    enum class Owner : std::uint8_t { Any, Mine, Nobody };
    std::uint8_t severities {0}; ///< bits by Severity
    std::uint8_t statuses {0}; ///< bits by IncidentStatus
    Owner owner {Owner::Any};
    std::string me; ///< whose incidents are Mine
    std::string service; ///< exactly this
    std::string text; ///< every word must be in title, service, owner, category, description or a label; case ignored

    static std::uint8_t bit(Severity severity) { return std::uint8_t(1U << unsigned(severity)); }
    static std::uint8_t bit(IncidentStatus status) { return std::uint8_t(1U << unsigned(status)); }
    /// Nothing but "not resolved" is asked for.
    bool isDefault() const;
    friend bool operator==(const IncidentFilter &, const IncidentFilter &) = default;
};

/// A filter made ready for many incidents. O(text) per incident. Copies are made of text that is not ASCII, and of
/// labels and the shown title where no field holds a word.
class IncidentMatcher {
public:
    explicit IncidentMatcher(const IncidentFilter &filter);
    bool matches(const Incident &incident) const;

private:
    bool matchesText(const Incident &incident) const;
    IncidentFilter m_filter;
    std::vector<std::string> m_words; ///< folded
};

} // namespace vigie
