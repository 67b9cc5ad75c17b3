// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"

#include "ui/text/words.h"
#include "widgets/toast.h"

namespace vigie {

void Notices::attach(ToastHost *host)
{
    m_host = host;
    connect(host, &ToastHost::actionTriggered, this, &Notices::act);
    connect(host, &ToastHost::closed, this, [this](int id) { m_offers.remove(id); });
}

int Notices::say(const QString &text, SeverityLook look, int timeoutMs)
{
    int id = 0;
    if (m_host)
        id = m_host->show(
            Toast {.text = text, .action = {}, .look = look, .timeout = std::chrono::milliseconds(timeoutMs)});
    Q_EMIT said(text);
    return id;
}

void Notices::withdraw(int id)
{
    if (m_host)
        m_host->close(id);
}

void Notices::sayFailed(const QString &what, const Error &error)
{
    const QString text = errorLine(what, error);
    if (m_host)
        m_host->show(Toast {
            .text = text, .action = {}, .look = SeverityLook::Critical, .timeout = std::chrono::milliseconds(0)});
    Q_EMIT said(text);
}

int Notices::offerUndo(const QString &text, QObject *context, std::function<void()> undo)
{
    return show(Toast {.text = text,
                       .action = tr("Undo"),
                       .look = SeverityLook::Ok,
                       .timeout = std::chrono::seconds(30),
                       .undoes = true},
                context, std::move(undo));
}

int Notices::offer(const QString &text, const QString &button, QObject *context, std::function<void()> run,
                   SeverityLook look, int timeoutMs)
{
    return show(Toast {.text = text, .action = button, .look = look, .timeout = std::chrono::milliseconds(timeoutMs)},
                context, std::move(run));
}

int Notices::show(const Toast &toast, QObject *context, std::function<void()> run)
{
    int id = 0;
    if (m_host) {
        id = m_host->show(toast);
        m_offers.insert(id, Offer {context, std::move(run)});
    }
    Q_EMIT said(toast.text);
    return id;
}

void Notices::act(int id)
{
    const Offer offer = m_offers.take(id);
    if (offer.context && offer.run)
        offer.run();
}

} // namespace vigie
