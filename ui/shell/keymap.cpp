// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keymap.h"

#include "ui/shell/actionregistry.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequence>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>
#include <array>

namespace vigie {

namespace {

bool takesText(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return !edit->isReadOnly();
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        return !edit->isReadOnly();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return combo->isEditable();
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

/// Shift only counts where it does not just make another character ("?" is Shift+ß or Shift+/ somewhere).
QString keyText(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers mods = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const QString text = event.text();
    const bool plain = !(mods & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && text.size() == 1 && text.at(0).isPrint() && !text.at(0).isLetterOrNumber() && !text.at(0).isSpace())
        return QKeySequence(text.at(0).unicode()).toString(QKeySequence::PortableText);
    return QKeySequence(QKeyCombination(mods, Qt::Key(event.key()))).toString(QKeySequence::PortableText);
}

/// What a text field does by itself with this combination. Ctrl+K and Ctrl+U, which delete to the ends of a line on
/// some desktops, are not among them: the palette opens everywhere.
bool editsText(const QKeyEvent &event)
{
    constexpr std::array keys {
        QKeySequence::Undo,
        QKeySequence::Redo,
        QKeySequence::Cut,
        QKeySequence::Copy,
        QKeySequence::Paste,
        QKeySequence::SelectAll,
        QKeySequence::DeleteStartOfWord,
        QKeySequence::DeleteEndOfWord,
        QKeySequence::MoveToNextWord,
        QKeySequence::MoveToPreviousWord,
        QKeySequence::MoveToStartOfBlock,
        QKeySequence::MoveToEndOfBlock,
        QKeySequence::MoveToStartOfDocument,
        QKeySequence::MoveToEndOfDocument,
        QKeySequence::SelectNextWord,
        QKeySequence::SelectPreviousWord,
        QKeySequence::SelectStartOfBlock,
        QKeySequence::SelectEndOfBlock,
        QKeySequence::SelectStartOfDocument,
        QKeySequence::SelectEndOfDocument,
    };
    return std::any_of(keys.begin(), keys.end(), [&event](auto key) { return event.matches(key); });
}

/// The editor of keys, or the line inside of it.
bool takesKeys(const QWidget *widget)
{
    return qobject_cast<const QKeySequenceEdit *>(widget)
        || (widget && qobject_cast<const QKeySequenceEdit *>(widget->parentWidget()));
}

bool isModifierKey(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta
        || key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

bool isPlainKey(const QKeyEvent &event)
{
    const bool function = event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35;
    return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && !function;
}

} // namespace

KeyMap::KeyMap(ActionRegistry &actions, QWidget *window, std::function<QString()> page, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_window(window)
    , m_page(std::move(page))
{
    m_forget.setSingleShot(true);
    m_forget.setInterval(1500);
    connect(&m_forget, &QTimer::timeout, this, [this] { setPending({}); });
    qApp->installEventFilter(this);
}

bool KeyMap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !m_window || widget->window() != m_window || QApplication::activeModalWidget()
        || QApplication::activePopupWidget())
        return false;
    // A key goes up through the parents of the focus widget: only its first station counts.
    const QWidget *focus = m_window->focusWidget();
    if (focus && widget != focus)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    if (isModifierKey(key->key()) || key->isAutoRepeat())
        return false;
    const bool press = event->type() == QEvent::KeyPress;
    if (!handle(*key, press))
        return false;
    event->accept();
    return true;
}

bool KeyMap::handle(const QKeyEvent &event, bool commit)
{
    if (takesKeys(m_window->focusWidget()))
        return false;
    const bool inField = takesText(m_window->focusWidget());
    if (inField && editsText(event))
        return false;
    if (isPlainKey(event) && (inField || (m_overlayOpen && m_overlayOpen())))
        return inField && leaveField(event, commit);
    const QString key = keyText(event);
    const QString page = m_page();
    QString typed = m_typed.isEmpty() ? key : QString(m_typed % QLatin1String(", ") % key);
    auto found = m_actions.match(typed, page);
    if (found.match == ActionRegistry::Match::None && !m_typed.isEmpty()) {
        typed = key;
        found = m_actions.match(typed, page);
    }
    const ActionSpec *spec = m_actions.find(found.id);
    if (spec && spec->tablesHaveIt && qobject_cast<const QAbstractItemView *>(m_window->focusWidget()))
        return false;
    if (!commit)
        return found.match != ActionRegistry::Match::None;
    switch (found.match) {
    case ActionRegistry::Match::None:
        setPending({});
        return false;
    case ActionRegistry::Match::Partial:
        setPending(typed);
        m_forget.start();
        return true;
    case ActionRegistry::Match::Exact:
        setPending({});
        m_actions.trigger(found.id);
        return true;
    }
    return false;
}

/// Without it the keys that follow would go on into the field.
bool KeyMap::leaveField(const QKeyEvent &event, bool commit)
{
    const bool wanted = event.key() == Qt::Key_Escape && !(m_overlayOpen && m_overlayOpen()) && m_leaveField;
    return wanted && commit && m_leaveField();
}

void KeyMap::setPending(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    if (typed.isEmpty())
        m_forget.stop();
    Q_EMIT pendingChanged(shownKeySequence(typed));
}

} // namespace vigie
