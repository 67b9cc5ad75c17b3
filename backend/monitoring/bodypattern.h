// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/expr/regex.h"

#include <string>

namespace vigie {

/// An RE2 expression looked for anywhere in a body, whatever bytes that has. Linear in the body; thread-safe.
class BodyPattern {
public:
    /// Found in everything when `pattern` is empty. Errors as of Regex::compile().
    [[nodiscard]] static Result<BodyPattern> compile(const std::string &pattern)
    {
        BodyPattern out;
        if (pattern.empty())
            return out;
        // First alone: "a)(b" would be an error that the group around it hides.
        if (auto alone = Regex::compile(pattern); !alone)
            return tl::unexpected(alone.error());
        // \C is any byte: bodies are not always UTF-8, and "." would not cross what is no character.
        auto anywhere = Regex::compile("\\C*?(?:" + pattern + ")\\C*");
        if (!anywhere)
            return tl::unexpected(anywhere.error());
        out.m_anywhere = *std::move(anywhere);
        out.m_any = false;
        return out;
    }
    bool isIn(std::string_view body) const { return m_any || m_anywhere.matches(body); }

private:
    Regex m_anywhere;
    bool m_any {true};
};

} // namespace vigie
