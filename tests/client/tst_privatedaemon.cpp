// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The outer program starts itself as the daemon: `--private FILE --data-dir DIR` keeps the contract of app/daemon.
#include "backend/client/connector.h"
#include "backend/client/privatedaemon.h"
#include "tests/client/fakedaemon.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace vigie;
using test::FakeDaemon;
using namespace std::chrono_literals;

namespace {
constexpr int lockTaken = 3;

/// What vigied does: lock, listen, write the file, stay. Ends by itself after a while, whatever happens to the test.
int runAsDaemon(QCoreApplication &app, const QStringList &arguments)
{
    const QString file = arguments.value(2);
    const QString behaviour = qEnvironmentVariable("VIGIE_TEST_DAEMON");
    QFile started(arguments.value(4) + QLatin1String("/started"));
    if (started.open(QIODevice::Append))
        started.write("x");
    started.close();
    if (behaviour == QLatin1String("fails"))
        return 1;
    const int lock
        = ::open(QFile::encodeName(file + QLatin1String(".lock")).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0)
        return lockTaken;
    FakeDaemon daemon;
    daemon.token = "private-token";
    daemon.put(FakeDaemon::incident("local"));
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return 1;
    out.write(QByteArray::fromStdString(R"({"pid":)" + std::to_string(::getpid()) + R"(,"port":)"
                                        + std::to_string(daemon.port())
                                        + R"(,"token":"private-token","version":"0.1.0","epoch":"e1"})"));
    if (!out.commit())
        return 1;
    QTimer::singleShot(20'000, &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

struct Home {
    QTemporaryDir folder;
    PrivateDaemonOptions options;
    std::vector<std::int64_t> pids; ///< to end when the test is over

    Home()
    {
        options.program = QCoreApplication::applicationFilePath();
        options.runtimeDir = folder.filePath(QStringLiteral("run"));
        options.dataDir = folder.filePath(QStringLiteral("data"));
        options.configFile = folder.filePath(QStringLiteral("none.yaml"));
        options.startTimeout = 5s;
        options.minBackoff = 20ms;
        options.maxBackoff = 100ms;
    }
    ~Home()
    {
        for (const std::int64_t pid : pids)
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }
    void note(const PrivateDaemon &daemon) { pids.push_back(daemon.address().pid); }
    int starts() const { return static_cast<int>(QFileInfo(options.dataDir + QLatin1String("/started")).size()); }
    void writeRuntimeFile(const QByteArray &text,
                          QFileDevice::Permissions mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner) const
    {
        QDir().mkpath(options.runtimeDir);
        QFile::setPermissions(options.runtimeDir,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QFile file(options.runtimeDir + QLatin1String("/local.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(file.setPermissions(mode));
    }
};

class TestPrivateDaemon : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("VIGIE_TEST_DAEMON"); }

    void startsOneAndASecondConsoleJoins()
    {
        Home home;
        WorkerThread worker(QStringLiteral("worker"));
        PrivateDaemon first(worker, home.options);
        PrivateDaemon second(worker, home.options);
        first.start();
        second.start();
        QTRY_COMPARE(first.state(), PrivateDaemon::State::Running);
        home.note(first);
        QTRY_COMPARE(second.state(), PrivateDaemon::State::Running);
        QVERIFY(first.address() == second.address());
        QCOMPARE(first.address().token, std::string("private-token"));
        QCOMPARE(first.address().endpoint().url.host(), QStringLiteral("127.0.0.1"));
        const int starts = home.starts();
        PrivateDaemon third(worker, home.options);
        third.start();
        QTRY_COMPARE(third.state(), PrivateDaemon::State::Running);
        QCOMPARE(home.starts(), starts);
        QCOMPARE(QFileInfo(home.options.runtimeDir).permissions() & QFileDevice::Permissions(0x0077),
                 QFileDevice::Permissions());
        // Never in the arguments of a process, where everybody can read it.
        QFile cmdline(QStringLiteral("/proc/%1/cmdline").arg(first.address().pid));
        QVERIFY(cmdline.open(QIODevice::ReadOnly));
        QVERIFY(!cmdline.readAll().contains("private-token"));
    }

    void aKilledOneIsStartedAgain()
    {
        Home home;
        WorkerThread worker(QStringLiteral("worker"));
        PrivateDaemon daemon(worker, home.options);
        QSignalSpy failed(&daemon, &PrivateDaemon::failed);
        daemon.start();
        QTRY_COMPARE(daemon.state(), PrivateDaemon::State::Running);
        const DaemonAddress before = daemon.address();
        ::kill(static_cast<pid_t>(before.pid), SIGKILL);
        QTRY_VERIFY(daemon.state() != PrivateDaemon::State::Running || daemon.address().pid != before.pid);
        QTRY_COMPARE(daemon.state(), PrivateDaemon::State::Running);
        QVERIFY(failed.isEmpty()); // it did start
        home.note(daemon);
        QVERIFY(daemon.address().pid != before.pid);
    }

    void aStaleFileIsNotBelieved()
    {
        Home home;
        // pid 1 lives but is no daemon of ours; a dead pid; rubbish.
        for (const char *text : {R"({"pid":4194303,"port":1,"token":"old"})", "rubbish", R"({"pid":0})"}) {
            home.writeRuntimeFile(text);
            WorkerThread worker(QStringLiteral("worker"));
            PrivateDaemon daemon(worker, home.options);
            daemon.start();
            QTRY_COMPARE(daemon.state(), PrivateDaemon::State::Running);
            QCOMPARE(daemon.address().token, std::string("private-token"));
            ::kill(static_cast<pid_t>(daemon.address().pid), SIGKILL);
        }
    }

    void aLivingPidWithoutAnAnswerIsNotBelieved()
    {
        Home home;
        home.writeRuntimeFile(R"({"pid":)" + QByteArray::number(QCoreApplication::applicationPid())
                              + R"(,"port":1,"token":"old"})");
        WorkerThread worker(QStringLiteral("worker"));
        PrivateDaemon daemon(worker, home.options);
        daemon.start();
        QTRY_COMPARE(daemon.state(), PrivateDaemon::State::Running);
        home.note(daemon);
        QCOMPARE(daemon.address().token, std::string("private-token"));
    }

    void aFileOthersCanReadIsRefused()
    {
        Home home;
        home.writeRuntimeFile(R"({"pid":2,"port":1,"token":"x"})", QFileDevice::ReadOwner | QFileDevice::ReadOther);
        QCOMPARE(readRuntimeFile(home.options.runtimeDir + QLatin1String("/local.json")).error().code,
                 Error::Code::Denied);
        WorkerThread worker(QStringLiteral("worker"));
        PrivateDaemon daemon(worker, home.options);
        QSignalSpy failed(&daemon, &PrivateDaemon::failed);
        daemon.start();
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(daemon.state(), PrivateDaemon::State::Failed);
        QCOMPARE(home.starts(), 0);
    }

    void aFolderOthersCanEnterIsRefused()
    {
        Home home;
        QVERIFY(QDir().mkpath(home.options.runtimeDir));
        QVERIFY(::chmod(QFile::encodeName(home.options.runtimeDir).constData(), 0755) == 0);
        WorkerThread worker(QStringLiteral("worker"));
        PrivateDaemon daemon(worker, home.options);
        QSignalSpy failed(&daemon, &PrivateDaemon::failed);
        daemon.start();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, Error::Code::Denied);
    }

    void noProgramAndOneThatFailsAreSaidAndRetried()
    {
        Home home;
        WorkerThread worker(QStringLiteral("worker"));
        {
            PrivateDaemonOptions options = home.options;
            options.program = QStringLiteral("/nonexistent/vigied");
            PrivateDaemon daemon(worker, options);
            QSignalSpy failed(&daemon, &PrivateDaemon::failed);
            daemon.start();
            QTRY_VERIFY(failed.size() >= 2);
            QCOMPARE(failed[0][0].value<Error>().code, Error::Code::NotFound);
        }
        qputenv("VIGIE_TEST_DAEMON", "fails");
        home.options.startTimeout = 200ms;
        PrivateDaemon daemon(worker, home.options);
        QSignalSpy failed(&daemon, &PrivateDaemon::failed);
        daemon.start();
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(failed[0][0].value<Error>().code, Error::Code::Unavailable);
        qunsetenv("VIGIE_TEST_DAEMON");
        QTRY_COMPARE(daemon.state(), PrivateDaemon::State::Running);
        home.note(daemon);
    }

    void connectorBringsTheSessionBackAfterACrash()
    {
        Home home;
        SystemClock clock;
        WorkerThread worker(QStringLiteral("worker"));
        SessionOptions options;
        options.minBackoff = 5ms;
        options.stream.minBackoff = 5ms;
        Session session(worker, clock, options);
        MemorySecretStore secrets;
        Connector connector(session, secrets, worker, home.options);
        Profile local;
        local.id = QStringLiteral("local");
        connector.open(local);
        QTRY_COMPARE(session.state(), Session::State::Live);
        QVERIFY(session.incident(IncidentId {"local"}) != nullptr);
        const std::int64_t pid = connector.privateDaemon()->address().pid;
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        QTRY_VERIFY(session.state() != Session::State::Live);
        QTRY_COMPARE(session.state(), Session::State::Live);
        home.note(*connector.privateDaemon());
        QVERIFY(connector.privateDaemon()->address().pid != pid);
    }

    void connectorAsksForATokenAndKeepsTheRightOne()
    {
        FakeDaemon remote;
        SystemClock clock;
        WorkerThread worker(QStringLiteral("worker"));
        Session session(worker, clock, {});
        MemorySecretStore secrets;
        Connector connector(session, secrets, worker, {});
        QList<Connector::Need> needs;
        connect(&connector, &Connector::tokenNeeded, this, [&](Connector::Need need) { needs << need; });
        Profile profile;
        profile.id = QStringLiteral("team");
        profile.url = remote.endpoint().url;
        connector.open(profile);
        QTRY_COMPARE(needs, QList<Connector::Need> {Connector::Need::NeverGiven});
        connector.supplyToken("wrong", true);
        QTRY_COMPARE(needs.size(), 2);
        QCOMPARE(needs[1], Connector::Need::Refused);
        QVERIFY(!secrets.read(profile.secretKey()).result());
        connector.supplyToken("secret", true);
        QTRY_COMPARE(session.state(), Session::State::Live);
        QCOMPARE(secrets.read(profile.secretKey()).result().value_or(""), std::string("secret"));
        connector.open(profile);
        QTRY_COMPARE(session.state(), Session::State::Live);
        QCOMPARE(needs.size(), 2);
    }
};
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--private"))
        return runAsDaemon(app, arguments);
    TestPrivateDaemon test;
    return QTest::qExec(&test, arguments);
}

#include "tst_privatedaemon.moc"
