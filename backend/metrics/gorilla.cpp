// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/gorilla.h"

#include <algorithm>
#include <bit>

namespace vigie {

namespace {

/// Bits of the payload behind the prefixes 10, 110, 1110 and 11110; 11111 is followed by 64.
constexpr unsigned timeBuckets[] {7, 10, 14, 20};

/// Wraps instead of overflowing: damaged bits may hold any number.
std::int64_t wrappingSum(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

std::int64_t wrappingDifference(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

} // namespace

double GorillaEncoder::lastValue() const
{
    return std::bit_cast<double>(m_value);
}

void GorillaEncoder::put(std::uint64_t value, unsigned bits)
{
    while (bits > 0) {
        if (m_freeBits == 0) {
            m_bytes.push_back('\0');
            m_freeBits = 8;
        }
        const unsigned n = std::min(bits, m_freeBits);
        const std::uint64_t part = (value >> (bits - n)) & ((1ULL << n) - 1);
        const auto byte = static_cast<unsigned char>(m_bytes.back());
        m_bytes.back() = static_cast<char>(byte | static_cast<unsigned char>(part << (m_freeBits - n)));
        m_freeBits -= n;
        bits -= n;
    }
}

void GorillaEncoder::append(MillisSample sample)
{
    const auto value = std::bit_cast<std::uint64_t>(sample.value);
    if (m_count == 0) {
        put(static_cast<std::uint64_t>(sample.millis), 64);
        put(value, 64);
        m_first = sample.millis;
        m_previous = sample.millis;
        m_value = value;
    } else {
        putTime(sample.millis);
        putValue(value);
    }
    ++m_count;
}

void GorillaEncoder::putTime(std::int64_t millis)
{
    const std::int64_t delta = wrappingDifference(millis, m_previous);
    const std::int64_t dod = wrappingDifference(delta, m_delta);
    m_previous = millis;
    m_delta = delta;
    if (dod == 0) {
        put(0, 1);
        return;
    }
    unsigned prefixBits = 2;
    for (const unsigned bits : timeBuckets) {
        const std::int64_t half = 1LL << (bits - 1);
        if (dod >= -half && dod < half) {
            put((1ULL << prefixBits) - 2, prefixBits);
            put(static_cast<std::uint64_t>(dod), bits);
            return;
        }
        ++prefixBits;
    }
    put(0x1f, 5);
    put(static_cast<std::uint64_t>(dod), 64);
}

void GorillaEncoder::putValue(std::uint64_t value)
{
    const std::uint64_t changed = value ^ m_value;
    m_value = value;
    if (changed == 0) {
        put(0, 1);
        return;
    }
    const unsigned leading = std::min(31U, static_cast<unsigned>(std::countl_zero(changed)));
    const auto trailing = static_cast<unsigned>(std::countr_zero(changed));
    if (m_leading != 64 && leading >= m_leading && trailing >= m_trailing) {
        put(2, 2);
        put(changed >> m_trailing, 64 - m_leading - m_trailing);
        return;
    }
    m_leading = leading;
    m_trailing = trailing;
    const unsigned length = 64 - leading - trailing;
    put(3, 2);
    put(leading, 5);
    put(length & 63U, 6); // 64 is written as 0: a length of 0 does not occur
    put(changed >> trailing, length);
}

std::uint64_t GorillaDecoder::take(unsigned bits)
{
    if (m_bit + bits > m_bytes.size() * 8) {
        m_failed = true;
        return 0;
    }
    std::uint64_t out = 0;
    while (bits > 0) {
        const unsigned free = 8 - static_cast<unsigned>(m_bit % 8);
        const unsigned n = std::min(bits, free);
        const auto byte = static_cast<unsigned char>(m_bytes[m_bit / 8]);
        out = (out << n) | ((static_cast<unsigned>(byte) >> (free - n)) & ((1U << n) - 1));
        m_bit += n;
        bits -= n;
    }
    return out;
}

std::int64_t GorillaDecoder::takeDeltaOfDelta()
{
    if (!takeBit())
        return 0;
    for (const unsigned bits : timeBuckets) {
        if (!takeBit()) {
            const std::uint64_t raw = take(bits);
            const std::uint64_t sign = 1ULL << (bits - 1);
            return static_cast<std::int64_t>((raw ^ sign) - sign);
        }
    }
    return static_cast<std::int64_t>(take(64));
}

void GorillaDecoder::takeValue()
{
    if (!takeBit())
        return;
    if (takeBit()) {
        m_leading = static_cast<unsigned>(take(5));
        auto length = static_cast<unsigned>(take(6));
        length = length == 0 ? 64 : length;
        if (m_leading + length > 64) {
            m_failed = true;
            return;
        }
        m_trailing = 64 - m_leading - length;
    }
    m_value ^= take(64 - m_leading - m_trailing) << m_trailing;
}

std::optional<MillisSample> GorillaDecoder::next()
{
    if (m_left == 0 || m_failed)
        return std::nullopt;
    --m_left;
    if (!m_started) {
        m_started = true;
        m_millis = static_cast<std::int64_t>(take(64));
        m_value = take(64);
    } else {
        m_delta = wrappingSum(m_delta, takeDeltaOfDelta());
        m_millis = wrappingSum(m_millis, m_delta);
        takeValue();
    }
    if (m_failed)
        return std::nullopt;
    return MillisSample {.millis = m_millis, .value = std::bit_cast<double>(m_value)};
}

} // namespace vigie
