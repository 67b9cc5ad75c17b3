// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/simdjsontools.h"

#include <charconv>
#include <limits>

namespace vigie::fast {

namespace {
constexpr int maxJsonDepth = 64;

Result<Json> convert(const simdjson::dom::element &element, int depth);

Result<Json> convertArray(const simdjson::dom::array &array, int depth)
{
    Json::Array out;
    out.reserve(array.size());
    for (const auto item : array) {
        auto value = convert(item, depth + 1);
        if (!value)
            return value;
        out.push_back(*std::move(value));
    }
    return Json(std::move(out));
}

Result<Json> convertObject(const simdjson::dom::object &object, int depth)
{
    Json::Object out;
    out.reserve(object.size());
    for (const auto &[key, item] : object) {
        auto value = convert(item, depth + 1);
        if (!value)
            return value;
        out.emplace_back(std::string(key), *std::move(value));
    }
    return Json(std::move(out));
}

Result<Json> convert(const simdjson::dom::element &element, int depth)
{
    using Type = simdjson::dom::element_type;
    if (depth > maxJsonDepth)
        return fail(Error::Code::Invalid, "JSON is nested too deeply");
    switch (element.type()) {
    case Type::ARRAY:
        return convertArray(element.get_array().value_unsafe(), depth);
    case Type::OBJECT:
        return convertObject(element.get_object().value_unsafe(), depth);
    case Type::INT64:
        return Json(element.get_int64().value_unsafe());
    case Type::UINT64:
        return Json(static_cast<double>(element.get_uint64().value_unsafe()));
    case Type::DOUBLE:
        return Json(element.get_double().value_unsafe());
    case Type::STRING:
        return Json(element.get_string().value_unsafe());
    case Type::BOOL:
        return Json(element.get_bool().value_unsafe());
    case Type::NULL_VALUE:
        break;
    }
    return Json();
}
} // namespace

Result<Json> toJson(const simdjson::dom::element &element)
{
    return convert(element, 0);
}

double numberOrNan(const simdjson::dom::element &element)
{
    double value = 0;
    if (element.get_double().get(value) == simdjson::SUCCESS)
        return value;
    return std::numeric_limits<double>::quiet_NaN();
}

std::string_view textOf(const simdjson::dom::element &object, std::string_view key)
{
    std::string_view text;
    return object.at_key(key).get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
}

double numberOfText(std::string_view text)
{
    if (text == "+Inf" || text == "Inf")
        return std::numeric_limits<double>::infinity();
    if (text == "-Inf")
        return -std::numeric_limits<double>::infinity();
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : std::numeric_limits<double>::quiet_NaN();
}

LabelSet labelsOf(const simdjson::dom::element &object, std::string_view key)
{
    std::vector<LabelSet::Pair> pairs;
    simdjson::dom::object members;
    if (object.at_key(key).get_object().get(members) != simdjson::SUCCESS)
        return {};
    for (const auto &[name, value] : members) {
        std::string_view text;
        if (value.get_string().get(text) == simdjson::SUCCESS)
            pairs.emplace_back(std::string(name), std::string(text));
    }
    return LabelSet(std::move(pairs));
}

} // namespace vigie::fast
