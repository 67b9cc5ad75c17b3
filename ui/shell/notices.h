// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"
#include "widgets/theme.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace vigie {

class ToastHost;
struct Toast;

/// What the console says after an action. Pages speak through this; the window shows it as toasts. GUI thread.
class Notices : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Shown there from now on; what was said before is dropped.
    void attach(ToastHost *host);
    /// One translated sentence, for `timeoutMs` (0: until closed). Number for withdraw(); 0 when nobody shows it.
    int say(const QString &text, SeverityLook look = SeverityLook::Ok, int timeoutMs = 8'000);
    /// It is not true any more.
    void withdraw(int id);
    /// Stays until closed: "what" failed, and why in words of ui/text. `what` is a translated sentence.
    void sayFailed(const QString &what, const Error &error);
    /// A sentence with "Undo" for 30 s. `undo` runs at most once, and not after `context` is gone. Number as of say().
    int offerUndo(const QString &text, QObject *context, std::function<void()> undo);
    /// A sentence with a button of its own for `timeoutMs` (0: until closed).
    int offer(const QString &text, const QString &button, QObject *context, std::function<void()> run,
              SeverityLook look = SeverityLook::Ok, int timeoutMs = 30'000);

Q_SIGNALS:
    /// Every sentence, for tests and screen readers.
    void said(const QString &text);

private:
    struct Offer {
        QPointer<QObject> context;
        std::function<void()> run;
    };
    int show(const Toast &toast, QObject *context, std::function<void()> run);
    void act(int id);

    QPointer<ToastHost> m_host;
    QHash<int, Offer> m_offers;
};

} // namespace vigie
