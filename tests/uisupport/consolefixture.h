// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/connector.h"
#include "tests/client/fakedaemon.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notices.h"
#include "ui/shell/preferences.h"
#include "widgets/theme.h"

#include <QTemporaryDir>

namespace vigie::test {

/// A whole console against a daemon in memory: own folders, own settings, real window.
class ConsoleFixture {
public:
    ConsoleFixture();
    ~ConsoleFixture();
    /// Signs in through the profile of the fake daemon.
    void connectNow();
    /// Makes and shows the window with every page; waits for nothing.
    MainWindow &openWindow(const QSize &size = {1280, 720});
    Incident makeIncident(const std::string &id, Severity severity, const std::string &title);
    template<typename Widget>
    Widget *find(const char *name)
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }

    QTemporaryDir folder;
    FakeDaemon daemon;
    SystemClock clock;
    ProfileStore profiles;
    Preferences preferences;
    Theme theme;
    Language language;
    WorkerThread worker;
    MemorySecretStore secrets;
    Session session;
    Connector connector;
    ActionRegistry actions;
    Notices notices;
    Navigator navigator;
    UiContext context;
    std::unique_ptr<MainWindow> window;

private:
    static SessionOptions fastOptions();
};

} // namespace vigie::test
