// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storefixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <set>
#include <thread>

using namespace vigie;
using namespace vigie::test;

namespace {

/// Collects the answers of many writes.
class Answers {
public:
    explicit Answers(std::size_t expected)
        : m_expected(expected)
    {
    }
    IncidentRepository::Written callback()
    {
        return [this](Result<Written> written) {
            const std::lock_guard lock(m_mutex);
            if (written) {
                for (const auto &event : *written)
                    m_seqs.push_back(event->seq);
            } else {
                m_errors.push_back(written.error());
            }
            ++m_answered;
            m_wake.notify_all();
        };
    }
    bool wait(std::chrono::seconds limit = std::chrono::seconds(60))
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, limit, [this] { return m_answered >= m_expected; });
    }
    std::vector<std::int64_t> seqs() const
    {
        const std::lock_guard lock(m_mutex);
        return m_seqs;
    }
    std::vector<Error> errors() const
    {
        const std::lock_guard lock(m_mutex);
        return m_errors;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::size_t m_expected;
    std::size_t m_answered {0};
    std::vector<std::int64_t> m_seqs;
    std::vector<Error> m_errors;
};

/// Holds the writer's thread until it is opened, so that the works behind it are one batch.
class Gate {
public:
    Result<> pass()
    {
        m_entered.count_down();
        m_open.wait();
        return {};
    }
    void waitUntilEntered() { m_entered.wait(); }
    void open() { m_open.count_down(); }

private:
    std::latch m_entered {1};
    std::latch m_open {1};
};

} // namespace

class TestStoreWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }

    void aFailingWorkFailsAlone_data() { StoreDatabases::addRows(); }
    void aFailingWorkFailsAlone();
    void doneFollowsTheSeq_data() { StoreDatabases::addRows(); }
    void doneFollowsTheSeq();
    void twoStoresShareOneDatabase_data() { StoreDatabases::addRows(); }
    void twoStoresShareOneDatabase();
    void aFullQueueRefuses_data() { StoreDatabases::addRows(); }
    void aFullQueueRefuses();
    void closingFinishesTheQueue_data() { StoreDatabases::addRows(); }
    void closingFinishesTheQueue();
    void readsSeeOneMoment_data() { StoreDatabases::addRows(); }
    void readsSeeOneMoment();
    void speed_data() { StoreDatabases::addRows(); }
    void speed();

private:
    StoreDatabases m_databases;
    StoreOptions m_options;
    std::unique_ptr<Store> m_store;
};

void TestStoreWriter::init()
{
    m_options = StoreOptions();
    m_options.url = m_databases.freshUrl(QString::fromLatin1(QTest::currentDataTag()));
    if (m_options.url.empty())
        QSKIP(qPrintable(m_databases.problem()));
    m_options.keepEvents = 1'000'000;
    m_store = openStore(m_options);
}

void TestStoreWriter::aFailingWorkFailsAlone()
{
    constexpr int count = 12;
    Gate gate;
    Answers gateAnswer(1);
    m_store->incidents().write([&](IncidentTransaction &) { return gate.pass(); }, gateAnswer.callback());
    gate.waitUntilEntered();
    std::vector<std::unique_ptr<Answers>> answers;
    for (int i = 0; i < count; ++i) {
        answers.push_back(std::make_unique<Answers>(1));
        const auto work = [i](IncidentTransaction &transaction) -> Result<> {
            Incident incident = plainIncident("i" + std::to_string(i));
            incident.dedupKey = i == 7 ? "key6" : "key" + std::to_string(i); // 7: the database refuses
            if (auto created = create(transaction, incident); !created)
                return i == 7 ? Result<>() : created; // and the work hides it
            if (i == 3)
                return fail(Error::Code::Denied, "changed my mind");
            if (i == 9)
                throw std::runtime_error("thrown");
            return {};
        };
        m_store->incidents().write(work, answers.back()->callback());
    }
    gate.open();
    std::int64_t seq = 0;
    for (int i = 0; i < count; ++i) {
        QVERIFY(answers[i]->wait());
        const bool fails = i == 3 || i == 7 || i == 9;
        QCOMPARE(answers[i]->errors().size(), fails ? 1U : 0U);
        if (!fails)
            QCOMPARE(answers[i]->seqs(), std::vector<std::int64_t> {++seq});
    }
    QCOMPARE(answers[3]->errors().front().code, Error::Code::Denied);
    QCOMPARE(answers[7]->errors().front().code, Error::Code::Internal);
    QCOMPARE(answers[9]->errors().front().code, Error::Code::Internal);
    const auto all = load(*m_store);
    QVERIFY(all);
    QCOMPARE(all->incidents.size(), std::size_t {count - 3});
    QCOMPARE(all->seq, count - 3);
    QCOMPARE(eventsAfter(*m_store, 0)->events.size(), std::size_t {count - 3});
    QVERIFY(m_store->health().state == StoreState::Up);
}

void TestStoreWriter::doneFollowsTheSeq()
{
    constexpr int threads = 4;
    constexpr int each = 250;
    Answers answers(threads * each);
    {
        std::vector<std::jthread> writers;
        for (int t = 0; t < threads; ++t) {
            writers.emplace_back([&, t] {
                for (int i = 0; i < each; ++i) {
                    const std::string id = std::to_string(t) + "-" + std::to_string(i);
                    const auto work = [id, i](IncidentTransaction &transaction) -> Result<> {
                        auto created = create(transaction, plainIncident(id));
                        return created && i % 10 == 0 ? fail(Error::Code::Conflict, "rolled back") : created;
                    };
                    m_store->incidents().write(work, answers.callback());
                }
            });
        }
    }
    QVERIFY(answers.wait());
    const auto seqs = answers.seqs();
    QCOMPARE(seqs.size(), std::size_t {threads * each * 9 / 10});
    for (std::size_t i = 0; i < seqs.size(); ++i)
        QCOMPARE(seqs[i], static_cast<std::int64_t>(i + 1));
    const auto log = eventsAfter(*m_store, 0);
    QVERIFY(log);
    QCOMPARE(log->events.size(), seqs.size());
    QCOMPARE(load(*m_store)->incidents.size(), seqs.size());
}

void TestStoreWriter::twoStoresShareOneDatabase()
{
    constexpr int each = 300;
    const auto second = openStore(m_options);
    QCOMPARE(second->epoch(), m_store->epoch());
    Answers ours(each);
    Answers theirs(each);
    const auto fill = [](Store &store, const std::string &name, Answers &answers) {
        for (int i = 0; i < each; ++i) {
            // Both also fight for one incident: no change of either may get lost.
            const auto work = [name, i](IncidentTransaction &transaction) -> Result<> {
                auto shared = transaction.find(IncidentId {"shared"});
                if (!shared)
                    return tl::unexpected(shared.error());
                Incident incident = *shared ? **shared : plainIncident("shared");
                incident.version += *shared ? 1 : 0;
                if (auto put = transaction.put(incident); !put)
                    return put;
                return create(transaction, plainIncident(name + std::to_string(i)));
            };
            store.incidents().write(work, answers.callback());
        }
    };
    std::jthread other([&] { fill(*second, "b", theirs); });
    fill(*m_store, "a", ours);
    QVERIFY(ours.wait());
    QVERIFY(theirs.wait());
    QVERIFY(ours.errors().empty() && theirs.errors().empty());
    std::set<std::int64_t> seqs;
    for (const auto &list : {ours.seqs(), theirs.seqs()}) {
        QVERIFY(std::is_sorted(list.begin(), list.end()));
        seqs.insert(list.begin(), list.end());
    }
    QCOMPARE(seqs.size(), std::size_t {2 * each});
    QCOMPARE(*seqs.begin(), 1);
    QCOMPARE(*seqs.rbegin(), 2 * each);
    QCOMPARE((*find(*m_store, "shared"))->version, 2 * each);
    QCOMPARE(eventsAfter(*second, 0)->events.size(), seqs.size());
}

void TestStoreWriter::aFullQueueRefuses()
{
    m_store.reset();
    m_options.queueLimit = 5;
    m_store = openStore(m_options);
    Gate gate;
    Answers answers(1 + 5 + 3);
    m_store->incidents().write([&](IncidentTransaction &) { return gate.pass(); }, answers.callback());
    gate.waitUntilEntered();
    Answers refused(3);
    for (int i = 0; i < 8; ++i)
        m_store->incidents().write([](IncidentTransaction &t) { return t.record(plainEvent()); },
                                   i < 5 ? answers.callback() : refused.callback());
    QVERIFY(refused.wait()); // while the writer is still held
    QCOMPARE(refused.errors().size(), 3U);
    QCOMPARE(refused.errors().front().code, Error::Code::Unavailable);
    gate.open();
    QTRY_COMPARE(answers.seqs().size(), 5U);
}

void TestStoreWriter::closingFinishesTheQueue()
{
    constexpr int count = 500;
    Answers answers(count);
    for (int i = 0; i < count; ++i)
        m_store->incidents().write([](IncidentTransaction &t) { return t.record(plainEvent()); }, answers.callback());
    m_store.reset();
    QVERIFY(answers.wait(std::chrono::seconds(0)));
    QCOMPARE(answers.seqs().size(), std::size_t {count});
    m_store = openStore(m_options);
    QCOMPARE(eventsAfter(*m_store, 0)->seq, count);
}

void TestStoreWriter::readsSeeOneMoment()
{
    constexpr int count = 300;
    Answers answers(count);
    for (int i = 0; i < count; ++i) {
        const auto work = [i](IncidentTransaction &t) { return create(t, plainIncident("i" + std::to_string(i))); };
        m_store->incidents().write(work, answers.callback());
    }
    for (int i = 0; i < 20; ++i) {
        const auto all = load(*m_store);
        QVERIFY(all);
        QCOMPARE(static_cast<std::int64_t>(all->incidents.size()), all->seq);
    }
    QVERIFY(answers.wait());
}

void TestStoreWriter::speed()
{
    constexpr int count = 3000;
    const auto work = [](const std::string &id) {
        Incident incident = plainIncident(id);
        incident.dedupKey = id;
        incident.reporters = {"prometheus"};
        incident.labels = LabelSet {{"alertname", "DiskFull"}, {"instance", "web-1:9100"}, {"severity", "critical"}};
        incident.annotations = LabelSet {{"summary", "The disk of web-1 is almost full"}};
        return [incident](IncidentTransaction &transaction) -> Result<> {
            if (auto found = transaction.find(incident.id); !found)
                return tl::unexpected(found.error());
            if (auto created = create(transaction, incident); !created)
                return created;
            return transaction.addTimeline(incident.id, {});
        };
    };
    QElapsedTimer timer;
    timer.start();
    Answers answers(count);
    for (int i = 0; i < count; ++i)
        m_store->incidents().write(work("many-" + std::to_string(i)), answers.callback());
    QVERIFY(answers.wait());
    const double together = count * 1e9 / static_cast<double>(timer.nsecsElapsed());
    QCOMPARE(answers.seqs().size(), std::size_t {count});
    constexpr int single = 200;
    timer.restart();
    for (int i = 0; i < single; ++i)
        QVERIFY(write(*m_store, work("one-" + std::to_string(i))));
    const double alone = single * 1e9 / static_cast<double>(timer.nsecsElapsed());
    timer.restart();
    const auto all = load(*m_store);
    QVERIFY(all);
    qInfo("%s: %.0f new incidents/s together, %.0f/s one after another; load of %zu: %lld ms",
          m_store->backend().c_str(), together, alone, all->incidents.size(), static_cast<long long>(timer.elapsed()));
    QVERIFY2(together > 100, "group commit does not group"); // a disk does some 100 to 1000 fsync a second
}

QTEST_GUILESS_MAIN(TestStoreWriter)
#include "tst_storewriter.moc"
