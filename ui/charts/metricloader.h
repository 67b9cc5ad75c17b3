// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/seriesdata.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace vigie {

class ApiClient;

struct MetricRequest {
    std::string expression; ///< selector of the daemon's own history, or PromQL
    std::optional<SourceId> prometheus; ///< ask this source; else the daemon's own history
    Timestamp from {};
    Timestamp to {};
    Duration step {std::chrono::seconds(5)};
    std::optional<Duration> compareWith; ///< also the same span so much earlier, moved onto this one
};

struct MetricAnswer {
    MetricRequest request;
    std::vector<LoadedSeries> series; ///< comparison lines last
    QStringList warnings; ///< of the server, as they came
};

/// Runs one metric request at a time: a newer one makes the older stale, whose answer is then thrown away. Exactly one
/// of loaded() and failed() follows each load() that is not overtaken. GUI thread.
class MetricLoader : public QObject {
    Q_OBJECT
public:
    /// `api` outlives this.
    explicit MetricLoader(ApiClient &api, QObject *parent = nullptr);
    void load(const MetricRequest &request);
    void cancel();
    bool isLoading() const { return m_waiting > 0; }

Q_SIGNALS:
    void loaded(const vigie::MetricAnswer &answer);
    void failed(const vigie::Error &error);

private:
    void ask(const MetricRequest &request, Duration shift);
    template<typename T>
    void take(std::uint64_t generation, Duration shift, const Result<T> &result);
    void add(const History &history, Duration shift);
    void add(const PromAnswer &answer, Duration shift);
    void finish();

    ApiClient &m_api;
    MetricAnswer m_answer;
    std::vector<LoadedSeries> m_comparison;
    std::optional<Error> m_error;
    std::uint64_t m_generation {0};
    int m_waiting {0};
};

} // namespace vigie
