// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <cmath>

namespace vigie {

namespace {

// Unit words in one translation context.
struct FormattingText {
    Q_DECLARE_TR_FUNCTIONS(Formatting)
};

QString missingNumber()
{
    return {QChar(0x2013)};
}

// Decimals that leave `digits` significant figures of `value`.
int decimalsFor(double value, int digits)
{
    if (value == 0)
        return 0;
    const int magnitude = int(std::floor(std::log10(std::abs(value)))) + 1;
    return std::max(0, digits - magnitude);
}

QString withoutTrailingZeros(QString text, const QLocale &locale)
{
    const QString point = locale.decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

struct Prefix {
    double factor;
    const char *symbol;
};

QString prefixed(double value, const Prefix &prefix, const QLocale &locale, int digits, const QString &unit)
{
    QString number = formatNumber(value / prefix.factor, locale, digits);
    const QString symbol = QString::fromUtf8(prefix.symbol);
    if (symbol.isEmpty() && unit.isEmpty())
        return number;
    return QString(number % QChar(0x00a0) % symbol % unit);
}

QString siWithUnit(double value, const QLocale &locale, int digits, const QString &unit)
{
    static constexpr std::array<Prefix, 8> prefixes {{{.factor = 1e12, .symbol = "T"},
                                                      {.factor = 1e9, .symbol = "G"},
                                                      {.factor = 1e6, .symbol = "M"},
                                                      {.factor = 1e3, .symbol = "k"},
                                                      {.factor = 1, .symbol = ""},
                                                      {.factor = 1e-3, .symbol = "m"},
                                                      {.factor = 1e-6, .symbol = "\xc2\xb5"},
                                                      {.factor = 1e-9, .symbol = "n"}}};
    if (!std::isfinite(value))
        return missingNumber();
    const double size = std::abs(value);
    // Below 10,000 the plain number is as short; between 0.001 and 1 it reads better.
    const bool plain = size == 0 || (size < 1e4 && size >= (unit.isEmpty() ? 1e-3 : 1.0));
    if (plain)
        return prefixed(value, {.factor = 1, .symbol = ""}, locale, size >= 1e3 ? std::max(digits, 4) : digits, unit);
    for (const Prefix &prefix : prefixes) {
        if (size >= prefix.factor * 0.9995)
            return prefixed(value, prefix, locale, digits, unit);
    }
    return prefixed(value, prefixes.back(), locale, digits, unit);
}

QString bytesWithUnit(double bytes, const QLocale &locale, int digits, const QString &suffix)
{
    static constexpr std::array<Prefix, 6> prefixes {{{.factor = 1125899906842624.0, .symbol = "PiB"},
                                                      {.factor = 1099511627776.0, .symbol = "TiB"},
                                                      {.factor = 1073741824.0, .symbol = "GiB"},
                                                      {.factor = 1048576.0, .symbol = "MiB"},
                                                      {.factor = 1024.0, .symbol = "KiB"},
                                                      {.factor = 1.0, .symbol = "B"}}};
    if (!std::isfinite(bytes))
        return missingNumber();
    for (const Prefix &prefix : prefixes) {
        // 1,023.7 KiB would be written as 1,024 KiB.
        if (std::abs(bytes) >= prefix.factor * 0.9995)
            return prefixed(bytes, prefix, locale, std::abs(bytes) / prefix.factor >= 1000 ? 4 : digits, suffix);
    }
    return prefixed(bytes, prefixes.back(), locale, digits, suffix);
}

enum class SpanUnit : std::uint8_t { Microseconds, Milliseconds, Seconds, Minutes, Hours, Days };

QString spanPart(const QString &number, SpanUnit unit)
{
    switch (unit) {
    case SpanUnit::Microseconds:
        return FormattingText::tr("%1 µs").arg(number);
    case SpanUnit::Milliseconds:
        return FormattingText::tr("%1 ms").arg(number);
    case SpanUnit::Seconds:
        //: seconds
        return FormattingText::tr("%1 s").arg(number);
    case SpanUnit::Minutes:
        //: minutes
        return FormattingText::tr("%1 min").arg(number);
    case SpanUnit::Hours:
        //: hours
        return FormattingText::tr("%1 h").arg(number);
    case SpanUnit::Days:
        //: days
        return FormattingText::tr("%1 d").arg(number);
    }
    return number;
}

struct SpanStep {
    std::int64_t micros;
    SpanUnit unit;
    std::int64_t nextMicros;
    SpanUnit next;
};
constexpr std::array<SpanStep, 3> longSpans {
    {{.micros = 86'400'000'000, .unit = SpanUnit::Days, .nextMicros = 3'600'000'000, .next = SpanUnit::Hours},
     {.micros = 3'600'000'000, .unit = SpanUnit::Hours, .nextMicros = 60'000'000, .next = SpanUnit::Minutes},
     {.micros = 60'000'000, .unit = SpanUnit::Minutes, .nextMicros = 1'000'000, .next = SpanUnit::Seconds}}};

QString longSpan(std::int64_t micros, const QLocale &locale, bool twoUnits)
{
    for (const SpanStep &step : longSpans) {
        if (micros < step.micros)
            continue;
        QString large = spanPart(locale.toString(qlonglong(micros / step.micros)), step.unit);
        const std::int64_t rest = micros % step.micros / step.nextMicros;
        if (rest == 0 || !twoUnits)
            return large;
        return QString(large % QChar(u' ') % spanPart(locale.toString(qlonglong(rest)), step.next));
    }
    return {};
}

QString positiveSpan(std::int64_t micros, const QLocale &locale, bool twoUnits)
{
    if (micros >= 60'000'000)
        return longSpan(micros, locale, twoUnits);
    if (micros >= 10'000'000)
        return spanPart(locale.toString(qlonglong(micros / 1'000'000)), SpanUnit::Seconds);
    if (micros >= 1'000'000)
        return spanPart(formatNumber(std::floor(double(micros) / 1e5) / 10, locale, 2), SpanUnit::Seconds);
    if (micros == 0) // nobody measured it that exactly
        return spanPart(locale.toString(0), SpanUnit::Seconds);
    if (micros >= 1'000)
        return spanPart(formatNumber(double(micros) / 1e3, locale, 3), SpanUnit::Milliseconds);
    return spanPart(locale.toString(qlonglong(micros)), SpanUnit::Microseconds);
}

QDateTime inZone(Timestamp at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count(),
                                          zone);
}

} // namespace

QString formatNumber(double value, const QLocale &locale, int digits)
{
    if (!std::isfinite(value))
        return missingNumber();
    if (std::abs(value) >= 1e15)
        return locale.toString(value, 'g', digits);
    return withoutTrailingZeros(locale.toString(value, 'f', decimalsFor(value, digits)), locale);
}

QString formatSi(double value, const QLocale &locale, int digits)
{
    return siWithUnit(value, locale, digits, {});
}

QString formatBytes(double bytes, const QLocale &locale, int digits)
{
    return bytesWithUnit(bytes, locale, digits, {});
}

QString formatRatio(double ratio, const QLocale &locale, int digits)
{
    if (!std::isfinite(ratio))
        return missingNumber();
    const double percent = ratio * 100;
    // A share is read to a tenth of a percent at most when it is large.
    const int useful = std::abs(percent) >= 0.1 ? std::min(decimalsFor(percent, digits), 1) : decimalsFor(percent, 1);
    const QString number = withoutTrailingZeros(locale.toString(percent, 'f', useful), locale);
    //: a percentage; French puts a space before the sign
    return FormattingText::tr("%1 %").arg(number);
}

QString formatSpan(Duration span, const QLocale &locale)
{
    const std::int64_t micros = span.count();
    if (micros >= 0)
        return positiveSpan(micros, locale, true);
    return QString(locale.negativeSign() % positiveSpan(-micros, locale, true));
}

QString formatStopwatch(Duration span, const QLocale &locale)
{
    const std::int64_t seconds = std::max<std::int64_t>(0, span.count() / 1'000'000);
    const std::int64_t days = seconds / 86'400;
    const auto two = [](std::int64_t number) { return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0')); };
    const QString hours = two(seconds / 3600 % 24);
    const QString minutes = two(seconds / 60 % 60);
    if (days == 0)
        return QString(hours % QChar(u':') % minutes % QChar(u':') % two(seconds % 60));
    return QString(spanPart(locale.toString(qlonglong(days)), SpanUnit::Days) % QChar(u' ') % hours % QChar(u':')
                   % minutes);
}

QString formatAge(Duration age, const QLocale &locale)
{
    if (age < std::chrono::seconds(1))
        return FormattingText::tr("now");
    const auto whole = std::chrono::floor<std::chrono::seconds>(age);
    //: age of data; %1 is a duration like "4 s" or "3 h"
    return FormattingText::tr("%1 old").arg(positiveSpan(Duration(whole).count(), locale, false));
}

QString formatValue(double value, MetricUnit unit, const QLocale &locale, int digits)
{
    if (!std::isfinite(value))
        return missingNumber();
    switch (unit) {
    case MetricUnit::Ratio:
        return formatRatio(value, locale, digits);
    case MetricUnit::Bytes:
        return formatBytes(value, locale, digits);
    case MetricUnit::BytesPerSecond:
        return bytesWithUnit(value, locale, digits, QStringLiteral("/s"));
    case MetricUnit::Seconds:
        return formatSpan(Duration(std::llround(std::clamp(value * 1e6, -9e18, 9e18))), locale);
    case MetricUnit::Celsius:
        return QString(formatNumber(value, locale, digits) % QChar(0x00a0) % QStringLiteral("°C"));
    case MetricUnit::PerSecond:
        return siWithUnit(value, locale, digits, QStringLiteral("/s"));
    case MetricUnit::None:
    case MetricUnit::Count:
    case MetricUnit::State:
        break;
    }
    return formatSi(value, locale, digits);
}

QString formatClock(Timestamp at, const QLocale &locale, const QTimeZone &zone)
{
    return locale.toString(inZone(at, zone).time(), QStringLiteral("HH:mm:ss"));
}

QString formatMoment(Timestamp at, Timestamp now, const QLocale &locale, const QTimeZone &zone)
{
    const QDateTime then = inZone(at, zone);
    QString time = locale.toString(then.time(), QStringLiteral("HH:mm:ss"));
    if (then.date() == inZone(now, zone).date())
        return time;
    return QString(locale.toString(then.date(), QLocale::ShortFormat) % QChar(u' ') % time);
}

} // namespace vigie
