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
    {.id = "host-disk-space",
     .title = "Disk {{ labels.mountpoint }} is {{ value }} full",
     .description
     = "The file system {{ labels.mountpoint }} on {{ labels.device }} has little room left. When it is full, services "
       "that "
       "write there fail.",
     .condition
     = R"(host_filesystem_used_ratio > 90 % and labels.fstype not in ["squashfs", "iso9660", "erofs", "udf"])",
     .hold = 1min,
     .severity = Severity::High,
     .category = "host",
     .service = "disk {{ labels.mountpoint }}"},
    {.id = "host-disk-inodes",
     .title = "Disk {{ labels.mountpoint }} has used {{ value }} of its inodes",
     .description
     = "No new file can be made on {{ labels.mountpoint }} when none is left, although there may be room. Look for "
       "folders "
       "with very many small files.",
     .condition
     = R"(host_filesystem_inodes_used_ratio > 90 % and labels.fstype not in ["squashfs", "iso9660", "erofs", "udf"])",
     .hold = 1min,
     .severity = Severity::High,
     .category = "host",
     .service = "disk {{ labels.mountpoint }}"},
    {.id = "host-memory",
     .title = "Memory is {{ value }} used",
     .description = "Little memory is available; the kernel may soon end processes. Used means not available even by "
                    "dropping caches.",
     .condition = "host_memory_used_ratio > 92 %",
     .hold = 5min,
     .severity = Severity::High,
     .category = "host",
     .service = "memory"},
    {.id = "host-swap",
     .title = "Swap is {{ value }} used",
     .description = "Much memory was moved to disk: the machine may answer slowly.",
     .condition = "host_swap_used_ratio > 80 %",
     .hold = 10min,
     .severity = Severity::Medium,
     .category = "host",
     .service = "memory"},
    {.id = "host-load",
     .title = "Load is {{ host_load5 / host_cpu_count }} per processor",
     .description = "More tasks want to run, or wait for the disk, than the {{ host_cpu_count }} processors can serve "
                    "(load {{ value "
                    "}}).",
     .condition = "host_load5 / host_cpu_count > 2",
     .hold = 10min,
     .severity = Severity::Medium,
     .category = "host",
     .service = "processor"},
    {.id = "host-cpu",
     .title = "Processors are {{ value }} busy",
     .description = "All processors were busy for the last ten minutes.",
     .condition = "avg(host_cpu_usage_ratio, 10m) > 95 %",
     .hold = 0min,
     .severity = Severity::Medium,
     .category = "host",
     .service = "processor"},
    {.id = "host-cpu-pressure",
     .title = "Tasks wait {{ value }} of the time for a processor",
     .description = "Pressure stall information: at least one task was ready and had no processor.",
     .condition = "avg(host_pressure_cpu_some_ratio, 5m) > 60 %",
     .hold = 5min,
     .severity = Severity::Medium,
     .category = "host",
     .service = "processor"},
    {.id = "host-memory-pressure",
     .title = "All tasks stall {{ value }} of the time for memory",
     .description
     = "Pressure stall information: no task could go on because of a lack of memory. The machine is thrashing.",
     .condition = "avg(host_pressure_memory_full_ratio, 1m) > 10 %",
     .hold = 2min,
     .severity = Severity::High,
     .category = "host",
     .service = "memory"},
    {.id = "host-io-pressure",
     .title = "All tasks stall {{ value }} of the time for disks",
     .description = "Pressure stall information: no task could go on because all waited for input or output.",
     .condition = "avg(host_pressure_io_full_ratio, 5m) > 40 %",
     .hold = 5min,
     .severity = Severity::Medium,
     .category = "host",
     .service = "disk"},
    {.id = "host-failed-units",
     .title = "{{ value }} systemd units have failed",
     .description = "systemctl --failed lists them; systemctl reset-failed forgets them.",
     .condition = "host_systemd_failed_units > 0",
     .hold = 2min,
     .severity = Severity::Medium,
     .category = "host",
     .service = "systemd"},
    {.id = "probe-down",
     .title = "{{ labels.probe }} does not answer",
     .description = "The probe {{ labels.probe }} fails.",
     .condition = "probe_success == 0",
     .hold = 30s,
     .severity = Severity::Critical,
     .category = "probe",
     .service = "{{ labels.probe }}"},
    {.id = "probe-slow",
     .title = "{{ labels.probe }} answers in {{ value }}",
     .description = "The probe {{ labels.probe }} succeeds but took more than two seconds on average of five minutes.",
     .condition = "avg(probe_duration_seconds, 5m) > 2s and probe_success == 1",
     .hold = 0s,
     .severity = Severity::Medium,
     .category = "probe",
     .service = "{{ labels.probe }}"},
    {.id = "probe-certificate",
     .title = "The certificate of {{ labels.probe }} has {{ value }} left",
     .description
     = "Time left on the TLS certificate that {{ labels.probe }} shows. A negative time means that it has expired.",
     .condition = "probe_tls_certificate_expiry_seconds < 21d",
     .hold = 0s,
     .severity = Severity::Medium,
     .category = "probe",
     .service = "{{ labels.probe }}"},
};

struct BuiltInEscalation {
    std::string_view id;
    const char *condition;
    Severity severity;
};
/// Of one rule the most severe first.
constexpr BuiltInEscalation escalationTable[] {
    {.id = "host-disk-space", .condition = "value > 97 %", .severity = Severity::Critical},
    {.id = "host-disk-inodes", .condition = "value > 97 %", .severity = Severity::Critical},
    {.id = "host-memory", .condition = "value > 97 %", .severity = Severity::Critical},
    {.id = "host-load", .condition = "host_load5 / host_cpu_count > 4", .severity = Severity::High},
    {.id = "host-memory-pressure", .condition = "value > 40 %", .severity = Severity::Critical},
    {.id = "probe-certificate", .condition = "value < 1d", .severity = Severity::Critical},
    {.id = "probe-certificate", .condition = "value < 7d", .severity = Severity::High},
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
