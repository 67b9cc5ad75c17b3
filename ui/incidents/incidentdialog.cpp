// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentdialog.h"

#include "ui_newincidentdialog.h"
#include "widgets/severitychip.h"
#include "widgets/vigiestyle.h"

#include <QKeyEvent>

namespace vigie {

TargetDialog::TargetDialog(const QString &question, const QStringList &targets, const QString &button, QWidget *parent)
    : QDialog(parent)
    , m_fields(new QVBoxLayout)
    , m_confirm(new QPushButton(button, this))
    , m_list(new QLabel(this))
    , m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("targetDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(button);
    setMinimumWidth(440);
    auto *outer = new QVBoxLayout(this);
    auto *heading = new QLabel(question, this);
    heading->setObjectName(QStringLiteral("targetQuestion"));
    heading->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("targetList"));
    m_problem->setObjectName(QStringLiteral("targetProblem"));
    for (QLabel *label : {m_list, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setTargets(targets);
    m_problem->hide();
    outer->addWidget(heading);
    outer->addWidget(m_list);
    outer->addLayout(m_fields);
    outer->addWidget(m_problem);
    outer->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_confirm->setObjectName(QStringLiteral("targetConfirm"));
    m_confirm->setDefault(true);
    setButtonLook(*m_confirm, ButtonLook::Primary);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_confirm);
    outer->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &TargetDialog::confirm);
}

void TargetDialog::setTargets(const QStringList &targets)
{
    constexpr qsizetype named = 10;
    QStringList lines;
    for (const QString &target : targets.mid(0, named))
        lines << QString(QStringLiteral("•  ") % target);
    if (targets.size() > named)
        lines << tr("and %n more", nullptr, int(targets.size() - named));
    m_list->setText(lines.join(QLatin1Char('\n')));
}

void TargetDialog::confirm()
{
    if (!m_waits) {
        accept();
        return;
    }
    if (m_busy)
        return;
    setBusy(true);
    Q_EMIT submitted();
}

void TargetDialog::showProblem(const QString &text)
{
    setBusy(false);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void TargetDialog::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        m_problem->hide();
    setReady(m_ready);
}

/// While it is sent, typing must not bring the button back.
void TargetDialog::setReady(bool ready)
{
    m_ready = ready;
    m_confirm->setEnabled(m_ready && !m_busy);
}

QLineEdit *TargetDialog::addLine(const QString &label, const QString &text, bool required)
{
    auto *edit = new QLineEdit(text, this);
    edit->setObjectName(QStringLiteral("targetLine"));
    edit->setAccessibleName(label);
    m_fields->addWidget(new QLabel(label, this));
    m_fields->addWidget(edit);
    if (required) {
        setReady(!text.trimmed().isEmpty());
        connect(edit, &QLineEdit::textChanged, this,
                [this](const QString &now) { setReady(!now.trimmed().isEmpty()); });
    }
    edit->setFocus();
    return edit;
}

QPlainTextEdit *TargetDialog::addText(const QString &label, bool required)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(QStringLiteral("targetText"));
    edit->setAccessibleName(label);
    edit->setTabChangesFocus(true);
    edit->setMinimumHeight(fontMetrics().height() * 4);
    m_fields->addWidget(new QLabel(label, this));
    m_fields->addWidget(edit);
    if (required) {
        setReady(false);
        connect(edit, &QPlainTextEdit::textChanged, this,
                [this, edit] { setReady(!edit->toPlainText().trimmed().isEmpty()); });
    }
    edit->setFocus();
    return edit;
}

QComboBox *TargetDialog::addChoice(const QString &label)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QStringLiteral("targetChoice"));
    box->setAccessibleName(label);
    auto *name = new QLabel(label, this);
    name->setBuddy(box);
    m_fields->addWidget(name);
    m_fields->addWidget(box);
    box->setFocus();
    return box;
}

void TargetDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier) && m_confirm->isEnabled())
        confirm();
    else
        QDialog::keyPressEvent(event);
}

class NewIncidentForm : public Ui::NewIncidentDialog { };

NewIncidentDialog::NewIncidentDialog(QWidget *parent)
    : QDialog(parent)
    , m_form(std::make_unique<NewIncidentForm>())
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setupUi(this);
    setButtonLook(*m_form->createButton, ButtonLook::Primary);
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
        m_form->severityBox->addItem(severityWord(lookOf(severity)), int(severity));
    m_form->severityBox->setCurrentIndex(2);
    m_form->problemLabel->hide();
    updateButton();
    connect(m_form->titleEdit, &QLineEdit::textChanged, this, &NewIncidentDialog::updateButton);
    connect(m_form->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_form->createButton, &QPushButton::clicked, this, &NewIncidentDialog::submitted);
}

NewIncidentDialog::~NewIncidentDialog() = default;

IncidentDraft NewIncidentDialog::draft() const
{
    IncidentDraft draft;
    draft.title = m_form->titleEdit->text().trimmed().toStdString();
    draft.severity = Severity(m_form->severityBox->currentData().toInt());
    draft.service = m_form->serviceEdit->text().trimmed().toStdString();
    draft.category = m_form->categoryEdit->text().trimmed().toStdString();
    draft.owner = m_form->ownerEdit->text().trimmed().toStdString();
    draft.description = m_form->descriptionEdit->toPlainText().trimmed().toStdString();
    return draft;
}

void NewIncidentDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_form->createButton->setText(busy ? tr("Creating…") : tr("Create incident"));
    m_form->problemLabel->hide();
    updateButton();
}

/// While it is sent, typing must not bring the button back.
void NewIncidentDialog::updateButton()
{
    m_form->createButton->setEnabled(!m_busy && !m_form->titleEdit->text().trimmed().isEmpty());
}

void NewIncidentDialog::showProblem(const QString &text, const std::string &field)
{
    m_form->problemLabel->setText(text);
    m_form->problemLabel->show();
    const QString name = QString::fromStdString(field).section(QLatin1Char('/'), -1);
    if (auto *edit = findChild<QWidget *>(QString(name % QLatin1String("Edit"))))
        edit->setFocus();
}

} // namespace vigie
