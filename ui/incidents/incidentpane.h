// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/session.h"
#include "ui/uicontext.h"
#include "widgets/themedwidget.h"

#include <QHash>
#include <QTimer>

#include <string>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace vigie {

class FlowLayout;
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
    void addFact(int row, const QString &name, const QString &value);
    void loadTimeline();
    void loadMetric(const Incident &incident);
    void showMetric(const Incident &incident, const Result<History> &answer);
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
    QString m_metricShown; ///< incident and metric of the chart, so that a refresh does not load it again
    std::string m_series;
    QHash<QString, QString> m_drafts;
    QTimer m_reload;
    bool m_sending {false}; ///< a comment of the shown incident is under way

    Panel *m_panel {nullptr};
    QLabel *m_title {nullptr};
    SeverityChip *m_severity {nullptr};
    StateChip *m_state {nullptr};
    QLabel *m_description {nullptr};
    QWidget *m_facts {nullptr};
    QGridLayout *m_factGrid {nullptr};
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
