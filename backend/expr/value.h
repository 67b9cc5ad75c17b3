// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vigie {

/// What an expression works on. Null means "not known" (no data): see Expression for how it spreads.
/// Durations are numbers of seconds, sizes numbers of bytes, percentages ratios.
class Value {
public:
    enum class Kind : std::uint8_t { Null, Bool, Number, String, List };
    using List = std::vector<Value>;

    Value() = default;
    Value(bool value)
        : m_value(value)
    {
    } // NOLINT(google-explicit-constructor): a value is made from its literal
    Value(double value)
        : m_value(value)
    {
    }
    Value(int value)
        : m_value(static_cast<double>(value))
    {
    }
    Value(std::string value)
        : m_value(std::move(value))
    {
    }
    Value(std::string_view value)
        : m_value(std::string(value))
    {
    }
    Value(const char *value)
        : m_value(std::string(value))
    {
    }
    Value(List value)
        : m_value(std::move(value))
    {
    }

    Kind kind() const { return static_cast<Kind>(m_value.index()); }
    bool isNull() const { return kind() == Kind::Null; }
    bool isTrue() const { return toBool(); }
    /// The value, or the empty one of that kind when it is of another.
    bool toBool() const;
    double toNumber() const;
    const std::string &toString() const;
    const List &toList() const;
    /// For people: strings as they are, numbers with at most six significant digits, "" for Null.
    std::string text() const;

    friend bool operator==(const Value &, const Value &) = default;

private:
    std::variant<std::monostate, bool, double, std::string, List> m_value;
};

std::string_view valueKindName(Value::Kind kind); ///< "nothing" "yes/no" "number" "text" "list", for messages

} // namespace vigie
