// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/suites.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace vigie::bench;

struct Suite {
    const char *name;
    void (*run)(const BenchOptions &, Report &);
    const char *what;
};

constexpr std::array<Suite, 6> suites {{
    {.name = "http", .run = &benchHttp, .what = "health and incident list beside nginx"},
    {.name = "alertmanager", .run = &benchAlertmanager, .what = "1,000 incidents a page beside Alertmanager"},
    {.name = "events", .run = &benchEvents, .what = "events to 200 WebSocket clients"},
    {.name = "rest", .run = &benchRest, .what = "vigied and vigie at rest"},
    {.name = "start", .run = &benchStart, .what = "vigie from nothing to its overview"},
    {.name = "paint", .run = &benchPaint, .what = "repaint of the time-series view"},
}};

int usage(std::FILE *out)
{
    std::fprintf(out, "Usage: vigie-bench [--seconds N] [SUITE ...]   (all suites when none is named)\n");
    for (const Suite &suite : suites)
        std::fprintf(out, "  %-14s %s\n", suite.name, suite.what);
    return out == stdout ? 0 : 2;
}

} // namespace

int main(int argc, char **argv)
{
    BenchOptions options;
    options.programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    std::vector<std::string> wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--help")
            return usage(stdout);
        if (word == "--seconds" && i + 1 < argc)
            options.seconds = std::clamp(std::atoi(argv[++i]), 1, 600);
        else if (std::ranges::any_of(suites, [&word](const Suite &s) { return word == s.name; }))
            wanted.push_back(word);
        else
            return std::fprintf(stderr, "vigie-bench: unknown suite or option %s\n", word.c_str()), usage(stderr);
    }
    Report report;
    for (const Suite &suite : suites) {
        if (wanted.empty() || std::ranges::find(wanted, suite.name) != wanted.end())
            suite.run(options, report);
    }
    std::printf("\n%d figures missed\n", report.missed());
    return report.missed() == 0 ? 0 : 1;
}
