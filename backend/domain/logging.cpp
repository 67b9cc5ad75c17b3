// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/logging.h"

#include "backend/domain/json.h"
#include "backend/domain/time.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <atomic>

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

void start(Level level, const std::string &file)
{
    lineLogger() = file.empty() ? spdlog::stderr_logger_mt("vigie") : spdlog::basic_logger_mt("vigie", file);
    lineLogger()->set_pattern("%v"); // the line is whole already
    lineLogger()->set_level(spdlog::level::trace);
    lineLogger()->flush_on(spdlog::level::trace);
    threshold = level;
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
    line += levelNames[static_cast<std::size_t>(level)].second;
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
