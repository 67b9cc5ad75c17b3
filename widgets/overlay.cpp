// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overlay.h"

#include "widgets/stylepainter.h"

#include <QApplication>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace vigie {

Overlay::Overlay(Theme &theme, QWidget *host)
    : ThemedWidget(theme, host)
{
    setFocusPolicy(Qt::StrongFocus);
    host->installEventFilter(this);
    hide();
}

void Overlay::showOver()
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    place();
    raise();
    show();
}

void Overlay::dismiss()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    m_focusBefore = nullptr;
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = theme().isDark() ? QColor(0, 0, 0) : theme().text().primary;
    veil.setAlphaF(theme().isDark() ? 0.55F : 0.30F);
    painter.fillRect(rect(), veil);
    drawRounded(painter, boxRect(), Theme::dialogRadius, theme().surface().overlay, theme().border().strong);
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!boxRect().contains(event->position().toPoint()))
        dismiss();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        place();
    }
    return ThemedWidget::eventFilter(watched, event);
}

} // namespace vigie
