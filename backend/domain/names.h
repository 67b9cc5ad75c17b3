// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"
#include "backend/domain/text.h"

#include <array>

namespace vigie {

/// The two-way table between an enumeration and its stable spellings on the wire.
template<typename Enum, std::size_t N>
struct NameTable {
    std::string_view what; ///< for the error: "severity"
    std::array<std::pair<Enum, std::string_view>, N> rows;

    constexpr std::string_view name(Enum value) const
    {
        for (const auto &[v, text] : rows) {
            if (v == value)
                return text;
        }
        return {};
    }
    /// Invalid for an unknown spelling; the detail lists the allowed ones.
    Result<Enum> value(std::string_view text) const
    {
        std::string allowed;
        for (const auto &[v, name] : rows) {
            if (name == text)
                return v;
            allowed += allowed.empty() ? "" : ", ";
            allowed += name;
        }
        return fail(Error::Code::Invalid,
                    "unknown " + std::string(what) + " \"" + clipped(text, 64) + "\"; allowed: " + allowed);
    }
};

} // namespace vigie
