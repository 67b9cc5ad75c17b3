// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/topbar.h"

#include "widgets/formatting.h"
#include "widgets/icons.h"
#include "widgets/stylepainter.h"

#include <QDateTime>
#include <QEvent>
#include <QPainter>

namespace vigie {

SearchButton::SearchButton(Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_shortcut(QStringLiteral("Ctrl K"))
{
    setObjectName(QStringLiteral("searchButton"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void SearchButton::setShortcutText(const QString &text)
{
    m_shortcut = text;
    update();
}

void SearchButton::retranslate()
{
    setText(tr("Search or run a command"));
    setAccessibleName(text());
}

void SearchButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

QSize SearchButton::sizeHint() const
{
    return {m_theme.px(420), m_theme.controlHeight()};
}

QSize SearchButton::minimumSizeHint() const
{
    return {m_theme.px(160), m_theme.controlHeight()};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool hovered = underMouse();
    drawRounded(painter, rect(), Theme::controlRadius, hovered ? m_theme.surface().hover : m_theme.surface().panel,
                hasFocus() ? m_theme.border().focus : m_theme.border().strong, hasFocus() ? Theme::focusRing : 1);
    const int side = m_theme.px(16);
    const QPixmap glass = iconPixmap(QStringLiteral("edit-find"), side, m_theme.text().tertiary, devicePixelRatioF());
    painter.drawPixmap(8, (height() - side) / 2, glass);
    const QRect inner = rect().adjusted(8 + side + 8, 0, -10, 0);
    painter.setFont(m_theme.ui(FontRole::Small));
    const QFontMetrics metrics(painter.font());
    const int keys = metrics.horizontalAdvance(m_shortcut);
    const bool room = inner.width() > keys + 80;
    painter.setPen(m_theme.text().tertiary);
    if (room)
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, m_shortcut);
    painter.setPen(m_theme.text().secondary);
    const int space = inner.width() - (room ? keys + 12 : 0);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text(), Qt::ElideRight, space));
}

ClockLabel::ClockLabel(Theme &theme, const Clock &clock, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("clock"));
    ClockLabel::retranslate();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ClockLabel::tick);
}

void ClockLabel::retranslate()
{
    setAccessibleName(tr("Clock"));
}

void ClockLabel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    updateGeometry();
    update();
}

void ClockLabel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    updateGeometry();
    update();
}

QString ClockLabel::text() const
{
    const Timestamp now = m_clock.now();
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(toMicros(now) / 1000, m_zone);
    return QString(formatClock(now, m_locale, m_zone) % QChar(u' ') % m_zone.abbreviation(moment));
}

QSize ClockLabel::sizeHint() const
{
    return {QFontMetrics(theme().numeric(FontRole::Body)).horizontalAdvance(text()) + 2, theme().px(22)};
}

void ClockLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme().numeric(FontRole::Body));
    painter.setPen(theme().text().secondary);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, text());
}

void ClockLabel::tick()
{
    update();
    // To the next full second, so that the display neither skips nor drifts.
    const std::int64_t micros = toMicros(m_clock.now());
    m_timer.start(int(1000 - micros / 1000 % 1000) + 1);
}

void ClockLabel::showEvent(QShowEvent *event)
{
    tick();
    ThemedWidget::showEvent(event);
}

void ClockLabel::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    ThemedWidget::hideEvent(event);
}

} // namespace vigie
