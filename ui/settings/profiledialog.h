// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/profiles.h"
#include "ui/uicontext.h"

#include <QDialog>

#include <memory>

class QLineEdit;

namespace Ui {
class ProfileDialog;
}

namespace vigie {

class ConnectionTest;

/// Adds or edits one connection. A token that is typed is good for this run and, when the user wants that, kept in the
/// keyring; without that wish the keyring keeps none. It is never in the profile. Open it with open(); it never blocks.
class ProfileDialog : public QDialog {
    Q_OBJECT
public:
    /// An empty profile makes a new one.
    ProfileDialog(UiContext &context, const Profile &profile, QWidget *parent = nullptr);
    ~ProfileDialog() override;
    Profile profile() const;
    void accept() override;

Q_SIGNALS:
    /// `changed`: something that a connection is made with, the token included.
    void saved(const vigie::Profile &profile, bool changed);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void test();
    void keepToken(const Profile &profile);
    void forgetToken(const Profile &profile);
    void say(const QString &text, bool bad);
    void browse(QLineEdit *edit);

    UiContext &m_context;
    Profile m_profile;
    std::unique_ptr<Ui::ProfileDialog> m_ui;
    ConnectionTest *m_test;
};

} // namespace vigie
