// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apireader.h"
#include "backend/client/simdjsontools.h"

namespace vigie::api {

namespace {
using simdjson::SUCCESS;
using simdjson::dom::element;

Error matrixError(const char *what, const char *pointer)
{
    return {.code = Error::Code::Protocol, .detail = what, .field = pointer};
}

std::int64_t integerOf(const element &object, std::string_view key)
{
    std::int64_t value = 0;
    return object.at_key(key).get_int64().get(value) == SUCCESS ? value : 0;
}

/// Microseconds as the daemon writes them: an integer.
bool timeOf(const element &cell, Timestamp &out)
{
    std::int64_t micros = 0;
    if (cell.get_int64().get(micros) != SUCCESS)
        return false;
    out = fromMicros(micros);
    return true;
}

bool readStep(const element &cells, StepPoint &point)
{
    simdjson::dom::array array;
    if (cells.get_array().get(array) != SUCCESS)
        return false;
    std::size_t at = 0;
    std::uint64_t count = 0;
    for (const auto cell : array) {
        const std::size_t column = at++;
        if (column == 0 && !timeOf(cell, point.at))
            return false;
        if (column == 1)
            point.min = fast::numberOrNan(cell);
        if (column == 2)
            point.max = fast::numberOrNan(cell);
        if (column == 3)
            point.avg = fast::numberOrNan(cell);
        if (column == 4 && cell.get_uint64().get(count) != SUCCESS)
            return false;
    }
    point.count = static_cast<std::uint32_t>(count);
    return at == 5;
}

bool readSample(const element &cells, Sample &sample)
{
    simdjson::dom::array array;
    if (cells.get_array().get(array) != SUCCESS)
        return false;
    std::size_t at = 0;
    for (const auto cell : array) {
        const std::size_t column = at++;
        if (column == 0 && !timeOf(cell, sample.at))
            return false;
        std::string_view text;
        if (column == 1)
            sample.value = cell.get_string().get(text) == SUCCESS ? fast::numberOfText(text) : fast::numberOrNan(cell);
    }
    return at == 2;
}

template<typename Point>
bool readPoints(const element &series, bool (*read)(const element &, Point &), std::vector<Point> &out)
{
    simdjson::dom::array points;
    if (series.at_key("points").get_array().get(points) != SUCCESS)
        return false;
    out.reserve(points.size());
    for (const auto cells : points) {
        if (!read(cells, out.emplace_back()))
            return false;
    }
    return true;
}

SeriesKey keyOf(const element &series)
{
    return {.name = std::string(fast::textOf(series, "name")), .labels = fast::labelsOf(series, "labels")};
}

/// The document's root and its array "series".
Result<simdjson::dom::array> openMatrix(simdjson::dom::parser &parser, std::string_view body, element &root)
{
    if (const auto error = parser.parse(body.data(), body.size()).get(root); error != SUCCESS)
        return fail(Error::Code::Protocol, std::string("answer is no JSON: ") + simdjson::error_message(error));
    simdjson::dom::array series;
    if (root.at_key("series").get_array().get(series) != SUCCESS)
        return tl::unexpected(matrixError("no array", "/series"));
    return series;
}
} // namespace

Result<History> readHistory(std::string_view body)
{
    simdjson::dom::parser parser;
    element root;
    const auto list = openMatrix(parser, body, root);
    if (!list)
        return tl::unexpected(list.error());
    History out {.from = fromMicros(integerOf(root, "from")),
                 .to = fromMicros(integerOf(root, "to")),
                 .step = Duration(integerOf(root, "step")),
                 .series = {}};
    for (const auto item : *list) {
        SeriesSteps &series = out.series.emplace_back();
        series.series = keyOf(item);
        if (!readPoints(item, &readStep, series.points))
            return tl::unexpected(matrixError("a point is [micros, min, max, avg, count]", "/series"));
    }
    return out;
}

Result<PromAnswer> readPromAnswer(std::string_view body)
{
    simdjson::dom::parser parser;
    element root;
    const auto list = openMatrix(parser, body, root);
    if (!list)
        return tl::unexpected(list.error());
    PromAnswer out;
    out.resultType = fast::textOf(root, "resultType");
    if (simdjson::dom::array warnings; root.at_key("warnings").get_array().get(warnings) == SUCCESS) {
        for (const auto item : warnings) {
            std::string_view text;
            if (item.get_string().get(text) == SUCCESS)
                out.warnings.emplace_back(text);
        }
    }
    for (const auto item : *list) {
        PromSeries &series = out.series.emplace_back();
        series.series = fast::textOf(item, "series");
        series.key = keyOf(item);
        if (!readPoints(item, &readSample, series.points))
            return tl::unexpected(matrixError("a point is [micros, value]", "/series"));
    }
    return out;
}

} // namespace vigie::api
