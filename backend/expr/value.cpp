// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/value.h"

#include <array>
#include <cstdio>

namespace vigie {

bool Value::toBool() const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value && *value;
}

double Value::toNumber() const
{
    const double *value = std::get_if<double>(&m_value);
    return value ? *value : 0.0;
}

const std::string &Value::toString() const
{
    static const std::string none;
    const std::string *value = std::get_if<std::string>(&m_value);
    return value ? *value : none;
}

const Value::List &Value::toList() const
{
    static const List none;
    const List *value = std::get_if<List>(&m_value);
    return value ? *value : none;
}

std::string Value::text() const
{
    switch (kind()) {
    case Kind::Null:
        return {};
    case Kind::Bool:
        return toBool() ? "true" : "false";
    case Kind::Number: {
        std::array<char, 40> buffer {};
        const int n = std::snprintf(buffer.data(), buffer.size(), "%.6g", toNumber());
        return {buffer.data(), static_cast<std::size_t>(n)};
    }
    case Kind::String:
        return toString();
    case Kind::List: {
        std::string out;
        for (const Value &item : toList()) {
            if (!out.empty())
                out += ", ";
            out += item.text();
        }
        return out;
    }
    }
    return {};
}

std::string_view valueKindName(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Null:
        return "nothing";
    case Value::Kind::Bool:
        return "yes/no";
    case Value::Kind::Number:
        return "number";
    case Value::Kind::String:
        return "text";
    case Value::Kind::List:
        return "list";
    }
    return {};
}

} // namespace vigie
