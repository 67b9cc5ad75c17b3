// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/suites.h"

#ifdef VIGIE_WITH_GUI
#include "widgets/theme.h"
#include "widgets/timeseriesview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <vector>
#endif

namespace vigie::bench {

#ifdef VIGIE_WITH_GUI

namespace {

/// A day of a signal with so much noise, and then spikes, evenly spaced.
TimeSeries testSeries(int number, int points, double amount)
{
    TimeSeries series;
    series.name = QString::number(number);
    series.samples = std::make_shared<SampleBuffer>();
    const std::int64_t step = 86'400'000'000 / points;
    std::uint64_t state = static_cast<std::uint64_t>(number) + 1;
    for (int i = 0; i < points; ++i) {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        const double noise = static_cast<double>(state >> 33U) / static_cast<double>(1ULL << 31U);
        const double spike = amount > 0 && (state >> 40U) % 5000 == 0 ? 3 : 0;
        series.samples->append(1'700'000'000'000'000 + i * step,
                               std::sin(i * 20.0 / points + number) + amount * noise + spike);
    }
    return series;
}

double medianRepaintMillis(TimeSeriesView &view)
{
    QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
        view.samplesChanged(); // nothing may come from a cache
        QElapsedTimer timer;
        timer.start();
        view.render(&image);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin() + 1, times.end()); // the first one loads fonts
    return times[times.size() / 2];
}

} // namespace

void benchPaint(const BenchOptions &, Report &report)
{
    report.title("Repaint of the time-series view, 1200 x 400, median of 20");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "vigie-bench";
    char *argv[] = {name, nullptr};
    QApplication application(argc, argv);
    Theme theme;
    theme.apply(application);
    struct Case {
        int count;
        int points;
        Duration window; ///< of the day that is shown
        double noise {1};
    };
    const Duration day = std::chrono::hours(24);
    for (const Case &c :
         {Case {.count = 10, .points = 10'000, .window = day}, Case {.count = 1, .points = 1'000'000, .window = day},
          Case {.count = 10, .points = 10'000, .window = day / 24},
          Case {.count = 10, .points = 10'000, .window = day / 24, .noise = 0.02},
          Case {.count = 10, .points = 10'000, .window = day / 24, .noise = 0}}) {
        TimeSeriesView view(theme);
        view.resize(1200, 400);
        std::vector<TimeSeries> series;
        series.reserve(std::size_t(c.count));
        for (int i = 0; i < c.count; ++i)
            series.push_back(testSeries(i, c.points, c.noise));
        view.setSeries(std::move(series));
        view.setWindow(c.window);
        report.atMost(std::to_string(c.count) + " x " + std::to_string(c.points) + " points, "
                          + std::to_string(std::chrono::duration_cast<std::chrono::hours>(c.window).count())
                          + " h of 24 shown"
                          + (c.noise == 1      ? ""
                                 : c.noise > 0 ? ", little noise"
                                               : ", smooth"),
                      medianRepaintMillis(view), "ms", 8);
    }
}

#else

void benchPaint(const BenchOptions &, Report &report)
{
    report.title("Repaint of the time-series view");
    report.note("built without the console");
}

#endif

} // namespace vigie::bench
