// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace vigie {

/// Little-endian numbers, LEB128 varints and length-prefixed text at the end of a string.
class ByteWriter {
public:
    explicit ByteWriter(std::string &out)
        : m_out(out)
    {
    }
    template<typename T>
    void fixed(T value)
    {
        char bytes[sizeof(T)];
        std::memcpy(bytes, &value, sizeof(T));
        m_out.append(bytes, sizeof(T));
    }
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_out.push_back(static_cast<char>(value | 0x80U));
        m_out.push_back(static_cast<char>(value));
    }
    void text(std::string_view value)
    {
        varint(value.size());
        m_out.append(value);
    }

private:
    std::string &m_out;
};

/// Reads the same. After reading past the end failed() is true and every further value is 0 or empty.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    template<typename T>
    T fixed()
    {
        T value {};
        if (m_bytes.size() < sizeof(T)) {
            fail();
            return value;
        }
        m_bytes.copy(reinterpret_cast<char *>(&value), sizeof(T));
        m_bytes.remove_prefix(sizeof(T));
        return value;
    }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80)
                return value;
        }
        fail();
        return 0;
    }
    std::string_view text()
    {
        const std::uint64_t size = varint();
        if (size > m_bytes.size()) {
            fail();
            return {};
        }
        const std::string_view out = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return out;
    }
    std::string_view rest() const { return m_bytes; }
    bool failed() const { return m_failed; }

private:
    void fail()
    {
        m_failed = true;
        m_bytes = {};
    }
    static_assert(std::endian::native == std::endian::little);
    std::string_view m_bytes;
    bool m_failed {false};
};

} // namespace vigie
