// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/agebadge.h"

#include "widgets/formatting.h"
#include "widgets/severitychip.h"
#include "widgets/stylepainter.h"

#include <QPainter>

namespace vigie {

Freshness freshnessOf(Duration age, Duration refresh)
{
    if (age >= 10 * refresh)
        return Freshness::Expired;
    return age >= 2 * refresh ? Freshness::Stale : Freshness::Fresh;
}

AgeBadge::AgeBadge(Theme &theme, const Clock &clock, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("ageBadge"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &AgeBadge::refresh);
    refresh();
}

void AgeBadge::setRefreshInterval(Duration interval)
{
    m_interval = interval;
    refresh();
}

void AgeBadge::setUpdatedAt(std::optional<Timestamp> at)
{
    m_updatedAt = at;
    refresh();
}

void AgeBadge::setNotice(const QString &text)
{
    m_notice = text;
    refresh();
}

QString AgeBadge::text() const
{
    if (!m_notice.isEmpty())
        return m_notice;
    if (!m_updatedAt)
        return tr("no data yet");
    const Duration age = m_clock.now() - *m_updatedAt;
    //: %1 is an age: "4 s old" or "now"
    return tr("data %1").arg(formatAge(age, locale()));
}

void AgeBadge::refresh()
{
    const Freshness before = m_freshness;
    m_freshness = m_updatedAt ? freshnessOf(m_clock.now() - *m_updatedAt, m_interval) : Freshness::Unknown;
    const QString shown = text();
    if (shown != m_shown) {
        const bool wider = shown.size() != m_shown.size();
        m_shown = shown;
        setAccessibleName(shown);
        if (wider)
            updateGeometry();
        update();
    }
    if (m_freshness != before) {
        updateGeometry();
        update();
        Q_EMIT freshnessChanged(m_freshness);
    }
}

SeverityLook AgeBadge::look() const
{
    if (!m_notice.isEmpty() || m_freshness == Freshness::Expired)
        return SeverityLook::High;
    return m_freshness == Freshness::Stale ? SeverityLook::Medium : SeverityLook::Ok;
}

QSize AgeBadge::sizeHint() const
{
    const int words = QFontMetrics(theme().numeric(FontRole::Body)).horizontalAdvance(m_shown);
    return {words + theme().px(32), theme().px(22)};
}

void AgeBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const SeverityLook shownLook = look();
    const bool quiet = shownLook == SeverityLook::Ok;
    QRectF words(rect());
    if (!quiet) {
        const SeverityColors &c = theme().severity(shownLook);
        drawRounded(painter, rect(), Theme::chipRadius, c.subtle, c.graphic);
        const double side = theme().px(13);
        paintSeverityGlyph(painter, QRectF(6, (height() - side) / 2, side, side), shownLook, theme());
        words.setLeft(6 + side + 5);
    }
    painter.setFont(theme().numeric(FontRole::Body));
    painter.setPen(quiet ? theme().text().secondary : theme().severity(shownLook).text);
    painter.drawText(words.adjusted(0, 0, quiet ? 0 : -6, 0),
                     int((quiet ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), m_shown);
}

void AgeBadge::showEvent(QShowEvent *event)
{
    refresh();
    m_timer.start();
    ThemedWidget::showEvent(event);
}

void AgeBadge::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    ThemedWidget::hideEvent(event);
}

} // namespace vigie
