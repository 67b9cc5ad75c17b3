// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <string>

namespace vigie {

/// What the command line asks for. Empty: as set, or nothing.
struct ConsoleOptions {
    QString profile;
    QString page;
    QString theme;
    QString language;
    std::optional<QSize> size;
    QString screenshot;
    QString stats;
    QString daemonConfig;
    QUrl url;
    std::string token; ///< of VIGIE_TOKEN
};

struct ParsedOptions {
    ConsoleOptions options;
    QString error; ///< in the language that is installed; empty when all is well
    QString output; ///< text of --help or --version: print it and end
};

/// `arguments` with the program's name first. Reads VIGIE_TOKEN from the environment and removes it there, so that no
/// child process inherits it. options.language is what was asked for, also where something else is wrong.
ParsedOptions parseOptions(const QStringList &arguments);

} // namespace vigie
