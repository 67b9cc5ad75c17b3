// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/removals.h"

#include "backend/client/apiclient.h"

#include <QTimer>

namespace vigie {

Removals::Removals(ApiClient &api, std::chrono::milliseconds delay, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_delay(delay)
{
}

void Removals::begin(const SourceStatus &source)
{
    if (!m_ids.insert(source.id).second)
        return;
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    m_timers[source.id] = timer;
    connect(timer, &QTimer::timeout, this,
            [this, id = source.id, name = QString::fromStdString(source.name)] { send(id, name); });
    timer->start(m_delay);
    Q_EMIT changed();
}

void Removals::undo(const SourceId &id)
{
    if (m_timers.contains(id))
        forget(id);
}

int Removals::giveUp()
{
    std::vector<SourceId> waiting;
    waiting.reserve(m_timers.size());
    for (const auto &[id, timer] : m_timers)
        waiting.push_back(id);
    for (const SourceId &id : waiting)
        forget(id);
    return int(waiting.size());
}

void Removals::endWait(const SourceId &id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return;
    timer->second->deleteLater();
    m_timers.erase(timer);
    Q_EMIT settled(id);
}

void Removals::forget(const SourceId &id)
{
    endWait(id);
    if (m_ids.erase(id) > 0)
        Q_EMIT changed();
}

void Removals::send(const SourceId &id, const QString &name)
{
    // From here on it can no longer be undone; the row stays marked until the answer.
    endWait(id);
    whenDone(m_api.removeSource(id), this, [this, id, name](const Result<> &result) {
        forget(id);
        // Somebody else was faster: it is gone, as wished.
        if (result || result.error().code == Error::Code::NotFound)
            Q_EMIT removed(name);
        else
            Q_EMIT failed(name, result.error());
    });
}

} // namespace vigie
