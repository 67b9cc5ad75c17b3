// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// Time in whole milliseconds since 1970 and a value.
struct MillisSample {
    std::int64_t millis {0};
    double value {0};
    friend bool operator==(const MillisSample &, const MillisSample &) = default;
};

/// Packs samples after Pelkonen et al., "Gorilla: A Fast, Scalable, In-Memory Time Series Database", VLDB 2015,
/// section 4.1: delta of delta of the times, XOR of the values. Bucket sizes of the times are for milliseconds:
/// 1, 2+7, 3+10, 4+14, 5+20 or 5+64 bits. Every bit pattern of a double survives. Not thread-safe.
class GorillaEncoder {
public:
    /// Times must ascend. O(1).
    void append(MillisSample sample);
    std::uint32_t count() const { return m_count; }
    std::int64_t firstMillis() const { return m_first; } ///< only with count() > 0
    std::int64_t lastMillis() const { return m_previous; } ///< only with count() > 0
    double lastValue() const; ///< only with count() > 0
    /// The bits so far; the last byte is filled with zeros. Decodable together with count().
    const std::string &bytes() const { return m_bytes; }

private:
    void put(std::uint64_t value, unsigned bits);
    void putTime(std::int64_t millis);
    void putValue(std::uint64_t value);

    std::string m_bytes;
    unsigned m_freeBits {0}; ///< in the last byte
    std::uint32_t m_count {0};
    std::int64_t m_first {0};
    std::int64_t m_previous {0};
    std::int64_t m_delta {0};
    std::uint64_t m_value {0};
    unsigned m_leading {64}; ///< 64: no window yet
    unsigned m_trailing {0};
};

/// Reads what GorillaEncoder wrote. Safe on any bytes: then it ends early.
class GorillaDecoder {
public:
    GorillaDecoder(std::string_view bytes, std::uint32_t count)
        : m_bytes(bytes)
        , m_left(count)
    {
    }
    /// Nothing at the end, and where the bits end too early.
    std::optional<MillisSample> next();

private:
    std::uint64_t take(unsigned bits);
    bool takeBit() { return take(1) != 0; }
    std::int64_t takeDeltaOfDelta();
    void takeValue();

    std::string_view m_bytes;
    std::size_t m_bit {0};
    std::uint32_t m_left;
    bool m_started {false};
    bool m_failed {false};
    std::int64_t m_millis {0};
    std::int64_t m_delta {0};
    std::uint64_t m_value {0};
    unsigned m_leading {0};
    unsigned m_trailing {0};
};

} // namespace vigie
