// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"

#include <string_view>

namespace vigie {

/// Reads SeriesKey::toString() back: `name` or `name{label="value",…}` with \\, \" and \n escaped; the name may be
/// empty when there are labels. Invalid with the column otherwise. O(length).
[[nodiscard]] Result<SeriesKey> parseSeriesKey(std::string_view text);

} // namespace vigie
