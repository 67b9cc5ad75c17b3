// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What takes the daemon its own time: rules over a restart, and the end of a private daemon that nobody needs. The
// waits of both run at the same time.
#include "backend/domain/wire.h"
#include "tests/daemon/runningdaemon.h"
#include "tests/support/rawclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace vigie;
using test::RunningDaemon;

namespace {

std::vector<Incident> ruleIncidents(RemoteClient &client)
{
    std::vector<Incident> out;
    const auto page = client.get("/api/v1/incidents", {{"status", "open,acknowledged,snoozed,resolved"}});
    if (page) {
        for (const Json &item : (*page)["items"].array())
            out.push_back(wire::readIncident(item).value());
    }
    return out;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestDaemonLife : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// One console comes and goes; from then on the private daemon counts.
    void initTestCase()
    {
        const QString file = m_folder.filePath(QStringLiteral("run/local.json"));
        m_private.start(QStringLiteral(VIGIE_BIN_DIR "/vigied"),
                        {QStringLiteral("--private"), file, QStringLiteral("--data-dir"), m_folder.path()});
        QTRY_VERIFY(QFile::exists(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto address = parseJson(written.readAll().toStdString());
        QVERIFY(address);
        const auto port = static_cast<std::uint16_t>((*address)["port"].toInteger());
        test::RawClient login;
        QVERIFY(login.connect(port));
        const Json body(Json::Object {{"token", (*address)["token"]}});
        const auto answer = login.request("POST", "/auth/login", body.dump(), "Content-Type: application/json\r\n");
        QVERIFY(answer && answer->status == 200);
        test::RawWebSocket console;
        QCOMPARE(console.open(port, (*parseJson(answer->body))["accessToken"].toString()), 101);
        QVERIFY(console.sendText(R"({"op":"subscribe","topics":["incidents"]})"));
        QVERIFY(console.text());
        // Another console could not find it any more.
        const QByteArray before = contentOf(file);
        QVERIFY(QFile::remove(file));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 5'000); // it looks once a second
        QCOMPARE(contentOf(file), before);
        QCOMPARE(QFileInfo(file).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        QTest::qWait(1'200); // it looks once a second who is there
        m_left.start();
    }
    void cleanupTestCase()
    {
        m_private.terminate();
        m_private.waitForFinished(5'000);
    }
    /// A restart does not end what a rule has found, although its condition has to hold a while before it fires anew.
    void whatARuleFoundOutlivesARestart()
    {
        RunningDaemon daemon;
        QVERIFY2(daemon.start("host: {enabled: false}\nrules:\n  built_in: false\n  custom:\n"
                              "  - {id: gone, title: gone, when: probe_success == 0, for: 4s}\nsources:\n"
                              "- {kind: tcp, name: one, target: '127.0.0.1:9', interval: 1s}\n"),
                 daemon.output().constData());
        auto client = daemon.client();
        QTRY_COMPARE_WITH_TIMEOUT(ruleIncidents(*client).size(), std::size_t {1}, 20'000);
        const Incident before = ruleIncidents(*client).front();
        daemon.stop();
        QVERIFY2(daemon.restart(), daemon.output().constData());
        client = daemon.client();
        QTRY_COMPARE(ruleIncidents(*client).size(), std::size_t {1});
        QTest::qWait(6'500); // the rules are looked at every five seconds
        const auto after = ruleIncidents(*client);
        QCOMPARE(after.size(), std::size_t {1});
        QVERIFY(after.front().id == before.id);
        QCOMPARE(after.front().status, IncidentStatus::Open);
    }
    void aPrivateDaemonThatNobodyNeedsEnds()
    {
        // Ten seconds after the last console.
        QVERIFY(m_private.state() == QProcess::NotRunning || m_private.waitForFinished(20'000));
        QCOMPARE(m_private.exitCode(), 0);
        QVERIFY2(m_left.elapsed() >= 8'000, "it waits for the next console a while");
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("run/local.json"))));
    }

private:
    QTemporaryDir m_folder;
    QProcess m_private;
    QElapsedTimer m_left;
};

QTEST_GUILESS_MAIN(TestDaemonLife)
#include "tst_daemonlife.moc"
