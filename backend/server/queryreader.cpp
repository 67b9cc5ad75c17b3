// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/queryreader.h"

#include "backend/domain/jsonreader.h"

#include <algorithm>
#include <charconv>

namespace vigie {

QueryReader::QueryReader(const Request &request)
    : m_request(request)
{
}

const std::string *QueryReader::find(std::string_view name)
{
    m_known.emplace_back(name);
    for (const auto &[key, value] : m_request.query) {
        if (key == name)
            return &value;
    }
    return nullptr;
}

void QueryReader::reject(std::string_view name, std::string detail)
{
    if (!m_error)
        m_error = Error {.code = Error::Code::Invalid, .detail = std::move(detail), .field = std::string(name)};
}

std::optional<std::string> QueryReader::text(std::string_view name, std::size_t maxLength)
{
    const std::string *found = find(name);
    if (found == nullptr)
        return std::nullopt;
    if (found->size() > maxLength)
        reject(name, "longer than " + std::to_string(maxLength) + " bytes");
    return *found;
}

std::string QueryReader::mandatoryText(std::string_view name, std::size_t maxLength)
{
    auto out = text(name, maxLength);
    if (!out || out->empty())
        reject(name, "is missing");
    return out.value_or(std::string());
}

std::optional<std::int64_t> QueryReader::integer(std::string_view name, std::int64_t min, std::int64_t max)
{
    const std::string *found = find(name);
    if (found == nullptr)
        return std::nullopt;
    std::int64_t out = 0;
    const char *end = found->data() + found->size();
    const auto [last, error] = std::from_chars(found->data(), end, out);
    if (error != std::errc() || last != end || out < min || out > max) {
        reject(name, "must be an integer from " + std::to_string(min) + " to " + std::to_string(max));
        return std::nullopt;
    }
    return out;
}

std::optional<Timestamp> QueryReader::timestamp(std::string_view name)
{
    // Year 9999: beyond it a number is a mistake of unit, not a time.
    const auto micros = integer(name, 0, 253'402'300'799'999'999);
    return micros ? std::optional(fromMicros(*micros)) : std::nullopt;
}

std::vector<std::string> QueryReader::list(std::string_view name)
{
    std::vector<std::string> out;
    const std::string all = text(name).value_or(std::string());
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        out.emplace_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return out;
}

Result<> QueryReader::finish()
{
    if (m_error)
        return tl::unexpected(*m_error);
    for (std::size_t i = 0; i < m_request.query.size(); ++i) {
        const std::string &name = m_request.query[i].first;
        if (std::ranges::find(m_known, name) == m_known.end()) {
            const auto nearest = nearestWord(name, m_known);
            return fail(Error::Code::Invalid,
                        "unknown query parameter \"" + name + "\""
                            + (nearest ? "; did you mean \"" + *nearest + "\"?" : ""),
                        name);
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (m_request.query[k].first == name)
                return fail(Error::Code::Invalid, "the parameter is given twice", name);
        }
    }
    return {};
}

} // namespace vigie
