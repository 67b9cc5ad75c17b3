// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

#include <vector>

namespace vigie {

struct NavPage {
    QString id;
    QString text; ///< translated
    QString icon; ///< name for themedIcon()
    QString shortcut; ///< shown in the tooltip, e.g. "g i"
};

/// The rail at the left: name, pages with count badges, the current one marked. Icons only when collapsed.
/// One tab stop; up/down move, Enter or Space chooses.
class NavRail : public ThemedWidget {
    Q_OBJECT
public:
    explicit NavRail(Theme &theme, QWidget *parent = nullptr);

    /// Call again after a language change. Keeps current page and counts by id.
    void setPages(std::vector<NavPage> pages);
    /// 0 hides the badge. `look` colours it (critical and high as solid chips).
    void setCount(const QString &id, int count, SeverityLook look = SeverityLook::Unknown);
    void setCurrent(const QString &id);
    QString current() const { return m_current; }
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    /// Pages from this index on stand at the bottom (e.g. settings). -1: none.
    void setBottomFrom(int index);

    std::size_t pageCount() const { return m_pages.size(); }
    const NavPage &page(std::size_t index) const { return m_pages[index]; }
    QRect pageRect(std::size_t index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageRequested(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;
    void retranslate() override;

private:
    int indexOf(const QString &id) const;
    void place();

    std::vector<NavPage> m_pages;
    std::vector<class NavButton *> m_buttons;
    QString m_current;
    int m_bottomFrom {-1};
    bool m_collapsed {false};
};

} // namespace vigie
