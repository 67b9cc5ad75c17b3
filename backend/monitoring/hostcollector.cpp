// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/hostcollector.h"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace vigie {

namespace {
using namespace std::chrono_literals;
constexpr auto processesEvery = 10s;
constexpr std::size_t topProcesses = 10;

std::optional<FilesystemUsage> statFilesystem(const std::string &path)
{
    struct stat info { };
    struct statvfs room { };
    // Containers mount single files (/etc/hosts …) of the host's filesystem; they are no filesystems of their own.
    if (::stat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode) || ::statvfs(path.c_str(), &room) != 0)
        return std::nullopt;
    return FilesystemUsage {.totalBytes = room.f_blocks * room.f_frsize,
                            .freeBytes = room.f_bfree * room.f_frsize,
                            .availableBytes = room.f_bavail * room.f_frsize,
                            .totalInodes = room.f_files,
                            .freeInodes = room.f_ffree};
}

/// "12345 kB" of /proc/meminfo in bytes.
std::optional<double> kilobytes(std::string_view text)
{
    const auto value = parseUnsigned(takeWord(text));
    return value ? std::optional(static_cast<double>(*value) * 1024) : std::nullopt;
}

std::string unquoted(std::string_view text)
{
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return std::string(text);
}
} // namespace

HostCollector::HostCollector(const std::filesystem::path &root, const Clock &clock, HostFacts &facts, UsageOf usageOf)
    : m_files(root)
    , m_clock(clock)
    , m_facts(facts)
    , m_usageOf(usageOf ? std::move(usageOf) : statFilesystem)
    , m_failedUnits(clock)
{
}

void HostCollector::collect(Done done)
{
    const SteadyTime now = m_clock.steadyNow();
    m_elapsed = m_lastAt ? std::chrono::duration<double>(now - *m_lastAt).count() : 0;
    m_lastAt = now;
    m_samples.clear();
    m_nextCounters.clear();
    collectCpu();
    collectLoad();
    collectMemory();
    collectFilesystems();
    collectDisks();
    collectNetwork();
    collectPressure("cpu", false);
    collectPressure("memory", true);
    collectPressure("io", true);
    collectSystem();
    if (!m_processesAt || now - *m_processesAt >= processesEvery - 500ms)
        collectProcesses();
    if (m_processCount > 0)
        add("host_processes", static_cast<double>(m_processCount));
    m_counters.swap(m_nextCounters);
    m_facts.set(m_snapshot);

    Collection found;
    if (m_samples.empty())
        found.error = Error {.code = Error::Code::Unavailable, .detail = "nothing can be read below /proc"};
    found.samples = std::move(m_samples);
    m_samples = {};
    done(std::move(found));
}

void HostCollector::add(std::string name, double value, LabelSet labels)
{
    m_samples.push_back({{.name = std::move(name), .labels = std::move(labels)}, value});
}

std::optional<double> HostCollector::rate(const std::string &key, std::uint64_t value)
{
    m_nextCounters[key] = value;
    const auto before = m_counters.find(key);
    if (before == m_counters.end() || before->second > value || m_elapsed <= 0)
        return std::nullopt;
    return static_cast<double>(value - before->second) / m_elapsed;
}

void HostCollector::collectCpu()
{
    auto text = m_files.read("/proc/stat");
    if (!text)
        return;
    std::uint64_t cpus = 0;
    CpuTimes now;
    while (!text->empty()) {
        std::string_view line = takeLine(*text);
        const std::string_view name = takeWord(line);
        if (!name.starts_with("cpu"))
            break;
        if (name != "cpu") {
            ++cpus;
            continue;
        }
        // user nice system idle iowait irq softirq steal; guest times are in user and nice already (proc(5)).
        for (int i = 0; i < 8; ++i) {
            const std::uint64_t ticks = parseUnsigned(takeWord(line)).value_or(0);
            now.total += ticks;
            now.idle += i == 3 ? ticks : 0;
            now.iowait += i == 4 ? ticks : 0;
        }
    }
    add("host_cpu_count", static_cast<double>(cpus));
    // iowait may go back a little (proc(5)), so each part is compared for itself.
    if (m_cpu && now.total > m_cpu->total) {
        const auto total = static_cast<double>(now.total - m_cpu->total);
        const auto grown = [total](std::uint64_t after, std::uint64_t before) {
            return after > before ? std::min(1.0, static_cast<double>(after - before) / total) : 0.0;
        };
        const double iowait = grown(now.iowait, m_cpu->iowait);
        add("host_cpu_usage_ratio", std::clamp(1 - grown(now.idle, m_cpu->idle) - iowait, 0.0, 1.0));
        add("host_cpu_iowait_ratio", iowait);
    }
    m_cpu = now;
}

void HostCollector::collectLoad()
{
    auto text = m_files.read("/proc/loadavg");
    if (!text)
        return;
    for (const char *name : {"host_load1", "host_load5", "host_load15"}) {
        if (const auto value = parseDecimal(takeWord(*text)))
            add(name, *value);
    }
}

void HostCollector::collectMemory()
{
    auto text = m_files.read("/proc/meminfo");
    if (!text)
        return;
    std::optional<double> total;
    std::optional<double> available;
    std::optional<double> swapTotal;
    std::optional<double> swapFree;
    while (!text->empty()) {
        std::string_view line = takeLine(*text);
        const std::string_view name = takeWord(line);
        if (name == "MemTotal:")
            total = kilobytes(line);
        else if (name == "MemAvailable:")
            available = kilobytes(line);
        else if (name == "SwapTotal:")
            swapTotal = kilobytes(line);
        else if (name == "SwapFree:")
            swapFree = kilobytes(line);
    }
    if (total && available && *total > 0) {
        add("host_memory_total_bytes", *total);
        add("host_memory_available_bytes", *available);
        add("host_memory_used_ratio", std::clamp(1 - *available / *total, 0.0, 1.0));
    }
    if (swapTotal)
        add("host_swap_total_bytes", *swapTotal);
    if (swapTotal && swapFree && *swapTotal > 0)
        add("host_swap_used_ratio", std::clamp(1 - *swapFree / *swapTotal, 0.0, 1.0));
}

void HostCollector::collectPressure(const std::string &resource, bool full)
{
    auto text = m_files.read("/proc/pressure/" + resource);
    if (!text)
        return;
    while (!text->empty()) {
        std::string_view line = takeLine(*text);
        const std::string kind(takeWord(line));
        if (kind != "some" && !(full && kind == "full"))
            continue;
        double average = 0;
        std::optional<std::uint64_t> total;
        while (!line.empty()) {
            const std::string_view word = takeWord(line);
            if (word.starts_with("avg10="))
                average = parseDecimal(word.substr(6)).value_or(0) / 100;
            else if (word.starts_with("total="))
                total = parseUnsigned(word.substr(6));
        }
        // The exact share since the last collection; the kernel's own 10 s average only at the beginning.
        std::string name("host_pressure_");
        name.append(resource).append("_").append(kind).append("_ratio");
        const auto perSecond = total ? rate(name, *total) : std::nullopt;
        add(name, perSecond ? std::min(1.0, *perSecond / 1e6) : average);
    }
}

void HostCollector::collectSystem()
{
    if (auto text = m_files.read("/proc/uptime")) {
        if (const auto seconds = parseDecimal(takeWord(*text)))
            add("host_uptime_seconds", *seconds);
    }
    m_snapshot.hasSystemd = m_files.exists("/run/systemd/system");
    if (m_snapshot.hasSystemd) {
        m_failedUnits.poll();
        const auto &units = m_failedUnits.units();
        m_snapshot.failedUnits = units ? *units : std::vector<std::string> {};
        if (units)
            add("host_systemd_failed_units", static_cast<double>(units->size()));
    }
    if (m_snapshot.kernel.empty())
        readNames();
}

void HostCollector::readNames()
{
    if (auto text = m_files.read("/proc/sys/kernel/osrelease"))
        m_snapshot.kernel = takeLine(*text);
    if (auto text = m_files.read("/proc/sys/kernel/hostname"))
        m_snapshot.hostname = takeLine(*text);
    auto release = m_files.read("/etc/os-release");
    if (!release)
        release = m_files.read("/usr/lib/os-release");
    while (release && !release->empty()) {
        const std::string_view line = takeLine(*release);
        if (line.starts_with("PRETTY_NAME="))
            m_snapshot.os = unquoted(line.substr(12));
    }
}

std::optional<HostProcess> HostCollector::readProcess(const std::string &pid, double seconds)
{
    static const auto ticksPerSecond = static_cast<double>(::sysconf(_SC_CLK_TCK));
    static const auto pageSize = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const auto text = m_files.read("/proc/" + pid + "/stat");
    if (!text)
        return std::nullopt;
    // The name stands in parentheses and may itself contain them, so the last one ends it (proc(5)).
    const std::size_t open = text->find('(');
    const std::size_t close = text->rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    HostProcess process;
    process.pid = static_cast<std::int64_t>(parseUnsigned(pid).value_or(0));
    process.name = text->substr(open + 1, close - open - 1);
    std::string_view rest = text->substr(close + 1);
    std::uint64_t ticks = 0;
    std::uint64_t started = 0;
    for (int field = 3; field <= 24; ++field) {
        const std::uint64_t value = parseUnsigned(takeWord(rest)).value_or(0);
        if (field == 14 || field == 15)
            ticks += value;
        else if (field == 22)
            started = value;
        else if (field == 24)
            process.memory = value * pageSize;
    }
    ProcessTimes &before = m_processes[pid];
    if (before.started == started && ticks >= before.ticks && seconds > 0)
        process.cpu = static_cast<double>(ticks - before.ticks) / ticksPerSecond / seconds;
    before = {.started = started, .ticks = ticks, .seen = true};
    return process;
}

void HostCollector::collectProcesses()
{
    const SteadyTime now = m_clock.steadyNow();
    const double seconds = m_processesAt ? std::chrono::duration<double>(now - *m_processesAt).count() : 0;
    m_processesAt = now;
    std::vector<HostProcess> all;
    for (const std::string &pid : m_files.numericNames("/proc")) {
        if (auto process = readProcess(pid, seconds))
            all.push_back(*std::move(process));
    }
    for (auto it = m_processes.begin(); it != m_processes.end();)
        it = std::exchange(it->second.seen, false) ? std::next(it) : m_processes.erase(it);
    m_processCount = all.size();
    const auto count = std::min(all.size(), topProcesses);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                      [](const HostProcess &a, const HostProcess &b) {
                          return a.cpu != b.cpu ? a.cpu > b.cpu : a.memory > b.memory;
                      });
    all.resize(count);
    m_snapshot.processes = std::move(all);
}

} // namespace vigie
