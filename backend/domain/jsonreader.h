// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/json.h"
#include "backend/domain/labels.h"
#include "backend/domain/time.h"

#include <optional>
#include <span>

namespace vigie {

/// Takes the members of one JSON object apart and remembers the first thing that is wrong, with its JSON pointer.
/// Read everything, then ask finish(): members that nobody read are an error too, named with the nearest known key.
class JsonReader {
public:
    /// `at`: the pointer of this object within the whole ("" for the root).
    explicit JsonReader(const Json &value, std::string at = {});

    /// Mandatory members: a default value and a remembered error when missing or of the wrong kind.
    std::string string(std::string_view key, std::size_t maxLength = 4096);
    std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max);
    double number(std::string_view key);
    bool boolean(std::string_view key);
    Timestamp timestamp(std::string_view key); ///< int64 microseconds UTC

    /// Optional members: nullopt when missing or null.
    std::optional<std::string> optionalString(std::string_view key, std::size_t maxLength = 4096);
    std::optional<std::int64_t> optionalInteger(std::string_view key, std::int64_t min, std::int64_t max);
    std::optional<bool> optionalBoolean(std::string_view key);
    std::optional<Timestamp> optionalTimestamp(std::string_view key);
    /// An object of strings; empty when missing. At most `max` members; names must be label names.
    LabelSet labels(std::string_view key, std::size_t max = 64);
    /// The member itself, marked as read; null when missing.
    const Json &value(std::string_view key);
    std::string pointer(std::string_view key) const;

    /// Parses a mandatory string with e.g. severityFromName, keeping its error with the pointer.
    template<typename T>
    T parsed(std::string_view key, Result<T> (*parse)(std::string_view), T fallback)
    {
        const std::string text = string(key);
        return m_error ? fallback : take(key, parse(text), fallback);
    }
    template<typename T>
    std::optional<T> optionalParsed(std::string_view key, Result<T> (*parse)(std::string_view))
    {
        const auto text = optionalString(key);
        if (!text)
            return std::nullopt;
        auto result = parse(*text);
        if (result)
            return *result;
        remember(key, result.error());
        return std::nullopt;
    }

    /// Remembers an error of the caller's own check.
    void reject(std::string_view key, std::string detail);
    /// With `strict` unknown members are errors; without, they are ignored (answers of a newer daemon).
    [[nodiscard]] Result<> finish(bool strict = true);

private:
    template<typename T>
    T take(std::string_view key, Result<T> result, T fallback)
    {
        if (result)
            return *std::move(result);
        remember(key, result.error());
        return fallback;
    }
    const Json *member(std::string_view key, bool mandatory);
    void remember(std::string_view key, Error error);

    const Json &m_value;
    std::string m_at;
    std::vector<std::string> m_known;
    std::optional<Error> m_error;
};

/// Of the candidates the one nearest to `word` by edit distance (Levenshtein 1966), when at most a third of its bytes
/// and one more differ (two letters changed places count as two), but not all of them. None for a word of more than 64
/// bytes.
std::optional<std::string> nearestWord(std::string_view word, std::span<const std::string> candidates);

} // namespace vigie
