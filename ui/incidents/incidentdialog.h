// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace vigie {

/// Asks for what an action needs and names its targets (the first ten, and how many more). Opened with open(); deletes
/// itself. Ctrl+Enter confirms, Escape cancels.
class TargetDialog : public QDialog {
    Q_OBJECT
public:
    TargetDialog(const QString &question, const QStringList &targets, const QString &button, QWidget *parent);
    /// Below the targets; `required`: the button waits until something is typed.
    QLineEdit *addLine(const QString &label, const QString &text = {}, bool required = false);
    QPlainTextEdit *addText(const QString &label, bool required = false);
    QComboBox *addChoice(const QString &label);
    QPushButton *confirmButton() const { return m_confirm; }
    void setTargets(const QStringList &targets);
    /// From now on the button only says submitted(): what was typed must not go before it is stored. Whoever listens
    /// calls accept() or showProblem().
    void waitForAnswer() { m_waits = true; }
    /// It was not stored: the button works again.
    void showProblem(const QString &text);

Q_SIGNALS:
    void submitted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void confirm();
    void setReady(bool ready);
    void setBusy(bool busy);

    QVBoxLayout *m_fields;
    QPushButton *m_confirm;
    QLabel *m_list;
    QLabel *m_problem;
    bool m_ready {true};
    bool m_waits {false};
    bool m_busy {false};
};

/// Describes a new incident. draft() holds what was typed; the button waits for a title.
class NewIncidentDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewIncidentDialog(QWidget *parent);
    ~NewIncidentDialog() override;
    IncidentDraft draft() const;
    void setBusy(bool busy);
    /// Names the field when the error does.
    void showProblem(const QString &text, const std::string &field);

Q_SIGNALS:
    void submitted();

private:
    void updateButton();

    std::unique_ptr<class NewIncidentForm> m_form;
    bool m_busy {false};
};

} // namespace vigie
