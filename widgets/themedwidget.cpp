// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/themedwidget.h"

#include <QEvent>

namespace vigie {

ThemedWidget::ThemedWidget(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        themeChanged();
        updateGeometry();
        update();
    });
}

bool ThemedWidget::showsFocusRing() const
{
    return hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void ThemedWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace vigie
