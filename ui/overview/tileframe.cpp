// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/tileframe.h"

#include <QPainter>
#include <QVBoxLayout>

namespace vigie {

TileFrame::TileFrame(Theme &theme, QWidget *content, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1); // the content has its own padding
    layout->addWidget(content);
}

void TileFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().border().weak);
    painter.setBrush(theme().surface().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::panelRadius, Theme::panelRadius);
}

} // namespace vigie
