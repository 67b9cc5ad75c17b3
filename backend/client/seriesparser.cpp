// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/seriesparser.h"

namespace vigie {

namespace {
/// Walks over the text once; every step fails by leaving `ok` false.
class SeriesScanner {
public:
    explicit SeriesScanner(std::string_view text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at == m_text.size(); }
    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    std::string_view until(std::string_view stops)
    {
        const std::size_t from = m_at;
        const std::size_t found = m_text.find_first_of(stops, from);
        m_at = found == std::string_view::npos ? m_text.size() : found;
        return m_text.substr(from, m_at - from);
    }
    void skipSpaces()
    {
        while (!atEnd() && m_text[m_at] == ' ')
            ++m_at;
    }
    bool quoted(std::string &out)
    {
        if (!take('"'))
            return false;
        while (!atEnd()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (c != '\\') {
                out += c;
                continue;
            }
            if (atEnd())
                return false;
            const char escaped = m_text[m_at++];
            out += escaped == 'n' ? '\n' : escaped;
        }
        return false;
    }
    Error error(const char *what) const
    {
        return {.code = Error::Code::Invalid,
                .detail = "series: " + std::string(what) + " in column " + std::to_string(m_at + 1)};
    }

private:
    std::string_view m_text;
    std::size_t m_at {0};
};

Result<LabelSet> parseSeriesLabels(SeriesScanner &scanner)
{
    std::vector<LabelSet::Pair> pairs;
    scanner.skipSpaces();
    if (scanner.take('}'))
        return LabelSet();
    while (true) {
        scanner.skipSpaces();
        const std::string_view name = scanner.until("=,}\" ");
        std::string value;
        if (!isLabelName(name) || !scanner.take('=') || !scanner.quoted(value))
            return tl::unexpected(scanner.error("expected name=\"value\""));
        pairs.emplace_back(std::string(name), std::move(value));
        scanner.skipSpaces();
        if (scanner.take('}'))
            return LabelSet(std::move(pairs));
        if (!scanner.take(','))
            return tl::unexpected(scanner.error("expected , or }"));
    }
}
} // namespace

Result<SeriesKey> parseSeriesKey(std::string_view text)
{
    SeriesScanner scanner(text);
    SeriesKey key;
    key.name = scanner.until("{");
    if (!key.name.empty() && !isMetricName(key.name))
        return tl::unexpected(scanner.error("no metric name"));
    if (!scanner.take('{')) {
        if (key.name.empty())
            return tl::unexpected(scanner.error("empty"));
        return key;
    }
    auto labels = parseSeriesLabels(scanner);
    if (!labels)
        return tl::unexpected(labels.error());
    if (!scanner.atEnd())
        return tl::unexpected(scanner.error("text after }"));
    key.labels = *std::move(labels);
    return key;
}

} // namespace vigie
