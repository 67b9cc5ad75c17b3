// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hostcharts.h"

#include <QCoreApplication>


namespace vigie {

namespace {
struct OverviewText {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

std::string metricName(const SeriesKey &key)
{
    return key.name;
}

QString lineWord(const std::string &metric)
{
    if (metric == "host_cpu_usage_ratio")
        return OverviewText::tr("in use", "line of the CPU chart");
    if (metric == "host_cpu_iowait_ratio")
        return OverviewText::tr("waiting for disks");
    if (metric == "host_memory_used_ratio")
        return OverviewText::tr("memory");
    if (metric == "host_swap_used_ratio")
        return OverviewText::tr("swap");
    if (metric == "host_load1")
        return OverviewText::tr("1 min");
    if (metric == "host_load5")
        return OverviewText::tr("5 min");
    if (metric == "host_load15")
        return OverviewText::tr("15 min");
    if (metric == "host_pressure_cpu_some_ratio")
        return OverviewText::tr("CPU");
    if (metric == "host_pressure_memory_some_ratio")
        return OverviewText::tr("memory");
    if (metric == "host_pressure_io_some_ratio")
        return OverviewText::tr("disks");
    if (metric == "host_network_receive_bytes_per_second")
        return OverviewText::tr("in", "network traffic");
    if (metric == "host_network_transmit_bytes_per_second")
        return OverviewText::tr("out", "network traffic");
    return QString::fromStdString(metric);
}

ChartSpec metricsChart(const QString &id, MetricUnit unit, const std::string &selector, std::vector<std::string> order)
{
    ChartSpec spec;
    spec.id = id;
    spec.unit = unit;
    spec.selector = selector;
    spec.order = std::move(order);
    spec.lineOf = metricName;
    spec.nameOf = lineWord;
    return spec;
}
} // namespace

ChartSpec cpuChart()
{
    ChartSpec spec = metricsChart(QStringLiteral("cpu"), MetricUnit::Ratio,
                                  R"({__name__=~"host_cpu_usage_ratio|host_cpu_iowait_ratio"})",
                                  {"host_cpu_usage_ratio", "host_cpu_iowait_ratio"});
    spec.high = 1.0;
    return spec;
}

ChartSpec memoryChart()
{
    ChartSpec spec = metricsChart(QStringLiteral("memory"), MetricUnit::Ratio,
                                  R"({__name__=~"host_memory_used_ratio|host_swap_used_ratio"})",
                                  {"host_memory_used_ratio", "host_swap_used_ratio"});
    spec.high = 1.0;
    return spec;
}

ChartSpec loadChart()
{
    return metricsChart(QStringLiteral("load"), MetricUnit::None, R"({__name__=~"host_load1|host_load5|host_load15"})",
                        {"host_load1", "host_load5", "host_load15"});
}

ChartSpec pressureChart()
{
    return metricsChart(
        QStringLiteral("pressure"), MetricUnit::Ratio,
        R"({__name__=~"host_pressure_cpu_some_ratio|host_pressure_memory_some_ratio|host_pressure_io_some_ratio"})",
        {"host_pressure_cpu_some_ratio", "host_pressure_memory_some_ratio", "host_pressure_io_some_ratio"});
}

ChartSpec networkChart()
{
    ChartSpec spec
        = metricsChart(QStringLiteral("network"), MetricUnit::BytesPerSecond,
                       R"({__name__=~"host_network_receive_bytes_per_second|host_network_transmit_bytes_per_second"})",
                       {"host_network_receive_bytes_per_second", "host_network_transmit_bytes_per_second"});
    // What a machine says to itself is no traffic.
    spec.lineOf = [](const SeriesKey &key) { return key.labels.value("device") == "lo" ? std::string() : key.name; };
    return spec;
}

ChartSpec probeLatencyChart()
{
    ChartSpec spec;
    spec.id = QStringLiteral("probes");
    spec.unit = MetricUnit::Seconds;
    spec.selector = "probe_duration_seconds";
    spec.lineOf = [](const SeriesKey &key) { return std::string(key.labels.value("probe")); };
    spec.nameOf = [](const std::string &probe) { return QString::fromStdString(probe); };
    return spec;
}

QString chartTitle(const QString &id)
{
    if (id == QLatin1String("cpu"))
        return OverviewText::tr("CPU");
    if (id == QLatin1String("memory"))
        return OverviewText::tr("Memory");
    if (id == QLatin1String("load"))
        return OverviewText::tr("Load");
    if (id == QLatin1String("pressure"))
        return OverviewText::tr("Pressure");
    if (id == QLatin1String("network"))
        return OverviewText::tr("Network");
    return OverviewText::tr("Probe latency");
}

} // namespace vigie
