// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/childprocess.h"
#include "app/bench/suites.h"
#include "app/bench/websocketreader.h"
#include "backend/server/eventhub.h"
#include "backend/server/server.h"
#include "backend/server/servermetrics.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

namespace vigie::bench {

namespace {

constexpr int readingClients = 200;
constexpr int stuckClients = 5;
constexpr int eventsPerSecond = 1'500;

/// Lets everybody in; what is measured is the way of an event.
class OpenDoor final : public Authenticator {
public:
    Result<Principal> authenticate(std::string_view) override
    {
        return Principal {.name = "bench", .roles = {"admin"}, .session = "s", .expiresAt = {}};
    }
    bool isAlive(const std::string &) override { return true; }
};

/// The daemon's server and hub in a process of their own, publishing at a steady rate. `portOut` gets the port.
[[noreturn]] void serveEvents(int portOut, int seconds)
{
    const SystemClock clock;
    SystemRandom random;
    IoThread io;
    EventHub hub(io, clock, "bench");
    Router router;
    router.addWebSocket("/ws/notifications", "notifications");
    OpenDoor door;
    ServerMetrics metrics;
    const ServerOptions options;
    auto server = Server::start(
        options, {.io = io, .router = router, .authenticator = door, .hub = hub, .metrics = metrics, .random = random});
    if (!server)
        _exit(1);
    hub.start(nullptr, 0);
    const std::uint16_t port = (*server)->port();
    if (write(portOut, &port, sizeof port) != sizeof port)
        _exit(1);
    while (hub.stats().clients < readingClients + stuckClients)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const auto begin = std::chrono::steady_clock::now();
    std::int64_t seq = 0;
    while (true) {
        const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        if (elapsed > seconds)
            break;
        const auto due = static_cast<std::int64_t>(elapsed * eventsPerSecond);
        for (; seq < due; ++seq) {
            const Timestamp now = clock.now();
            // About the size of an incident that changed.
            std::string data
                = R"({"sent":)" + std::to_string(toMicros(now)) + R"(,"text":")" + std::string(300, 'x') + "\"}";
            hub.publish(std::make_shared<const Event>(Event {.type = "incident.updated",
                                                             .topic = Topic::Incidents,
                                                             .seq = seq + 1,
                                                             .at = now,
                                                             .data = std::move(data)}));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    (*server)->stop();
    _exit(0);
}

} // namespace

void benchEvents(const BenchOptions &options, Report &report)
{
    report.title("Events to 200 WebSocket clients, with 5 more that never read; " + std::to_string(eventsPerSecond)
                 + " events/s of 350 bytes");
    int channel[2] = {-1, -1};
    if (pipe(channel) != 0)
        return report.failure("events", "no pipe");
    const pid_t server = fork();
    if (server == 0)
        serveEvents(channel[1], options.seconds);
    std::uint16_t port = 0;
    if (server < 0 || read(channel[0], &port, sizeof port) != sizeof port)
        return report.failure("events", "the server did not start");
    WebSocketReader reader(port);
    std::string why;
    if (!reader.connect(readingClients, stuckClients, why)) {
        kill(server, SIGKILL);
        waitpid(server, nullptr, 0);
        return report.failure("events", why);
    }
    const ReadSummary summary = reader.read(std::chrono::seconds(options.seconds + 1));
    const ProcessUse use = useOf(server);
    waitpid(server, nullptr, 0);
    close(channel[0]);
    close(channel[1]);
    report.atLeast("deliveries", static_cast<double>(summary.events) / options.seconds, "/s", 200'000);
    report.atMost("lag from publish to read, P99", summary.lagP99Millis, "ms", 100);
    report.atMost("events lost or doubled by the reading clients", static_cast<double>(summary.holes), "", 0);
    report.atMost("peak memory of the server", static_cast<double>(use.peakBytes) / 1e6, "MB", 40);
    report.note("server: " + std::to_string(use.cpuSeconds / options.seconds) + " cores");
}

} // namespace vigie::bench
