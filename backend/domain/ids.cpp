// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/ids.h"

#include <sys/random.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace vigie {

void SystemRandom::fill(std::span<std::byte> out)
{
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t n = getrandom(out.data() + done, out.size() - done, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            std::perror("getrandom");
            std::abort();
        }
        done += static_cast<std::size_t>(n);
    }
}

std::string newUuid(const Clock &clock, Random &random)
{
    std::array<std::byte, 16> bytes {};
    random.fill(bytes);
    const auto millis = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(clock.now().time_since_epoch()).count());
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::byte>(millis >> (40 - 8 * i));
    bytes[6] = (bytes[6] & std::byte {0x0f}) | std::byte {0x70};
    bytes[8] = (bytes[8] & std::byte {0x3f}) | std::byte {0x80};
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out += '-';
        out += hex[std::to_integer<unsigned>(bytes[i]) >> 4];
        out += hex[std::to_integer<unsigned>(bytes[i]) & 0x0f];
    }
    return out;
}

std::string newToken(Random &random)
{
    std::array<std::byte, 32> bytes {};
    random.fill(bytes);
    return toBase64Url(bytes);
}

namespace {
constexpr std::string_view base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
} // namespace

std::string toBase64Url(std::span<const std::byte> bytes)
{
    std::string out;
    out.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const std::byte b : bytes) {
        buffer = (buffer << 8) | std::to_integer<std::uint32_t>(b);
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            out += base64Alphabet[(buffer >> bits) & 0x3f];
        }
    }
    if (bits > 0)
        out += base64Alphabet[(buffer << (6 - bits)) & 0x3f];
    return out;
}

std::string toBase64Url(std::string_view bytes)
{
    return toBase64Url(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

Result<std::string> fromBase64Url(std::string_view text)
{
    std::string out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const std::size_t value = base64Alphabet.find(c);
        if (value == std::string_view::npos)
            return fail(Error::Code::Invalid, "not base64url");
        buffer = (buffer << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>((buffer >> bits) & 0xff);
        }
    }
    if (bits == 6)
        return fail(Error::Code::Invalid, "base64url cut in the middle");
    return out;
}

} // namespace vigie
