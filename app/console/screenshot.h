// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace vigie {

class MainWindow;
class Session;

/// Waits until the page that is shown has its data on screen, saves a picture of the window and ends the application:
/// 0, or 1 with the reason on stderr after 20 s.
class Screenshot : public QObject {
    Q_OBJECT
public:
    Screenshot(MainWindow &window, Session &session, QString file, QObject *parent = nullptr);

private:
    void look();
    void take();
    void giveUp();

    MainWindow &m_window;
    Session &m_session;
    QString m_file;
    QTimer m_timer;
    QElapsedTimer m_since;
    QElapsedTimer m_ready;
};

} // namespace vigie
