// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/connector.h"
#include "ui/page.h"
#include "ui/shell/keymap.h"

#include <QHash>
#include <QMainWindow>

#include <memory>
#include <vector>

class QStackedWidget;

namespace vigie {

class CommandPalette;
class ConnectionBanner;
class NavRail;
class ShortcutSheet;
class ToastHost;
class TopBar;

/// The console's window: rail, top bar, banner, pages, and what lies over them (palette, key sheet, toasts). Knows the
/// pages only by their interface. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `pages` in the order of the rail. The context outlives the window.
    MainWindow(UiContext &context, std::vector<std::unique_ptr<Page>> pages);
    ~MainWindow() override;

    Page *currentPage() const;
    Page *page(const QString &id) const;
    /// False for an unknown id.
    bool showPage(const QString &id, const QUrlQuery &what = {});
    QStringList pageIds() const;
    /// Asks for the token of the profile that is open.
    void askForToken(Connector::Need need);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void addPages(std::vector<std::unique_ptr<Page>> pages);
    void connectContext();
    void connectConnector();
    void sayDaemonFailed(const Error &error);
    void daemonIsBack();
    void retryConnection();
    void restoreWindow();
    void retranslate();
    void fillRail();
    void addActions();
    void addPageActions();
    void addWindowActions();
    void addConnectionActions();
    void addLookActions();
    void addAction(const char *id, std::function<QString()> title, std::function<QString()> category, const char *keys,
                   std::function<void()> run, const char *keywords = "");
    void openPalette();
    void paletteQuery(const QString &text);
    void fillPalette(const QString &text);
    void runPaletteEntry(const QString &id);
    void showKeys();
    void toggleFullScreen();

    UiContext &m_context;
    NavRail *m_rail {nullptr};
    TopBar *m_topBar {nullptr};
    ConnectionBanner *m_banner {nullptr};
    QStackedWidget *m_stack {nullptr};
    CommandPalette *m_palette {nullptr};
    ShortcutSheet *m_sheet {nullptr};
    ToastHost *m_toasts {nullptr};
    std::unique_ptr<KeyMap> m_keyMap;
    std::vector<Page *> m_pages;
    QHash<QString, Page *> m_byId;
    QPointer<class TokenDialog> m_tokenDialog;
    Qt::WindowStates m_beforeFullScreen;
    std::optional<int> m_daemonFailure; ///< its notice: once for each outage, not for each attempt
};

} // namespace vigie
