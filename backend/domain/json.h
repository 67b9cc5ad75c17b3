// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vigie {

/// A JSON value in memory, for bodies and answers that are not hot. Objects keep their order and have unique keys.
/// A facade: no JSON library's header is seen by the rest of the code (measured: three times the compile time).
class Json {
public:
    using Array = std::vector<Json>;
    using Member = std::pair<std::string, Json>;
    using Object = std::vector<Member>;

    Json() = default;
    Json(std::nullptr_t) { } // NOLINT(google-explicit-constructor): a value is made from its literal
    Json(bool value)
        : m_value(value)
    {
    }
    Json(std::int64_t value)
        : m_value(value)
    {
    }
    Json(int value)
        : m_value(std::int64_t {value})
    {
    }
    Json(double value)
        : m_value(value)
    {
    }
    Json(std::string value)
        : m_value(std::move(value))
    {
    }
    Json(std::string_view value)
        : m_value(std::string(value))
    {
    }
    Json(const char *value)
        : m_value(std::string(value))
    {
    }
    Json(Array value)
        : m_value(std::move(value))
    {
    }
    Json(Object value)
        : m_value(std::move(value))
    {
    }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    bool isBool() const { return std::holds_alternative<bool>(m_value); }
    bool isInteger() const { return std::holds_alternative<std::int64_t>(m_value); }
    bool isNumber() const { return isInteger() || std::holds_alternative<double>(m_value); }
    bool isString() const { return std::holds_alternative<std::string>(m_value); }
    bool isArray() const { return std::holds_alternative<Array>(m_value); }
    bool isObject() const { return std::holds_alternative<Object>(m_value); }

    /// The value, or the fallback when it is of another kind.
    bool toBool(bool fallback = false) const;
    std::int64_t toInteger(std::int64_t fallback = 0) const;
    double toDouble(double fallback = 0) const;
    const std::string &toString() const; ///< "" when it is no string
    const Array &array() const; ///< empty when it is no array
    const Object &object() const; ///< empty when it is no object

    /// Member of an object; a null value when there is none. O(n) in the members.
    const Json &operator[](std::string_view key) const;
    bool contains(std::string_view key) const;
    /// Sets a member; makes this an object first when it is null.
    void set(std::string key, Json value);

    /// Compact text, ASCII only (anything else as \uXXXX), so that a cut frame never cuts a character.
    std::string dump() const;
    void dumpTo(std::string &out) const;

    friend bool operator==(const Json &, const Json &) = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

struct JsonLimits {
    std::size_t maxBytes {1U << 20U};
    std::size_t maxDepth {64};
};

/// Strict RFC 8259: one value, valid UTF-8, no duplicate keys, numbers in range. Errors: TooLarge, or Invalid with
/// "line L, column C" (in bytes, where the reader stopped) in the detail.
[[nodiscard]] Result<Json> parseJson(std::string_view text, JsonLimits limits = {});

/// Appends `text` in quotes, escaped to ASCII. Invalid UTF-8 becomes U+FFFD.
void appendJsonString(std::string &out, std::string_view text);
/// Appends the shortest spelling that reads back, from 2^53 on with an exponent or ".0", so that it is no integer
/// literal; NaN and infinities, which JSON does not have, become null.
void appendJsonNumber(std::string &out, double value);
void appendJsonNumber(std::string &out, std::int64_t value);

} // namespace vigie
