// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/session.h"
#include "ui/uicontext.h"
#include "widgets/themedwidget.h"

class QLabel;
class QMenu;
class QToolButton;

namespace vigie {

class AgeBadge;
class ClockLabel;
class SearchButton;

/// Palette button, profile menu with the state of the connection in words, clock and age of the data.
class TopBar : public ThemedWidget {
    Q_OBJECT
public:
    explicit TopBar(UiContext &context, QWidget *parent = nullptr);
    /// "g …" while a key sequence is half typed.
    void setPendingKeys(const QString &keys);

Q_SIGNALS:
    void paletteRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;
    void retranslate() override;

private:
    void build();
    void refresh();
    void fillProfiles();

    UiContext &m_context;
    SearchButton *m_search {nullptr};
    QLabel *m_pending {nullptr};
    QLabel *m_state {nullptr};
    QToolButton *m_profile {nullptr};
    QMenu *m_menu {nullptr};
    ClockLabel *m_clock {nullptr};
    AgeBadge *m_age {nullptr};
};

} // namespace vigie
