// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/connector.h"

#include <QDialog>

#include <string>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace vigie {

/// Asks for the access token of a server, says why, and offers to keep it in the keyring. Deletes itself.
class TokenDialog : public QDialog {
    Q_OBJECT
public:
    TokenDialog(const QString &profile, Connector::Need need, bool keep, QWidget *parent);

Q_SIGNALS:
    void tokenGiven(const std::string &token, bool keep);

private:
    static QString reason(Connector::Need need);
    void give();

    QLineEdit *m_token;
    QCheckBox *m_keep;
    QPushButton *m_confirm;
};

} // namespace vigie
