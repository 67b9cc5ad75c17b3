// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/linkstate.h"
#include "ui/uicontext.h"
#include "widgets/panel.h"

class QLabel;

namespace vigie {

class TextTableModel;

/// The busiest processes and failed units of the daemon's machine, as its last status had them.
class HostPanel : public Panel {
    Q_OBJECT
public:
    explicit HostPanel(UiContext &context, QWidget *parent = nullptr);
    void setLink(const LinkState &link);

protected:
    void retranslate() override;

private:
    void showStatus();

    UiContext &m_context;
    LinkState m_link;
    TextTableModel *m_processes;
    class LiveTableView *m_table {nullptr};
    QLabel *m_units {nullptr};
};

} // namespace vigie
