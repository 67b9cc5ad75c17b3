// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vigiestyle.h"

#include "widgets/icons.h"
#include "widgets/stylepainter.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>
#include <QVariant>

#include <array>
#include <cmath>

namespace vigie {

namespace {

constexpr const char *buttonLookProperty = "vigieButtonLook";

// Sizes that do not follow the user's factor.
constexpr std::array<std::pair<QStyle::PixelMetric, int>, 24> fixedMetrics {
    {{QStyle::PM_ScrollBarExtent, 12},
     {QStyle::PM_ScrollBarSliderMin, 32},
     {QStyle::PM_SplitterWidth, Theme::panelGap},
     {QStyle::PM_DefaultFrameWidth, 1},
     {QStyle::PM_MenuPanelWidth, 1},
     {QStyle::PM_ComboBoxFrameWidth, 1},
     {QStyle::PM_SpinBoxFrameWidth, 1},
     {QStyle::PM_MenuVMargin, 4},
     {QStyle::PM_MenuHMargin, 0},
     {QStyle::PM_ButtonMargin, 8},
     {QStyle::PM_ButtonShiftHorizontal, 0},
     {QStyle::PM_ButtonShiftVertical, 0},
     {QStyle::PM_CheckBoxLabelSpacing, 8},
     {QStyle::PM_RadioButtonLabelSpacing, 8},
     {QStyle::PM_LayoutLeftMargin, 12},
     {QStyle::PM_LayoutTopMargin, 12},
     {QStyle::PM_LayoutRightMargin, 12},
     {QStyle::PM_LayoutBottomMargin, 12},
     {QStyle::PM_LayoutHorizontalSpacing, 8},
     {QStyle::PM_LayoutVerticalSpacing, 8},
     {QStyle::PM_ToolTipLabelFrameWidth, 6},
     {QStyle::PM_HeaderMarkSize, 12},
     {QStyle::PM_TabBarTabHSpace, 24},
     {QStyle::PM_TabBarTabOverlap, 0}}};

template<typename Option>
const Option &optionAs(const QStyleOption *option)
{
    return *static_cast<const Option *>(option);
}

// A flat tool-like button is quiet without being told.
ButtonLook effectiveLook(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const ButtonLook look = widget ? buttonLook(*widget) : ButtonLook::Normal;
    if (look == ButtonLook::Normal && button) {
        if (button->features.testFlag(QStyleOptionButton::Flat))
            return ButtonLook::Quiet;
        if (button->features.testFlag(QStyleOptionButton::DefaultButton))
            return ButtonLook::Primary;
    }
    return look;
}

/// A tool button with words that stays down when it is pressed.
bool isToggle(const QWidget *widget)
{
    const auto *button = qobject_cast<const QToolButton *>(widget);
    return button && button->isCheckable() && button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
}

QRect scrollSliderRect(const QStyleOptionSlider &bar)
{
    const bool vertical = bar.orientation == Qt::Vertical;
    const int length = vertical ? bar.rect.height() : bar.rect.width();
    const std::int64_t range = std::int64_t(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = int(std::clamp<std::int64_t>(std::int64_t(length) * bar.pageStep / (range + bar.pageStep),
                                              std::min(32, length), length));
    const int at = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle,
                                                   bar.upsideDown);
    return vertical ? QRect(bar.rect.x(), bar.rect.y() + at, bar.rect.width(), handle)
                    : QRect(bar.rect.x() + at, bar.rect.y(), handle, bar.rect.height());
}

QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl sub)
{
    const QRect slider = scrollSliderRect(bar);
    const bool vertical = bar.orientation == Qt::Vertical;
    switch (sub) {
    case QStyle::SC_ScrollBarSlider:
        return slider;
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSubPage:
        return vertical ? QRect(bar.rect.topLeft(), QPoint(bar.rect.right(), slider.top() - 1))
                        : QRect(bar.rect.topLeft(), QPoint(slider.left() - 1, bar.rect.bottom()));
    case QStyle::SC_ScrollBarAddPage:
        return vertical ? QRect(QPoint(bar.rect.left(), slider.bottom() + 1), bar.rect.bottomRight())
                        : QRect(QPoint(slider.right() + 1, bar.rect.top()), bar.rect.bottomRight());
    default:
        return {};
    }
}

} // namespace

void setButtonLook(QAbstractButton &button, ButtonLook look)
{
    button.setProperty(buttonLookProperty, int(look));
    button.update();
}

ButtonLook buttonLook(const QWidget &button)
{
    return ButtonLook(button.property(buttonLookProperty).toInt());
}

VigieStyle::VigieStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(theme)
{
}

bool VigieStyle::drawFramePrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const
{
    const Theme &t = m_theme;
    switch (element) {
    case PE_PanelLineEdit:
        if (optionAs<QStyleOptionFrame>(option).lineWidth > 0)
            drawFieldFrame(*painter, *option, t);
        return true;
    case PE_FrameLineEdit:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
        return true;
    case PE_FrameTabBarBase:
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, t.border().weak);
        return true;
    case PE_Frame:
        drawRounded(*painter, option->rect, Theme::controlRadius, {},
                    option->state.testFlag(State_HasFocus) ? t.border().focus : t.border().medium);
        return true;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.surface().overlay);
        return true;
    case PE_FrameMenu:
        drawRounded(*painter, option->rect, 0, {}, t.border().medium);
        return true;
    case PE_PanelTipLabel:
        drawRounded(*painter, option->rect, 0, t.surface().overlay, t.border().medium);
        return true;
    default:
        return false;
    }
}

bool VigieStyle::drawArrowPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const
{
    Qt::ArrowType direction = Qt::DownArrow;
    switch (element) {
    case PE_IndicatorArrowDown:
        break;
    case PE_IndicatorArrowUp:
        direction = Qt::UpArrow;
        break;
    case PE_IndicatorArrowLeft:
        direction = Qt::LeftArrow;
        break;
    case PE_IndicatorArrowRight:
        direction = Qt::RightArrow;
        break;
    case PE_IndicatorHeaderArrow: {
        const bool up = optionAs<QStyleOptionHeader>(option).sortIndicator == QStyleOptionHeader::SortUp;
        direction = up ? Qt::DownArrow : Qt::UpArrow;
        break;
    }
    default:
        return false;
    }
    const bool enabled = option->state.testFlag(State_Enabled);
    drawChevron(*painter, option->rect, direction, enabled ? m_theme.text().secondary : m_theme.text().disabled);
    return true;
}

void VigieStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Theme &t = m_theme;
    if (drawFramePrimitive(element, option, painter) || drawArrowPrimitive(element, option, painter))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButtonPanel(*painter, *option, t, effectiveLook(option, widget));
    case PE_PanelButtonTool:
        return drawButtonPanel(*painter, *option, t, ButtonLook::Quiet);
    case PE_FrameFocusRect:
        // Buttons and fields draw their ring themselves; in item views the selected row is the focus.
        if (widget
            && (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractItemView *>(widget)))
            return;
        return drawFocusRing(*painter, option->rect, t);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckIndicator(*painter, *option, t, false);
    case PE_IndicatorRadioButton:
        return drawCheckIndicator(*painter, *option, t, true);
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (option->state.testFlag(State_Selected))
            painter->fillRect(option->rect, t.surface().selection);
        else if (element == PE_PanelItemViewItem && option->state.testFlag(State_Enabled)
                 && option->state.testFlag(State_MouseOver))
            painter->fillRect(option->rect, t.surface().hover);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

bool VigieStyle::drawLabel(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    const TextColors &text = m_theme.text();
    if (element == CE_PushButtonLabel) {
        QStyleOptionButton label = optionAs<QStyleOptionButton>(option);
        const QColor ink = buttonTextColor(*option, m_theme, effectiveLook(option, widget));
        label.palette.setColor(QPalette::ButtonText, ink);
        // Themed icons have the text colour of panels; on a filled button they take the words'.
        if (effectiveLook(option, widget) != ButtonLook::Normal && !label.icon.name().isEmpty())
            label.icon = QIcon(
                iconPixmap(label.icon.name(), label.iconSize.width(), ink, painter->device()->devicePixelRatioF()));
        QProxyStyle::drawControl(element, &label, painter, widget);
        return true;
    }
    if (element == CE_HeaderLabel) {
        QStyleOptionHeader label = optionAs<QStyleOptionHeader>(option);
        label.state.setFlag(State_On, false); // Fusion writes the header of the current column bold
        label.palette.setColor(QPalette::ButtonText, text.secondary);
        // QCommonStyle asks itself, not us, for this rectangle; so the text comes in line with the cells here.
        label.rect.adjust(6, 0, -6, 0);
        QProxyStyle::drawControl(element, &label, painter, widget);
        return true;
    }
    if (element == CE_TabBarTabLabel) {
        QStyleOptionTab label = optionAs<QStyleOptionTab>(option);
        const bool selected = option->state.testFlag(State_Selected);
        label.palette.setColor(QPalette::WindowText, selected ? text.primary : text.secondary);
        label.state.setFlag(State_HasFocus, false);
        QProxyStyle::drawControl(element, &label, painter, widget);
        return true;
    }
    return false;
}

void VigieStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const Theme &t = m_theme;
    if (drawLabel(element, option, painter, widget))
        return;
    switch (element) {
    case CE_HeaderSection:
        return drawHeaderSection(*painter, optionAs<QStyleOptionHeader>(option), t);
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.surface().panel);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, t.border().weak);
        return;
    case CE_MenuItem:
        return drawMenuItem(*painter, optionAs<QStyleOptionMenuItem>(option), t);
    case CE_MenuEmptyArea:
    case CE_MenuTearoff:
        painter->fillRect(option->rect, t.surface().overlay);
        return;
    case CE_TabBarTabShape:
        return drawTab(*painter, optionAs<QStyleOptionTab>(option), t);
    case CE_Splitter: {
        const QRect r = option->rect;
        const bool bar = option->state.testFlag(State_Horizontal);
        if (option->state.testFlag(State_MouseOver))
            painter->fillRect(bar ? QRect(r.center().x(), r.top(), 1, r.height())
                                  : QRect(r.left(), r.center().y(), r.width(), 1),
                              t.border().strong);
        return;
    }
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        return drawProgress(*painter, optionAs<QStyleOptionProgressBar>(option), t, option->rect);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void VigieStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar: {
        const auto &bar = optionAs<QStyleOptionSlider>(option);
        return drawScrollBar(*painter, bar, m_theme, scrollSliderRect(bar));
    }
    case CC_ComboBox:
        return drawComboBox(*painter, optionAs<QStyleOptionComboBox>(option), m_theme);
    case CC_SpinBox:
        return drawSpinBox(*painter, optionAs<QStyleOptionSpinBox>(option), m_theme,
                           subControlRect(control, option, SC_SpinBoxUp, widget),
                           subControlRect(control, option, SC_SpinBoxDown, widget));
    case CC_ToolButton: {
        const auto &button = optionAs<QStyleOptionToolButton>(option);
        if (isToggle(widget))
            return drawToggle(*painter, button, m_theme);
        drawToolButtonPanel(*painter, button, m_theme);
        QStyleOptionToolButton label = button;
        label.rect = subControlRect(control, option, SC_ToolButton, widget);
        label.palette.setColor(QPalette::ButtonText, buttonTextColor(*option, m_theme, ButtonLook::Quiet));
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        return;
    }
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect VigieStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                 const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return scrollBarRect(optionAs<QStyleOptionSlider>(option), sub);
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return option->rect.adjusted(8, 1, -26, -1);
    if (control == CC_ComboBox && sub == SC_ComboBoxArrow)
        return {option->rect.right() - 24, option->rect.top(), 24, option->rect.height()};
    if (control == CC_SpinBox) {
        const QRect r = option->rect;
        const bool buttons = optionAs<QStyleOptionSpinBox>(option).buttonSymbols != QAbstractSpinBox::NoButtons;
        const int half = r.height() / 2;
        if (sub == SC_SpinBoxUp)
            return buttons ? QRect(r.right() - 22, r.top() + 1, 20, half - 1) : QRect();
        if (sub == SC_SpinBoxDown)
            return buttons ? QRect(r.right() - 22, r.top() + half, 20, r.height() - half - 1) : QRect();
        if (sub == SC_SpinBoxEditField)
            return r.adjusted(6, 1, buttons ? -24 : -6, -1);
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect VigieStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && optionAs<QStyleOptionFrame>(option).lineWidth > 0)
        return option->rect.adjusted(6, 1, -6, -1);
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize VigieStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const int control = m_theme.controlHeight();
    switch (type) {
    case CT_PushButton: {
        const bool bare = option && optionAs<QStyleOptionButton>(option).text.isEmpty();
        return {bare ? std::max(control, size.width() + 12) : size.width() + 2 * Theme::panelPadding,
                std::max(control, size.height())};
    }
    case CT_ToolButton:
        return {isToggle(widget) ? toggleWidth(optionAs<QStyleOptionToolButton>(option), m_theme)
                                 : std::max(control, size.width() + 8),
                std::max(control, size.height() + 4)};
    case CT_LineEdit:
        return {size.width() + 12, std::max(control, size.height() + 4)};
    case CT_ComboBox:
        return {size.width() + 40, std::max(control, size.height() + 4)};
    case CT_SpinBox:
        return {size.width() + 14, std::max(control, size.height() + 2)};
    case CT_MenuItem: {
        const auto &item = optionAs<QStyleOptionMenuItem>(option);
        if (item.menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const int shortcut = item.reservedShortcutWidth > 0 ? item.reservedShortcutWidth + 24 : 0;
        return {size.width() + 64 + shortcut, std::max(control, size.height() + 4)};
    }
    case CT_TabBarTab:
        return {size.width() + 8, std::max(m_theme.px(32), size.height())};
    case CT_HeaderSection:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), m_theme.px(24)};
    case CT_ProgressBar:
        return {size.width(), 12};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

int VigieStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
        return m_theme.px(16);
    default:
        break;
    }
    for (const auto &[fixed, value] : fixedMetrics) {
        if (fixed == metric)
            return value;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int VigieStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_Widget_Animation_Duration:
    case SH_TabBar_ElideMode:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_Table_GridLineColor:
        return int(m_theme.border().weak.rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

void VigieStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void VigieStyle::unpolish(QWidget *widget)
{
    QProxyStyle::unpolish(widget);
}

} // namespace vigie
