// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

#include <QPointer>

namespace vigie {

/// Covers its host and dims it; a box inside holds the content. Takes the focus while it is open and gives it back. A
/// child of the host, so no window manager takes part. A click beside the box closes it.
class Overlay : public ThemedWidget {
    Q_OBJECT
public:
    Overlay(Theme &theme, QWidget *host);
    void dismiss();
    bool isOpen() const { return isVisible(); }

protected:
    void showOver();
    virtual QRect boxRect() const = 0;
    virtual void place() { }
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_focusBefore;
};

} // namespace vigie
