// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page.h"

namespace vigie {

Page::Page(UiContext &context, QWidget *parent)
    : ThemedWidget(context.theme, parent)
    , m_context(context)
{
}

void Page::setBadge(int count, SeverityLook look)
{
    if (count == m_badgeCount && look == m_badgeLook)
        return;
    m_badgeCount = count;
    m_badgeLook = look;
    Q_EMIT badgeChanged(count, look);
}

} // namespace vigie
