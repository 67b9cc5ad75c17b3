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

namespace {
MetricInfo metric(const char *name, MetricUnit unit, const char *help)
{
    return {.name = name, .unit = unit, .help = help};
}
} // namespace

std::vector<MetricInfo> monitoringMetrics()
{
    using enum MetricUnit;
    return {
        metric("host_cpu_usage_ratio", Ratio, "Share of all processors' time spent working."),
        metric("host_cpu_iowait_ratio", Ratio, "Share of all processors' time spent idle while waiting for disks."),
        metric("host_cpu_count", Count, "Processors in use."),
        metric("host_load1", None, "Load average over one minute."),
        metric("host_load5", None, "Load average over five minutes."),
        metric("host_load15", None, "Load average over fifteen minutes."),
        metric("host_memory_total_bytes", Bytes, "Memory of the machine."),
        metric("host_memory_available_bytes", Bytes, "Memory that programs can still get without swapping."),
        metric("host_memory_used_ratio", Ratio, "Share of memory that is not available."),
        metric("host_swap_total_bytes", Bytes, "Swap space of the machine."),
        metric("host_swap_used_ratio", Ratio, "Share of the swap space in use."),
        metric("host_filesystem_size_bytes", Bytes, "Size of a filesystem."),
        metric("host_filesystem_free_bytes", Bytes, "Room on a filesystem for everybody but root."),
        metric("host_filesystem_used_ratio", Ratio, "Share of a filesystem in use, as df counts."),
        metric("host_filesystem_inodes_used_ratio", Ratio, "Share of a filesystem's inodes in use."),
        metric("host_disk_read_bytes_per_second", BytesPerSecond, "Bytes read from a disk."),
        metric("host_disk_write_bytes_per_second", BytesPerSecond, "Bytes written to a disk."),
        metric("host_disk_busy_ratio", Ratio, "Share of the time in which a disk had something to do."),
        metric("host_network_receive_bytes_per_second", BytesPerSecond, "Bytes received by a network interface."),
        metric("host_network_transmit_bytes_per_second", BytesPerSecond, "Bytes sent by a network interface."),
        metric("host_network_errors_per_second", PerSecond, "Errors of a network interface, received and sent."),
        metric("host_pressure_cpu_some_ratio", Ratio, "Share of the time in which a task waited for a processor."),
        metric("host_pressure_memory_some_ratio", Ratio, "Share of the time in which a task waited for memory."),
        metric("host_pressure_memory_full_ratio", Ratio, "Share of the time in which all tasks waited for memory."),
        metric("host_pressure_io_some_ratio", Ratio, "Share of the time in which a task waited for disks."),
        metric("host_pressure_io_full_ratio", Ratio, "Share of the time in which all tasks waited for disks."),
        metric("host_processes", Count, "Processes."),
        metric("host_systemd_failed_units", Count, "Units of systemd that failed."),
        metric("host_uptime_seconds", Seconds, "Time since the machine started."),
        metric("probe_success", State, "1 when the probe found its target well, 0 when not."),
        metric("probe_duration_seconds", Seconds, "How long the probe took."),
        metric("probe_http_status_code", None, "Status of the last HTTP answer."),
        metric("probe_http_phase_seconds", Seconds, "How long one phase of the HTTP exchange took."),
        metric("probe_tls_certificate_expiry_seconds", Seconds, "Time left until the certificate expires."),
        metric("probe_dns_answers", Count, "Records in the name server's answer."),
    };
}

} // namespace vigie
