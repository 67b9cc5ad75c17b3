// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

class QPushButton;

namespace vigie {

/// The "12 new" bar over a table whose updates are held back. Hidden at 0. A click or its key applies them.
class PendingBar : public ThemedWidget {
    Q_OBJECT
public:
    explicit PendingBar(Theme &theme, QWidget *parent = nullptr);
    void setPending(int count);
    int pending() const { return m_pending; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void applyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;
    void themeChanged() override;

private:
    QPushButton *m_button;
    int m_pending {0};
};

} // namespace vigie
