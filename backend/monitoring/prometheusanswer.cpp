// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/prometheusanswer.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace vigie {

namespace {
constexpr int maxNesting = 32;

/// Walks over a JSON text once, front to back, without building a tree. After the first error everything fails.
class JsonCursor {
public:
    explicit JsonCursor(std::string_view text)
        : m_at(text.data())
        , m_begin(text.data())
        , m_end(text.data() + text.size())
    {
    }

    bool failed() const { return m_failed; }
    std::size_t offset() const { return static_cast<std::size_t>(m_at - m_begin); }
    void setFailed() { m_failed = true; }

    char peek()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
            ++m_at;
        return m_at != m_end && !m_failed ? *m_at : '\0';
    }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    void expect(char c)
    {
        if (!take(c))
            m_failed = true;
    }

    /// Calls `member(key)` for each member; it must read the value.
    template<typename Member>
    void object(Member member)
    {
        expect('{');
        std::string key;
        for (bool first = true; !m_failed && !take('}'); first = false) {
            if (!first)
                expect(',');
            string(key);
            expect(':');
            if (!m_failed)
                member(std::string_view(key));
        }
    }
    template<typename Element>
    void array(Element element)
    {
        expect('[');
        for (bool first = true; !m_failed && !take(']'); first = false) {
            if (!first)
                expect(',');
            if (!m_failed)
                element();
        }
    }

    void string(std::string &out);
    double number();
    void skip(int depth = 0);

private:
    void escape(std::string &out);
    unsigned hex4();

    const char *m_at;
    const char *m_begin;
    const char *m_end;
    bool m_failed {false};
};

void appendUtf8(std::string &out, unsigned code)
{
    const auto push = [&out](unsigned byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        push(code);
    } else if (code < 0x800) {
        push(0xc0U | code >> 6U);
        push(0x80U | (code & 0x3fU));
    } else if (code < 0x10000) {
        push(0xe0U | code >> 12U);
        push(0x80U | (code >> 6U & 0x3fU));
        push(0x80U | (code & 0x3fU));
    } else {
        push(0xf0U | code >> 18U);
        push(0x80U | (code >> 12U & 0x3fU));
        push(0x80U | (code >> 6U & 0x3fU));
        push(0x80U | (code & 0x3fU));
    }
}

unsigned JsonCursor::hex4()
{
    unsigned code = 0;
    if (m_end - m_at < 4 || std::from_chars(m_at, m_at + 4, code, 16).ptr != m_at + 4)
        m_failed = true;
    else
        m_at += 4;
    return code;
}

void JsonCursor::escape(std::string &out)
{
    static constexpr std::string_view names = "\"\\/bfnrt";
    static constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    if (m_at == m_end) {
        m_failed = true;
        return;
    }
    const char c = *m_at++;
    if (const std::size_t i = names.find(c); i != std::string_view::npos) {
        out += values[i];
        return;
    }
    if (c != 'u') {
        m_failed = true;
        return;
    }
    unsigned code = hex4();
    if (code >= 0xd800 && code < 0xdc00 && m_end - m_at >= 6 && m_at[0] == '\\' && m_at[1] == 'u') {
        m_at += 2;
        const unsigned low = hex4();
        code = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((code - 0xd800) << 10U) + (low - 0xdc00) : 0xfffd;
    } else if (code >= 0xd800 && code < 0xe000) {
        code = 0xfffd;
    }
    appendUtf8(out, code);
}

void JsonCursor::string(std::string &out)
{
    out.clear();
    expect('"');
    while (!m_failed) {
        const char *start = m_at;
        while (m_at != m_end && *m_at != '"' && *m_at != '\\' && static_cast<unsigned char>(*m_at) >= 0x20)
            ++m_at;
        out.append(start, m_at);
        if (m_at == m_end || static_cast<unsigned char>(*m_at) < 0x20) {
            m_failed = true;
        } else if (*m_at++ == '"') {
            return;
        } else {
            escape(out);
        }
    }
}

double JsonCursor::number()
{
    peek();
    double value = 0;
    const auto [end, error] = std::from_chars(m_at, m_end, value);
    if (error != std::errc {} || end == m_at)
        m_failed = true;
    m_at = end;
    return value;
}

void JsonCursor::skip(int depth)
{
    if (depth > maxNesting) {
        m_failed = true;
        return;
    }
    std::string text;
    const auto word = [this](std::string_view expected) {
        if (std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(expected))
            m_at += expected.size();
        else
            m_failed = true;
    };
    switch (peek()) {
    case '{':
        object([this, depth](std::string_view) { skip(depth + 1); });
        break;
    case '[':
        array([this, depth] { skip(depth + 1); });
        break;
    case '"':
        string(text);
        break;
    case 't':
        word("true");
        break;
    case 'f':
        word("false");
        break;
    case 'n':
        word("null");
        break;
    default:
        number();
    }
}

struct Answer {
    QueryResult result;
    std::string status;
    std::string errorType;
    std::string error;
};

class AnswerReader {
public:
    explicit AnswerReader(std::string_view body)
        : m_cursor(body)
    {
    }

    bool read(Answer &answer)
    {
        m_cursor.object([&](std::string_view key) {
            if (key == "status")
                m_cursor.string(answer.status);
            else if (key == "errorType")
                m_cursor.string(answer.errorType);
            else if (key == "error")
                m_cursor.string(answer.error);
            else if (key == "warnings" || key == "infos")
                readWarnings(answer.result.warnings);
            else if (key == "data" && m_cursor.peek() == '{')
                readData(answer.result);
            else
                m_cursor.skip();
        });
        return !m_cursor.failed() && m_cursor.peek() == '\0';
    }
    std::size_t offset() const { return m_cursor.offset(); }

private:
    void readWarnings(std::vector<std::string> &out)
    {
        if (m_cursor.peek() != '[') {
            m_cursor.skip();
            return;
        }
        m_cursor.array([&] { m_cursor.string(out.emplace_back()); });
    }

    void readData(QueryResult &result)
    {
        m_cursor.object([&](std::string_view key) {
            if (key == "resultType")
                m_cursor.string(result.resultType);
            else if (key == "result" && m_cursor.peek() == '[')
                readResult(result);
            else
                m_cursor.skip();
        });
    }

    /// [{series}, …], or [time, "text"] of a scalar or string, told apart by the first byte since the order of
    /// "result" and "resultType" is the server's.
    void readResult(QueryResult &result)
    {
        m_cursor.expect('[');
        if (m_cursor.take(']'))
            return;
        if (m_cursor.peek() != '{') {
            Sample sample = readTimeAndText();
            m_cursor.expect(']');
            result.text = m_text;
            result.series.push_back({{}, {sample}});
            return;
        }
        do {
            readSeries(result.series.emplace_back());
        } while (!m_cursor.failed() && m_cursor.take(','));
        m_cursor.expect(']');
    }

    void readSeries(QuerySeries &series)
    {
        std::vector<LabelSet::Pair> labels;
        m_cursor.object([&](std::string_view key) {
            if (key == "metric") {
                m_cursor.object([&](std::string_view name) {
                    std::string value;
                    m_cursor.string(value);
                    if (name == "__name__")
                        series.series.name = std::move(value);
                    else
                        labels.emplace_back(std::string(name), std::move(value));
                });
            } else if (key == "value" && m_cursor.peek() == '[') {
                m_cursor.expect('[');
                series.points.push_back(readTimeAndText());
                m_cursor.expect(']');
            } else if (key == "values" && m_cursor.peek() == '[') {
                m_cursor.array([&] {
                    m_cursor.expect('[');
                    series.points.push_back(readTimeAndText());
                    m_cursor.expect(']');
                });
            } else {
                m_cursor.skip();
            }
        });
        series.series.labels = LabelSet(std::move(labels));
    }

    Sample readTimeAndText()
    {
        Sample sample;
        const double seconds = m_cursor.number();
        if (!(std::abs(seconds) < 9e12))
            m_cursor.setFailed();
        else
            sample.at = fromMicros(std::llround(seconds * 1e6));
        m_cursor.expect(',');
        m_cursor.string(m_text);
        sample.value = readValue(m_text);
        return sample;
    }

    /// strconv.FormatFloat's spelling: "1e+06", "NaN", "+Inf", "-Inf".
    static double readValue(const std::string &text)
    {
        const char *begin = text.data() + (text.starts_with('+') ? 1 : 0);
        double value = 0;
        const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
        const bool whole = error == std::errc {} && end == text.data() + text.size();
        return whole ? value : std::numeric_limits<double>::quiet_NaN();
    }

    JsonCursor m_cursor;
    std::string m_text;
};
} // namespace

Error prometheusError(int httpStatus, std::string_view errorType, std::string detail)
{
    using enum Error::Code;
    if (detail.empty())
        detail = "the server answers with status " + std::to_string(httpStatus);
    if (errorType == "bad_data" || errorType == "execution")
        return {.code = Invalid, .detail = std::move(detail), .field = "query"};
    if (errorType == "timeout" || errorType == "canceled")
        return {.code = Timeout, .detail = std::move(detail)};
    if (httpStatus == 401 || httpStatus == 403)
        return {.code = Denied,
                .detail = "the server refuses the credentials (status " + std::to_string(httpStatus) + ')'};
    if (httpStatus == 400 || httpStatus == 422)
        return {.code = Invalid, .detail = std::move(detail), .field = "query"};
    if (httpStatus == 429 || httpStatus == 503 || errorType == "unavailable")
        return {.code = Unavailable, .detail = std::move(detail)};
    return {.code = Protocol, .detail = std::move(detail)};
}

Result<QueryResult> readQueryAnswer(int httpStatus, std::string_view body)
{
    Answer answer;
    AnswerReader reader(body);
    const bool readable = reader.read(answer);
    if (httpStatus / 100 != 2 || answer.status == "error")
        return tl::unexpected(prometheusError(httpStatus, answer.errorType, answer.error));
    if (!readable || answer.status != "success" || answer.result.resultType.empty())
        return fail(Error::Code::Protocol,
                    "the answer is no query result (byte " + std::to_string(reader.offset()) + ')');
    if (answer.result.resultType == "string")
        answer.result.series.clear();
    else
        answer.result.text.clear();
    return std::move(answer.result);
}

} // namespace vigie
