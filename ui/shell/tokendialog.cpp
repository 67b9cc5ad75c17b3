// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tokendialog.h"

#include "widgets/dialogsize.h"
#include "widgets/vigiestyle.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vigie {

TokenDialog::TokenDialog(const QString &profile, Connector::Need need, bool keep, QWidget *parent)
    : QDialog(parent)
    , m_token(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("Keep it in the keyring"), this))
    , m_confirm(new QPushButton(tr("Sign in"), this))
{
    setObjectName(QStringLiteral("tokenDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign in to %1").arg(profile));
    auto *why = new QLabel(reason(need), this);
    why->setObjectName(QStringLiteral("tokenReason"));
    why->setWordWrap(true);
    m_token->setObjectName(QStringLiteral("tokenEdit"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setAccessibleName(tr("Access token"));
    m_token->setPlaceholderText(tr("Access token"));
    const bool canKeep = need != Connector::Need::NoKeyring && need != Connector::Need::KeyringLocked;
    m_keep->setObjectName(QStringLiteral("tokenKeep"));
    m_keep->setChecked(keep && canKeep);
    m_keep->setEnabled(canKeep);
    m_confirm->setObjectName(QStringLiteral("tokenConfirm"));
    m_confirm->setEnabled(false);
    m_confirm->setDefault(true);
    setButtonLook(*m_confirm, ButtonLook::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), this);

    auto *column = new QVBoxLayout(this);
    column->addWidget(why);
    column->addWidget(m_token);
    column->addWidget(m_keep);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_confirm);
    column->addLayout(row);
    connect(m_token, &QLineEdit::textChanged, m_confirm,
            [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &TokenDialog::give);
    fitDialog(*this, 62);
    m_token->setFocus();
}

QString TokenDialog::reason(Connector::Need need)
{
    switch (need) {
    case Connector::Need::NeverGiven:
        return tr("Give the access token of this server.");
    case Connector::Need::KeyringLocked:
        return tr("The keyring is locked, so a token that is kept there cannot be read. Unlock it and connect again, "
                  "or give the token for this time.");
    case Connector::Need::NoKeyring:
        return tr("No keyring service is running, so the token is asked for each time.");
    case Connector::Need::Refused:
        return tr("The server did not accept the token. It may have expired; give another one.");
    }
    return {};
}

void TokenDialog::give()
{
    const std::string token = m_token->text().trimmed().toStdString();
    m_token->clear();
    Q_EMIT tokenGiven(token, m_keep->isChecked());
    accept();
}

} // namespace vigie
