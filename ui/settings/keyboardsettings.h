// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uicontext.h"
#include "widgets/panel.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie {

class LiveTableView;
class TextTableModel;

/// Every action with its keys; chosen ones can be given others. A conflict is named and nothing is changed then.
class KeyboardSettings : public Panel {
    Q_OBJECT
public:
    explicit KeyboardSettings(UiContext &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void build();
    QWidget *buildEditor(QWidget *content);
    void showActions();
    void updateButtons();
    void takeKeys();
    void setKeys(const QString &keys);
    QString chosen() const;

    UiContext &m_context;
    TextTableModel *m_model;
    QLineEdit *m_filter {nullptr};
    LiveTableView *m_table {nullptr};
    QLabel *m_prompt {nullptr};
    QKeySequenceEdit *m_keys {nullptr};
    QPushButton *m_apply {nullptr};
    QPushButton *m_clear {nullptr};
    QPushButton *m_reset {nullptr};
    QPushButton *m_resetAll {nullptr};
    QLabel *m_message {nullptr};
};

} // namespace vigie
