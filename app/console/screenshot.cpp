// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/screenshot.h"

#include "backend/client/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPixmap>

#include <cstdio>

namespace vigie {

namespace {
constexpr int patienceMs = 20'000;
constexpr int settleMs = 1'500; ///< first pushed samples, images of fonts
} // namespace

Screenshot::Screenshot(MainWindow &window, Session &session, QString file, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_file(std::move(file))
{
    m_since.start();
    m_timer.setInterval(50);
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start();
}

void Screenshot::look()
{
    const Page *page = m_window.currentPage();
    const bool there = page && page->hasData() && m_session.state() == Session::State::Live;
    if (!there)
        m_ready.invalidate();
    else if (!m_ready.isValid())
        m_ready.start();
    if (m_ready.isValid() && m_ready.elapsed() >= settleMs)
        take();
    else if (m_since.elapsed() > patienceMs)
        giveUp();
}

void Screenshot::take()
{
    m_timer.stop();
    const bool saved = m_window.grab().save(m_file);
    if (!saved)
        std::fprintf(stderr, "%s\n",
                     qPrintable(tr("The picture could not be saved as %1.").arg(QFileInfo(m_file).absoluteFilePath())));
    QCoreApplication::exit(saved ? 0 : 1);
}

void Screenshot::giveUp()
{
    m_timer.stop();
    QString why
        = tr("No data came within %1 seconds: %2.").arg(patienceMs / 1000).arg(sessionStateWord(m_session.state()));
    if (!m_session.lastError().detail.empty())
        why += QString(QLatin1Char(' ') % toQString(m_session.lastError().detail));
    std::fprintf(stderr, "%s\n", qPrintable(why));
    QCoreApplication::exit(1);
}

} // namespace vigie
