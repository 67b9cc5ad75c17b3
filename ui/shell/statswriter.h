// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/stallwatch.h"

#include <QFile>
#include <QObject>
#include <QTimer>

#include <functional>

namespace vigie {

class Clock;
class Session;

/// Appends one JSON line each second to a file, for benchmarks and watchdogs: {"t" microseconds UTC, "rows" of the
/// page's table, "events" applied so far, "worstStallMs" of the event loop since the last line, "rssBytes",
/// "dataAgeMs" (-1: nothing was heard yet), "state"}. GUI thread.
class StatsWriter : public QObject {
    Q_OBJECT
public:
    StatsWriter(Session &session, const Clock &clock, std::function<int()> rows, QObject *parent = nullptr);
    /// Empty on success, else why the file cannot be written.
    QString open(const QString &file);

private:
    void writeLine();

    Session &m_session;
    const Clock &m_clock;
    std::function<int()> m_rows;
    StallWatch m_watch;
    QFile m_file;
    QTimer m_timer;
};

/// Resident memory of this process in bytes (/proc/self/statm); 0 when unknown.
qint64 residentBytes();

} // namespace vigie
