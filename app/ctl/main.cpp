// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "backend/domain/privatefile.h"

#include <libintl.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace {

struct Command {
    const char *name;
    int (*run)(vigie::RemoteClient &, const vigie::Arguments &);
    const char *help;
};

#define N_(text) text
constexpr std::array<Command, 6> commands {{
    {.name = "status", .run = &vigie::commandStatus, .help = N_("what the daemon is and how many incidents are open")},
    {.name = "incidents",
     .run = &vigie::commandIncidents,
     .help = N_("list incidents  [--status S] [--severity S] [--owner O] [--q TEXT] [--sort S] [--limit N]")},
    {.name = "ack", .run = &vigie::commandAcknowledge, .help = N_("acknowledge incidents  ID [ID ...]")},
    {.name = "resolve", .run = &vigie::commandResolve, .help = N_("resolve incidents  ID [ID ...] [--note TEXT]")},
    {.name = "sources", .run = &vigie::commandSources, .help = N_("list sources and their state")},
    {.name = "metrics",
     .run = &vigie::commandMetrics,
     .help = N_("list metrics, or print one  [SELECTOR] [--last 10m]")},
}};

void printHelp(std::FILE *out)
{
    std::fprintf(out, "%s\n\n", gettext("Usage: vigiectl [OPTIONS] COMMAND"));
    for (const Command &command : commands)
        std::fprintf(out, "  %-10s %s\n", command.name, gettext(command.help));
    std::fprintf(out, "\n%s\n", gettext("Options:"));
    std::fprintf(out, "  --url URL          %s\n",
                 gettext("the daemon; default: the console's private one on this machine"));
    std::fprintf(out, "  --token-file FILE  %s\n", gettext("0600 file with the token; or the variable VIGIE_TOKEN"));
    std::fprintf(out, "  --ca-file FILE     %s\n", gettext("PEM file with the authority to trust"));
    std::fprintf(out, "  --json             %s\n", gettext("the answer of the API as it is"));
    std::fprintf(out, "  --version, --help\n");
}

/// share/locale beside the folder of the program, both in the build tree and installed.
std::string localeFolder()
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    return (program.parent_path().parent_path() / "share" / "locale").string();
}

vigie::Result<vigie::RemoteOptions> connection(const vigie::Arguments &arguments)
{
    vigie::RemoteOptions options;
    options.caFile = arguments.option("ca-file").value_or("");
    if (const auto url = arguments.option("url")) {
        options.url = *url;
    } else {
        const auto local = vigie::findLocalDaemon();
        if (!local)
            return tl::unexpected(local.error());
        options.url = local->url;
        options.token = local->token;
    }
    if (const char *token = std::getenv("VIGIE_TOKEN"))
        options.token = token;
    if (const auto file = arguments.option("token-file")) {
        auto token = vigie::readPrivateFile(*file);
        if (!token)
            return vigie::fail(token.error().code, token.error().detail, "--token-file");
        options.token = *std::move(token);
    }
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    std::setlocale(LC_ALL, "");
    bindtextdomain("vigiectl", localeFolder().c_str());
    bind_textdomain_codeset("vigiectl", "UTF-8");
    textdomain("vigiectl");
    const auto arguments = vigie::parseArguments({argv + 1, static_cast<std::size_t>(argc - 1)},
                                                 {"url", "token-file", "ca-file", "status", "severity", "service",
                                                  "owner", "q", "sort", "limit", "note", "last"},
                                                 {"json", "help", "version"});
    if (!arguments) {
        vigie::reportError(arguments.error());
        return 2;
    }
    if (arguments->flag("version")) {
        std::printf("vigiectl %s\n", VIGIE_VERSION);
        return 0;
    }
    if (arguments->flag("help") || arguments->words.empty()) {
        printHelp(arguments->flag("help") ? stdout : stderr);
        return arguments->flag("help") ? 0 : 2;
    }
    for (const Command &command : commands) {
        if (arguments->words[0] != command.name)
            continue;
        const auto options = connection(*arguments);
        if (!options)
            return vigie::reportError(options.error());
        vigie::RemoteClient client(*options);
        return command.run(client, *arguments);
    }
    std::fprintf(stderr, gettext("vigiectl: unknown command \"%s\"; --help lists them\n"), arguments->words[0].c_str());
    return 2;
}
