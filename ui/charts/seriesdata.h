// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"
#include "widgets/samplebuffer.h"

#include <QString>

#include <limits>
#include <memory>
#include <vector>

namespace vigie {

/// Over all samples, weighted by how many measurements a step stands for. NaN when there is none.
struct SeriesStats {
    double min {std::numeric_limits<double>::quiet_NaN()};
    double max {std::numeric_limits<double>::quiet_NaN()};
    double mean {std::numeric_limits<double>::quiet_NaN()};
    double last {std::numeric_limits<double>::quiet_NaN()};
    double weight {0}; ///< measurements seen
    /// One more measurement, newer than all before.
    void add(double value);
};

/// One line of an answer, ready for the chart.
struct LoadedSeries {
    SeriesKey key;
    QString name; ///< `name{labels}`, or the query's text where the key is empty
    std::shared_ptr<SampleBuffer> samples;
    SeriesStats stats;
    bool comparison {false};
};

/// The smallest round step (1, 2, 5, 10, 15, 30 s … 1 d) that gives at most one step a pixel, is not below `least`,
/// and stays under the API's limit of 11,000 steps.
Duration chooseStep(Duration range, int pixels, Duration least = std::chrono::seconds(1));

/// How much of `window` up to the newest sample has data: from the first sample on, but a minute at least, or the
/// whole window when that is shorter. Without any sample: the window.
Duration filledWindow(const std::vector<const SampleBuffer *> &lines, Duration window);

/// Steps as samples: a step of several measurements becomes its lowest and its highest value, so that no spike is
/// lost. `shift` is added to every time (comparison with an earlier day).
LoadedSeries loadedFromSteps(const SeriesSteps &steps, Duration step, Duration shift = Duration(0));
LoadedSeries loadedFromProm(const PromSeries &series, Duration shift = Duration(0));

/// A column per line, a row per time (RFC 4180, UTF-8, dot as decimal mark, times in RFC 3339). Holes are empty.
QByteArray toCsv(const std::vector<LoadedSeries> &series);

} // namespace vigie
