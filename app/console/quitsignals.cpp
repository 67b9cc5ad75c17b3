// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/quitsignals.h"

#include <QApplication>
#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace vigie {

namespace {
constexpr std::array quitSignals {SIGTERM, SIGINT, SIGHUP};
// A handler may only write; both ends live as long as the process.
std::array<int, 2> quitPipe {-1, -1};

extern "C" void noteQuitSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(quitPipe[1], &byte, 1);
}
} // namespace

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    if (quitPipe[0] < 0 && ::pipe2(quitPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(quitPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &QuitSignals::quit);
    struct sigaction action { };
    action.sa_handler = noteQuitSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND); // the second one kills
    sigemptyset(&action.sa_mask);
    for (const int signal : quitSignals) {
        struct sigaction before { };
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) // nohup
            ::sigaction(signal, &action, nullptr);
    }
}

QuitSignals::~QuitSignals()
{
    for (const int signal : quitSignals)
        std::signal(signal, SIG_DFL);
}

void QuitSignals::quit()
{
    m_notifier->setEnabled(false);
    QApplication::closeAllWindows();
    QCoreApplication::exit(0);
}

} // namespace vigie
