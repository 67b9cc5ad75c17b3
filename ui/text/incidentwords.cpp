// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/incidentwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <optional>
#include <string_view>

namespace vigie {

namespace {
/// A text of backend/metrics/builtinrules.cpp with %1, %2 … for its expressions; `number`: which of them is a value
/// with its unit, 0: none.
struct RuleText {
    const char *text;
    int number;
};

/// What a certificate is said that has no time left; the daemon writes a negative time.
constexpr const char *expiredTitle = QT_TRANSLATE_NOOP("RuleText", "The certificate of %1 expired %2 ago");
constexpr const char *expiredDescription
    = QT_TRANSLATE_NOOP("RuleText", "The TLS certificate that %1 shows has expired: clients refuse it.");
constexpr std::string_view certificateRule = "probe-certificate";

struct RuleWords {
    std::string_view id;
    RuleText title;
    RuleText description;
};

constexpr std::array<RuleWords, 13> ruleTable {{
    {.id = "host-disk-space",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "Disk %1 is %2 full"), .number = 2},
     .description = {.text = QT_TRANSLATE_NOOP(
                         "RuleText",
                         "The file system %1 on %2 has little room left. When it is full, services that write there "
                         "fail."),
                     .number = 0}},
    {.id = "host-disk-inodes",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "Disk %1 has used %2 of its inodes"), .number = 2},
     .description
     = {.text = QT_TRANSLATE_NOOP(
            "RuleText",
            "No new file can be made on %1 when none is left, although there may be room. Look for folders "
            "with very many small files."),
        .number = 0}},
    {.id = "host-memory",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "Memory is %1 used"), .number = 1},
     .description = {.text = QT_TRANSLATE_NOOP(
                         "RuleText",
                         "Little memory is available; the kernel may soon end processes. Used means not available even "
                         "by dropping caches."),
                     .number = 0}},
    {.id = "host-swap",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "Swap is %1 used"), .number = 1},
     .description
     = {.text = QT_TRANSLATE_NOOP("RuleText", "Much memory was moved to disk: the machine may answer slowly."),
        .number = 0}},
    {.id = "host-load",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "Load is %1 per processor"), .number = 1},
     .description
     = {.text = QT_TRANSLATE_NOOP(
            "RuleText", "More tasks want to run, or wait for the disk, than the %1 processors can serve (load %2)."),
        .number = 2}},
    {.id = "host-cpu",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "Processors are %1 busy"), .number = 1},
     .description
     = {.text = QT_TRANSLATE_NOOP("RuleText", "All processors were busy for the last ten minutes."), .number = 0}},
    {.id = "host-cpu-pressure",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "Tasks wait %1 of the time for a processor"), .number = 1},
     .description = {.text = QT_TRANSLATE_NOOP(
                         "RuleText", "Pressure stall information: at least one task was ready and had no processor."),
                     .number = 0}},
    {.id = "host-memory-pressure",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "All tasks stall %1 of the time for memory"), .number = 1},
     .description = {.text = QT_TRANSLATE_NOOP(
                         "RuleText",
                         "Pressure stall information: no task could go on because of a lack of memory. The machine is "
                         "thrashing."),
                     .number = 0}},
    {.id = "host-io-pressure",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "All tasks stall %1 of the time for disks"), .number = 1},
     .description
     = {.text = QT_TRANSLATE_NOOP(
            "RuleText", "Pressure stall information: no task could go on because all waited for input or output."),
        .number = 0}},
    {.id = "host-failed-units",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "%1 systemd units have failed"), .number = 1},
     .description
     = {.text = QT_TRANSLATE_NOOP("RuleText", "systemctl --failed lists them; systemctl reset-failed forgets them."),
        .number = 0}},
    {.id = "probe-down",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "%1 does not answer"), .number = 0},
     .description = {.text = QT_TRANSLATE_NOOP("RuleText", "The probe %1 fails."), .number = 0}},
    {.id = "probe-slow",
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "%1 answers in %2"), .number = 2},
     .description
     = {.text = QT_TRANSLATE_NOOP("RuleText",
                                  "The probe %1 succeeds but took more than two seconds on average of five minutes."),
        .number = 0}},
    {.id = certificateRule,
     .title = {.text = QT_TRANSLATE_NOOP("RuleText", "The certificate of %1 has %2 left"), .number = 2},
     .description
     = {.text = QT_TRANSLATE_NOOP(
            "RuleText", "Time left on the TLS certificate that %1 shows. A negative time means that it has expired."),
        .number = 0}},
}};

/// The text as a pattern with a group for each part.
QRegularExpression patternOf(const char *text)
{
    static const QRegularExpression part(QStringLiteral(R"(\\%([1-9]))"));
    QString pattern = QRegularExpression::escape(QString::fromUtf8(text));
    pattern.replace(part, QStringLiteral("(?<p\\1>.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

struct RulePatterns {
    QRegularExpression title;
    QRegularExpression description;
};

const std::array<RulePatterns, ruleTable.size()> &rulePatterns()
{
    static const auto patterns = [] {
        std::array<RulePatterns, ruleTable.size()> made;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = {.title = patternOf(ruleTable[i].title.text),
                       .description = patternOf(ruleTable[i].description.text)};
        return made;
    }();
    return patterns;
}

/// "93.4 %" -> "93,4 %".
QString localNumber(QString value)
{
    static const QRegularExpression point(QStringLiteral(R"((?<=\d)\.(?=\d))"));
    return value.replace(point, QLocale().decimalPoint());
}

/// The words with the parts of the match in the places of %1, %2 …
QString filledRule(const char *text, int number, const QRegularExpressionMatch &match)
{
    const QString words = QCoreApplication::translate("RuleText", text);
    QString out;
    // By hand: a part may itself contain "%2", which QString::arg() would fill.
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int part = words[i] == QLatin1Char('%') && i + 1 < words.size() ? words[i + 1].digitValue() : -1;
        if (part < 1) {
            out += words[i];
            continue;
        }
        const QString value = match.captured(QStringLiteral("p%1").arg(part));
        out += part != number ? value : localNumber(text == expiredTitle ? value.mid(1) : value);
        ++i;
    }
    return out;
}

bool isNegative(const QString &value)
{
    return value.startsWith(QLatin1Char('-')) || value.startsWith(QChar(0x2212));
}

/// "The certificate of shop has -2 d left". The title knows it; the description is the same before and after.
bool hasExpired(std::size_t rule, const QRegularExpressionMatch &title)
{
    return ruleTable[rule].id == certificateRule && title.hasMatch()
        && isNegative(title.captured(QStringLiteral("p2")));
}

std::optional<QString> translatedTitle(std::size_t rule, const QString &original)
{
    const QRegularExpressionMatch match = rulePatterns()[rule].title.match(original);
    if (!match.hasMatch())
        return std::nullopt;
    if (hasExpired(rule, match))
        return filledRule(expiredTitle, ruleTable[rule].title.number, match);
    return filledRule(ruleTable[rule].title.text, ruleTable[rule].title.number, match);
}

std::optional<std::size_t> ruleOf(const Incident &incident)
{
    const std::string_view id = incident.labels.value("rule");
    if (id.empty())
        return std::nullopt;
    for (std::size_t i = 0; i < ruleTable.size(); ++i) {
        if (ruleTable[i].id == id)
            return i;
    }
    return std::nullopt;
}
} // namespace

QString incidentTitle(const Incident &incident)
{
    const QString original = QString::fromStdString(incident.title);
    const auto rule = ruleOf(incident);
    return rule ? translatedTitle(*rule, original).value_or(original) : original;
}

QString incidentDescription(const Incident &incident)
{
    QString original = QString::fromStdString(incident.description);
    const auto rule = ruleOf(incident);
    if (!rule)
        return original;
    const QRegularExpressionMatch match = rulePatterns()[*rule].description.match(original);
    if (!match.hasMatch())
        return original;
    if (hasExpired(*rule, rulePatterns()[*rule].title.match(QString::fromStdString(incident.title))))
        return filledRule(expiredDescription, 0, match);
    return filledRule(ruleTable[*rule].description.text, ruleTable[*rule].description.number, match);
}

QString ruleTitle(const QString &title)
{
    for (std::size_t i = 0; i < ruleTable.size(); ++i) {
        if (auto words = translatedTitle(i, title))
            return *words;
    }
    return title;
}

} // namespace vigie
