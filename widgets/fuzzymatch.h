// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace vigie {

struct FuzzyMatch {
    int score {0}; ///< higher is better
    std::vector<int> positions; ///< matched characters of `text`, ascending
};

/// All characters of `pattern` in this order in `text`, case-insensitive, blanks ignored; accents of `text` may be left
/// out. Best for a prefix, then word starts, then runs. Empty pattern matches everything with score 0. O(pattern x
/// text).
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace vigie
