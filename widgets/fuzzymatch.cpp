// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fuzzymatch.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr int noScore = -1'000'000;
constexpr int matchBonus = 10;
constexpr int runBonus = 24;
constexpr int wordBonus = 20;
constexpr int startBonus = 30;

// Case-folded, and without its accent: "é" is found by "e".
char16_t foldedChar(QChar c)
{
    if (c.unicode() < 0x80)
        return c.toLower().unicode();
    const QChar folded = c.toCaseFolded();
    if (folded.decompositionTag() == QChar::Canonical)
        return folded.decomposition().front().unicode();
    return folded.unicode();
}

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

// Nearly all candidates fall here, at the price of one look at each character.
bool isSubsequence(const std::vector<char16_t> &wanted, QStringView text)
{
    std::size_t found = 0;
    for (qsizetype i = 0; i < text.size() && found < wanted.size(); ++i) {
        if (foldedChar(text[i]) == wanted[found])
            ++found;
    }
    return found == wanted.size();
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    std::vector<char16_t> wanted;
    for (const QChar c : pattern) {
        if (!c.isSpace())
            wanted.push_back(foldedChar(c));
    }
    FuzzyMatch match;
    if (wanted.empty())
        return match;
    const std::size_t rows = wanted.size();
    const auto columns = std::size_t(text.size());
    if (rows > columns || !isSubsequence(wanted, text))
        return std::nullopt;
    // best[i][j]: score of the first i+1 characters with the last of them at j; cameFrom: place of the one before.
    std::vector<int> best(rows * columns, noScore);
    std::vector<int> cameFrom(rows * columns, -1);
    for (std::size_t i = 0; i < rows; ++i) {
        int bestBefore = noScore;
        int placeBefore = -1;
        for (std::size_t j = 0; j < columns; ++j) {
            const int previous = i > 0 && j > 0 ? best[(i - 1) * columns + j - 1] : noScore;
            if (previous > bestBefore) {
                bestBefore = previous;
                placeBefore = int(j) - 1;
            }
            if (foldedChar(text[qsizetype(j)]) != wanted[i])
                continue;
            int bonus = matchBonus;
            if (startsWord(text, qsizetype(j)))
                bonus += j == 0 ? startBonus : wordBonus;
            if (i == 0) {
                best[j] = bonus;
                continue;
            }
            if (bestBefore == noScore)
                continue;
            int score = bestBefore + bonus;
            int from = placeBefore;
            if (previous != noScore && previous + bonus + runBonus >= score) {
                score = previous + bonus + runBonus;
                from = int(j) - 1;
            }
            best[i * columns + j] = score;
            cameFrom[i * columns + j] = from;
        }
    }
    const auto last = best.begin() + std::ptrdiff_t((rows - 1) * columns);
    const auto top = std::max_element(last, best.end());
    if (*top == noScore)
        return std::nullopt;
    // Of equal matches the shorter text is closer to what was typed.
    match.score = *top * 4 - int(std::min<std::size_t>(columns, 60));
    int at = int(top - last);
    for (std::size_t i = rows; i-- > 0;) {
        match.positions.push_back(at);
        at = cameFrom[i * columns + std::size_t(at)];
    }
    std::ranges::reverse(match.positions);
    return match;
}

} // namespace vigie
