// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

// Small work on text that more than one layer needs. ASCII or UTF-8, whatever the locale.

std::string lowerAscii(std::string_view text); ///< A-Z only
int hexDigit(char c); ///< 0 to 15 for 0-9 a-f A-F, else -1
/// RFC 3986 section 2.1: everything but A-Z a-z 0-9 - . _ ~ becomes %XX.
std::string percentEncode(std::string_view text);
/// The inverse, as forms have it ('+' is a space). A '%' without two digits stays as it is.
std::string percentDecode(std::string_view text);
/// The inverse for what has to be right: nothing when a '%' is not followed by two hexadecimal digits.
std::optional<std::string> strictlyPercentDecoded(std::string_view text, bool plusIsSpace = false);
/// At most `most` bytes, cut between two characters; what is cut ends with "…". For a `most` under 3 that alone is
/// left.
std::string clipped(std::string_view text, std::size_t most);
/// \ " and newline escaped, as the value of a label in the Prometheus text format.
std::string escapedLabelValue(std::string_view text);

} // namespace vigie
