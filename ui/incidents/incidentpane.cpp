// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentpane.h"

#include "ui/incidents/incidentactions.h"
#include "ui/models/linkstate.h"
#include "ui/text/incidentwords.h"
#include "ui/text/words.h"
#include "widgets/factlist.h"
#include "widgets/flowlayout.h"
#include "widgets/formatting.h"
#include "widgets/panel.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"
#include "widgets/timelineview.h"
#include "widgets/timeseriesview.h"
#include "widgets/vigiestyle.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

IncidentPane::IncidentPane(UiContext &context, IncidentActions &actions, QWidget *parent)
    : ThemedWidget(context.theme, parent)
    , m_context(context)
    , m_actions(actions)
{
    setObjectName(QStringLiteral("incidentPane"));
    build();
    m_reload.setSingleShot(true);
    m_reload.setInterval(150);
    connect(&m_reload, &QTimer::timeout, this, &IncidentPane::loadTimeline);
    connect(&context.session, &Session::incidentsChanged, this, &IncidentPane::incidentsChanged);
    // What could not be loaded without a connection, or happened while there was none, is asked for again.
    connect(&context.session, &Session::loaded, this, [this] {
        m_metricDue = m_metricDue || m_chartState == ChartState::Shown;
        refresh();
        m_reload.start();
    });
    connect(&context.session, &Session::stateChanged, this, &IncidentPane::refresh);
    connect(&actions, &IncidentActions::busyChanged, this, &IncidentPane::updateButtons);
    connect(&context.session, &Session::samples, this, &IncidentPane::takeSamples);
    retranslate();
    themeChanged();
}

void IncidentPane::build()
{
    m_panel = new Panel(theme(), {}, this);
    m_panel->setObjectName(QStringLiteral("incidentDetailPanel"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_panel);

    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(12, 4, 12, 12);
    column->setSpacing(8);
    column->addWidget(buildHeader());
    column->addWidget(buildFacts());
    m_metricTitle = new QLabel(body);
    m_metricTitle->setObjectName(QStringLiteral("incidentMetricTitle"));
    m_metricTitle->setWordWrap(true);
    m_chart = new TimeSeriesView(theme(), body);
    m_chart->setObjectName(QStringLiteral("incidentChart"));
    m_chart->setTimeZone(QTimeZone::systemTimeZone());
    m_metricNote = new QLabel(body);
    m_metricNote->setObjectName(QStringLiteral("incidentMetricNote"));
    m_metricNote->setWordWrap(true);
    m_timelineTitle = new QLabel(body);
    m_timelineTitle->setObjectName(QStringLiteral("incidentTimelineTitle"));
    m_timelineTitle->setWordWrap(true);
    m_timeline = new TimelineView(theme(), body);
    m_timeline->setObjectName(QStringLiteral("incidentTimeline"));
    m_timeline->setTimeZone(QTimeZone::systemTimeZone());
    for (QWidget *widget : {static_cast<QWidget *>(m_metricTitle), static_cast<QWidget *>(m_chart),
                            static_cast<QWidget *>(m_metricNote), static_cast<QWidget *>(m_timelineTitle)})
        column->addWidget(widget);
    column->addWidget(m_timeline, 1);
    column->addWidget(buildComment());

    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("incidentDetailScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    // The panel's colour shows through.
    body->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_panel->setContent(scroll, false);
}

void IncidentPane::addButton(QPushButton *&button, const char *name, void (IncidentPane::*run)())
{
    button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, run);
}

QWidget *IncidentPane::buildHeader()
{
    auto *header = new QWidget;
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    m_title = new QLabel(header);
    m_title->setObjectName(QStringLiteral("incidentTitle"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_severity = new SeverityChip(theme(), SeverityLook::Unknown, header);
    m_state = new StateChip(theme(), StateLook::Unknown, header);
    auto *chips = new QHBoxLayout;
    chips->addWidget(m_severity);
    chips->addWidget(m_state);
    chips->addStretch(1);
    addButton(m_acknowledge, "detailAcknowledge", &IncidentPane::acknowledge);
    addButton(m_assign, "detailAssign", &IncidentPane::assign);
    addButton(m_resolve, "detailResolve", &IncidentPane::resolve);
    addButton(m_snooze, "detailSnooze", &IncidentPane::snooze);
    addButton(m_reopen, "detailReopen", &IncidentPane::reopen);
    setButtonLook(*m_acknowledge, ButtonLook::Primary);
    auto *buttons = new QWidget(header);
    auto *flow = new FlowLayout(buttons, 6, 6);
    for (QPushButton *button : {m_acknowledge, m_assign, m_resolve, m_snooze, m_reopen})
        flow->addWidget(button);
    column->addWidget(m_title);
    column->addLayout(chips);
    column->addWidget(buttons);
    return header;
}

QWidget *IncidentPane::buildFacts()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    m_description = new QLabel(box);
    m_description->setObjectName(QStringLiteral("incidentDescription"));
    m_description->setWordWrap(true);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts = new FactList(theme(), box);
    m_facts->setObjectName(QStringLiteral("incidentFacts"));
    m_labels = new QLabel(box);
    m_labels->setObjectName(QStringLiteral("incidentLabels"));
    m_labels->setWordWrap(true);
    m_labels->setTextFormat(Qt::PlainText);
    m_labels->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_description);
    column->addWidget(m_facts);
    column->addWidget(m_labels);
    return box;
}

QWidget *IncidentPane::buildComment()
{
    auto *box = new QWidget;
    auto *row = new QVBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_comment = new QPlainTextEdit(box);
    m_comment->setObjectName(QStringLiteral("incidentComment"));
    m_comment->setTabChangesFocus(true);
    addButton(m_send, "incidentSendComment", &IncidentPane::sendComment);
    m_send->setEnabled(false);
    connect(m_comment, &QPlainTextEdit::textChanged, this, &IncidentPane::keepDraft);
    row->addWidget(m_comment);
    row->addWidget(m_send, 0, Qt::AlignRight);
    return box;
}

void IncidentPane::themeChanged()
{
    m_title->setFont(theme().ui(FontRole::H3));
    m_labels->setFont(theme().numeric(FontRole::Small));
    for (QLabel *heading : {m_metricTitle, m_timelineTitle})
        heading->setFont(theme().ui(FontRole::H4));
    m_metricNote->setFont(theme().ui(FontRole::Small));
    m_chart->setFixedHeight(theme().px(150));
    m_timeline->setMinimumHeight(theme().px(140));
    m_comment->setFixedHeight(theme().px(56));
    refresh();
}

void IncidentPane::retranslate()
{
    m_acknowledge->setText(tr("Acknowledge"));
    m_assign->setText(tr("Assign …"));
    m_resolve->setText(tr("Resolve …"));
    m_snooze->setText(tr("Snooze …"));
    m_reopen->setText(tr("Reopen"));
    m_send->setText(tr("Add comment"));
    m_comment->setPlaceholderText(tr("Write a comment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_timelineTitle->setText(tr("Timeline"));
    m_timeline->setAccessibleName(tr("Timeline"));
    m_chart->setAccessibleName(tr("The metric around the start of the incident"));
    m_timeline->setLocale(QLocale());
    m_chart->setLocale(QLocale());
    m_panel->setAccessibleName(tr("Incident"));
    findChild<QScrollArea *>(QStringLiteral("incidentDetailScroll"))->setAccessibleName(tr("Incident"));
    refresh();
}

void IncidentPane::showIncident(const IncidentId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_complete = false;
    m_timeline->setEntries({});
    {
        const QSignalBlocker blocked(m_comment);
        m_comment->setPlainText(m_drafts.value(toQString(id.value)));
    }
    refresh();
    loadTimeline();
}

void IncidentPane::focusComment()
{
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void IncidentPane::incidentsChanged(const IncidentDelta &delta)
{
    if (m_id.empty())
        return;
    const auto names = [this](const std::vector<IncidentId> &ids) { return std::ranges::find(ids, m_id) != ids.end(); };
    if (!names(delta.changed) && !names(delta.added) && !names(delta.removed))
        return;
    refresh();
    m_reload.start();
}

void IncidentPane::refresh()
{
    const Incident *incident = m_context.session.incident(m_id);
    if (!incident) {
        m_panel->setTitle(tr("Incident"));
        m_panel->showEmpty(m_id.empty() ? tr("Select an incident to see it here.")
                                        : tr("This incident is not known any more."));
        return;
    }
    m_panel->setTitle(tr("Incident"));
    updateLink();
    m_title->setText(incidentTitle(*incident));
    m_severity->setLook(lookOf(incident->severity));
    m_state->setLook(lookOf(incident->status));
    m_acknowledge->setVisible(incident->status == IncidentStatus::Open);
    m_resolve->setVisible(!incident->isClosed());
    m_snooze->setVisible(!incident->isClosed());
    m_reopen->setVisible(incident->status != IncidentStatus::Open);
    updateButtons();
    showFacts(*incident);
    showLabels(*incident);
    loadMetric(*incident);
}

void IncidentPane::updateButtons()
{
    const bool live = m_context.session.state() == Session::State::Live;
    for (QPushButton *button : {m_acknowledge, m_assign, m_resolve, m_snooze, m_reopen})
        button->setEnabled(live && !m_actions.isBusy(m_id));
    m_send->setEnabled(live && !m_sending.contains(m_id) && !m_id.empty()
                       && !m_comment->toPlainText().trimmed().isEmpty());
}

void IncidentPane::tick()
{
    if (m_context.session.incident(m_id))
        updateLink();
}

void IncidentPane::reload()
{
    m_metricDue = true;
    refresh();
    loadTimeline();
}

/// What is shown of a server that is gone is marked as old, as the table beside it is. It stays to be read, also where
/// the server lets nobody in any more.
void IncidentPane::updateLink()
{
    const LinkState link = linkState(m_context.session, m_context.clock);
    if (link.view == LinkState::View::Fresh)
        m_panel->showContent();
    else
        m_panel->showStale(link.text);
}

void IncidentPane::showLabels(const Incident &incident)
{
    m_description->setText(incidentDescription(incident));
    m_description->setVisible(!incident.description.empty());
    QStringList pairs;
    for (const auto &[name, value] : incident.labels)
        pairs << QString(toQString(name) % QLatin1Char('=') % toQString(value));
    m_labels->setText(pairs.join(QLatin1String("   ")));
    m_labels->setVisible(!pairs.isEmpty());
}

void IncidentPane::showFacts(const Incident &incident)
{
    const QLocale locale;
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const Timestamp now = m_context.clock.now() + m_context.session.clockOffset();
    const auto moment
        = [&](const std::optional<Timestamp> &at) { return at ? formatMoment(*at, now, locale, zone) : QString(); };
    m_facts->setFacts({
        {tr("Started"), moment(incident.startedAt)},
        {tr("Owner"), incident.owner.empty() ? tr("unassigned") : toQString(incident.owner)},
        {tr("Service"), toQString(incident.service)},
        {tr("Category"), toQString(incident.category)},
        {tr("Source"), toQString(incident.source)},
        {tr("Acknowledged"), moment(incident.acknowledgedAt)},
        {tr("Snoozed until"), incident.status == IncidentStatus::Snoozed ? moment(incident.snoozedUntil) : QString()},
        {tr("Resolved"), moment(incident.resolvedAt)},
        {tr("Identifier"), toQString(incident.id.value)},
    });
}

void IncidentPane::keepDraft()
{
    const QString text = m_comment->toPlainText();
    updateButtons();
    if (text.isEmpty())
        m_drafts.remove(toQString(m_id.value));
    else
        m_drafts.insert(toQString(m_id.value), text);
}

void IncidentPane::sendComment()
{
    const IncidentId id = m_id;
    const QString text = m_comment->toPlainText();
    m_sending.insert(id);
    updateButtons();
    m_actions.comment(id, text.trimmed(), [this, id, text](bool stored) {
        if (stored && m_drafts.value(toQString(id.value)) == text)
            m_drafts.remove(toQString(id.value));
        m_sending.erase(id);
        if (m_id != id)
            return;
        if (stored && m_comment->toPlainText() == text)
            m_comment->clear();
        updateButtons();
    });
}

void IncidentPane::acknowledge()
{
    m_actions.acknowledge({m_id});
}

void IncidentPane::assign()
{
    m_actions.assignTo({m_id});
}

void IncidentPane::resolve()
{
    m_actions.resolve({m_id});
}

void IncidentPane::snooze()
{
    m_actions.snooze({m_id});
}

void IncidentPane::reopen()
{
    m_actions.reopen({m_id});
}

} // namespace vigie
