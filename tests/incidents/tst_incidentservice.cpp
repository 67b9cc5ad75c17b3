// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/wire.h"
#include "backend/incidents/incidentservice.h"
#include "tests/incidents/memoryrepository.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace vigie;
using namespace std::chrono_literals;

namespace {

struct House {
    test::MemoryRepository repository;
    test::DirectExecutor home;
    test::EventRecorder events;
    test::FakeClock clock;
    test::FakeRandom random;
    IncidentService service {repository, home, events, clock, random};

    House()
    {
        service.load([](const Result<> &) {});
    }
    Incident create(const std::string &title = "disk full")
    {
        Incident out;
        service.create({.title = title, .severity = Severity::High}, {"ada", "r1"},
                       [&out](const Result<Incident> &made) { out = made.value(); });
        return out;
    }
    Result<Incident> update(const Incident &incident, const IncidentPatch &patch, const std::string &who = "ada")
    {
        Result<Incident> out = fail(Error::Code::Internal, "never answered");
        service.update(incident.id, patch, {who, "r2"}, [&out](const Result<Incident> &done) { out = done; });
        return out;
    }
    std::vector<TimelineEntry> timeline(const IncidentId &id) { return repository.state.timelines[id.value]; }
    std::vector<Incident> stored(bool openOnly = false) const
    {
        std::vector<Incident> out;
        for (const auto &[id, incident] : repository.state.incidents) {
            if (!openOnly || !incident.isClosed())
                out.push_back(incident);
        }
        return out;
    }
};

AlertSignal signalNamed(const std::string &key, bool firing = true)
{
    AlertSignal signal;
    signal.dedupKey = key;
    signal.firing = firing;
    signal.title = key;
    signal.severity = Severity::Critical;
    return signal;
}

} // namespace

class TestIncidentService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void createStoresAnnouncesAndShows()
    {
        House house;
        const Incident made = house.create();
        QCOMPARE(house.stored().size(), std::size_t {1});
        QCOMPARE(house.events.events.size(), std::size_t {1});
        QCOMPARE(house.events.events[0]->type, std::string("incident.created"));
        QCOMPARE(house.events.events[0]->seq, std::int64_t {1});
        QVERIFY(house.service.book().find(made.id) != nullptr);
        QCOMPARE(house.service.book().seq(), std::int64_t {1});
        QCOMPARE(house.timeline(made.id)[0].actor, std::string("ada"));
    }
    void aRefusedWriteChangesNothing()
    {
        House house;
        const Incident made = house.create();
        house.repository.refuse = Error {Error::Code::Unavailable, "disk full", {}};
        IncidentPatch patch;
        patch.status = IncidentStatus::Acknowledged;
        QCOMPARE(house.update(made, patch).error().code, Error::Code::Unavailable);
        QCOMPARE(house.service.book().find(made.id)->status, IncidentStatus::Open);
        QCOMPARE(house.events.events.size(), std::size_t {1});
    }
    void workThatRunsTwiceHappensOnce()
    {
        House house;
        house.repository.runTwice = true;
        const Incident made = house.create();
        IncidentPatch patch;
        patch.owner = "grace";
        const auto changed = house.update(made, patch);
        QCOMPARE(changed->version, std::int64_t {2});
        QCOMPARE(house.timeline(made.id).size(), std::size_t {2});
        QCOMPARE(house.events.events.size(), std::size_t {2});
    }
    void transitions_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("allowed");
        const auto row = [](IncidentStatus from, IncidentStatus to, bool allowed) {
            const QByteArray name
                = QByteArray::fromStdString(std::string(statusName(from)) + " to " + std::string(statusName(to)));
            QTest::newRow(name.constData()) << int(from) << int(to) << allowed;
        };
        using S = IncidentStatus;
        for (const S from : {S::Open, S::Acknowledged, S::Snoozed}) {
            for (const S to : {S::Open, S::Acknowledged, S::Snoozed, S::Resolved})
                row(from, to, true);
        }
        row(S::Resolved, S::Open, true);
        row(S::Resolved, S::Resolved, true);
        row(S::Resolved, S::Acknowledged, false);
        row(S::Resolved, S::Snoozed, false);
    }
    void transitions()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, allowed);
        House house;
        const auto patchTo = [&house](IncidentStatus status) {
            IncidentPatch patch;
            patch.status = status;
            if (status == IncidentStatus::Snoozed)
                patch.snoozedUntil = house.clock.now() + 1h;
            return patch;
        };
        const Incident made = house.create();
        QVERIFY(house.update(made, patchTo(static_cast<IncidentStatus>(from))));
        const auto result = house.update(made, patchTo(static_cast<IncidentStatus>(to)));
        QCOMPARE(static_cast<bool>(result), allowed);
        if (allowed)
            QCOMPARE(static_cast<int>(result->status), to);
        else
            QCOMPARE(result.error().code, Error::Code::Conflict);
    }
    void anOldVersionIsAConflict()
    {
        House house;
        const Incident made = house.create();
        IncidentPatch first;
        first.owner = "grace";
        QVERIFY(house.update(made, first));
        IncidentPatch second;
        second.version = made.version;
        second.owner = "ada";
        const auto result = house.update(made, second);
        QCOMPARE(result.error().code, Error::Code::Conflict);
        QCOMPARE(house.service.book().find(made.id)->owner, std::string("grace"));
    }
    void aPatchThatChangesNothingIsSilent()
    {
        House house;
        const Incident made = house.create();
        IncidentPatch patch;
        patch.title = made.title;
        QCOMPARE(house.update(made, patch)->version, std::int64_t {1});
        QCOMPARE(house.events.events.size(), std::size_t {1});
    }
    void commentsKeepTheirText()
    {
        House house;
        const Incident made = house.create();
        IncidentPatch patch;
        patch.comment = "ça brûle";
        QVERIFY(house.update(made, patch));
        QCOMPARE(house.timeline(made.id).back().text, std::string("ça brûle"));
    }
    void refusesNonsense_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("field");
        QTest::newRow("empty title") << 0 << "/title";
        QTest::newRow("snooze without time") << 1 << "/snoozedUntil";
        QTest::newRow("snooze into the past") << 2 << "/snoozedUntil";
        QTest::newRow("time without snooze") << 3 << "/snoozedUntil";
    }
    void refusesNonsense()
    {
        QFETCH(int, which);
        QFETCH(QString, field);
        House house;
        IncidentPatch patch;
        if (which == 0)
            patch.title = "";
        if (which == 1 || which == 2)
            patch.status = IncidentStatus::Snoozed;
        if (which == 2)
            patch.snoozedUntil = house.clock.now() - 1s;
        if (which == 3)
            patch.snoozedUntil = house.clock.now() + 1s;
        const auto result = house.update(house.create(), patch);
        QVERIFY(!result);
        QCOMPARE(QString::fromStdString(result.error().field), field);
    }
    void snoozedOnesWake()
    {
        House house;
        const Incident made = house.create();
        IncidentPatch patch;
        patch.status = IncidentStatus::Snoozed;
        patch.snoozedUntil = house.clock.now() + 1min;
        QVERIFY(house.update(made, patch));
        house.service.wakeSnoozed();
        QCOMPARE(house.service.book().find(made.id)->status, IncidentStatus::Snoozed);
        house.clock.advance(1min);
        house.service.wakeSnoozed();
        QCOMPARE(house.service.book().find(made.id)->status, IncidentStatus::Open);
    }
    void whoWasResolvedMeanwhileDoesNotWake()
    {
        House house;
        const Incident made = house.create();
        IncidentPatch snooze;
        snooze.status = IncidentStatus::Snoozed;
        snooze.snoozedUntil = house.clock.now() + 1min;
        QVERIFY(house.update(made, snooze));
        // Another daemon on the same store, whose change this one has not seen yet.
        IncidentService other(house.repository, house.home, house.events, house.clock, house.random);
        other.load([](const Result<> &) {});
        bool resolved = false;
        other.resolve(made.id, {}, "done", {"bob", {}}, [&resolved](const auto &done) { resolved = done.has_value(); });
        QVERIFY(resolved);
        house.clock.advance(1min);
        house.service.wakeSnoozed();
        QCOMPARE(house.stored()[0].status, IncidentStatus::Resolved);
    }
    void tooLongIncidentsAreRefused()
    {
        House house;
        NewIncident fresh {.title = "t"};
        for (int i = 0; i < 64; ++i)
            fresh.labels.set("l" + std::to_string(i), std::string(4000, 'x'));
        Result<Incident> made = fail(Error::Code::Internal, "never answered");
        house.service.create(fresh, {"ada", {}}, [&made](const Result<Incident> &done) { made = done; });
        QCOMPARE(made.error().code, Error::Code::TooLarge);
        const Incident small = house.create();
        IncidentPatch grow;
        grow.labels = fresh.labels;
        QCOMPARE(house.update(small, grow).error().code, Error::Code::TooLarge);
        QCOMPARE(house.stored()[0].labels.size(), std::size_t {0});
    }
    void countsWhatWasOpened()
    {
        House house;
        house.repository.runTwice = true; // a try that is thrown away counts nothing
        house.create();
        house.service.ingest({{"am"}, true, {signalNamed("a"), signalNamed("b")}});
        house.service.ingest({{"am"}, true, {}});
        const auto count = [&house](const std::string &source, Severity severity) {
            return house.service.opened().at(source)[static_cast<std::size_t>(severity)];
        };
        QCOMPARE(count("api", Severity::High), std::uint64_t {1});
        QCOMPARE(count("am", Severity::Critical), std::uint64_t {2});
        house.service.ingest({{"am"}, true, {signalNamed("a")}}); // fires anew: another incident
        QCOMPARE(count("am", Severity::Critical), std::uint64_t {3});
        for (std::size_t i = 0; i < 2 * IncidentService::maxCountedSources; ++i)
            house.service.ingest({{"s" + std::to_string(i)}, false, {signalNamed("k" + std::to_string(i))}});
        QVERIFY(house.service.opened().size() <= IncidentService::maxCountedSources + 1);
        QVERIFY(count("other", Severity::Critical) > 0);
    }

    // Reports of sources
    void hugeReportsAreShortened_data()
    {
        QTest::addColumn<int>("labels");
        QTest::addColumn<int>("annotations");
        QTest::addColumn<int>("text");
        QTest::newRow("long text") << 1 << 1 << 1'000'000;
        QTest::newRow("words") << 0 << 0 << 2000;
        QTest::newRow("many labels") << 5000 << 0 << 10;
        QTest::newRow("many long annotations") << 1 << 200 << 20'000;
        QTest::newRow("all") << 300 << 300 << 30'000;
    }
    void hugeReportsAreShortened()
    {
        QFETCH(int, labels);
        QFETCH(int, annotations);
        QFETCH(int, text);
        House house;
        AlertSignal signal = signalNamed("k");
        std::string words;
        while (words.size() < static_cast<std::size_t>(text))
            words += "\xc3\xa9\x01"; // two bytes and one that JSON makes six of each
        signal.title = signal.description = signal.metric = signal.service = words;
        std::vector<LabelSet::Pair> pairs;
        for (int i = 0; i < labels; ++i)
            pairs.emplace_back("l" + std::to_string(i), words);
        signal.labels = LabelSet(std::move(pairs));
        for (int i = 0; i < annotations; ++i)
            signal.annotations.set("a" + std::to_string(i), words);
        house.service.ingest({{"hook"}, false, {signal}});
        QCOMPARE(house.stored().size(), std::size_t {1});
        const Incident stored = house.stored()[0];
        QCOMPARE(stored.dedupKey, std::string("k"));
        QVERIFY(checkSize(stored));
        QVERIFY(stored.title.size() <= 500);
        QVERIFY(stored.service.size() <= 256);
        QVERIFY(wire::readIncident(*parseJson(wire::text(stored))));
        // Cut between characters: nothing had to be replaced to be JSON.
        QVERIFY(house.events.events[0]->data.find("fffd") == std::string::npos);
        // The same report again is no news, although it is longer than what was kept.
        house.service.ingest({{"hook"}, false, {signal}});
        QCOMPARE(house.repository.writes, 1);
    }
    void aReportIsAcknowledgedOnceItIsStored()
    {
        House house;
        std::vector<Result<>> answers;
        const auto stored = [&answers](const Result<> &result) { answers.push_back(result); };
        house.service.ingest({{"hook"}, false, {signalNamed("k")}}, stored);
        QCOMPARE(answers.size(), std::size_t {1});
        QVERIFY(answers.back());
        house.service.ingest({{"hook"}, false, {signalNamed("k")}}, stored); // no news: on disk already
        QCOMPARE(answers.size(), std::size_t {2});
        QVERIFY(answers.back());
        house.repository.refuse = Error {Error::Code::Unavailable, "the disk is full", {}};
        house.service.ingest({{"hook"}, false, {signalNamed("other")}}, stored);
        QCOMPARE(answers.size(), std::size_t {3});
        QCOMPARE(answers.back().error().code, Error::Code::Unavailable);
        IncidentService unloaded(house.repository, house.home, house.events, house.clock, house.random);
        unloaded.ingest({{"hook"}, false, {signalNamed("k")}}, stored);
        QCOMPARE(answers.size(), std::size_t {4});
        QCOMPARE(answers.back().error().code, Error::Code::Unavailable);
    }
    void whatAForgottenSourceReportedEnds()
    {
        House house;
        house.service.ingest({{"am"}, true, {signalNamed("both"), signalNamed("mine")}});
        house.service.ingest({{"gone"}, true, {signalNamed("both"), signalNamed("lost")}});
        const Incident manual = house.create();
        house.service.endReportsExcept({"am", "rules"});
        const auto statusOf = [&house](const std::string &key) {
            for (const Incident &incident : house.stored()) {
                if (incident.dedupKey == key)
                    return incident.status;
            }
            return IncidentStatus::Snoozed;
        };
        QCOMPARE(statusOf("both"), IncidentStatus::Open);
        QCOMPARE(statusOf("mine"), IncidentStatus::Open);
        QCOMPARE(statusOf("lost"), IncidentStatus::Resolved);
        QCOMPARE(house.service.book().find(manual.id)->status, IncidentStatus::Open);
        const int writes = house.repository.writes;
        house.service.endReportsExcept({"am", "rules"});
        QCOMPARE(house.repository.writes, writes);
    }
    void aTextThatCarriesItsValueDoesNotFillTheTimeline()
    {
        House house;
        AlertSignal signal = signalNamed("k");
        for (int i = 0; i < 100; ++i) {
            signal.title = "Disk is " + std::to_string(i) + " % full";
            signal.description = signal.title;
            signal.annotations.set("summary", signal.title);
            house.service.ingest({{"am"}, true, {signal}});
        }
        const Incident stored = house.stored()[0];
        QCOMPARE(stored.title, std::string("Disk is 99 % full"));
        QCOMPARE(stored.version, std::int64_t {100});
        QCOMPARE(house.timeline(stored.id).size(), std::size_t {1});
        QCOMPARE(house.events.events.back()->type, std::string("incident.updated"));
    }
    void theSameAlertIsOneIncident()
    {
        House house;
        house.service.ingest({{"am-1"}, true, {signalNamed("k")}});
        house.service.ingest({{"am-1"}, true, {signalNamed("k")}});
        house.service.ingest({{"am-2"}, true, {signalNamed("k")}});
        house.service.ingest({{"hook"}, false, {signalNamed("k"), signalNamed("k")}});
        QCOMPARE(house.stored().size(), std::size_t {1});
        QCOMPARE(house.stored()[0].reporters, (std::vector<std::string> {"am-1", "am-2", "hook"}));
        QCOMPARE(house.repository.writes, 3); // the repetition reached no database
    }
    void theSameAlertTwiceInOneReportIsOneIncident()
    {
        House house;
        house.service.ingest({SourceId {"am"}, true, {signalNamed("a"), signalNamed("b"), signalNamed("a")}});
        QCOMPARE(house.stored().size(), std::size_t {2});
        QCOMPARE(house.events.events.size(), std::size_t {2});
    }
    void aSilencedAlertMakesNoIncidentEvenAmongOthers()
    {
        House house;
        AlertSignal silenced = signalNamed("a");
        silenced.silenced = true;
        house.service.ingest({SourceId {"am"}, true, {silenced, signalNamed("b")}});
        QCOMPARE(house.stored().size(), std::size_t {1});
        QCOMPARE(house.stored()[0].dedupKey, std::string("b"));
    }
    void resolvesWhenTheLastReporterStops()
    {
        House house;
        house.service.ingest({{"am-1"}, true, {signalNamed("k"), signalNamed("other")}});
        house.service.ingest({{"am-2"}, true, {signalNamed("k")}});
        house.service.ingest({{"am-1"}, true, {signalNamed("other")}});
        QCOMPARE(house.stored(true).size(), std::size_t {2});
        house.service.ingest({{"am-2"}, true, {}});
        QCOMPARE(house.stored(true).size(), std::size_t {1});
        QCOMPARE(house.stored(true)[0].dedupKey, std::string("other"));
        QCOMPARE(house.events.events.back()->type, std::string("incident.resolved"));
    }
    void aWebhookEndsOnlyWhatItNames()
    {
        House house;
        house.service.ingest({{"hook"}, false, {signalNamed("a"), signalNamed("b")}});
        house.service.ingest({{"hook"}, false, {signalNamed("a", false), signalNamed("never seen", false)}});
        QCOMPARE(house.stored(true).size(), std::size_t {1});
        QCOMPARE(house.stored(true)[0].dedupKey, std::string("b"));
    }
    void silencedAlertsOpenNothing()
    {
        House house;
        AlertSignal signal = signalNamed("k");
        signal.silenced = true;
        house.service.ingest({{"am"}, true, {signal}});
        QCOMPARE(house.repository.writes, 0);
    }
    /// Two people close it at once: both said why.
    void aNoteOnWhatIsResolvedIsKept()
    {
        House house;
        const Incident made = house.create();
        const auto note = [&house, &made](const char *text) {
            bool done = false;
            house.service.resolve(made.id, {}, text, {"ada", {}},
                                  [&done](const auto &result) { done = result.has_value(); });
            return done;
        };
        QVERIFY(note("the cable was loose"));
        QVERIFY(note("and the switch was off"));
        int first = 0;
        int second = 0;
        for (const TimelineEntry &entry : house.timeline(made.id)) {
            first += entry.text == "the cable was loose" ? 1 : 0;
            second += entry.text == "and the switch was off" ? 1 : 0;
        }
        QCOMPARE(first, 1);
        QCOMPARE(second, 1);
    }
    void resolvedByHandStaysResolvedWhileItFires()
    {
        House house;
        house.service.ingest({{"am"}, true, {signalNamed("k")}});
        IncidentPatch resolve;
        resolve.status = IncidentStatus::Resolved;
        QVERIFY(house.update(house.stored()[0], resolve));
        house.service.ingest({{"am"}, true, {signalNamed("k")}});
        QCOMPARE(house.stored().size(), std::size_t {1});
        QCOMPARE(house.stored(true).size(), std::size_t {0});
        house.service.ingest({{"am"}, true, {}}); // it ended at last
        house.service.ingest({{"am"}, true, {signalNamed("k")}}); // and fires anew
        QCOMPARE(house.stored().size(), std::size_t {2});
        QCOMPARE(house.stored(true).size(), std::size_t {1});
    }
    /// What was resolved by hand elsewhere costs a report nothing.
    void aReportLooksOnlyAtWhatItConcerns()
    {
        House house;
        std::vector<AlertSignal> many;
        for (int i = 0; i < 50; ++i)
            many.push_back(signalNamed("a" + std::to_string(i)));
        house.service.ingest({{"am"}, true, many});
        IncidentPatch resolve;
        resolve.status = IncidentStatus::Resolved;
        for (const Incident &incident : house.stored())
            QVERIFY(house.update(incident, resolve));
        house.repository.finds = 0;
        house.service.ingest({{"rules"}, true, {signalNamed("new")}});
        QCOMPARE(house.repository.finds, 0);
        QCOMPARE(house.stored(true).size(), std::size_t {1});
        house.service.ingest({{"hook"}, false, {signalNamed("a7")}}); // another source names one of them
        QCOMPARE(house.stored(true).size(), std::size_t {1});
        house.service.ingest({{"am"}, true, {}});
        house.service.ingest({{"am"}, true, {signalNamed("a1")}});
        QCOMPARE(house.stored(true).size(), std::size_t {2});
    }
    void aRisingSeverityIsTakenOver()
    {
        House house;
        AlertSignal signal = signalNamed("k");
        signal.severity = Severity::Low;
        house.service.ingest({{"rules"}, true, {signal}});
        signal.severity = Severity::Critical;
        house.service.ingest({{"rules"}, true, {signal}});
        QCOMPARE(house.stored()[0].severity, Severity::Critical);
        QCOMPARE(house.timeline(house.stored()[0].id).back().kind, TimelineKind::SeverityChanged);
    }
    void aSourceFromTheFutureStartsNow()
    {
        House house;
        AlertSignal signal = signalNamed("k");
        signal.startedAt = house.clock.now() + 24h;
        house.service.ingest({{"am"}, true, {signal}});
        QCOMPARE(toMicros(house.stored()[0].startedAt), toMicros(house.clock.now()));
    }
    void restartKnowsWhatFired()
    {
        House house;
        house.service.ingest({{"am"}, true, {signalNamed("k")}});
        IncidentService second(house.repository, house.home, house.events, house.clock, house.random);
        second.load([](const Result<> &) {});
        second.ingest({{"am"}, true, {signalNamed("k")}});
        QCOMPARE(house.stored().size(), std::size_t {1});
        second.ingest({{"am"}, true, {}});
        QCOMPARE(house.stored(true).size(), std::size_t {0});
    }
};

QTEST_GUILESS_MAIN(TestIncidentService)
#include "tst_incidentservice.moc"
