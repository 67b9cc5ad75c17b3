// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"
#include "backend/domain/source.h"

#include <QObject>

#include <chrono>
#include <map>
#include <set>

class QTimer;

namespace vigie {

class ApiClient;

/// Removals that wait for the end of the time to undo them: nothing is sent before, so that an undone one has lost
/// nothing, neither settings nor secrets. Ends the console in between, the source stays. GUI thread.
class Removals : public QObject {
    Q_OBJECT
public:
    /// `api` outlives this.
    Removals(ApiClient &api, std::chrono::milliseconds delay, QObject *parent = nullptr);
    void begin(const SourceStatus &source);
    void undo(const SourceId &id);
    /// Before another server is spoken to: ids mean something else there. Returns how many were given up.
    int giveUp();
    const std::set<SourceId> &ids() const { return m_ids; }

Q_SIGNALS:
    void changed();
    /// From here on there is nothing to undo: it is sent, or was undone or given up.
    void settled(const vigie::SourceId &id);
    void removed(const QString &name);
    void failed(const QString &name, const vigie::Error &error);

private:
    void send(const SourceId &id, const QString &name);
    void endWait(const SourceId &id);
    void forget(const SourceId &id);

    ApiClient &m_api;
    std::chrono::milliseconds m_delay;
    std::set<SourceId> m_ids;
    std::map<SourceId, QTimer *> m_timers;
};

} // namespace vigie
