// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace vigie {

/// SIGTERM, SIGINT and SIGHUP close the windows, as their users would, so that everything is stored; then the
/// application ends with 0. A second signal ends it at once. One object, in the GUI thread, after the application.
class QuitSignals : public QObject {
    Q_OBJECT
public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

private:
    void quit();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace vigie
