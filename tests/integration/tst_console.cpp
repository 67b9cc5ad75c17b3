// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/realserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace vigie;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int slowness = 5;
#else
constexpr int slowness = 1;
#endif

/// The real console, without a screen, in a home of its own.
class RunningConsole {
public:
    bool start(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("HOME"), home());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home());
        for (const char *folder : {"CONFIG", "DATA", "CACHE"})
            environment.insert(QStringLiteral("XDG_%1_HOME").arg(QLatin1String(folder)),
                               home() + QLatin1Char('/') + QLatin1String(folder));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(VIGIE_BIN_DIR "/vigie"),
                        QStringList {QStringLiteral("--stats"), statsFile(), QStringLiteral("--lang"),
                                     QStringLiteral("en"), QStringLiteral("--theme"), QStringLiteral("dark")}
                            + arguments);
        return m_process.waitForStarted();
    }
    ~RunningConsole()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
        endDaemon(SIGTERM);
    }
    QString home() const { return m_home.path(); }
    QString statsFile() const { return m_home.filePath(QStringLiteral("stats")); }
    QJsonObject lastStats() const
    {
        QFile file(statsFile());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QList<QByteArray> lines = file.readAll().split('\n');
        return lines.size() < 2 ? QJsonObject() : QJsonDocument::fromJson(lines[lines.size() - 2]).object();
    }
    int rows() const { return lastStats().value(QStringLiteral("rows")).toInt(-1); }
    int firstDataMs() const { return lastStats().value(QStringLiteral("firstDataMs")).toInt(-1); }
    QString state() const { return lastStats().value(QStringLiteral("state")).toString(); }
    qint64 daemonPid() const
    {
        QFile file(m_home.filePath(QStringLiteral("vigie/local.json")));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("pid")).toInteger();
    }
    void endDaemon(int signal) const
    {
        if (const qint64 pid = daemonPid(); pid > 1)
            ::kill(static_cast<pid_t>(pid), signal);
    }
    QProcess &process() { return m_process; }
    QByteArray output() { return m_process.readAll(); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace

class TestConsole : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A rule of a real Prometheus fires, travels through a real Alertmanager, and stands in the console's table within
    /// three seconds of Alertmanager knowing it; then the target comes back and the row goes.
    void aFiringRuleIsARowAndEnds()
    {
        QString why;
        const auto alertmanager = test::startAlertmanager({}, why);
        if (!alertmanager)
            QSKIP(qPrintable(why));
        const QString nodeExporter = test::RealServer::find(QStringLiteral("prometheus-node-exporter"));
        if (nodeExporter.isEmpty())
            QSKIP("Debian package prometheus-node-exporter is not installed");
        const std::uint16_t target = test::freePort();
        RunningConsole console;
        QVERIFY(startPrometheus(*alertmanager, target, why));
        QFile config(console.home() + QStringLiteral("/vigied.yaml"));
        QVERIFY(config.open(QIODevice::WriteOnly));
        // Built-in rules are off: what this very machine suffers from is not part of the test.
        config.write("rules: {built_in: false}\nsources:\n- {kind: alertmanager, name: am, interval: 1s, target: '"
                     + QByteArray::fromStdString(alertmanager->url()) + "'}\n");
        config.close();
        QVERIFY(console.start({QStringLiteral("--page"), QStringLiteral("incidents"), QStringLiteral("--daemon-config"),
                               config.fileName()}));
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Live"), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(alertsOf(*alertmanager) == 1, 20'000);
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE_WITH_TIMEOUT(console.rows(), 1, 4'000);
        qInfo("Alertmanager to table: %lld ms (the statistics are written once a second)",
              static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() <= 3'000);
        test::RealServer alive;
        QVERIFY(alive.start(nodeExporter, {QStringLiteral("--web.listen-address=127.0.0.1:") + QString::number(target)},
                            target, "/metrics"));
        QTRY_COMPARE_WITH_TIMEOUT(console.rows(), 0, 40'000);
    }
    /// An empty home, no daemon: rates need two looks at the machine, and nobody waits five seconds for the second one.
    /// The exact figure is the business of vigie-bench, since other tests run beside this one.
    void theOverviewIsAliveAtOnce()
    {
        RunningConsole console;
        QVERIFY(console.start({QStringLiteral("--page"), QStringLiteral("overview")}));
        QTRY_VERIFY_WITH_TIMEOUT(console.firstDataMs() >= 0, 20'000);
        qInfo("data on the overview after %d ms", console.firstDataMs());
        QVERIFY(console.firstDataMs() < 4'000 * slowness);
    }
    /// The daemon is killed: the console starts another one and is live again, often within a second.
    void aKilledDaemonIsReplaced()
    {
        RunningConsole console;
        QVERIFY(console.start({}));
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Live"), 15'000);
        const qint64 before = console.daemonPid();
        QVERIFY(before > 1);
        console.endDaemon(SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(console.daemonPid() > 1 && console.daemonPid() != before, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Live"), 30'000);
        QVERIFY(console.process().state() == QProcess::Running);
    }
    /// The daemon hangs with its connections open: nobody tells the console, it must notice by itself.
    void aHangingDaemonIsSeen()
    {
        RunningConsole console;
        QVERIFY(console.start({}));
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Live"), 15'000);
        const qint64 before = console.daemonPid();
        console.endDaemon(SIGSTOP);
        QTRY_VERIFY_WITH_TIMEOUT(console.state() != QStringLiteral("Live"), 8'000);
        console.endDaemon(SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Live"), 30'000);
        QCOMPARE(console.daemonPid(), before);
    }
    /// Ended from outside (a session manager, a shell), it stores what closing its window stores.
    void aSignalStoresTheWindow_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void aSignalStoresTheWindow()
    {
        QFETCH(int, signal);
        RunningConsole console;
        QVERIFY(console.start({QStringLiteral("--page"), QStringLiteral("sources"), QStringLiteral("--size"),
                               QStringLiteral("1111x777")}));
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Live"), 15'000);
        ::kill(static_cast<pid_t>(console.process().processId()), signal);
        QVERIFY(console.process().waitForFinished(10'000));
        QCOMPARE(console.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(console.process().exitCode(), 0);
        QFile settings(console.home() + QStringLiteral("/CONFIG/vigie/console.ini"));
        QVERIFY2(settings.open(QIODevice::ReadOnly), qPrintable(settings.fileName()));
        const QByteArray stored = settings.readAll();
        QVERIFY2(stored.contains("lastPage=sources"), stored.constData());
        QVERIFY2(stored.contains("windowGeometry="), stored.constData());
    }
    void screenshotsHaveTheAskedSize_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"overview", "incidents", "metrics", "sources", "settings"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void screenshotsHaveTheAskedSize()
    {
        QFETCH(QString, page);
        RunningConsole console;
        const QString file = console.home() + QStringLiteral("/shot.png");
        QVERIFY(console.start({QStringLiteral("--page"), page, QStringLiteral("--size"), QStringLiteral("1280x720"),
                               QStringLiteral("--screenshot"), file}));
        QVERIFY2(console.process().waitForFinished(30'000), "it does not end");
        QVERIFY2(console.process().exitCode() == 0, console.output().constData());
        const QImage image(file);
        QCOMPARE(image.size(), QSize(1280, 720));
    }
    void saysWhatIsWrongWithItsArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("option") << QStringList {QStringLiteral("--pge"), QStringLiteral("x")};
        QTest::newRow("page") << QStringList {QStringLiteral("--page"), QStringLiteral("nowhere")};
        QTest::newRow("size") << QStringList {QStringLiteral("--size"), QStringLiteral("huge")};
        QTest::newRow("profile") << QStringList {QStringLiteral("--profile"), QStringLiteral("none such")};
    }
    void saysWhatIsWrongWithItsArguments()
    {
        QFETCH(QStringList, arguments);
        RunningConsole console;
        QVERIFY(console.start(arguments));
        QVERIFY(console.process().waitForFinished(10'000));
        QVERIFY(console.process().exitCode() != 0);
        QVERIFY(!console.output().trimmed().isEmpty());
    }

    /// Before there is a window, too.
    void speaksTheLanguageOnTheCommandLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("help") << QStringList {QStringLiteral("--lang"), QStringLiteral("de"), QStringLiteral("--help")}
                              << QByteArray("Ohne Option überwacht sie diesen Rechner");
        QTest::newRow("mistake") << QStringList {QStringLiteral("--size"), QStringLiteral("huge"),
                                                 QStringLiteral("--lang"), QStringLiteral("de")}
                                 << QByteArray("keine Größe");
    }
    void speaksTheLanguageOnTheCommandLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        RunningConsole console;
        QVERIFY(console.start(arguments));
        QVERIFY(console.process().waitForFinished(10'000));
        const QByteArray output = console.output();
        QVERIFY2(output.contains(says), output.constData());
    }

private:
    std::unique_ptr<test::RealServer> m_prometheus;

    bool startPrometheus(const test::RealServer &alertmanager, std::uint16_t target, QString &why)
    {
        test::PrometheusSetup setup;
        setup.rules
            = "groups:\n- name: g\n  interval: 1s\n  rules:\n  - alert: NodeGone\n    expr: up{job=\"node\"} == 0\n"
              "    labels: {severity: critical}\n    annotations: {summary: node is gone}\n";
        setup.scrapeConfigs
            = "- job_name: node\n  static_configs: [{targets: ['127.0.0.1:" + QByteArray::number(target) + "']}]\n";
        setup.alerting = "  alertmanagers: [{static_configs: [{targets: ['127.0.0.1:"
            + QByteArray::number(alertmanager.port()) + "']}]}]\n";
        m_prometheus = test::startPrometheus(setup, why);
        return m_prometheus != nullptr;
    }
    static int alertsOf(const test::RealServer &alertmanager)
    {
        const auto reply = test::httpExchange(alertmanager.port(), "/api/v2/alerts");
        return reply ? static_cast<int>(QByteArray::fromStdString(reply->body).count("\"fingerprint\"")) : -1;
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
