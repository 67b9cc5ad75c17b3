// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What vigied needs from its surroundings: a log it can write, its own token, open files, variables that mean
// something.
#include "backend/remote/remoteclient.h"
#include "tests/support/rawclient.h"
#include "tests/support/realserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace vigie;

namespace {

struct Ended {
    int code;
    QByteArray output;
};

Ended runProgram(const QString &program, const QStringList &arguments, const QStringList &variables = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setEnvironment(QProcess::systemEnvironment() + variables);
    process.start(program, arguments);
    process.waitForFinished(10'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

const QString vigied = QStringLiteral(VIGIE_BIN_DIR "/vigied");

std::int64_t lastLookAtTheHost(RemoteClient &client)
{
    const auto answer = client.get("/api/v1/sources");
    if (!answer || (*answer)["items"].array().empty())
        return -1;
    return (*answer)["items"].array()[0]["lastSuccess"].toInteger();
}

} // namespace

class TestVigiedStart : public QObject {
    Q_OBJECT

    /// Writes a configuration of its own into the folder.
    QStringList arguments(const QTemporaryDir &folder, const QByteArray &yaml)
    {
        QFile file(folder.filePath(QStringLiteral("c.yaml")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(yaml);
        return {QStringLiteral("--config"), file.fileName(), QStringLiteral("--data-dir"), folder.path()};
    }

private Q_SLOTS:
    void aLogThatCannotBeWrittenIsNamed_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("checked") << QStringLiteral("--check-config") << QByteArray("/dev/null/vigied.log");
        QTest::newRow("started") << QString() << QByteArray("/dev/null/vigied.log");
        // Of these only a try tells.
        QTest::newRow("started, no disk there") << QString() << QByteArray("/proc/vigied.log");
        QTest::newRow("started, no folder can be made there") << QString() << QByteArray("/proc/vigie/vigied.log");
    }
    void aLogThatCannotBeWrittenIsNamed()
    {
        QFETCH(QString, mode);
        QFETCH(QByteArray, file);
        QTemporaryDir folder;
        QStringList words = arguments(folder, "server: {port: 0}\nlog:\n  file: " + file + "\n");
        if (!mode.isEmpty())
            words.append(mode);
        const auto [code, output] = runProgram(vigied, words);
        QVERIFY2(output.contains("log.file: ") && output.contains(file), output.constData());
        QCOMPARE(code, 1);
    }
    /// Whatever keeps it from being read: a new token would lock everybody out who has the old one.
    void aTokenThatCannotBeReadIsNotReplaced()
    {
        QTemporaryDir folder;
        const QByteArray token = QFile::encodeName(folder.filePath(QStringLiteral("token")));
        QCOMPARE(symlink(token.constData(), token.constData()), 0);
        const auto [code, output]
            = runProgram(vigied, arguments(folder, "server: {port: 0}\nhost: {enabled: false}\n"));
        QCOMPARE(code, 1);
        QVERIFY2(output.contains("Too many levels of symbolic links"), output.constData());
        QVERIFY(QFileInfo(QString::fromLocal8Bit(token)).isSymLink());
    }
    void variablesOfNoKeyAreNamed_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("code");
        QTest::newRow("checked") << QStringLiteral("--check-config") << 0;
        QTest::newRow("started") << QString() << 1; // there is no such address
    }
    void variablesOfNoKeyAreNamed()
    {
        QFETCH(QString, mode);
        QFETCH(int, code);
        QTemporaryDir folder;
        QStringList words = arguments(folder, "server: {port: 0, address: 127.0.0.one}\nhost: {enabled: false}\n");
        if (!mode.isEmpty())
            words.append(mode);
        const auto ended = runProgram(vigied, words, {QStringLiteral("VIGIE_SERVER_PROT=1")});
        QVERIFY2(ended.output.contains("VIGIE_SERVER_PROT") && ended.output.contains("did you mean VIGIE_SERVER_PORT?"),
                 ended.output.constData());
        QCOMPARE(ended.code, code);
    }
    /// Clients that take all connections they can get do not stop what the daemon is there for.
    void fewOpenFilesStopNoSource()
    {
        QTemporaryDir folder;
        const std::uint16_t port = test::freePort();
        const QStringList words
            = arguments(folder, "server: {port: " + QByteArray::number(port) + "}\nhost: {interval: 1s}\n");
        test::RealServer daemon;
        QVERIFY2(
            daemon.start(QStringLiteral("/bin/sh"),
                         QStringList {QStringLiteral("-c"),
                                      QStringLiteral("ulimit -Sn 64 && ulimit -Hn 256 && exec \"$0\" \"$@\""), vigied}
                             + words,
                         port, "/health"),
            daemon.output().constData());
        QVERIFY2(daemon.output().contains("\"connections\":128"), daemon.output().constData());
        QFile token(folder.filePath(QStringLiteral("token")));
        QVERIFY(token.open(QIODevice::ReadOnly));
        RemoteClient client({daemon.url(), token.readAll().trimmed().toStdString(), {}, std::chrono::seconds(5)});
        QVERIFY(client.get("/auth/me"));
        std::vector<std::unique_ptr<test::RawClient>> idle;
        for (int i = 0; i < 300; ++i) {
            idle.push_back(std::make_unique<test::RawClient>());
            QVERIFY(idle.back()->connect(port));
        }
        const std::int64_t before = lastLookAtTheHost(client);
        QVERIFY(before > 0);
        QTRY_VERIFY_WITH_TIMEOUT(lastLookAtTheHost(client) > before + 1'500'000, 8'000); // two looks
        QVERIFY2(!daemon.output().contains("could not be accepted"), daemon.output().constData());
    }
    void theCommandLineTakesNoTokenThatOthersCanRead()
    {
        QTemporaryDir folder;
        QFile token(folder.filePath(QStringLiteral("token")));
        QVERIFY(token.open(QIODevice::WriteOnly));
        token.write("a-token-that-everybody-knows\n");
        token.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
        token.close();
        const auto [code, output]
            = runProgram(QStringLiteral(VIGIE_BIN_DIR "/vigiectl"),
                         {QStringLiteral("--url"), QStringLiteral("http://127.0.0.1:9"), QStringLiteral("--token-file"),
                          token.fileName(), QStringLiteral("status")});
        QCOMPARE(code, 1);
        QVERIFY2(output.contains("0600"), output.constData());
    }
};

QTEST_GUILESS_MAIN(TestVigiedStart)
#include "tst_vigiedstart.moc"
