// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/json.h"

#include "backend/domain/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace vigie {

bool Json::toBool(bool fallback) const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value != nullptr ? *value : fallback;
}

std::int64_t Json::toInteger(std::int64_t fallback) const
{
    const std::int64_t *value = std::get_if<std::int64_t>(&m_value);
    return value != nullptr ? *value : fallback;
}

double Json::toDouble(double fallback) const
{
    if (const double *value = std::get_if<double>(&m_value))
        return *value;
    return isInteger() ? static_cast<double>(toInteger()) : fallback;
}

const std::string &Json::toString() const
{
    static const std::string none;
    const std::string *value = std::get_if<std::string>(&m_value);
    return value != nullptr ? *value : none;
}

const Json::Array &Json::array() const
{
    static const Array none;
    const Array *value = std::get_if<Array>(&m_value);
    return value != nullptr ? *value : none;
}

const Json::Object &Json::object() const
{
    static const Object none;
    const Object *value = std::get_if<Object>(&m_value);
    return value != nullptr ? *value : none;
}

const Json &Json::operator[](std::string_view key) const
{
    static const Json none;
    for (const auto &[name, value] : object()) {
        if (name == key)
            return value;
    }
    return none;
}

bool Json::contains(std::string_view key) const
{
    const Object &members = object();
    return std::ranges::any_of(members, [key](const Member &m) { return m.first == key; });
}

void Json::set(std::string key, Json value)
{
    if (!isObject())
        m_value = Object {};
    auto &members = std::get<Object>(m_value);
    for (auto &[name, old] : members) {
        if (name == key) {
            old = std::move(value);
            return;
        }
    }
    members.emplace_back(std::move(key), std::move(value));
}

std::string Json::dump() const
{
    std::string out;
    dumpTo(out);
    return out;
}

void Json::dumpTo(std::string &out) const
{
    struct Writer {
        std::string &out;
        void operator()(std::monostate) const { out += "null"; }
        void operator()(bool value) const { out += value ? "true" : "false"; }
        void operator()(std::int64_t value) const { appendJsonNumber(out, value); }
        void operator()(double value) const { appendJsonNumber(out, value); }
        void operator()(const std::string &value) const { appendJsonString(out, value); }
        void operator()(const Array &items) const
        {
            char separator = '[';
            for (const Json &item : items) {
                out += separator;
                item.dumpTo(out);
                separator = ',';
            }
            out += items.empty() ? "[]" : "]";
        }
        void operator()(const Object &members) const
        {
            char separator = '{';
            for (const auto &[name, value] : members) {
                out += separator;
                appendJsonString(out, name);
                out += ':';
                value.dumpTo(out);
                separator = ',';
            }
            out += members.empty() ? "{}" : "}";
        }
    };
    std::visit(Writer {out}, m_value);
}

void appendJsonNumber(std::string &out, std::int64_t value)
{
    std::array<char, 24> buffer {};
    const auto [end, ec] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    out.append(buffer.data(), end);
}

void appendJsonNumber(std::string &out, double value)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 40> buffer {};
    const auto [end, ec] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    out.append(buffer.data(), end);
    // Many readers take digits alone for an integer and refuse the whole text when it is beyond their 64 bits.
    constexpr double exactIntegers = 0x1p53;
    if (std::fabs(value) >= exactIntegers && std::none_of(buffer.data(), end, [](char c) { return c == 'e'; }))
        out += ".0";
}

namespace {

void appendUnicodeEscape(std::string &out, unsigned unit)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += hex[(unit >> static_cast<unsigned>(shift)) & 0x0f];
}

/// Decodes one UTF-8 sequence at `pos` (RFC 3629: no overlong forms, surrogates or values above U+10FFFF) and moves
/// past it; U+FFFD and one byte on an error.
char32_t decodeUtf8(std::string_view text, std::size_t &pos)
{
    const auto byteAt = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byteAt(pos);
    const std::size_t length = lead < 0x80 ? 1
        : lead >= 0xc2 && lead < 0xe0      ? 2
        : (lead & 0xf0) == 0xe0            ? 3
        : lead >= 0xf0 && lead < 0xf5      ? 4
                                           : 0;
    static constexpr std::array<unsigned, 5> leadMask {0, 0x7f, 0x1f, 0x0f, 0x07};
    static constexpr std::array<char32_t, 5> smallest {0, 0, 0x80, 0x800, 0x10000};
    if (length == 0 || pos + length > text.size()) {
        ++pos;
        return 0xfffd;
    }
    char32_t code = lead & leadMask[length];
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(pos + i) & 0xc0U) != 0x80) {
            ++pos;
            return 0xfffd;
        }
        code = (code << 6) | (byteAt(pos + i) & 0x3fU);
    }
    if (code < smallest[length] || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff) {
        ++pos;
        return 0xfffd;
    }
    pos += length;
    return code;
}

/// Also where char has no sign (arm64), so that no byte from 0x80 on counts as above the blank.
bool isPlainAscii(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte <= 0x7e && byte != '"' && byte != '\\';
}

} // namespace

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    std::size_t pos = 0;
    while (pos < text.size()) {
        // Plain runs are copied at once: nearly all of what we write is plain ASCII.
        std::size_t plain = pos;
        while (plain < text.size() && isPlainAscii(text[plain]))
            ++plain;
        out.append(text, pos, plain - pos);
        pos = plain;
        if (pos == text.size())
            break;
        const char c = text[pos];
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
            ++pos;
        } else if (c == '\n') {
            out += "\\n";
            ++pos;
        } else {
            char32_t code = decodeUtf8(text, pos);
            if (code >= 0x10000) {
                code -= 0x10000;
                appendUnicodeEscape(out, 0xd800 + static_cast<unsigned>(code >> 10));
                code = 0xdc00 + (code & 0x3ff);
            }
            appendUnicodeEscape(out, static_cast<unsigned>(code));
        }
    }
    out += '"';
}

namespace {

/// Builds a Json from nlohmann's SAX events and stops at the first thing RFC 8259 or our limits do not allow.
class JsonSax final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit JsonSax(std::size_t maxDepth)
        : m_maxDepth(maxDepth)
    {
    }
    bool null() override { return add(Json()); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override { return add(Json(std::int64_t {value})); }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return add(Json(static_cast<double>(value)));
        return add(Json(static_cast<std::int64_t>(value)));
    }
    bool number_float(number_float_t value, const string_t &) override { return add(Json(value)); }
    bool string(string_t &value) override { return add(Json(std::move(value))); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(Json(Json::Object {})); }
    bool start_array(std::size_t) override { return open(Json(Json::Array {})); }
    bool key(string_t &name) override
    {
        if (!m_levels.back().keys.insert(name).second)
            return refuse("duplicate key \"" + clipped(name, 64) + "\"");
        m_levels.back().nextKey = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &error) override
    {
        m_position = position;
        m_why = error.what();
        return false;
    }
    Json take() { return std::move(m_root); }
    const std::string &why() const { return m_why; }
    std::size_t position() const { return m_position; }

private:
    struct Level {
        Json::Array items;
        Json::Object members;
        bool isObject {false};
        std::string nextKey;
        std::unordered_set<std::string> keys;
    };
    bool refuse(std::string why)
    {
        m_why = std::move(why);
        return false;
    }
    bool open(const Json &kind)
    {
        if (m_levels.size() >= m_maxDepth)
            return refuse("nested more than " + std::to_string(m_maxDepth) + " deep");
        m_levels.emplace_back();
        m_levels.back().isObject = kind.isObject();
        return true;
    }
    bool close()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        return add(level.isObject ? Json(std::move(level.members)) : Json(std::move(level.items)));
    }
    bool add(Json value)
    {
        if (m_levels.empty())
            m_root = std::move(value);
        else if (Level &level = m_levels.back(); level.isObject)
            level.members.emplace_back(std::move(level.nextKey), std::move(value));
        else
            level.items.push_back(std::move(value));
        return true;
    }

    std::size_t m_maxDepth;
    std::vector<Level> m_levels;
    Json m_root;
    std::string m_why;
    std::size_t m_position {0};
};

std::string jsonPlace(std::string_view text, std::size_t position)
{
    const std::string_view before = text.substr(0, std::min(position > 0 ? position - 1 : 0, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t lineStart = before.rfind('\n');
    const std::size_t column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Walks over a text and tells how far the parser has come.
struct PlaceIterator {
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    const char *at {nullptr};
    const char **furthest {nullptr};

    reference operator*() const { return *at; }
    PlaceIterator &operator++()
    {
        *furthest = std::max(*furthest, ++at);
        return *this;
    }
    PlaceIterator operator++(int)
    {
        const PlaceIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const PlaceIterator &a, const PlaceIterator &b) { return a.at == b.at; }
    friend bool operator!=(const PlaceIterator &a, const PlaceIterator &b) { return a.at != b.at; }
};

/// Bytes read when the parser stopped for a reason that comes without a place. Parses again: errors may cost more.
std::size_t stoppedAt(std::string_view text, std::size_t maxDepth)
{
    const char *const begin = text.data();
    const char *furthest = begin;
    JsonSax sax(maxDepth);
    try {
        static_cast<void>(nlohmann::json::sax_parse(PlaceIterator {.at = begin, .furthest = &furthest},
                                                    PlaceIterator {.at = begin + text.size(), .furthest = &furthest},
                                                    &sax));
    } catch (const nlohmann::json::exception &) {
        return static_cast<std::size_t>(furthest - begin); // the same as the first time
    }
    return static_cast<std::size_t>(furthest - begin);
}

/// nlohmann's message without its own error number and place: what follows the last ": " of its head.
std::string jsonComplaint(const std::string &what)
{
    const std::size_t start = what.find(": ");
    return start == std::string::npos ? what : what.substr(start + 2);
}

} // namespace

Result<Json> parseJson(std::string_view text, JsonLimits limits)
{
    if (text.size() > limits.maxBytes)
        return fail(Error::Code::TooLarge,
                    "JSON of " + std::to_string(text.size()) + " bytes; at most " + std::to_string(limits.maxBytes)
                        + " are read");
    JsonSax sax(limits.maxDepth);
    bool ok = false;
    try {
        ok = nlohmann::json::sax_parse(text.begin(), text.end(), &sax);
    } catch (const nlohmann::json::exception &error) {
        // An out-of-range number ("1e999") comes as an exception without a place.
        return fail(Error::Code::Invalid,
                    "not JSON at " + jsonPlace(text, stoppedAt(text, limits.maxDepth)) + ": "
                        + jsonComplaint(error.what()));
    }
    if (ok)
        return sax.take();
    if (sax.position() == 0)
        return fail(Error::Code::Invalid,
                    "not acceptable JSON at " + jsonPlace(text, stoppedAt(text, limits.maxDepth)) + ": " + sax.why());
    return fail(Error::Code::Invalid,
                "not JSON at " + jsonPlace(text, sax.position()) + ": " + jsonComplaint(sax.why()));
}

} // namespace vigie
