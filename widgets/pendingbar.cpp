// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pendingbar.h"

#include "widgets/stylepainter.h"
#include "widgets/vigiestyle.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace vigie {

PendingBar::PendingBar(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("pendingBar"));
    m_button->setObjectName(QStringLiteral("applyPending"));
    setButtonLook(*m_button, ButtonLook::Quiet);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button, 1);
    connect(m_button, &QPushButton::clicked, this, &PendingBar::applyRequested);
    setFixedHeight(theme.rowHeight());
    hide();
}

void PendingBar::setPending(int count)
{
    if (count == m_pending)
        return;
    m_pending = count;
    retranslate();
    setVisible(count > 0);
}

QSize PendingBar::sizeHint() const
{
    return {m_button->sizeHint().width(), theme().rowHeight()};
}

void PendingBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().accent().subtle);
    painter.fillRect(0, height() - 1, width(), 1, theme().accent().main);
}

void PendingBar::retranslate()
{
    //: bar above a table whose updates wait; %n rows changed or came in since
    const QString text = tr("%n new, click to show", nullptr, m_pending);
    m_button->setText(text);
    m_button->setAccessibleName(text);
    setAccessibleName(text);
}

void PendingBar::themeChanged()
{
    setFixedHeight(theme().rowHeight());
}

} // namespace vigie
