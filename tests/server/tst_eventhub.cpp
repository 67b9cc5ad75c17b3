// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The event hub with clients in memory: order, seams, slow clients.
#include "backend/domain/json.h"
#include "backend/server/eventhub.h"
#include "backend/server/sampleevents.h"
#include "tests/server/testserver.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

class MemoryClient final : public EventClient {
public:
    void send(Frame frame) override
    {
        frames.push_back(frame);
        if (isStuck)
            queued += frame->size();
    }
    std::size_t queuedBytes() const override { return queued; }
    void dropQueue() override
    {
        if (!isStuck)
            return;
        frames.clear();
        queued = 0;
    }
    void close(std::uint16_t code, std::string_view) override { closedWith = code; }
    bool isAuthorized() override { return authorized; }

    std::vector<Frame> frames;
    std::size_t queued {0};
    std::uint16_t closedWith {0};
    bool isStuck {false};
    bool authorized {true};
};

/// Keeps the newest `keep` events; answers from a thread of its own, as the store does.
class MemoryLog final : public EventLog {
public:
    explicit MemoryLog(std::size_t keep)
        : m_keep(keep)
    {
    }
    void add(std::shared_ptr<const Event> event)
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
        if (m_events.size() > m_keep)
            m_events.erase(m_events.begin());
    }
    void eventsAfter(std::int64_t since, std::size_t limit, std::function<void(Result<Page>)> done) override
    {
        m_thread.post([this, since, limit, done = std::move(done)] {
            ++asked;
            if (fails) {
                done(fail(Error::Code::Unavailable, "no database"));
                return;
            }
            Page page;
            {
                const std::lock_guard lock(m_mutex);
                page.seq = m_events.empty() ? 0 : m_events.back()->seq;
                page.oldest = m_events.empty() ? 1 : m_events.front()->seq;
                for (const auto &event : m_events) {
                    if (event->seq > since && page.events.size() < limit)
                        page.events.push_back(event);
                }
            }
            done(std::move(page));
        });
    }
    void stop() { m_thread.stop(); }
    void lastEvents(std::size_t, std::function<void(Result<Page>)> done) override { done(Page {}); }
    void recordEvent(Event, std::function<void(Result<std::shared_ptr<const Event>>)>) override { }
    std::atomic<int> asked {0};
    std::atomic<bool> fails {false};

private:
    std::mutex m_mutex;
    std::vector<std::shared_ptr<const Event>> m_events;
    std::size_t m_keep;
    LoopThread m_thread {"test-log"};
};

std::shared_ptr<const Event> durable(std::int64_t seq, Topic topic = Topic::Incidents, std::size_t size = 0)
{
    return std::make_shared<const Event>(
        Event {topic == Topic::Incidents ? "incident.updated" : "source.changed",
               topic,
               seq,
               {},
               "{\"n\":" + std::to_string(seq) + ",\"fill\":\"" + std::string(size, 'x') + "\"}"});
}

std::shared_ptr<const Event> samples(const std::string &data)
{
    return std::make_shared<const Event>(Event {"metrics.samples", Topic::Metrics, 0, {}, data});
}

/// Of a host with very many devices: each name and path as long as allowed.
SampleBatch manySamples(int count, std::size_t labelSize)
{
    SampleBatch batch {{"host"}, {}, {}};
    for (int i = 0; i < count; ++i)
        batch.samples.push_back(
            {{"host_disk_busy_ratio", {{"device", std::string(labelSize, 'd') + std::to_string(i)}}}, 0.5});
    return batch;
}

struct Seen {
    std::string type;
    std::int64_t seq {0};
    Json data;
};

/// Every event of all frames, with the rules each frame must keep.
std::vector<Seen> eventsOf(const std::vector<EventClient::Frame> &frames)
{
    std::vector<Seen> out;
    for (const auto &frame : frames) {
        Q_ASSERT(frame->size() < 256U << 10U);
        Q_ASSERT(std::all_of(frame->begin(), frame->end(), [](char c) { return c >= ' ' && c < 0x7f; }));
        const auto json = parseJson(*frame);
        Q_ASSERT(json && json->isArray() && !json->array().empty());
        for (const Json &event : json->array())
            out.push_back({event["type"].toString(), event["seq"].toInteger(), event["data"]});
    }
    return out;
}

struct HubFixture {
    explicit HubFixture(EventHubOptions options = {}, std::int64_t start = 0, MemoryLog *log = nullptr)
        : m_log(log)
        , hub(io, clock, "epoch-1", options)
    {
        hub.start(log, start);
    }
    ~HubFixture()
    {
        if (m_log)
            m_log->stop(); // its answers go to `io`
    }
    std::shared_ptr<MemoryClient> attach(const std::string &subscription = {}, bool stuck = false)
    {
        auto client = std::make_shared<MemoryClient>();
        client->isStuck = stuck;
        onThread(io, [&] {
            hub.attach(client);
            if (!subscription.empty())
                hub.receive(*client, subscription);
        });
        return client;
    }
    std::vector<Seen> seen(const std::shared_ptr<MemoryClient> &client)
    {
        return onThread(io, [&] { return eventsOf(client->frames); });
    }
    std::size_t frameCount(const std::shared_ptr<MemoryClient> &client)
    {
        return onThread(io, [&] { return client->frames.size(); });
    }

private:
    MemoryLog *m_log;

public:
    SystemClock clock;
    IoThread io {"test-hub"};
    EventHub hub;
};

std::string subscribe(const std::string &more = {}, const std::string &topics = "\"incidents\",\"sources\",\"metrics\"")
{
    return "{\"op\":\"subscribe\",\"topics\":[" + topics + "]" + more + "}";
}

std::vector<std::int64_t> seqsOf(const std::vector<Seen> &seen)
{
    std::vector<std::int64_t> out;
    for (const Seen &event : seen) {
        if (event.type.find('.') != std::string::npos && event.seq > 0)
            out.push_back(event.seq);
    }
    return out;
}

std::vector<std::int64_t> fromTo(std::int64_t first, std::int64_t last)
{
    std::vector<std::int64_t> out;
    for (std::int64_t i = first; i <= last; ++i)
        out.push_back(i);
    return out;
}

} // namespace

class TstEventHub : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void helloComesFirst()
    {
        HubFixture f({}, 7);
        const auto client = f.attach(subscribe());
        const auto seen = f.seen(client);
        QCOMPARE(seen.size(), std::size_t {1});
        QCOMPARE(seen[0].type, std::string("hello"));
        QCOMPARE(seen[0].seq, 7);
        QCOMPARE(seen[0].data["epoch"].toString(), std::string("epoch-1"));
        QCOMPARE(seen[0].data["resync"].toBool(true), false);
        QVERIFY(seen[0].data["now"].toInteger() > 1'600'000'000'000'000);
    }

    void eventsOfATickShareOneFrame()
    {
        HubFixture f;
        const auto client = f.attach(subscribe());
        const auto other = f.attach(subscribe());
        for (int i = 1; i <= 100; ++i)
            f.hub.publish(durable(i));
        QTRY_COMPARE(seqsOf(f.seen(client)).size(), std::size_t {100});
        QVERIFY(f.frameCount(client) <= 4);
        QTRY_COMPARE(seqsOf(f.seen(other)), fromTo(1, 100));
        const bool shared = onThread(f.io, [&] { return client->frames.back() == other->frames.back(); });
        QVERIFY(shared);
        QCOMPARE(f.hub.stats().deliveries, std::uint64_t {200});
    }

    void framesStayShort()
    {
        HubFixture f;
        const auto client = f.attach(subscribe());
        for (int i = 1; i <= 40; ++i)
            f.hub.publish(durable(i, Topic::Incidents, 20'000));
        QTRY_COMPARE(seqsOf(f.seen(client)), fromTo(1, 40)); // eventsOf() checks each length
    }

    void anEventLongerThanAFrameBecomesAResync()
    {
        HubFixture f;
        const auto client = f.attach(subscribe());
        f.hub.publish(durable(1, Topic::Incidents, 300'000));
        f.hub.publish(durable(2));
        QTRY_COMPARE(f.seen(client).back().type, std::string("resync"));
        QCOMPARE(f.seen(client).back().seq, 2);
        f.hub.publish(durable(3));
        QTRY_COMPARE(f.seen(client).back().seq, 3);
    }

    void onlyTheTopicsAskedFor()
    {
        HubFixture f;
        const auto client = f.attach(subscribe({}, R"("sources")"));
        f.hub.publish(durable(1));
        f.hub.publish(durable(2, Topic::Sources));
        f.hub.publish(samples(R"({"t":1,"source":"host","samples":[["a",1]]})"));
        f.hub.publish(durable(3, Topic::Sources));
        QTRY_COMPARE(seqsOf(f.seen(client)), (std::vector<std::int64_t> {2, 3}));
        QCOMPARE(f.seen(client).size(), std::size_t {3});
    }

    void metricNamesFilterSamples()
    {
        HubFixture f;
        const auto client = f.attach(subscribe(R"(,"metrics":["load","disk"])", R"("metrics")"));
        const auto same = f.attach(subscribe(R"(,"metrics":["disk","load"])", R"("metrics")"));
        const auto none = f.attach(subscribe(R"(,"metrics":[])", R"("metrics")"));
        f.hub.publish(samples(
            "{\"t\":1,\"source\":\"host\",\"samples\":[[\"load\",1],[\"disk{d=\\\"a\\\"}\",2],[\"loads\",3]]}"));
        f.hub.publish(samples(R"({"t":2,"source":"host","samples":[["other",1]]})"));
        QTRY_COMPARE(f.seen(client).size(), std::size_t {2});
        QCOMPARE(f.seen(client)[1].data.dump(),
                 std::string("{\"t\":1,\"source\":\"host\",\"samples\":[[\"load\",1],[\"disk{d=\\\"a\\\"}\",2]]}"));
        QCOMPARE(f.seen(none).size(), std::size_t {1});
        const bool shared = onThread(f.io, [&] { return client->frames.back() == same->frames.back(); });
        QVERIFY(shared);
    }

    void publishedOutOfOrderIsSentInOrder()
    {
        HubFixture f;
        const auto client = f.attach(subscribe());
        for (const int seq : {2, 1, 1, 4, 3, 3, 2, 5})
            f.hub.publish(durable(seq));
        QTRY_COMPARE(seqsOf(f.seen(client)), fromTo(1, 5));
        QCOMPARE(f.hub.seq(), 5);
    }

    void aHoleIsFilledFromTheLog()
    {
        MemoryLog log(100);
        HubFixture f({}, 0, &log);
        const auto client = f.attach(subscribe());
        for (int i = 1; i <= 6; ++i)
            log.add(durable(i));
        f.hub.publish(durable(1));
        f.hub.publish(durable(6)); // 2 to 5 were another daemon's
        QTRY_COMPARE(seqsOf(f.seen(client)), fromTo(1, 6));
    }

    void aHoleThatCannotBeFilledIsAResync_data()
    {
        QTest::addColumn<bool>("hasLog");
        QTest::newRow("no log") << false;
        QTest::newRow("trimmed log") << true;
    }
    void aHoleThatCannotBeFilledIsAResync()
    {
        QFETCH(bool, hasLog);
        MemoryLog log(1);
        HubFixture f({}, 0, hasLog ? &log : nullptr);
        const auto client = f.attach(subscribe());
        log.add(durable(9));
        f.hub.publish(durable(9));
        QTRY_COMPARE(f.seen(client).back().type, std::string("resync"));
        QCOMPARE(f.seen(client).back().seq, 9);
        f.hub.publish(durable(10));
        QTRY_COMPARE(f.seen(client).back().seq, 10);
    }

    void aFailingLogIsAskedAgain()
    {
        MemoryLog log(100);
        log.fails = true;
        HubFixture f({}, 0, &log);
        const auto client = f.attach(subscribe());
        log.add(durable(1));
        log.add(durable(2));
        f.hub.publish(durable(2));
        QTRY_VERIFY(log.asked > 0);
        QCOMPARE(seqsOf(f.seen(client)).size(), std::size_t {0});
        log.fails = false;
        QTRY_COMPARE(seqsOf(f.seen(client)), fromTo(1, 2));
    }

    void replay_data()
    {
        QTest::addColumn<int>("since");
        QTest::addColumn<QByteArray>("epoch");
        QTest::addColumn<bool>("resync");
        QTest::addColumn<int>("first"); // of the events replayed; 0: none
        QTest::newRow("up to date") << 50 << QByteArray("epoch-1") << false << 0;
        QTest::newRow("from memory") << 48 << QByteArray("epoch-1") << false << 49;
        QTest::newRow("from the log") << 20 << QByteArray("epoch-1") << false << 21;
        QTest::newRow("no epoch given") << 20 << QByteArray() << false << 21;
        QTest::newRow("edge of the log") << 10 << QByteArray("epoch-1") << false << 11;
        QTest::newRow("older than the log") << 9 << QByteArray("epoch-1") << true << 0;
        QTest::newRow("of another life") << 50 << QByteArray("epoch-0") << true << 0;
        QTest::newRow("of the future") << 51 << QByteArray("epoch-1") << true << 0;
    }
    void replay()
    {
        QFETCH(int, since);
        QFETCH(QByteArray, epoch);
        QFETCH(bool, resync);
        QFETCH(int, first);
        MemoryLog log(40); // 11 to 50
        EventHubOptions options;
        options.ringBytes = 500; // a few events
        HubFixture f(options, 0, &log);
        for (int i = 1; i <= 50; ++i) {
            log.add(durable(i));
            f.hub.publish(durable(i));
        }
        QTRY_COMPARE(f.hub.seq(), 50);
        const auto client
            = f.attach(subscribe(",\"since\":" + std::to_string(since)
                                 + (epoch.isEmpty() ? std::string() : ",\"epoch\":\"" + epoch.toStdString() + "\"")));
        QTRY_VERIFY(!f.seen(client).empty());
        QTRY_COMPARE(seqsOf(f.seen(client)), first == 0 ? std::vector<std::int64_t>() : fromTo(first, 50));
        const auto seen = f.seen(client);
        QCOMPARE(seen[0].type, std::string("hello"));
        QCOMPARE(seen[0].data["resync"].toBool(), resync);
        QCOMPARE(seen[0].seq, resync ? 50 : since);
        f.hub.publish(durable(51));
        QTRY_COMPARE(f.seen(client).back().seq, 51);
    }

    /// Nothing lost or doubled, while events come in without a pause and the replay comes now from memory, now from the
    /// log, in pages.
    void aThousandReconnects()
    {
        MemoryLog log(1'000'000);
        EventHubOptions options;
        options.flushEvery = 1ms;
        options.ringBytes = 8'000;
        HubFixture f(options, 0, &log);
        std::atomic<bool> stop {false};
        std::thread publisher([&] {
            std::mt19937 random(4711);
            for (std::int64_t seq = 1; !stop;) {
                // Two publishers' events, as they may cross on their way.
                const auto a = durable(seq, Topic::Sources);
                const auto b = durable(seq + 1);
                log.add(a);
                log.add(b);
                f.hub.publish(random() % 2 == 0 ? a : b);
                f.hub.publish(random() % 2 == 0 ? b : a);
                f.hub.publish(a);
                f.hub.publish(b);
                seq += 2;
                std::this_thread::sleep_for(50us);
            }
        });
        struct Ended {
            std::atomic<bool> &stop;
            std::thread &thread;
            ~Ended()
            {
                stop = true;
                thread.join();
            }
        } ended {stop, publisher};
        std::int64_t last = 0;
        std::mt19937 random(42);
        int reconnects = 0;
        int helloOnly = 0;
        for (; reconnects < 1000; ++reconnects) {
            // Most come back at once (memory), some pretend to have been away for long (log).
            const std::int64_t back = random() % 5 == 0 ? static_cast<std::int64_t>(random() % 3000) : 0;
            const std::int64_t since = std::max<std::int64_t>(0, last - back);
            const auto client = f.attach(subscribe(",\"since\":" + std::to_string(since) + ",\"epoch\":\"epoch-1\""));
            const auto patience = std::chrono::microseconds(random() % 6000);
            std::this_thread::sleep_for(patience);
            onThread(f.io, [&] { f.hub.detach(*client); });
            const auto seen = eventsOf(client->frames);
            if (seen.empty())
                continue; // gone before the log answered
            QCOMPARE(seen[0].type, std::string("hello"));
            QCOMPARE(seen[0].data["resync"].toBool(true), false);
            const auto seqs = seqsOf(seen);
            helloOnly += seqs.empty() ? 1 : 0;
            if (seqs.empty())
                continue;
            QCOMPARE(seqs, fromTo(since + 1, seqs.back()));
            last = std::max(last, seqs.back());
        }
        qInfo("%d reconnects over %lld events, %d without one, log asked %d times", reconnects,
              static_cast<long long>(last), helloOnly, log.asked.load());
        QVERIFY(last > 1000);
        QVERIFY(log.asked > 50);
    }

    void aStuckClientIsBoundedAndToldToResync()
    {
        EventHubOptions options;
        options.queueBytes = 100'000;
        options.flushEvery = 1ms;
        HubFixture f(options);
        const auto stuck = f.attach(subscribe(), true);
        const auto good = f.attach(subscribe());
        std::size_t most = 0;
        for (int i = 1; i <= 500; ++i) {
            f.hub.publish(durable(i, Topic::Incidents, 2'000));
            if (i % 10 == 0) {
                QTRY_COMPARE(f.hub.seq(), i);
                most = std::max(most, onThread(f.io, [&] { return stuck->queued; }));
            }
        }
        QVERIFY2(most <= 100'000, qPrintable(QString::number(most)));
        QVERIFY(f.hub.stats().resyncs >= 8);
        QCOMPARE(seqsOf(f.seen(good)), fromTo(1, 500));
        // What it finds when it reads again: a resync, and everything after that.
        const auto seen = f.seen(stuck);
        QCOMPARE(seen[0].type, std::string("resync"));
        QCOMPARE(seqsOf(seen), fromTo(seen[0].seq + 1, 500));
    }

    void ticksSayWhereWeAre()
    {
        EventHubOptions options;
        options.tickEvery = 30ms;
        HubFixture f(options, 5);
        const auto client = f.attach(subscribe());
        f.hub.publish(durable(6));
        QTRY_VERIFY(f.seen(client).size() >= 5);
        const auto seen = f.seen(client);
        QCOMPARE(seen.back().type, std::string("tick"));
        QCOMPARE(seen.back().seq, 6);
        QVERIFY(seen.back().data["now"].isInteger());
    }

    void endedLoginsAndSilentClientsAreClosed()
    {
        EventHubOptions options;
        options.tickEvery = 20ms;
        options.subscribeWithin = 50ms;
        HubFixture f(options);
        const auto silent = f.attach();
        const auto ended = f.attach(subscribe());
        const auto good = f.attach(subscribe());
        onThread(f.io, [&] { ended->authorized = false; });
        QTRY_COMPARE(onThread(f.io, [&] { return silent->closedWith; }), std::uint16_t {1008});
        QTRY_COMPARE(onThread(f.io, [&] { return ended->closedWith; }), std::uint16_t {1008});
        QCOMPARE(onThread(f.io, [&] { return good->closedWith; }), std::uint16_t {0});
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("no JSON") << QByteArray("hello") << QByteArray();
        QTest::newRow("no object") << QByteArray("[]") << QByteArray();
        QTest::newRow("no op") << QByteArray(R"({"topics":["metrics"]})") << QByteArray("/op");
        QTest::newRow("unknown op") << QByteArray(R"({"op":"shout","topics":["metrics"]})") << QByteArray("/op");
        QTest::newRow("no topics") << QByteArray(R"({"op":"subscribe"})") << QByteArray("/topics");
        QTest::newRow("empty topics") << QByteArray(R"({"op":"subscribe","topics":[]})") << QByteArray("/topics");
        QTest::newRow("unknown topic") << QByteArray(R"({"op":"subscribe","topics":["gossip"]})")
                                       << QByteArray("/topics");
        QTest::newRow("bad since") << QByteArray(R"({"op":"subscribe","topics":["metrics"],"since":-1})")
                                   << QByteArray("/since");
        QTest::newRow("bad metric") << QByteArray(R"({"op":"subscribe","topics":["metrics"],"metrics":["a b"]})")
                                    << QByteArray("/metrics");
        QTest::newRow("typo") << QByteArray(R"({"op":"subscribe","topics":["metrics"],"sinze":1})")
                              << QByteArray("/sinze");
        QTest::newRow("deep") << QByteArray("[").repeated(1000) << QByteArray();
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        HubFixture f;
        const auto client = f.attach(text.toStdString());
        const auto seen = f.seen(client);
        QCOMPARE(seen.size(), std::size_t {1});
        QCOMPARE(seen[0].type, std::string("error"));
        QCOMPARE(seen[0].data["code"].toString(), std::string("invalid"));
        QCOMPARE(QByteArray::fromStdString(seen[0].data["field"].toString()), field);
        QCOMPARE(onThread(f.io, [&] { return client->closedWith; }), std::uint16_t {1008});
    }

    void nothingBeforeTheStart()
    {
        IoThread io("test-hub");
        SystemClock clock;
        EventHub hub(io, clock, "e");
        hub.publish(durable(3));
        hub.publish(durable(4));
        onThread(io, [] {});
        hub.start(nullptr, 3);
        QTRY_COMPARE(hub.seq(), 4);
    }

    /// While the database does not come up, samples come every second; nobody can see them.
    void samplesBeforeTheStartAreNotKept()
    {
        HubFixture f({}, 0);
        IoThread io("test-hub");
        EventHub hub(io, f.clock, "e", {.flushEvery = 1ms});
        const auto client = std::make_shared<MemoryClient>();
        onThread(io, [&] {
            hub.attach(client);
            hub.receive(*client, subscribe());
        });
        auto sample = samples(R"({"t":1,"source":"host","samples":[["load",1]]})");
        const std::weak_ptr<const Event> kept = sample;
        hub.publish(std::move(sample));
        QTRY_VERIFY(kept.expired());
        hub.publish(durable(1));
        hub.start(nullptr, 0);
        QTRY_COMPARE(onThread(io, [&] { return seqsOf(eventsOf(client->frames)); }), fromTo(1, 1));
    }

    /// More samples than one frame holds come in several, none is left out.
    void largeBatchesAreSplit_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("labelSize");
        QTest::newRow("very many") << 12'000 << 20;
        QTest::newRow("very long") << 400 << 4'000;
        QTest::newRow("one") << 1 << 20;
        QTest::newRow("none") << 0 << 20;
    }
    void largeBatchesAreSplit()
    {
        QFETCH(int, count);
        QFETCH(int, labelSize);
        const SampleBatch batch = manySamples(count, static_cast<std::size_t>(labelSize));
        std::set<std::string> names;
        for (const auto &event : sampleEvents(batch)) {
            QVERIFY(event->data.size() < EventHubOptions().frameBytes / 2 + 10'000);
            const auto json = parseJson(event->data);
            QVERIFY(json);
            for (const Json &sample : (*json)["samples"].array())
                names.insert(sample.array().at(0).toString());
        }
        QCOMPARE(names.size(), batch.samples.size());
    }
};

QTEST_GUILESS_MAIN(TstEventHub)
#include "tst_eventhub.moc"
