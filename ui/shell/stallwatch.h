// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace vigie {

/// Measures how long the event loop of its thread was busy without a turn: a precise 10 ms timer, whose lateness is
/// the stall.
class StallWatch : public QObject {
    Q_OBJECT
public:
    explicit StallWatch(QObject *parent = nullptr);
    /// Milliseconds; begins anew. Counts a stall that is still going on.
    double takeWorst();

private:
    static constexpr int beatMs = 10;
    void beat();

    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    double m_worst {0};
};

} // namespace vigie
