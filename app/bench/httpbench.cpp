// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/daemonunderload.h"
#include "app/bench/suites.h"
#include "backend/domain/json.h"
#include "backend/remote/remoteclient.h"

#include <algorithm>
#include <optional>
#include <sstream>

namespace vigie::bench {

namespace {

struct LoadResult {
    double requestsPerSecond {0};
    double p95Millis {0};
    double failures {0}; ///< answers that were no 2xx, and socket errors
};

/// Loads one URL with wrk over keep-alive connections.
Result<LoadResult> load(const std::string &url, int connections, int seconds, const std::string &bearer = {})
{
    const std::string folder = makeFolder();
    writeFile(folder + "/report.lua",
              "done = function(summary, latency, requests)\n"
              "  local e = summary.errors\n"
              "  io.write(string.format('RESULT %f %f %d\\n', summary.requests / summary.duration * 1e6,\n"
              "    latency:percentile(95) / 1000, e.connect + e.read + e.write + e.status + e.timeout))\n"
              "end\n");
    std::vector<std::string> arguments {
        "wrk", "-t1", "-c" + std::to_string(connections), "-d" + std::to_string(seconds), "-s", folder + "/report.lua"};
    if (!bearer.empty())
        arguments.insert(arguments.end(), {"-H", "Authorization: Bearer " + bearer});
    arguments.push_back(url);
    const auto output = runProgram(arguments);
    removeFolder(folder);
    if (!output)
        return tl::unexpected(output.error());
    const std::size_t at = output->find("RESULT ");
    if (at == std::string::npos)
        return fail(Error::Code::Protocol, "wrk said: " + *output);
    std::istringstream words(output->substr(at + 7));
    LoadResult result;
    words >> result.requestsPerSecond >> result.p95Millis >> result.failures;
    return result;
}

/// nginx with one worker, as vigied has one I/O thread, serving the given files.
class StaticNginx {
public:
    StaticNginx()
        : m_folder(makeFolder())
        , m_port(freePort())
    {
    }
    ~StaticNginx()
    {
        m_child.reset();
        removeFolder(m_folder);
    }
    StaticNginx(const StaticNginx &) = delete;
    StaticNginx &operator=(const StaticNginx &) = delete;
    void add(const std::string &name, const std::string &content) { writeFile(m_folder + "/" + name, content); }
    std::string url(const std::string &name) const { return "http://127.0.0.1:" + std::to_string(m_port) + "/" + name; }
    Result<> start()
    {
        const std::string temp = m_folder + "/t";
        writeFile(m_folder + "/nginx.conf",
                  "daemon off; worker_processes 1; user root; pid " + m_folder + "/pid; error_log " + m_folder
                      + "/err;\nevents { worker_connections 1024; }\nhttp { access_log off; sendfile on; "
                        "tcp_nopush on; open_file_cache max=100; keepalive_requests 100000000; "
                        "default_type application/json; client_body_temp_path "
                      + temp + "1; proxy_temp_path " + temp + "2; fastcgi_temp_path " + temp + "3; uwsgi_temp_path "
                      + temp + "4; scgi_temp_path " + temp + "5; server { listen 127.0.0.1:" + std::to_string(m_port)
                      + "; root " + m_folder + "; } }\n");
        auto child = ChildProcess::start({"nginx", "-c", m_folder + "/nginx.conf"}, m_folder + "/log");
        if (!child)
            return tl::unexpected(child.error());
        m_child.emplace(std::move(*child));
        if (!waitUntilReady(url("nginx.conf"), 5))
            return fail(Error::Code::Unavailable, "nginx did not start: " + readFile(m_folder + "/log"));
        return {};
    }

private:
    std::string m_folder;
    std::uint16_t m_port;
    std::optional<ChildProcess> m_child;
};

/// Ours and the peer in turn, three times each; the medians.
struct Pair {
    LoadResult ours;
    LoadResult peer;
};
LoadResult medianOf(std::vector<LoadResult> runs)
{
    std::ranges::sort(
        runs, [](const LoadResult &a, const LoadResult &b) { return a.requestsPerSecond < b.requestsPerSecond; });
    LoadResult median = runs[runs.size() / 2];
    for (const LoadResult &run : runs) {
        median.p95Millis = std::max(median.p95Millis, run.p95Millis);
        median.failures += run.failures;
    }
    return median;
}

Result<Pair> inTurn(const std::string &ours, const std::string &bearer, const std::string &peer, int connections,
                    int seconds)
{
    std::vector<LoadResult> a;
    std::vector<LoadResult> b;
    for (int i = 0; i < 3; ++i) {
        const auto first = load(ours, connections, seconds, bearer);
        const auto second = load(peer, connections, seconds);
        if (!first || !second)
            return tl::unexpected(first ? second.error() : first.error());
        a.push_back(*first);
        b.push_back(*second);
    }
    return Pair {.ours = medianOf(a), .peer = medianOf(b)};
}

std::string bodyOf(const std::string &base, const std::string &bearer, const std::string &path)
{
    const auto body = runProgram({"curl", "-s", "-H", "Authorization: Bearer " + bearer, base + path});
    return body ? *body : std::string();
}

} // namespace

void benchHttp(const BenchOptions &options, Report &report)
{
    report.title("HTTP, keep-alive, 64 connections, beside nginx with one worker and files of the same size");
    const std::string list = "/api/v1/incidents?status=open&severity=critical,high&sort=-startedAt&limit=50";
    auto daemon = DaemonUnderLoad::start(options.programs, 10'000, "host: {enabled: false}\n");
    if (!daemon)
        return report.failure("vigied", daemon.error().detail);
    const std::string health = bodyOf((*daemon)->url(), {}, "/health");
    const std::string page = bodyOf((*daemon)->url(), (*daemon)->accessToken(), list);
    if (health.empty() || page.find("\"items\"") == std::string::npos)
        return report.failure("vigied", "no answer to measure: " + page);
    StaticNginx nginx;
    nginx.add("health.json", health);
    nginx.add("page.json", page);
    if (auto ok = nginx.start(); !ok)
        return report.failure("nginx", ok.error().detail);
    report.note("page of 50 out of 10,000: " + std::to_string(page.size()) + " bytes");
    const auto healths = inTurn((*daemon)->url() + "/health", {}, nginx.url("health.json"), 64, options.seconds);
    if (!healths)
        return report.failure("GET /health", healths.error().detail);
    report.ratio("GET /health", healths->ours.requestsPerSecond, healths->peer.requestsPerSecond, "req/s", 0.6);
    const auto pages
        = inTurn((*daemon)->url() + list, (*daemon)->accessToken(), nginx.url("page.json"), 64, options.seconds);
    if (!pages)
        return report.failure("GET /api/v1/incidents", pages.error().detail);
    report.ratio("GET /api/v1/incidents, 50 of 10,000, filtered, sorted", pages->ours.requestsPerSecond,
                 pages->peer.requestsPerSecond, "req/s", 0.33);
    report.atMost("the same, P95", pages->ours.p95Millis, "ms", 20);
    report.atMost("answers that were not 200", healths->ours.failures + pages->ours.failures, "", 0);
}

void benchAlertmanager(const BenchOptions &options, Report &report)
{
    report.title("1,000 incidents a page beside Alertmanager's list of 1,000 alerts, 8 connections");
    const std::string folder = makeFolder();
    const std::string port = std::to_string(freePort());
    writeFile(folder + "/am.yml", "route: {receiver: none}\nreceivers: [{name: none}]\n");
    auto alertmanager = ChildProcess::start({"prometheus-alertmanager", "--config.file=" + folder + "/am.yml",
                                             "--storage.path=" + folder + "/data",
                                             "--web.listen-address=127.0.0.1:" + port, "--cluster.listen-address="},
                                            folder + "/log");
    const std::string url = "http://127.0.0.1:" + port;
    if (!alertmanager || !waitUntilReady(url + "/-/ready", 10))
        return report.failure("Alertmanager", readFile(folder + "/log"));
    Json::Array alerts;
    for (int i = 0; i < 1000; ++i)
        alerts.emplace_back(
            Json::Object {{"labels",
                           Json(Json::Object {{"alertname", "Latency"},
                                              {"severity", "warning"},
                                              {"service", "search"},
                                              {"instance", "10.0.0.1:" + std::to_string(i)}})},
                          {"annotations", Json(Json::Object {{"summary", "p99 latency above 400 ms"}})}});
    RemoteClient client({.url = url, .token = {}, .caFile = {}, .timeout = std::chrono::seconds(10)});
    const auto posted = client.send("POST", "/api/v2/alerts", Json(alerts));
    auto daemon = DaemonUnderLoad::start(options.programs, 1'000, "host: {enabled: false}\n");
    if (!daemon)
        return report.failure("vigied", daemon.error().detail);
    const auto both = inTurn((*daemon)->url() + "/api/v1/incidents?limit=1000", (*daemon)->accessToken(),
                             url + "/api/v2/alerts", 8, options.seconds);
    if (!both || !posted)
        return report.failure("load", both ? posted.error().detail : both.error().detail);
    report.ratio("GET 1,000 incidents", both->ours.requestsPerSecond, both->peer.requestsPerSecond, "req/s", 20);
    report.atMost("answers that were not 200", both->ours.failures, "", 0);
    removeFolder(folder);
}

} // namespace vigie::bench
