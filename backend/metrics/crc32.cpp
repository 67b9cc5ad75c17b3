// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/crc32.h"

#include <array>
#include <bit>
#include <cstring>

namespace vigie {

namespace {

using CrcTables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr CrcTables makeCrcTables()
{
    CrcTables tables {};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        tables[0][i] = crc;
    }
    for (std::size_t t = 1; t < 8; ++t) {
        for (std::size_t i = 0; i < 256; ++i)
            tables[t][i] = (tables[t - 1][i] >> 8U) ^ tables[0][tables[t - 1][i] & 0xffU];
    }
    return tables;
}

constexpr CrcTables crcTables = makeCrcTables();

} // namespace

std::uint32_t crc32(std::string_view bytes, std::uint32_t before)
{
    static_assert(std::endian::native == std::endian::little, "eight bytes at a time are read as little endian");
    std::uint32_t crc = ~before;
    while (bytes.size() >= 8) { // "slicing by 8": the files are checked as a whole at the start
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), 8);
        word ^= crc;
        crc = 0;
        for (unsigned i = 0; i < 8; ++i)
            crc ^= crcTables[7 - i][(word >> (8 * i)) & 0xffU];
        bytes.remove_prefix(8);
    }
    for (const char c : bytes)
        crc = (crc >> 8U) ^ crcTables[0][(crc ^ static_cast<unsigned char>(c)) & 0xffU];
    return ~crc;
}

} // namespace vigie
