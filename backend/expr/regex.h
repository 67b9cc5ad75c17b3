// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace vigie {

/// A compiled RE2 pattern, always anchored at both ends, and "." matches a newline: as in Prometheus' matchers.
/// Matching is linear in the text (no backtracking). Copies share the program; thread-safe.
class Regex {
public:
    /// Matches only the empty text.
    Regex() = default;
    /// Invalid for a bad pattern, one over 1,000 bytes or one that compiles to more than a mebibyte.
    [[nodiscard]] static Result<Regex> compile(std::string_view pattern);
    bool matches(std::string_view text) const;

private:
    struct Program;
    std::shared_ptr<const Program> m_program;
};

} // namespace vigie
