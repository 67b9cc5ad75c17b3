// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/requestkey.h"
#include "ui/sources/sourcecheck.h"
#include "ui/uicontext.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SourceDialog;
}

namespace vigie {

/// Asks for a new source and sends it; stays open, with what was typed, until the daemon has taken it. A mistake is
/// named at its field, also one that only the daemon found. Put away while it is sent, it says later what became of it.
/// Open it with open(); it never blocks.
class SourceDialog : public QDialog {
    Q_OBJECT
public:
    explicit SourceDialog(UiContext &context, QWidget *parent = nullptr);
    ~SourceDialog() override;
    SourceDraft draft() const;
    void accept() override;
    void reject() override;

Q_SIGNALS:
    /// `webhookToken`: what the sender of a new webhook must show; nobody can read it again later. Else empty.
    void added(const vigie::SourceStatus &source, const QString &webhookToken);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void fillChoices();
    void retranslate();
    void kindChanged();
    void showProblem(const FieldProblem &problem);
    void clearProblem();
    void setBusy(bool busy);
    void refused(const Error &error, const std::string &name);
    QWidget *fieldWidget(const std::string &field) const;

    UiContext &m_context;
    std::unique_ptr<Ui::SourceDialog> m_ui;
    RequestKey<SourceDraft> m_keys;
    bool m_busy {false};
};

} // namespace vigie
