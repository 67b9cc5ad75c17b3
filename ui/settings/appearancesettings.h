// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uicontext.h"
#include "widgets/panel.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace vigie {

/// Theme, language, sizes, charts. What is chosen holds at once.
class AppearanceSettings : public Panel {
    Q_OBJECT
public:
    explicit AppearanceSettings(UiContext &context, QWidget *parent = nullptr);

protected:
    void themeChanged() override;
    void retranslate() override;

private:
    void fill();
    void connectControls();
    /// Shows what is set now; changes nothing.
    void showSettings();
    void showThemeHint();

    UiContext &m_context;
    QFormLayout *m_form {nullptr};
    QComboBox *m_theme;
    QLabel *m_themeHint;
    QComboBox *m_language;
    QComboBox *m_textScale;
    QComboBox *m_density;
    QComboBox *m_charts;
    QComboBox *m_motion;
    QCheckBox *m_rail;
};

} // namespace vigie
