// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include "widgets/theme.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace vigie {

namespace {

struct Options {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

void declareOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const QString &help, const QString &value) {
        parser.addOption(QCommandLineOption(QLatin1String(name), help, value));
    };
    parser.setApplicationDescription(Options::tr("The operations console. With no option it watches this machine."));
    parser.addHelpOption();
    parser.addVersionOption();
    add("profile", Options::tr("Open this server profile (name or id)."), QStringLiteral("NAME"));
    add("url", Options::tr("Connect to this server; the token comes from the environment variable VIGIE_TOKEN."),
        QStringLiteral("URL"));
    add("page", Options::tr("Show this page first: overview, incidents, metrics, sources, settings."),
        QStringLiteral("NAME"));
    add("theme", Options::tr("dark, light, hc-dark, hc-light, night or system, for this run."),
        QStringLiteral("THEME"));
    add("lang", Options::tr("en, de or fr, for this run."), QStringLiteral("LANGUAGE"));
    add("size", Options::tr("Size of the window, for example 1280x720."), QStringLiteral("WxH"));
    add("screenshot", Options::tr("Wait until data is on screen, save a picture and end."), QStringLiteral("FILE"));
    add("stats", Options::tr("Append a line of JSON with figures of this console each second."),
        QStringLiteral("FILE"));
    add("daemon-config", Options::tr("Configuration for the server of this machine."), QStringLiteral("FILE"));
}

std::optional<QSize> sizeOf(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    const bool sane = parts.size() == 2 && size.width() >= 320 && size.height() >= 240 && size.width() <= 16384
        && size.height() <= 16384;
    return sane ? std::optional(size) : std::nullopt;
}

QString readValues(const QCommandLineParser &parser, ConsoleOptions &options)
{
    options.profile = parser.value(QStringLiteral("profile"));
    options.page = parser.value(QStringLiteral("page"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.stats = parser.value(QStringLiteral("stats"));
    options.daemonConfig = parser.value(QStringLiteral("daemon-config"));
    options.theme = parser.value(QStringLiteral("theme"));
    if (!options.theme.isEmpty() && options.theme != QLatin1String("system")
        && themeName(themeFromName(options.theme)) != options.theme)
        return Options::tr("Unknown theme “%1”. There are dark, light, hc-dark, hc-light, night and system.")
            .arg(options.theme);
    options.language = parser.value(QStringLiteral("lang"));
    if (!options.language.isEmpty()
        && !QStringList {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("fr")}.contains(options.language))
        return Options::tr("Unknown language “%1”. There are en, de and fr.").arg(options.language);
    if (const QString size = parser.value(QStringLiteral("size")); !size.isEmpty()) {
        options.size = sizeOf(size);
        if (!options.size)
            return Options::tr("“%1” is no size. It looks like 1280x720.").arg(size);
    }
    if (const QString url = parser.value(QStringLiteral("url")); !url.isEmpty()) {
        options.url = QUrl(url, QUrl::StrictMode);
        const QString scheme = options.url.scheme();
        if ((scheme != QLatin1String("http") && scheme != QLatin1String("https")) || options.url.host().isEmpty())
            return Options::tr("“%1” is no address of a server. It looks like https://vigie.example.org.").arg(url);
        if (!options.url.userInfo().isEmpty())
            return Options::tr("The address must not contain a user or password; the token comes from VIGIE_TOKEN.");
    }
    return {};
}

} // namespace

ParsedOptions parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    ParsedOptions parsed;
    const bool readable = parser.parse(arguments);
    parsed.options.language = parser.value(QStringLiteral("lang"));
    if (!readable) {
        parsed.error = parser.errorText();
        return parsed;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        parsed.output = parser.helpText();
        return parsed;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        parsed.output = QStringLiteral("vigie " VIGIE_VERSION "\n");
        return parsed;
    }
    if (!parser.positionalArguments().isEmpty()) {
        parsed.error = Options::tr("Unexpected argument “%1”.").arg(parser.positionalArguments().constFirst());
        return parsed;
    }
    parsed.error = readValues(parser, parsed.options);
    parsed.options.token = qgetenv("VIGIE_TOKEN").toStdString();
    qunsetenv("VIGIE_TOKEN");
    return parsed;
}

} // namespace vigie
