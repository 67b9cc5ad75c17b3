// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/linkstate.h"

#include "backend/client/session.h"
#include "widgets/formatting.h"
#include "widgets/panel.h"

#include <QCoreApplication>

namespace vigie {

namespace {
struct LinkText {
    Q_DECLARE_TR_FUNCTIONS(LinkState)
};

LinkState staleState(const Session &session, const Clock &clock)
{
    const QLocale locale;
    if (const auto cached = session.cachedAt()) {
        const QString moment = formatMoment(*cached, clock.now(), locale, QTimeZone::systemTimeZone());
        return {.view = LinkState::View::Stale,
                .text = LinkText::tr("Not connected. Last known state of %1.").arg(moment),
                .shortText = moment};
    }
    if (const auto age = session.dataAge()) {
        return {.view = LinkState::View::Stale,
                .text = LinkText::tr("Not up to date: nothing new for %1.").arg(formatSpan(*age, locale)),
                .shortText = formatAge(*age, locale)};
    }
    return {.view = LinkState::View::Stale, .text = LinkText::tr("Not connected."), .shortText = {}};
}
} // namespace

LinkState linkState(const Session &session, const Clock &clock)
{
    if (session.state() == Session::State::Denied)
        return {.view = LinkState::View::Denied,
                .text = LinkText::tr("The server does not let you in. Check the profile's token."),
                .shortText = {}};
    if (session.state() == Session::State::Live && session.isLoaded())
        return {.view = LinkState::View::Fresh, .text = {}, .shortText = {}};
    if (!session.isLoaded() && !session.cachedAt())
        return {.view = LinkState::View::Waiting, .text = {}, .shortText = {}};
    return staleState(session, clock);
}

bool applyLink(Panel &panel, const LinkState &link)
{
    switch (link.view) {
    case LinkState::View::Fresh:
        return true;
    case LinkState::View::Waiting:
        panel.showLoading();
        return false;
    case LinkState::View::Stale:
        panel.showStale(link.text);
        return false;
    case LinkState::View::Denied:
        panel.showDenied(link.text);
        return false;
    }
    return true;
}

} // namespace vigie
