// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace vigie::test {

namespace {

const char *const serverPassword = "secret";

QString newestServer()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QString best;
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString bin = versions.filePath(version + QLatin1String("/bin"));
        if (QFileInfo::exists(bin + QLatin1String("/initdb"))
            && version.toInt() > QFileInfo(QFileInfo(best).path()).fileName().toInt())
            best = bin;
    }
    return best;
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (::bind(socket, reinterpret_cast<sockaddr *>(&address), size) == 0
        && ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    ::close(socket);
    return port;
}

/// In the child, before exec: become the user postgres when root, and end with the test.
void asServerUser(QProcess &process, bool endsWithTest)
{
    const passwd *user = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
    const uid_t uid = user ? user->pw_uid : 0;
    const gid_t gid = user ? user->pw_gid : 0;
    process.setChildProcessModifier([uid, gid, endsWithTest] {
        if (uid != 0 && (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0))
            ::_exit(126);
        if (endsWithTest)
            ::prctl(PR_SET_PDEATHSIG, SIGQUIT); // an immediate shutdown of the whole server
    });
}

} // namespace

std::unique_ptr<Postgres> Postgres::start(QString &problem, PostgresOptions options)
{
    std::unique_ptr<Postgres> server(new Postgres);
    server->m_options = options;
    server->m_programs = newestServer();
    if (server->m_programs.isEmpty()) {
        problem = QStringLiteral("package postgresql is not installed");
        return nullptr;
    }
    if (::geteuid() == 0 && !::getpwnam("postgres")) {
        problem = QStringLiteral("no user postgres (package postgresql)");
        return nullptr;
    }
    if (!server->initialise(problem))
        return nullptr;
    server->m_port = freePort();
    if (!server->startAgain()) {
        problem = QStringLiteral("postgres did not start");
        return nullptr;
    }
    return server;
}

Postgres::~Postgres()
{
    if (m_server && m_server->state() != QProcess::NotRunning) {
        signalServer(SIGQUIT);
        m_server->waitForFinished(10'000);
    }
}

bool Postgres::initialise(QString &problem)
{
    QFile password(m_folder.filePath(QStringLiteral("password")));
    if (!m_folder.isValid() || !password.open(QIODevice::WriteOnly)) {
        problem = QStringLiteral("no temporary folder");
        return false;
    }
    password.write(serverPassword);
    password.close();
    if (::geteuid() == 0) {
        const passwd *user = ::getpwnam("postgres");
        for (const QString &path : {m_folder.path(), password.fileName()}) {
            if (::chown(QFile::encodeName(path).constData(), user->pw_uid, user->pw_gid) != 0) {
                problem = QStringLiteral("cannot give the folder to postgres");
                return false;
            }
        }
    }
    QProcess initdb;
    asServerUser(initdb, false);
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    initdb.start(m_programs + QLatin1String("/initdb"),
                 {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-A"),
                  QStringLiteral("scram-sha-256"), QStringLiteral("-U"), QStringLiteral("vigie"),
                  QStringLiteral("--pwfile=%1").arg(password.fileName()), QStringLiteral("-E"), QStringLiteral("UTF8"),
                  QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync")});
    if (initdb.waitForFinished(60'000) && initdb.exitCode() == 0)
        return true;
    problem = QStringLiteral("initdb failed: ") + QString::fromUtf8(initdb.readAll());
    return false;
}

bool Postgres::startAgain()
{
    m_server = std::make_unique<QProcess>();
    asServerUser(*m_server, true);
    m_server->setStandardErrorFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
    m_server->start(m_programs + QLatin1String("/postgres"),
                    {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-p"),
                     QString::number(m_port), QStringLiteral("-k"), m_folder.path(), QStringLiteral("-c"),
                     QStringLiteral("listen_addresses=127.0.0.1"), QStringLiteral("-c"),
                     QStringLiteral("shared_buffers=32MB"), QStringLiteral("-c"),
                     QStringLiteral("fsync=%1").arg(m_options.fsync ? QStringLiteral("on") : QStringLiteral("off"))});
    if (!m_server->waitForStarted(10'000))
        return false;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 30'000 && m_server->state() == QProcess::Running) {
        QProcess ready;
        ready.start(m_programs + QLatin1String("/pg_isready"),
                    {QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                     QString::number(m_port)});
        if (ready.waitForFinished(5'000) && ready.exitCode() == 0)
            return true;
        QTest::qWait(50); // there is no event to wait for
    }
    return false;
}

void Postgres::signalServer(int number)
{
    const qint64 pid = m_server ? m_server->processId() : 0;
    if (pid > 0)
        ::kill(static_cast<pid_t>(pid), number);
}

void Postgres::crash()
{
    signalServer(SIGQUIT); // "immediate": no checkpoint, recovery from the log at the next start
    m_server->waitForFinished(10'000);
}

void Postgres::shutDown()
{
    signalServer(SIGINT); // "fast"
    m_server->waitForFinished(10'000);
}

QString Postgres::psql(const QString &sql, const QString &database)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), QLatin1String(serverPassword));
    process.setProcessEnvironment(environment);
    process.start(m_programs + QLatin1String("/psql"),
                  {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"),
                   QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"),
                   QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"),
                   QStringLiteral("vigie"), QStringLiteral("-d"), database, QStringLiteral("-c"), sql});
    if (!process.waitForFinished(30'000) || process.exitCode() != 0) {
        qWarning("psql: %s", process.readAllStandardError().constData());
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

std::string Postgres::createDatabase()
{
    const QString name = QStringLiteral("test%1").arg(++m_databases);
    psql(QStringLiteral("CREATE DATABASE %1").arg(name));
    const QString url = QStringLiteral("postgresql://vigie:%1@127.0.0.1:%2/%3");
    return url.arg(QLatin1String(serverPassword)).arg(m_port).arg(name).toStdString();
}

} // namespace vigie::test
