// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/report.h"

#include <cstdio>

namespace vigie::bench {

void Report::title(const std::string &suite)
{
    std::printf("\n%s\n", suite.c_str());
    std::fflush(stdout);
}

void Report::note(const std::string &text)
{
    std::printf("  (%s)\n", text.c_str());
}

void Report::verdict(bool reached)
{
    std::printf("  %s\n", reached ? "reached" : "MISSED");
    std::fflush(stdout);
    m_missed += reached ? 0 : 1;
}

void Report::ratio(const std::string &what, double ours, double peer, const std::string &unit, double reach)
{
    const double value = peer > 0 ? ours / peer : 0;
    std::printf("  %-56s %12.1f %-6s peer %12.1f  ratio %6.2f  reach >= %.2f", what.c_str(), ours, unit.c_str(), peer,
                value, reach);
    verdict(value >= reach);
}

void Report::atMost(const std::string &what, double ours, const std::string &unit, double limit)
{
    std::printf("  %-56s %12.2f %-6s reach <= %.2f", what.c_str(), ours, unit.c_str(), limit);
    verdict(ours <= limit);
}

void Report::atLeast(const std::string &what, double ours, const std::string &unit, double limit)
{
    std::printf("  %-56s %12.1f %-6s reach >= %.1f", what.c_str(), ours, unit.c_str(), limit);
    verdict(ours >= limit);
}

void Report::failure(const std::string &what, const std::string &why)
{
    std::printf("  %-56s could not be measured: %s", what.c_str(), why.c_str());
    verdict(false);
}

} // namespace vigie::bench
