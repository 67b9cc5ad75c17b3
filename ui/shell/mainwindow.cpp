// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/actionregistry.h"
#include "ui/shell/connectionbanner.h"
#include "ui/shell/notices.h"
#include "ui/shell/preferences.h"
#include "ui/shell/tokendialog.h"
#include "ui/shell/topbar.h"
#include "ui/text/words.h"
#include "widgets/commandpalette.h"
#include "widgets/icons.h"
#include "widgets/navrail.h"
#include "widgets/shortcutsheet.h"
#include "widgets/toast.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

MainWindow::MainWindow(UiContext &context, std::vector<std::unique_ptr<Page>> pages)
    : m_context(context)
{
    setObjectName(QStringLiteral("mainWindow"));
    build();
    addPages(std::move(pages));
    addActions();
    connectContext();
    retranslate();
    restoreWindow();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *central = new QWidget(this);
    m_rail = new NavRail(m_context.theme, central);
    m_rail->setObjectName(QStringLiteral("navRail"));
    m_topBar = new TopBar(m_context, central);
    m_banner = new ConnectionBanner(m_context.theme, m_context.session, m_context.clock, central);
    m_stack = new QStackedWidget(central);
    m_stack->setObjectName(QStringLiteral("pages"));

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(central);

    m_palette = new CommandPalette(m_context.theme, central);
    m_palette->setObjectName(QStringLiteral("commandPalette"));
    m_sheet = new ShortcutSheet(m_context.theme, central);
    m_sheet->setObjectName(QStringLiteral("shortcutSheet"));
    m_toasts = new ToastHost(m_context.theme, central);
    m_context.notices.attach(m_toasts);
    m_keyMap = std::make_unique<KeyMap>(m_context.actions, this,
                                        [this] { return currentPage() ? currentPage()->id() : QString(); });
    m_keyMap->setOverlayTest([this] { return m_palette->isOpen() || m_sheet->isVisible(); });
    m_keyMap->setLeaveField([this] { return currentPage() && currentPage()->focusContent(); });
    setMinimumSize(960, 600);
}

void MainWindow::addPages(std::vector<std::unique_ptr<Page>> pages)
{
    // NOLINTNEXTLINE(modernize-use-ranges): clang 14 cannot read a subrange of g++ 12
    std::stable_partition(pages.begin(), pages.end(), [](const auto &page) { return !page->isAtBottom(); });
    for (auto &made : pages) {
        Page *page = made.release();
        page->setObjectName(QString(QLatin1String("page.") % page->id()));
        m_stack->addWidget(page);
        m_pages.push_back(page);
        m_byId.insert(page->id(), page);
        connect(page, &Page::badgeChanged, this,
                [this, page](int count, SeverityLook look) { m_rail->setCount(page->id(), count, look); });
    }
}

void MainWindow::connectContext()
{
    connect(m_rail, &NavRail::pageRequested, this, [this](const QString &id) { showPage(id); });
    connect(m_topBar, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_palette, &CommandPalette::triggered, this, &MainWindow::runPaletteEntry);
    connect(m_palette, &CommandPalette::queryChanged, this, &MainWindow::paletteQuery);
    connect(m_palette, &CommandPalette::recentChanged, this,
            [this](const QStringList &ids) { m_context.preferences.setState(QStringLiteral("palette/recent"), ids); });
    m_palette->setRecent(m_context.preferences.state(QStringLiteral("palette/recent")).toStringList());
    connect(m_keyMap.get(), &KeyMap::pendingChanged, m_topBar, &TopBar::setPendingKeys);
    connect(&m_context.navigator, &Navigator::requested, this,
            [this](const QString &id, const QUrlQuery &what) { showPage(id, what); });
    connect(&m_context.actions, &ActionRegistry::pageNeeded, this, [this](const QString &id) { showPage(id); });
    connect(&m_context.actions, &ActionRegistry::refused, this,
            [this](const QString &, const QString &reason) { m_context.notices.say(reason, SeverityLook::Low); });
    connect(&m_context.actions, &ActionRegistry::changed, this, &MainWindow::fillRail);
    connect(&m_context.preferences, &Preferences::changed, this,
            [this] { m_rail->setCollapsed(m_context.preferences.settings().railCollapsed); });
    connect(&m_context.preferences, &Preferences::savingFailed, this, [this](const Error &error) {
        m_context.notices.say(tr("The setting was not stored: the file %1 of this console is damaged or cannot be "
                                 "written (%2).",
                                 "1: file, 2: reason")
                                  .arg(m_context.profiles.file(), toQString(error.detail)),
                              SeverityLook::Critical, 0);
    });
    connect(m_banner, &ConnectionBanner::signInRequested, this, [this] {
        if (m_context.connector.profile().isPrivate())
            m_context.connector.open(m_context.connector.profile()); // its token is in the daemon's file
        else
            askForToken(Connector::Need::Refused);
    });
    connect(m_banner, &ConnectionBanner::connectRequested, this, &MainWindow::retryConnection);
    connectConnector();
}

void MainWindow::connectConnector()
{
    const Connector &connector = m_context.connector;
    connect(&connector, &Connector::tokenNeeded, this, &MainWindow::askForToken);
    connect(&connector, &Connector::keepingFailed, this, [this](const Error &error) {
        m_context.notices.sayFailed(tr("The token could not be kept in the keyring."), error);
    });
    connect(&connector, &Connector::daemonFailed, this, &MainWindow::sayDaemonFailed);
    connect(&m_context.session, &Session::loaded, this, &MainWindow::daemonIsBack);
}

/// Without a session (nobody gave the token) the profile is opened anew, which asks for what is missing.
void MainWindow::retryConnection()
{
    if (m_context.session.state() == Session::State::Offline)
        m_context.connector.open(m_context.connector.profile());
    else
        m_context.session.retryNow();
}

void MainWindow::sayDaemonFailed(const Error &error)
{
    if (m_daemonFailure)
        return;
    QString text = tr("The program vigied was not found; install it, or choose a server in the settings.");
    if (error.code != Error::Code::NotFound) {
        text = tr("The server of this machine did not start: %1. Another attempt follows by itself.")
                   .arg(toQString(error.detail));
        if (const PrivateDaemon *daemon = m_context.connector.privateDaemon())
            text += QLatin1Char(' ') % tr("Its log is %1.", "1: file").arg(daemon->logFile());
    }
    m_daemonFailure = m_context.notices.say(text, SeverityLook::High, 0);
}

void MainWindow::daemonIsBack()
{
    if (const auto notice = std::exchange(m_daemonFailure, std::nullopt))
        m_context.notices.withdraw(*notice);
}

void MainWindow::restoreWindow()
{
    resize(1440, 860);
    restoreGeometry(m_context.preferences.settings().windowGeometry);
    m_rail->setCollapsed(m_context.preferences.settings().railCollapsed);
    if (!showPage(m_context.preferences.settings().lastPage) && !m_pages.empty())
        showPage(m_pages.front()->id());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.preferences.update([this](ConsoleSettings &settings) {
        settings.windowGeometry = saveGeometry();
        settings.lastPage = currentPage() ? currentPage()->id() : QString();
        settings.railCollapsed = m_rail->isCollapsed();
    });
    QMainWindow::closeEvent(event);
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

Page *MainWindow::page(const QString &id) const
{
    return m_byId.value(id);
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const Page *one : m_pages)
        ids << one->id();
    return ids;
}

bool MainWindow::showPage(const QString &id, const QUrlQuery &what)
{
    Page *next = page(id);
    if (!next)
        return false;
    if (!what.isEmpty())
        next->openWith(what);
    Page *before = currentPage();
    const bool first = m_rail->current().isEmpty();
    if (next == before && !first)
        return true;
    if (before && !first)
        before->deactivate();
    m_stack->setCurrentWidget(next);
    m_rail->setCurrent(id);
    m_context.actions.setPage(id);
    next->activate();
    // Keys go to what is looked at, not to the first button of the bar.
    if (!focusWidget() || !next->isAncestorOf(focusWidget()))
        next->setFocus(Qt::OtherFocusReason);
    setWindowTitle(tr("%1 – Vigie", "1: page").arg(next->title()));
    return true;
}

void MainWindow::fillRail()
{
    std::vector<NavPage> entries;
    int bottom = -1;
    for (const Page *one : m_pages) {
        if (one->isAtBottom() && bottom < 0)
            bottom = int(entries.size());
        entries.push_back({one->id(), one->title(), one->iconName(),
                           m_context.actions.shownKeys(QString(QLatin1String("go.") % one->id()))});
    }
    m_rail->setPages(std::move(entries));
    m_rail->setBottomFrom(bottom);
    for (const Page *one : m_pages)
        m_rail->setCount(one->id(), one->badgeCount(), one->badgeLook());
}

void MainWindow::retranslate()
{
    fillRail();
    if (const Page *shown = currentPage())
        setWindowTitle(tr("%1 – Vigie", "1: page").arg(shown->title()));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::askForToken(Connector::Need need)
{
    if (m_tokenDialog)
        return;
    m_tokenDialog = new TokenDialog(profileName(m_context.connector.profile()), need,
                                    m_context.preferences.settings().rememberTokens, this);
    connect(m_tokenDialog, &TokenDialog::tokenGiven, this, [this](const std::string &token, bool keep) {
        m_context.preferences.update([keep](ConsoleSettings &settings) { settings.rememberTokens = keep; });
        m_context.connector.supplyToken(token, keep);
    });
    m_tokenDialog->open();
}

void MainWindow::toggleFullScreen()
{
    if (isFullScreen()) {
        setWindowState(m_beforeFullScreen);
        return;
    }
    m_beforeFullScreen = windowState();
    setWindowState(Qt::WindowFullScreen);
}

} // namespace vigie
