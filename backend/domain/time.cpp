// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/time.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

namespace vigie {

using namespace std::chrono;

Timestamp SystemClock::now() const
{
    return time_point_cast<Duration>(system_clock::now());
}

SteadyTime SystemClock::steadyNow() const
{
    return steady_clock::now();
}

std::string formatRfc3339(Timestamp t)
{
    const auto day = floor<days>(t);
    const year_month_day date {day};
    const hh_mm_ss<Duration> clock {t - day};
    std::array<char, 48> buffer {};
    const int n = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ",
                                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                                static_cast<int>(clock.subseconds().count()));
    return {buffer.data(), static_cast<std::size_t>(n)};
}

namespace {

/// Reads exactly `digits` decimal digits at `pos` and moves past them; -1 when they are not there.
int fixedDigits(std::string_view text, std::size_t &pos, std::size_t digits)
{
    if (pos + digits > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const char c = text[pos + i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    pos += digits;
    return value;
}

bool skip(std::string_view text, std::size_t &pos, std::string_view oneOf)
{
    if (pos >= text.size() || oneOf.find(text[pos]) == std::string_view::npos)
        return false;
    ++pos;
    return true;
}

Duration fraction(std::string_view text, std::size_t &pos)
{
    std::int64_t micros = 0;
    std::int64_t scale = 100'000;
    while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9') {
        micros += (text[pos] - '0') * scale;
        scale /= 10;
        ++pos;
    }
    return Duration(micros);
}

/// "Z" or "+hh:mm": how far the wall clock is ahead of UTC.
Result<minutes> zoneOffset(std::string_view text, std::size_t &pos)
{
    if (skip(text, pos, "Zz"))
        return minutes(0);
    const bool west = pos < text.size() && text[pos] == '-';
    if (!skip(text, pos, "+-"))
        return fail(Error::Code::Invalid, "time without a zone: " + std::string(text));
    const int h = fixedDigits(text, pos, 2);
    const bool colon = skip(text, pos, ":");
    const int m = fixedDigits(text, pos, 2);
    if (!colon || h < 0 || h > 23 || m < 0 || m > 59)
        return fail(Error::Code::Invalid, "bad zone offset: " + std::string(text));
    const minutes offset = hours(h) + minutes(m);
    return west ? -offset : offset;
}

} // namespace

Result<Timestamp> parseRfc3339(std::string_view text)
{
    const auto bad = [&text] { return fail(Error::Code::Invalid, "not an RFC 3339 time: " + std::string(text)); };
    std::size_t pos = 0;
    const int y = fixedDigits(text, pos, 4);
    const bool dash1 = skip(text, pos, "-");
    const int mo = fixedDigits(text, pos, 2);
    const bool dash2 = skip(text, pos, "-");
    const int d = fixedDigits(text, pos, 2);
    const bool t = skip(text, pos, "Tt ");
    const int h = fixedDigits(text, pos, 2);
    const bool colon1 = skip(text, pos, ":");
    const int mi = fixedDigits(text, pos, 2);
    const bool colon2 = skip(text, pos, ":");
    const int s = fixedDigits(text, pos, 2);
    if (!dash1 || !dash2 || !t || !colon1 || !colon2 || y < 0 || mo < 0 || d < 0 || h < 0 || h > 23 || mi < 0 || mi > 59
        || s < 0 || s > 60)
        return bad();
    Duration sub {0};
    if (skip(text, pos, ".")) {
        const std::size_t before = pos;
        sub = fraction(text, pos);
        if (pos == before || pos - before > 9)
            return bad();
    }
    const auto offset = zoneOffset(text, pos);
    if (!offset)
        return tl::unexpected(offset.error());
    const year_month_day date {year(y), month(static_cast<unsigned>(mo)), day(static_cast<unsigned>(d))};
    if (!date.ok() || pos != text.size())
        return bad();
    return Timestamp(sys_days(date)) + hours(h) + minutes(mi) + seconds(s) + sub - *offset;
}

namespace {
struct DurationUnit {
    std::string_view name;
    std::int64_t micros;
};
constexpr std::array<DurationUnit, 7> durationUnits {{
    {.name = "y", .micros = 365LL * 86'400'000'000},
    {.name = "w", .micros = 7LL * 86'400'000'000},
    {.name = "d", .micros = 86'400'000'000},
    {.name = "h", .micros = 3'600'000'000},
    {.name = "m", .micros = 60'000'000},
    {.name = "s", .micros = 1'000'000},
    {.name = "ms", .micros = 1'000},
}};
} // namespace

Result<Duration> parseDuration(std::string_view text)
{
    const auto bad = [&text](const char *why) {
        return fail(Error::Code::Invalid,
                    "\"" + std::string(text) + "\" is not a duration (" + why
                        + "); expected for example 30s, 5m, 1h30m");
    };
    if (text == "0")
        return Duration(0);
    if (text.empty())
        return bad("empty");
    std::int64_t total = 0;
    std::size_t nextUnit = 0;
    std::size_t pos = 0;
    while (pos < text.size()) {
        std::int64_t number = 0;
        const auto [end, ec] = std::from_chars(text.data() + pos, text.data() + text.size(), number);
        if (ec != std::errc() || number < 0)
            return bad("a number is missing");
        pos = static_cast<std::size_t>(end - text.data());
        std::size_t letters = pos;
        while (letters < text.size() && text[letters] >= 'a' && text[letters] <= 'z')
            ++letters;
        const std::string_view unit = text.substr(pos, letters - pos);
        std::size_t found = nextUnit;
        while (found < durationUnits.size() && durationUnits[found].name != unit)
            ++found;
        if (found == durationUnits.size())
            return bad("unit must be one of y w d h m s ms, largest first");
        const std::int64_t micros = durationUnits[found].micros;
        if (number > (std::numeric_limits<std::int64_t>::max() - total) / micros)
            return bad("too long");
        total += number * micros;
        nextUnit = found + 1;
        pos = letters;
    }
    return Duration(total);
}

std::string formatDuration(Duration duration)
{
    std::int64_t rest = duration.count() / 1000 * 1000;
    if (rest <= 0)
        return "0s";
    std::string out;
    for (const DurationUnit &unit : durationUnits) {
        // Years and weeks only when they divide evenly: "90d" reads better than "12w6d".
        const bool coarse = unit.name == "y" || unit.name == "w";
        if (rest < unit.micros || (coarse && rest % unit.micros != 0))
            continue;
        out += std::to_string(rest / unit.micros);
        out += unit.name;
        rest %= unit.micros;
    }
    return out;
}

} // namespace vigie
