// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/processfacts.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace vigie {

namespace {
double secondsOf(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::uint64_t entriesOf(const char *folder)
{
    std::uint64_t out = 0;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        ++out;
    return out;
}
} // namespace

ProcessFacts readProcessFacts()
{
    ProcessFacts out;
    std::ifstream statm("/proc/self/statm");
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    if (statm >> size >> resident)
        out.residentBytes = resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    rusage usage {};
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        out.cpuSeconds = secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
    out.openFiles = entriesOf("/proc/self/fd");
    out.threads = entriesOf("/proc/self/task");
    return out;
}

} // namespace vigie
