// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/metrics/thresholdrules.h"
#include "tests/metrics/rulefixture.h"

#include <QTest>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

ThresholdRule diskRule()
{
    ThresholdRule rule;
    rule.id = "disk";
    rule.title = "Disk {{ labels.mountpoint }} is {{ value }} full";
    rule.description = "bare {{ number }}, device {{ labels.device }}";
    rule.condition = parseCondition("host_filesystem_used_ratio > 90 %").value();
    rule.hold = 20s;
    rule.severity = Severity::High;
    rule.category = "host";
    rule.service = "disk {{ labels.mountpoint }}";
    rule.labels = {{"team", "storage"}};
    rule.annotations = {{"runbook", "https://runbooks/{{ labels.mountpoint }}"}};
    return rule;
}

} // namespace

class TestThresholdRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void conditions_data();
    void conditions();
    void badConditions_data();
    void badConditions();
    void badRules();
    void fires();
    void pendingThatEnds();
    void holdSamples();
    void oneOldSample();
    void suspended();
    void rareSamples();
    void rareSeriesThatIsGone();
    void rareJoin();
    void flapping();
    void oneAlertPerSeries();
    void escalates();
    void goneSeries();
    void removedSource();
    void silentSource();
    void restartWithRestore();
    void restartWithoutRestore();
    void restoredAndGone();
    void reload();
    void selectorWithoutName();
};

void TestThresholdRules::conditions_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QList<QString>>("fires"); // of {i="1"} {i="2"} {i="3"}
    const auto row = [](const char *condition, QList<QString> fires) {
        QTest::newRow(condition) << QString::fromUtf8(condition) << std::move(fires);
    };
    const QString one = QStringLiteral("1");
    const QString two = QStringLiteral("2");
    const QString three = QStringLiteral("3");
    // m: 10, 20, 30 for i = 1, 2, 3; limit: 15, 15 for i = 1, 2; cpus: 4 without labels; avg of m over 1m: 5, 10, 15.
    row("m > 15", {two, three});
    row("m{i=\"3\"} > 15", {three});
    row("m{i=~\"1|2\"} >= 10", {one, two});
    row("m > limit", {two}); // no limit for 3: no data
    row("m > limit or m > 25", {two, three}); // true or Null
    row("m / cpus > 4", {two, three});
    row("m > 15 and labels.i != \"3\"", {two});
    row("value * 2 == 40 and m > 0", {two});
    row("labels.absent == \"\" and m > 25", {three});
    row("m > two", {}); // several series agree: no data
    row("avg(m, 1m) > 8", {two, three});
    row("max(m, 1m) > 25", {three});
    row("min(m, 1m) == 0", {one, two, three});
    row("count(m, 1m) == 2 and value == 2 and m > 15", {two, three}); // value is the count
    row("avg(m, 1h) > 0", {}); // the hour is not covered
    row("m - min(m, 1m) > 25", {three});
    row("nothing > 1", {});
    row("m > 0 and missing == 1", {});
    row("not (m > 15)", {one});
}

void TestThresholdRules::conditions()
{
    QFETCH(QString, condition);
    QFETCH(QList<QString>, fires);
    ThresholdRule rule;
    rule.id = "x";
    rule.title = "{{ labels.i }}";
    const auto parsed = parseCondition(condition.toStdString());
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().detail.c_str());
    rule.condition = *parsed;
    RuleFixture fixture({rule});
    const auto m = [](const char *i, double value) { return SeriesSample {{"m", {{"i", i}}}, value}; };
    for (int i = 0; i < 2; ++i) {
        fixture.append(*fixture.history,
                       {m("1", 10.0 * i),
                        m("2", 20.0 * i),
                        m("3", 30.0 * i),
                        {{"limit", {{"i", "1"}, {"x", "y"}}}, 15},
                        {{"limit", {{"i", "2"}}}, 15},
                        {{"cpus", {}}, 4},
                        {{"two", {{"k", "1"}}}, 1},
                        {{"two", {{"k", "2"}}}, 1}});
        fixture.clock.advance(i == 0 ? 50s : 2s);
    }
    QList<QString> titles;
    for (const AlertSignal &alert : fixture.engine->evaluate().alerts)
        titles.append(QString::fromStdString(alert.title));
    std::sort(titles.begin(), titles.end());
    QCOMPARE(titles, fires);
}

void TestThresholdRules::badConditions_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *condition, const char *says) {
        QTest::newRow(condition) << QString::fromUtf8(condition) << QString::fromUtf8(says);
    };
    row("", "column 1: expected a value");
    row("host_load1", "column 1: a condition compares");
    row("1 > 0", "column 1: a condition names a metric");
    row("{} > 1", "column 1: \"{}\" would select every metric");
    row("host_load1 > ", "column 14: expected a value");
    row("host_load1 > 90 % or", "column 21: expected a value");
    row("m > 1 and labels.a > 5", "column 20: a text cannot be compared");
    row("m > 1 and labels == \"x\"", "column 11: unknown field labels; there are labels.NAME, value");
    row("m > 1 and value.x == 1", "column 11: unknown field value.x");
    row("avg(m) > 1", "column 6: expected \", WINDOW\"");
    row("rate(m, 5m) > 1", "column 5: there are no functions");
}

void TestThresholdRules::badConditions()
{
    QFETCH(QString, condition);
    QFETCH(QString, says);
    const auto parsed = parseCondition(condition.toStdString(), "rules[0].condition");
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().code, Error::Code::Invalid);
    QCOMPARE(parsed.error().field, std::string("rules[0].condition"));
    QVERIFY2(QString::fromStdString(parsed.error().detail).startsWith(says), parsed.error().detail.c_str());
}

void TestThresholdRules::badRules()
{
    RuleFixture fixture({diskRule()});
    const auto refused = [&fixture](const std::function<void(ThresholdRule &)> &change, const char *field) {
        ThresholdRule rule = diskRule();
        change(rule);
        const auto set = fixture.engine->setRules({rule});
        return !set && set.error().code == Error::Code::Invalid && set.error().field == field
            && fixture.engine->rules().size() == 1;
    };
    QVERIFY(refused([](ThresholdRule &r) { r.id = "Disk 1"; }, "Disk 1.id"));
    QVERIFY(refused([](ThresholdRule &r) { r.title = ""; }, "disk.title"));
    QVERIFY(refused([](ThresholdRule &r) { r.title = "{{ labels }}"; }, "disk.title"));
    QVERIFY(refused([](ThresholdRule &r) { r.description = "{{ open"; }, "disk.description"));
    QVERIFY(refused([](ThresholdRule &r) { r.annotations = {{"a", "{{ value.b }}"}}; }, "disk.annotations.a"));
    QVERIFY(refused([](ThresholdRule &r) { r.hold = -1s; }, "disk.hold"));
    QVERIFY(refused([](ThresholdRule &r) { r.condition = {}; }, "disk.condition"));
    const auto twice = fixture.engine->setRules({diskRule(), diskRule()});
    QVERIFY(!twice.has_value());
    QCOMPARE(twice.error().field, std::string("disk.id"));
}

void TestThresholdRules::fires()
{
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.step(0.5).alerts.size(), 0U);
    const Timestamp start = fixture.clock.now() + 5s;
    QCOMPARE(fixture.steps(4, 0.934), 0U); // 15 s: pending
    const AlertBatch batch = fixture.step(0.95);
    QCOMPARE(batch.source, SourceId {"rules"});
    QCOMPARE(batch.alerts.size(), 1U);
    const AlertSignal &alert = batch.alerts.front();
    QVERIFY(alert.firing);
    QCOMPARE(alert.title, std::string("Disk / is 95.0 % full"));
    QCOMPARE(alert.description, std::string("bare 0.95, device sda"));
    QCOMPARE(alert.service, std::string("disk /"));
    QCOMPARE(alert.category, std::string("host"));
    QCOMPARE(alert.severity, Severity::High);
    QCOMPARE(alert.startedAt, start);
    QCOMPARE(alert.metric, std::string(R"(host_filesystem_used_ratio{device="sda", mountpoint="/"})"));
    QCOMPARE(alert.labels, (LabelSet {{"device", "sda"}, {"mountpoint", "/"}, {"rule", "disk"}, {"team", "storage"}}));
    QCOMPARE(alert.annotations, (LabelSet {{"runbook", "https://runbooks//"}}));
    const LabelSet own {{"device", "sda"}, {"mountpoint", "/"}};
    QCOMPARE(alert.dedupKey, "rule:disk:" + own.fingerprint());
    // The text stays although the value moves, so that the incident does not change with every sample.
    QCOMPARE(fixture.step(0.96).alerts.front().title, alert.title);
    // Ends after 30 s of health, not before.
    QCOMPARE(fixture.steps(5, 0.5), 1U);
    QCOMPARE(fixture.steps(1, 0.5), 0U);
    QCOMPARE(fixture.steps(5, 0.5), 0U);
    // Again: a new start.
    QCOMPARE(fixture.steps(4, 0.99), 0U);
    const AlertSignal again = fixture.step(0.99).alerts.front();
    QCOMPARE(again.startedAt, fixture.clock.now() - 20s);
}

void TestThresholdRules::pendingThatEnds()
{
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(4, 0.95), 0U);
    QCOMPARE(fixture.steps(1, 0.5), 0U); // one healthy sample starts the waiting anew
    QCOMPARE(fixture.steps(4, 0.95), 0U);
    QCOMPARE(fixture.steps(1, 0.95), 1U);
}

void TestThresholdRules::holdSamples()
{
    ThresholdRule rule = diskRule();
    rule.hold = 30s;
    rule.holdSamples = 2;
    RuleFixture quick({rule});
    QCOMPARE(quick.step(0.95).alerts.size(), 0U);
    QCOMPARE(quick.engine->evaluate().alerts.size(), 0U); // the same sample seen twice is one
    QCOMPARE(quick.step(std::nullopt, 1s).alerts.size(), 0U);
    QCOMPARE(quick.step(0.95).alerts.size(), 1U);
    rule.holdSamples = 0;
    RuleFixture slow({rule}); // one sample every half minute: the time decides
    QCOMPARE(slow.step(0.95).alerts.size(), 0U);
    QCOMPARE(slow.step(std::nullopt, 29s).alerts.size(), 0U);
    QCOMPARE(slow.step(0.95, 1s).alerts.size(), 1U);
    rule.holdSamples = 2;
    RuleFixture flapping({rule});
    for (int i = 0; i < 10; ++i)
        QCOMPARE(flapping.step(i % 2 == 0 ? 0.95 : 0.5).alerts.size(), 0U);
}

void TestThresholdRules::oneOldSample()
{
    // It says how things were once; only a newer one can say that they still are.
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(1, 0.95), 0U);
    for (int i = 0; i < 70; ++i)
        QCOMPARE(fixture.steps(1, std::nullopt), 0U);
    RuleFixture confirmed({diskRule()});
    QCOMPARE(confirmed.steps(1, 0.95), 0U);
    QCOMPARE(confirmed.steps(10, std::nullopt), 0U);
    QCOMPARE(confirmed.steps(1, 0.95), 1U);
    // The time of a window is that of its samples too.
    ThresholdRule average = diskRule();
    average.condition = parseCondition("max(host_filesystem_used_ratio, 5m) > 90 %").value();
    RuleFixture window({average});
    QCOMPARE(window.steps(30, 0.5), 0U);
    QCOMPARE(window.steps(1, 0.95), 0U);
    QCOMPARE(window.steps(20, std::nullopt), 0U);
    QCOMPARE(window.steps(1, 0.5), 1U); // the maximum of the window still is
    ThresholdRule atOnce = average;
    atOnce.hold = 0s;
    RuleFixture immediate({atOnce});
    QCOMPARE(immediate.steps(60, 0.5), 0U);
    QCOMPARE(immediate.steps(1, 0.95), 1U);
}

/// The clock goes on while the machine sleeps; nobody looks at anything.
void TestThresholdRules::suspended()
{
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(3, 0.95), 0U); // 10 of 20 s
    fixture.clock.advance(10min);
    QCOMPARE(fixture.engine->evaluate().alerts.size(), 0U);
    QCOMPARE(fixture.steps(4, 0.95), 0U);
    QCOMPARE(fixture.steps(1, 0.95), 1U);
    RuleFixture early({diskRule()}); // the first sample comes before anybody looks
    QCOMPARE(early.steps(3, 0.95), 0U);
    QCOMPARE(early.step(0.95, 10min).alerts.size(), 0U);
    const Timestamp start = early.clock.now();
    QCOMPARE(early.steps(3, 0.95), 0U);
    QCOMPARE(early.steps(1, 0.95), 1U);
    QCOMPARE(early.engine->evaluate().alerts.front().startedAt, start);
}

/// A probe may run as rarely as once a day: until its next run it has data.
void TestThresholdRules::rareSamples()
{
    ThresholdRule rule = diskRule();
    rule.hold = 10min;
    RuleFixture fixture({rule});
    const auto tenMinutes = [&](double ratio, Duration look = 5s) {
        std::size_t alerts = fixture.step(ratio, 5s).alerts.size();
        for (Duration waited = 5s; waited < 10min; waited += look) {
            const auto batch = fixture.step(std::nullopt, look);
            alerts = batch.alerts.size();
            for (const AlertSignal &alert : batch.alerts) {
                if (alert.annotations.contains("no_data_since"))
                    return std::size_t {99};
            }
        }
        return alerts;
    };
    QCOMPARE(tenMinutes(0.5), 0U);
    QCOMPARE(tenMinutes(0.5), 0U);
    QCOMPARE(tenMinutes(0.95), 0U);
    QCOMPARE(tenMinutes(0.95), 1U); // ten minutes after the first
    for (int i = 0; i < 5; ++i)
        QCOMPARE(tenMinutes(0.95), 1U);
    QCOMPARE(tenMinutes(0.5), 0U);
    // It comes every five seconds now: after five minutes without there is no data.
    QCOMPARE(fixture.steps(230, 0.95), 1U);
    QCOMPARE(fixture.step(std::nullopt, 6min).alerts.front().annotations.contains("no_data_since"), true);

    // A certificate looked at once a day: one alert that goes on.
    RuleFixture daily(builtInRules());
    const auto look = [&] {
        daily.append(*daily.history, {{{"probe_tls_certificate_expiry_seconds", {{"probe", "p"}}}, 86'400.0 * 5}}, "p");
        return daily.engine->evaluate().alerts;
    };
    look();
    daily.clock.advance(24h);
    const auto first = look();
    QCOMPARE(first.size(), 1U);
    for (int day = 0; day < 4; ++day) {
        for (int minute = 5; minute < 24 * 60; minute += 5) {
            const auto alerts = daily.step(std::nullopt, 5min).alerts;
            QCOMPARE(alerts.size(), 1U);
            QVERIFY(!alerts.front().annotations.contains("no_data_since"));
            QCOMPARE(alerts.front().startedAt, first.front().startedAt);
        }
        daily.clock.advance(5min);
        QCOMPARE(look().size(), 1U);
    }
}

void TestThresholdRules::rareSeriesThatIsGone()
{
    RuleFixture fixture({[] {
        ThresholdRule rule = diskRule();
        rule.hold = 0s;
        return rule;
    }()});
    for (int i = 0; i < 4; ++i) {
        fixture.step(0.95, 10min);
        fixture.disk(0.95, "/other");
    }
    QCOMPARE(fixture.engine->evaluate().alerts.size(), 2U);
    const auto without = [&] { // its source goes on, every ten minutes too
        fixture.clock.advance(10min);
        fixture.disk(0.95, "/other");
        return fixture.engine->evaluate().alerts.size();
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(without(), 2U);
    QCOMPARE(without(), 1U); // three times missed
    // Missed once, and then the source says nothing at all: that is silence.
    for (int i = 0; i < 6; ++i) {
        fixture.step(0.95, 10min);
        fixture.disk(0.95, "/other");
    }
    QCOMPARE(without(), 2U);
    QCOMPARE(fixture.step(std::nullopt, 21min).alerts.size(), 2U);
}

void TestThresholdRules::rareJoin()
{
    ThresholdRule rule = diskRule();
    rule.condition = parseCondition("often > rarely").value();
    rule.hold = 0s;
    rule.title = "x";
    RuleFixture fixture({rule});
    for (int hour = 0; hour < 3; ++hour) {
        fixture.append(*fixture.history, {{{"rarely", {}}, 1}}, "slow");
        for (int minute = 0; minute < 60; ++minute) {
            fixture.append(*fixture.history, {{{"often", {}}, 2}});
            fixture.clock.advance(1min);
            if (hour == 0 || minute % 10 != 9)
                continue;
            RuleEngine fresh(*fixture.history, fixture.clock); // in one that fires, no data would change nothing
            QVERIFY(fresh.setRules({rule}).has_value());
            QCOMPARE(fresh.evaluate().alerts.size(), 1U);
        }
    }
}

void TestThresholdRules::flapping()
{
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(5, 0.95), 1U);
    const Timestamp startedAt = fixture.engine->evaluate().alerts.front().startedAt;
    for (int i = 0; i < 50; ++i) { // 25 s of health at a time: one alert that goes on
        QCOMPARE(fixture.steps(5, 0.5), 1U);
        QCOMPARE(fixture.steps(1, 0.95), 1U);
    }
    QCOMPARE(fixture.engine->evaluate().alerts.front().startedAt, startedAt);
}

void TestThresholdRules::oneAlertPerSeries()
{
    RuleFixture fixture({diskRule()});
    for (int i = 0; i < 6; ++i) {
        fixture.clock.advance(5s);
        fixture.disk(0.95, "/a");
        fixture.disk(0.95, "/b");
        fixture.disk(0.5, "/c");
        fixture.engine->evaluate();
    }
    const auto alerts = fixture.engine->evaluate().alerts;
    QCOMPARE(alerts.size(), 2U);
    QVERIFY(alerts[0].dedupKey != alerts[1].dedupKey);
    QVERIFY(alerts[0].service != alerts[1].service);
}

void TestThresholdRules::escalates()
{
    ThresholdRule rule = diskRule();
    rule.escalations = {{parseEscalation("value > 97 %").value(), Severity::Critical}};
    RuleFixture fixture({rule});
    fixture.steps(5, 0.95);
    const AlertSignal high = fixture.step(0.96).alerts.front();
    QCOMPARE(high.severity, Severity::High);
    const AlertSignal critical = fixture.step(0.98).alerts.front();
    QCOMPARE(critical.severity, Severity::Critical); // at once
    QCOMPARE(critical.dedupKey, high.dedupKey); // the same incident
    QCOMPARE(critical.startedAt, high.startedAt);
    QCOMPARE(critical.title, std::string("Disk / is 98.0 % full"));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(fixture.step(0.95).alerts.front().severity, Severity::Critical);
    const AlertSignal fallen = fixture.step(0.95).alerts.front(); // after 30 s
    QCOMPARE(fallen.severity, Severity::High);
    QCOMPARE(fallen.title, std::string("Disk / is 95.0 % full"));
}

void TestThresholdRules::goneSeries()
{
    // Unmounted: its source goes on without it.
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(5, 0.95), 1U);
    std::size_t alerts = 1;
    for (int i = 0; i < 60; ++i) { // five minutes
        fixture.clock.advance(5s);
        fixture.disk(0.5, "/other");
        alerts = fixture.engine->evaluate().alerts.size();
        QCOMPARE(alerts, 1U);
    }
    fixture.clock.advance(5s);
    fixture.disk(0.5, "/other");
    QCOMPARE(fixture.engine->evaluate().alerts.size(), 0U);
}

void TestThresholdRules::removedSource()
{
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(5, 0.95), 1U);
    fixture.history->sourceRemoved(SourceId {"host"});
    QCOMPARE(fixture.steps(59, std::nullopt), 1U);
    QCOMPARE(fixture.steps(2, std::nullopt), 0U);
}

void TestThresholdRules::silentSource()
{
    // The collector broke: nobody knows that the disk is well.
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(5, 0.95), 1U);
    const Timestamp last = fixture.clock.now();
    QCOMPARE(fixture.steps(60, std::nullopt), 1U);
    QVERIFY(!fixture.engine->evaluate().alerts.front().annotations.contains("no_data_since"));
    QCOMPARE(fixture.steps(2000, std::nullopt), 1U);
    QCOMPARE(fixture.engine->evaluate().alerts.front().annotations.value("no_data_since"),
             std::string_view(formatRfc3339(last)));
    // It comes back and is well: ends after keepFiring, not at once.
    QCOMPARE(fixture.steps(1, 0.5), 1U);
    QVERIFY(!fixture.engine->evaluate().alerts.front().annotations.contains("no_data_since"));
    QCOMPARE(fixture.steps(4, 0.5), 1U);
    QCOMPARE(fixture.steps(2, 0.5), 0U);
    // A day without data is the end.
    QCOMPARE(fixture.steps(5, 0.95), 1U);
    QCOMPARE(fixture.step(std::nullopt, 24h).alerts.size(), 1U);
    QCOMPARE(fixture.step(std::nullopt, 1min).alerts.size(), 0U);
    // A pending one is dropped when its data stops.
    QCOMPARE(fixture.steps(1, 0.95), 0U);
    QCOMPARE(fixture.steps(70, std::nullopt), 0U);
    RuleFixture slow({[] {
        ThresholdRule rule = diskRule();
        rule.hold = 10min;
        return rule;
    }()});
    QCOMPARE(slow.steps(1, 0.95), 0U);
    QCOMPARE(slow.steps(130, std::nullopt), 0U);
    QCOMPARE(slow.steps(1, 0.95), 0U); // waits anew
}

void TestThresholdRules::restartWithRestore()
{
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(5, 0.95), 1U);
    const AlertSignal alert = fixture.engine->evaluate().alerts.front();
    Incident incident;
    incident.source = "rules";
    incident.dedupKey = alert.dedupKey;
    incident.title = alert.title;
    incident.severity = alert.severity;
    incident.startedAt = alert.startedAt;
    incident.labels = alert.labels;
    Incident closed = incident;
    closed.status = IncidentStatus::Resolved;
    closed.dedupKey = "rule:disk:0000000000000000";
    Incident byHand = closed;
    byHand.status = IncidentStatus::Open;
    byHand.source = "api";

    const auto restarted = [&] {
        fixture.clock.advance(10s);
        fixture.engine = std::make_unique<RuleEngine>(*fixture.history, fixture.clock);
        fixture.setRules({diskRule()});
        fixture.engine->restore({incident, closed, byHand});
    };
    restarted(); // before any data came
    AlertBatch batch = fixture.engine->evaluate();
    QVERIFY(batch.complete);
    QCOMPARE(batch.alerts.size(), 1U);
    QCOMPARE(batch.alerts.front().dedupKey, alert.dedupKey);
    QCOMPARE(batch.alerts.front().title, alert.title);
    QCOMPARE(fixture.steps(10, 0.95), 1U);
    QCOMPARE(fixture.engine->evaluate().alerts.front().startedAt, alert.startedAt);
    restarted();
    QCOMPARE(fixture.steps(5, 0.5), 1U); // well meanwhile: keepFiring counts from the start
    QCOMPARE(fixture.steps(2, 0.5), 0U);
}

void TestThresholdRules::restartWithoutRestore()
{
    RuleFixture fixture({diskRule()});
    QVERIFY(!fixture.step(0.95).complete);
    for (int i = 0; i < 62; ++i)
        QVERIFY(!fixture.step(0.95).complete);
    QVERIFY(fixture.step(0.95).complete); // 5 min 20 s: hold and staleAfter
}

void TestThresholdRules::restoredAndGone()
{
    RuleFixture fixture({diskRule()});
    Incident incident;
    incident.source = "rules";
    incident.dedupKey = "rule:disk:0123456789abcdef"; // of a disk that was unplugged while the daemon was down
    fixture.engine->restore({incident});
    QCOMPARE(fixture.steps(720, std::nullopt), 1U); // no data at all: stays
    QCOMPARE(fixture.steps(1, 0.5), 0U); // other disks are delivered, and it is an hour
}

void TestThresholdRules::reload()
{
    RuleFixture fixture({diskRule()});
    QCOMPARE(fixture.steps(5, 0.95), 1U);
    ThresholdRule other = diskRule();
    other.id = "other";
    other.hold = 0s;
    fixture.setRules({diskRule(), other});
    QCOMPARE(fixture.steps(1, 0.95), 2U);
    fixture.setRules({other});
    QCOMPARE(fixture.engine->evaluate().alerts.front().labels.value("rule"), std::string_view("other"));
    QCOMPARE(fixture.engine->evaluate().alerts.size(), 1U);
}

void TestThresholdRules::selectorWithoutName()
{
    ThresholdRule rule = diskRule();
    rule.condition = parseCondition("{__name__=~\"a|b\"} > 1").value();
    rule.hold = 0s;
    RuleFixture fixture({rule});
    fixture.append(*fixture.history, {{{"a", {}}, 2}, {{"b", {}}, 2}, {{"c", {}}, 2}});
    const auto alerts = fixture.engine->evaluate().alerts;
    QCOMPARE(alerts.size(), 2U);
    QVERIFY(alerts[0].dedupKey != alerts[1].dedupKey);
}

QTEST_GUILESS_MAIN(TestThresholdRules)
#include "tst_thresholdrules.moc"
