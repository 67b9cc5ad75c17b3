// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/webhookdialog.h"

#include "backend/client/connector.h"
#include "ui/text/words.h"
#include "ui/uicontext.h"
#include "widgets/dialogsize.h"
#include "widgets/vigiestyle.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vigie {

QUrl webhookAddress(const QUrl &server, const std::string &sourceId)
{
    QUrl url
        = server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    const QString path = url.path() == QLatin1String("/") ? QString() : url.path();
    url.setPath(path % QLatin1String("/api/v1/webhooks/") % QString::fromStdString(sourceId));
    return url;
}

WebhookDialog::WebhookDialog(UiContext &context, const SourceStatus &source, const QString &token, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("webhookDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Webhook %1").arg(toQString(source.name)));
    auto *column = new QVBoxLayout(this);
    auto *intro = new QLabel(tr("Give these to whoever is to call: Alertmanager, Grafana or a program of your own. The "
                                "token goes into the header “Authorization: Bearer …” and is not shown again."),
                             this);
    intro->setWordWrap(true);
    column->addWidget(intro);
    QLineEdit *address = addValue(column, QStringLiteral("webhook.address"), tr("Address"),
                                  webhookAddress(context.session.endpoint().url, source.id.value).toString());
    addValue(column, QStringLiteral("webhook.token"), tr("Token"), token);
    if (context.connector.profile().isPrivate()) {
        auto *local = new QLabel(tr("This machine's own server can be called from this machine only, and its port is "
                                    "another one after each start."),
                                 this);
        local->setObjectName(QStringLiteral("webhook.local"));
        local->setWordWrap(true);
        column->addWidget(local);
    }
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("webhook.close"));
    close->setDefault(true);
    setButtonLook(*close, ButtonLook::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    fitDialog(*this, 80);
    address->setFocus();
}

QLineEdit *WebhookDialog::addValue(QVBoxLayout *column, const QString &name, const QString &label, const QString &value)
{
    auto *edit = new QLineEdit(value, this);
    edit->setObjectName(name);
    edit->setReadOnly(true);
    edit->setAccessibleName(label);
    edit->setCursorPosition(0);
    auto *copy = new QPushButton(tr("Copy"), this);
    copy->setObjectName(name % QLatin1String(".copy"));
    copy->setAutoDefault(false);
    copy->setAccessibleName(tr("Copy: %1", "1: address or token").arg(label));
    connect(copy, &QPushButton::clicked, this, [value] { QGuiApplication::clipboard()->setText(value); });
    auto *heading = new QLabel(label, this);
    heading->setBuddy(edit);
    auto *row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(copy);
    column->addWidget(heading);
    column->addLayout(row);
    return edit;
}

} // namespace vigie
