// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statswriter.h"

#include "backend/client/session.h"

#include <QMetaEnum>

#include <unistd.h>

#include <algorithm>
#include <ctime>

namespace vigie {

StallWatch::StallWatch(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(beatMs);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::beat);
    m_sinceBeat.start();
    m_timer.start();
}

void StallWatch::beat()
{
    const double late = double(m_sinceBeat.nsecsElapsed()) / 1e6 - beatMs;
    m_worst = std::max(m_worst, late);
    m_sinceBeat.restart();
}

double StallWatch::takeWorst()
{
    beat();
    return std::max(0.0, std::exchange(m_worst, 0.0));
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields.at(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

qint64 processAgeMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now {};
    if (!file.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    // proc(5): the name may hold spaces and brackets; starttime is field 22, the 20th after it.
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 22 - 3;
    if (fields.size() <= startTime)
        return -1;
    const qint64 started = fields.at(startTime).toLongLong() * 1000 / sysconf(_SC_CLK_TCK);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - started;
}

StatsWriter::StatsWriter(Session &session, const Clock &clock, Shown shown, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
    , m_shown(std::move(shown))
{
    m_firstLook.setInterval(20);
    connect(&m_firstLook, &QTimer::timeout, this, &StatsWriter::lookForData);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &StatsWriter::writeLine);
}

QString StatsWriter::open(const QString &file)
{
    m_file.setFileName(file);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return m_file.errorString();
    m_watch.takeWorst();
    m_timer.start();
    m_firstLook.start();
    return {};
}

void StatsWriter::lookForData()
{
    if (!m_shown.hasData())
        return;
    m_firstDataMs = processAgeMs();
    m_firstLook.stop();
}

void StatsWriter::writeLine()
{
    const auto age = m_session.dataAge();
    const QByteArray line = QByteArrayLiteral("{\"t\":") + QByteArray::number(qlonglong(toMicros(m_clock.now())))
        + ",\"rows\":" + QByteArray::number(m_shown.rows())
        + ",\"events\":" + QByteArray::number(qulonglong(m_session.eventsApplied())) + ",\"worstStallMs\":"
        + QByteArray::number(m_watch.takeWorst(), 'f', 1) + ",\"rssBytes\":" + QByteArray::number(residentBytes())
        + ",\"dataAgeMs\":" + QByteArray::number(qlonglong(age ? age->count() : -1))
        + ",\"firstDataMs\":" + QByteArray::number(m_firstDataMs) + R"(,"state":")"
        + QMetaEnum::fromType<Session::State>().valueToKey(int(m_session.state())) + "\"}\n";
    m_file.write(line);
    m_file.flush();
}

} // namespace vigie
