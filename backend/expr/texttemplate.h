// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/expr/expression.h"

#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Text with expressions in it: "{{ labels.mountpoint }} is {{ value }} full". Value type.
class TextTemplate {
public:
    TextTemplate() = default;
    /// Errors: Invalid with "column N: ..." of the "{{" and the place inside it, also for "{{" without "}}".
    [[nodiscard]] static Result<TextTemplate> parse(std::string_view text, const ExpressionOptions &options = {});
    /// Every field must be known to `schema`. Errors: Invalid.
    [[nodiscard]] Result<void> check(const Schema &schema) const;
    /// What has no value becomes "": a title must never fail.
    std::string render(const Scope &scope) const;
    const std::string &text() const { return m_text; }

private:
    struct Part {
        std::string before; ///< plain text in front of the expression
        Expression expression;
    };
    std::string m_text;
    std::vector<Part> m_parts;
    std::string m_tail;
};

} // namespace vigie
