// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storefixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <grp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <set>
#include <thread>

using namespace vigie;
using namespace vigie::test;

namespace {

constexpr uid_t nobody = 65534;

/// This program again, as a daemon that writes until it is killed. Says "<id> <seq>" for each write that was
/// acknowledged, in one write(2), so that what the parent read was said.
int writeForEver(const std::string &url, const std::string &name)
{
    const auto store = openStore({url});
    std::atomic<int> waiting {0};
    for (int i = 0;; ++i) {
        while (waiting.load() > 40)
            std::this_thread::yield();
        const std::string id = name + "-" + std::to_string(i);
        ++waiting;
        store->incidents().write(
            [id](IncidentTransaction &transaction) { return create(transaction, plainIncident(id)); },
            [id, &waiting](Result<Written> written) {
                --waiting;
                if (!written)
                    return;
                const std::string line = id + " " + std::to_string(written->front()->seq) + "\n";
                if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
                    ::_exit(1);
            });
    }
}

/// Tries to open the store as a user who may write nowhere; prints the error's code and detail.
int openAsNobody(const std::string &url)
{
    if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0))
        return 3;
    const SystemClock clock;
    const auto store = Store::open({url}, clock);
    if (store)
        return 4;
    std::printf("%s|%s\n", std::string(errorCodeName(store.error().code)).c_str(), store.error().detail.c_str());
    return 0;
}

std::set<std::string> idsOf(const QByteArray &output, std::int64_t &lastSeq)
{
    std::set<std::string> ids;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 2)
            continue;
        ids.insert(words[0].toStdString());
        lastSeq = std::max(lastSeq, static_cast<std::int64_t>(words[1].toLongLong()));
    }
    return ids;
}

/// Restricts the size of files this process may write, which the kernel answers as it does a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before {};
};

} // namespace

class TestStoreCrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedWriterLosesNothing_data() { StoreDatabases::addRows(); }
    void killedWriterLosesNothing();
    void serverRestartsUnderLoad_data();
    void serverRestartsUnderLoad();
    void serverStaysAway();
    void serverBecomesReadOnly();
    void diskFull();
    void readOnlyFolder();

private:
    StoreDatabases m_databases;
};

void TestStoreCrash::killedWriterLosesNothing()
{
    const std::string url = m_databases.freshUrl(QString::fromLatin1(QTest::currentDataTag()));
    if (url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    std::set<std::string> acknowledged;
    std::int64_t lastSeq = 0;
    for (int round = 0; round < 20; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--write"), QString::fromStdString(url), QString::number(round)});
        QVERIFY(child.waitForStarted());
        // Every fourth round the moment may lie before the first write: while the store opens or migrates.
        if (round % 4 != 0)
            QVERIFY(child.waitForReadyRead(20'000));
        QElapsedTimer timer;
        timer.start();
        const int moment = QRandomGenerator::global()->bounded(60);
        while (timer.elapsed() < moment)
            child.waitForReadyRead(1);
        child.kill();
        QVERIFY(child.waitForFinished(10'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        acknowledged.merge(idsOf(child.readAllStandardOutput(), lastSeq));
    }
    const auto store = openStore({url});
    const auto all = load(*store);
    QVERIFY(all);
    std::set<std::string> kept;
    for (const Incident &incident : all->incidents)
        kept.insert(incident.id.value);
    QVERIFY(acknowledged.size() > 20);
    QVERIFY(std::includes(kept.begin(), kept.end(), acknowledged.begin(), acknowledged.end()));
    QVERIFY(all->seq >= lastSeq);
    // Each incident came with exactly one event: no half of a transaction, no hole, nothing twice.
    QCOMPARE(static_cast<std::int64_t>(kept.size()), all->seq);
    const auto log = eventsAfter(*store, 0);
    QVERIFY(log);
    QCOMPARE(static_cast<std::int64_t>(log->events.size()), log->seq - log->oldest + 1);
    std::int64_t expected = log->oldest;
    for (const auto &event : log->events)
        QCOMPARE(event->seq, expected++);
    qInfo("%zu writes acknowledged in 20 lives, %zu kept", acknowledged.size(), kept.size());
}

void TestStoreCrash::serverRestartsUnderLoad_data()
{
    QTest::addColumn<bool>("crash");
    QTest::newRow("crash") << true;
    QTest::newRow("shutdown") << false;
}

void TestStoreCrash::serverRestartsUnderLoad()
{
    QFETCH(bool, crash);
    const std::string url = m_databases.freshUrl(QStringLiteral("postgresql"));
    if (url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    StoreOptions options {url};
    options.giveUpAfter = std::chrono::seconds(30);
    const auto store = openStore(options);
    std::atomic<int> acknowledged {0};
    std::atomic<int> refused {0};
    std::atomic<std::int64_t> lastSeq {0};
    std::atomic<bool> ordered {true};
    std::atomic<bool> stop {false};
    int sent = 0;
    std::jthread writer([&] {
        while (!stop) {
            if (sent - acknowledged - refused > 100) {
                std::this_thread::yield();
                continue;
            }
            const std::string id = "i" + std::to_string(sent++);
            store->incidents().write(
                [id](IncidentTransaction &transaction) -> Result<> {
                    // A work that ran twice and was kept twice would find its own incident.
                    const auto found = transaction.find(IncidentId {id});
                    if (!found || *found)
                        return found ? fail(Error::Code::Conflict, "twice") : tl::unexpected(found.error());
                    return create(transaction, plainIncident(id));
                },
                [&](Result<Written> written) {
                    if (written)
                        ordered = ordered && written->front()->seq > lastSeq.exchange(written->front()->seq);
                    ++(written ? acknowledged : refused);
                });
        }
    });
    for (int round = 0; round < 3; ++round) {
        const int before = acknowledged;
        QTRY_VERIFY_WITH_TIMEOUT(acknowledged > before + 50, 20'000);
        crash ? m_databases.postgres()->crash() : m_databases.postgres()->shutDown();
        QTRY_VERIFY_WITH_TIMEOUT(store->health().state == StoreState::Down, 10'000);
        QVERIFY(!store->health().lastError.empty() && !store->health().writable);
        QVERIFY(m_databases.postgres()->startAgain());
        QTRY_VERIFY_WITH_TIMEOUT(store->health().state == StoreState::Up, 20'000);
    }
    const int before = acknowledged;
    QTRY_VERIFY_WITH_TIMEOUT(acknowledged > before + 50, 20'000);
    stop = true;
    writer.join();
    QTRY_COMPARE_WITH_TIMEOUT(acknowledged + refused, sent, 20'000);
    QCOMPARE(refused.load(), 0);
    QVERIFY(ordered);
    const auto all = load(*store);
    QVERIFY(all);
    QCOMPARE(static_cast<int>(all->incidents.size()), sent);
    QCOMPARE(all->seq, sent);
}

void TestStoreCrash::serverStaysAway()
{
    const std::string url = m_databases.freshUrl(QStringLiteral("postgresql"));
    if (url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    StoreOptions options {url};
    options.giveUpAfter = std::chrono::milliseconds(300);
    options.probeInterval = std::chrono::milliseconds(50);
    const auto store = openStore(options);
    m_databases.postgres()->shutDown();
    QTRY_VERIFY(store->health().state == StoreState::Down); // noticed without any call
    const auto written = write(*store, [](IncidentTransaction &t) { return t.record(plainEvent()); });
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::Unavailable);
    const auto read = load(*store);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::Unavailable);
    QVERIFY(m_databases.postgres()->startAgain());
    QTRY_VERIFY(store->health().state == StoreState::Up); // healed without any call
    QVERIFY(write(*store, [](IncidentTransaction &t) { return t.record(plainEvent()); }));
    QCOMPARE(load(*store)->seq, 1);
}

void TestStoreCrash::serverBecomesReadOnly()
{
    const std::string url = m_databases.freshUrl(QStringLiteral("postgresql"));
    if (url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    StoreOptions options {url};
    options.probeInterval = std::chrono::milliseconds(50);
    const auto store = openStore(options);
    const auto setReadOnly = [this](const char *value) {
        m_databases.postgres()->psql(
            QStringLiteral("ALTER SYSTEM SET default_transaction_read_only = %1").arg(QLatin1String(value)));
        m_databases.postgres()->psql(QStringLiteral("SELECT pg_reload_conf()"));
    };
    const auto record = [&] { return write(*store, [](IncidentTransaction &t) { return t.record(plainEvent()); }); };
    QVERIFY(record());
    setReadOnly("on");
    QTRY_VERIFY(!record());
    QCOMPARE(record().error().code, Error::Code::Unavailable);
    QVERIFY(record().error().detail.find("read-only") != std::string::npos);
    QVERIFY(store->health().state == StoreState::ReadOnly);
    QVERIFY(load(*store)); // reading goes on
    const auto conflict = write(*store, [](IncidentTransaction &) { return fail(Error::Code::Conflict, "mine"); });
    QVERIFY(!conflict);
    QVERIFY(store->health().state == StoreState::ReadOnly); // a work that wrote nothing proves nothing
    setReadOnly("off");
    QTRY_VERIFY(store->health().state == StoreState::Up);
    QVERIFY(record());
}

void TestStoreCrash::diskFull()
{
    const std::string url = m_databases.freshUrl(QStringLiteral("sqlite"));
    StoreOptions options {url};
    options.probeInterval = std::chrono::milliseconds(50);
    const auto store = openStore(options);
    const auto put = [&](const std::string &id) {
        Incident incident = plainIncident(id);
        incident.description = std::string(20'000, 'x');
        return write(*store, [incident](IncidentTransaction &t) { return create(t, incident); });
    };
    QVERIFY(put("before"));
    {
        const QString path = QString::fromStdString(url).mid(9);
        const FullDisk full(static_cast<rlim_t>(QFileInfo(path + QLatin1String("-wal")).size() + 30'000));
        Result<Written> written;
        for (int i = 0; i < 50 && written; ++i)
            written = put("filler" + std::to_string(i));
        QVERIFY(!written);
        QCOMPARE(written.error().code, Error::Code::Unavailable);
        QVERIFY2(written.error().detail.find("disk") != std::string::npos, written.error().detail.c_str());
        QVERIFY(store->health().state == StoreState::ReadOnly);
        QVERIFY(load(*store));
    }
    QTRY_VERIFY(store->health().state == StoreState::Up); // healed without any call
    QVERIFY(put("after"));
    const auto all = load(*store);
    QVERIFY(all);
    QCOMPARE(static_cast<std::int64_t>(all->incidents.size()), all->seq);
    QVERIFY(*find(*store, "before") && *find(*store, "after"));
}

void TestStoreCrash::readOnlyFolder()
{
    QTemporaryDir folder;
    QVERIFY(
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--open"), QStringLiteral("sqlite://") + folder.path() + QLatin1String("/vigie.db")});
    QVERIFY(child.waitForFinished(20'000));
    QCOMPARE(child.exitCode(), 0);
    const QByteArray answer = child.readAllStandardOutput();
    QVERIFY2(answer.startsWith(QByteArray("unavailable|cannot write ").append(folder.path().toUtf8())),
             answer.constData());
    QVERIFY2(answer.contains("Permission denied"), answer.constData());
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

int main(int argc, char *argv[])
{
    if (argc == 4 && std::string_view(argv[1]) == "--write")
        return writeForEver(argv[2], argv[3]);
    if (argc == 3 && std::string_view(argv[1]) == "--open")
        return openAsNobody(argv[2]);
    const QCoreApplication app(argc, argv);
    TestStoreCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storecrash.moc"
