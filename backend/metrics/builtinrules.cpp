// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/logging.h"
#include "backend/metrics/thresholdrules.h"

namespace vigie {

using namespace std::chrono_literals;

namespace {

struct BuiltInRule {
    const char *id;
    const char *title;
    const char *description;
    const char *condition;
    Duration hold;
    Severity severity;
    const char *category;
    const char *service;
};

// Pressure: kernel.org Documentation/accounting/psi.rst; "some" is the share of time in which at least one task waited.
constexpr BuiltInRule builtInTable[] {
    {"host-disk-space", "Disk {{ labels.mountpoint }} is {{ value }} full",
     "The file system {{ labels.mountpoint }} on {{ labels.device }} has little room left. When it is full, services "
     "that "
     "write there fail.",
     R"(host_filesystem_used_ratio > 90 % and labels.fstype not in ["squashfs", "iso9660", "erofs", "udf"])", 1min,
     Severity::High, "host", "disk {{ labels.mountpoint }}"},
    {"host-disk-inodes", "Disk {{ labels.mountpoint }} has used {{ value }} of its inodes",
     "No new file can be made on {{ labels.mountpoint }} when none is left, although there may be room. Look for "
     "folders "
     "with very many small files.",
     R"(host_filesystem_inodes_used_ratio > 90 % and labels.fstype not in ["squashfs", "iso9660", "erofs", "udf"])",
     1min, Severity::High, "host", "disk {{ labels.mountpoint }}"},
    {"host-memory", "Memory is {{ value }} used",
     "Little memory is available; the kernel may soon end processes. Used means not available even by dropping caches.",
     "host_memory_used_ratio > 92 %", 5min, Severity::High, "host", "memory"},
    {"host-swap", "Swap is {{ value }} used", "Much memory was moved to disk: the machine may answer slowly.",
     "host_swap_used_ratio > 80 %", 10min, Severity::Medium, "host", "memory"},
    {"host-load", "Load is {{ host_load5 / host_cpu_count }} per processor",
     "More tasks want to run, or wait for the disk, than the {{ host_cpu_count }} processors can serve (load {{ value "
     "}}).",
     "host_load5 / host_cpu_count > 2", 10min, Severity::Medium, "host", "processor"},
    {"host-cpu", "Processors are {{ value }} busy", "All processors were busy for the last ten minutes.",
     "avg(host_cpu_usage_ratio, 10m) > 95 %", 0min, Severity::Medium, "host", "processor"},
    {"host-cpu-pressure", "Tasks wait {{ value }} of the time for a processor",
     "Pressure stall information: at least one task was ready and had no processor.",
     "avg(host_pressure_cpu_some_ratio, 5m) > 60 %", 5min, Severity::Medium, "host", "processor"},
    {"host-memory-pressure", "All tasks stall {{ value }} of the time for memory",
     "Pressure stall information: no task could go on because of a lack of memory. The machine is thrashing.",
     "avg(host_pressure_memory_full_ratio, 1m) > 10 %", 2min, Severity::High, "host", "memory"},
    {"host-io-pressure", "All tasks stall {{ value }} of the time for disks",
     "Pressure stall information: no task could go on because all waited for input or output.",
     "avg(host_pressure_io_full_ratio, 5m) > 40 %", 5min, Severity::Medium, "host", "disk"},
    {"host-failed-units", "{{ value }} systemd units have failed",
     "systemctl --failed lists them; systemctl reset-failed forgets them.", "host_systemd_failed_units > 0", 2min,
     Severity::Medium, "host", "systemd"},
    {"probe-down", "{{ labels.probe }} does not answer", "The probe {{ labels.probe }} fails.", "probe_success == 0",
     30s, Severity::Critical, "probe", "{{ labels.probe }}"},
    {"probe-slow", "{{ labels.probe }} answers in {{ value }}",
     "The probe {{ labels.probe }} succeeds but took more than two seconds on average of five minutes.",
     "avg(probe_duration_seconds, 5m) > 2s and probe_success == 1", 0s, Severity::Medium, "probe",
     "{{ labels.probe }}"},
    {"probe-certificate", "The certificate of {{ labels.probe }} has {{ value }} left",
     "Time left on the TLS certificate that {{ labels.probe }} shows. A negative time means that it has expired.",
     "probe_tls_certificate_expiry_seconds < 21d", 0s, Severity::Medium, "probe", "{{ labels.probe }}"},
};

struct BuiltInEscalation {
    std::string_view id;
    const char *condition;
    Severity severity;
};
/// Of one rule the most severe first.
constexpr BuiltInEscalation escalationTable[] {
    {"host-disk-space", "value > 97 %", Severity::Critical},
    {"host-disk-inodes", "value > 97 %", Severity::Critical},
    {"host-memory", "value > 97 %", Severity::Critical},
    {"host-load", "host_load5 / host_cpu_count > 4", Severity::High},
    {"host-memory-pressure", "value > 40 %", Severity::Critical},
    {"probe-certificate", "value < 1d", Severity::Critical},
    {"probe-certificate", "value < 7d", Severity::High},
};

} // namespace

std::vector<ThresholdRule> builtInRules()
{
    std::vector<ThresholdRule> rules;
    for (const BuiltInRule &row : builtInTable) {
        auto condition = parseCondition(row.condition);
        if (!condition) {
            log::error("metrics", "a built-in rule is wrong", {{"rule", row.id}, {"error", condition.error().detail}});
            continue;
        }
        ThresholdRule rule;
        rule.id = row.id;
        rule.title = row.title;
        rule.description = row.description;
        rule.condition = *std::move(condition);
        rule.hold = row.hold;
        rule.severity = row.severity;
        rule.category = row.category;
        rule.service = row.service;
        for (const BuiltInEscalation &step : escalationTable) {
            if (step.id != rule.id)
                continue;
            if (auto when = parseEscalation(step.condition))
                rule.escalations.push_back({*std::move(when), step.severity});
        }
        // Until a second run tells how rarely the probe runs.
        if (rule.category == "probe")
            rule.staleAfter = 15min;
        // Two failures in a row are enough: a probe that failed is tried again within seconds.
        if (rule.id == "probe-down")
            rule.holdSamples = 2;
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace vigie
