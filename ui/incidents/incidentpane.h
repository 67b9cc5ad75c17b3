// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/session.h"
#include "ui/uicontext.h"
#include "widgets/themedwidget.h"

#include <QHash>
#include <QTimer>

#include <optional>
#include <set>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace vigie {

class FactList;
class IncidentActions;
class Panel;
class SeverityChip;
class StateChip;
class TimelineView;
class TimeSeriesView;

/// One incident: what it is, its facts and labels, the metric around its start, the timeline, and what can be done.
/// Follows the session; a comment that is being written stays with its incident whatever arrives. GUI thread.
class IncidentPane : public ThemedWidget {
    Q_OBJECT
public:
    /// Both outlive this.
    IncidentPane(UiContext &context, IncidentActions &actions, QWidget *parent = nullptr);

    /// Empty: none.
    void showIncident(const IncidentId &id);
    const IncidentId &shown() const { return m_id; }
    void focusComment();
    /// The time went on; says anew how old what is shown is.
    void tick();
    /// Asks the server again for what is shown.
    void reload();
    /// Everything of the incident is on screen.
    bool isComplete() const { return m_complete; }

protected:
    void themeChanged() override;
    void retranslate() override;

private:
    void build();
    QWidget *buildHeader();
    QWidget *buildFacts();
    QWidget *buildComment();
    void addButton(QPushButton *&button, const char *name, void (IncidentPane::*run)());
    void incidentsChanged(const IncidentDelta &delta);
    void refresh();
    void showFacts(const Incident &incident);
    void showLabels(const Incident &incident);
    void loadTimeline();
    void loadMetric(const Incident &incident);
    void askMetric(const Incident &incident);
    void takeMetric(const Result<History> &answer);
    void showMetric(const Incident &incident);
    void takeSamples(const std::vector<SampleBatch> &batches);
    void updateButtons();
    void updateLink();
    void keepDraft();
    void sendComment();
    void acknowledge();
    void assign();
    void resolve();
    void snooze();
    void reopen();

    UiContext &m_context;
    IncidentActions &m_actions;
    IncidentId m_id;
    bool m_complete {false};
    enum class ChartState : std::uint8_t { Waiting, Shown, NoHistory, Failed };
    QString m_metricShown; ///< incident and metric of the chart, so that a refresh does not load it again
    ChartState m_chartState {ChartState::Waiting};
    Error m_chartError; ///< why it failed
    bool m_metricDue {false}; ///< to be asked for as soon as there is a connection
    bool m_metricAsked {false}; ///< not answered yet
    Timestamp m_chartEnd {};
    std::optional<SeriesKey> m_series; ///< of the chart, where it is one line; new samples go on there
    QHash<QString, QString> m_drafts;
    QTimer m_reload;
    std::set<IncidentId> m_sending; ///< their comments are under way

    Panel *m_panel {nullptr};
    QLabel *m_title {nullptr};
    SeverityChip *m_severity {nullptr};
    StateChip *m_state {nullptr};
    QLabel *m_description {nullptr};
    FactList *m_facts {nullptr};
    QLabel *m_labels {nullptr};
    QLabel *m_metricTitle {nullptr};
    TimeSeriesView *m_chart {nullptr};
    QLabel *m_metricNote {nullptr};
    QLabel *m_timelineTitle {nullptr};
    TimelineView *m_timeline {nullptr};
    QPlainTextEdit *m_comment {nullptr};
    QPushButton *m_send {nullptr};
    QPushButton *m_acknowledge {nullptr};
    QPushButton *m_assign {nullptr};
    QPushButton *m_resolve {nullptr};
    QPushButton *m_snooze {nullptr};
    QPushButton *m_reopen {nullptr};
};

} // namespace vigie
