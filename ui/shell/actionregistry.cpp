// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionregistry.h"

#include "ui/shell/preferences.h"

#include <QKeySequence>
#include <QTimer>

#include <algorithm>

namespace vigie {

namespace {

/// 2: the whole sequence; 1: a beginning of it; 0: neither.
int sequenceMatch(const QString &typed, const QString &keys)
{
    if (keys == typed)
        return 2;
    return keys.startsWith(QString(typed % QLatin1String(", "))) ? 1 : 0;
}

QString normalised(const QString &keys)
{
    return QKeySequence::fromString(keys, QKeySequence::PortableText).toString(QKeySequence::PortableText);
}

} // namespace

QString shownKeySequence(const QString &portable)
{
    const QKeySequence sequence = QKeySequence::fromString(portable, QKeySequence::PortableText);
    QString shown;
    for (int i = 0; i < sequence.count(); ++i) {
        const QKeyCombination one = sequence[uint(i)];
        QString text = QKeySequence(one).toString(QKeySequence::NativeText);
        if (one.keyboardModifiers() == Qt::NoModifier && text.size() == 1)
            text = text.toLower();
        shown += shown.isEmpty() ? text : QString(QLatin1Char(' ') % text);
    }
    return shown;
}

ActionRegistry::ActionRegistry(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
}

void ActionRegistry::add(ActionSpec spec, QObject *owner, std::function<void()> run, WhyNot whyNot)
{
    const QString id = spec.id;
    spec.keys = normalised(spec.keys);
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &e) { return e.spec.id == id; });
    Entry made {.spec = std::move(spec), .run = std::move(run), .reason = std::move(whyNot)};
    if (found == m_entries.end())
        m_entries.push_back(std::move(made));
    else
        *found = std::move(made);
    connect(owner, &QObject::destroyed, this, [this, id] { remove(id); });
    announce();
}

void ActionRegistry::remove(const QString &id)
{
    if (std::erase_if(m_entries, [&](const Entry &e) { return e.spec.id == id; }) > 0)
        announce();
}

/// Later and once: a start adds dozens, and what goes with a dying window must not call back into it.
void ActionRegistry::announce()
{
    if (!std::exchange(m_announcing, true))
        QTimer::singleShot(0, this, [this] {
            m_announcing = false;
            Q_EMIT changed();
        });
}

const ActionRegistry::Entry *ActionRegistry::entry(const QString &id) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &e) { return e.spec.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

const ActionSpec *ActionRegistry::find(const QString &id) const
{
    const Entry *found = entry(id);
    return found ? &found->spec : nullptr;
}

QStringList ActionRegistry::ids() const
{
    QStringList all;
    all.reserve(qsizetype(m_entries.size()));
    for (const Entry &e : m_entries)
        all.append(e.spec.id);
    return all;
}

QString ActionRegistry::title(const QString &id) const
{
    const Entry *found = entry(id);
    return found ? found->spec.title() : QString();
}

QString ActionRegistry::whyNot(const QString &id) const
{
    const Entry *found = entry(id);
    return found && found->reason ? found->reason() : QString();
}

bool ActionRegistry::trigger(const QString &id)
{
    const Entry *found = entry(id);
    if (!found)
        return false;
    const bool elsewhere = !found->spec.page.isEmpty() && !m_page.isEmpty() && found->spec.page != m_page;
    if (!found->spec.page.isEmpty())
        Q_EMIT pageNeeded(found->spec.page);
    QString reason = found->reason ? found->reason() : QString();
    if (reason.isEmpty() && elsewhere && found->spec.onSelection)
        reason = tr("“%1” acts on what is selected here. Look at it, then run it again.").arg(found->spec.title());
    if (!reason.isEmpty()) {
        Q_EMIT refused(id, reason);
        return false;
    }
    // The action may remove itself (a profile that is deleted), so the function is copied first.
    const auto run = found->run;
    run();
    Q_EMIT triggered(id);
    return true;
}

QString ActionRegistry::keys(const QString &id) const
{
    const QMap<QString, QString> rebound = m_preferences.keys();
    if (const auto it = rebound.constFind(id); it != rebound.constEnd())
        return *it;
    const Entry *found = entry(id);
    return found ? found->spec.keys : QString();
}

QString ActionRegistry::shownKeys(const QString &id) const
{
    return shownKeySequence(keys(id));
}

bool ActionRegistry::isRebound(const QString &id) const
{
    return m_preferences.keys().contains(id);
}

QString ActionRegistry::conflict(const QString &id, const QString &keyText) const
{
    const QString wanted = normalised(keyText);
    const Entry *self = entry(id);
    if (wanted.isEmpty() || !self)
        return {};
    for (const Entry &other : m_entries) {
        const bool meets = other.spec.page.isEmpty() || self->spec.page.isEmpty() || other.spec.page == self->spec.page;
        if (other.spec.id == id || !meets)
            continue;
        const QString taken = keys(other.spec.id);
        if (!taken.isEmpty() && (sequenceMatch(wanted, taken) > 0 || sequenceMatch(taken, wanted) > 0))
            return other.spec.id;
    }
    return {};
}

bool ActionRegistry::rebind(const QString &id, const QString &keyText)
{
    const Entry *found = entry(id);
    if (!found || !conflict(id, keyText).isEmpty())
        return false;
    QMap<QString, QString> rebound = m_preferences.keys();
    const QString wanted = normalised(keyText);
    if (wanted == found->spec.keys)
        rebound.remove(id);
    else
        rebound.insert(id, wanted);
    m_preferences.setKeys(rebound);
    Q_EMIT changed();
    return true;
}

void ActionRegistry::resetKeys(const QString &id)
{
    QMap<QString, QString> rebound = m_preferences.keys();
    if (rebound.remove(id) == 0)
        return;
    m_preferences.setKeys(rebound);
    Q_EMIT changed();
}

void ActionRegistry::resetAllKeys()
{
    m_preferences.setKeys({});
    Q_EMIT changed();
}

ActionRegistry::Found ActionRegistry::match(const QString &sequence, const QString &page) const
{
    const QMap<QString, QString> rebound = m_preferences.keys();
    Found found;
    for (const Entry &e : m_entries) {
        if (!e.spec.page.isEmpty() && e.spec.page != page)
            continue;
        const int fit = sequenceMatch(sequence, rebound.value(e.spec.id, e.spec.keys));
        if (fit == 2)
            return {.match = Match::Exact, .id = e.spec.id};
        if (fit == 1)
            found = {.match = Match::Partial, .id = e.spec.id};
    }
    return found;
}

} // namespace vigie
