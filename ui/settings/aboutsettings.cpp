// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/aboutsettings.h"

#include "backend/client/connector.h"
#include "ui/text/words.h"
#include "widgets/factlist.h"
#include "widgets/formatting.h"

#include <QStandardPaths>

namespace vigie {

DataSettings::DataSettings(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
    , m_facts(new FactList(context.theme, this))
{
    setObjectName(QStringLiteral("settings.data"));
    setContent(m_facts);
    connect(&context.session, &Session::systemStatusChanged, this, &DataSettings::showFacts);
    connect(&context.session, &Session::stateChanged, this, &DataSettings::showFacts);
    retranslate();
}

void DataSettings::showFacts()
{
    const QLocale locale;
    const auto &status = m_context.session.systemStatus();
    const PrivateDaemon *daemon = m_context.connector.privateDaemon();
    std::vector<FactRow> facts {
        {.name = tr("Connection"), .value = profileName(m_context.connector.profile())},
        {.name = tr("State"), .value = sessionStateWord(m_context.session.state())},
        {.name = tr("Address"), .value = m_context.session.endpoint().url.toString()},
        {.name = tr("Signed in as"), .value = toQString(m_context.session.user().name)},
        {.name = tr("Daemon"),
         .value
         = status ? tr("Vigie %1 on %2").arg(toQString(status->version), toQString(status->hostname)) : QString()},
        {.name = tr("Runs for"), .value = status ? formatSpan(status->uptime, locale) : QString()},
        {.name = tr("Store"),
         .value = !status             ? QString()
             : status->store.writable ? toQString(status->store.backend)
                                      : tr("%1, cannot be written").arg(toQString(status->store.backend))},
        {.name = tr("Settings file"), .value = m_context.profiles.file()},
        {.name = tr("Offline copy"),
         .value = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QLatin1String("/vigie")},
    };
    if (daemon)
        facts.push_back({tr("Log of the daemon"), daemon->logFile()});
    else
        facts.push_back({tr("Log of the daemon"), tr("on its own machine")});
    m_facts->setFacts(facts);
}

void DataSettings::retranslate()
{
    Panel::retranslate();
    setTitle(tr("Data"));
    showFacts();
}

AboutSettings::AboutSettings(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_facts(new FactList(context.theme, this))
{
    setObjectName(QStringLiteral("settings.about"));
    setContent(m_facts);
    retranslate();
}

void AboutSettings::retranslate()
{
    Panel::retranslate();
    setTitle(tr("About"));
    m_facts->setFacts(
        {{.name = tr("Vigie"), .value = QStringLiteral(VIGIE_VERSION)},
         {.name = tr("Licence"),
          .value = tr("GNU General Public License, version 3 or later. You may use, study, share and change it. "
                      "It comes without any warranty.")},
         {.name = tr("Copyright"), .value = QStringLiteral("© 2026 The Vigie authors")},
         {.name = tr("Made with"),
          .value
          = QLatin1String("Qt ") + QString::fromLatin1(qVersion()) + QStringLiteral(", QtKeychain, simdjson, RE2")},
         {.name = tr("Icons"), .value = tr("Breeze icons of KDE, GNU Lesser General Public License 3 or later")},
         {.name = tr("Fonts"), .value = tr("Inter and JetBrains Mono, SIL Open Font License 1.1")}});
}

} // namespace vigie
