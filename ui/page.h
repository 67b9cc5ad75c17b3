// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uicontext.h"
#include "widgets/themedwidget.h"

namespace vigie {

/// One page of the window. Built once at the start, cheap until it is shown; it learns through the session's signals,
/// and never polls. Override retranslate() to set every text again: it must not lose what the user typed or selected.
class Page : public ThemedWidget {
    Q_OBJECT
public:
    explicit Page(UiContext &context, QWidget *parent = nullptr);

    /// Stable: "overview", "incidents". Also the objectName ("page.incidents") and the word for --page.
    virtual QString id() const = 0;
    virtual QString title() const = 0; ///< translated
    virtual QString iconName() const = 0; ///< for themedIcon()
    /// Default keys to get here, "G, I"; the shell makes the action "go.<id>".
    virtual QString keys() const { return {}; }
    /// Stands at the bottom of the rail.
    virtual bool isAtBottom() const { return false; }

    int badgeCount() const { return m_badgeCount; }
    SeverityLook badgeLook() const { return m_badgeLook; }

    /// It is shown now: set the focus where keys should go, start what only matters when visible.
    virtual void activate() { }
    virtual void deactivate() { }
    /// The real data are on screen (for --screenshot).
    virtual bool hasData() const { return true; }
    /// From Navigator::go(); before activate().
    virtual void openWith(const QUrlQuery &what) { Q_UNUSED(what) }
    /// "/" was pressed.
    virtual void focusFilter() { }
    /// Escape in a text field: the keys go to the page again. False: the page has nothing to take them.
    virtual bool focusContent() { return false; }
    /// F5: ask for everything again.
    virtual void refresh() { }
    /// Rows of the main table, for --stats.
    virtual int rowsShown() const { return 0; }

Q_SIGNALS:
    void badgeChanged(int count, vigie::SeverityLook look);

protected:
    UiContext &context() const { return m_context; }
    /// 0 hides it.
    void setBadge(int count, SeverityLook look);

private:
    UiContext &m_context;
    int m_badgeCount {0};
    SeverityLook m_badgeLook {SeverityLook::Unknown};
};

} // namespace vigie
