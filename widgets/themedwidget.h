// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QWidget>

namespace vigie {

/// A widget drawn from the tokens: repaints and lays out again when the theme changes, retranslates when the language
/// does.
class ThemedWidget : public QWidget {
    Q_OBJECT
public:
    explicit ThemedWidget(Theme &theme, QWidget *parent = nullptr);
    Theme &theme() const { return m_theme; }
    /// It has the focus and the keyboard is how the user got there: show the ring.
    bool showsFocusRing() const;

protected:
    /// Called after every theme change, before the repaint. For fonts and sizes of children.
    virtual void themeChanged() { }
    /// Called when the language changed. For texts made with tr().
    virtual void retranslate() { }
    void changeEvent(QEvent *event) override;

private:
    Theme &m_theme;
};

} // namespace vigie
