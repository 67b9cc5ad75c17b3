// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/daemonunderload.h"
#include "app/bench/suites.h"
#include "backend/domain/json.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace vigie::bench {

namespace {

constexpr std::chrono::seconds settle {10};

/// CPU as a share of one core over `seconds`, and memory at their end.
ProcessUse useOver(pid_t pid, std::chrono::seconds seconds)
{
    const ProcessUse before = useOf(pid);
    std::this_thread::sleep_for(seconds);
    ProcessUse after = useOf(pid);
    after.cpuSeconds = (after.cpuSeconds - before.cpuSeconds) / static_cast<double>(seconds.count());
    return after;
}

void benchDaemonAtRest(const BenchOptions &options, Report &report)
{
    // The probes look at a daemon of ours, so that there is something that answers.
    auto target = DaemonUnderLoad::start(options.programs, 0, "host: {enabled: false}\n");
    if (!target)
        return report.failure("vigied", target.error().detail);
    std::string yaml = "sources:\n";
    for (int i = 0; i < 50; ++i)
        yaml += "- {kind: http, name: probe" + std::to_string(i) + ", interval: 30s, target: \"" + (*target)->url()
            + "/health\"}\n";
    auto daemon = DaemonUnderLoad::start(options.programs, 100, yaml);
    if (!daemon)
        return report.failure("vigied", daemon.error().detail);
    std::this_thread::sleep_for(settle);
    const ProcessUse use = useOver((*daemon)->pid(), std::chrono::seconds(60));
    report.atMost("vigied, host collector and 50 probes: memory", static_cast<double>(use.residentBytes) / 1e6, "MB",
                  30);
    report.atMost("the same, CPU of one core", use.cpuSeconds * 100, "%", 1);
}

/// The console on its overview, in a home of its own inside `folder`; figures go to `folder`/stats.
Result<ChildProcess> startConsole(const BenchOptions &options, const std::string &folder)
{
    return ChildProcess::start(
        {options.programs + "/vigie", "--page", "overview", "--size", "1920x1080", "--stats", folder + "/stats"},
        folder + "/log",
        {"QT_QPA_PLATFORM=offscreen", "HOME=" + folder, "XDG_RUNTIME_DIR=" + folder,
         "XDG_CONFIG_HOME=" + folder + "/config", "XDG_DATA_HOME=" + folder + "/data",
         "XDG_CACHE_HOME=" + folder + "/cache"});
}

/// Calls `take` with each line of statistics.
template<typename Take>
void eachStatsLine(const std::string &folder, Take take)
{
    const std::string stats = readFile(folder + "/stats");
    std::size_t line = 0;
    for (std::size_t at = 0; (line = stats.find('\n', at)) != std::string::npos; at = line + 1) {
        if (const auto json = parseJson(std::string_view(stats).substr(at, line - at)))
            take(*json);
    }
}

/// Milliseconds until the overview had its data; negative: it never had.
[[maybe_unused]] double startOnce(const BenchOptions &options, Report &report)
{
    const std::string folder = makeFolder();
    double firstData = -1;
    if (auto console = startConsole(options, folder); !console)
        report.failure("vigie", console.error().detail);
    else
        for (int tries = 0; tries < 100 && firstData < 0; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            eachStatsLine(folder, [&firstData](const Json &line) { firstData = line["firstDataMs"].toDouble(); });
        }
    removeFolder(folder);
    return firstData;
}

[[maybe_unused]] void benchConsoleAtRest(const BenchOptions &options, Report &report)
{
    const std::string folder = makeFolder();
    {
        auto console = startConsole(options, folder);
        if (!console)
            return report.failure("vigie", console.error().detail);
        std::this_thread::sleep_for(settle);
        const ProcessUse use = useOver(console->pid(), std::chrono::seconds(30));
        if (use.residentBytes == 0)
            return report.failure("vigie", "it ended: " + readFile(folder + "/log"));
        report.atMost("vigie on the overview: memory", static_cast<double>(use.residentBytes) / 1e6, "MB", 90);
        report.atMost("the same, CPU of one core", use.cpuSeconds * 100, "%", 2);
        double worst = 0;
        int seconds = 0;
        eachStatsLine(folder, [&](const Json &line) {
            // The first seconds are the start, which has a figure of its own.
            if (++seconds > 5)
                worst = std::max(worst, line["worstStallMs"].toDouble());
        });
        report.atMost("the same, worst stall of the GUI thread", worst, "ms", 50);
    }
    removeFolder(folder);
}

} // namespace

void benchRest(const BenchOptions &options, Report &report)
{
    report.title("At rest");
    benchDaemonAtRest(options, report);
#ifdef VIGIE_WITH_GUI
    benchConsoleAtRest(options, report);
#endif
}

void benchStart([[maybe_unused]] const BenchOptions &options, Report &report)
{
    report.title("Start in an empty home");
#ifdef VIGIE_WITH_GUI
    std::vector<double> starts;
    for (int i = 0; i < 5; ++i) {
        const double ms = startOnce(options, report);
        if (ms < 0)
            return report.failure("vigie", "no data on the overview within 10 s");
        starts.push_back(ms);
    }
    std::ranges::sort(starts);
    report.atMost("first start to the overview with data, median of 5", starts[2], "ms", 2000);
    report.atMost("the same, worst of 5", starts.back(), "ms", 2000);
#endif
}

} // namespace vigie::bench
