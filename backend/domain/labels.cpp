// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/labels.h"

#include "backend/domain/text.h"

#include <algorithm>

namespace vigie {

LabelSet::LabelSet(std::initializer_list<Pair> pairs)
    : LabelSet(std::vector<Pair>(pairs))
{
}

LabelSet::LabelSet(std::vector<Pair> pairs)
    : m_pairs(std::move(pairs))
{
    std::erase_if(m_pairs, [](const Pair &p) { return p.second.empty(); });
    std::ranges::stable_sort(m_pairs, [](const Pair &a, const Pair &b) { return a.first < b.first; });
    // Of several with one name the last wins, as with set().
    auto out = m_pairs.begin();
    for (auto it = m_pairs.begin(); it != m_pairs.end(); ++it) {
        if (it + 1 != m_pairs.end() && (it + 1)->first == it->first)
            continue;
        if (out != it)
            *out = std::move(*it);
        ++out;
    }
    m_pairs.erase(out, m_pairs.end());
}

namespace {
auto lowerLabel(auto &pairs, std::string_view name)
{
    return std::lower_bound(pairs.begin(), pairs.end(), name,
                            [](const LabelSet::Pair &p, std::string_view n) { return p.first.compare(n) < 0; });
}
} // namespace

std::string_view LabelSet::value(std::string_view name) const
{
    const auto it = lowerLabel(m_pairs, name);
    return it != m_pairs.end() && it->first == name ? std::string_view(it->second) : std::string_view();
}

bool LabelSet::contains(std::string_view name) const
{
    const auto it = lowerLabel(m_pairs, name);
    return it != m_pairs.end() && it->first == name;
}

void LabelSet::set(std::string name, std::string value)
{
    if (value.empty()) {
        remove(name);
        return;
    }
    const auto it = lowerLabel(m_pairs, name);
    if (it != m_pairs.end() && it->first == name)
        it->second = std::move(value);
    else
        m_pairs.insert(it, {std::move(name), std::move(value)});
}

void LabelSet::remove(std::string_view name)
{
    const auto it = lowerLabel(m_pairs, name);
    if (it != m_pairs.end() && it->first == name)
        m_pairs.erase(it);
}

std::string LabelSet::fingerprint() const
{
    std::uint64_t hash = 14'695'981'039'346'656'037ULL;
    const auto add = [&hash](std::string_view bytes) {
        for (const char c : bytes) {
            hash ^= static_cast<unsigned char>(c);
            hash *= 1'099'511'628'211ULL;
        }
        hash ^= 0xff;
        hash *= 1'099'511'628'211ULL;
    };
    for (const auto &[name, text] : m_pairs) {
        add(name);
        add(text);
    }
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string out(16, '0');
    for (std::size_t i = 0; i < 16; ++i)
        out[15 - i] = hex[(hash >> (4 * i)) & 0x0f];
    return out;
}

std::string LabelSet::toString() const
{
    std::string out = "{";
    for (const auto &[name, text] : m_pairs) {
        if (out.size() > 1)
            out += ", ";
        out += name;
        out += "=\"";
        out += escapedLabelValue(text);
        out += '"';
    }
    out += '}';
    return out;
}

namespace {
bool isName(std::string_view name, bool colon)
{
    if (name.empty() || (name[0] >= '0' && name[0] <= '9'))
        return false;
    return std::ranges::all_of(name, [colon](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
            || (colon && c == ':');
    });
}
} // namespace

bool isLabelName(std::string_view name)
{
    return isName(name, false);
}

bool isMetricName(std::string_view name)
{
    return isName(name, true);
}

} // namespace vigie
