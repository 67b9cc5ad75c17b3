// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/aboutsettings.h"

#include "backend/client/connector.h"
#include "ui/text/words.h"
#include "widgets/formatting.h"

#include <QFormLayout>
#include <QLabel>
#include <QStandardPaths>

namespace vigie {

FactsPanel::FactsPanel(Theme &theme, QWidget *parent)
    : Panel(theme, {}, parent)
    , m_form(nullptr)
{
    auto *content = new QWidget(this);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(5);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setContent(content);
}

void FactsPanel::setFacts(const std::vector<Fact> &facts)
{
    while (m_values.size() < facts.size()) {
        auto *name = new QLabel(content());
        auto *value = new QLabel(content());
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setFocusPolicy(Qt::ClickFocus);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_form->addRow(name, value);
        m_names.push_back(name);
        m_values.push_back(value);
        themeChanged();
    }
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const QString value = facts[i].value.isEmpty() ? QStringLiteral("–") : facts[i].value;
        m_names[i]->setText(facts[i].name);
        if (m_values[i]->text() != value)
            m_values[i]->setText(value);
    }
}

void FactsPanel::themeChanged()
{
    Panel::themeChanged();
    for (QLabel *name : m_names) {
        QPalette palette = name->palette();
        palette.setColor(QPalette::WindowText, theme().text().secondary);
        name->setPalette(palette);
    }
}

DataSettings::DataSettings(UiContext &context, QWidget *parent)
    : FactsPanel(context.theme, parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("settings.data"));
    connect(&context.session, &Session::systemStatusChanged, this, &DataSettings::showFacts);
    connect(&context.session, &Session::stateChanged, this, &DataSettings::showFacts);
    retranslate();
}

void DataSettings::showFacts()
{
    const QLocale locale;
    const auto &status = m_context.session.systemStatus();
    const PrivateDaemon *daemon = m_context.connector.privateDaemon();
    std::vector<Fact> facts {
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
    setFacts(facts);
}

void DataSettings::retranslate()
{
    FactsPanel::retranslate();
    setTitle(tr("Data"));
    showFacts();
}

AboutSettings::AboutSettings(UiContext &context, QWidget *parent)
    : FactsPanel(context.theme, parent)
{
    setObjectName(QStringLiteral("settings.about"));
    retranslate();
}

void AboutSettings::retranslate()
{
    FactsPanel::retranslate();
    setTitle(tr("About"));
    setFacts({{tr("Vigie"), QStringLiteral(VIGIE_VERSION)},
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
