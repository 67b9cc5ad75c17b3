// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sources over a restart of the daemon.
#include "tests/monitoring/registryfixture.h"

#include <QTest>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

class TestSourceRestart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void webhooksComeBackAsTheyWere();
    void whatIsKnownCountsOnce();
};

void TestSourceRestart::comesBackAsItWas_data()
{
    QTest::addColumn<int>("before"); // state of the last run
    QTest::addColumn<QString>("error"); // of the last run
    QTest::addColumn<QString>("found"); // by the first look: an error, or empty
    QTest::addColumn<QString>("differs"); // what the configuration changed
    QTest::addColumn<bool>("keepsSince");
    QTest::addColumn<int>("told"); // durable changes
    const auto row = [](const char *name, SourceState before, const char *error, const char *found, const char *differs,
                        bool keepsSince, int told) {
        QTest::newRow(name) << int(before) << QString::fromLatin1(error) << QString::fromLatin1(found)
                            << QString::fromLatin1(differs) << keepsSince << told;
    };
    row("up, still up", SourceState::Up, "", "", "", true, 0);
    row("down, still down", SourceState::Down, "down", "down", "", true, 0);
    row("down for another reason", SourceState::Down, "gone", "down", "", true, 1);
    row("up, now down", SourceState::Up, "", "down", "", false, 1);
    row("down, now up", SourceState::Down, "down", "", "", false, 1);
    row("never looked at", SourceState::Pending, "", "", "", false, 1);
    row("another name", SourceState::Up, "", "", "name", true, 1);
    row("another interval", SourceState::Up, "", "", "interval", true, 1);
    row("another origin", SourceState::Up, "", "", "editable", true, 1);
    row("another target", SourceState::Up, "", "", "target", false, 2);
    row("another kind", SourceState::Up, "", "", "kind", false, 2);
    row("another id", SourceState::Up, "", "", "id", false, 2);
}

/// A restart is nothing that happens to a source: who goes on as before is not told of, and counts on.
void TestSourceRestart::comesBackAsItWas()
{
    QFETCH(int, before);
    QFETCH(QString, error);
    QFETCH(QString, found);
    QFETCH(QString, differs);
    QFETCH(bool, keepsSince);
    QFETCH(int, told);
    const SourceConfig config = probe("p");
    const Timestamp start = FakeClock().now();
    SourceStatus known = initialStatus(config, start - 24h);
    known.state = static_cast<SourceState>(before);
    known.lastError = error.toStdString();
    known.lastSuccess = start - 2h;
    known.failures = error.isEmpty() ? 0 : 7;
    if (differs == QStringLiteral("name"))
        known.name = "old";
    else if (differs == QStringLiteral("interval"))
        known.interval = 7s;
    else if (differs == QStringLiteral("editable"))
        known.editable = true;
    else if (differs == QStringLiteral("target"))
        known.target = "http://127.0.0.1:2/";
    else if (differs == QStringLiteral("kind"))
        known.kind = SourceKind::TcpProbe;
    else if (differs == QStringLiteral("id"))
        known.id.value = "other";
    const bool isAnother
        = differs == QStringLiteral("target") || differs == QStringLiteral("kind") || differs == QStringLiteral("id");
    RegistryFixture f({known});
    f.configure({config});
    SourceStatus status = f.registry->statuses().at(0);
    QCOMPARE(status.state, isAnother ? SourceState::Pending : static_cast<SourceState>(before));
    QCOMPARE(status.lastSuccess, isAnother ? std::nullopt : known.lastSuccess);
    QCOMPARE(status.name, config.name);
    f.scripts["p"].next = found.isEmpty() ? Collection {} : failing("down");
    f.executor.advance(2s);
    QVERIFY(f.scripts["p"].collections > 0);
    status = f.registry->statuses().at(0);
    QCOMPARE(status.state, found.isEmpty() ? SourceState::Up : SourceState::Down);
    QCOMPARE(status.lastError, found.toStdString());
    QVERIFY(status.failures == 0 || status.failures > known.failures);
    QCOMPARE(status.since == known.since, keepsSince);
    QVERIFY(keepsSince || status.since >= start);
    QCOMPARE(f.changes.size(), static_cast<std::size_t>(told));
    f.executor.advance(figuresInterval);
    QVERIFY(!f.figures.empty() || !f.changes.empty()); // who listens hears of it all the same
}

void TestSourceRestart::webhooksComeBackAsTheyWere()
{
    const SourceConfig config = ofKind(SourceKind::Webhook, "w");
    SourceStatus known = initialStatus(config, FakeClock().now() + 1h); // the clock was set back meanwhile
    known.state = SourceState::Up;
    RegistryFixture f({known});
    f.configure({config});
    const SourceStatus status = f.registry->statuses().at(0);
    QCOMPARE(status.state, SourceState::Up); // nobody looks at it: pending would stay until the next call
    QVERIFY(status.since <= f.clock.now());
    QVERIFY(f.changes.empty());
    f.executor.advance(figuresInterval);
    QCOMPARE(f.figures.size(), std::size_t {1});
}

/// A source that is removed and comes again within one run is a new one.
void TestSourceRestart::whatIsKnownCountsOnce()
{
    SourceStatus known = initialStatus(probe("p"), FakeClock().now() - 24h);
    known.state = SourceState::Up;
    RegistryFixture f({known});
    f.configure({probe("p")});
    QCOMPARE(f.registry->status({"p"})->since, known.since);
    f.configure({});
    f.configure({probe("p")});
    QCOMPARE(f.registry->status({"p"})->state, SourceState::Pending);
    QVERIFY(f.registry->status({"p"})->since > known.since);
    QCOMPARE(f.changes.size(), std::size_t {1});
}

QTEST_GUILESS_MAIN(TestSourceRestart)
#include "tst_sourcerestart.moc"
