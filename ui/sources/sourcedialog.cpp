// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sourcedialog.h"

#include "backend/client/session.h"
#include "ui/shell/notices.h"
#include "ui/text/sourcewords.h"
#include "ui/text/words.h"
#include "ui_sourcedialog.h"
#include "widgets/dialogsize.h"
#include "widgets/theme.h"
#include "widgets/vigiestyle.h"

#include <QCloseEvent>
#include <QPushButton>
#include <QRandomGenerator>

#include <array>

namespace vigie {

namespace {
constexpr std::array addableKinds {SourceKind::HttpProbe,  SourceKind::TcpProbe,     SourceKind::DnsProbe,
                                   SourceKind::Prometheus, SourceKind::Alertmanager, SourceKind::Webhook};

/// "/target" of an answer and "target" of our own check name the same field.
std::string withoutSlash(const std::string &pointer)
{
    return pointer.starts_with('/') ? pointer.substr(1) : pointer;
}

/// 24 random bytes; in an address or a header they need no escape.
QString newWebhookToken()
{
    std::array<quint32, 6> bytes {};
    QRandomGenerator::system()->fillRange(bytes.data(), qsizetype(bytes.size()));
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes.data()), sizeof bytes)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
} // namespace

SourceDialog::SourceDialog(UiContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::SourceDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    fillChoices();
    setButtonLook(*m_ui->buttons->button(QDialogButtonBox::Ok), ButtonLook::Primary);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SourceDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &SourceDialog::reject);
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &SourceDialog::kindChanged);
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textEdited, this, &SourceDialog::clearProblem);
    m_ui->webhookToken->setText(newWebhookToken());
    clearProblem();
    retranslate();
    kindChanged();
    m_ui->name->setFocus();
}

SourceDialog::~SourceDialog() = default;

void SourceDialog::fillChoices()
{
    for (const SourceKind kind : addableKinds)
        m_ui->kind->addItem(sourceKindWord(kind), int(kind));
    m_ui->recordType->addItems({QStringLiteral("A"), QStringLiteral("AAAA"), QStringLiteral("CNAME"),
                                QStringLiteral("MX"), QStringLiteral("TXT"), QStringLiteral("NS")});
}

void SourceDialog::retranslate()
{
    for (int i = 0; i < m_ui->kind->count(); ++i)
        m_ui->kind->setItemText(i, sourceKindWord(SourceKind(m_ui->kind->itemData(i).toInt())));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void SourceDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
}

void SourceDialog::kindChanged()
{
    const auto kind = SourceKind(m_ui->kind->currentData().toInt());
    const bool http = kind == SourceKind::HttpProbe;
    const bool dns = kind == SourceKind::DnsProbe;
    const bool server = kind == SourceKind::Prometheus || kind == SourceKind::Alertmanager;
    for (QWidget *widget : std::initializer_list<QWidget *> {m_ui->expectStatus, m_ui->expectStatusLabel,
                                                             m_ui->bodyMatch, m_ui->bodyMatchLabel})
        widget->setVisible(http);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_ui->recordType, m_ui->recordTypeLabel,
                                                             m_ui->expectAnswer, m_ui->expectAnswerLabel})
        widget->setVisible(dns);
    const bool called = kind == SourceKind::Webhook; // it is not looked at: it calls
    for (QWidget *widget : std::initializer_list<QWidget *> {m_ui->target, m_ui->targetLabel, m_ui->interval,
                                                             m_ui->intervalLabel, m_ui->timeout, m_ui->timeoutLabel})
        widget->setVisible(!called);
    m_ui->webhookToken->setVisible(called);
    m_ui->webhookTokenLabel->setVisible(called);
    m_ui->bearerToken->setVisible(server);
    m_ui->bearerTokenLabel->setVisible(server);
    m_ui->target->setPlaceholderText(sourceTargetHint(kind));
    clearProblem();
    fitDialog(*this, 74);
}

SourceDraft SourceDialog::draft() const
{
    SourceDraft out;
    out.kind = SourceKind(m_ui->kind->currentData().toInt());
    out.name = m_ui->name->text().trimmed().toStdString();
    if (out.kind == SourceKind::Webhook) {
        out.webhookToken = m_ui->webhookToken->text().trimmed().toStdString();
        return out;
    }
    out.target = m_ui->target->text().trimmed().toStdString();
    out.interval = std::chrono::seconds(m_ui->interval->value());
    out.timeout = std::chrono::seconds(m_ui->timeout->value());
    if (out.kind == SourceKind::HttpProbe) {
        out.expectStatus = m_ui->expectStatus->text().trimmed().toStdString();
        out.bodyMatch = m_ui->bodyMatch->text().toStdString();
    }
    if (out.kind == SourceKind::DnsProbe) {
        out.recordType = m_ui->recordType->currentText().toStdString();
        out.expectAnswer = m_ui->expectAnswer->text().toStdString();
    }
    if (out.kind == SourceKind::Prometheus || out.kind == SourceKind::Alertmanager)
        out.bearerToken = m_ui->bearerToken->text().toStdString();
    return out;
}

void SourceDialog::accept()
{
    if (m_busy)
        return;
    const SourceDraft wanted = m_keys.named(draft());
    if (const auto problem = checkSourceDraft(wanted)) {
        showProblem(*problem);
        return;
    }
    setBusy(true);
    whenDone(m_context.session.api().addSource(wanted), this, [this, wanted](const Result<SourceStatus> &result) {
        setBusy(false);
        if (!result) {
            refused(result.error(), wanted.name);
            return;
        }
        Q_EMIT added(*result, toQString(wanted.webhookToken));
        QDialog::accept();
        deleteLater(); // one that was put away is not closed once more
    });
}

void SourceDialog::refused(const Error &error, const std::string &name)
{
    m_keys.failed(error);
    if (!isVisible()) {
        m_context.notices.sayFailed(tr("%1 was not added.").arg(toQString(name)), error);
        deleteLater();
        return;
    }
    // The daemon's own words say more than ours when it names a field.
    const QString sentence = error.field.empty() ? errorWords(error).what % QLatin1Char(' ') % errorWords(error).advice
                                                 : QString::fromStdString(error.detail);
    showProblem({withoutSlash(error.field), sentence});
}

/// What is under way cannot be called back: it is only hidden, since nobody but its answer knows a webhook's address.
void SourceDialog::reject()
{
    if (m_busy)
        hide();
    else
        QDialog::reject();
}

void SourceDialog::closeEvent(QCloseEvent *event)
{
    if (!m_busy) {
        QDialog::closeEvent(event);
        return;
    }
    event->ignore();
    hide();
}

QWidget *SourceDialog::fieldWidget(const std::string &field) const
{
    const QString name = QString::fromStdString(field);
    const QString base = name.endsWith(QLatin1String("Seconds")) ? name.chopped(7) : name;
    return base.isEmpty() ? nullptr : findChild<QWidget *>(base);
}

void SourceDialog::showProblem(const FieldProblem &problem)
{
    QWidget *widget = fieldWidget(problem.field);
    auto *label = widget ? findChild<QLabel *>(widget->objectName() + QLatin1String("Label")) : nullptr;
    const QString field = label ? label->text().remove(QLatin1Char('&')) : QString();
    m_ui->problem->setText(field.isEmpty() ? problem.sentence
                                           : tr("%1: %2", "field, what is wrong").arg(field, problem.sentence));
    QPalette palette = m_ui->problem->palette();
    palette.setColor(QPalette::WindowText, m_context.theme.severity(SeverityLook::Critical).text);
    m_ui->problem->setPalette(palette);
    m_ui->problem->show();
    if (widget)
        widget->setFocus();
}

void SourceDialog::clearProblem()
{
    m_ui->problem->clear();
    m_ui->problem->hide();
}

void SourceDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(!busy);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(busy ? tr("Adding…") : tr("Add"));
}

} // namespace vigie
