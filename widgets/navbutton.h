// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QAbstractButton>

namespace vigie {

struct NavPage;

/// One page in the rail: icon, text, count badge.
class NavButton : public QAbstractButton {
    Q_OBJECT
public:
    NavButton(Theme &theme, const NavPage &page, QWidget *parent);
    void setPage(const NavPage &page);
    void setBadge(int count, SeverityLook look);
    void setCurrent(bool current);
    void setCollapsed(bool collapsed);
    QString pageId() const { return m_id; }
    int count() const { return m_count; }
    SeverityLook look() const { return m_look; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintBadge(QPainter &painter, const QRect &inner) const;
    void updateTexts();

    Theme &m_theme;
    QString m_id;
    QString m_icon;
    QString m_shortcut;
    int m_count {0};
    SeverityLook m_look {SeverityLook::Unknown};
    bool m_current {false};
    bool m_collapsed {false};
};

} // namespace vigie
