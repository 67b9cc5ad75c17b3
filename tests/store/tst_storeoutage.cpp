// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/cuttingproxy.h"
#include "tests/store/storefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <grp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

using namespace vigie;
using namespace vigie::test;

namespace {

constexpr uid_t nobody = 65534;

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

class TestStoreOutage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commitWithoutAnswer_data();
    void commitWithoutAnswer();
    void closingWithoutServer();
    void serverRestartsUnderLoad_data();
    void serverRestartsUnderLoad();
    void serverStaysAway();
    void serverBecomesReadOnly();
    void diskFull();
    void readOnlyFolder();

private:
    StoreDatabases m_databases;
};

void TestStoreOutage::serverRestartsUnderLoad_data()
{
    QTest::addColumn<bool>("crash");
    QTest::newRow("crash") << true;
    QTest::newRow("shutdown") << false;
}

void TestStoreOutage::serverRestartsUnderLoad()
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
    for (int round = 0; round < 2; ++round) {
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

void TestStoreOutage::commitWithoutAnswer_data()
{
    QTest::addColumn<bool>("delivered");
    QTest::newRow("the server committed") << true;
    QTest::newRow("the server never heard") << false;
}

void TestStoreOutage::commitWithoutAnswer()
{
    QFETCH(bool, delivered);
    const std::string url = m_databases.freshUrl(QStringLiteral("postgresql"));
    if (url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    CuttingProxy proxy(m_databases.postgres()->port());
    QVERIFY(proxy.port() > 0);
    const QString through = QString::fromStdString(url).replace(QString::number(m_databases.postgres()->port()),
                                                                QString::number(proxy.port()));
    const auto store = openStore({through.toStdString()});
    QVERIFY(write(*store, [](IncidentTransaction &t) { return create(t, plainIncident("before")); }));
    for (int i = 1; i <= 5; ++i) {
        proxy.cutAtNext(std::string("COMMIT\0", 7), delivered); // the whole word: not READ COMMITTED
        std::atomic<int> runs {0};
        const auto written = write(*store, [&runs, i](IncidentTransaction &transaction) -> Result<> {
            ++runs;
            return create(transaction, plainIncident("i" + std::to_string(i)));
        });
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        QCOMPARE(proxy.cuts(), i);
        QCOMPARE(runs.load(), delivered ? 1 : 2);
        QCOMPARE(written->size(), 1U);
        QCOMPARE(written->front()->seq, i + 1);
    }
    const auto log = eventsAfter(*store, 0);
    QVERIFY(log);
    QCOMPARE(log->seq, 6);
    QCOMPARE(log->events.size(), 6U);
    QCOMPARE(load(*store)->incidents.size(), 6U);
}

void TestStoreOutage::closingWithoutServer()
{
    const std::string url = m_databases.freshUrl(QStringLiteral("postgresql"));
    if (url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    auto store = openStore({url});
    m_databases.postgres()->shutDown();
    std::atomic<int> refused {0};
    constexpr int count = 1000;
    for (int i = 0; i < count; ++i) {
        store->incidents().write([](IncidentTransaction &t) { return t.record(plainEvent()); },
                                 [&](Result<Written> written) { refused += written ? 0 : 1; });
    }
    QElapsedTimer timer;
    timer.start();
    store.reset();
    QCOMPARE(refused.load(), count);
    QVERIFY2(timer.elapsed() < 5'000, "waited for a server that is gone");
    QVERIFY(m_databases.postgres()->startAgain());
}

void TestStoreOutage::serverStaysAway()
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

void TestStoreOutage::serverBecomesReadOnly()
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

void TestStoreOutage::diskFull()
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

void TestStoreOutage::readOnlyFolder()
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
    if (argc == 3 && std::string_view(argv[1]) == "--open")
        return openAsNobody(argv[2]);
    const QCoreApplication app(argc, argv);
    TestStoreOutage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storeoutage.moc"
