// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/daemon.h"
#include "backend/domain/logging.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

const char *environment(const char *name)
{
    return std::getenv(name);
}

void printProblems(const vigie::LoadedConfig &loaded)
{
    for (const vigie::ConfigProblem &problem : loaded.problems)
        std::fprintf(stderr, "%s\n", problem.toString().c_str());
}

void logProblems(const vigie::LoadedConfig &loaded)
{
    for (const vigie::ConfigProblem &problem : loaded.problems)
        vigie::log::error("daemon", "the new configuration is refused, the old one stays",
                          {{"problem", problem.toString()}});
}

sigset_t handledSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    return set;
}

/// In the log, whose last line a console shows, and to whoever reads no log.
void sayWhyItEnds(const std::string &reason, bool another)
{
    using Level = vigie::log::Level;
    vigie::log::write(another ? Level::Info : Level::Error, "daemon",
                      another ? "another daemon serves already" : "the daemon cannot start", {{"error", reason}});
    if (isatty(STDERR_FILENO) != 0)
        std::fprintf(stderr, "vigied: %s\n", reason.c_str());
}

/// Waits for signals on the main thread, where every call is allowed, unlike in a handler.
int serve(const vigie::DaemonOptions &options, vigie::DaemonConfig config, const std::string &configFile)
{
    auto daemon = vigie::Daemon::start(options, std::move(config));
    if (!daemon) {
        const bool another = daemon.error().code == vigie::Error::Code::Conflict && !options.privateFile.empty();
        sayWhyItEnds(daemon.error().detail, another);
        return another ? 0 : 1;
    }
    const sigset_t signals = handledSignals();
    const timespec second {.tv_sec = 1, .tv_nsec = 0};
    while (!(*daemon)->isAbandoned()) {
        const int number = sigtimedwait(&signals, nullptr, &second);
        if (number == SIGTERM || number == SIGINT)
            break;
        if (number != SIGHUP)
            continue;
        vigie::LoadedConfig loaded = vigie::loadConfig(configFile, &environment);
        if (loaded.problems.empty())
            (*daemon)->reload(std::move(loaded.config));
        else
            logProblems(loaded);
    }
    vigie::log::info("daemon", "stopping");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    // Before any thread exists, so that all of them inherit the mask.
    const sigset_t signals = handledSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const auto options = vigie::readDaemonOptions({argv + 1, static_cast<std::size_t>(argc - 1)});
    if (!options) {
        std::fprintf(stderr, "vigied: %s\n", options.error().detail.c_str());
        return 2;
    }
    using Mode = vigie::DaemonOptions::Mode;
    if (options->mode == Mode::Help || options->mode == Mode::Version) {
        std::printf("%s", options->mode == Mode::Help ? vigie::daemonUsage : "vigied " VIGIE_VERSION "\n");
        return 0;
    }
    const std::string file = vigie::findConfigFile(options->configFile, &environment);
    vigie::LoadedConfig loaded = vigie::loadConfig(file, &environment);
    if (!loaded.problems.empty()) {
        printProblems(loaded);
        return 1;
    }
    const auto unknownOnes = vigie::unknownVariables(environ);
    if (options->mode == Mode::CheckConfig) {
        for (const vigie::ConfigProblem &unknown : unknownOnes)
            std::fprintf(stderr, "warning: %s\n", unknown.toString().c_str());
        std::printf("%s: no problem found\n", file.empty() ? "defaults and environment" : file.c_str());
        return 0;
    }
    if (options->mode == Mode::PrintConfig) {
        std::printf("%s", vigie::printConfig(loaded.config).c_str());
        return 0;
    }
    if (auto started = vigie::log::start(loaded.config.log.level, loaded.config.log.file); !started) {
        std::fprintf(stderr, "vigied: log.file: %s\n", started.error().detail.c_str());
        return 1;
    }
    for (const vigie::ConfigProblem &unknown : unknownOnes)
        vigie::log::warning("daemon", "a variable of the environment sets nothing", {{"variable", unknown.toString()}});
    return serve(*options, std::move(loaded.config), file);
}
