// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace vigie::log {

enum class Level : std::uint8_t { Trace, Debug, Info, Warning, Error, Off };

/// One value of a log line's own field.
struct Field {
    std::string_view name;
    std::string value;
    bool isNumber {false};
    Field(std::string_view n, std::string v)
        : name(n)
        , value(std::move(v))
    {
    }
    Field(std::string_view n, std::string_view v)
        : name(n)
        , value(v)
    {
    }
    Field(std::string_view n, const char *v)
        : name(n)
        , value(v)
    {
    }
    Field(std::string_view n, std::int64_t v)
        : name(n)
        , value(std::to_string(v))
        , isNumber(true)
    {
    }
};
using Fields = std::initializer_list<Field>;

/// Starts JSON-lines logging to stderr, or to `file` when not empty. Once, at the start of main. Until then nothing is
/// written. A line: {"t":"2026-…Z","level":"info","part":"monitoring","msg":"…","request_id":"…", fields…}.
/// Unavailable when the file cannot be opened; the detail names it.
[[nodiscard]] Result<> start(Level level, const std::string &file = {});
/// Whether start() could write there, found without making anything: an existing file that is writable, or a folder in
/// which it (and the folders that are missing on the way) can be made. Invalid, with the reason.
[[nodiscard]] Result<> checkFile(const std::string &file);
void setLevel(Level level);
bool levelFromName(std::string_view name, Level &level); ///< trace debug info warning error off
std::string_view levelName(Level level);

/// `part`: the layer that speaks. `message`: a fixed English sentence; what varies goes into fields. Never a secret.
/// Thread-safe; costs nothing below the level.
void write(Level level, std::string_view part, std::string_view message, Fields fields = {});
inline void debug(std::string_view part, std::string_view message, Fields fields = {})
{
    write(Level::Debug, part, message, fields);
}
inline void info(std::string_view part, std::string_view message, Fields fields = {})
{
    write(Level::Info, part, message, fields);
}
inline void warning(std::string_view part, std::string_view message, Fields fields = {})
{
    write(Level::Warning, part, message, fields);
}
inline void error(std::string_view part, std::string_view message, Fields fields = {})
{
    write(Level::Error, part, message, fields);
}

/// Every line written by this thread while it lives carries the request's id.
class Correlation {
public:
    explicit Correlation(std::string requestId);
    ~Correlation();
    Correlation(const Correlation &) = delete;
    Correlation &operator=(const Correlation &) = delete;
    static const std::string &current();

private:
    std::string m_previous;
};

} // namespace vigie::log
