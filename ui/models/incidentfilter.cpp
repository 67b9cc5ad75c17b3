// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/incidentfilter.h"

#include "ui/text/incidentwords.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace vigie {

namespace {

char foldAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string folded(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toCaseFolded().toStdString();
}

/// `word` is folded already.
bool containsFolded(std::string_view text, std::string_view word)
{
    if (text.size() < word.size() && isAscii(text))
        return false;
    if (!isAscii(text))
        return folded(text).find(word) != std::string::npos;
    // NOLINTNEXTLINE(modernize-use-ranges): clang 14 cannot read a subrange of g++ 12
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char a, char b) { return foldAscii(a) == b; })
        != text.end();
}

} // namespace

bool IncidentFilter::isDefault() const
{
    return severities == 0 && statuses == 0 && owner == Owner::Any && service.empty() && text.empty();
}

IncidentMatcher::IncidentMatcher(const IncidentFilter &filter)
    : m_filter(filter)
{
    const QStringList words = QString::fromStdString(filter.text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words)
        m_words.push_back(word.toCaseFolded().toStdString());
}

bool IncidentMatcher::matches(const Incident &incident) const
{
    if (m_filter.statuses == 0 ? incident.isClosed() : !(m_filter.statuses & IncidentFilter::bit(incident.status)))
        return false;
    if (m_filter.severities != 0 && !(m_filter.severities & IncidentFilter::bit(incident.severity)))
        return false;
    if (m_filter.owner == IncidentFilter::Owner::Mine && (m_filter.me.empty() || incident.owner != m_filter.me))
        return false;
    if (m_filter.owner == IncidentFilter::Owner::Nobody && !incident.owner.empty())
        return false;
    if (!m_filter.service.empty() && incident.service != m_filter.service)
        return false;
    return matchesText(incident);
}

bool IncidentMatcher::matchesText(const Incident &incident) const
{
    return std::ranges::all_of(m_words, [&](const std::string &word) {
        for (const std::string *field :
             {&incident.title, &incident.service, &incident.owner, &incident.category, &incident.description}) {
            if (containsFolded(*field, word))
                return true;
        }
        const bool label = std::ranges::any_of(incident.labels, [&](const auto &one) {
            return containsFolded(one.second, word) || containsFolded(one.first + "=" + one.second, word);
        });
        // What stands on screen is found too, in whatever language.
        return label || containsFolded(incidentTitle(incident).toStdString(), word);
    });
}

} // namespace vigie
