// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"
#include "backend/server/request.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Takes the query parameters of a request apart, as JsonReader does with a body: read everything, then ask finish().
/// A parameter that nobody read, or given twice, is an error too. Error::field is the parameter's name.
class QueryReader {
public:
    explicit QueryReader(const Request &request);

    std::optional<std::string> text(std::string_view name, std::size_t maxLength = 1024);
    std::string mandatoryText(std::string_view name, std::size_t maxLength = 1024);
    std::optional<std::int64_t> integer(std::string_view name, std::int64_t min, std::int64_t max);
    std::optional<Timestamp> timestamp(std::string_view name); ///< int64 microseconds UTC
    std::vector<std::string> list(std::string_view name); ///< parts between commas; empty when missing
    /// Each part of a comma list read with e.g. severityFromName; bit i of the result stands for value i. `all` when
    /// missing or empty.
    template<typename T>
    std::uint8_t bits(std::string_view name, Result<T> (*parse)(std::string_view), std::uint8_t all)
    {
        std::uint8_t out = 0;
        for (const std::string &part : list(name)) {
            const auto value = parse(part);
            if (!value) {
                reject(name, value.error().detail);
                return all;
            }
            out = static_cast<std::uint8_t>(out | (1U << static_cast<unsigned>(*value)));
        }
        return out != 0 ? out : all;
    }
    void reject(std::string_view name, std::string detail);
    [[nodiscard]] Result<> finish();

private:
    const std::string *find(std::string_view name);
    const Request &m_request;
    std::vector<std::string> m_known;
    std::optional<Error> m_error;
};

} // namespace vigie
