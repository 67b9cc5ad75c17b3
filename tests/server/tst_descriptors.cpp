// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when open files run out, and what is done so that they do not.
#include "backend/domain/json.h"
#include "backend/domain/logging.h"
#include "backend/server/descriptorlimit.h"
#include "tests/server/testserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace vigie;
using namespace vigie::test;

class TstDescriptors : public QObject {
    Q_OBJECT

    QByteArray newLines() { return m_log.readAll(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_log.setFileName(m_folder.filePath(QStringLiteral("log")));
        QVERIFY(log::start(log::Level::Info, m_log.fileName().toStdString()));
        QVERIFY(m_log.open(QIODevice::ReadOnly));
    }
    void connectionsLeaveRoomForOthers_data()
    {
        QTest::addColumn<qulonglong>("descriptors");
        QTest::addColumn<qlonglong>("wanted");
        QTest::addColumn<qulonglong>("connections");
        QTest::newRow("plenty") << 1'048'576ULL << 4096LL << 4096ULL;
        QTest::newRow("just enough") << 4224ULL << 4096LL << 4096ULL;
        QTest::newRow("one too few") << 4223ULL << 4096LL << 4095ULL;
        QTest::newRow("a usual soft limit") << 1024ULL << 4096LL << 896ULL;
        QTest::newRow("hardly any") << 64ULL << 4096LL << 32ULL;
        QTest::newRow("no limit") << ~0ULL << 100'000LL << 100'000ULL;
    }
    void connectionsLeaveRoomForOthers()
    {
        QFETCH(qulonglong, descriptors);
        QFETCH(qlonglong, wanted);
        QFETCH(qulonglong, connections);
        newLines();
        QCOMPARE(qulonglong {connectionsWithin(descriptors, wanted)}, connections);
        QCOMPARE(newLines().contains("max_connections"), connections < static_cast<qulonglong>(wanted));
    }
    void theSoftLimitIsRaised()
    {
        rlimit before {};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit low {std::min<rlim_t>(256, before.rlim_max), before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &low), 0);
        const std::size_t raised = raiseDescriptorLimit();
        rlimit after {};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &after), 0);
        setrlimit(RLIMIT_NOFILE, &before);
        QCOMPARE(after.rlim_cur, before.rlim_max);
        QCOMPARE(raised, static_cast<std::size_t>(before.rlim_max));
    }
    /// Ten tries a second fail, and are one line a minute.
    void whatCannotBeAcceptedIsSaidOnce()
    {
        TestServer server;
        rlimit limit {};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        newLines();
        // One more file may be opened: the client's end of the connection.
        const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        ::close(next);
        const rlimit low {static_cast<rlim_t>(next) + 1, limit.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &low), 0);
        RawClient client;
        const bool connected = client.connect(server.port());
        QByteArray lines;
        QTest::qWait(1'000); // ten tries
        lines = newLines();
        setrlimit(RLIMIT_NOFILE, &limit);
        QVERIFY(connected);
        QCOMPARE(lines.count("could not be accepted"), 1);
        // It goes on as soon as there is room again.
        QCOMPARE(client.request("GET", "/hello")->status, 200);
    }

private:
    QTemporaryDir m_folder;
    QFile m_log;
};

QTEST_GUILESS_MAIN(TstDescriptors)
#include "tst_descriptors.moc"
