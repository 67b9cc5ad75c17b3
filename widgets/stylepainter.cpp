// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stylepainter.h"

#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOption>

#include <cmath>

namespace vigie {

namespace {

class SavedPainter {
public:
    explicit SavedPainter(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
    }
    ~SavedPainter() { m_painter.restore(); }
    SavedPainter(const SavedPainter &) = delete;
    SavedPainter &operator=(const SavedPainter &) = delete;

private:
    QPainter &m_painter;
};

bool isEnabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}
bool isHovered(const QStyleOption &option)
{
    return isEnabled(option) && option.state.testFlag(QStyle::State_MouseOver);
}
bool isDown(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Sunken);
}
bool showsFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    return QColor::fromRgbF(float(from.redF() + (to.redF() - from.redF()) * share),
                            float(from.greenF() + (to.greenF() - from.greenF()) * share),
                            float(from.blueF() + (to.blueF() - from.blueF()) * share));
}

} // namespace

void drawRounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
                 double width)
{
    const SavedPainter saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF r = rect;
    if (border.isValid()) {
        painter.setPen(QPen(border, width));
        r.adjust(width / 2, width / 2, -width / 2, -width / 2);
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(r, radius, radius);
}

void drawFocusRing(QPainter &painter, const QRectF &rect, const Theme &theme, double radius)
{
    drawRounded(painter, rect, radius, {}, theme.border().focus, Theme::focusRing);
}

void drawChevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, const QColor &color)
{
    const SavedPainter saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(rect.center());
    const int turns = direction == Qt::DownArrow ? 0
        : direction == Qt::LeftArrow             ? 1
        : direction == Qt::UpArrow               ? 2
                                                 : 3;
    painter.rotate(90.0 * turns);
    const double w = std::clamp(std::min(rect.width(), rect.height()) * 0.28, 2.5, 4.0);
    painter.drawPolyline(QPolygonF({QPointF(-w, -w / 2), QPointF(0, w / 2), QPointF(w, -w / 2)}));
}

void drawCheckMark(QPainter &painter, const QRectF &rect, const QColor &color, double width)
{
    const SavedPainter saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at
        = [&rect](double x, double y) { return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()); };
    painter.drawPolyline(QPolygonF({at(0.24, 0.53), at(0.43, 0.71), at(0.77, 0.32)}));
}

void drawHatch(QPainter &painter, const QRectF &rect, const QColor &color, double distance, double width)
{
    const SavedPainter saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(color, width));
    QList<QLineF> lines;
    const int count = int(std::ceil((rect.width() + rect.height()) / distance));
    lines.reserve(count);
    for (int n = 0; n < count; ++n) {
        const double x = rect.left() - rect.height() + n * distance;
        lines.append(QLineF(x, rect.bottom(), x + rect.height(), rect.top()));
    }
    painter.drawLines(lines);
}

void drawButtonPanel(QPainter &painter, const QStyleOption &option, const Theme &theme, ButtonLook look)
{
    const ThemeColors &c = theme.colors();
    const bool on = option.state.testFlag(QStyle::State_On);
    QColor fill;
    QColor border;
    switch (look) {
    case ButtonLook::Primary:
        fill = isEnabled(option) ? c.accent.fill : c.surface.hover;
        break;
    case ButtonLook::Danger:
        fill = isEnabled(option) ? c.severity[std::size_t(SeverityLook::Critical)].graphic : c.surface.hover;
        break;
    case ButtonLook::Normal:
        fill = on ? c.accent.subtle : c.surface.raised;
        border = isEnabled(option) ? (on ? c.accent.main : c.border.strong) : c.border.medium;
        break;
    case ButtonLook::Quiet:
        if (on)
            fill = c.accent.subtle;
        break;
    }
    if (isDown(option))
        fill = mixed(fill.isValid() ? fill : c.surface.hover, c.text.primary, 0.14);
    else if (isHovered(option))
        fill = fill.isValid() ? mixed(fill, c.text.primary, 0.07) : c.surface.hover;
    const QRectF rect(option.rect);
    if (fill.isValid() || border.isValid())
        drawRounded(painter, rect, Theme::controlRadius, fill, border, on && border.isValid() ? 2 : 1);
    if (showsFocus(option))
        drawFocusRing(painter, rect, theme);
}

QColor buttonTextColor(const QStyleOption &option, const Theme &theme, ButtonLook look)
{
    if (!isEnabled(option))
        return theme.text().disabled;
    if (look == ButtonLook::Primary)
        return theme.accent().onFill;
    if (look == ButtonLook::Danger)
        return theme.severity(SeverityLook::Critical).onFill;
    return theme.text().primary;
}

void drawFieldFrame(QPainter &painter, const QStyleOption &option, const Theme &theme)
{
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const bool enabled = isEnabled(option);
    const bool writable = enabled && !option.state.testFlag(QStyle::State_ReadOnly);
    const QColor fill = writable ? theme.surface().panel : theme.surface().canvas;
    const QColor border = enabled ? theme.border().strong : theme.border().medium;
    drawRounded(painter, option.rect, Theme::controlRadius, fill, focused ? theme.border().focus : border,
                focused ? Theme::focusRing : 1);
}

void drawCheckIndicator(QPainter &painter, const QStyleOption &option, const Theme &theme, bool round)
{
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const bool enabled = isEnabled(option);
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    const double radius = round ? side / 2 : Theme::chipRadius;
    const QColor accent = enabled ? theme.accent().fill : theme.text().disabled;
    if (on || partly)
        drawRounded(painter, box, radius, accent);
    else
        drawRounded(painter, box, radius, isHovered(option) ? theme.surface().hover : theme.surface().panel,
                    enabled ? theme.border().strong : theme.border().medium);
    if (on && round)
        drawRounded(painter, box.adjusted(side * 0.3, side * 0.3, -side * 0.3, -side * 0.3), side,
                    theme.accent().onFill);
    else if (on)
        drawCheckMark(painter, box, theme.accent().onFill, 1.8);
    else if (partly)
        drawRounded(painter, QRectF(box.x() + side / 4, box.center().y() - 1, side / 2, 2), 1, theme.accent().onFill);
    if (showsFocus(option))
        drawFocusRing(painter, box.adjusted(-3, -3, 3, 3), theme, radius + 3);
}

void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option, const Theme &theme)
{
    QStyleOption frame = option;
    // The frame of a combo box shows the ring only for the keyboard, as buttons do; an editable one is a field.
    if (!option.editable && !showsFocus(option))
        frame.state.setFlag(QStyle::State_HasFocus, false);
    if (option.frame)
        drawFieldFrame(painter, frame, theme);
    if (!option.editable && (isHovered(option) || isDown(option)))
        drawRounded(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), Theme::controlRadius - 1,
                    theme.surface().hover);
    const int side = std::min(24, option.rect.height());
    const QRect arrow(option.rect.right() - side, option.rect.top(), side, option.rect.height());
    drawChevron(painter, arrow, Qt::DownArrow, isEnabled(option) ? theme.text().secondary : theme.text().disabled);
}

void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const Theme &theme, const QRect &up,
                 const QRect &down)
{
    if (option.frame)
        drawFieldFrame(painter, option, theme);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto color = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return isEnabled(option) && option.stepEnabled.testFlag(step) ? theme.text().secondary : theme.text().disabled;
    };
    drawChevron(painter, up, Qt::UpArrow, color(QAbstractSpinBox::StepUpEnabled));
    drawChevron(painter, down, Qt::DownArrow, color(QAbstractSpinBox::StepDownEnabled));
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const Theme &theme, const QRect &slider)
{
    if (option.minimum >= option.maximum || !slider.isValid())
        return;
    const bool active
        = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) && (isHovered(option) || isDown(option));
    const double inset = isHovered(option) ? 2 : 3;
    QRectF handle(slider);
    if (option.orientation == Qt::Vertical)
        handle.adjust(inset, 1, -inset, -1);
    else
        handle.adjust(1, inset, -1, -inset);
    const double radius = std::min(handle.width(), handle.height()) / 2;
    drawRounded(painter, handle, radius, active ? theme.text().tertiary : theme.border().strong);
}

void drawToolButtonPanel(QPainter &painter, const QStyleOptionToolButton &option, const Theme &theme)
{
    drawButtonPanel(painter, option, theme, ButtonLook::Quiet);
}

namespace {
constexpr int toggleMargin = 8; ///< left and right of everything
constexpr int toggleGap = 6; ///< between box, icon and words

int toggleBox(const Theme &theme)
{
    return theme.px(14);
}
} // namespace

int toggleWidth(const QStyleOptionToolButton &option, const Theme &theme)
{
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width() + toggleGap;
    return 2 * toggleMargin + toggleBox(theme) + toggleGap + icon
        + option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
}

void drawToggle(QPainter &painter, const QStyleOptionToolButton &option, const Theme &theme)
{
    drawButtonPanel(painter, option, theme, ButtonLook::Normal);
    const int side = toggleBox(theme);
    QStyleOption box = option;
    box.rect = QRect(option.rect.left() + toggleMargin, option.rect.center().y() - side / 2, side, side);
    box.state.setFlag(QStyle::State_HasFocus, false);
    drawCheckIndicator(painter, box, theme, false);
    QRect rest = option.rect.adjusted(toggleMargin + side + toggleGap, 0, -toggleMargin, 0);
    if (!option.icon.isNull()) {
        const QRect icon(QPoint(rest.left(), option.rect.center().y() - option.iconSize.height() / 2), option.iconSize);
        option.icon.paint(&painter, icon, Qt::AlignCenter, isEnabled(option) ? QIcon::Normal : QIcon::Disabled);
        rest.setLeft(icon.right() + 1 + toggleGap);
    }
    painter.setFont(option.font);
    painter.setPen(buttonTextColor(option, theme, ButtonLook::Quiet));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, option.text);
}

void drawMenuItem(QPainter &painter, const QStyleOptionMenuItem &option, const Theme &theme)
{
    const SavedPainter saved(painter);
    const QRect r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(r.left() + 8, r.center().y(), r.width() - 16, 1, theme.border().weak);
        return;
    }
    const bool enabled = isEnabled(option);
    if (option.state.testFlag(QStyle::State_Selected) && enabled)
        drawRounded(painter, QRectF(r).adjusted(4, 0, -4, 0), Theme::controlRadius, theme.surface().selection);
    const QColor color = enabled ? theme.text().primary : theme.text().disabled;
    const QRect mark(r.left() + 12, r.center().y() - 7, 16, 16);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        drawCheckMark(painter, mark, color, 1.8);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = option.text.split(u'\t');
    const QRect text = r.adjusted(36, 0, -12, 0);
    painter.setFont(option.font);
    painter.setPen(color);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, parts.first());
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawChevron(painter, QRect(r.right() - 24, r.top(), 16, r.height()), Qt::RightArrow, theme.text().secondary);
    } else if (parts.size() > 1) {
        painter.setPen(enabled ? theme.text().tertiary : theme.text().disabled);
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, parts.at(1));
    }
}

void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &option, const Theme &theme)
{
    const QColor base = isHovered(option) ? theme.surface().hover : theme.surface().panel;
    painter.fillRect(option.rect, base);
    painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, theme.border().weak);
}

void drawTab(QPainter &painter, const QStyleOptionTab &option, const Theme &theme)
{
    const QRect r = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (isHovered(option) && !selected)
        drawRounded(painter, QRectF(r).adjusted(2, 3, -2, -4), Theme::controlRadius, theme.surface().hover);
    if (selected)
        painter.fillRect(r.left() + 8, r.bottom() - 1, r.width() - 16, 2, theme.accent().main);
    if (showsFocus(option))
        drawFocusRing(painter, QRectF(r).adjusted(2, 3, -2, -4), theme);
}

void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option, const Theme &theme, const QRect &rect)
{
    const double height = std::min(8, rect.height());
    QRectF groove(rect.left(), rect.center().y() - height / 2 + 0.5, rect.width(), height);
    if (theme.isHighContrast())
        drawRounded(painter, groove, height / 2, theme.surface().hover, theme.border().medium);
    else
        drawRounded(painter, groove, height / 2, theme.border().weak);
    const double range = double(option.maximum) - option.minimum;
    if (range <= 0) {
        // Busy: how far is unknown, so hatched instead of moving (tokens.json "motion.reduced").
        drawHatch(painter, groove, theme.accent().main, 8, 3);
        return;
    }
    groove.setWidth(groove.width() * std::clamp((option.progress - option.minimum) / range, 0.0, 1.0));
    if (groove.width() >= 1)
        drawRounded(painter, groove, height / 2, isEnabled(option) ? theme.accent().main : theme.text().disabled);
}

} // namespace vigie
