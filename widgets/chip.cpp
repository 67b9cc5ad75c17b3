// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chip.h"

#include <QPainter>

#include <cmath>

namespace vigie {

int chipGlyphSide(const Theme &theme)
{
    return theme.px(13);
}

int chipHeight(const Theme &theme)
{
    return theme.px(20);
}

double chipLineWidth(const ChipLine &line, const Theme &theme)
{
    return chipGlyphSide(theme) + line.gap + QFontMetrics(line.font).horizontalAdvance(line.word);
}

QRectF chipGlyphRect(const QRectF &rect, const Theme &theme)
{
    const double side = chipGlyphSide(theme);
    return {rect.left(), rect.center().y() - side / 2, side, side};
}

void paintChipWord(QPainter &painter, const QRectF &rect, const QRectF &glyph, const ChipLine &line)
{
    painter.save();
    painter.setFont(line.font);
    painter.setPen(line.ink);
    const double left = glyph.right() + line.gap;
    const QRectF words(left, rect.top(), rect.right() - left, rect.height());
    const QString shown = QFontMetrics(line.font).elidedText(line.word, Qt::ElideRight, int(std::ceil(words.width())));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    painter.restore();
}

} // namespace vigie
