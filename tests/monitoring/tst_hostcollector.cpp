// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/collectors.h"
#include "backend/monitoring/hostcollector.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace vigie;
using namespace vigie::test;
using namespace std::chrono_literals;

namespace {
/// A made-up machine below a temporary folder.
struct Machine {
    QTemporaryDir folder;
    FakeClock clock;
    HostFacts facts;
    std::map<std::string, FilesystemUsage> rooms;
    std::vector<std::string> asked;
    std::unique_ptr<HostCollector> collector;

    Machine()
    {
        collector = std::make_unique<HostCollector>(
            folder.path().toStdString(), clock, facts,
            [this](const std::string &path) -> std::optional<FilesystemUsage> {
                const std::string point = path.substr(static_cast<std::size_t>(folder.path().size()));
                asked.push_back(point);
                const auto found = rooms.find(point);
                return found == rooms.end() ? std::nullopt : std::optional(found->second);
            });
    }
    void write(const char *path, const QByteArray &text) const
    {
        const QString name = folder.path() + QLatin1String(path);
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    std::map<std::string, double> collect()
    {
        std::map<std::string, double> out;
        collector->collect([&out](const Collection &found) {
            for (const SeriesSample &sample : found.samples)
                out[sample.series.toString()] = sample.value;
            if (found.error)
                out["error"] = 1;
        });
        return out;
    }
};

QByteArray processStat(const char *name, int ticks, int started, int pages)
{
    QByteArray text = QByteArray("7 (") + name + ") S";
    for (int field = 4; field <= 30; ++field)
        text += ' ' + QByteArray::number(field == 14 ? ticks : field == 22 ? started : field == 24 ? pages : 0);
    return text + '\n';
}
} // namespace

class TestHostCollector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void cpu();
    void memory();
    void filesystems();
    void aMountedFileIsNoFilesystem();
    void theShortestFolderOfADeviceCounts();
    void nothingThatMayHangIsAsked_data();
    void nothingThatMayHangIsAsked();
    void thousandsOfMounts();
    void thousandsOfInterfaces();
    void disks();
    void network();
    void counterGoesBack();
    void pressure();
    void processes();
    void facts();
    void oddFiles();
    void failedUnits();
    void thisMachine();
};

void TestHostCollector::empty()
{
    Machine m;
    QCOMPARE(m.collect(), (std::map<std::string, double> {{"error", 1}}));
}

void TestHostCollector::cpu()
{
    Machine m;
    m.write("/proc/stat", "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 1\ncpu1 1 1\nintr 5\n");
    m.write("/proc/loadavg", "0.50 1.25 2.00 1/234 999\n");
    auto first = m.collect();
    QCOMPARE(first.at("host_cpu_count"), 2.0);
    QCOMPARE(first.count("host_cpu_usage_ratio"), std::size_t {0});
    QCOMPARE(first.at("host_load1"), 0.5);
    QCOMPARE(first.at("host_load5"), 1.25);
    QCOMPARE(first.at("host_load15"), 2.0);
    m.clock.advance(5s);
    m.write("/proc/stat", "cpu  120 5 115 740 120 0 0 0 0 0\ncpu0 1 1\n");
    auto second = m.collect();
    QCOMPARE(second.at("host_cpu_usage_ratio"), 0.4);
    QCOMPARE(second.at("host_cpu_iowait_ratio"), 0.2);
    QCOMPARE(second.at("host_cpu_count"), 1.0);
}

void TestHostCollector::memory()
{
    Machine m;
    m.write("/proc/meminfo",
            "MemTotal:        1000 kB\nMemFree: 1 kB\nMemAvailable:    250 kB\nSwapTotal:  200 kB\nSwapFree: 150 kB\n");
    const auto with = m.collect();
    QCOMPARE(with.at("host_memory_total_bytes"), 1'024'000.0);
    QCOMPARE(with.at("host_memory_used_ratio"), 0.75);
    QCOMPARE(with.at("host_swap_used_ratio"), 0.25);
    m.write("/proc/meminfo", "MemTotal: 1000 kB\nMemAvailable: 250 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n");
    const auto without = m.collect();
    QCOMPARE(without.at("host_swap_total_bytes"), 0.0);
    QCOMPARE(without.count("host_swap_used_ratio"), std::size_t {0});
}

void TestHostCollector::filesystems()
{
    Machine m;
    m.write("/proc/self/mounts",
            "/dev/sda1 / ext4 rw 0 0\n/dev/sda1 /var/lib/x ext4 rw 0 0\nproc /proc proc rw 0 0\n"
            "tmpfs /run tmpfs rw 0 0\nnas:/x /nas nfs4 rw 0 0\nssh /far fuse.sshfs rw 0 0\n"
            "/dev/sdb1 /mnt/my\\040disk xfs rw 0 0\noverlay /var/lib/docker/overlay2/a/merged overlay rw 0 0\n"
            "/dev/loop1 /snap/core/1 squashfs ro 0 0\n/dev/sdc1 /boot vfat rw 0 0\nodd\n\n");
    m.rooms["/"] = {1000, 300, 200, 100, 25};
    m.rooms["/mnt/my disk"] = {500, 500, 500, 0, 0};
    const auto seen = m.collect();
    const std::string root = "{device=\"/dev/sda1\", fstype=\"ext4\", mountpoint=\"/\"}";
    const std::string disk = "{device=\"/dev/sdb1\", fstype=\"xfs\", mountpoint=\"/mnt/my disk\"}";
    QCOMPARE(seen.at("host_filesystem_size_bytes" + root), 1000.0);
    QCOMPARE(seen.at("host_filesystem_free_bytes" + root), 200.0);
    QCOMPARE(seen.at("host_filesystem_used_ratio" + root), 700.0 / 900.0);
    QCOMPARE(seen.at("host_filesystem_inodes_used_ratio" + root), 0.75);
    QCOMPARE(seen.at("host_filesystem_used_ratio" + disk), 0.0);
    QCOMPARE(seen.count("host_filesystem_inodes_used_ratio" + disk), std::size_t {0});
    QCOMPARE(seen.size(), std::size_t {7});
    std::sort(m.asked.begin(), m.asked.end());
    QCOMPARE(m.asked, (std::vector<std::string> {"/", "/boot", "/mnt/my disk"}));
}

/// Containers mount single files of their host, whose room would count once more for each of them.
void TestHostCollector::aMountedFileIsNoFilesystem()
{
    Machine m;
    m.write("/proc/self/mounts", "/dev/sda1 /disk ext4 rw 0 0\n/dev/sdb1 /etc/hosts ext4 rw 0 0\n");
    m.write("/disk/x", "x");
    m.write("/etc/hosts", "127.0.0.1 localhost\n");
    m.collector
        = std::make_unique<HostCollector>(m.folder.path().toStdString(), m.clock, m.facts, HostCollector::UsageOf());
    const auto seen = m.collect();
    const auto mountedAt = [&seen](const std::string &point) {
        return std::count_if(seen.begin(), seen.end(), [&point](const auto &sample) {
            return sample.first.find("mountpoint=\"" + point + '"') != std::string::npos;
        });
    };
    QVERIFY(mountedAt("/disk") > 0);
    QCOMPARE(mountedAt("/etc/hosts"), 0);
}

/// In a container a mounted file may well be shorter than the folder of the same device.
void TestHostCollector::theShortestFolderOfADeviceCounts()
{
    Machine m;
    m.write("/proc/self/mounts",
            "/dev/sda1 /etc/hosts ext4 rw 0 0\n/dev/sda1 /var/lib/data/deep ext4 rw 0 0\n"
            "/dev/sda1 /var/lib/data ext4 rw 0 0\n");
    m.write("/etc/hosts", "127.0.0.1 localhost\n");
    m.write("/var/lib/data/deep/x", "x");
    m.collector
        = std::make_unique<HostCollector>(m.folder.path().toStdString(), m.clock, m.facts, HostCollector::UsageOf());
    const auto seen = m.collect();
    const std::string size = "host_filesystem_size_bytes{device=\"/dev/sda1\", fstype=\"ext4\", mountpoint=";
    QCOMPARE(seen.count(size + "\"/var/lib/data\"}"), std::size_t {1});
    QVERIFY(std::none_of(seen.begin(), seen.end(), [&](const auto &sample) {
        return sample.first.starts_with(size) && sample.first != size + "\"/var/lib/data\"}";
    }));
}

void TestHostCollector::nothingThatMayHangIsAsked_data()
{
    QTest::addColumn<QByteArray>("mounts");
    QTest::addColumn<QByteArray>("asked");
    const QByteArray root = "/dev/sda1 / ext4 rw 0 0\n";
    QTest::newRow("FUSE on a disk") << root + "/dev/sdb1 /ntfs fuseblk rw 0 0\n" << QByteArray("/");
    QTest::newRow("network") << root + "nas:/x /nas nfs4 rw 0 0\n//nas/y /y cifs rw 0 0\n" << QByteArray("/");
    QTest::newRow("disk inside") << root + "nas:/x /nas nfs4 rw 0 0\n/dev/sdb1 /nas/disk ext4 rw 0 0\n"
                                 << QByteArray("/");
    QTest::newRow("disk below") << root + "/dev/sdb1 /data ext4 rw 0 0\nssh: /data fuse.sshfs rw 0 0\n"
                                << QByteArray("/");
    QTest::newRow("like it by name") << root + "nas:/x /nas nfs4 rw 0 0\n/dev/sdb1 /nas2 ext4 rw 0 0\n"
                                     << QByteArray("/ /nas2");
    QTest::newRow("network root") << QByteArray("nas:/r / nfs4 rw 0 0\n/dev/sdb1 /disk ext4 rw 0 0\n")
                                  << QByteArray("/disk");
}

void TestHostCollector::nothingThatMayHangIsAsked()
{
    QFETCH(QByteArray, mounts);
    QFETCH(QByteArray, asked);
    Machine m;
    m.write("/proc/self/mounts", mounts);
    m.collect();
    QByteArrayList found;
    for (const std::string &point : m.asked)
        found += QByteArray::fromStdString(point);
    QCOMPARE(found.join(' '), asked);
}

/// A busy container host has more than a megabyte of them.
void TestHostCollector::thousandsOfMounts()
{
    Machine m;
    QByteArray text = "/dev/sda1 /data ext4 rw 0 0\n";
    for (int i = 0; i < 12'000; ++i)
        text += "overlay /var/lib/docker/overlay2/" + QByteArray::number(i) + "/merged overlay "
            + QByteArray(i % 1000 == 0 ? 100'000 : 60, 'o') + " 0 0\n";
    text += "/dev/sdb1 /last xfs rw 0 0"; // without its end
    QVERIFY(text.size() > (1 << 20));
    m.write("/proc/self/mounts", text);
    m.rooms["/data"] = {1000, 500, 500, 0, 0};
    m.rooms["/last"] = {1000, 500, 500, 0, 0};
    const auto seen = m.collect();
    for (const char *labels : {"{device=\"/dev/sda1\", fstype=\"ext4\", mountpoint=\"/data\"}",
                               "{device=\"/dev/sdb1\", fstype=\"xfs\", mountpoint=\"/last\"}"})
        QVERIFY2(seen.count(std::string("host_filesystem_used_ratio") + labels), labels);
}

void TestHostCollector::thousandsOfInterfaces()
{
    Machine m;
    const auto write = [&m](int bytes) {
        QByteArray text = "Inter-|   Receive  |  Transmit\n";
        for (int i = 0; i < 20'000; ++i)
            text += "veth" + QByteArray::number(i) + ": 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0" + QByteArray(30, ' ') + '\n';
        m.write("/proc/net/dev", text + "eth0: " + QByteArray::number(bytes) + " 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n");
    };
    write(1000);
    m.collect();
    m.clock.advance(10s);
    write(3000);
    QCOMPARE(m.collect().at("host_network_receive_bytes_per_second{device=\"eth0\"}"), 200.0);
}

void TestHostCollector::disks()
{
    Machine m;
    for (const char *disk : {"/sys/block/sda/x", "/sys/block/loop0/x", "/sys/block/sdz/x"})
        m.write(disk, "");
    m.write("/proc/diskstats",
            "8 0 sda 10 0 100 5 10 0 200 5 0 1000 10\n8 1 sda1 10 0 100 5 10 0 200 5 0 1000 10\n"
            "7 0 loop0 10 0 100 5 10 0 200 5 0 1000 10\n8 9 sdz 0 0 0 0 0 0 0 0 0 0 0\n");
    QVERIFY(m.collect().count("error") == 1);
    m.clock.advance(2s);
    m.write("/proc/diskstats", "8 0 sda 20 0 140 5 10 0 200 5 0 2000 10\n8 1 sda1 90 0 900 5 10 0 200 5 0 1000 10\n");
    const auto seen = m.collect();
    QCOMPARE(seen,
             (std::map<std::string, double> {{"host_disk_read_bytes_per_second{device=\"sda\"}", 10240},
                                             {"host_disk_write_bytes_per_second{device=\"sda\"}", 0},
                                             {"host_disk_busy_ratio{device=\"sda\"}", 0.5}}));
}

void TestHostCollector::network()
{
    Machine m;
    const QByteArray head = "Inter-|   Receive  |  Transmit\n face |bytes packets errs\n";
    m.write("/proc/net/dev",
            head + "    lo: 5 0 0 0 0 0 0 0 5 0 0 0 0 0 0 0\n  eth0:1000 1 2 0 0 0 0 0 500 1 3 0 0 0 0 0\n");
    m.collect();
    m.clock.advance(10s);
    m.write("/proc/net/dev",
            head
                + "    lo: 9 0 0 0 0 0 0 0 9 0 0 0 0 0 0 0\n  eth0: 3000 1 7 0 0 0 0 0 600 1 8 0 0 0 0 0\n"
                  "veth12: 1 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0\n eth1: 7 0 0 0 0 0 0 0 7 0 0 0 0 0 0 0\n");
    QCOMPARE(m.collect(),
             (std::map<std::string, double> {{"host_network_receive_bytes_per_second{device=\"eth0\"}", 200},
                                             {"host_network_transmit_bytes_per_second{device=\"eth0\"}", 10},
                                             {"host_network_errors_per_second{device=\"eth0\"}", 1}}));
}

void TestHostCollector::counterGoesBack()
{
    Machine m;
    m.write("/proc/loadavg", "0 0 0\n");
    m.write("/proc/net/dev", "eth0: 1000 1 0 0 0 0 0 0 500 1 0 0 0 0 0 0\n");
    m.collect();
    m.clock.advance(1s);
    m.write("/proc/net/dev", "eth0: 10 1 0 0 0 0 0 0 600 1 0 0 0 0 0 0\n");
    const auto seen = m.collect();
    QCOMPARE(seen.count("host_network_receive_bytes_per_second{device=\"eth0\"}"), std::size_t {0});
    QCOMPARE(seen.at("host_network_transmit_bytes_per_second{device=\"eth0\"}"), 100.0);
    // Two looks within no time give no rates either.
    QCOMPARE(m.collect().count("host_network_transmit_bytes_per_second{device=\"eth0\"}"), std::size_t {0});
}

void TestHostCollector::pressure()
{
    Machine m;
    m.write("/proc/pressure/cpu", "some avg10=1.50 avg60=0 avg300=0 total=1000000\nfull avg10=9 total=9\n");
    m.write("/proc/pressure/memory",
            "some avg10=0.00 avg60=0 avg300=0 total=0\nfull avg10=0.00 avg60=0 avg300=0 total=0\n");
    const auto first = m.collect();
    QCOMPARE(first.at("host_pressure_cpu_some_ratio"), 0.015);
    QCOMPARE(first.count("host_pressure_cpu_full_ratio"), std::size_t {0});
    QCOMPARE(first.at("host_pressure_memory_full_ratio"), 0.0);
    QCOMPARE(first.count("host_pressure_io_some_ratio"), std::size_t {0});
    m.clock.advance(10s);
    m.write("/proc/pressure/cpu", "some avg10=1.50 avg60=0 avg300=0 total=2000000\n");
    QCOMPARE(m.collect().at("host_pressure_cpu_some_ratio"), 0.1);
}

void TestHostCollector::processes()
{
    const auto ticks = static_cast<int>(sysconf(_SC_CLK_TCK));
    const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    Machine m;
    m.write("/proc/10/stat", processStat("idle", 0, 1, 500));
    m.write("/proc/11/stat", processStat("a) (b", 5, 1, 1));
    m.write("/proc/12/stat", "12 no parentheses\n");
    m.write("/proc/self/stat", processStat("self", 0, 1, 1));
    QCOMPARE(m.collect().at("host_processes"), 2.0);
    QCOMPARE(m.facts.snapshot().processes.at(0).name, std::string("idle"));
    QCOMPARE(m.facts.snapshot().processes.at(0).memory, 500 * page);
    m.clock.advance(10s);
    m.write("/proc/11/stat", processStat("a) (b", 5 + 5 * ticks, 1, 1));
    m.collect();
    const HostSnapshot snapshot = m.facts.snapshot();
    QCOMPARE(snapshot.processes.at(0).name, std::string("a) (b"));
    QCOMPARE(snapshot.processes.at(0).pid, 11);
    QCOMPARE(snapshot.processes.at(0).cpu, 0.5);
    // Another process with the same number begins at zero.
    m.clock.advance(10s);
    m.write("/proc/11/stat", processStat("new", 1000 * ticks, 77, 1));
    m.collect();
    QCOMPARE(m.facts.snapshot().processes.at(1).cpu, 0.0);
}

void TestHostCollector::facts()
{
    Machine m;
    m.write("/proc/uptime", "123.45 67.8\n");
    m.write("/proc/sys/kernel/osrelease", "6.1.0-28-amd64\n");
    m.write("/proc/sys/kernel/hostname", "box\n");
    m.write("/etc/os-release", "NAME=\"x\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
    QCOMPARE(m.collect().at("host_uptime_seconds"), 123.45);
    const HostSnapshot snapshot = m.facts.snapshot();
    QCOMPARE(snapshot.os, std::string("Debian GNU/Linux 12 (bookworm)"));
    QCOMPARE(snapshot.kernel, std::string("6.1.0-28-amd64"));
    QCOMPARE(snapshot.hostname, std::string("box"));
    QVERIFY(!snapshot.hasSystemd);
}

void TestHostCollector::oddFiles()
{
    Machine m;
    for (const char *path : {"/proc/stat", "/proc/loadavg", "/proc/meminfo", "/proc/self/mounts", "/proc/diskstats",
                             "/proc/net/dev", "/proc/pressure/cpu", "/proc/uptime", "/proc/5/stat"}) {
        for (const QByteArray &text :
             {QByteArray(), QByteArray("\n\n\n"), QByteArray("cpu x : ( ) \\ = y"), QByteArray(3000, ' '),
              QByteArray("cpu 99999999999999999999999 -1\n"), QByteArray("\0\xff", 2)}) {
            m.write(path, text);
            m.clock.advance(11s);
            m.collect();
        }
    }
    m.write("/proc/loadavg", QByteArray(2 << 20, '1'));
    QCOMPARE(m.collect().count("host_load1"), std::size_t {0});
}

void TestHostCollector::failedUnits()
{
    QTemporaryDir folder;
    const QString script = folder.filePath(QStringLiteral("systemctl"));
    const auto become = [&script](const QByteArray &text) {
        QFile file(script);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + text);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    };
    become("[ \"$1 $2 $3 $4\" = 'list-units --state=failed --no-legend --plain' ] || exit 3\n"
           "echo 'a.service loaded failed failed A'\necho 'b@1.service loaded failed failed B'\n");
    FakeClock clock;
    FailedUnits units(clock, script.toStdString());
    QVERIFY(!units.units());
    const auto after = [&] {
        units.poll();
        return units.units().has_value();
    };
    QTRY_VERIFY(after());
    QCOMPARE(*units.units(), (std::vector<std::string> {"a.service", "b@1.service"}));
    // Not asked again within the minute.
    become("exit 1\n");
    clock.advance(30s);
    units.poll();
    units.poll();
    QVERIFY(units.units());
    clock.advance(31s);
    QTRY_VERIFY(!after());
    // One that hangs is ended, and blocks nobody.
    become("exec sleep 100\n");
    clock.advance(61s);
    QElapsedTimer timer;
    timer.start();
    units.poll();
    units.poll();
    clock.advance(21s);
    units.poll();
    QVERIFY(timer.elapsed() < 2000);
    become("true\n");
    clock.advance(61s);
    QTRY_VERIFY(after());
    QVERIFY(units.units()->empty());
    // A program that is not there.
    FailedUnits none(clock, "/no/such/program");
    none.poll();
    QVERIFY(!none.units());
}

void TestHostCollector::thisMachine()
{
    SystemClock clock;
    HostFacts facts;
    HostCollector collector("/", clock, facts);
    std::set<std::string> names;
    std::size_t count = 0;
    const auto take = [&](const Collection &found) {
        QVERIFY(!found.error);
        count = found.samples.size();
        for (const SeriesSample &sample : found.samples) {
            names.insert(sample.series.name);
            QVERIFY2(std::isfinite(sample.value), sample.series.name.c_str());
            if (sample.series.name.ends_with("_ratio"))
                QVERIFY2(sample.value >= 0 && sample.value <= 1, sample.series.toString().c_str());
        }
    };
    collector.collect(take);
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 50;
    for (int i = 0; i < rounds; ++i)
        collector.collect(take);
    qInfo("%zu samples, %lld us a collection", count, static_cast<long long>(timer.nsecsElapsed() / 1000 / rounds));
    for (const char *name : {"host_cpu_count", "host_cpu_usage_ratio", "host_load1", "host_memory_used_ratio",
                             "host_filesystem_used_ratio", "host_processes", "host_uptime_seconds"})
        QVERIFY2(names.count(name) == 1, name);
    // Every metric that is made has its description.
    std::set<std::string> described;
    for (const MetricInfo &info : monitoringMetrics())
        described.insert(info.name);
    for (const std::string &name : names)
        QVERIFY2(described.count(name) == 1, name.c_str());
    QVERIFY(!facts.snapshot().processes.empty());
    QVERIFY(!facts.snapshot().kernel.empty());
    QVERIFY(!facts.snapshot().os.empty());
}

QTEST_GUILESS_MAIN(TestHostCollector)
#include "tst_hostcollector.moc"
