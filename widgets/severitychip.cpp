// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/severitychip.h"

#include "widgets/stylepainter.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace vigie {

namespace {

constexpr double chipPadding = 6;

QPolygonF regularPolygon(const QRectF &rect, int corners, double turnDegrees)
{
    QPolygonF polygon;
    const double radius = rect.width() / 2;
    for (int i = 0; i < corners; ++i) {
        const double angle = (turnDegrees + 360.0 * i / corners) * M_PI / 180;
        polygon << QPointF(rect.center().x() + radius * std::cos(angle), rect.center().y() + radius * std::sin(angle));
    }
    return polygon;
}

QPainterPath solidShape(const QRectF &rect, SeverityLook look)
{
    QPainterPath path;
    switch (look) {
    case SeverityLook::Critical:
        path.addPolygon(regularPolygon(rect, 8, 22.5));
        break;
    case SeverityLook::High:
        path.addPolygon(QPolygonF({QPointF(rect.center().x(), rect.top()), rect.bottomRight(), rect.bottomLeft()}));
        break;
    case SeverityLook::Medium:
        path.addPolygon(regularPolygon(rect, 4, 0));
        break;
    default:
        path.addEllipse(rect);
    }
    path.closeSubpath();
    return path;
}

void paintGlyphText(QPainter &painter, const QRectF &rect, const QString &text, const QColor &color, double share)
{
    QFont font = painter.font();
    font.setPixelSize(std::max(7, int(std::lround(rect.height() * share))));
    font.setWeight(QFont::Bold);
    // As a path: centred by its ink, not by its line height.
    QPainterPath path;
    path.addText(0, 0, font, text);
    path.translate(rect.center() - path.boundingRect().center());
    painter.fillPath(path, color);
}

void paintOutlinedGlyph(QPainter &painter, const QRectF &square, SeverityLook look, const QColor &color)
{
    const double width = std::max(1.2, square.width() / 11);
    const QRectF rect = square.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    QPen pen(color, width);
    painter.setBrush(Qt::NoBrush);
    if (look == SeverityLook::Ok) {
        painter.setPen(pen);
        painter.drawEllipse(rect);
        drawCheckMark(painter, rect, color, width);
    } else if (look == SeverityLook::Maintenance) {
        painter.setPen(pen);
        painter.drawRoundedRect(rect, 1.5, 1.5);
        drawHatch(painter, rect.adjusted(1, 1, -1, -1), color, square.width() / 3.2, width * 0.8);
    } else {
        pen.setDashPattern({2.2, 1.4});
        painter.setPen(pen);
        painter.drawEllipse(rect);
        paintGlyphText(painter, rect, QStringLiteral("?"), color, 0.62);
    }
}

void paintGlyph(QPainter &painter, const QRectF &rect, SeverityLook look, const QColor &shape, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    if (look > SeverityLook::Low) {
        paintOutlinedGlyph(painter, square, look, shape);
        painter.restore();
        return;
    }
    painter.fillPath(solidShape(square, look), shape);
    const QString digit = QString::number(int(look) + 1);
    if (look == SeverityLook::High)
        paintGlyphText(painter, square.adjusted(0, side * 0.3, 0, side * 0.02), digit, ink, 0.75);
    else
        paintGlyphText(painter, square, digit, ink, look == SeverityLook::Medium ? 0.56 : 0.64);
    painter.restore();
}

// Colours of one chip. `shape` and `ink` are the glyph's.
struct ChipPaint {
    QColor fill, border, text, shape, ink;
    bool bold {false};
};

ChipPaint chipPaint(SeverityLook look, const Theme &theme)
{
    const SeverityColors &c = theme.severity(look);
    switch (look) {
    case SeverityLook::Critical:
    case SeverityLook::High:
        return {.fill = c.graphic,
                .border = {},
                .text = c.onFill,
                .shape = c.onFill,
                .ink = c.graphic,
                .bold = look == SeverityLook::Critical};
    case SeverityLook::Medium:
        return {.fill = c.subtle, .border = {}, .text = c.text, .shape = c.graphic, .ink = c.onFill, .bold = false};
    case SeverityLook::Low:
        // On the panel's colour also where the row is selected, so that the word stays readable.
        return {.fill = theme.surface().panel,
                .border = c.graphic,
                .text = c.text,
                .shape = c.graphic,
                .ink = c.onFill,
                .bold = false};
    case SeverityLook::Ok:
        return {.fill = {},
                .border = {},
                .text = theme.text().secondary,
                .shape = c.graphic,
                .ink = c.onFill,
                .bold = false};
    case SeverityLook::Maintenance:
        return {
            .fill = c.subtle, .border = c.graphic, .text = c.text, .shape = c.graphic, .ink = c.onFill, .bold = false};
    case SeverityLook::Unknown:
        break;
    }
    return {.fill = {}, .border = {}, .text = c.text, .shape = c.graphic, .ink = c.onFill, .bold = false};
}

ChipLine severityLine(SeverityLook look, const Theme &theme, const QString &text)
{
    QFont font = theme.ui(FontRole::Small);
    font.setWeight(look == SeverityLook::Critical ? QFont::Bold : QFont::Medium);
    return {
        .font = font, .ink = chipPaint(look, theme).text, .gap = 5, .word = text.isEmpty() ? severityWord(look) : text};
}

} // namespace

SeverityLook lookOf(Severity severity)
{
    return SeverityLook(severity);
}

QString severityWord(SeverityLook look)
{
    switch (look) {
    case SeverityLook::Critical:
        return SeverityChip::tr("Critical");
    case SeverityLook::High:
        return SeverityChip::tr("High");
    case SeverityLook::Medium:
        return SeverityChip::tr("Medium");
    case SeverityLook::Low:
        return SeverityChip::tr("Low");
    case SeverityLook::Ok:
        return SeverityChip::tr("OK");
    case SeverityLook::Maintenance:
        return SeverityChip::tr("Maintenance");
    case SeverityLook::Unknown:
        break;
    }
    return SeverityChip::tr("Unknown");
}

void paintSeverityGlyph(QPainter &painter, const QRectF &rect, SeverityLook look, const Theme &theme)
{
    const SeverityColors &c = theme.severity(look);
    paintGlyph(painter, rect, look, c.graphic, c.onFill);
}

QSize severityChipSize(SeverityLook look, const Theme &theme, const QString &text)
{
    return {int(std::ceil(2 * chipPadding + chipLineWidth(severityLine(look, theme, text), theme))), chipHeight(theme)};
}

void paintSeverityChip(QPainter &painter, const QRectF &rect, SeverityLook look, const Theme &theme,
                       const QString &text)
{
    const ChipLine line = severityLine(look, theme, text);
    const QSizeF wanted = severityChipSize(look, theme, line.word);
    QRectF chip(rect.left(), 0, std::min(wanted.width(), rect.width()), std::min(wanted.height(), rect.height()));
    chip.moveTop(std::floor(rect.center().y() - chip.height() / 2 + 0.5));
    const ChipPaint paint = chipPaint(look, theme);
    if (paint.fill.isValid() || paint.border.isValid())
        drawRounded(painter, chip, Theme::chipRadius, paint.fill, paint.border);
    if (look == SeverityLook::Unknown) {
        painter.save();
        painter.setPen(QPen(theme.severity(look).graphic, 1, Qt::DashLine));
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), Theme::chipRadius, Theme::chipRadius);
        painter.restore();
    }
    const double padding = look == SeverityLook::Ok ? 0 : chipPadding;
    const QRectF glyph = chipGlyphRect(chip.adjusted(padding, 0, 0, 0), theme);
    paintGlyph(painter, glyph, look, paint.shape, paint.ink);
    paintChipWord(painter, chip.adjusted(0, 0, -2, 0), glyph, line);
}

SeverityChip::SeverityChip(Theme &theme, SeverityLook look, QWidget *parent)
    : ChipWidget(theme, look, parent)
{
    setObjectName(QStringLiteral("severityChip"));
    SeverityChip::retranslate();
}

QSize SeverityChip::sizeHint() const
{
    return severityChipSize(look(), theme());
}

void SeverityChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSeverityChip(painter, rect(), look(), theme());
}

void SeverityChip::retranslate()
{
    setAccessibleName(tr("Severity: %1").arg(severityWord(look())));
}

} // namespace vigie
