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
/// "dataAgeMs" (-1: nothing was heard yet), "firstDataMs" from the start of this process until the page first had its
/// data (-1: not yet; seen to 20 ms), "state"}. GUI thread.
class StatsWriter : public QObject {
    Q_OBJECT
public:
    /// What is asked of the page that is shown.
    struct Shown {
        std::function<int()> rows;
        std::function<bool()> hasData;
    };
    StatsWriter(Session &session, const Clock &clock, Shown shown, QObject *parent = nullptr);
    /// Empty on success, else why the file cannot be written.
    QString open(const QString &file);

private:
    void writeLine();
    void lookForData();

    Session &m_session;
    const Clock &m_clock;
    Shown m_shown;
    StallWatch m_watch;
    QFile m_file;
    QTimer m_timer;
    QTimer m_firstLook;
    qint64 m_firstDataMs {-1};
};

/// Milliseconds since this process was started (/proc/self/stat, to 10 ms), so with what came before main(); -1 when
/// unknown.
qint64 processAgeMs();

/// Resident memory of this process in bytes (/proc/self/statm); 0 when unknown.
qint64 residentBytes();

} // namespace vigie
