// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

#include <atomic>
#include <set>
#include <thread>

using namespace vigie;
using namespace vigie::test;

namespace {

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

} // namespace

class TestStoreKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedWriterLosesNothing_data() { StoreDatabases::addRows(); }
    void killedWriterLosesNothing();

private:
    StoreDatabases m_databases;
};

void TestStoreKill::killedWriterLosesNothing()
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

int main(int argc, char *argv[])
{
    if (argc == 4 && std::string_view(argv[1]) == "--write")
        return writeForEver(argv[2], argv[3]);
    const QCoreApplication app(argc, argv);
    TestStoreKill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storekill.moc"
