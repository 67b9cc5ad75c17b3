// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"

#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <span>
#include <string>

namespace vigie {

/// A string that names one kind of thing and cannot be mistaken for another kind's.
template<typename Tag>
struct StrongId {
    std::string value;
    bool empty() const { return value.empty(); }
    friend auto operator<=>(const StrongId &, const StrongId &) = default;
    friend bool operator==(const StrongId &, const StrongId &) = default;
};

using IncidentId = StrongId<struct IncidentTag>;
using SourceId = StrongId<struct SourceTag>;
using RequestId = StrongId<struct RequestTag>;

/// Source of unpredictable bytes; injected, so that tests can fix it. Thread-safe.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0;
};

/// getrandom(2). Ends the process when the kernel refuses, since nothing safe could follow.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override;
};

/// Time-ordered id after RFC 9562 section 5.7 (UUIDv7), canonical lower case. Sorts by creation within a millisecond.
std::string newUuid(const Clock &clock, Random &random);
/// 256 random bits as base64url: for bearer tokens.
std::string newToken(Random &random);

/// RFC 4648 section 5, without padding.
std::string toBase64Url(std::span<const std::byte> bytes);
std::string toBase64Url(std::string_view bytes);
/// Invalid on any character outside the alphabet, and on padding.
Result<std::string> fromBase64Url(std::string_view text);

} // namespace vigie

template<typename Tag>
struct std::hash<vigie::StrongId<Tag>> {
    std::size_t operator()(const vigie::StrongId<Tag> &id) const noexcept
    {
        return std::hash<std::string> {}(id.value);
    }
};
