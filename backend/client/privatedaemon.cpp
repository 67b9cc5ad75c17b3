// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/privatedaemon.h"

#include "backend/domain/json.h"
#include "backend/domain/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace vigie {

using namespace std::chrono_literals;

namespace {
constexpr auto ownerFolder = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr mode_t othersMayDo = 077;
/// A daemon that lived so long did not fail to start.
constexpr auto healthyRun = 30s;

QString orDefault(const QString &given, const QString &fallback)
{
    return given.isEmpty() ? fallback : given;
}

QString genericFolder(QStandardPaths::StandardLocation location, const QString &below)
{
    return QString(QStandardPaths::writableLocation(location) + below);
}

/// Ours alone; a runtime folder in somebody else's hands would hand them the token.
bool isPrivateFolder(const QString &folder)
{
    struct stat info { };
    return ::lstat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == ::geteuid() && (info.st_mode & othersMayDo) == 0;
}

Result<> makePrivateFolder(const QString &folder)
{
    const bool isNew = !QFileInfo::exists(folder);
    if (isNew && (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerFolder)))
        return fail(Error::Code::Unavailable, "cannot make " + folder.toStdString());
    if (!isPrivateFolder(folder))
        return fail(Error::Code::Denied, folder.toStdString() + " is not this user's alone (expected mode 0700)");
    return {};
}

QString defaultRuntimeDir()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && isPrivateFolder(runtime))
        return QString(runtime + QLatin1String("/vigie"));
    return genericFolder(QStandardPaths::GenericCacheLocation, QStringLiteral("/vigie/run"));
}

bool isAlive(std::int64_t pid)
{
    return pid > 1 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

Result<DaemonAddress> parseRuntimeText(const QByteArray &text)
{
    const auto json = parseJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!json)
        return tl::unexpected(json.error());
    DaemonAddress out;
    out.pid = (*json)["pid"].toInteger();
    const std::int64_t port = (*json)["port"].toInteger();
    out.token = (*json)["token"].toString();
    out.version = (*json)["version"].toString();
    out.epoch = (*json)["epoch"].dump();
    if (out.pid <= 1 || port < 1 || port > 65'535 || out.token.empty())
        return fail(Error::Code::Invalid, "runtime file without pid, port or token");
    out.port = static_cast<int>(port);
    return out;
}

/// Of the last line of a log; empty when there is none.
std::string lastWords(const QString &file)
{
    constexpr qint64 tail = 8 << 10;
    constexpr qsizetype longest = 300;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    in.seek(std::max<qint64>(0, in.size() - tail));
    const QByteArray line = in.read(tail).trimmed().split('\n').last().trimmed();
    const auto json = parseJson({line.constData(), static_cast<std::size_t>(line.size())});
    if (!json || !json->isObject())
        return QString::fromUtf8(line).left(longest).toStdString();
    std::string words = (*json)["msg"].toString();
    for (const char *more : {"detail", "error", "file"}) {
        if (const std::string &text = (*json)[more].toString(); !text.empty())
            words += ": " + text;
    }
    return QString::fromStdString(words).left(longest).toStdString();
}
} // namespace

Endpoint DaemonAddress::endpoint() const
{
    Endpoint out;
    out.url.setScheme(QStringLiteral("http"));
    out.url.setHost(QStringLiteral("127.0.0.1"));
    out.url.setPort(port);
    return out;
}

Result<DaemonAddress> readRuntimeFile(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    const int fd = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return fail(errno == ENOENT ? Error::Code::NotFound : Error::Code::Denied, path.toStdString());
    QFile in;
    in.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    struct stat info { };
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode) || info.st_uid != ::geteuid()
        || (info.st_mode & othersMayDo) != 0)
        return fail(Error::Code::Denied, path.toStdString() + " is not this user's alone (expected mode 0600)");
    constexpr qint64 maxRuntimeFile = 64 << 10;
    return parseRuntimeText(in.read(maxRuntimeFile));
}

PrivateDaemon::PrivateDaemon(WorkerThread &worker, PrivateDaemonOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_api(worker, {})
{
    m_options.runtimeDir = orDefault(m_options.runtimeDir, defaultRuntimeDir());
    m_options.dataDir
        = orDefault(m_options.dataDir, genericFolder(QStandardPaths::GenericDataLocation, QStringLiteral("/vigie")));
    m_options.configFile
        = orDefault(m_options.configFile,
                    genericFolder(QStandardPaths::GenericConfigLocation, QStringLiteral("/vigie/vigied.yaml")));
    m_runtimeFile = m_options.runtimeDir + QLatin1Char('/') + m_options.profile + QLatin1String(".json");
    setUpTimers();
}

PrivateDaemon::~PrivateDaemon()
{
    // The question that is cancelled with m_api must not start anything.
    m_state = State::Stopped;
    forgetProcess();
}

void PrivateDaemon::setUpTimers()
{
    m_poll.setInterval(50ms);
    m_deadline.setSingleShot(true);
    m_again.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &PrivateDaemon::look);
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (m_state == State::Starting)
            look();
    });
    connect(&m_again, &QTimer::timeout, this, &PrivateDaemon::start);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const std::string words = lastWords(logFile());
        give({.code = Error::Code::Unavailable, .detail = words.empty() ? "vigied did not start" : words});
    });
}

QString PrivateDaemon::logFile() const
{
    return QString(m_options.dataDir + QLatin1String("/vigied.log"));
}

void PrivateDaemon::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void PrivateDaemon::start()
{
    if (m_state == State::Looking || m_state == State::Starting || m_state == State::Running)
        return;
    m_again.stop();
    setState(State::Looking);
    if (const auto made = makePrivateFolder(m_options.runtimeDir); !made) {
        give(made.error());
        return;
    }
    m_folder.addPath(m_options.runtimeDir);
    look();
}

void PrivateDaemon::stop()
{
    m_poll.stop();
    m_deadline.stop();
    m_again.stop();
    m_announced = false;
    forgetProcess();
    setState(State::Stopped);
}

void PrivateDaemon::check()
{
    if (m_state != State::Running)
        return;
    setState(State::Looking);
    look();
}

void PrivateDaemon::look()
{
    if (m_verifying)
        return;
    const auto address = readRuntimeFile(m_runtimeFile);
    if (address && isAlive(address->pid)) {
        verify(*address);
        return;
    }
    if (!address && address.error().code == Error::Code::Denied) {
        give(address.error());
        return;
    }
    if (m_state == State::Looking)
        launch();
}

void PrivateDaemon::verify(const DaemonAddress &address)
{
    m_verifying = true;
    Endpoint endpoint = address.endpoint();
    endpoint.timeout = 2s;
    m_api.setEndpoint(endpoint);
    whenDone(m_api.health(), this, [this, address](const Result<Json> &health) {
        m_verifying = false;
        verified(address, health);
    });
}

void PrivateDaemon::verified(const DaemonAddress &address, const Result<Json> &health)
{
    if (m_state != State::Looking && m_state != State::Starting)
        return;
    // A daemon that is not well answers 503: it is there, and the console shows what is wrong.
    const bool answers = health ? health->isObject() : health.error().code == Error::Code::Unavailable;
    if (answers) {
        accept(address);
        return;
    }
    if (m_state == State::Starting)
        return;
    if (health && !health->isObject()) {
        launch();
        return;
    }
    if (health.error().code == Error::Code::Timeout) {
        // It holds the lock: a second one would end by itself.
        give({.code = Error::Code::Unavailable,
              .detail = "vigied (pid " + std::to_string(address.pid) + ") does not answer"});
        return;
    }
    launch();
}

void PrivateDaemon::accept(const DaemonAddress &address)
{
    m_poll.stop();
    m_deadline.stop();
    const bool isNew = !m_announced || !(address == m_address);
    m_address = address;
    if (isNew)
        m_running.start();
    watchProcess(address.pid);
    setState(State::Running);
    if (!isNew)
        return;
    m_announced = true;
    Q_EMIT ready(m_address);
}

QString PrivateDaemon::findProgram() const
{
    if (!m_options.program.isEmpty())
        return QFileInfo(m_options.program).isExecutable() ? m_options.program : QString();
    const QString beside = QCoreApplication::applicationDirPath() + QLatin1String("/vigied");
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("vigied"));
}

QStringList PrivateDaemon::arguments() const
{
    QStringList out {QStringLiteral("--private"), m_runtimeFile, QStringLiteral("--data-dir"), m_options.dataDir};
    if (QFileInfo::exists(m_options.configFile))
        out << QStringLiteral("--config") << m_options.configFile;
    return out;
}

void PrivateDaemon::launch()
{
    const QString program = findProgram();
    if (program.isEmpty()) {
        give({.code = Error::Code::NotFound, .detail = "no vigied beside the console or on PATH"});
        return;
    }
    if (!QFileInfo::exists(m_options.dataDir)
        && (!QDir().mkpath(m_options.dataDir) || !QFile::setPermissions(m_options.dataDir, ownerFolder))) {
        give({.code = Error::Code::Unavailable, .detail = "cannot make " + m_options.dataDir.toStdString()});
        return;
    }
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments());
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(logFile(), QIODevice::Truncate);
    qint64 pid = 0;
    if (!process.startDetached(&pid)) {
        give({.code = Error::Code::Unavailable, .detail = program.toStdString() + " could not be run"});
        return;
    }
    log::info("client", "private daemon started", {{"pid", std::int64_t {pid}}});
    setState(State::Starting);
    watchProcess(pid);
    m_deadline.start(m_options.startTimeout);
    m_poll.start();
}

void PrivateDaemon::give(const Error &error)
{
    retryLater(error);
    Q_EMIT failed(error);
}

void PrivateDaemon::retryLater(const Error &error)
{
    m_poll.stop();
    m_deadline.stop();
    forgetProcess();
    m_announced = false;
    const int doublings = std::min(m_failures++, 16);
    m_again.start(std::min(m_options.maxBackoff, m_options.minBackoff * (1 << doublings)));
    log::warning("client", "no private daemon", {{"detail", error.detail}});
    setState(State::Failed);
}

void PrivateDaemon::watchProcess(std::int64_t pid)
{
    forgetProcess();
    // Readable when the process ends; works for one that is not our child, and cannot be fooled by a reused pid.
    // By number: glibc 2.36 declares pidfd_open() without extern "C". The kernel sets FD_CLOEXEC.
    m_pidFd = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0U));
    if (m_pidFd < 0) {
        QMetaObject::invokeMethod(this, &PrivateDaemon::processEnded, Qt::QueuedConnection);
        return;
    }
    m_exit = std::make_unique<QSocketNotifier>(m_pidFd, QSocketNotifier::Read);
    connect(m_exit.get(), &QSocketNotifier::activated, this, &PrivateDaemon::processEnded);
}

void PrivateDaemon::processEnded()
{
    forgetProcess();
    if (m_state == State::Starting) {
        // It failed, or found that another console's daemon was quicker: that one has written the file by then or soon.
        m_deadline.start(std::min<std::chrono::milliseconds>(2s, m_options.startTimeout));
        return;
    }
    if (m_state != State::Running && m_state != State::Looking)
        return;
    if (m_running.isValid() && std::chrono::milliseconds(m_running.elapsed()) > healthyRun)
        m_failures = 0;
    const Error ended {.code = Error::Code::Unavailable, .detail = "vigied ended"};
    // It did start: whether it can be started again is not known yet.
    if (m_failures == 0)
        retryLater(ended);
    else
        give(ended);
}

void PrivateDaemon::forgetProcess()
{
    if (m_exit) {
        // This may be running inside its signal.
        m_exit->setEnabled(false);
        m_exit.release()->deleteLater();
    }
    if (m_pidFd >= 0)
        ::close(m_pidFd);
    m_pidFd = -1;
}

} // namespace vigie
