// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "backend/client/connector.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/openprofile.h"
#include "ui/text/words.h"
#include "widgets/agebadge.h"
#include "widgets/topbar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace vigie {

TopBar::TopBar(UiContext &context, QWidget *parent)
    : ThemedWidget(context.theme, parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("topBar"));
    build();
    connect(&context.session, &Session::stateChanged, this, &TopBar::refresh);
    connect(&context.connector, &Connector::profileChanged, this, &TopBar::refresh);
    connect(&context.session, &Session::heard, this, &TopBar::refresh);
    connect(&context.session, &Session::restored, this, &TopBar::refresh);
    connect(&context.actions, &ActionRegistry::changed, this,
            [this] { m_search->setShortcutText(m_context.actions.shownKeys(QStringLiteral("palette.open"))); });
    retranslate();
    themeChanged();
}

void TopBar::build()
{
    m_search = new SearchButton(theme(), this);
    m_search->setObjectName(QStringLiteral("paletteButton"));
    connect(m_search, &SearchButton::clicked, this, &TopBar::paletteRequested);
    m_pending = new QLabel(this);
    m_pending->setObjectName(QStringLiteral("pendingKeys"));
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("connectionState"));
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("profileMenu"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &TopBar::fillProfiles);
    m_profile = new QToolButton(this);
    m_profile->setObjectName(QStringLiteral("profileButton"));
    m_profile->setPopupMode(QToolButton::InstantPopup);
    m_profile->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_profile->setAutoRaise(true);
    m_profile->setMenu(m_menu);
    m_clock = new ClockLabel(theme(), m_context.clock, this);
    m_clock->setObjectName(QStringLiteral("clock"));
    m_clock->setTimeZone(QTimeZone::systemTimeZone());
    m_age = new AgeBadge(theme(), m_context.clock, this);
    m_age->setObjectName(QStringLiteral("dataAge"));

    auto *row = new QHBoxLayout(this);
    row->setSpacing(12);
    row->addWidget(m_search);
    row->addWidget(m_pending);
    row->addStretch(1);
    row->addWidget(m_profile);
    row->addWidget(m_state);
    row->addWidget(m_clock);
    row->addWidget(m_age);
}

void TopBar::themeChanged()
{
    layout()->setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8));
    m_search->setMinimumWidth(theme().px(260));
    m_search->setMaximumWidth(theme().px(420));
    m_state->setFont(theme().ui(FontRole::Small));
    m_pending->setFont(theme().numeric(FontRole::Small));
}

void TopBar::retranslate()
{
    m_profile->setAccessibleName(tr("Server profile"));
    m_clock->setLocale(QLocale());
    refresh();
}

void TopBar::setPendingKeys(const QString &keys)
{
    m_pending->setText(keys.isEmpty() ? QString() : QString(keys % QStringLiteral(" …")));
}

void TopBar::refresh()
{
    const Session &session = m_context.session;
    m_profile->setText(profileName(m_context.connector.profile()));
    const std::string &user = session.user().name;
    const bool signedIn = session.state() == Session::State::Live && !m_context.connector.profile().isPrivate();
    m_profile->setToolTip(signedIn && !user.empty()
                              ? tr("Choose the server to watch. Signed in as %1.").arg(toQString(user))
                              : tr("Choose the server to watch"));
    const QString word = sessionStateWord(session.state());
    if (m_state->text() != word)
        m_state->setText(word);
    std::optional<Timestamp> at;
    if (const auto age = session.dataAge())
        at = m_context.clock.now() - *age;
    else
        at = session.cachedAt();
    m_age->setUpdatedAt(at);
}

void TopBar::fillProfiles()
{
    m_menu->clear();
    for (const Profile &profile : m_context.profiles.profiles()) {
        QAction *action = m_menu->addAction(profileLabel(profile));
        action->setCheckable(true);
        action->setChecked(profile.id == m_context.connector.profile().id);
        connect(action, &QAction::triggered, this, [this, profile] { openProfile(m_context, profile); });
    }
    m_menu->addSeparator();
    for (const char *id : {"connection.signIn", "connection.retry", "profiles.manage"}) {
        const QString name = QLatin1String(id);
        if (!m_context.actions.find(name))
            continue;
        QAction *action = m_menu->addAction(m_context.actions.title(name));
        const QString whyNot = m_context.actions.whyNot(name);
        action->setEnabled(whyNot.isEmpty());
        action->setToolTip(whyNot);
        connect(action, &QAction::triggered, this, [this, name] { m_context.actions.trigger(name); });
    }
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().surface().canvas);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().border().weak);
}

} // namespace vigie
