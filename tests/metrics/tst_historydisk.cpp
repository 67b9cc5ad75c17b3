// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metrics/historyfixture.h"

#include <QTest>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {

/// `n` samples every 5 s of two series; maintained after every fourth and at the end.
void feed(HistoryFixture &fixture, MetricHistory &history, int n)
{
    for (int i = 0; i < n; ++i) {
        fixture.clock.advance(5s);
        fixture.append(history, {{{"a", {{"l", "1"}}}, 1.0 * i}, {{"b", {}}, 0.5 * i}});
        if (i % 4 == 3 || i + 1 == n)
            history.maintain();
    }
}

std::size_t all(const HistoryFixture &fixture, const MetricHistory &history, const char *selector)
{
    return sampleCount(history, selector, fixture.clock.now() - 1000h, fixture.clock.now() + 1h);
}

/// Limits the size of files, as a full disk would, while it lives.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before {};
    void (*m_handler)(int);
};

constexpr const char *childArgument = "--append-until-killed";

/// What the killed process does: appends 1, 2, 3 ... and tells each number and its time once it is appended.
int appendUntilKilled(const char *directory, int pipe)
{
    MetricHistoryOptions options;
    options.directory = directory;
    options.flushInterval = 50ms;
    const SystemClock clock;
    const auto history = MetricHistory::open(options, clock);
    for (std::int64_t i = 1; history; ++i) {
        (*history)->append({SourceId {"child"}, clock.now(), {{{"n", {}}, static_cast<double>(i)}}});
        const std::int64_t when[2] {i, toMicros(clock.now())};
        if (::write(pipe, when, sizeof when) != sizeof when)
            break;
        ::usleep(2000);
    }
    return 1;
}

} // namespace

class TestHistoryDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void restart();
    void restartWithoutGoodbye();
    void killedProcess();
    void tornTail();
    void bitFlips();
    void garbageFiles();
    void writeAheadIsReplaced();
    void writeAheadOfAnySize();
    void writeAheadThatCannotBeRead();
    void folderThatComesLate();
    void sizeLimit();
    void ageLimit();
    void diskFull();
    void folderCannotBeMade();
    void folderRemoved();
    void onlyOneProcess();
    void damageAfterTheStart();
};

void TestHistoryDisk::restart()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    feed(fixture, *history, 1000);
    const auto before = history->range(selected("a"), fixture.clock.now() - 2h, fixture.clock.now(), 30s, 1);
    for (int i = 0; i < 5; ++i) {
        history.reset();
        history = fixture.open();
        QCOMPARE(all(fixture, *history, "a"), 1000U);
        QCOMPARE(all(fixture, *history, "b"), 1000U);
        QCOMPARE(history->latest(selected("a")).front().sample, (Sample {fixture.clock.now(), 999}));
    }
    const auto after = history->range(selected("a"), fixture.clock.now() - 2h, fixture.clock.now(), 30s, 1);
    QVERIFY(before->front().points == after->front().points);
    QCOMPARE(history->health().corruptRecords, 0U);
    QCOMPARE(history->health().tornBytes, 0U);
    feed(fixture, *history, 10);
    QCOMPARE(all(fixture, *history, "a"), 1010U);
    QCOMPARE(fixture.files("wal").size(), 1U);
}

void TestHistoryDisk::restartWithoutGoodbye()
{
    // The files as they are at any moment are what a killed process leaves.
    HistoryFixture fixture;
    auto history = fixture.open();
    HistoryFixture copy;
    for (int i = 0; i < 60; ++i) {
        feed(fixture, *history, 20);
        std::filesystem::remove_all(copy.directory());
        std::filesystem::copy(fixture.directory(), copy.directory());
        copy.clock.set(fixture.clock.now());
        const auto revived = copy.open();
        QCOMPARE(all(copy, *revived, "a"), static_cast<std::size_t>(20 * (i + 1)));
        QCOMPARE(all(copy, *revived, "b"), static_cast<std::size_t>(20 * (i + 1)));
    }
}

void TestHistoryDisk::killedProcess()
{
    QTemporaryDir folder;
    MetricHistoryOptions options;
    options.directory = folder.path().toStdString();
    const SystemClock clock;
    int pipes[2];
    QCOMPARE(::pipe(pipes), 0);
    const std::string writeEnd = std::to_string(pipes[1]);
    const char *const arguments[] {"/proc/self/exe", childArgument, options.directory.c_str(), writeEnd.c_str(),
                                   nullptr};
    pid_t child = 0;
    QCOMPARE(::posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, const_cast<char *const *>(arguments), environ),
             0);
    ::close(pipes[1]);
    std::map<std::int64_t, std::int64_t> sent; // number -> when
    std::int64_t when[2];
    std::int64_t killedAt = 0;
    while (::read(pipes[0], when, sizeof when) == sizeof when) {
        sent[when[0]] = when[1];
        if (when[0] == 300) {
            killedAt = toMicros(clock.now());
            ::kill(child, SIGKILL);
        }
    }
    ::close(pipes[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(sent.size() >= 300);
    options.flushInterval = Duration(0);
    const auto history = *MetricHistory::open(options, clock);
    const auto latest = history->latest(selected("n"));
    QCOMPARE(latest.size(), 1U);
    const auto kept = static_cast<std::int64_t>(latest.front().sample.value);
    QVERIFY(kept <= sent.rbegin()->first);
    const std::int64_t lostMicros = killedAt - sent[kept];
    qInfo("kept %lld of %lld samples, the last %.0f ms were lost", static_cast<long long>(kept),
          static_cast<long long>(sent.rbegin()->first), static_cast<double>(lostMicros) / 1000);
    QVERIFY2(lostMicros < 2'000'000, "flushInterval was 50 ms; the rest is for a busy machine");
}

void TestHistoryDisk::tornTail()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    feed(fixture, *history, 1000);
    history.reset();
    const std::string chunks = fixture.files("chunks").back();
    const std::string wal = fixture.files("wal").back();
    const std::string chunkBytes = fixture.readFile(chunks);
    const std::string walBytes = fixture.readFile(wal);
    std::mt19937 random(1);
    for (int round = 0; round < 60; ++round) {
        const std::size_t cutChunks = random() % 600;
        const std::size_t cutWal = random() % std::min<std::size_t>(300, walBytes.size());
        for (const std::string &name : fixture.files(""))
            std::filesystem::remove(fixture.directory() + "/" + name);
        fixture.writeFile(chunks, std::string_view(chunkBytes).substr(0, chunkBytes.size() - cutChunks));
        fixture.writeFile(wal, std::string_view(walBytes).substr(0, walBytes.size() - cutWal));
        history = fixture.open();
        QCOMPARE(history->health().corruptRecords, 0U);
        QVERIFY(history->health().tornBytes > 0 || (cutChunks == 0 && cutWal == 0) || history->health().writable);
        const std::size_t kept = all(fixture, *history, "a");
        QVERIFY2(kept >= 400 && kept <= 1000, std::to_string(kept).c_str());
        // It goes on as if nothing had been.
        fixture.clock.advance(5s);
        fixture.append(*history, {{{"a", {{"l", "1"}}}, 1}});
        history.reset();
        history = fixture.open();
        QCOMPARE(history->health().tornBytes, 0U);
        QCOMPARE(all(fixture, *history, "a"), kept + 1);
        history.reset();
    }
}

void TestHistoryDisk::bitFlips()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    feed(fixture, *history, 2000);
    history.reset();
    std::map<std::string, std::string> files;
    for (const std::string &name : fixture.files(""))
        files[name] = fixture.readFile(name);
    std::mt19937 random(2);
    std::size_t worst = 4000;
    std::uint64_t noticed = 0;
    for (int round = 0; round < 150; ++round) {
        for (const std::string &name : fixture.files(""))
            std::filesystem::remove(fixture.directory() + "/" + name);
        for (auto [name, bytes] : files) {
            if (!bytes.empty()) {
                const std::size_t bit = random() % (bytes.size() * 8);
                bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
            }
            fixture.writeFile(name, bytes);
        }
        history = fixture.open();
        const std::size_t kept = all(fixture, *history, "{}");
        worst = std::min(worst, kept);
        noticed += history->health().corruptRecords > 0 || history->health().tornBytes > 0;
        QVERIFY(kept <= 4000);
        // What is kept is true: value and time belong together.
        const auto found
            = history->range(selected("a"), fixture.clock.now() - 2000 * 5s, fixture.clock.now(), 5s, 9).value();
        for (const SeriesSteps &steps : found) {
            for (const StepPoint &point : steps.points)
                QCOMPARE(point.avg, static_cast<double>((point.at - (fixture.clock.now() - 1999 * 5s)) / 5s));
        }
        history.reset();
    }
    // One damaged chunk costs itself (480 samples), a damaged name in the write-ahead its series there.
    qInfo("at least %zu of 4000 samples survived two flipped bits", worst);
    QVERIFY(worst >= 2500);
    QCOMPARE(noticed, 150U);
}

void TestHistoryDisk::garbageFiles()
{
    HistoryFixture fixture;
    std::filesystem::create_directories(fixture.directory() + "/chunks-00000009.vgm"); // a folder
    std::mt19937 random(3);
    std::string noise;
    for (int i = 0; i < 100'000; ++i)
        noise += i % 50 == 0 ? std::string("VGR1") : std::string(1, static_cast<char>(random()));
    fixture.writeFile("chunks-00000001.vgm", noise);
    fixture.writeFile("wal-00000001.vgw", noise);
    fixture.writeFile("chunks-00000002.vgm", "");
    fixture.writeFile("chunks-.vgm", "x");
    fixture.writeFile("chunks-99999999999.vgm", "x");
    fixture.writeFile("readme.txt", "mine");
    auto history = fixture.open();
    QVERIFY(history->health().writable);
    QVERIFY(history->health().tornBytes > 0);
    feed(fixture, *history, 1000);
    history.reset();
    history = fixture.open();
    QCOMPARE(all(fixture, *history, "a"), 1000U);
    QCOMPARE(fixture.readFile("readme.txt"), std::string("mine"));
}

void TestHistoryDisk::writeAheadIsReplaced()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    std::mt19937_64 random(4);
    std::size_t largest = 0;
    std::set<std::string> names;
    for (int i = 0; i < 1500; ++i) {
        fixture.clock.advance(5s);
        std::vector<SeriesSample> samples;
        for (int s = 0; s < 200; ++s)
            samples.push_back({{"m", {{"s", std::to_string(s)}}}, static_cast<double>(random())});
        fixture.append(*history, std::move(samples));
        history->maintain();
        if (i % 50 == 0) {
            const auto wal = fixture.files("wal");
            QCOMPARE(wal.size(), 1U);
            names.insert(wal.front());
            largest = std::max(largest, fixture.readFile(wal.front()).size());
        }
    }
    QVERIFY(names.size() > 1);
    QVERIFY2(largest < 4'000'000, std::to_string(largest).c_str());
    history.reset();
    history = fixture.open();
    QCOMPARE(all(fixture, *history, "m"), 1500U * 200U);
}

void TestHistoryDisk::writeAheadOfAnySize()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    feed(fixture, *history, 100);
    history.reset();
    // A hole of 300 MiB in the middle is the cheapest way to make it long.
    const std::string name = fixture.files("wal").front();
    const std::string early = fixture.readFile(name);
    history = fixture.open();
    feed(fixture, *history, 50);
    history.reset();
    const std::string whole = fixture.readFile(fixture.files("wal").back());
    for (const std::string &old : fixture.files("wal"))
        std::filesystem::remove(fixture.directory() + "/" + old);
    fixture.writeFile(name, early);
    const std::uint64_t far = 300ULL << 20U;
    std::filesystem::resize_file(fixture.directory() + "/" + name, far);
    std::ofstream(fixture.directory() + "/" + name, std::ios::binary | std::ios::app) << whole;
    history = fixture.open();
    QCOMPARE(all(fixture, *history, "a"), 150U);
    QCOMPARE(all(fixture, *history, "b"), 150U);
    QCOMPARE(history->health().corruptRecords, 1U); // the hole
    QVERIFY(fixture.readFile(fixture.files("wal").back()).size() < 100'000);
    QCOMPARE(fixture.files("wal").size(), 1U); // it was read, and is replaced
}

/// What was not read is not removed: somebody may mend the disk.
void TestHistoryDisk::writeAheadThatCannotBeRead()
{
    HistoryFixture fixture;
    std::filesystem::create_directories(fixture.directory() + "/wal-00000007.vgw"); // opens, and cannot be read
    std::filesystem::create_symlink("/nonexistent/wal", fixture.directory() + "/wal-00000008.vgw"); // cannot be opened
    auto history = fixture.open();
    QVERIFY(history->health().writable);
    QCOMPARE(history->health().corruptRecords, 1U);
    feed(fixture, *history, 10);
    const std::vector<std::string> expected {"wal-00000007.vgw.unread", "wal-00000008.vgw.unread", "wal-00000009.vgw"};
    QVERIFY(fixture.files("wal") == expected);
    history.reset();
    history = fixture.open();
    QCOMPARE(all(fixture, *history, "a"), 10U);
    QCOMPARE(history->health().corruptRecords, 0U);
    const auto again = fixture.files("wal");
    QVERIFY(std::find(again.begin(), again.end(), expected[0]) != again.end());
}

/// The daemon starts before the disk of its history is mounted.
void TestHistoryDisk::folderThatComesLate()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    feed(fixture, *history, 10);
    history.reset();
    const std::string elsewhere = fixture.folder.path().toStdString() + "/elsewhere";
    std::filesystem::rename(fixture.directory(), elsewhere);
    std::ofstream(fixture.directory()) << "a file";
    history = fixture.open();
    feed(fixture, *history, 10);
    std::filesystem::remove(fixture.directory());
    std::filesystem::rename(elsewhere, fixture.directory());
    const std::string before = fixture.files("wal").front();
    const std::string bytes = fixture.readFile(before);
    fixture.clock.advance(6s);
    history->maintain();
    QVERIFY(history->health().writable);
    QCOMPARE(fixture.readFile(before + ".unread"), bytes);
    QCOMPARE(fixture.files("wal").size(), 2U);
}

void TestHistoryDisk::sizeLimit()
{
    HistoryFixture fixture;
    fixture.limits.maxBytes = 100'000;
    auto history = fixture.open();
    std::mt19937_64 random(5);
    for (int i = 0; i < 30'000; ++i) {
        fixture.clock.advance(5s);
        fixture.append(*history, {{{"m", {}}, static_cast<double>(random())}});
        if (i % 20 == 0)
            history->maintain();
    }
    history->maintain();
    std::size_t bytes = 0;
    for (const std::string &name : fixture.files("chunks"))
        bytes += fixture.readFile(name).size();
    QVERIFY2(bytes <= 100'000 && bytes > 80'000, std::to_string(bytes).c_str());
    const std::size_t kept = all(fixture, *history, "m");
    QVERIFY2(kept > 9000 && kept < 16'000, std::to_string(kept).c_str());
    QCOMPARE(history->health().corruptRecords, 0U);
    history.reset();
    history = fixture.open();
    QCOMPARE(all(fixture, *history, "m"), kept);
}

void TestHistoryDisk::ageLimit()
{
    HistoryFixture fixture;
    fixture.limits.maxAge = 24h;
    auto history = fixture.open();
    fixture.append(*history, {{{"gone", {}}, 1}});
    for (int i = 0; i < 3 * 24 * 60; ++i) {
        fixture.clock.advance(1min);
        fixture.append(*history, {{{"m", {}}, 1.0 * i}});
        history->maintain();
        // A chunk goes when all of it is too old, never earlier: a day is there at every moment.
        if (i >= 24 * 60 && i % 13 == 0)
            QVERIFY(all(fixture, *history, "m") >= 24 * 60);
    }
    QVERIFY(fixture.files("chunks").front() != "chunks-00000001.vgm");
    const std::size_t kept = all(fixture, *history, "m");
    QVERIFY2(kept >= 24 * 60 && kept < 30 * 60, std::to_string(kept).c_str());
    QVERIFY(history->latest(selected("gone")).empty());
    history.reset();
    fixture.clock.advance(30h); // switched off for more than a day
    history = fixture.open();
    history->maintain();
    QCOMPARE(all(fixture, *history, "m"), 0U);
    QVERIFY(fixture.files("chunks").empty());
}

void TestHistoryDisk::diskFull()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    feed(fixture, *history, 600);
    QVERIFY(history->health().writable);
    {
        const FullDisk full(100);
        feed(fixture, *history, 2000);
        const MetricHistoryHealth health = history->health();
        QVERIFY(!health.writable);
        QVERIFY(health.error.find("File too large") != std::string::npos);
        QCOMPARE(all(fixture, *history, "a"), 2600U);
        feed(fixture, *history, 10);
    }
    fixture.clock.advance(6s);
    history->maintain();
    QVERIFY2(history->health().writable, history->health().error.c_str());
    QVERIFY(history->health().error.empty());
    QCOMPARE(all(fixture, *history, "a"), 2610U);
    // All of it is on disk again, what was taken in between too.
    HistoryFixture copy;
    std::filesystem::copy(fixture.directory(), copy.directory());
    copy.clock.set(fixture.clock.now());
    const auto revived = copy.open();
    QCOMPARE(all(copy, *revived, "a"), 2610U);
    QCOMPARE(revived->health().corruptRecords, 0U);
}

void TestHistoryDisk::folderCannotBeMade()
{
    HistoryFixture fixture;
    const std::string inTheWay = fixture.directory();
    std::ofstream(inTheWay) << "a file";
    auto history = fixture.open();
    QVERIFY(!history->health().writable);
    QVERIFY(!history->health().error.empty());
    feed(fixture, *history, 700);
    QCOMPARE(all(fixture, *history, "a"), 700U);
    std::filesystem::remove(inTheWay);
    fixture.clock.advance(6s);
    history->maintain();
    QVERIFY(history->health().writable);
    history.reset();
    history = fixture.open();
    QCOMPARE(all(fixture, *history, "a"), 700U);
}

void TestHistoryDisk::folderRemoved()
{
    HistoryFixture fixture;
    auto history = fixture.open();
    feed(fixture, *history, 100);
    std::filesystem::remove_all(fixture.directory());
    feed(fixture, *history, 10); // notices, and makes it again after the retry time
    QVERIFY(history->health().writable);
    HistoryFixture copy;
    std::filesystem::copy(fixture.directory(), copy.directory());
    copy.clock.set(fixture.clock.now());
    QCOMPARE(all(copy, *copy.open(), "a"), 110U);
}

void TestHistoryDisk::onlyOneProcess()
{
    HistoryFixture fixture;
    const auto history = fixture.open();
    MetricHistoryOptions options;
    options.directory = fixture.directory();
    const auto second = MetricHistory::open(options, fixture.clock);
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, Error::Code::Conflict);
}

void TestHistoryDisk::damageAfterTheStart()
{
    HistoryFixture fixture;
    const auto history = fixture.open();
    feed(fixture, *history, 1000);
    const std::string name = fixture.files("chunks").front();
    std::string bytes = fixture.readFile(name);
    bytes[200] = static_cast<char>(bytes[200] ^ 0x40);
    fixture.writeFile(name, bytes);
    QCOMPARE(all(fixture, *history, "{}"), 2000U - 480U);
    QCOMPARE(history->health().corruptRecords, 1U);
}

int main(int argc, char **argv)
{
    if (argc == 4 && std::string_view(argv[1]) == childArgument)
        return appendUntilKilled(argv[2], std::atoi(argv[3]));
    QCoreApplication app(argc, argv);
    TestHistoryDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_historydisk.moc"
