// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewrows.h"

#include "widgets/formatting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {
struct OverviewRowsText {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

SeverityLook fillLook(double ratio)
{
    if (ratio >= 0.97)
        return SeverityLook::Critical;
    return ratio >= 0.90 ? SeverityLook::High : SeverityLook::Ok;
}

struct Disk {
    std::string mountpoint;
    double used {0};
    double free {std::nan("")};
};

void takeDisk(std::map<std::string, Disk> &disks, const LatestSample &sample)
{
    const LabelSet &labels = sample.series.labels;
    const std::string mountpoint(labels.value("mountpoint"));
    const std::string device(labels.value("device"));
    Disk &disk = disks[device.empty() ? mountpoint : device];
    // The same device at two places: its shortest name is the one people know it by.
    if (disk.mountpoint.empty() || mountpoint.size() < disk.mountpoint.size())
        disk.mountpoint = mountpoint;
    if (sample.series.name == "host_filesystem_used_ratio")
        disk.used = sample.sample.value;
    else
        disk.free = sample.sample.value;
}
} // namespace

Timestamp oldestHostSample(const Session &session, Timestamp now)
{
    Duration interval = std::chrono::seconds(20);
    for (const auto &[id, source] : session.sources()) {
        if (source.kind == SourceKind::Host)
            interval = std::max(interval, source.interval);
    }
    if (session.state() != Session::State::Live) {
        now = {};
        for (const auto &[key, sample] : session.latest())
            now = std::max(now, sample.sample.at);
    }
    return now - 3 * interval;
}

std::vector<FillRow> diskRows(const std::unordered_map<std::string, LatestSample> &latest, Timestamp oldest)
{
    std::map<std::string, Disk> disks;
    for (const auto &[key, sample] : latest) {
        if (sample.sample.at < oldest)
            continue;
        if (sample.series.name == "host_filesystem_used_ratio" || sample.series.name == "host_filesystem_free_bytes")
            takeDisk(disks, sample);
    }
    std::vector<FillRow> rows;
    for (const auto &[device, disk] : disks) {
        FillRow row;
        row.name = QString::fromStdString(disk.mountpoint);
        row.ratio = disk.used;
        row.look = fillLook(disk.used);
        if (std::isfinite(disk.free))
            row.detail = OverviewRowsText::tr("%1 free").arg(formatBytes(disk.free, QLocale()));
        rows.push_back(std::move(row));
    }
    std::ranges::sort(rows, [](const FillRow &a, const FillRow &b) {
        return a.ratio != b.ratio ? a.ratio > b.ratio : a.name < b.name;
    });
    return rows;
}

ProbeCounts countProbes(const std::map<SourceId, SourceStatus> &sources)
{
    ProbeCounts counts;
    for (const auto &[id, source] : sources) {
        const bool probe = source.kind == SourceKind::HttpProbe || source.kind == SourceKind::TcpProbe
            || source.kind == SourceKind::DnsProbe;
        counts.all += probe ? 1 : 0;
        counts.failing += probe && source.state == SourceState::Down ? 1 : 0;
    }
    return counts;
}

} // namespace vigie
