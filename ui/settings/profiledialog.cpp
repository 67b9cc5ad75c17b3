// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/profiledialog.h"

#include "backend/client/connector.h"
#include "backend/client/secretstore.h"
#include "ui/settings/connectiontest.h"
#include "ui/shell/notices.h"
#include "ui/text/words.h"
#include "ui_profiledialog.h"
#include "widgets/dialogsize.h"
#include "widgets/icons.h"
#include "widgets/theme.h"
#include "widgets/vigiestyle.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QPushButton>

namespace vigie {

ProfileDialog::ProfileDialog(UiContext &context, const Profile &profile, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(profile)
    , m_ui(std::make_unique<Ui::ProfileDialog>())
    , m_test(new ConnectionTest(context.worker, this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->name->setText(profile.name);
    m_ui->url->setText(profile.url.toString());
    m_ui->user->setText(profile.user);
    m_ui->caFile->setText(profile.caFile);
    m_ui->certificate->setText(profile.clientCertificate);
    m_ui->key->setText(profile.clientKey);
    for (QLineEdit *edit : {m_ui->caFile, m_ui->certificate, m_ui->key})
        browse(edit);
    setButtonLook(*m_ui->buttons->button(QDialogButtonBox::Save), ButtonLook::Primary);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ProfileDialog::reject);
    connect(m_ui->test, &QPushButton::clicked, this, &ProfileDialog::test);
    connect(m_test, &ConnectionTest::succeeded, this, [this](const SystemStatus &status, const QString &user) {
        m_ui->test->setEnabled(true);
        say(tr("It works: Vigie %1 on %2, signed in as %3.")
                .arg(QString::fromStdString(status.version), QString::fromStdString(status.hostname), user),
            false);
    });
    connect(m_test, &ConnectionTest::failed, this, [this](const Error &error) {
        m_ui->test->setEnabled(true);
        say(errorLine(tr("It does not work."), error), true);
    });
    m_ui->problem->hide();
    retranslate();
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::browse(QLineEdit *edit)
{
    QAction *open
        = edit->addAction(themedIcon(m_context.theme, QStringLiteral("document-open")), QLineEdit::TrailingPosition);
    connect(open, &QAction::triggered, this, [this, edit] {
        auto *dialog
            = new QFileDialog(this, {}, edit->text(), tr("Certificates and keys (*.pem *.crt *.key);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
}

void ProfileDialog::retranslate()
{
    m_ui->buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->token->setPlaceholderText(m_profile.id.isEmpty() ? tr("what the administrator gave you")
                                                           : tr("leave empty to keep the present one"));
    fitDialog(*this, 80);
}

void ProfileDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
}

Profile ProfileDialog::profile() const
{
    Profile out = m_profile;
    out.name = m_ui->name->text().trimmed();
    out.url = QUrl(m_ui->url->text().trimmed(), QUrl::StrictMode);
    out.user = m_ui->user->text().trimmed();
    out.caFile = m_ui->caFile->text().trimmed();
    out.clientCertificate = m_ui->certificate->text().trimmed();
    out.clientKey = m_ui->key->text().trimmed();
    return out;
}

void ProfileDialog::accept()
{
    const Result<Profile> stored = m_context.profiles.saveProfile(profile());
    if (!stored) {
        const Error &error = stored.error();
        if (error.field == "name")
            say(tr("Give the connection a name."), true);
        else if (error.field == "url")
            say(tr("Write the address as in https://vigie.example.org, without user and password."), true);
        else
            say(errorLine(tr("The connection could not be saved."), error), true);
        if (auto *field = findChild<QLineEdit *>(QString::fromStdString(error.field)))
            field->setFocus();
        return;
    }
    const std::string token = m_ui->token->text().toStdString();
    if (!token.empty())
        m_context.connector.giveToken(*stored, token);
    if (!m_ui->keep->isChecked())
        forgetToken(*stored);
    else if (!token.empty())
        keepToken(*stored);
    const bool changed = !token.empty() || stored->url != m_profile.url || stored->caFile != m_profile.caFile
        || stored->clientCertificate != m_profile.clientCertificate || stored->clientKey != m_profile.clientKey;
    Q_EMIT saved(*stored, changed);
    QDialog::accept();
}

void ProfileDialog::keepToken(const Profile &profile)
{
    const std::string token = m_ui->token->text().toStdString();
    Notices &notices = m_context.notices;
    whenDone(m_context.secrets.write(profile.secretKey(), token), &notices, [&notices](const Result<> &result) {
        if (result)
            return;
        if (result.error().code == Error::Code::Unavailable)
            notices.say(ProfileDialog::tr("No keyring runs here. The token will be asked for at each connection."),
                        SeverityLook::Medium);
        else if (result.error().code == Error::Code::Denied)
            notices.say(ProfileDialog::tr("The keyring is locked. The token was not kept and will be asked for."),
                        SeverityLook::Medium);
        else
            notices.sayFailed(ProfileDialog::tr("The token could not be kept in the keyring."), result.error());
    });
}

/// A new profile has none, and where no keyring runs there is none.
void ProfileDialog::forgetToken(const Profile &profile)
{
    if (m_profile.id.isEmpty())
        return;
    Notices &notices = m_context.notices;
    whenDone(m_context.secrets.remove(profile.secretKey()), &notices,
             [&notices, name = profile.name](const Result<> &result) {
                 if (!result && result.error().code != Error::Code::Unavailable)
                     notices.sayFailed(
                         ProfileDialog::tr("The token of %1 could not be removed from the keyring.").arg(name),
                         result.error());
             });
}

void ProfileDialog::test()
{
    const Profile wanted = profile();
    if (wanted.url.host().isEmpty()) {
        say(tr("Write the address as in https://vigie.example.org, without user and password."), true);
        return;
    }
    Endpoint endpoint;
    endpoint.url = wanted.url;
    endpoint.tls = wanted.tls();
    m_ui->test->setEnabled(false);
    say(tr("Trying…"), false);
    const std::string typed = m_ui->token->text().toStdString();
    if (!typed.empty() || m_profile.id.isEmpty()) {
        m_test->start(endpoint, typed);
        return;
    }
    whenDone(m_context.secrets.read(m_profile.secretKey()), this, [this, endpoint](const Result<std::string> &secret) {
        m_test->start(endpoint, secret.value_or(std::string()));
    });
}

void ProfileDialog::say(const QString &text, bool bad)
{
    QPalette palette = m_ui->problem->palette();
    palette.setColor(QPalette::WindowText,
                     m_context.theme.severity(bad ? SeverityLook::Critical : SeverityLook::Ok).text);
    m_ui->problem->setPalette(palette);
    m_ui->problem->setText(text);
    m_ui->problem->show();
}

} // namespace vigie
