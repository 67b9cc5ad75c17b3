// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace vigie {

class Theme;

/// Normal: outlined. Primary: filled with the accent, one per form. Quiet: no frame until hovered. Danger: for what
/// destroys.
enum class ButtonLook : std::uint8_t { Normal, Primary, Quiet, Danger };
void setButtonLook(QAbstractButton &button, ButtonLook look);
ButtonLook buttonLook(const QWidget &button);

/// Flat controls drawn from the tokens, on top of Fusion. Theme::apply() makes it; the theme outlives it.
class VigieStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit VigieStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    using QProxyStyle::unpolish;
    void unpolish(QWidget *widget) override;

private:
    bool drawFramePrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const;
    bool drawArrowPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const;
    bool drawLabel(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const;

    const Theme &m_theme;
};

} // namespace vigie
