// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"
#include "widgets/vigiestyle.h"

#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace vigie {

/// The strokes VigieStyle is made of. Each leaves the painter as it was.

/// A filled rectangle with rounded corners and a border inside of `rect`; invalid colours are left out.
void drawRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border = {},
                 double width = 1);
/// The 2 px ring around what has the keyboard focus, just inside `rect`.
void drawFocusRing(QPainter &painter, const QRectF &rect, const Theme &theme, double radius = Theme::controlRadius);
/// A chevron in the middle of `rect`.
void drawChevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, const QColor &color);
void drawCheckMark(QPainter &painter, const QRectF &rect, const QColor &color, double width);
/// Diagonal lines inside `rect`, `distance` apart.
void drawHatch(QPainter &painter, const QRectF &rect, const QColor &color, double distance, double width = 1);

void drawButtonPanel(QPainter &painter, const QStyleOption &option, const Theme &theme, ButtonLook look);
QColor buttonTextColor(const QStyleOption &option, const Theme &theme, ButtonLook look);
void drawFieldFrame(QPainter &painter, const QStyleOption &option, const Theme &theme);
void drawCheckIndicator(QPainter &painter, const QStyleOption &option, const Theme &theme, bool round);
void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const Theme &theme);
void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const Theme &theme, const QRect &up,
                 const QRect &down);
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const Theme &theme, const QRect &slider);
void drawToolButtonPanel(QPainter &painter, const QStyleOptionToolButton &option, const Theme &theme);
/// A button that stays down: framed, with a box that is checked while it is, since a tint alone is hardly seen.
void drawToggle(QPainter &painter, const QStyleOptionToolButton &option, const Theme &theme);
/// How wide such a button is with its box, icon and words.
int toggleWidth(const QStyleOptionToolButton &option, const Theme &theme);
void drawMenuItem(QPainter &painter, const QStyleOptionMenuItem &option, const Theme &theme);
void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &option, const Theme &theme);
void drawTab(QPainter &painter, const QStyleOptionTab &option, const Theme &theme);
void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option, const Theme &theme, const QRect &rect);

} // namespace vigie
