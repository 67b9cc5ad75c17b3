// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/collectors.h"

#include "backend/monitoring/alertmanagerclient.h"
#include "backend/monitoring/hostcollector.h"
#include "backend/monitoring/probes.h"
#include "backend/monitoring/prometheusclient.h"

namespace vigie {

namespace {
Collection collectionOf(Result<std::vector<AlertSignal>> alerts)
{
    Collection found;
    if (alerts)
        found.alerts = *std::move(alerts);
    else
        found.error = std::move(alerts.error());
    return found;
}

class PrometheusCollector final : public Collector {
public:
    PrometheusCollector(const SourceConfig &config, const CollectorParts &parts)
        : m_client(std::make_shared<PrometheusClient>(config, parts.http, parts.clock))
    {
    }

    void collect(Done done) override
    {
        if (m_client->config().alertsBecomeIncidents) {
            m_client->firing([done = std::move(done)](Result<std::vector<AlertSignal>> alerts) {
                done(collectionOf(std::move(alerts)));
            });
            return;
        }
        // Whether it answers queries is all there is to know; every server with this API can do sums.
        m_client->instant("1", std::nullopt, [done = std::move(done)](const Result<QueryResult> &answer) {
            Collection found;
            if (!answer)
                found.error = answer.error();
            done(std::move(found));
        });
    }
    std::shared_ptr<PrometheusClient> prometheus() const override { return m_client; }

private:
    std::shared_ptr<PrometheusClient> m_client;
};

class AlertmanagerCollector final : public Collector {
public:
    AlertmanagerCollector(SourceConfig config, HttpClient &http)
        : m_config(std::move(config))
        , m_http(http)
    {
    }

    void collect(Done done) override
    {
        fetchAlertmanagerAlerts(m_config, m_http, [done = std::move(done)](Result<std::vector<AlertSignal>> alerts) {
            done(collectionOf(std::move(alerts)));
        });
    }

private:
    SourceConfig m_config;
    HttpClient &m_http;
};
} // namespace

CollectorFactory standardCollectors(CollectorParts parts)
{
    return [parts = std::move(parts)](const SourceConfig &config) -> std::unique_ptr<Collector> {
        switch (config.kind) {
        case SourceKind::Host:
            return std::make_unique<HostCollector>(parts.hostRoot, parts.clock, parts.hostFacts);
        case SourceKind::HttpProbe:
            return makeHttpProbe(config, parts);
        case SourceKind::TcpProbe:
            return makeTcpProbe(config, parts);
        case SourceKind::DnsProbe:
            return makeDnsProbe(config, parts);
        case SourceKind::Prometheus:
            return std::make_unique<PrometheusCollector>(config, parts);
        case SourceKind::Alertmanager:
            return std::make_unique<AlertmanagerCollector>(config, parts.http);
        case SourceKind::Webhook:
            break;
        }
        return nullptr;
    };
}

std::vector<MetricInfo> monitoringMetrics()
{
    using enum MetricUnit;
    return {
        {.name = "host_cpu_usage_ratio", .unit = Ratio, .help = "Share of all processors' time spent working."},
        {.name = "host_cpu_iowait_ratio",
         .unit = Ratio,
         .help = "Share of all processors' time spent idle while waiting for disks."},
        {.name = "host_cpu_count", .unit = Count, .help = "Processors in use."},
        {.name = "host_load1", .unit = None, .help = "Load average over one minute."},
        {.name = "host_load5", .unit = None, .help = "Load average over five minutes."},
        {.name = "host_load15", .unit = None, .help = "Load average over fifteen minutes."},
        {.name = "host_memory_total_bytes", .unit = Bytes, .help = "Memory of the machine."},
        {.name = "host_memory_available_bytes",
         .unit = Bytes,
         .help = "Memory that programs can still get without swapping."},
        {.name = "host_memory_used_ratio", .unit = Ratio, .help = "Share of memory that is not available."},
        {.name = "host_swap_total_bytes", .unit = Bytes, .help = "Swap space of the machine."},
        {.name = "host_swap_used_ratio", .unit = Ratio, .help = "Share of the swap space in use."},
        {.name = "host_filesystem_size_bytes", .unit = Bytes, .help = "Size of a filesystem."},
        {.name = "host_filesystem_free_bytes", .unit = Bytes, .help = "Room on a filesystem for everybody but root."},
        {.name = "host_filesystem_used_ratio", .unit = Ratio, .help = "Share of a filesystem in use, as df counts."},
        {.name = "host_filesystem_inodes_used_ratio", .unit = Ratio, .help = "Share of a filesystem's inodes in use."},
        {.name = "host_disk_read_bytes_per_second", .unit = BytesPerSecond, .help = "Bytes read from a disk."},
        {.name = "host_disk_write_bytes_per_second", .unit = BytesPerSecond, .help = "Bytes written to a disk."},
        {.name = "host_disk_busy_ratio",
         .unit = Ratio,
         .help = "Share of the time in which a disk had something to do."},
        {.name = "host_network_receive_bytes_per_second",
         .unit = BytesPerSecond,
         .help = "Bytes received by a network interface."},
        {.name = "host_network_transmit_bytes_per_second",
         .unit = BytesPerSecond,
         .help = "Bytes sent by a network interface."},
        {.name = "host_network_errors_per_second",
         .unit = PerSecond,
         .help = "Errors of a network interface, received and sent."},
        {.name = "host_pressure_cpu_some_ratio",
         .unit = Ratio,
         .help = "Share of the time in which a task waited for a processor."},
        {.name = "host_pressure_memory_some_ratio",
         .unit = Ratio,
         .help = "Share of the time in which a task waited for memory."},
        {.name = "host_pressure_memory_full_ratio",
         .unit = Ratio,
         .help = "Share of the time in which all tasks waited for memory."},
        {.name = "host_pressure_io_some_ratio",
         .unit = Ratio,
         .help = "Share of the time in which a task waited for disks."},
        {.name = "host_pressure_io_full_ratio",
         .unit = Ratio,
         .help = "Share of the time in which all tasks waited for disks."},
        {.name = "host_processes", .unit = Count, .help = "Processes."},
        {.name = "host_systemd_failed_units", .unit = Count, .help = "Units of systemd that failed."},
        {.name = "host_uptime_seconds", .unit = Seconds, .help = "Time since the machine started."},
        {.name = "probe_success", .unit = State, .help = "1 when the probe found its target well, 0 when not."},
        {.name = "probe_duration_seconds", .unit = Seconds, .help = "How long the probe took."},
        {.name = "probe_http_status_code", .unit = None, .help = "Status of the last HTTP answer."},
        {.name = "probe_http_phase_seconds", .unit = Seconds, .help = "How long one phase of the HTTP exchange took."},
        {.name = "probe_tls_certificate_expiry_seconds",
         .unit = Seconds,
         .help = "Time left until the certificate expires."},
        {.name = "probe_dns_answers", .unit = Count, .help = "Records in the name server's answer."},
    };
}

} // namespace vigie
