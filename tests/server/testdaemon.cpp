// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/testdaemon.h"

#include "backend/domain/wire.h"

namespace vigie::test {

namespace {
/// A probe that always works, or a Prometheus.
class StillCollector final : public Collector {
public:
    StillCollector(const SourceConfig &config, HttpClient &http, const Clock &clock)
    {
        if (config.kind == SourceKind::Prometheus)
            m_prometheus = std::make_shared<PrometheusClient>(config, http, clock);
    }
    void collect(Done done) override { done({}); }
    std::shared_ptr<PrometheusClient> prometheus() const override { return m_prometheus; }

private:
    std::shared_ptr<PrometheusClient> m_prometheus;
};

SourceConfig source(const std::string &id, SourceKind kind, const std::string &target)
{
    SourceConfig out;
    out.id = {id};
    out.name = id;
    out.kind = kind;
    out.target = target;
    return out;
}
} // namespace

void CannedPrometheus::send(HttpRequest request, Done done)
{
    HttpResponse out;
    out.status = 200;
    const auto has
        = [&request](const char *text) { return (request.url + request.body).find(text) != std::string::npos; };
    if (has("broken")) {
        out.status = 400;
        out.body = R"({"status":"error","errorType":"bad_data","error":"parse error"})";
    } else if (has("query_range")) {
        out.body
            = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"a"},)"
              R"("values":[[1700000000,"1"],[1700000060,"NaN"]]}]}})";
    } else if (has("/query")) {
        out.body
            = R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up","job":"a"},)"
              R"("value":[1700000000,"1"]}]}})";
    } else {
        out.body = R"({"status":"success","data":{"alerts":[],"groups":[],"activeTargets":[]}})";
    }
    done(std::move(out));
}

TestDaemon::TestDaemon()
    : hub(io, clock, "test-epoch")
{
    openStores();
    watch();
    services = std::make_unique<Services>(Services {clock, "1.2.3", clock.now(), tokens, hub, *incidents, *history,
                                                    *sources, host, store->events(), metrics, background,
                                                    store->backend(), [this] { return store->health(); }});
    addAllRoutes(router, *services);
    server = *Server::start({}, {io, router, tokens, hub, metrics, random});
}

void TestDaemon::openStores()
{
    StoreOptions options;
    options.url = "sqlite://" + folder.filePath(QStringLiteral("test.db")).toStdString();
    options.home = &monitor;
    store = *Store::open(options, clock);
    history = *MetricHistory::open({{}, {}, {}, {}}, clock);
    history->describe({"host_load1", MetricUnit::None, "Load of one minute."});
    for (int i = 60; i > 0; --i)
        history->append({{"host"}, clock.now() - std::chrono::seconds(i), {{{"host_load1", {}}, i * 0.1}}});
    incidents = std::make_unique<IncidentService>(store->incidents(), io, hub, clock, random);
    std::promise<void> loaded;
    onThread(io, [&] { incidents->load([&loaded](const Result<> &) { loaded.set_value(); }); });
    loaded.get_future().wait();
    hub.start(&store->events(), onThread(io, [this] { return incidents->book().seq(); }));
}

void TestDaemon::watch()
{
    MonitoringOutputs outputs;
    outputs.alerts = [this](AlertBatch batch, MonitoringOutputs::Stored stored) {
        incidents->ingest(std::move(batch), std::move(stored));
    };
    outputs.statusChanged = [this](const SourceStatus &status) {
        store->statuses().record(status, {"source.changed", Topic::Sources, 0, clock.now(), wire::text(status)},
                                 [this](const Result<std::shared_ptr<const Event>> &event) {
                                     if (event)
                                         hub.publish(*event);
                                 });
    };
    sources = std::make_unique<SourceRegistry>(
        SourceRegistry::Parts {
            monitor, clock, random,
            [this](const SourceConfig &config) { return std::make_unique<StillCollector>(config, http, clock); },
            &store->sources()},
        std::move(outputs));
    SourceConfig hook = source("hook", SourceKind::Webhook, {});
    hook.webhookToken = webhookToken;
    sources->replaceConfigured({source("prom", SourceKind::Prometheus, "http://127.0.0.1:9"), hook,
                                source("probe", SourceKind::TcpProbe, "127.0.0.1:9")});
    onThread(monitor, [] {});
    host.set({{{1, "init", 0.1, 4096}}, {"broken.service"}, true, "Debian", "6.1", "box"});
}

TestDaemon::~TestDaemon()
{
    server->stop();
    background.stop();
    sources.reset();
    monitor.stop();
    store.reset();
    io.stop();
}

std::string TestDaemon::login()
{
    return onThread(io, [this] { return tokens.login(privateToken, "127.0.0.1")->accessToken; });
}

} // namespace vigie::test
