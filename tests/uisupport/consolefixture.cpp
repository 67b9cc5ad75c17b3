// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/consolefixture.h"

#include "ui/pages.h"

#include <QApplication>

using namespace std::chrono_literals;

namespace vigie::test {

SessionOptions ConsoleFixture::fastOptions()
{
    SessionOptions options;
    options.minBackoff = 20ms;
    options.maxBackoff = 100ms;
    options.stream.minBackoff = 20ms;
    options.stream.maxBackoff = 100ms;
    return options;
}

ConsoleFixture::ConsoleFixture()
    : profiles(folder.filePath(QStringLiteral("console.ini")))
    , preferences(profiles)
    , worker(QStringLiteral("test-worker"))
    , session(worker, clock, fastOptions())
    , connector(session, secrets, worker,
                PrivateDaemonOptions {.program = folder.filePath(QStringLiteral("no-vigied"))})
    , actions(preferences)
    , context {theme, clock, worker, session, connector, profiles, secrets, preferences, actions, notices, navigator}
{
    theme.apply(*qApp);
    daemon.intercept = [](const FakeDaemon::Seen &seen) -> std::optional<FakeDaemon::Reply> {
        if (seen.path.startsWith("/api/v1/metrics/history"))
            return FakeDaemon::Reply {.body = R"({"from":0,"to":0,"step":1000000,"series":[]})"};
        if (seen.path.startsWith("/api/v1/metrics"))
            return FakeDaemon::Reply {
                .body = R"({"metrics":[{"name":"host_load1","unit":"none","help":"Load","series":["host_load1"]}]})"};
        return std::nullopt;
    };
    language.use(QStringLiteral("en"));
}

ConsoleFixture::~ConsoleFixture() = default;

void ConsoleFixture::connectNow()
{
    Profile profile;
    profile.name = QStringLiteral("prod-eu");
    profile.url = daemon.endpoint().url;
    const Result<Profile> saved = profiles.saveProfile(profile);
    if (!saved)
        qFatal("the profile was refused: %s", saved.error().detail.c_str());
    (void)secrets.write(saved->secretKey(), daemon.token);
    connector.open(*saved);
}

MainWindow &ConsoleFixture::openWindow(const QSize &size)
{
    window = std::make_unique<MainWindow>(context, makePages(context));
    window->resize(size);
    window->show();
    return *window;
}

Incident ConsoleFixture::makeIncident(const std::string &id, Severity severity, const std::string &title)
{
    Incident incident = FakeDaemon::incident(id, title);
    incident.severity = severity;
    incident.status = IncidentStatus::Open;
    incident.owner.clear();
    incident.service = "checkout-api";
    incident.startedAt = clock.now() - 5min;
    return incident;
}

} // namespace vigie::test
