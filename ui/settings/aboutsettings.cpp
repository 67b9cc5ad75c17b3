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
        {tr("Connection"), profileName(m_context.connector.profile())},
        {tr("State"), sessionStateWord(m_context.session.state())},
        {tr("Address"), m_context.session.endpoint().url.toString()},
        {tr("Signed in as"), toQString(m_context.session.user().name)},
        {tr("Daemon"),
         status ? tr("Vigie %1 on %2").arg(toQString(status->version), toQString(status->hostname)) : QString()},
        {tr("Runs for"), status ? formatSpan(status->uptime, locale) : QString()},
        {tr("Store"),
         !status                      ? QString()
             : status->store.writable ? toQString(status->store.backend)
                                      : tr("%1, cannot be written").arg(toQString(status->store.backend))},
        {tr("Settings file"), m_context.profiles.file()},
        {tr("Offline copy"),
         QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QLatin1String("/vigie")},
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
        {{tr("Vigie"), QStringLiteral(VIGIE_VERSION)},
         {tr("Licence"),
          tr("GNU General Public License, version 3 or later. You may use, study, share and change it. "
             "It comes without any warranty.")},
         {tr("Copyright"), QStringLiteral("© 2026 The Vigie authors")},
         {tr("Made with"),
          QLatin1String("Qt ") + QString::fromLatin1(qVersion()) + QStringLiteral(", QtKeychain, simdjson, RE2")},
         {tr("Icons"), tr("Breeze icons of KDE, GNU Lesser General Public License 3 or later")},
         {tr("Fonts"), tr("Inter and JetBrains Mono, SIL Open Font License 1.1")}});
}

} // namespace vigie
