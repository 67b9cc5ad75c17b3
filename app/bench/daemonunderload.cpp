// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/daemonunderload.h"

#include "backend/domain/wire.h"
#include "backend/remote/remoteclient.h"
#include "backend/store/store.h"

#include <array>
#include <chrono>
#include <future>
#include <thread>

namespace vigie::bench {

namespace {

Incident seededIncident(int number, const Clock &clock)
{
    static constexpr std::array<const char *, 5> services {"checkout", "search", "orders-db", "edge", "payments"};
    Incident incident;
    incident.id
        = {"00000000-0000-7000-8000-" + std::string(12 - std::to_string(number).size(), '0') + std::to_string(number)};
    incident.title = "p99 latency above " + std::to_string(100 + number % 900) + " ms";
    incident.description = "Requests are slower than they may be for five minutes.";
    incident.severity = static_cast<Severity>(number % 4);
    incident.status = number % 5 == 0 ? IncidentStatus::Acknowledged : IncidentStatus::Open;
    incident.service = services[static_cast<std::size_t>(number) % services.size()];
    incident.owner = number % 3 == 0 ? "m.keller" : "";
    incident.source = "api";
    incident.category = "latency";
    incident.labels = {{"alertname", "Latency"}, {"instance", "10.0.0." + std::to_string(number % 250) + ":9100"}};
    incident.startedAt = clock.now() - std::chrono::seconds(number);
    incident.updatedAt = incident.startedAt;
    return incident;
}

Result<> seed(const std::string &folder, int incidents)
{
    const SystemClock clock;
    StoreOptions options;
    options.url = "sqlite://" + folder + "/vigie.db";
    auto store = Store::open(options, clock);
    if (!store)
        return tl::unexpected(store.error());
    for (int first = 0; first < incidents; first += 500) {
        std::promise<Result<>> done;
        (*store)->incidents().write(
            [first, incidents, &clock](IncidentTransaction &transaction) -> Result<> {
                for (int i = first; i < std::min(first + 500, incidents); ++i) {
                    if (auto ok = transaction.put(seededIncident(i, clock)); !ok)
                        return ok;
                }
                return {};
            },
            [&done](const auto &written) {
                done.set_value(written ? Result<>() : Result<>(tl::unexpected(written.error())));
            });
        if (auto ok = done.get_future().get(); !ok)
            return ok;
    }
    return {};
}

} // namespace

DaemonUnderLoad::~DaemonUnderLoad()
{
    m_child.reset();
    removeFolder(m_folder);
}

Result<std::unique_ptr<DaemonUnderLoad>> DaemonUnderLoad::start(const std::string &programs, int incidents,
                                                                const std::string &yaml)
{
    std::unique_ptr<DaemonUnderLoad> daemon(new DaemonUnderLoad());
    daemon->m_folder = makeFolder();
    if (auto ok = seed(daemon->m_folder, incidents); !ok)
        return tl::unexpected(ok.error());
    const std::uint16_t port = freePort();
    daemon->m_url = "http://127.0.0.1:" + std::to_string(port);
    const std::string config = daemon->m_folder + "/vigied.yaml";
    writeFile(config, "server: {port: " + std::to_string(port) + ", max_connections_per_address: 4096}\n" + yaml);
    auto child = ChildProcess::start({programs + "/vigied", "--config", config, "--data-dir", daemon->m_folder},
                                     daemon->m_folder + "/log");
    if (!child)
        return tl::unexpected(child.error());
    daemon->m_child = std::make_unique<ChildProcess>(std::move(*child));
    if (!waitUntilReady(daemon->m_url + "/health", 10))
        return fail(Error::Code::Unavailable, "vigied did not start: " + readFile(daemon->m_folder + "/log"));
    std::string token = readFile(daemon->m_folder + "/token");
    while (token.ends_with('\n'))
        token.pop_back();
    RemoteClient client({.url = daemon->m_url, .token = token, .caFile = {}, .timeout = std::chrono::seconds(5)});
    auto access = client.accessToken();
    if (!access)
        return tl::unexpected(access.error());
    daemon->m_accessToken = *access;
    // It listens before its incidents are loaded.
    for (int i = 0; i < 200 && !client.get("/api/v1/incidents", {{"limit", "1"}}); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return daemon;
}

} // namespace vigie::bench
