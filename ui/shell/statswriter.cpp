// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statswriter.h"

#include "backend/client/session.h"

#include <QMetaEnum>

#include <unistd.h>

#include <algorithm>

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

StatsWriter::StatsWriter(Session &session, const Clock &clock, std::function<int()> rows, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
    , m_rows(std::move(rows))
{
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
    return {};
}

void StatsWriter::writeLine()
{
    const auto age = m_session.dataAge();
    const QByteArray line = QByteArrayLiteral("{\"t\":") + QByteArray::number(qlonglong(toMicros(m_clock.now())))
        + ",\"rows\":" + QByteArray::number(m_rows())
        + ",\"events\":" + QByteArray::number(qulonglong(m_session.eventsApplied())) + ",\"worstStallMs\":"
        + QByteArray::number(m_watch.takeWorst(), 'f', 1) + ",\"rssBytes\":" + QByteArray::number(residentBytes())
        + ",\"dataAgeMs\":" + QByteArray::number(qlonglong(age ? age->count() : -1)) + ",\"state\":\""
        + QMetaEnum::fromType<Session::State>().valueToKey(int(m_session.state())) + "\"}\n";
    m_file.write(line);
    m_file.flush();
}

} // namespace vigie
