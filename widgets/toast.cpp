// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/toast.h"

#include "widgets/icons.h"
#include "widgets/severitychip.h"
#include "widgets/stylepainter.h"
#include "widgets/toastwidget.h"
#include "widgets/vigiestyle.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace vigie {

namespace {
constexpr std::size_t toastLimit = 5;
constexpr int toastMargin = 16;
} // namespace

ToastWidget::ToastWidget(Theme &theme, const Toast &toast, int id, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_action(new QPushButton(toast.action, this))
    , m_close(new QToolButton(this))
    , m_look(toast.look)
    , m_id(id)
    , m_undoes(toast.undoes)
{
    setObjectName(QStringLiteral("toast"));
    setAccessibleName(toast.text);
    auto *text = new QLabel(toast.text, this);
    text->setObjectName(QStringLiteral("toastText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("toastAction"));
    m_action->setAccessibleName(toast.action);
    m_action->setVisible(!toast.action.isEmpty());
    m_action->setFocusPolicy(Qt::TabFocus);
    m_close->setObjectName(QStringLiteral("toastClose"));
    m_close->setIcon(themedIcon(theme, QStringLiteral("edit-delete-remove")));
    m_close->setFocusPolicy(Qt::TabFocus);
    setButtonLook(*m_action, ButtonLook::Normal);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::panelPadding + theme.px(16) + 10, 8, 8, 8);
    layout->addWidget(text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &ToastWidget::triggerAction);
    connect(m_close, &QToolButton::clicked, this, [this] { Q_EMIT finished(m_id); });
    m_timer.setSingleShot(true);
    m_timer.setInterval(toast.timeout);
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT finished(m_id); });
    if (toast.timeout.count() > 0)
        m_timer.start();
    ToastWidget::retranslate();
}

bool ToastWidget::hasAction() const
{
    return !m_action->text().isEmpty();
}

void ToastWidget::triggerAction()
{
    Q_EMIT actionTriggered(m_id);
    Q_EMIT finished(m_id);
}

void ToastWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &t = theme();
    drawRounded(painter, rect(), Theme::panelRadius, t.surface().overlay, t.border().strong);
    const double side = t.px(16);
    paintSeverityGlyph(painter, QRectF(Theme::panelPadding, (height() - side) / 2, side, side), m_look, t);
}

void ToastWidget::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    ThemedWidget::enterEvent(event);
}

void ToastWidget::leaveEvent(QEvent *event)
{
    if (m_timer.interval() > 0)
        m_timer.start();
    ThemedWidget::leaveEvent(event);
}

void ToastWidget::retranslate()
{
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
}

ToastHost::ToastHost(Theme &theme, QWidget *host)
    : QObject(host)
    , m_theme(theme)
    , m_host(host)
{
    host->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { focusMoved(now); });
}

ToastHost::~ToastHost() = default;

/// A sentence that stands there already is moved down, not said twice.
void ToastHost::dropSame(const Toast &toast)
{
    const auto same = std::ranges::find_if(
        m_toasts, [&toast](const ToastWidget *t) { return !t->hasAction() && t->accessibleName() == toast.text; });
    if (toast.action.isEmpty() && same != m_toasts.end())
        remove((*same)->id());
}

int ToastHost::show(const Toast &toast)
{
    dropSame(toast);
    while (m_toasts.size() >= toastLimit) {
        // One that still offers something (Undo) goes last: what it offers cannot be had elsewhere.
        const auto plain = std::ranges::find_if(m_toasts, [](const ToastWidget *t) { return !t->hasAction(); });
        remove((plain == m_toasts.end() ? m_toasts.front() : *plain)->id());
    }
    auto *widget = new ToastWidget(m_theme, toast, ++m_lastId, m_host);
    m_toasts.push_back(widget);
    connect(widget, &ToastWidget::actionTriggered, this, &ToastHost::actionTriggered);
    connect(widget, &ToastWidget::finished, this, &ToastHost::remove);
    widget->show();
    place();
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return widget->id();
}

void ToastHost::close(int id)
{
    remove(id);
}

void ToastHost::remove(int id)
{
    const auto found = std::ranges::find_if(m_toasts, [id](const ToastWidget *t) { return t->id() == id; });
    if (found == m_toasts.end())
        return;
    // Its own signal brought us here: it goes when control is back in the event loop.
    (*found)->hide();
    (*found)->deleteLater();
    m_toasts.erase(found);
    place();
    Q_EMIT closed(id);
}

bool ToastHost::undoLatest()
{
    for (auto it = m_toasts.rbegin(); it != m_toasts.rend(); ++it) {
        if ((*it)->undoes()) {
            (*it)->triggerAction();
            return true;
        }
    }
    return false;
}

void ToastHost::focusMoved(QWidget *now)
{
    const bool written = now && m_host->isAncestorOf(now) && now->testAttribute(Qt::WA_InputMethodEnabled);
    if (m_field == (written ? now : nullptr))
        return;
    m_field = written ? now : nullptr;
    place();
}

/// Where the stack ends: at the host's lower edge, or above the field that is being written in.
int ToastHost::bottomEdge(int left) const
{
    const int lowest = m_host->height() - toastMargin;
    if (!m_field || !m_host->isAncestorOf(m_field))
        return lowest;
    const QRect field(m_field->mapTo(m_host, QPoint(0, 0)), m_field->size());
    // A field in the upper half (a filter) is out of a stack's way, and above it there is no room.
    const bool inTheWay = field.right() >= left && field.top() > m_host->height() / 2;
    return inTheWay ? std::min(lowest, field.top() - toastMargin) : lowest;
}

void ToastHost::place()
{
    const int width = std::min(m_theme.px(400), m_host->width() - 2 * toastMargin);
    int bottom = bottomEdge(m_host->width() - toastMargin - width);
    for (auto it = m_toasts.rbegin(); it != m_toasts.rend(); ++it) {
        ToastWidget *toast = *it;
        const int height = std::max(m_theme.px(44), toast->layout()->heightForWidth(width));
        toast->setGeometry(m_host->width() - toastMargin - width, bottom - height, width, height);
        toast->raise();
        bottom -= height + 8;
    }
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host && event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace vigie
