// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"
#include "backend/monitoring/collector.h"
#include "backend/monitoring/failedunits.h"
#include "backend/monitoring/hostfacts.h"
#include "backend/monitoring/hostfiles.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace vigie {

/// Room of one mounted filesystem, in the units of statvfs(3).
struct FilesystemUsage {
    std::uint64_t totalBytes {0};
    std::uint64_t freeBytes {0}; ///< for root
    std::uint64_t availableBytes {0}; ///< for everybody
    std::uint64_t totalInodes {0}; ///< 0: the filesystem has no fixed number
    std::uint64_t freeInodes {0};
};

/// Watches this machine through /proc and /sys. Every collection takes about a millisecond on the calling thread, the
/// top processes (at most every 10 s) some more. Rates need two collections; a counter that went back (a device came
/// anew) gives none. What the kernel does not have (pressure, swap) gives no sample. Left out: pseudo and read-only
/// image filesystems (squashfs, iso9660 …), network and FUSE filesystems (one that hangs would block statvfs(2) for
/// ever) and what is mounted inside or below them, what lies below /var/lib/docker, /var/lib/containers, /run and
/// /snap, further mounts of one device (the shortest mount point that is a folder counts); loop and ram devices,
/// devices never used; the loopback and veth interfaces.
class HostCollector final : public Collector {
public:
    using UsageOf = std::function<std::optional<FilesystemUsage>(const std::string &path)>;

    /// `usageOf` is statvfs(2) unless a test says otherwise.
    HostCollector(const std::filesystem::path &root, const Clock &clock, HostFacts &facts, UsageOf usageOf = {});
    void collect(Done done) override;

private:
    struct CpuTimes {
        std::uint64_t total {0};
        std::uint64_t idle {0};
        std::uint64_t iowait {0};
    };
    struct ProcessTimes {
        std::uint64_t started {0};
        std::uint64_t ticks {0};
        bool seen {false};
    };
    using Counters = std::unordered_map<std::string, std::uint64_t>;

    void add(std::string name, double value, LabelSet labels = {});
    /// Growth of a counter per second since the last collection; nullopt when there is none to compare with.
    std::optional<double> rate(const std::string &key, std::uint64_t value);
    void collectCpu();
    void collectLoad();
    void collectMemory();
    void collectFilesystems();
    void collectDisks();
    void collectNetwork();
    void collectPressure(const std::string &resource, bool full);
    void collectSystem();
    void collectProcesses();
    std::optional<HostProcess> readProcess(const std::string &pid, double seconds);
    void readNames();

    HostFiles m_files;
    const Clock &m_clock;
    HostFacts &m_facts;
    UsageOf m_usageOf;
    FailedUnits m_failedUnits;
    HostSnapshot m_snapshot;

    std::vector<SeriesSample> m_samples;
    double m_elapsed {0}; ///< seconds since the last collection; 0 at the first
    std::optional<SteadyTime> m_lastAt;
    std::optional<CpuTimes> m_cpu;
    Counters m_counters; ///< of the last collection
    Counters m_nextCounters;
    std::unordered_map<std::string, ProcessTimes> m_processes;
    std::optional<SteadyTime> m_processesAt;
    std::size_t m_processCount {0};
};

} // namespace vigie
