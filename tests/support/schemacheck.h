// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/json.h"

#include <string>
#include <string_view>

namespace vigie::test {

/// Checks JSON against the part of JSON Schema 2020-12 that our OpenAPI document uses: type (also a list), enum, $ref
/// (#/…), properties, required, additionalProperties, items, prefixItems, minItems, maxItems, minLength, maxLength,
/// minimum, maximum, oneOf, anyOf. `format`, descriptions and examples are ignored; any other keyword is an error, so
/// that nothing is silently left unchecked.
class SchemaCheck {
public:
    /// `document`: what $ref points into; outlives this.
    explicit SchemaCheck(const Json &document)
        : m_document(document)
    {
    }
    /// Empty when `value` fits; else where and why not.
    std::string check(const Json &schema, const Json &value, const std::string &at = {}) const;
    /// What a JSON pointer with "#" in front names; null when there is nothing.
    const Json &resolve(std::string_view reference) const;

private:
    std::string checkKeyword(const std::string &keyword, const Json &rule, const Json &schema, const Json &value,
                             const std::string &at) const;
    std::string checkObject(const Json &schema, const Json &value, const std::string &at) const;
    std::string checkArray(const Json &schema, const Json &value, const std::string &at) const;
    const Json &m_document;
};

} // namespace vigie::test
