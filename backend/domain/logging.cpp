// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/logging.h"

#include "backend/domain/json.h"
#include "backend/domain/time.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace vigie::log {

namespace {

constexpr std::array<std::pair<Level, std::string_view>, 6> levelNames {{{Level::Trace, "trace"},
                                                                         {Level::Debug, "debug"},
                                                                         {Level::Info, "info"},
                                                                         {Level::Warning, "warning"},
                                                                         {Level::Error, "error"},
                                                                         {Level::Off, "off"}}};

std::atomic<Level> threshold {Level::Off};
thread_local std::string correlationId;

std::shared_ptr<spdlog::logger> &lineLogger()
{
    static std::shared_ptr<spdlog::logger> logger;
    return logger;
}

} // namespace

bool levelFromName(std::string_view name, Level &level)
{
    for (const auto &[value, text] : levelNames) {
        if (text == name) {
            level = value;
            return true;
        }
    }
    return false;
}

std::string_view levelName(Level level)
{
    return levelNames[static_cast<std::size_t>(level)].second;
}

Result<> checkFile(const std::string &file)
{
    const auto refuse = [&file](const std::string &why) { return fail(Error::Code::Invalid, file + ": " + why); };
    std::error_code ignored;
    std::filesystem::path place = std::filesystem::absolute(file, ignored);
    const bool isThere = std::filesystem::exists(place, ignored);
    if (std::filesystem::is_directory(place, ignored) || !place.has_filename())
        return refuse("this is a folder");
    while (!isThere && !std::filesystem::exists(place, ignored) && place != place.root_path())
        place = place.parent_path(); // spdlog makes the folders that are missing
    if (!isThere && !std::filesystem::is_directory(place, ignored))
        return refuse(place.string() + " is no folder");
    if (::access(place.c_str(), isThere ? W_OK : W_OK | X_OK) != 0)
        return refuse("cannot write " + place.string() + ": " + std::strerror(errno));
    return {};
}

Result<> start(Level level, const std::string &file)
{
    try {
        lineLogger() = file.empty() ? spdlog::stderr_logger_mt("vigie") : spdlog::basic_logger_mt("vigie", file);
    } catch (const spdlog::spdlog_ex &error) {
        return fail(Error::Code::Unavailable, error.what());
    }
    lineLogger()->set_pattern("%v"); // the line is whole already
    lineLogger()->set_level(spdlog::level::trace);
    lineLogger()->flush_on(spdlog::level::trace);
    threshold = level;
    return {};
}

void setLevel(Level level)
{
    threshold = level;
}

void write(Level level, std::string_view part, std::string_view message, Fields fields)
{
    if (level < threshold.load(std::memory_order_relaxed) || !lineLogger())
        return;
    std::string line = R"({"t":")" + formatRfc3339(SystemClock().now()) + R"(","level":")";
    line += levelName(level);
    line += R"(","part":)";
    appendJsonString(line, part);
    line += R"(,"msg":)";
    appendJsonString(line, message);
    if (!correlationId.empty()) {
        line += R"(,"request_id":)";
        appendJsonString(line, correlationId);
    }
    for (const Field &field : fields) {
        line += ',';
        appendJsonString(line, field.name);
        line += ':';
        if (field.isNumber)
            line += field.value;
        else
            appendJsonString(line, field.value);
    }
    line += '}';
    lineLogger()->info(line);
}

Correlation::Correlation(std::string requestId)
    : m_previous(std::move(correlationId))
{
    correlationId = std::move(requestId);
}

Correlation::~Correlation()
{
    correlationId = std::move(m_previous);
}

const std::string &Correlation::current()
{
    return correlationId;
}

} // namespace vigie::log
