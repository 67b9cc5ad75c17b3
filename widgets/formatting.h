// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "backend/domain/time.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace vigie {

/// Numbers, durations and dates as people read them, in the given locale; unit words are translated. Thread-safe but
/// for the translation, so GUI thread.

/// At most `digits` significant figures, grouped, no trailing zeros: "1,234", "0.052". "–" when it is not finite.
QString formatNumber(double value, const QLocale &locale, int digits = 3);
/// "1.21 M", "950", "12.3 k": decimal prefixes (SI brochure, table 7) from k upward, m and µ downward.
QString formatSi(double value, const QLocale &locale, int digits = 3);
/// Binary prefixes (IEC 80000-13): "512 B", "3.2 GiB".
QString formatBytes(double bytes, const QLocale &locale, int digits = 3);
/// 0.052 -> "5.2 %".
QString formatRatio(double ratio, const QLocale &locale, int digits = 3);
/// The largest fitting unit and, from minutes upward, the next one: "250 ms", "4 min", "3 h 20 min", "6 d". Negative:
/// "-4 min".
QString formatSpan(Duration span, const QLocale &locale);
/// Fixed width for columns that tick: "00:04:12", from a day upward "2 d 03:10".
QString formatStopwatch(Duration span, const QLocale &locale);
/// "4 s old", "now" below one second.
QString formatAge(Duration age, const QLocale &locale);
/// What is shown for a sample of this unit: bytes, ratio as percent, seconds as a span …
QString formatValue(double value, MetricUnit unit, const QLocale &locale, int digits = 3);
/// "14:52:07" of that zone.
QString formatClock(Timestamp at, const QLocale &locale, const QTimeZone &zone);
/// Short date and time with seconds of that zone; only the time when both lie on the same day.
QString formatMoment(Timestamp at, Timestamp now, const QLocale &locale, const QTimeZone &zone);

} // namespace vigie
