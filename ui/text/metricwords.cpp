// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/metricwords.h"

#include <QCoreApplication>

namespace vigie {

namespace {
/// The texts of backend/monitoring/collectors.cpp, for lupdate: looked up by what the daemon sends.
[[maybe_unused]] constexpr const char *metricHelpTexts[] {
    QT_TRANSLATE_NOOP("MetricHelp", "Share of all processors' time spent working."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of all processors' time spent idle while waiting for disks."),
    QT_TRANSLATE_NOOP("MetricHelp", "Processors in use."),
    QT_TRANSLATE_NOOP("MetricHelp", "Load average over one minute."),
    QT_TRANSLATE_NOOP("MetricHelp", "Load average over five minutes."),
    QT_TRANSLATE_NOOP("MetricHelp", "Load average over fifteen minutes."),
    QT_TRANSLATE_NOOP("MetricHelp", "Memory of the machine."),
    QT_TRANSLATE_NOOP("MetricHelp", "Memory that programs can still get without swapping."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of memory that is not available."),
    QT_TRANSLATE_NOOP("MetricHelp", "Swap space of the machine."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of the swap space in use."),
    QT_TRANSLATE_NOOP("MetricHelp", "Size of a filesystem."),
    QT_TRANSLATE_NOOP("MetricHelp", "Room on a filesystem for everybody but root."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of a filesystem in use, as df counts."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of a filesystem's inodes in use."),
    QT_TRANSLATE_NOOP("MetricHelp", "Bytes read from a disk."),
    QT_TRANSLATE_NOOP("MetricHelp", "Bytes written to a disk."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of the time in which a disk had something to do."),
    QT_TRANSLATE_NOOP("MetricHelp", "Bytes received by a network interface."),
    QT_TRANSLATE_NOOP("MetricHelp", "Bytes sent by a network interface."),
    QT_TRANSLATE_NOOP("MetricHelp", "Errors of a network interface, received and sent."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of the time in which a task waited for a processor."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of the time in which a task waited for memory."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of the time in which all tasks waited for memory."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of the time in which a task waited for disks."),
    QT_TRANSLATE_NOOP("MetricHelp", "Share of the time in which all tasks waited for disks."),
    QT_TRANSLATE_NOOP("MetricHelp", "Processes."),
    QT_TRANSLATE_NOOP("MetricHelp", "Units of systemd that failed."),
    QT_TRANSLATE_NOOP("MetricHelp", "Time since the machine started."),
    QT_TRANSLATE_NOOP("MetricHelp", "1 when the probe found its target well, 0 when not."),
    QT_TRANSLATE_NOOP("MetricHelp", "How long the probe took."),
    QT_TRANSLATE_NOOP("MetricHelp", "Status of the last HTTP answer."),
    QT_TRANSLATE_NOOP("MetricHelp", "How long one phase of the HTTP exchange took."),
    QT_TRANSLATE_NOOP("MetricHelp", "Time left until the certificate expires."),
    QT_TRANSLATE_NOOP("MetricHelp", "Records in the name server's answer."),
};
} // namespace

QString metricHelp(const std::string &help)
{
    return QCoreApplication::translate("MetricHelp", help.c_str());
}

} // namespace vigie
