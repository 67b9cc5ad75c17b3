// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"
#include "widgets/toast.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace vigie {

class ToastWidget : public ThemedWidget {
    Q_OBJECT
public:
    ToastWidget(Theme &theme, const Toast &toast, int id, QWidget *parent);
    int id() const { return m_id; }
    bool hasAction() const;
    bool undoes() const { return m_undoes; }
    void triggerAction();

Q_SIGNALS:
    void actionTriggered(int id);
    void finished(int id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void retranslate() override;

private:
    QTimer m_timer;
    QPushButton *m_action;
    QToolButton *m_close;
    SeverityLook m_look;
    int m_id;
    bool m_undoes;
};

} // namespace vigie
