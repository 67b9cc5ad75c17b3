// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/configchange.h"
#include "backend/config/configfield.h"
#include "backend/config/daemonconfig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <map>
#include <set>

using namespace vigie;
using namespace std::chrono_literals;

namespace {

std::map<std::string, std::string> variables;

const char *fakeEnvironment(const char *name)
{
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
}

LoadedConfig readYaml(const QByteArray &yaml)
{
    return readConfig(yaml.toStdString(), "f.yaml", &fakeEnvironment);
}

} // namespace

class TestDaemonConfig : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { variables.clear(); }

    void namesThePlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("problem");
        QTest::newRow("unknown key") << QByteArray("server:\n  prot: 1\n")
                                     << "f.yaml:2:3: server.prot: unknown key; did you mean \"port\"?";
        QTest::newRow("unknown section") << QByteArray("\nserve:\n  port: 1\n")
                                         << "f.yaml:2:1: serve: unknown key; did you mean \"server\"?";
        QTest::newRow("too large")
            << QByteArray("server: {port: 70000}\n")
            << "f.yaml:1:16: server.port: \"70000\" is not accepted; expected a number from 0 to "
               "65535";
        QTest::newRow("no number") << QByteArray("server:\n  port: http\n")
                                   << "f.yaml:2:9: server.port: \"http\" is not accepted; expected a number from 0 to "
                                      "65535";
        QTest::newRow("duration")
            << QByteArray("host:\n  interval: 5\n")
            << "f.yaml:2:13: host.interval: \"5\" is not accepted; expected a duration from 1s to "
               "1h, for example 30s, 5m or 1h30m";
        QTest::newRow("size") << QByteArray("history: {max_size: 5MB5}\n")
                              << "f.yaml:1:21: history.max_size: \"5MB5\" is not accepted; expected a size of at least "
                                 "1MiB, for example 256MiB or 2GB";
        QTest::newRow("boolean") << QByteArray("host: {enabled: yes}\n")
                                 << "f.yaml:1:17: host.enabled: \"yes\" is not accepted; expected true or false";
        QTest::newRow("twice") << QByteArray("log:\n  level: info\n  level: debug\n")
                               << "f.yaml:3:3: log.level: this key stands here twice";
        QTest::newRow("map wanted") << QByteArray("server: 3\n")
                                    << "f.yaml:1:9: server: expected a map of keys, found a value";
        QTest::newRow("list wanted") << QByteArray("sources: {a: b}\n")
                                     << "f.yaml:1:10: sources: expected a list of sources, found a map";
        QTest::newRow("kind of source") << QByteArray("sources:\n- {kind: htp, name: a, target: b}\n")
                                        << "f.yaml:2:10: sources[0].kind: unknown source kind \"htp\"; expected one of "
                                           "http, tcp, dns, prometheus, alertmanager, webhook";
        QTest::newRow("target") << QByteArray("sources:\n- {kind: tcp, name: a, target: nowhere}\n")
                                << "f.yaml:2:32: sources[0].target:";
        QTest::newRow("same name") << QByteArray("sources:\n- {kind: tcp, name: a, target: 'b:1'}\n"
                                                 "- {kind: tcp, name: a, target: 'c:1'}\n")
                                   << "f.yaml:3:3: sources[1]: another source has the id \"a\" already";
        QTest::newRow("condition") << QByteArray("rules:\n  custom:\n  - {id: a, title: t, when: 'host_load1 >'}\n")
                                   << "f.yaml:3:29: rules.custom[0].when: column 13:";
        QTest::newRow("rule without condition")
            << QByteArray("rules: {custom: [{id: a, title: t}]}\n") << "rules.custom[0].when: is missing";
        const auto rule = [](const char *rest) -> QByteArray {
            return QByteArray("rules:\n  custom:\n  - id: a\n    title: t\n    when: host_load1 > 3\n    ") + rest
                + "\n";
        };
        QTest::newRow("hold samples")
            << rule("hold_samples: -1")
            << "f.yaml:6:19: rules.custom[0].hold_samples: \"-1\" is not accepted; expected a "
               "number from 0 to 10000";
        QTest::newRow("escalations no list")
            << rule("escalations: {when: value > 3}")
            << "f.yaml:6:18: rules.custom[0].escalations: expected a list of at most 8 escalations, found a map";
        QTest::newRow("too many escalations")
            << rule("escalations: [1, 2, 3, 4, 5, 6, 7, 8, 9]")
            << "f.yaml:6:18: rules.custom[0].escalations: expected a list of at most 8 escalations, found 9";
        QTest::newRow("escalation no map")
            << rule("escalations: [high]")
            << "f.yaml:6:19: rules.custom[0].escalations[0]: expected a map of keys, found a value";
        QTest::newRow("escalation condition") << rule("escalations:\n    - {when: 'value >', severity: high}")
                                              << "f.yaml:7:14: rules.custom[0].escalations[0].when: column 8:";
        QTest::newRow("escalation severity") << rule("escalations:\n    - {when: value > 5, severity: huge}")
                                             << "f.yaml:7:35: rules.custom[0].escalations[0].severity: unknown "
                                                "severity \"huge\"; expected one of critical, "
                                                "high, medium, low";
        QTest::newRow("escalation incomplete") << rule("escalations:\n    - severity: high")
                                               << "f.yaml:7:7: rules.custom[0].escalations[0].when: is missing";
        QTest::newRow("escalation typo")
            << rule("escalations:\n    - {wen: value > 5, severity: high}")
            << "f.yaml:7:8: rules.custom[0].escalations[0].wen: unknown key; did you mean \"when\"?";
        QTest::newRow("store url")
            << QByteArray("store:\n  url: mysql://me:hunter2@h/d\n")
            << "f.yaml:2:8: store.url: the value is not accepted; expected sqlite:///ABSOLUTE/PATH";
        QTest::newRow("not YAML") << QByteArray("a: [1\nb: 2\n") << "f.yaml:2:2: not YAML:";
        QTest::newRow("deep") << QByteArray(1000, '[') << "nested more than 16 deep";
        QTest::newRow("deep, but closed") << "a: " + QByteArray(20, '[') + QByteArray(20, ']') + '\n'
                                          << "f.yaml:1:19: nested more than 16 deep";
        QByteArray steps;
        for (int i = 0; i < 20; ++i)
            steps += QByteArray(i, ' ') + "a:\n";
        QTest::newRow("deep without brackets") << steps << "f.yaml:17:17: nested more than 16 deep";
        QTest::newRow("deep list without brackets") << QByteArray("- ").repeated(20) + "a\n"
                                                    << "f.yaml:1:33: nested more than 16 deep";
        const auto source = [](const char *rest) -> QByteArray {
            return QByteArray("sources:\n- {kind: tcp, name: a, target: 'b:1', ") + rest + "}\n";
        };
        QTest::newRow("id no word") << source("id: [a]") << "f.yaml:2:43: sources[0].id: expected a word, found a list";
        QTest::newRow("empty id") << source("id: ''") << "f.yaml:2:43: sources[0].id: expected a word, found nothing";
        QTest::newRow("id of nothing") << source("id: ") << "sources[0].id: expected a word, found nothing";
        QTest::newRow("headers elsewhere") << source("headers_env: A_TOKEN") << "sources[0].headers_env: unknown key";
        QTest::newRow("log file in a file")
            << QByteArray("log:\n  file: /dev/null/x\n")
            << "f.yaml:2:9: log.file: /dev/null/x: /dev/null is no folder; expected a file that can be written";
        QTest::newRow("log file is a folder")
            << QByteArray("log: {file: /tmp}\n") << "f.yaml:1:13: log.file: /tmp: this is a folder";
    }
    void namesThePlace()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, problem);
        const LoadedConfig loaded = readYaml(yaml);
        QVERIFY(!loaded.problems.empty());
        const QString said = QString::fromStdString(loaded.problems.front().toString());
        QVERIFY2(said.contains(problem), qPrintable(said));
    }
    /// Brackets in texts and comments are no nesting.
    void bracketsAreNoNestingEverywhere_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        const QByteArray many(40, '[');
        QTest::newRow("comment") << "# " + many + "\nserver: {port: 1} # " + many + "\n";
        QTest::newRow("quotes") << "data_dir: '" + many + "'\nserver: {port: 1}\n";
        QTest::newRow("block") << "data_dir: |\n  " + many + "\nserver: {port: 1}\n";
        QTest::newRow("expression") << "server: {port: 1}\nsources:\n- {kind: http, name: a, target: 'http://x', "
                                       "body_match: '"
                + QByteArray("[{]").repeated(20) + "'}\n";
    }
    void bracketsAreNoNestingEverywhere()
    {
        QFETCH(QByteArray, yaml);
        const LoadedConfig loaded = readYaml(yaml);
        QVERIFY2(loaded.problems.empty(), loaded.problems.empty() ? "" : loaded.problems[0].toString().c_str());
        QCOMPARE(loaded.config.server.port, std::int64_t {1});
    }
    void findsEveryProblem()
    {
        const LoadedConfig loaded = readYaml("log: {level: inof}\nserver:\n  prot: 1\n  port: -1\nsources: [{}]\n");
        QCOMPARE(loaded.problems.size(), std::size_t {4});
        QCOMPARE(loaded.problems[0].line, 1);
        QCOMPARE(loaded.problems[3].line, 5);
    }
    void theSampleIsTheDefaults()
    {
        const LoadedConfig sample = loadConfig(VIGIE_SOURCE_DIR "/resources/vigied.sample.yaml", &fakeEnvironment);
        QVERIFY2(sample.problems.empty(), sample.problems.empty() ? "" : sample.problems[0].toString().c_str());
        QCOMPARE(printConfig(sample.config), printConfig(DaemonConfig()));
    }
    /// What the comments of the sample show works, too.
    void theExamplesOfTheSampleAreRight()
    {
        QFile file(QStringLiteral(VIGIE_SOURCE_DIR "/resources/vigied.sample.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray rules = "rules:\n";
        bool inside = false;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            inside = line.startsWith("  # custom:") || (inside && line.startsWith("  #"));
            if (inside)
                rules += "  " + line.mid(4);
        }
        const LoadedConfig loaded = readYaml(rules);
        QVERIFY2(loaded.problems.empty(), loaded.problems.empty() ? "" : loaded.problems[0].toString().c_str());
        QCOMPARE(loaded.config.rules.custom.size(), std::size_t {1});
        QCOMPARE(loaded.config.rules.custom[0].escalations.size(), std::size_t {2});
    }
    void theSourcesOfTheSampleAreRight()
    {
        QFile file(QStringLiteral(VIGIE_SOURCE_DIR "/resources/vigied.sample.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray sources;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            if (line == "# sources:\n" || !sources.isEmpty())
                sources += line.mid(2);
        }
        QTemporaryDir folder;
        for (const char *name : {"checkout.token", "prometheus.password", "grafana.token"}) {
            QFile secret(folder.filePath(QString::fromUtf8(name)));
            QVERIFY(secret.open(QIODevice::WriteOnly));
            secret.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            secret.write("long-enough-to-be-a-token");
        }
        const LoadedConfig loaded = readYaml(sources.replace("/etc/vigie", folder.path().toUtf8()));
        QVERIFY2(loaded.problems.empty(), loaded.problems.empty() ? "" : loaded.problems[0].toString().c_str());
        std::set<SourceKind> kinds;
        for (const SourceConfig &source : loaded.config.sources)
            kinds.insert(source.kind);
        QCOMPARE(kinds.size(), std::size_t {6}); // all that can stand in a file
    }
    void everyKeyIsInTheSample()
    {
        QFile file(QStringLiteral(VIGIE_SOURCE_DIR "/resources/vigied.sample.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sample = file.readAll();
        DaemonConfig config;
        for (const ConfigField &field : daemonFields(config)) {
            const std::string key = field.key.substr(field.key.find('.') + 1) + ":";
            QVERIFY2(sample.contains(key.c_str()), field.key.c_str());
        }
        ThresholdRule rule;
        for (const ConfigField &field : ruleFields(rule))
            QVERIFY2(sample.contains((" " + field.key + ":").c_str()), field.key.c_str());
        QVERIFY(sample.contains("escalations:"));
        SourceConfig source;
        const QByteArray sources = sample.mid(sample.indexOf("# sources:"));
        for (const ConfigField &field : sourceFields(source)) {
            const bool isThere = sources.contains((" " + field.key + ":").c_str())
                || (field.secret && sources.contains((" " + field.key + "_file:").c_str()));
            QVERIFY2(isThere, field.key.c_str());
        }
    }
    void whatIsPrintedIsReadAgain()
    {
        const QByteArray yaml = "server: {port: 1234, allowed_hosts: [a, b]}\nhistory: {max_age: 36h, max_size: 3GiB}\n"
                                "sources:\n- {kind: tcp, name: Own Id, id: '0042', target: 'x:1'}\n"
                                "- {kind: http, name: Shop Eins, target: 'https://x/y', timeout: 2s,\n"
                                "   expect_status: '200,301-308', headers: {X-A: b}}\n"
                                "rules: {disabled: [x], custom: [{id: r, title: t, when: host_load1 > 3, for: 2m, "
                                "hold_samples: 4, escalations: [{when: value > 9, severity: critical},"
                                " {when: host_load5 > 6, severity: high}], labels: {a: b}}]}\n";
        const LoadedConfig first = readYaml(yaml);
        QVERIFY2(first.problems.empty(), first.problems.empty() ? "" : first.problems[0].toString().c_str());
        QCOMPARE(first.config.sources[1].id.value, std::string("shop-eins"));
        const std::string printed = printConfig(first.config);
        const LoadedConfig second = readConfig(printed, "p.yaml", &fakeEnvironment);
        QVERIFY2(second.problems.empty(), second.problems.empty() ? "" : second.problems[0].toString().c_str());
        QCOMPARE(printConfig(second.config), printed);
        QCOMPARE(second.config.sources[0].id.value, std::string("0042"));
        QCOMPARE(second.config.sources[0], first.config.sources[0]);
        QCOMPARE(second.config.sources[1].id.value, std::string("shop-eins"));
        QVERIFY(printed.find("expect_status: 200,301-308") != std::string::npos);
        const ThresholdRule &rule = second.config.rules.custom.at(0);
        QCOMPARE(rule.holdSamples, std::uint32_t {4});
        QCOMPARE(rule.escalations.size(), std::size_t {2});
        QCOMPARE(rule.escalations[0].condition.text(), std::string("value > 9"));
        QCOMPARE(rule.escalations[0].severity, Severity::Critical);
        QCOMPARE(rule.escalations[1].severity, Severity::High);
    }
    void secretsAreMaskedAndNeverQuoted()
    {
        const LoadedConfig loaded = readYaml("store: {url: 'postgresql://u:hunter2@h/d'}\nsources:\n"
                                             "- {kind: http, name: a, target: 'http://x', password: hunter2, user: u,\n"
                                             "   headers: {Authorization: hunter2}}\n");
        QVERIFY(loaded.problems.empty());
        QVERIFY(printConfig(loaded.config).find("hunter2") == std::string::npos);
        SourceConfig source;
        for (const ConfigField &field : sourceFields(source)) {
            const bool sounds = field.key.find("password") != std::string::npos
                || field.key.find("token") != std::string::npos || field.key == "headers";
            QVERIFY2(field.secret == sounds, field.key.c_str());
        }
        const LoadedConfig wrong = readYaml("sources:\n- {kind: webhook, name: a, webhook_token: hunter2}\n");
        QVERIFY(!wrong.problems.empty());
        for (const ConfigProblem &problem : wrong.problems)
            QVERIFY(problem.toString().find("hunter2") == std::string::npos);
    }
    void secretsComeFromFilesAndVariables()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("secret")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("s3cret\n");
        file.close();
        const QByteArray yaml = "sources:\n- {kind: http, name: a, target: 'http://x', user: u, password_file: '"
            + file.fileName().toUtf8() + "'}\n- {kind: http, name: b, target: 'http://x', bearer_token_env: TOK}\n";
        variables["TOK"] = "t0ken";
        LoadedConfig loaded;
        for (const auto somebody : {QFileDevice::ReadOther, QFileDevice::ReadGroup, QFileDevice::WriteGroup}) {
            file.setPermissions(QFileDevice::ReadOwner | somebody);
            loaded = readYaml(yaml);
            QCOMPARE(loaded.problems.size(), std::size_t {1});
            QVERIFY(loaded.problems[0].text.find("0600") != std::string::npos);
        }
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        loaded = readYaml(yaml);
        QVERIFY2(loaded.problems.empty(), loaded.problems.empty() ? "" : loaded.problems[0].toString().c_str());
        QCOMPARE(loaded.config.sources[0].password, std::string("s3cret"));
        QCOMPARE(loaded.config.sources[1].bearerToken, std::string("t0ken"));
    }
    /// What a secret file or variable holds is in no problem, whatever is wrong with it.
    void secretsFromElsewhereAreNotQuoted_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("yaml"); // %1: how the key ends, %2: file or variable
        QTest::newRow("store url") << QByteArray("mysql://vigie:s3cretpw@db/vigie")
                                   << QByteArray("store: {url%1: '%2'}");
        QTest::newRow("webhook token") << QByteArray("s3cretpw")
                                       << QByteArray("sources: [{kind: webhook, name: a, webhook_token%1: '%2'}]");
        QTest::newRow("bearer token")
            << QByteArray("s3cretpw with spaces")
            << QByteArray("sources: [{kind: http, name: a, target: 'http://x', bearer_token%1: '%2'}]");
        QTest::newRow("empty url") << QByteArray() << QByteArray("store: {url%1: '%2'}");
        QTest::newRow("empty password")
            << QByteArray()
            << QByteArray("sources: [{kind: http, name: a, target: 'http://x', user: u, password%1: '%2'}]");
    }
    void secretsFromElsewhereAreNotQuoted()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, yaml);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("kept")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(secret + "\n");
        file.close();
        variables["KEPT"] = secret.toStdString();
        for (const bool fromFile : {true, false}) {
            QByteArray text = yaml;
            text.replace("%1", fromFile ? "_file" : "_env").replace("%2", fromFile ? file.fileName().toUtf8() : "KEPT");
            const LoadedConfig loaded = readYaml(text);
            QCOMPARE(loaded.problems.size(), std::size_t {1});
            const std::string said = loaded.problems[0].toString();
            QVERIFY2(said.find("s3cretpw") == std::string::npos, said.c_str());
            QVERIFY2(!secret.isEmpty() || said.find(fromFile ? "kept is empty" : "KEPT is empty") != std::string::npos,
                     said.c_str());
        }
    }
    void variablesOfNoKeyAreNamed()
    {
        const std::array<const char *, 8> environment {"PATH=/bin",
                                                       "VIGIE_SERVER_PORT=1",
                                                       "VIGIE_SERVER_PROT=1",
                                                       "VIGIE_TOKEN=s3cret",
                                                       "VIGIE_TEST_X",
                                                       "VIGIE_=",
                                                       "VIGIE_UNRELATED_VARIABLE=s3cret=",
                                                       nullptr};
        QStringList said;
        for (const ConfigProblem &problem : unknownVariables(environment.data()))
            said.append(QString::fromStdString(problem.toString()));
        QCOMPARE(
            said,
            (QStringList {QStringLiteral("environment: VIGIE_SERVER_PROT: no key of the configuration; did you mean "
                                         "VIGIE_SERVER_PORT?"),
                          QStringLiteral("environment: VIGIE_: no key of the configuration"),
                          QStringLiteral("environment: VIGIE_UNRELATED_VARIABLE: no key of the configuration")}));
    }
    void environmentOverridesTheFile()
    {
        variables = {{"VIGIE_SERVER_PORT", "7000"}, {"AUTOMATION_LOG_LEVEL", "debug"}, {"VIGIE_RULES_DISABLED", "a,b"}};
        LoadedConfig loaded = readYaml("server: {port: 5}\nlog: {level: error}\n");
        QVERIFY(loaded.problems.empty());
        QCOMPARE(loaded.config.server.port, std::int64_t {7000});
        QVERIFY(loaded.config.log.level == log::Level::Debug);
        QCOMPARE(loaded.config.rules.disabled.size(), std::size_t {2});
        variables["VIGIE_SERVER_PORT"] = "x";
        loaded = readYaml("");
        QVERIFY(loaded.problems[0].toString().starts_with("environment: VIGIE_SERVER_PORT: "));
    }
    void theFirstFileFoundCounts()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("vigie")));
        QFile file(folder.filePath(QStringLiteral("vigie/vigied.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        variables["XDG_CONFIG_HOME"] = folder.path().toStdString();
        QCOMPARE(findConfigFile("", &fakeEnvironment), file.fileName().toStdString());
        variables["AUTOMATION_CONFIG_PATH"] = "/named";
        QCOMPARE(findConfigFile("", &fakeEnvironment), std::string("/named"));
        QCOMPARE(findConfigFile("/given", &fakeEnvironment), std::string("/given"));
        QVERIFY(!loadConfig("/given", &fakeEnvironment).problems.empty());
    }
    void saysWhatChanged()
    {
        DaemonConfig before;
        DaemonConfig after;
        after.server.port = 1;
        after.rules.disabled = {"x"};
        QCOMPARE(changedKeys(before, after), (std::vector<std::string> {"server.port", "rules.disabled"}));
    }
    void hugeAndBinaryFilesAreRefused()
    {
        QVERIFY(!readYaml(QByteArray("\0\1\2\xff", 4)).problems.empty());
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("big.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(2 << 20, 'a'));
        file.close();
        const LoadedConfig loaded = loadConfig(file.fileName().toStdString(), &fakeEnvironment);
        QVERIFY(loaded.problems[0].text.find("1 MiB") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDaemonConfig)
#include "tst_daemonconfig.moc"
