// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/session.h"
#include "backend/expr/selector.h"
#include "ui/charts/seriesdata.h"
#include "ui/metrics/querybar.h"
#include "ui/models/linkstate.h"
#include "ui/page.h"

#include <QTimer>

#include <unordered_map>
#include <vector>

class QLineEdit;
class QSplitter;

namespace vigie {

class LiveTableView;
class MetricListModel;
class MetricLoader;
class Panel;
class SeriesStatsModel;
class TimeSeriesView;
struct MetricAnswer;

/// Any metric over any time: pick one of the daemon's own or write PromQL for a Prometheus; compare, zoom, export.
/// The daemon's own metrics go on live by push; a Prometheus has no push, so its answer is asked for again at the pace
/// of its steps while "Live" is on and the page is shown. A refresh that fails leaves the last answer there, marked as
/// old, and is tried again. What was measured while the link was away is asked for when it is back.
class MetricsPage : public Page {
    Q_OBJECT
public:
    explicit MetricsPage(UiContext &context, QWidget *parent = nullptr);
    ~MetricsPage() override;

    QString id() const override { return QStringLiteral("metrics"); }
    QString title() const override { return tr("Metrics"); }
    QString iconName() const override { return QStringLiteral("office-chart-line"); }
    QString keys() const override { return QStringLiteral("G, M"); }
    void activate() override;
    void deactivate() override;
    bool hasData() const override;
    void openWith(const QUrlQuery &what) override;
    void focusFilter() override;
    bool focusContent() override;
    void refresh() override;
    int rowsShown() const override;

    /// What is on the chart, for tests.
    const std::vector<LoadedSeries> &series() const { return m_series; }

protected:
    void retranslate() override;

private:
    QWidget *buildList();
    QWidget *buildChart();
    void registerActions();
    void listen();
    void loadList();
    void chooseFirst();
    void forget();
    void clearChart();
    void run();
    void sessionChanged(Session::State state);
    void startAgain();
    void load(Timestamp from, Timestamp to);
    void take(const MetricAnswer &answer);
    Duration shownWindow() const;
    void fitWindow();
    void fail(const Error &error);
    void showSeries();
    void updateStats();
    void append(const std::vector<SampleBatch> &batches);
    bool appendOne(const SeriesKey &key, std::int64_t at, double value);
    void zoom(Timestamp from, Timestamp to);
    void updateState();
    void refreshLink();
    void exportCsv();
    void writeCsv(const QString &file);
    MetricUnit unitOf(const MetricQuery &query) const;
    Timestamp now() const;

    MetricListModel *m_metrics;
    SeriesStatsModel *m_stats;
    MetricLoader *m_loader;
    QueryBar *m_bar {nullptr};
    QSplitter *m_splitter {nullptr};
    QLineEdit *m_filter {nullptr};
    LiveTableView *m_list {nullptr};
    LiveTableView *m_statsTable {nullptr};
    Panel *m_listPanel {nullptr};
    Panel *m_chartPanel {nullptr};
    TimeSeriesView *m_view {nullptr};
    MetricQuery m_query;
    Selector m_selector;
    std::vector<LoadedSeries> m_series;
    std::unordered_map<std::string, std::size_t> m_rowOfSeries; ///< present ones, by SeriesKey::toString()
    QStringList m_warnings;
    std::optional<Error> m_error;
    std::optional<Timestamp> m_shownAt; ///< of the answer on the chart, when it is one to m_query
    Duration m_step {0}; ///< of the newest request
    LinkState m_link;
    QTimer m_again; ///< the next look at a Prometheus
    QTimer m_statsPace;
    QTimer m_listPace;
    bool m_shown {false};
    bool m_loaded {false};
    bool m_missed {true}; ///< the link was not live since the chart was last asked for
};

} // namespace vigie
