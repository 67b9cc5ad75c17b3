// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie {

/// A command line taken apart: --name VALUE, --name=VALUE and --flag in any order, the rest are words.
struct Arguments {
    std::vector<std::string> words;
    std::map<std::string, std::string, std::less<>> options; ///< without the dashes; a flag has ""
    std::optional<std::string> option(std::string_view name) const;
    bool flag(std::string_view name) const { return options.find(name) != options.end(); }
};

/// `withValue` and `flags` are the names allowed. Invalid names the unknown one and the nearest known.
[[nodiscard]] Result<Arguments> parseArguments(std::span<char *const> argv, const std::vector<std::string> &withValue,
                                               const std::vector<std::string> &flags);

} // namespace vigie
