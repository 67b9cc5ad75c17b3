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
    {"http", &benchHttp, "health and incident list beside nginx"},
    {"alertmanager", &benchAlertmanager, "1,000 incidents a page beside Alertmanager"},
    {"events", &benchEvents, "events to 200 WebSocket clients"},
    {"rest", &benchRest, "vigied and vigie at rest"},
    {"start", &benchStart, "vigie from nothing to its overview"},
    {"paint", &benchPaint, "repaint of the time-series view"},
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
        else if (std::any_of(suites.begin(), suites.end(), [&word](const Suite &s) { return word == s.name; }))
            wanted.push_back(word);
        else
            return std::fprintf(stderr, "vigie-bench: unknown suite or option %s\n", word.c_str()), usage(stderr);
    }
    Report report;
    for (const Suite &suite : suites) {
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), suite.name) != wanted.end())
            suite.run(options, report);
    }
    std::printf("\n%d figures missed\n", report.missed());
    return report.missed() == 0 ? 0 : 1;
}
