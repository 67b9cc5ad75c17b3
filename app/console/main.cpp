// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "app/console/options.h"
#include "app/console/quitsignals.h"

#include <QApplication>

#include <csignal>
#include <cstdio>

namespace {

/// Qt reads the factor before the application exists, so this comes first. What the user exported wins.
void applyWindowScale()
{
    vigie::ProfileStore profiles;
    const vigie::Preferences preferences(profiles);
    if (preferences.windowScalePercent() != 100 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(preferences.windowScalePercent() / 100.0));
}

/// Help and mistakes need no display, but somebody who holds the translators.
int sayAndEnd(int argc, char **argv, const QStringList &arguments, const QString &wanted)
{
    const QCoreApplication app(argc, argv);
    vigie::ProfileStore profiles;
    vigie::Language language;
    language.use(vigie::Language::available().contains(wanted) ? wanted : profiles.settings().language);
    const vigie::ParsedOptions parsed = vigie::parseOptions(arguments);
    if (parsed.error.isEmpty()) {
        std::fputs(qPrintable(parsed.output), stdout);
        return 0;
    }
    std::fprintf(stderr, "vigie: %s\nvigie --help\n", qPrintable(parsed.error));
    return 2;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("vigie"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VIGIE_VERSION));
    const QStringList arguments = argumentsOf(argc, argv);
    const vigie::ParsedOptions parsed = vigie::parseOptions(arguments);
    if (!parsed.error.isEmpty() || !parsed.output.isEmpty())
        return sayAndEnd(argc, argv, arguments, parsed.options.language);
    std::signal(SIGPIPE, SIG_IGN);
    applyWindowScale();
    QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("vigie"));
    vigie::Console console(app, parsed.options);
    if (const QString problem = console.start(); !problem.isEmpty()) {
        std::fprintf(stderr, "vigie: %s\n", qPrintable(problem));
        return 2;
    }
    const vigie::QuitSignals quitSignals;
    return QApplication::exec();
}
