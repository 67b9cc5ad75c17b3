// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/givensecret.h"
#include "app/console/options.h"
#include "backend/client/connector.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/appearance.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notices.h"
#include "ui/shell/preferences.h"
#include "widgets/theme.h"

#include <QObject>

class QApplication;

namespace vigie {

class Screenshot;
class StatsWriter;

/// Everything the console is made of, in the order it is built; members further down use those above.
class Console : public QObject {
    Q_OBJECT
public:
    Console(QApplication &app, ConsoleOptions options);
    ~Console() override;

    /// Shows the window and connects. Empty on success, else a translated reason.
    QString start();

private:
    Profile startProfile() const;
    PrivateDaemonOptions daemonOptions() const;
    static QString cacheFile(const Profile &profile);
    SessionOptions sessionOptions() const;
    QString startTools();

    ConsoleOptions m_options;
    SystemClock m_clock;
    ProfileStore m_profiles;
    Preferences m_preferences;
    Profile m_startProfile;
    Theme m_theme;
    Language m_language;
    Appearance m_appearance;
    WorkerThread m_worker;
    KeyringSecretStore m_keyring;
    GivenSecret m_secrets;
    Session m_session;
    Connector m_connector;
    ActionRegistry m_actions;
    Notices m_notices;
    Navigator m_navigator;
    UiContext m_context;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<StatsWriter> m_stats;
    std::unique_ptr<Screenshot> m_screenshot;
};

} // namespace vigie
