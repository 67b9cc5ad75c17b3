// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navrail.h"

#include "widgets/icons.h"
#include "widgets/navbutton.h"
#include "widgets/severitychip.h"
#include "widgets/stylepainter.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace vigie {

namespace {
constexpr int railMargin = 8;
constexpr int railTop = 56;
constexpr int railPitch = 32;
} // namespace

NavButton::NavButton(Theme &theme, const NavPage &page, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setPage(page);
}

void NavButton::setPage(const NavPage &page)
{
    m_id = page.id;
    m_icon = page.icon;
    m_shortcut = page.shortcut;
    setObjectName(QString(QLatin1String("nav-") + page.id));
    setText(page.text);
    updateTexts();
}

void NavButton::updateTexts()
{
    //: a page and how many things wait there, e.g. "Incidents, 7"
    setAccessibleName(m_count > 0 ? tr("%1, %2").arg(text(), locale().toString(m_count)) : text());
    const QString keys = m_shortcut.isEmpty() ? QString() : QString(QLatin1String("  ") % m_shortcut);
    setToolTip(m_collapsed || !m_shortcut.isEmpty() ? QString(text() % keys) : QString());
}

void NavButton::setBadge(int count, SeverityLook look)
{
    m_count = count;
    m_look = look;
    updateTexts();
    update();
}

void NavButton::setCurrent(bool current)
{
    m_current = current;
    setFocusPolicy(current ? Qt::StrongFocus : Qt::ClickFocus);
    //: appended for screen readers to the page that is shown
    setAccessibleDescription(current ? tr("current page") : QString());
    update();
}

void NavButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    updateTexts();
    update();
}

QSize NavButton::sizeHint() const
{
    return {m_theme.px(204), m_theme.px(28)};
}

void NavButton::keyPressEvent(QKeyEvent *event)
{
    // Up and down belong to the rail; Enter chooses like Space.
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const TextColors &text = m_theme.text();
    if (m_current)
        drawRounded(painter, rect(), Theme::controlRadius, m_theme.surface().selection);
    else if (underMouse())
        drawRounded(painter, rect(), Theme::controlRadius, m_theme.surface().hover);
    const int side = m_theme.px(16);
    const QColor ink = m_current ? text.primary : text.secondary;
    const QPixmap icon = iconPixmap(m_icon, side, ink, devicePixelRatioF());
    const int iconX = m_collapsed ? (width() - side) / 2 : 10;
    if (!icon.isNull())
        painter.drawPixmap(iconX, (height() - side) / 2, icon);
    const QRect inner = rect().adjusted(m_collapsed ? 0 : 10, 0, m_collapsed ? 0 : -10, 0);
    paintBadge(painter, inner);
    if (!m_collapsed) {
        painter.setFont(m_theme.ui(m_current ? FontRole::BodyStrong : FontRole::Body));
        painter.setPen(ink);
        const QRect words = inner.adjusted(side + 10, 0, m_count > 0 ? -m_theme.px(34) : 0, 0);
        const QString shown = QFontMetrics(painter.font()).elidedText(this->text(), Qt::ElideRight, words.width());
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shown);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, rect(), m_theme);
}

void NavButton::paintBadge(QPainter &painter, const QRect &inner) const
{
    if (m_count <= 0)
        return;
    const bool loud = m_look == SeverityLook::Critical || m_look == SeverityLook::High;
    if (m_collapsed) {
        // No room for a number: a dot in the corner, coloured like the badge would be.
        const double side = m_theme.px(7);
        drawRounded(painter, QRectF(width() - side - 4, 3, side, side), side / 2,
                    loud ? m_theme.severity(m_look).graphic : m_theme.accent().main);
        return;
    }
    painter.setFont(m_theme.numeric(FontRole::Small));
    const QString number = m_count > 9999 ? QStringLiteral("9999+") : QString::number(m_count);
    const int words = QFontMetrics(painter.font()).horizontalAdvance(number);
    QRect badge = inner;
    if (loud) {
        const int high = m_theme.px(18);
        badge = QRect(inner.right() - words - 11, (height() - high) / 2, words + 12, high);
        drawRounded(painter, badge, high / 2.0, m_theme.severity(m_look).graphic);
        QFont bold = painter.font();
        bold.setWeight(QFont::Bold);
        painter.setFont(bold);
        painter.setPen(m_theme.severity(m_look).onFill);
        painter.drawText(badge, Qt::AlignCenter, number);
        return;
    }
    painter.setPen(m_theme.text().secondary);
    painter.drawText(badge, Qt::AlignRight | Qt::AlignVCenter, number);
}

NavRail::NavRail(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(QStringLiteral("navRail"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    NavRail::retranslate();
}

void NavRail::retranslate()
{
    setAccessibleName(tr("Pages"));
}

void NavRail::setPages(std::vector<NavPage> pages)
{
    std::vector<NavButton *> buttons;
    for (const NavPage &page : pages) {
        const int old = indexOf(page.id);
        NavButton *button = nullptr;
        if (old >= 0) {
            button = m_buttons[std::size_t(old)];
            m_buttons[std::size_t(old)] = nullptr;
            m_pages[std::size_t(old)].id.clear();
            button->setPage(page);
        } else {
            button = new NavButton(theme(), page, this);
            button->setCurrent(page.id == m_current);
            button->setCollapsed(m_collapsed);
            connect(button, &QAbstractButton::clicked, this, [this, id = page.id] { Q_EMIT pageRequested(id); });
            button->show();
        }
        buttons.push_back(button);
    }
    for (NavButton *gone : m_buttons)
        delete gone;
    m_buttons = std::move(buttons);
    m_pages = std::move(pages);
    place();
}

int NavRail::indexOf(const QString &id) const
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id && !id.isEmpty())
            return int(i);
    }
    return -1;
}

void NavRail::setCount(const QString &id, int count, SeverityLook look)
{
    if (const int index = indexOf(id); index >= 0)
        m_buttons[std::size_t(index)]->setBadge(count, look);
}

void NavRail::setCurrent(const QString &id)
{
    m_current = id;
    for (NavButton *button : m_buttons)
        button->setCurrent(button->pageId() == id);
}

void NavRail::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    for (NavButton *button : m_buttons)
        button->setCollapsed(collapsed);
    updateGeometry();
    place();
    update();
}

void NavRail::setBottomFrom(int index)
{
    m_bottomFrom = index;
    place();
}

QRect NavRail::pageRect(std::size_t index) const
{
    return m_buttons[index]->geometry();
}

QSize NavRail::sizeHint() const
{
    const int pages = theme().px(railTop + railPitch * double(m_pages.size()) + railMargin);
    return {m_collapsed ? theme().px(48) : theme().px(220), pages};
}

QSize NavRail::minimumSizeHint() const
{
    return sizeHint();
}

void NavRail::place()
{
    const Theme &t = theme();
    const int pitch = t.px(railPitch);
    const int count = int(m_buttons.size());
    const int firstBelow = m_bottomFrom < 0 ? count : std::min(m_bottomFrom, count);
    for (int i = 0; i < count; ++i) {
        const int y = i < firstBelow ? t.px(railTop) + i * pitch : height() - railMargin - (count - i) * pitch;
        m_buttons[std::size_t(i)]->setGeometry(railMargin, y, width() - 2 * railMargin - 1, t.px(28));
    }
}

void NavRail::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    place();
}

void NavRail::themeChanged()
{
    place();
}

void NavRail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    int at = -1;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons[i]->hasFocus())
            at = int(i);
    }
    if (step == 0 || at < 0)
        return ThemedWidget::keyPressEvent(event);
    const int next = std::clamp(at + step, 0, int(m_buttons.size()) - 1);
    m_buttons[std::size_t(next)]->setFocus(Qt::TabFocusReason);
}

void NavRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &t = theme();
    painter.fillRect(rect(), t.surface().sunken);
    painter.fillRect(width() - 1, 0, 1, height(), t.border().weak);
    const double side = t.px(18);
    const double x = m_collapsed ? (width() - side) / 2 : 16;
    paintSeverityGlyph(painter, QRectF(x, t.px(25) - side / 2, side, side), SeverityLook::Ok, t);
    if (m_collapsed)
        return;
    painter.setFont(t.ui(FontRole::H3));
    painter.setPen(t.text().primary);
    painter.drawText(QRect(int(16 + side + 10), 0, width(), t.px(50)), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("Vigie"));
}

} // namespace vigie
