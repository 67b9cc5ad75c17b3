// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What IncidentsPage puts into the action registry.
#include "ui/incidents/incidentpane.h"
#include "ui/incidents/incidentspage.h"
#include "ui/models/incidentmodel.h"
#include "ui/shell/actionregistry.h"
#include "widgets/livetableview.h"

namespace vigie {

IncidentActions::Ids IncidentsPage::selection() const
{
    IncidentActions::Ids ids;
    const QStringList selected = m_table->selectedIds();
    for (const QString &one : selected)
        ids.push_back(IncidentId {one.toStdString()});
    return ids;
}

QString IncidentsPage::whyNotSelected(bool needsOpen) const
{
    const IncidentActions::Ids ids = selection();
    if (ids.empty())
        return tr("Select an incident first.");
    if (context().session.state() != Session::State::Live)
        return tr("There is no connection to the server.");
    const Incident *incident = context().session.incident(ids.front());
    if (needsOpen && ids.size() == 1 && incident && incident->isClosed())
        return tr("This incident is resolved already.");
    return {};
}

void IncidentsPage::addAction(const char *name, std::function<QString()> title, const QString &keys,
                              std::function<void(const IncidentActions::Ids &)> run, bool needsOpen)
{
    context().actions.add(
        {.id = QString(QLatin1String("incidents.") % QLatin1String(name)),
         .title = std::move(title),
         .category = [] { return tr("Incidents"); },
         .keys = keys,
         .page = id(),
         .onSelection = true},
        this, [this, run = std::move(run)] { run(selection()); },
        [this, needsOpen] { return whyNotSelected(needsOpen); });
}

void IncidentsPage::addActions()
{
    using Ids = const IncidentActions::Ids &;
    addAction(
        "acknowledge", [] { return tr("Acknowledge"); }, QStringLiteral("A"),
        [this](Ids ids) { m_actions->acknowledge(ids); }, true);
    addAction(
        "assignToMe", [] { return tr("Assign to me"); }, QStringLiteral("M"),
        [this](Ids ids) { m_actions->assignToMe(ids); }, true);
    addAction(
        "assign", [] { return tr("Assign to …"); }, QStringLiteral("O"), [this](Ids ids) { m_actions->assignTo(ids); },
        true);
    addAction(
        "comment", [] { return tr("Comment …"); }, QStringLiteral("C"), [this](Ids ids) { m_actions->comment(ids); },
        false);
    addAction(
        "snooze", [] { return tr("Snooze …"); }, QStringLiteral("S"), [this](Ids ids) { m_actions->snooze(ids); },
        true);
    addAction(
        "resolve", [] { return tr("Resolve …"); }, QStringLiteral("R"), [this](Ids ids) { m_actions->resolve(ids); },
        true);
    addAction(
        "reopen", [] { return tr("Reopen"); }, QStringLiteral("U"), [this](Ids ids) { m_actions->reopen(ids); }, false);
    addTriageActions();
    addMoveActions();
}

IncidentId IncidentsPage::nextUnownedCritical() const
{
    const Incident *oldest = nullptr;
    for (const auto &[id, incident] : context().session.incidents()) {
        const bool fits = incident.severity == Severity::Critical && incident.status == IncidentStatus::Open
            && incident.owner.empty();
        if (fits && (!oldest || incident.startedAt < oldest->startedAt))
            oldest = &incident;
    }
    return oldest ? oldest->id : IncidentId {};
}

void IncidentsPage::addTriageActions()
{
    const auto category = [] { return tr("Incidents"); };
    context().actions.add(
        {.id = QStringLiteral("incidents.nextCritical"),
         .title = [] { return tr("Acknowledge the next unowned critical incident"); },
         .category = category,
         .keys = QStringLiteral("N, A"),
         .page = {},
         .keywords = QStringLiteral("triage next critical ack")},
        this,
        [this] {
            const IncidentId id = nextUnownedCritical();
            context().navigator.go(this->id(),
                                   QUrlQuery(QString(QLatin1String("id=") % QString::fromStdString(id.value))));
            m_actions->acknowledge({id});
        },
        [this] {
            if (context().session.state() != Session::State::Live)
                return tr("There is no connection to the server.");
            return nextUnownedCritical().empty() ? tr("There is no unowned critical incident.") : QString();
        });
    context().actions.add(
        {.id = QStringLiteral("incidents.create"),
         .title = [] { return tr("Report an incident …"); },
         .category = category,
         .keys = QStringLiteral("Ctrl+N"),
         .page = {},
         .keywords = QStringLiteral("new create add")},
        this, [this] { m_actions->create(); },
        [this] {
            return context().session.state() == Session::State::Live ? QString()
                                                                     : tr("There is no connection to the server.");
        });
    context().actions.add(
        {.id = QStringLiteral("incidents.writeComment"),
         .title = [] { return tr("Write a comment beside the table"); },
         .category = category,
         .keys = QStringLiteral("Shift+C"),
         .page = id()},
        this, [this] { m_pane->focusComment(); }, [this] { return whyNotSelected(false); });
}

void IncidentsPage::addMoveActions()
{
    const auto category = [] { return tr("Incidents"); };
    context().actions.add({.id = QStringLiteral("incidents.next"),
                           .title = [] { return tr("Next incident"); },
                           .category = category,
                           .keys = QStringLiteral("J"),
                           .page = id(),
                           .keywords = {},
                           .hidden = true,
                           .tablesHaveIt = true},
                          this, [this] { m_table->moveBy(1); });
    context().actions.add({.id = QStringLiteral("incidents.previous"),
                           .title = [] { return tr("Previous incident"); },
                           .category = category,
                           .keys = QStringLiteral("K"),
                           .page = id(),
                           .keywords = {},
                           .hidden = true,
                           .tablesHaveIt = true},
                          this, [this] { m_table->moveBy(-1); });
    context().actions.add({.id = QStringLiteral("incidents.showNew"),
                           .title = [] { return tr("Show the incidents that wait"); },
                           .category = category,
                           .keys = QStringLiteral("."),
                           .page = id()},
                          this, [this] { m_model->releasePending(); });
}

} // namespace vigie
