// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QKeyEvent;
class QWidget;

namespace vigie {

class ActionRegistry;

/// Turns key presses of one window into actions, with sequences ("g" then "i", within 1.5 s). Plain keys belong to the
/// field while the user types into one, and so do the combinations that edit there (undo, copy, a word deleted); others
/// with Ctrl or Alt and function keys work there too. A field that asks for keys (QKeySequenceEdit) gets every key.
/// Other windows (dialogs) are left alone.
class KeyMap : public QObject {
    Q_OBJECT
public:
    /// `page`: id of the page that is shown.
    KeyMap(ActionRegistry &actions, QWidget *window, std::function<QString()> page, QObject *parent = nullptr);
    /// While true every plain key is left alone (an overlay is open).
    void setOverlayTest(std::function<bool()> isOpen) { m_overlayOpen = std::move(isOpen); }
    /// Escape in a field that takes text: moves the focus out of it; false when there is nowhere to go.
    void setLeaveField(std::function<bool()> leave) { m_leaveField = std::move(leave); }
    QString pending() const { return m_typed; }

Q_SIGNALS:
    /// What was typed of a sequence ("g"); empty when it ended.
    void pendingChanged(const QString &shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handle(const QKeyEvent &event, bool commit);
    bool leaveField(const QKeyEvent &event, bool commit);
    void setPending(const QString &typed);

    ActionRegistry &m_actions;
    QPointer<QWidget> m_window;
    std::function<QString()> m_page;
    std::function<bool()> m_overlayOpen;
    std::function<bool()> m_leaveField;
    QString m_typed;
    QTimer m_forget;
};

} // namespace vigie
