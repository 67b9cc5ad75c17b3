// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

#include <QPointer>

#include <chrono>
#include <vector>

namespace vigie {

struct Toast {
    QString text; ///< translated, one sentence
    QString action; ///< e.g. "Undo"; empty: none
    SeverityLook look {SeverityLook::Ok};
    std::chrono::milliseconds timeout {std::chrono::seconds(8)}; ///< 0: stays until closed
    bool undoes {false}; ///< its button takes back what was done: Ctrl+Z presses it
};

/// Messages at the lower right of `host`, stacked, newest below. They never take the focus; screen readers are told.
/// The pointer over a toast stops its time. At most five: the oldest without a button
/// goes, else the oldest. The same sentence without a button stands there once. A field of `host` that is being written
/// in is never covered: the stack stands above it meanwhile.
class ToastHost : public QObject {
    Q_OBJECT
public:
    explicit ToastHost(Theme &theme, QWidget *host);
    ~ToastHost() override;

    /// Number that names it in the signals.
    int show(const Toast &toast);
    void close(int id);
    /// Presses the button of the newest toast that undoes something (Ctrl+Z); false when there is none.
    bool undoLatest();
    int count() const { return int(m_toasts.size()); }

Q_SIGNALS:
    void actionTriggered(int id);
    /// Gone, by its button, its time or close().
    void closed(int id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dropSame(const Toast &toast);
    void remove(int id);
    void place();
    void focusMoved(QWidget *now);
    int bottomEdge(int left) const;

    Theme &m_theme;
    QWidget *m_host;
    QPointer<QWidget> m_field; ///< what is being written in
    std::vector<class ToastWidget *> m_toasts;
    int m_lastId {0};
};

} // namespace vigie
