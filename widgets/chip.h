// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

class QPainter;

namespace vigie {

/// What severity and state chips share: a glyph, a gap and an elided word in one line.
struct ChipLine {
    QFont font;
    QColor ink;
    double gap {5}; ///< between glyph and word
    QString word;
};
/// Side of a chip's glyph, and height of a chip, in pixels.
int chipGlyphSide(const Theme &theme);
int chipHeight(const Theme &theme);
/// Width of glyph, gap and word.
double chipLineWidth(const ChipLine &line, const Theme &theme);
/// Where the glyph of a line that begins at the left of `rect` stands, vertically centred.
QRectF chipGlyphRect(const QRectF &rect, const Theme &theme);
/// The word behind its glyph, elided at the right end of `rect`.
void paintChipWord(QPainter &painter, const QRectF &rect, const QRectF &glyph, const ChipLine &line);

/// A chip as a widget of its own, as large as it wishes to be. `Look` is what it shows.
template<typename Look>
class ChipWidget : public ThemedWidget {
public:
    ChipWidget(Theme &theme, Look look, QWidget *parent)
        : ThemedWidget(theme, parent)
        , m_look(look)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setLook(Look look)
    {
        if (look == m_look)
            return;
        m_look = look;
        retranslate();
        updateGeometry();
        update();
    }
    Look look() const { return m_look; }
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    Look m_look;
};

} // namespace vigie
