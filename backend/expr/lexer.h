// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::exprdetail {

inline constexpr std::size_t maxLength = 4096; ///< bytes of one expression or selector

struct Token {
    enum class Type : std::uint8_t { End, Number, String, Name, Symbol };
    Type type {Type::End};
    std::string text; ///< name, symbol, or the string without quotes and escapes
    double number {0};
    std::size_t offset {0}; ///< in bytes

    bool isSymbol(std::string_view symbol) const { return type == Type::Symbol && text == symbol; }
    bool isName(std::string_view name) const { return type == Type::Name && text == name; }
};

/// Splits into tokens; the last one is End. A number takes its unit with it: "%", "5m", "1h30m", "10GiB", "90 %",
/// "21 d" (seconds, bytes, ratio).
[[nodiscard]] Result<std::vector<Token>> tokenize(std::string_view text);

/// Error{Invalid} that begins with "column N: "; N counts characters (code points) from 1.
tl::unexpected<Error> failAt(std::string_view text, std::size_t offset, std::string_view what);
/// The token as a message names it: 'end of text', '"x"', 'name'.
std::string spelled(const Token &token);

} // namespace vigie::exprdetail
