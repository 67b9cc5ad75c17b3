// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/profiles.h"
#include "ui/uicontext.h"
#include "widgets/panel.h"

#include <optional>

class QLabel;
class QPushButton;

namespace vigie {

class LiveTableView;
class TextTableModel;

/// The daemons this console knows: add, edit, remove, connect.
class ConnectionSettings : public Panel {
    Q_OBJECT
public:
    explicit ConnectionSettings(UiContext &context, QWidget *parent = nullptr);
    /// Begins a new connection.
    void addProfile();

Q_SIGNALS:
    /// A profile came, went or changed: menus that list them are to be made again.
    void profilesChanged();

protected:
    void retranslate() override;

private:
    void build();
    void showProfiles();
    void updateButtons();
    std::optional<Profile> chosen() const;
    void edit(const Profile &profile);
    void remove();
    void forgetSecret(const Profile &profile);
    void bringBack(const Profile &profile, const std::string &secret);
    void connectToChosen();

    UiContext &m_context;
    TextTableModel *m_model;
    LiveTableView *m_table {nullptr};
    QPushButton *m_connect {nullptr};
    QPushButton *m_edit {nullptr};
    QPushButton *m_remove {nullptr};
    QPushButton *m_add {nullptr};
};

} // namespace vigie
