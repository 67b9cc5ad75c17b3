// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/options.h"

#include "backend/domain/jsonreader.h"

#include <vector>

namespace vigie {

const char *const daemonUsage = "Usage: vigied [OPTIONS]\n"
                                "  --config FILE    configuration; else AUTOMATION_CONFIG_PATH,\n"
                                "                   $XDG_CONFIG_HOME/vigie/vigied.yaml, /etc/vigie/vigied.yaml\n"
                                "  --data-dir DIR   where the database and the metric history live\n"
                                "  --check-config   say what is wrong with the configuration; exit 0 when nothing is\n"
                                "  --print-config   the configuration with all defaults, secrets masked\n"
                                "  --private FILE   serve one user's consoles: any free port on loopback, written\n"
                                "                   with a fresh token into FILE; ends after the last console\n"
                                "  --version, --help\n";

Result<DaemonOptions> readDaemonOptions(std::span<char *const> arguments)
{
    DaemonOptions out;
    const std::vector<std::string> known {"--config",  "--data-dir", "--check-config", "--print-config",
                                          "--private", "--version",  "--help"};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string word = arguments[i];
        std::string *value = word == "--config" ? &out.configFile
            : word == "--data-dir"              ? &out.dataDir
            : word == "--private"               ? &out.privateFile
                                                : nullptr;
        if (value != nullptr) {
            if (i + 1 == arguments.size())
                return fail(Error::Code::Invalid, word + " needs a value");
            *value = arguments[++i];
        } else if (word == "--check-config") {
            out.mode = DaemonOptions::Mode::CheckConfig;
        } else if (word == "--print-config") {
            out.mode = DaemonOptions::Mode::PrintConfig;
        } else if (word == "--version") {
            out.mode = DaemonOptions::Mode::Version;
        } else if (word == "--help" || word == "-h") {
            out.mode = DaemonOptions::Mode::Help;
        } else {
            const auto nearest = nearestWord(word, known);
            return fail(Error::Code::Invalid,
                        "unknown option " + word + (nearest ? "; did you mean " + *nearest + "?" : ""));
        }
    }
    return out;
}

} // namespace vigie
