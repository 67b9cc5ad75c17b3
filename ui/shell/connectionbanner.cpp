// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionbanner.h"

#include "ui/text/words.h"
#include "widgets/formatting.h"
#include "widgets/severitychip.h"
#include "widgets/vigiestyle.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace vigie {

namespace {
constexpr std::chrono::milliseconds firstGrace {3'000};

bool isQuiet(Session::State state)
{
    return state == Session::State::Connecting || state == Session::State::Authenticating
        || state == Session::State::Offline;
}
} // namespace

ConnectionBanner::ConnectionBanner(Theme &theme, Session &session, const Clock &clock, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_session(session)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("connectionBanner"));
    build();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionBanner::refresh);
    connect(&session, &Session::stateChanged, this, &ConnectionBanner::sessionChanged);
    connect(&session, &Session::restored, this, &ConnectionBanner::refresh);
    connect(&session, &Session::loaded, this, &ConnectionBanner::refresh);
    connect(&session, &Session::unreadableChanged, this, [this] {
        m_putAway = std::min(m_putAway, m_session.unreadable()); // another server, or a better snapshot
        if (m_session.state() == Session::State::Live)
            showLive();
    });
    QTimer::singleShot(firstGrace, this, [this] {
        m_grace = false;
        sessionChanged(m_session.state());
    });
    sessionChanged(session.state());
}

void ConnectionBanner::build()
{
    auto *row = new QHBoxLayout(this);
    m_headline = new QLabel(this);
    m_headline->setObjectName(QStringLiteral("bannerHeadline"));
    m_detail = new QLabel(this);
    m_detail->setObjectName(QStringLiteral("bannerDetail"));
    m_detail->setWordWrap(true);
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("bannerButton"));
    connect(m_button, &QPushButton::clicked, this, &ConnectionBanner::press);
    row->addWidget(m_headline);
    row->addWidget(m_detail, 1);
    row->addWidget(m_button);
    themeChanged();
}

void ConnectionBanner::themeChanged()
{
    const int side = theme().px(16);
    layout()->setContentsMargins(side + theme().px(24), theme().px(6), side, theme().px(6));
    m_headline->setFont(theme().ui(FontRole::BodyStrong));
    m_detail->setFont(theme().ui(FontRole::Body));
    for (QLabel *label : {m_headline, m_detail}) {
        QPalette colors = label->palette();
        colors.setColor(QPalette::WindowText, theme().text().primary);
        label->setPalette(colors);
    }
}

void ConnectionBanner::sessionChanged(Session::State state)
{
    if (state == Session::State::Live) {
        m_since.reset();
        m_lost = false;
        m_grace = false;
        m_tick.stop();
        showLive();
        return;
    }
    if (!m_since)
        m_since = m_clock.steadyNow();
    m_tick.start();
    m_lost = m_lost || state == Session::State::Lost;
    // Connecting again is part of the same outage: it neither hides the bar nor, at the start, shows it at once.
    if (m_grace && isQuiet(state) && !m_session.cachedAt()) {
        hide();
        return;
    }
    appear();
}

void ConnectionBanner::showLive()
{
    if (m_session.unreadable() > m_putAway)
        appear();
    else
        hide();
}

void ConnectionBanner::appear()
{
    const bool wasHidden = isHidden();
    refresh();
    show();
    if (wasHidden) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

Session::State ConnectionBanner::shownState() const
{
    const Session::State state = m_session.state();
    const bool trying = state == Session::State::Connecting || state == Session::State::Authenticating;
    return m_lost && trying ? Session::State::Lost : state;
}

SeverityLook ConnectionBanner::look() const
{
    switch (shownState()) {
    case Session::State::Lost:
    case Session::State::Denied:
        return SeverityLook::Critical;
    case Session::State::Stale:
        return SeverityLook::High;
    default:
        return SeverityLook::Medium;
    }
}

QString ConnectionBanner::headline() const
{
    switch (shownState()) {
    case Session::State::Lost:
        return tr("No connection to the server");
    case Session::State::Stale:
        return tr("The server does not answer");
    case Session::State::Denied:
        return tr("The server refused your sign-in");
    case Session::State::Offline:
        return tr("Not connected");
    case Session::State::Live:
        return tr("Something is missing here");
    default:
        return tr("Connecting …");
    }
}

QString ConnectionBanner::detail() const
{
    const QLocale locale;
    if (m_session.state() == Session::State::Live)
        return tr(
            "%n entries of the server could not be read and are not shown. Is this console older than the server?",
            nullptr, int(m_session.unreadable()));
    QStringList parts;
    if (m_since) {
        const auto since = std::chrono::duration_cast<Duration>(m_clock.steadyNow() - *m_since);
        parts << tr("For %1.").arg(formatSpan(std::max(since, Duration(std::chrono::seconds(1))), locale));
    }
    if (shownState() == Session::State::Lost) {
        // An error without a detail is none: nothing failed yet, the line just went away.
        if (!m_session.lastError().detail.empty())
            parts << errorWords(m_session.lastError()).what;
        parts << nextAttempt();
    }
    if (const auto cached = m_session.cachedAt())
        parts << tr("Shown is the last known state of %1; nothing here is current.")
                     .arg(formatMoment(*cached, m_clock.now(), locale, QTimeZone::systemTimeZone()));
    else if (m_session.isLoaded())
        parts << tr("What you see is the last known state.");
    return parts.join(QLatin1Char(' '));
}

QString ConnectionBanner::nextAttempt() const
{
    const auto left = m_session.nextAttemptIn();
    if (!left)
        return tr("It tries again by itself.");
    const auto seconds = int(std::chrono::ceil<std::chrono::seconds>(*left).count());
    return seconds <= 0 ? tr("Trying now.") : tr("Next try in %n second(s).", nullptr, seconds);
}

QString ConnectionBanner::text() const
{
    return isHidden() ? QString() : QString(m_headline->text() % QLatin1Char(' ') % m_detail->text());
}

void ConnectionBanner::refresh()
{
    m_headline->setText(headline());
    m_detail->setText(detail());
    const bool denied = m_session.state() == Session::State::Denied;
    const bool live = m_session.state() == Session::State::Live;
    m_button->setText(denied ? tr("Sign in") : live ? tr("Understood") : tr("Try now"));
    setAccessibleName(headline());
    setAccessibleDescription(detail());
    if (m_session.state() != Session::State::Live && m_session.cachedAt() && isHidden())
        show();
    update();
}

void ConnectionBanner::retranslate()
{
    refresh();
}

void ConnectionBanner::press()
{
    if (m_session.state() == Session::State::Live) {
        m_putAway = m_session.unreadable();
        hide();
        return;
    }
    if (m_session.state() == Session::State::Denied)
        Q_EMIT signInRequested();
    else if (m_session.state() == Session::State::Offline)
        Q_EMIT connectRequested();
    else
        m_session.retryNow();
    refresh();
}

void ConnectionBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const SeverityColors &colors = theme().severity(look());
    painter.fillRect(rect(), colors.subtle);
    painter.fillRect(QRect(0, 0, theme().px(4), height()), colors.graphic);
    const int glyph = theme().px(16);
    paintSeverityGlyph(painter, QRectF(theme().px(16), (height() - glyph) / 2.0, glyph, glyph), look(), theme());
}

} // namespace vigie
