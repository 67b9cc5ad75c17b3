// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/expr/selector.h"
#include "ui/models/linkstate.h"
#include "ui/uicontext.h"
#include "widgets/panel.h"
#include "widgets/timeseriesview.h"

#include <functional>
#include <map>
#include <optional>

namespace vigie {

class MetricLoader;
struct MetricAnswer;

/// What a live chart shows.
struct ChartSpec {
    QString id; ///< objectName "chart.<id>"
    std::string selector; ///< of the daemon's own metrics
    MetricUnit unit {MetricUnit::None};
    /// Which line a series belongs to; the same line: their sum; empty: none.
    std::function<std::string(const SeriesKey &)> lineOf;
    /// Translated name of a line.
    std::function<QString(const std::string &)> nameOf;
    std::vector<std::string> order {}; ///< these lines first, in this order
    std::size_t maxLines {4}; ///< of more lines those with the highest newest values
    std::optional<double> low {0.0};
    std::optional<double> high {};
};

/// A panel with the last hour (or what setWindow() says; less while there is no more history) of some metrics: history
/// is asked for after each snapshot and whenever the link is live again, since what was measured in between was not
/// pushed; pushed samples are appended from then on. GUI thread.
class LiveChart : public Panel {
    Q_OBJECT
public:
    /// `context` outlives this.
    LiveChart(UiContext &context, ChartSpec spec, QWidget *parent = nullptr);
    ~LiveChart() override;

    /// Another metric; what was shown goes.
    void setSpec(ChartSpec spec);
    void setWindow(Duration window);
    /// Asks for the history again. Does nothing while not connected; the next connect does it.
    void reload();
    void setLink(const LinkState &link);
    /// What stands there when there are no samples.
    void setEmptyText(const QString &text);
    TimeSeriesView &view() { return *m_view; }
    const QString &specId() const { return m_spec.id; }
    bool hasData() const;
    std::size_t lineCount() const { return m_lines.size(); }
    /// Newest value of a line; NaN when there is none.
    double latest(const std::string &line) const;

Q_SIGNALS:
    void dataChanged();

protected:
    void retranslate() override;

private:
    using Lines = std::map<std::string, std::shared_ptr<SampleBuffer>>;
    void sessionChanged();
    void take(const MetricAnswer &answer);
    void append(const std::vector<SampleBatch> &batches);
    void forget();
    void keepNewer(Lines &lines) const;
    void fitWindow();
    void chooseLines();
    void updateCaption();
    void updateState();
    std::shared_ptr<SampleBuffer> line(const std::string &key);

    UiContext &m_context;
    ChartSpec m_spec;
    Selector m_selector;
    TimeSeriesView *m_view;
    MetricLoader *m_loader;
    Lines m_lines;
    std::vector<std::string> m_shown;
    QString m_emptyText;
    LinkState m_link;
    std::optional<Error> m_error;
    Duration m_window {std::chrono::hours(1)};
    bool m_loaded {false};
    bool m_missed {true}; ///< the link was not live since the history was last asked for
};

} // namespace vigie
