// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/json.h"
#include "backend/domain/metric.h"

#include <simdjson.h>

/// Between simdjson and the house's values. For .cpp files of this layer only: no other header includes it.
namespace vigie::fast {

/// The element as a Json value; Invalid when it nests deeper than 64.
[[nodiscard]] Result<Json> toJson(const simdjson::dom::element &element);
/// A number, or NaN for null and for what is no number (JSON has no NaN and infinity; wire writes null).
double numberOrNan(const simdjson::dom::element &element);
/// The member's text, or "" when there is none.
std::string_view textOf(const simdjson::dom::element &object, std::string_view key);
/// A value PromQL or the daemon spells as text: "NaN" "+Inf" "-Inf" or a number.
double numberOfText(std::string_view text);
/// An object of strings; members of other kinds are left out.
LabelSet labelsOf(const simdjson::dom::element &object, std::string_view key);

} // namespace vigie::fast
