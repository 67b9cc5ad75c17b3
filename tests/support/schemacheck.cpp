// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/schemacheck.h"

#include <algorithm>
#include <array>

namespace vigie::test {

namespace {
bool hasType(const Json &value, std::string_view type)
{
    return type == "object" ? value.isObject()
        : type == "array"   ? value.isArray()
        : type == "string"  ? value.isString()
        : type == "integer" ? value.isInteger()
        : type == "number"  ? value.isNumber()
        : type == "boolean" ? value.isBool()
        : type == "null"    ? value.isNull()
                            : false;
}

std::string unless(bool fits, const std::string &at, const std::string &why)
{
    return fits ? std::string() : (at.empty() ? "/" : at) + ": " + why;
}
} // namespace

const Json &SchemaCheck::resolve(std::string_view reference) const
{
    static const Json none;
    if (!reference.starts_with("#/"))
        return none;
    reference.remove_prefix(2);
    const Json *at = &m_document;
    while (!reference.empty()) {
        const std::size_t slash = std::min(reference.find('/'), reference.size());
        at = &(*at)[reference.substr(0, slash)];
        reference.remove_prefix(std::min(slash + 1, reference.size()));
    }
    return *at;
}

std::string SchemaCheck::check(const Json &schema, const Json &value, const std::string &at) const
{
    if (!schema.isObject())
        return unless(schema.isBool() && schema.toBool(), at, "nothing fits this schema, or there is none");
    for (const auto &[keyword, rule] : schema.object()) {
        if (auto wrong = checkKeyword(keyword, rule, schema, value, at); !wrong.empty())
            return wrong;
    }
    return {};
}

std::string SchemaCheck::checkKeyword(const std::string &keyword, const Json &rule, const Json &schema,
                                      const Json &value, const std::string &at) const
{
    constexpr std::array<std::string_view, 11> elsewhere {"required",    "additionalProperties",
                                                          "prefixItems", "minItems",
                                                          "maxItems",    "description",
                                                          "examples",    "format",
                                                          "default",     "title",
                                                          "summary"};
    if (keyword == "$ref")
        return check(resolve(rule.toString()), value, at);
    if (keyword == "type") {
        const Json::Array types = rule.isArray() ? rule.array() : Json::Array {rule};
        const bool fits = std::any_of(types.begin(), types.end(),
                                      [&](const Json &type) { return hasType(value, type.toString()); });
        const std::string wrong = unless(fits, at, "is not of type " + rule.dump() + ": " + value.dump().substr(0, 80));
        if (!wrong.empty())
            return wrong;
        return value.isObject() ? checkObject(schema, value, at) : value.isArray() ? checkArray(schema, value, at) : "";
    }
    if (keyword == "enum")
        return unless(std::find(rule.array().begin(), rule.array().end(), value) != rule.array().end(), at,
                      "is none of " + rule.dump() + ": " + value.dump());
    if (keyword == "oneOf" || keyword == "anyOf") {
        const auto fitting = std::count_if(rule.array().begin(), rule.array().end(),
                                           [&](const Json &one) { return check(one, value, at).empty(); });
        return unless(keyword == "oneOf" ? fitting == 1 : fitting > 0, at,
                      std::to_string(fitting) + " of " + keyword + " fit");
    }
    if (keyword == "minimum")
        return unless(!value.isNumber() || value.toDouble() >= rule.toDouble(), at, "is below " + rule.dump());
    if (keyword == "maximum")
        return unless(!value.isNumber() || value.toDouble() <= rule.toDouble(), at, "is above " + rule.dump());
    const auto length = static_cast<std::int64_t>(value.toString().size());
    if (keyword == "minLength")
        return unless(!value.isString() || length >= rule.toInteger(), at, "is too short");
    if (keyword == "maxLength")
        return unless(!value.isString() || length <= rule.toInteger(), at, "is too long");
    if (keyword == "properties" || keyword == "items"
        || std::find(elsewhere.begin(), elsewhere.end(), keyword) != elsewhere.end())
        return {};
    return at + ": the checker does not know \"" + keyword + "\"";
}

std::string SchemaCheck::checkObject(const Json &schema, const Json &value, const std::string &at) const
{
    for (const Json &name : schema["required"].array()) {
        if (!value.contains(name.toString()))
            return at + ": \"" + name.toString() + "\" is missing";
    }
    for (const auto &[name, member] : value.object()) {
        const bool known = schema["properties"].contains(name);
        if (!known && !schema.contains("additionalProperties"))
            continue;
        const Json &rule = known ? schema["properties"][name] : schema["additionalProperties"];
        if (auto wrong = check(rule, member, at + "/" + name); !wrong.empty())
            return wrong;
    }
    return {};
}

std::string SchemaCheck::checkArray(const Json &schema, const Json &value, const std::string &at) const
{
    const Json::Array &items = value.array();
    const auto count = static_cast<std::int64_t>(items.size());
    if (count < schema["minItems"].toInteger(0) || count > schema["maxItems"].toInteger(count))
        return at + ": has " + std::to_string(count) + " items";
    const Json::Array &first = schema["prefixItems"].array();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Json *rule = i < first.size() ? &first[i] : schema.contains("items") ? &schema["items"] : nullptr;
        if (rule == nullptr)
            continue;
        if (auto wrong = check(*rule, items[i], at + "/" + std::to_string(i)); !wrong.empty())
            return wrong;
    }
    return {};
}

} // namespace vigie::test
