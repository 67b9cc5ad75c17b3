// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace vigie {

/// CRC-32 as zlib, gzip and PNG have it (ISO 3309, polynomial 0xEDB88320). "123456789" gives 0xCBF43926.
/// `before`: the checksum of what stands in front of `bytes`.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

} // namespace vigie
