// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/jsonreader.h"

#include "backend/domain/text.h"

#include <algorithm>
#include <numeric>

namespace vigie {

namespace {
// A name may be as long as the body; who sent it knows it by its beginning.
constexpr std::size_t shownName = 64;

std::string jsonKind(const Json &value)
{
    return value.isNull()  ? "null"
        : value.isBool()   ? "a boolean"
        : value.isNumber() ? "a number"
        : value.isString() ? "a string"
        : value.isArray()  ? "an array"
                           : "an object";
}
} // namespace

JsonReader::JsonReader(const Json &value, std::string at)
    : m_value(value)
    , m_at(std::move(at))
{
    if (!value.isObject())
        m_error = Error {
            .code = Error::Code::Invalid, .detail = "expected an object, found " + jsonKind(value), .field = m_at};
}

std::string JsonReader::pointer(std::string_view key) const
{
    std::string out = m_at + "/";
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

void JsonReader::remember(std::string_view key, Error error)
{
    if (m_error)
        return;
    error.field = pointer(key);
    m_error = std::move(error);
}

void JsonReader::reject(std::string_view key, std::string detail)
{
    remember(key, {.code = Error::Code::Invalid, .detail = std::move(detail)});
}

const Json *JsonReader::member(std::string_view key, bool mandatory)
{
    m_known.emplace_back(key);
    const Json &found = m_value[key];
    if (!found.isNull())
        return &found;
    if (mandatory)
        reject(key, m_value.contains(key) ? "must not be null" : "is missing");
    return nullptr;
}

const Json &JsonReader::value(std::string_view key)
{
    m_known.emplace_back(key);
    return m_value[key];
}

std::optional<std::string> JsonReader::optionalString(std::string_view key, std::size_t maxLength)
{
    const Json *found = member(key, false);
    if (found == nullptr)
        return std::nullopt;
    if (!found->isString()) {
        reject(key, "expected a string, found " + jsonKind(*found));
        return std::nullopt;
    }
    if (found->toString().size() > maxLength) {
        reject(key, "longer than " + std::to_string(maxLength) + " bytes");
        return std::nullopt;
    }
    return found->toString();
}

std::string JsonReader::string(std::string_view key, std::size_t maxLength)
{
    if (member(key, true) == nullptr)
        return {};
    m_known.pop_back();
    return optionalString(key, maxLength).value_or(std::string());
}

std::optional<std::int64_t> JsonReader::optionalInteger(std::string_view key, std::int64_t min, std::int64_t max)
{
    const Json *found = member(key, false);
    if (found == nullptr)
        return std::nullopt;
    if (!found->isInteger()) {
        reject(key, "expected an integer, found " + jsonKind(*found));
        return std::nullopt;
    }
    const std::int64_t number = found->toInteger();
    if (number < min || number > max) {
        reject(key, "must be from " + std::to_string(min) + " to " + std::to_string(max));
        return std::nullopt;
    }
    return number;
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t min, std::int64_t max)
{
    if (member(key, true) == nullptr)
        return 0;
    m_known.pop_back();
    return optionalInteger(key, min, max).value_or(0);
}

double JsonReader::number(std::string_view key)
{
    const Json *found = member(key, true);
    if (found != nullptr && !found->isNumber())
        reject(key, "expected a number, found " + jsonKind(*found));
    return found != nullptr ? found->toDouble() : 0;
}

std::optional<bool> JsonReader::optionalBoolean(std::string_view key)
{
    const Json *found = member(key, false);
    if (found == nullptr)
        return std::nullopt;
    if (!found->isBool()) {
        reject(key, "expected true or false, found " + jsonKind(*found));
        return std::nullopt;
    }
    return found->toBool();
}

bool JsonReader::boolean(std::string_view key)
{
    if (member(key, true) == nullptr)
        return false;
    m_known.pop_back();
    return optionalBoolean(key).value_or(false);
}

namespace {
// Years 1900 to 9999: outside of it a number is a mistake of unit, not a time.
constexpr std::int64_t earliestMicros = -2'208'988'800'000'000;
constexpr std::int64_t latestMicros = 253'402'300'799'999'999;
} // namespace

Timestamp JsonReader::timestamp(std::string_view key)
{
    return fromMicros(integer(key, earliestMicros, latestMicros));
}

std::optional<Timestamp> JsonReader::optionalTimestamp(std::string_view key)
{
    const auto micros = optionalInteger(key, earliestMicros, latestMicros);
    return micros ? std::optional(fromMicros(*micros)) : std::nullopt;
}

LabelSet JsonReader::labels(std::string_view key, std::size_t max)
{
    const Json *found = member(key, false);
    if (found == nullptr)
        return {};
    if (!found->isObject()) {
        reject(key, "expected an object of at most " + std::to_string(max) + " strings, found " + jsonKind(*found));
        return {};
    }
    if (found->object().size() > max) {
        reject(key,
               "has " + std::to_string(found->object().size()) + " members; at most " + std::to_string(max)
                   + " are allowed");
        return {};
    }
    std::vector<LabelSet::Pair> pairs;
    for (const auto &[name, text] : found->object()) {
        if (!isLabelName(name) || !text.isString()) {
            reject(key, "\"" + clipped(name, shownName) + "\" is " + (text.isString() ? "no label name" : "no string"));
            return {};
        }
        pairs.emplace_back(name, text.toString());
    }
    return LabelSet(std::move(pairs));
}

Result<> JsonReader::finish(bool strict)
{
    if (m_error)
        return tl::unexpected(*std::move(m_error));
    if (!strict)
        return {};
    for (const auto &[name, ignored] : m_value.object()) {
        if (std::ranges::find(m_known, name) != m_known.end())
            continue;
        const auto nearest = nearestWord(name, m_known);
        return fail(Error::Code::Invalid,
                    "unknown member \"" + clipped(name, shownName) + "\""
                        + (nearest ? "; did you mean \"" + *nearest + "\"?" : ""),
                    pointer(clipped(name, shownName)));
    }
    return {};
}

std::optional<std::string> nearestWord(std::string_view word, std::span<const std::string> candidates)
{
    // No name of ours is that long, and the table below would be as long as an attacker likes.
    constexpr std::size_t longestWord = 64;
    if (word.empty() || word.size() > longestWord)
        return std::nullopt;
    std::optional<std::string> best;
    std::size_t bestDistance = std::min(word.size() / 3 + 1, word.size() - 1);
    std::vector<std::size_t> row;
    for (const std::string &candidate : candidates) {
        row.resize(candidate.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t {0});
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i;
            for (std::size_t j = 1; j <= candidate.size(); ++j) {
                const std::size_t substitution = diagonal + (word[i - 1] == candidate[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitution});
            }
        }
        if (row.back() <= bestDistance && (!best || row.back() < bestDistance)) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

} // namespace vigie
