// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/metrics/metrichistory.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <string>
#include <vector>

namespace vigie::test {

/// A clock and a folder, and histories in it that are maintained by hand.
struct HistoryFixture {
    FakeClock clock;
    QTemporaryDir folder {memoryFolder()};
    MetricHistoryLimits limits;

    /// Where syncing costs nothing, if there is such a place: the tests sync often.
    static QString memoryFolder();
    std::string directory() const { return folder.path().toStdString() + "/history"; }
    std::unique_ptr<MetricHistory> open(bool onDisk = true);
    /// Sends one batch at the present time.
    void append(MetricHistory &history, std::vector<SeriesSample> samples, const char *source = "host") const;
    /// File names in the folder, sorted.
    std::vector<std::string> files(std::string_view prefix) const;
    std::string readFile(const std::string &name) const;
    void writeFile(const std::string &name, std::string_view bytes) const;
};

/// All samples of one series as raw points: a range with steps of 1 ms would be too long, so by a window a sample.
std::size_t sampleCount(const MetricHistory &history, const char *selector, Timestamp from, Timestamp to);
Selector selected(std::string_view text);

} // namespace vigie::test
