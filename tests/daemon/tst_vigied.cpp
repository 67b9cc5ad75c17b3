// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/wire.h"
#include "tests/daemon/runningdaemon.h"
#include "tests/support/rawclient.h"
#include "tests/support/tinyserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <csignal>
#include <map>
#include <set>
#include <thread>

using namespace vigie;
using test::RunningDaemon;

namespace {

QStringList namesOfSources(RemoteClient &client)
{
    QStringList names;
    const auto answer = client.get("/api/v1/sources");
    if (answer) {
        for (const Json &item : (*answer)["items"].array())
            names.append(QString::fromStdString(item["name"].toString()));
    }
    names.sort();
    return names;
}

std::vector<Incident> incidentsOf(RemoteClient &client, const std::string &status)
{
    std::vector<Incident> out;
    const auto page = client.get("/api/v1/incidents", {{"status", status}, {"limit", "1000"}});
    if (page) {
        for (const Json &item : (*page)["items"].array())
            out.push_back(wire::readIncident(item).value());
    }
    return out;
}

QPair<int, QByteArray> runVigied(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(VIGIE_BIN_DIR "/vigied"), arguments);
    process.waitForFinished(10'000);
    return {process.exitCode(), process.readAll()};
}

constexpr const char *oneSource = "host: {enabled: false}\nsources:\n- {kind: tcp, name: one, target: '127.0.0.1:9'}\n";

} // namespace

class TestVigied : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsWrongWithItsArguments()
    {
        const auto [code, output] = runVigied({QStringLiteral("--confg"), QStringLiteral("x")});
        QCOMPARE(code, 2);
        QVERIFY2(output.contains("did you mean --config"), output.constData());
    }
    void refusesABadConfiguration()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("c.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("server: {prot: 1}\n");
        file.close();
        for (const QString &mode : {QStringLiteral("--check-config"), QStringLiteral("--print-config")}) {
            const auto [code, output] = runVigied({QStringLiteral("--config"), file.fileName(), mode});
            QCOMPARE(code, 1);
            QVERIFY2(output.contains("c.yaml:1:10: server.prot"), output.constData());
        }
    }
    void staysOnLoopbackWithoutTls()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("c.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("server: {address: 0.0.0.0, port: 0}\n");
        file.close();
        const auto [code, output]
            = runVigied({QStringLiteral("--config"), file.fileName(), QStringLiteral("--data-dir"), folder.path()});
        QCOMPARE(code, 1);
        QVERIFY2(output.contains("allow_plain_text_off_loopback"), output.constData());
    }
    void keepsItsTokenToItself()
    {
        RunningDaemon daemon;
        QVERIFY2(daemon.start(), daemon.output().constData());
        const QString file = daemon.folder() + QStringLiteral("/token");
        QVERIFY(!(QFileInfo(file).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        QVERIFY(!daemon.output().contains(daemon.token().c_str()));
        daemon.stop();
        QFile(file).setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadGroup);
        const auto [code, output]
            = runVigied({QStringLiteral("--config"), daemon.folder() + QStringLiteral("/vigied.yaml"),
                         QStringLiteral("--data-dir"), daemon.folder()});
        QCOMPARE(code, 1);
        QVERIFY2(output.contains("0600"), output.constData());
    }
    void aDamagedDatabaseIsNamedInTheLog_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no database") << QByteArray(8192, 'x');
        QTest::newRow("damaged behind its head")
            << QByteArray("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24) + QByteArray(8168, 'x');
    }
    void aDamagedDatabaseIsNamedInTheLog()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile config(folder.filePath(QStringLiteral("c.yaml")));
        QFile database(folder.filePath(QStringLiteral("vigie.db")));
        QVERIFY(config.open(QIODevice::WriteOnly) && database.open(QIODevice::WriteOnly));
        config.write("server: {port: 0}\nhost: {enabled: false}\n");
        database.write(content);
        config.close();
        database.close();
        const auto [code, output]
            = runVigied({QStringLiteral("--config"), config.fileName(), QStringLiteral("--data-dir"), folder.path()});
        QCOMPARE(code, 1);
        Json last;
        for (const QByteArray &line : output.trimmed().split('\n')) {
            const auto read = parseJson(line.toStdString());
            QVERIFY2(read, line.constData());
            last = *read;
        }
        QCOMPARE(last["level"].toString(), std::string("error"));
        const std::string &error = last["error"].toString();
        QVERIFY2(error.starts_with(database.fileName().toStdString()), error.c_str());
        QVERIFY2(error.find("move it away") != std::string::npos, error.c_str());
    }
    void aDatabaseThatBeginsAnewIsTold_data()
    {
        QTest::addColumn<bool>("removed"); // else emptied
        QTest::newRow("emptied") << false;
        QTest::newRow("removed") << true;
    }
    /// Whoever misses incidents finds out why: in the log, with the name of the file, and from /health/database.
    void aDatabaseThatBeginsAnewIsTold()
    {
        QFETCH(bool, removed);
        RunningDaemon daemon;
        QVERIFY2(daemon.start("host: {enabled: false}\nsources:\n"
                              "- {kind: tcp, name: one, target: '127.0.0.1:9', interval: 1s}\n"),
                 daemon.output().constData());
        auto client = daemon.client();
        const auto hasHistory = [&client] {
            const auto listing = client->get("/api/v1/metrics");
            return listing && listing->dump().find("\"probe_success{") != std::string::npos;
        };
        QTRY_VERIFY(hasHistory());
        daemon.stop();
        QVERIFY2(daemon.restart(), daemon.output().constData());
        client = daemon.client();
        QVERIFY(!(*client->get("/health/database")).contains("notice"));
        QVERIFY(!daemon.output().contains("begins anew"));
        daemon.stop();
        const QString file = daemon.folder() + QStringLiteral("/vigie.db");
        QVERIFY(removed ? QFile::remove(file) : QFile::resize(file, 0));
        QVERIFY2(daemon.restart(), daemon.output().constData());
        client = daemon.client();
        const auto health = client->get("/health/database");
        QVERIFY(health && (*health)["status"].toString() == "up");
        QVERIFY2((*health)["notice"].toString().find("began anew") != std::string::npos, health->dump().c_str());
        Json warning;
        for (const QByteArray &line : daemon.output().trimmed().split('\n')) {
            if (line.contains("begins anew"))
                warning = parseJson(line.toStdString()).value_or(Json());
        }
        QCOMPARE(warning["level"].toString(), std::string("warning"));
        QCOMPARE(warning["file"].toString(), file.toStdString());
        QCOMPARE(warning["reason"].toString(), (*health)["notice"].toString());
    }
    void sourcesComeBackAsTheyWere_data()
    {
        QTest::addColumn<bool>("killed"); // else stopped
        QTest::newRow("stopped") << false;
        QTest::newRow("killed") << true;
    }
    /// A restart is no change of a source: it counts on in its state, and the recent changes do not fill with it.
    void sourcesComeBackAsTheyWere()
    {
        QFETCH(bool, killed);
        const test::TinyServer target([](const std::string &) { return test::TinyServer::http(200, "ok"); });
        RunningDaemon daemon;
        QVERIFY2(daemon.start("host: {enabled: false}\nsources:\n"
                              "- {kind: tcp, name: down, target: '127.0.0.1:9', interval: 1s}\n"
                              "- {kind: http, name: up, interval: 1s, target: '"
                              + QByteArray::fromStdString(target.url()) + "'}\n"
                              + "- {kind: webhook, name: hook, webhook_token: a token of sixteen letters}\n"),
                 daemon.output().constData());
        auto client = daemon.client();
        std::map<std::string, SourceStatus> statuses;
        const auto look = [&client, &statuses] {
            const auto answer = client->get("/api/v1/sources");
            for (const Json &item : answer ? (*answer)["items"].array() : Json::Array()) {
                const auto status = wire::readSourceStatus(item);
                if (status)
                    statuses[status->name] = *status;
            }
        };
        const auto seqOfEvents = [&client] { return (*client->get("/api/v1/events"))["seq"].toInteger(); };
        const auto looked = [&](int failures, Timestamp since) {
            look();
            return statuses["down"].failures > failures && statuses["up"].lastSuccess.value_or(Timestamp {}) > since
                && statuses["hook"].state == SourceState::Up;
        };
        test::RawClient sender;
        QVERIFY(sender.connect(daemon.port()));
        const auto sent = sender.request("POST", "/api/v1/webhooks/hook", R"({"title":"x","status":"resolved"})",
                                         "Authorization: Bearer a token of sixteen letters\r\n");
        QVERIFY2(sent && sent->status == 202, sent ? sent->body.c_str() : "no answer");
        QTRY_VERIFY_WITH_TIMEOUT(looked(0, {}), 10'000);
        const auto before = statuses;
        QTRY_VERIFY(seqOfEvents() >= 6); // pending, then what was found, of each
        const std::int64_t seq = seqOfEvents();
        if (killed)
            daemon.kill();
        else
            daemon.stop();
        const Timestamp restart = SystemClock().now();
        QVERIFY2(daemon.restart(), daemon.output().constData());
        client = daemon.client();
        // What was kept with its last change knows of one failure, what was kept at the end of all.
        QTRY_VERIFY_WITH_TIMEOUT(looked(killed ? 1 : before.at("down").failures, restart), 15'000);
        for (const auto &[name, status] : before) {
            QVERIFY2(statuses[name].state == status.state, name.c_str());
            QVERIFY2(statuses[name].since == status.since, name.c_str());
            QVERIFY2(statuses[name].lastError == status.lastError, name.c_str());
        }
        QCOMPARE(seqOfEvents(), seq);
    }
    void aSourceThatWasGoneBeginsAnew_data()
    {
        QTest::addColumn<bool>("reloaded"); // taken out by a reload before a kill, else out for one run
        QTest::newRow("out for one run") << false;
        QTest::newRow("taken out by a reload") << true;
    }
    /// Nobody knows how it did meanwhile: "up since" would be a guess.
    void aSourceThatWasGoneBeginsAnew()
    {
        QFETCH(bool, reloaded);
        const QByteArray with = "host: {enabled: false}\nsources:\n- {kind: tcp, name: one, target: '127.0.0.1:9'}\n";
        const QByteArray without = "host: {enabled: false}\n";
        RunningDaemon daemon;
        QVERIFY2(daemon.start(with), daemon.output().constData());
        auto client = daemon.client();
        const auto one = [&client]() -> std::optional<SourceStatus> {
            const auto answer = client->get("/api/v1/sources");
            if (!answer || (*answer)["items"].array().empty())
                return std::nullopt;
            return wire::readSourceStatus((*answer)["items"].array().front()).value();
        };
        QTRY_VERIFY(one() && one()->state == SourceState::Down);
        const Timestamp since = one()->since;
        if (!reloaded)
            daemon.stop();
        QVERIFY(daemon.writeConfig(without));
        if (reloaded)
            daemon.hangUp();
        else
            QVERIFY2(daemon.restart(), daemon.output().constData());
        client = daemon.client();
        const auto isTold = [&client] {
            const auto events = client->get("/api/v1/events");
            return events && events->dump().find("source.removed") != std::string::npos;
        };
        QTRY_VERIFY(!one() && (!reloaded || isTold()));
        if (reloaded)
            daemon.kill();
        else
            daemon.stop();
        QVERIFY(daemon.writeConfig(with));
        QVERIFY2(daemon.restart(), daemon.output().constData());
        client = daemon.client();
        QTRY_VERIFY(one() && one()->state == SourceState::Down);
        QVERIFY(one()->since > since);
    }
    void anOddDataFolderIsTakenAsItIs()
    {
        QTemporaryDir folder;
        const QString data = folder.filePath(QStringLiteral("50%41 = a b/é?#&"));
        QFile config(folder.filePath(QStringLiteral("c.yaml")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("server: {port: 0}\nhost: {enabled: false}\n");
        config.close();
        QProcess daemon;
        daemon.setProcessChannelMode(QProcess::MergedChannels);
        daemon.start(QStringLiteral(VIGIE_BIN_DIR "/vigied"),
                     {QStringLiteral("--config"), config.fileName(), QStringLiteral("--data-dir"), data});
        const QString database = data + QStringLiteral("/vigie.db");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(database) || daemon.state() == QProcess::NotRunning, 10'000);
        const bool found = QFile::exists(database);
        daemon.terminate();
        QVERIFY(daemon.waitForFinished(10'000));
        QVERIFY2(found, daemon.readAll().constData());
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.db")}), QStringList());
    }
    void aTokenThatCanBeGuessedIsRefused()
    {
        QTemporaryDir folder;
        QFile token(folder.filePath(QStringLiteral("token")));
        QFile config(folder.filePath(QStringLiteral("c.yaml")));
        QVERIFY(token.open(QIODevice::WriteOnly) && config.open(QIODevice::WriteOnly));
        token.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        token.write("fifteen-letters\n");
        token.close();
        config.write("server: {port: 0}\nhost: {enabled: false}\n");
        config.close();
        const auto [code, output]
            = runVigied({QStringLiteral("--config"), config.fileName(), QStringLiteral("--data-dir"), folder.path()});
        QCOMPARE(code, 1);
        QVERIFY2(output.contains("shorter than 16"), output.constData());
    }
    /// The client keeps its connection and its login through both reloads.
    void reloadsWithoutLosingAConnection()
    {
        RunningDaemon daemon;
        QVERIFY2(daemon.start(oneSource), daemon.output().constData());
        const auto client = daemon.client();
        QCOMPARE(namesOfSources(*client), QStringList {QStringLiteral("one")});
        const qint64 pid = daemon.pid();
        QVERIFY(daemon.writeConfig(QByteArray(oneSource) + "- {kind: tcp, name: two, target: '127.0.0.1:9'}\n"));
        daemon.hangUp();
        QTRY_COMPARE(namesOfSources(*client), (QStringList {QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(daemon.pid(), pid);
    }
    /// Debug lines come with a reload and go with the next one.
    void aReloadChangesTheLogLevel()
    {
        RunningDaemon daemon;
        QVERIFY2(daemon.start(oneSource), daemon.output().constData());
        // Answered requests are logged at debug, refused ones at info: the second says that the first would be there.
        const auto isLogged = [&daemon](const QByteArray &id) {
            return daemon.output().contains(QByteArray("\"request_id\":\"" + id + "\""));
        };
        const auto isLoggedWhenAnswered = [&daemon, &isLogged](const QByteArray &id) {
            test::RawClient client;
            if (!client.connect(daemon.port()))
                return false;
            client.request("GET", "/health", {}, "X-Request-Id: " + id.toStdString() + "\r\n");
            client.request("GET", "/nowhere", {}, "X-Request-Id: " + id.toStdString() + "-refused\r\n");
            if (!QTest::qWaitFor([&] { return isLogged(id + "-refused"); }, 5'000))
                QTest::qFail("a refused request is not in the log", __FILE__, __LINE__);
            return isLogged(id);
        };
        const auto reload = [&daemon](const QByteArray &level, int nth) {
            daemon.writeConfig("log: {level: " + level + "}\n" + oneSource);
            daemon.hangUp();
            return QTest::qWaitFor([&] { return daemon.output().count("configuration taken over") == nth; }, 5'000);
        };
        QVERIFY(!isLoggedWhenAnswered("before"));
        QVERIFY(reload("debug", 1));
        QVERIFY(isLoggedWhenAnswered("during"));
        QVERIFY(reload("info", 2));
        QVERIFY(!isLoggedWhenAnswered("after"));
        QVERIFY2(!daemon.output().contains("waits for a restart"), daemon.output().constData());
    }
    void aBadNewFileIsRefusedAndTheOldOneStays_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("one problem") << QByteArray("sources: []\nlog: {level: quiet}\n");
        QTest::newRow("two problems") << QByteArray("sources: [{kind: tcp, name: x}]\nlog: {level: quiet}\n");
    }
    void aBadNewFileIsRefusedAndTheOldOneStays()
    {
        QFETCH(QByteArray, yaml);
        RunningDaemon daemon;
        QVERIFY2(daemon.start(oneSource), daemon.output().constData());
        const auto client = daemon.client();
        QVERIFY(daemon.writeConfig(yaml));
        daemon.hangUp();
        QTRY_VERIFY(daemon.output().contains("the new configuration is refused"));
        QCOMPARE(namesOfSources(*client), QStringList {QStringLiteral("one")});
    }
    void privateDaemonsAreFoundByTheirFile()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("run/local.json"));
        const QStringList arguments {QStringLiteral("--private"), file, QStringLiteral("--data-dir"), folder.path()};
        QProcess first;
        first.start(QStringLiteral(VIGIE_BIN_DIR "/vigied"), arguments);
        QTRY_VERIFY(QFile::exists(file));
        QVERIFY(!(QFileInfo(file).permissions()
                  & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto json = parseJson(written.readAll().toStdString());
        QVERIFY(json);
        QCOMPARE((*json)["pid"].toInteger(), std::int64_t {first.processId()});
        RemoteClient client({"http://127.0.0.1:" + std::to_string((*json)["port"].toInteger()),
                             (*json)["token"].toString(),
                             {},
                             std::chrono::seconds(5)});
        QVERIFY(client.get("/auth/me"));
        // A second one leaves it alone and says so.
        const auto [code, output] = runVigied(arguments);
        QCOMPARE(code, 0);
        QVERIFY2(output.contains("another daemon"), output.constData());
        QVERIFY(client.get("/auth/me"));
        first.terminate();
        QVERIFY(first.waitForFinished(10'000));
        QCOMPARE(first.exitCode(), 0);
        QVERIFY(!QFile::exists(file));
    }
    /// Whatever was answered with 201 is there after SIGKILL, at any moment; seq and ids stay unique.
    void killedUnderLoadItLosesNothingAcknowledged()
    {
        RunningDaemon daemon;
        QVERIFY2(daemon.start(), daemon.output().constData());
        std::set<std::string> acknowledged;
        for (int round = 0; round < 5; ++round) {
            std::atomic<bool> stop {false};
            std::mutex mutex;
            std::vector<std::thread> writers;
            for (int i = 0; i < 4; ++i) {
                writers.emplace_back([&] {
                    const auto client = daemon.client();
                    while (!stop) {
                        const auto made
                            = client->send("POST", "/api/v1/incidents",
                                           Json(Json::Object {{"title", "under load"}, {"severity", "low"}}));
                        if (!made)
                            return;
                        const std::lock_guard lock(mutex);
                        acknowledged.insert((*made)["id"].toString());
                    }
                });
            }
            QTest::qWait(100 + static_cast<int>(QRandomGenerator::global()->bounded(200)));
            daemon.kill();
            stop = true;
            for (std::thread &writer : writers)
                writer.join();
            QVERIFY2(daemon.restart(), daemon.output().constData());
        }
        const auto client = daemon.client();
        QVERIFY(acknowledged.size() > 20);
        for (const std::string &id : acknowledged)
            QVERIFY2(client->get("/api/v1/incidents/" + id), id.c_str());
    }
    /// From a rule in a real Prometheus through a real Alertmanager to an incident, and back, in a few seconds.
    void aFiringRuleBecomesAnIncidentAndEnds()
    {
        QString why;
        const auto alertmanager = test::startAlertmanager({}, why);
        if (!alertmanager)
            QSKIP(qPrintable(why));
        test::PrometheusSetup setup;
        setup.rules = "groups:\n- name: g\n  interval: 1s\n  rules:\n  - alert: Demo\n    expr: up{job=\"gone\"} == 0\n"
                      "    labels: {severity: critical, service: shop}\n    annotations: {summary: shop is gone}\n";
        const std::uint16_t target = test::freePort();
        setup.scrapeConfigs
            = "- job_name: gone\n  static_configs: [{targets: ['127.0.0.1:" + QByteArray::number(target) + "']}]\n";
        setup.alerting = "  alertmanagers: [{static_configs: [{targets: ['127.0.0.1:"
            + QByteArray::number(alertmanager->port()) + "']}]}]\n";
        const auto prometheus = test::startPrometheus(setup, why);
        if (!prometheus)
            QSKIP(qPrintable(why));
        RunningDaemon daemon;
        QVERIFY2(daemon.start(QByteArray("host: {enabled: false}\nsources:\n- {kind: prometheus, name: prom, interval: "
                                         "1s, target: '")
                              + prometheus->url().c_str()
                              + "'}\n- {kind: alertmanager, name: am, interval: 1s, target: '"
                              + alertmanager->url().c_str() + "'}\n"),
                 daemon.output().constData());
        const auto client = daemon.client();
        QTRY_COMPARE_WITH_TIMEOUT(incidentsOf(*client, "open").size(), std::size_t {1}, 20'000);
        const Incident open = incidentsOf(*client, "open").front();
        QCOMPARE(open.title, std::string("shop is gone"));
        QCOMPARE(open.severity, Severity::Critical);
        // Both saw it, and it stayed one.
        QTRY_COMPARE_WITH_TIMEOUT(incidentsOf(*client, "open").front().reporters.size(), std::size_t {2}, 20'000);
        // The target comes alive: a second Prometheus there answers the scrape.
        test::RealServer alive;
        QVERIFY(alive.start(test::RealServer::find(QStringLiteral("prometheus-node-exporter")),
                            {QStringLiteral("--web.listen-address=127.0.0.1:") + QString::number(target)}, target,
                            "/metrics"));
        QTRY_COMPARE_WITH_TIMEOUT(incidentsOf(*client, "open").size(), std::size_t {0}, 30'000);
        QCOMPARE(incidentsOf(*client, "resolved").size(), std::size_t {1});
    }
};

QTEST_GUILESS_MAIN(TestVigied)
#include "tst_vigied.moc"
