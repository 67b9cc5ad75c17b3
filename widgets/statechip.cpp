// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statechip.h"

#include "widgets/stylepainter.h"

#include <QPainter>

#include <cmath>

namespace vigie {

namespace {

QColor stateColor(StateLook look, const Theme &theme)
{
    switch (look) {
    case StateLook::Open:
        return theme.accent().main;
    case StateLook::Acknowledged:
    case StateLook::Resolved:
        return theme.text().tertiary;
    case StateLook::Snoozed:
        return theme.severity(SeverityLook::Maintenance).graphic;
    case StateLook::Up:
        return theme.severity(SeverityLook::Ok).graphic;
    case StateLook::Down:
        // Red is reserved for critical incidents; a source that is down is told by its filled cross.
        return theme.severity(SeverityLook::High).graphic;
    case StateLook::Pending:
    case StateLook::Stale:
    case StateLook::Unknown:
        break;
    }
    return theme.severity(SeverityLook::Unknown).graphic;
}

QColor stateTextColor(StateLook look, const Theme &theme)
{
    switch (look) {
    case StateLook::Open:
        return theme.text().primary;
    case StateLook::Down:
        return theme.severity(SeverityLook::High).text;
    case StateLook::Resolved:
        return theme.text().tertiary;
    default:
        return theme.text().secondary;
    }
}

ChipLine stateLine(StateLook look, const Theme &theme, const QString &text)
{
    return {.font = theme.ui(FontRole::Body),
            .ink = stateTextColor(look, theme),
            .gap = 6,
            .word = text.isEmpty() ? stateWord(look) : text};
}

void paintCross(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, 2, 2);
    const QRectF inner
        = rect.adjusted(rect.width() * 0.3, rect.height() * 0.3, -rect.width() * 0.3, -rect.height() * 0.3);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
}

// A clock face: something waits.
void paintWaiting(QPainter &painter, const QRectF &rect, const QPen &pen)
{
    painter.setPen(pen);
    painter.drawEllipse(rect);
    const QPointF c = rect.center();
    painter.drawPolyline(
        QPolygonF({QPointF(c.x(), c.y() - rect.height() * 0.28), c, QPointF(c.x() + rect.width() * 0.22, c.y())}));
}

} // namespace

StateLook lookOf(IncidentStatus status)
{
    switch (status) {
    case IncidentStatus::Open:
        return StateLook::Open;
    case IncidentStatus::Acknowledged:
        return StateLook::Acknowledged;
    case IncidentStatus::Snoozed:
        return StateLook::Snoozed;
    case IncidentStatus::Resolved:
        return StateLook::Resolved;
    }
    return StateLook::Unknown;
}

StateLook lookOf(SourceState state)
{
    switch (state) {
    case SourceState::Pending:
        return StateLook::Pending;
    case SourceState::Up:
        return StateLook::Up;
    case SourceState::Down:
        return StateLook::Down;
    }
    return StateLook::Unknown;
}

QString stateWord(StateLook look)
{
    switch (look) {
    case StateLook::Open:
        //: state of an incident
        return StateChip::tr("Open");
    case StateLook::Acknowledged:
        return StateChip::tr("Acknowledged");
    case StateLook::Snoozed:
        return StateChip::tr("Snoozed");
    case StateLook::Resolved:
        return StateChip::tr("Resolved");
    case StateLook::Up:
        //: state of a source: it works
        return StateChip::tr("Up");
    case StateLook::Down:
        //: state of a source: it failed
        return StateChip::tr("Down");
    case StateLook::Pending:
        //: state of a source: not tried yet
        return StateChip::tr("Pending");
    case StateLook::Stale:
        //: data are too old
        return StateChip::tr("Stale");
    case StateLook::Unknown:
        break;
    }
    return StateChip::tr("Unknown");
}

void paintStateGlyph(QPainter &painter, const QRectF &area, StateLook look, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(area.width(), area.height());
    const double width = std::max(1.3, side / 9);
    QRectF rect(0, 0, side - width, side - width);
    rect.moveCenter(area.center());
    const QColor color = stateColor(look, theme);
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    switch (look) {
    case StateLook::Open:
        painter.drawEllipse(rect);
        drawRounded(painter, rect.adjusted(side / 4, side / 4, -side / 4, -side / 4), side, color);
        break;
    case StateLook::Acknowledged:
        drawCheckMark(painter, area, color, width);
        break;
    case StateLook::Resolved:
    case StateLook::Up:
        painter.drawEllipse(rect);
        drawCheckMark(painter, rect, color, width);
        break;
    case StateLook::Down:
        paintCross(painter, rect, color, theme.severity(SeverityLook::High).onFill);
        break;
    case StateLook::Snoozed:
    case StateLook::Pending:
        paintWaiting(painter, rect, pen);
        break;
    case StateLook::Stale:
    case StateLook::Unknown:
        pen.setDashPattern({1.8, 1.8});
        painter.setPen(pen);
        painter.drawEllipse(rect);
    }
    painter.restore();
}

QSize stateChipSize(StateLook look, const Theme &theme, const QString &text)
{
    return {int(std::ceil(chipLineWidth(stateLine(look, theme, text), theme))) + 1, chipHeight(theme)};
}

void paintStateChip(QPainter &painter, const QRectF &rect, StateLook look, const Theme &theme, const QString &text,
                    bool selected)
{
    ChipLine line = stateLine(look, theme, text);
    if (selected)
        line.ink = theme.text().primary;
    const QRectF glyph = chipGlyphRect(rect, theme);
    paintStateGlyph(painter, glyph, look, theme);
    paintChipWord(painter, rect, glyph, line);
}

StateChip::StateChip(Theme &theme, StateLook look, QWidget *parent)
    : ChipWidget(theme, look, parent)
{
    setObjectName(QStringLiteral("stateChip"));
    StateChip::retranslate();
}

QSize StateChip::sizeHint() const
{
    return stateChipSize(look(), theme());
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateChip(painter, rect(), look(), theme());
}

void StateChip::retranslate()
{
    setAccessibleName(tr("State: %1").arg(stateWord(look())));
}

} // namespace vigie
