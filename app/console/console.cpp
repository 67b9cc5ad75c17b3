// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/screenshot.h"
#include "ui/pages.h"
#include "ui/shell/statswriter.h"

#include <QApplication>
#include <QStandardPaths>

namespace vigie {

Console::Console(QApplication &app, ConsoleOptions options)
    : m_options(std::move(options))
    , m_preferences(m_profiles)
    , m_startProfile(startProfile())
    , m_appearance(m_theme, m_language, m_preferences)
    , m_worker(QStringLiteral("vigie-worker"))
    , m_secrets(m_keyring, m_options.url.isEmpty() ? QString() : m_startProfile.secretKey(), m_options.token)
    , m_session(m_worker, m_clock, sessionOptions())
    , m_connector(m_session, m_secrets, m_worker, daemonOptions())
    , m_actions(m_preferences)
    , m_context {.theme = m_theme,
                 .clock = m_clock,
                 .worker = m_worker,
                 .session = m_session,
                 .connector = m_connector,
                 .profiles = m_profiles,
                 .secrets = m_secrets,
                 .preferences = m_preferences,
                 .actions = m_actions,
                 .notices = m_notices,
                 .navigator = m_navigator}
{
    m_appearance.overrideTheme(m_options.theme);
    m_appearance.overrideLanguage(m_options.language);
    m_appearance.apply();
    m_theme.apply(app);
}

Console::~Console() = default;

Profile Console::startProfile() const
{
    if (!m_options.url.isEmpty()) {
        Profile profile;
        profile.id = QStringLiteral("command-line");
        profile.name = m_options.url.host();
        profile.url = m_options.url;
        return profile;
    }
    const QString wanted = m_options.profile.isEmpty() ? m_preferences.settings().lastProfile : m_options.profile;
    const std::vector<Profile> profiles = m_profiles.profiles();
    for (const Profile &profile : profiles) {
        if (profile.id == wanted || (!profile.name.isEmpty() && profile.name == wanted))
            return profile;
    }
    return profiles.front();
}

PrivateDaemonOptions Console::daemonOptions() const
{
    PrivateDaemonOptions options;
    options.configFile = m_options.daemonConfig;
    return options;
}

QString Console::cacheFile(const Profile &profile)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    // One file for each server: an offline start never shows another one's incidents.
    const QString server = profile.isPrivate()
        ? QString()
        : QString(QLatin1Char('-') % QString::number(qHash(profile.url.toString()), 16));
    return QString(folder % QLatin1String("/vigie/session-") % profile.id % server % QLatin1String(".json"));
}

SessionOptions Console::sessionOptions() const
{
    SessionOptions options;
    options.cacheFile = cacheFile(m_startProfile);
    return options;
}

QString Console::start()
{
    if (!m_options.profile.isEmpty() && m_startProfile.id != m_options.profile
        && m_startProfile.name != m_options.profile)
        return tr("There is no profile “%1”.").arg(m_options.profile);
    m_window = std::make_unique<MainWindow>(m_context, makePages(m_context));
    if (!m_options.page.isEmpty() && !m_window->showPage(m_options.page))
        return tr("There is no page “%1”. There are %2.")
            .arg(m_options.page, m_window->pageIds().join(QLatin1String(", ")));
    if (m_options.size)
        m_window->resize(*m_options.size);
    if (const QString problem = startTools(); !problem.isEmpty())
        return problem;
    m_window->show();
    m_connector.setCacheFiles(&Console::cacheFile);
    m_connector.open(m_startProfile);
    if (m_options.url.isEmpty())
        m_preferences.update([this](ConsoleSettings &settings) { settings.lastProfile = m_startProfile.id; });
    return {};
}

QString Console::startTools()
{
    if (!m_options.stats.isEmpty()) {
        StatsWriter::Shown shown;
        shown.rows = [this] {
            const Page *page = m_window->currentPage();
            return page ? page->rowsShown() : 0;
        };
        shown.hasData = [this] {
            const Page *page = m_window->currentPage();
            return page && page->hasData();
        };
        m_stats = std::make_unique<StatsWriter>(m_session, m_clock, std::move(shown));
        if (const QString problem = m_stats->open(m_options.stats); !problem.isEmpty())
            return tr("The file %1 cannot be written: %2.").arg(m_options.stats, problem);
    }
    if (!m_options.screenshot.isEmpty())
        m_screenshot = std::make_unique<Screenshot>(*m_window, m_session, m_options.screenshot);
    return {};
}

} // namespace vigie
