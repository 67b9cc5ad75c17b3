// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/sourcewords.h"

#include "ui/text/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace vigie {

namespace {
QString sourceWordsTr(const char *text)
{
    return QCoreApplication::translate("SourceWords", text);
}
} // namespace

QString sourceName(const SourceStatus &status)
{
    return status.kind == SourceKind::Host ? sourceName(status.name) : QString::fromStdString(status.name);
}

QString sourceName(const std::string &name)
{
    return name == "This machine" ? sourceKindWord(SourceKind::Host) : QString::fromStdString(name);
}

QString sourceTargetHint(SourceKind kind)
{
    switch (kind) {
    case SourceKind::HttpProbe:
        return QStringLiteral("https://example.org/health");
    case SourceKind::TcpProbe:
        return QStringLiteral("db.example.org:5432");
    case SourceKind::DnsProbe:
        return QStringLiteral("www.example.org");
    case SourceKind::Prometheus:
        return QStringLiteral("http://prometheus.example.org:9090");
    case SourceKind::Alertmanager:
        return QStringLiteral("http://alertmanager.example.org:9093");
    case SourceKind::Host:
    case SourceKind::Webhook:
        break;
    }
    return {};
}

QString metricUnitWord(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::None:
        return {};
    case MetricUnit::Ratio:
        return sourceWordsTr(QT_TRANSLATE_NOOP("SourceWords", "percent"));
    case MetricUnit::Bytes:
        return sourceWordsTr(QT_TRANSLATE_NOOP("SourceWords", "bytes"));
    case MetricUnit::BytesPerSecond:
        return sourceWordsTr(QT_TRANSLATE_NOOP("SourceWords", "bytes per second"));
    case MetricUnit::Seconds:
        return sourceWordsTr(QT_TRANSLATE_NOOP("SourceWords", "seconds"));
    case MetricUnit::Celsius:
        return QStringLiteral("°C");
    case MetricUnit::PerSecond:
        return sourceWordsTr(QT_TRANSLATE_NOOP("SourceWords", "per second"));
    case MetricUnit::Count:
        return sourceWordsTr(QT_TRANSLATE_NOOP("SourceWords", "count"));
    case MetricUnit::State:
        return sourceWordsTr(QT_TRANSLATE_NOOP("SourceWords", "yes or no"));
    }
    return {};
}

MetricUnit unitFromExpression(const QString &expression)
{
    // A division gives a number without a unit, and so does count().
    static const QRegularExpression unitless(QStringLiteral(R"((/(?![^{]*\}))|\bcount\s*(\(|by|without))"));
    static const QRegularExpression perSecond(QStringLiteral(R"(\b(rate|irate|deriv)\s*\()"));
    static const QRegularExpression word(
        QStringLiteral(R"(\b[a-zA-Z_:][a-zA-Z0-9_:]*_(bytes|seconds|ratio|celsius)(_total|_sum)?\b)"));
    if (expression.contains(unitless))
        return MetricUnit::None;
    const QRegularExpressionMatch match = word.match(expression);
    const bool rate = expression.contains(perSecond);
    if (!match.hasMatch())
        return rate ? MetricUnit::PerSecond : MetricUnit::None;
    const QString suffix = match.captured(1);
    if (suffix == QLatin1String("bytes"))
        return rate ? MetricUnit::BytesPerSecond : MetricUnit::Bytes;
    if (suffix == QLatin1String("seconds"))
        return rate ? MetricUnit::None : MetricUnit::Seconds;
    if (suffix == QLatin1String("celsius"))
        return MetricUnit::Celsius;
    return MetricUnit::Ratio;
}

} // namespace vigie
