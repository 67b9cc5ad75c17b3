// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connectionsettings.h"

#include "backend/client/connector.h"
#include "backend/client/secretstore.h"
#include "ui/models/texttablemodel.h"
#include "ui/settings/profiledialog.h"
#include "ui/shell/notices.h"
#include "ui/shell/openprofile.h"
#include "ui/shell/preferences.h"
#include "ui/tables/tablesetup.h"
#include "ui/text/words.h"
#include "widgets/livetableview.h"
#include "widgets/statechip.h"
#include "widgets/tabledelegate.h"
#include "widgets/vigiestyle.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace vigie {

namespace {
StateLook linkLook(Session::State state)
{
    switch (state) {
    case Session::State::Live:
        return StateLook::Up;
    case Session::State::Stale:
        return StateLook::Stale;
    case Session::State::Lost:
    case Session::State::Denied:
        return StateLook::Down;
    case Session::State::Offline:
    case Session::State::Connecting:
    case Session::State::Authenticating:
        break;
    }
    return StateLook::Pending;
}
} // namespace

ConnectionSettings::ConnectionSettings(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
    , m_model(new TextTableModel(this))
{
    setObjectName(QStringLiteral("settings.connections"));
    build();
    retranslate();
    connect(&context.session, &Session::stateChanged, this, &ConnectionSettings::showProfiles);
}

void ConnectionSettings::build()
{
    m_model->setHeaders({tr("Name"), tr("User"), tr("Address"), tr("Connection")});
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, Theme::panelPadding);
    m_table = new LiveTableView(theme(), content);
    m_table->setObjectName(QStringLiteral("settings.profiles"));
    m_table->setAutomaticHold(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setIdRole(TextTableModel::IdRole);
    m_table->setColumns({{130}, {90}, {160, true, 100}, {130}});
    auto *delegate = new TableDelegate(theme(), {-1, TextTableModel::StateRole, -1, -1}, m_table);
    delegate->setColumnKind(0, CellKind::Primary);
    delegate->setColumnKind(3, CellKind::State);
    m_table->setItemDelegate(delegate);
    m_table->setMinimumHeight(theme().px(150));
    followRowDensity(*m_table, m_context);
    layout->addWidget(m_table, 1);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Theme::panelPadding, 0, Theme::panelPadding, 0);
    const auto button = [&](const QString &name) {
        auto *made = new QPushButton(content);
        made->setObjectName(name);
        bar->addWidget(made);
        return made;
    };
    m_connect = button(QStringLiteral("settings.connect"));
    m_edit = button(QStringLiteral("settings.editProfile"));
    m_remove = button(QStringLiteral("settings.removeProfile"));
    bar->addStretch(1);
    m_add = button(QStringLiteral("settings.addProfile"));
    setButtonLook(*m_add, ButtonLook::Primary);
    layout->addLayout(bar);
    setContent(content, false);
    connect(m_connect, &QPushButton::clicked, this, &ConnectionSettings::connectToChosen);
    connect(m_add, &QPushButton::clicked, this, &ConnectionSettings::addProfile);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionSettings::remove);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const auto profile = chosen())
            edit(*profile);
    });
    connect(m_table, &LiveTableView::currentRowChanged, this, &ConnectionSettings::updateButtons);
    connect(m_table, &LiveTableView::openRequested, this, [this] {
        const auto profile = chosen();
        if (profile && !profile->isPrivate())
            edit(*profile);
    });
}

void ConnectionSettings::showProfiles()
{
    const QString current = m_context.connector.profile().id;
    std::vector<TextRow> rows;
    for (const Profile &profile : m_context.profiles.profiles()) {
        const bool active = profile.id == current;
        TextRow row;
        row.id = profile.id;
        const bool signedIn = active && !profile.isPrivate() && m_context.session.state() == Session::State::Live;
        row.cells = {profileName(profile), signedIn ? toQString(m_context.session.user().name) : profile.user,
                     profile.isPrivate() ? tr("Vigie's own daemon") : profile.url.toString(),
                     active ? sessionStateWord(m_context.session.state()) : QString()};
        row.state = active ? int(linkLook(m_context.session.state())) : -1;
        rows.push_back(std::move(row));
    }
    m_model->sync(std::move(rows));
    if (!m_table->currentIndex().isValid() && !m_table->selectId(current))
        m_table->selectRow(0);
    updateButtons();
}

std::optional<Profile> ConnectionSettings::chosen() const
{
    const QString id = m_table->currentId();
    for (const Profile &profile : m_context.profiles.profiles()) {
        if (profile.id == id)
            return profile;
    }
    return {};
}

void ConnectionSettings::updateButtons()
{
    const auto profile = chosen();
    const bool own = profile && profile->isPrivate();
    const bool connected = profile && profile->id == m_context.connector.profile().id
        && (m_context.session.state() == Session::State::Live || m_context.session.state() == Session::State::Stale);
    m_connect->setEnabled(profile && !connected);
    m_edit->setEnabled(profile && !own);
    m_remove->setEnabled(profile && !own);
    m_remove->setToolTip(own ? tr("This machine's own daemon is always there.") : QString());
}

void ConnectionSettings::addProfile()
{
    edit(Profile {});
}

void ConnectionSettings::edit(const Profile &profile)
{
    auto *dialog = new ProfileDialog(m_context, profile, window());
    connect(dialog, &ProfileDialog::saved, this, [this](const Profile &saved, bool changed) {
        // What the connection is made with is another one now.
        if (saved.id == m_context.connector.profile().id) {
            if (changed)
                openProfile(m_context, saved);
            else
                m_context.connector.rename(saved);
        }
        showProfiles();
        m_table->selectId(saved.id);
        Q_EMIT profilesChanged();
    });
    dialog->open();
}

void ConnectionSettings::remove()
{
    const auto profile = chosen();
    if (!profile)
        return;
    if (const Result<> result = m_context.profiles.removeProfile(profile->id); !result) {
        m_context.notices.sayFailed(tr("%1 could not be removed.").arg(profile->name), result.error());
        return;
    }
    m_context.connector.giveToken(*profile, {});
    showProfiles();
    Q_EMIT profilesChanged();
    // Its secret goes with it, and comes back with it.
    const auto secret = std::make_shared<std::string>();
    const auto back = std::make_shared<bool>(false);
    whenDone(m_context.secrets.read(profile->secretKey()), this,
             [this, secret, back, profile](const Result<std::string> &kept) {
                 // A keyring may ask its owner first: the undo can be quicker than the answer.
                 if (!kept || *back)
                     return;
                 *secret = *kept;
                 forgetSecret(*profile);
             });
    m_context.notices.offerUndo(tr("The connection %1 was removed.").arg(profile->name), this,
                                [this, profile, secret, back] {
                                    *back = true;
                                    bringBack(*profile, *secret);
                                });
}

void ConnectionSettings::forgetSecret(const Profile &profile)
{
    whenDone(m_context.secrets.remove(profile.secretKey()), this, [this, name = profile.name](const Result<> &result) {
        if (!result)
            m_context.notices.sayFailed(tr("The token of %1 could not be removed from the keyring.").arg(name),
                                        result.error());
    });
}

void ConnectionSettings::bringBack(const Profile &profile, const std::string &secret)
{
    if (const Result<Profile> back = m_context.profiles.saveProfile(profile); !back)
        m_context.notices.sayFailed(tr("%1 could not be brought back.").arg(profile.name), back.error());
    if (!secret.empty()) {
        whenDone(m_context.secrets.write(profile.secretKey(), secret), this, [this](const Result<> &result) {
            if (!result)
                m_context.notices.sayFailed(tr("The token could not be kept in the keyring."), result.error());
        });
    }
    showProfiles();
    Q_EMIT profilesChanged();
}

void ConnectionSettings::connectToChosen()
{
    const auto profile = chosen();
    if (!profile)
        return;
    openProfile(m_context, *profile);
    showProfiles();
}

void ConnectionSettings::retranslate()
{
    Panel::retranslate();
    setTitle(tr("Connections"));
    m_model->setHeaders({tr("Name"), tr("User"), tr("Address"), tr("Connection")});
    m_table->setAccessibleName(tr("Connections"));
    m_connect->setText(tr("Connect"));
    m_edit->setText(tr("Edit…"));
    m_remove->setText(tr("Remove"));
    m_add->setText(tr("Add connection…"));
    showProfiles();
}

} // namespace vigie
