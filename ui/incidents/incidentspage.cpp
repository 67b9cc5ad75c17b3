// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incidents/incidentspage.h"

#include "ui/incidents/incidentfilterbar.h"
#include "ui/incidents/incidentpane.h"
#include "ui/models/incidentmodel.h"
#include "ui/models/linkstate.h"
#include "ui/shell/preferences.h"
#include "ui/tables/tablesetup.h"
#include "ui/text/words.h"
#include "widgets/livetableview.h"
#include "widgets/panel.h"
#include "widgets/pendingbar.h"
#include "widgets/severitychip.h"
#include "widgets/tabledelegate.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {
constexpr QLatin1String splitterKey("incidents/splitter");
constexpr QLatin1String sortKey("incidents/sort");
} // namespace

IncidentsPage::IncidentsPage(UiContext &context, QWidget *parent)
    : Page(context, parent)
    , m_actions(new IncidentActions(context, this))
    , m_model(new IncidentModel(context.session.incidents(), context.clock, this))
{
    setObjectName(QStringLiteral("page.incidents"));
    build();
    connectSession();
    addActions();
    m_clock.setInterval(1000);
    m_badgeTimer.setSingleShot(true);
    m_badgeTimer.setInterval(250);
    connect(&m_badgeTimer, &QTimer::timeout, this, &IncidentsPage::updateBadge);
    connect(&m_clock, &QTimer::timeout, this, &IncidentsPage::tick);
    connect(m_actions, &IncidentActions::created, this, &IncidentsPage::selectIncident);
    if (context.session.isLoaded() || context.session.cachedAt())
        load();
    retranslate();
    updateState();
}

IncidentsPage::~IncidentsPage() = default;

void IncidentsPage::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::pageMargin, Theme::panelGap, Theme::pageMargin, Theme::pageMargin);
    outer->setSpacing(Theme::panelGap);
    m_filterBar = new IncidentFilterBar(theme(), context().session.incidents(), this);
    outer->addWidget(m_filterBar);
    buildTable();
    m_pane = new IncidentPane(context(), *m_actions, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("incidentSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(Theme::panelGap);
    m_splitter->addWidget(m_panel);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({700, 400});
    m_splitter->restoreState(context().preferences.state(splitterKey).toByteArray());
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { context().preferences.setState(splitterKey, m_splitter->saveState()); });
    outer->addWidget(m_splitter, 1);

    connect(m_filterBar, &IncidentFilterBar::filterChanged, m_model, &IncidentModel::setFilter);
    connect(m_filterBar, &IncidentFilterBar::filterChanged, this, &IncidentsPage::filterChanged);
    connect(m_filterBar, &IncidentFilterBar::left, this, &IncidentsPage::focusContent);
    connect(m_model, &IncidentModel::pendingChanged, this, &IncidentsPage::updateCounts);
    connect(m_model, &IncidentModel::rowsInserted, this, &IncidentsPage::updateState);
    connect(m_model, &IncidentModel::rowsRemoved, this, &IncidentsPage::updateState);
    connect(m_model, &IncidentModel::modelReset, this, &IncidentsPage::updateState);
}

void IncidentsPage::buildTable()
{
    m_table = new LiveTableView(theme(), this);
    m_table->setObjectName(QStringLiteral("incidentTable"));
    m_table->setModel(m_model);
    m_table->setIdRole(IncidentModel::IdRole);
    m_table->setPulseRole(IncidentModel::PulseRole);
    auto *delegate = new TableDelegate(theme(),
                                       TableRoles {.severity = IncidentModel::SeverityRole,
                                                   .state = IncidentModel::StateRole,
                                                   .muted = IncidentModel::MutedRole,
                                                   .fresh = IncidentModel::FreshRole,
                                                   .pulse = IncidentModel::PulseRole},
                                       this);
    delegate->setColumnKind(IncidentModel::SeverityColumn, CellKind::Severity);
    delegate->setColumnKind(IncidentModel::TitleColumn, CellKind::Primary);
    delegate->setColumnKind(IncidentModel::AgeColumn, CellKind::Time);
    delegate->setColumnKind(IncidentModel::StateColumn, CellKind::State);
    m_table->setItemDelegate(delegate);
    followRowDensity(*m_table, context());
    setUpSorting();
    setUpColumns();
    connect(m_table, &LiveTableView::updatesHeldChanged, m_model, &IncidentModel::setHeld);
    connect(m_table, &LiveTableView::currentRowChanged, this, &IncidentsPage::currentChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IncidentsPage::currentChanged);
    connect(m_table, &LiveTableView::openRequested, this, [this] { m_pane->focusComment(); });
    setUpPanel();
}

/// In a narrow window the columns go that the pane shows anyway.
void IncidentsPage::setUpColumns()
{
    auto *fitter
        = new ColumnFitter(theme(), *m_table, {{104}, {260, true, 170}, {120}, {92}, {100}, {130}, {110}},
                           {IncidentModel::SourceColumn, IncidentModel::ServiceColumn, IncidentModel::OwnerColumn});
    fitter->setLeastWidth(IncidentModel::StateColumn, [this] { return stateColumnWidth(theme(), incidentStateLooks); });
    fitter->setLeastWidth(IncidentModel::SeverityColumn, [this] { return severityColumnWidth(theme()); });
}

void IncidentsPage::setUpSorting()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    const QStringList sorted = context().preferences.state(sortKey).toString().split(QLatin1Char(' '));
    const Qt::SortOrder order = sorted.value(1) == QLatin1String("down") ? Qt::DescendingOrder : Qt::AscendingOrder;
    const int column = std::clamp(sorted.value(0).toInt(), 0, int(IncidentModel::ColumnCount) - 1);
    header->setSortIndicator(column, order);
    m_model->sort(column, order);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder way) {
        m_model->sort(section, way);
        context().preferences.setState(
            sortKey,
            QString(QString::number(section)
                    % (way == Qt::DescendingOrder ? QLatin1String(" down") : QLatin1String(" up"))));
    });
}

void IncidentsPage::setUpPanel()
{
    m_pending = new PendingBar(theme(), this);
    m_pending->setObjectName(QStringLiteral("incidentPending"));
    connect(m_pending, &PendingBar::applyRequested, m_model, &IncidentModel::releasePending);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pending);
    column->addWidget(m_table, 1);
    m_panel = new Panel(theme(), {}, this);
    m_panel->setObjectName(QStringLiteral("incidentTablePanel"));
    m_panel->setContent(content, false);
    connect(m_panel, &Panel::nextStepRequested, this, [this] {
        if (!m_filterBar->filter().isDefault())
            m_filterBar->setFilter({});
        else
            m_actions->create();
    });
}

void IncidentsPage::connectSession()
{
    Session &session = context().session;
    connect(&session, &Session::incidentsChanged, this, [this](const IncidentDelta &delta) {
        m_model->apply(delta);
        if (!m_badgeTimer.isActive())
            m_badgeTimer.start();
        updateCounts();
        showWanted();
    });
    connect(&session, &Session::restored, this, &IncidentsPage::load);
    connect(&session, &Session::loaded, this, [this] {
        m_model->setClockOffset(context().session.clockOffset());
        m_filterBar->setMe(context().session.user().name);
        updateState();
        updateBadge();
        showWanted();
    });
    connect(&session, &Session::stateChanged, this, [this] {
        m_filterBar->setMe(context().session.user().name);
        updateState();
    });
}

void IncidentsPage::load()
{
    m_model->setClockOffset(context().session.clockOffset());
    m_model->load();
    // Of another server, or gone for good: there is nothing to keep.
    if (!context().session.incident(m_pane->shown()))
        m_pane->showIncident({});
    updateBadge();
    updateState();
    showWanted();
}

void IncidentsPage::activate()
{
    m_active = true;
    m_clock.start();
    tick();
    m_focusTable = !m_table->isVisible();
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0 && m_wanted.empty())
        m_table->selectOnly(0);
}

void IncidentsPage::deactivate()
{
    m_active = false;
    m_focusTable = false;
    m_clock.stop();
}

bool IncidentsPage::hasData() const
{
    if (!context().session.isLoaded())
        return false;
    return m_model->rowCount() == 0 || (m_table->currentIndex().isValid() && m_pane->isComplete());
}

int IncidentsPage::rowsShown() const
{
    return m_model->rowCount();
}

bool IncidentsPage::focusContent()
{
    QWidget *content = m_table->isVisible() ? static_cast<QWidget *>(m_table) : this;
    content->setFocus(Qt::OtherFocusReason);
    return true;
}

void IncidentsPage::focusFilter()
{
    m_filterBar->focusText();
}

void IncidentsPage::refresh()
{
    context().session.retryNow();
    m_model->releasePending();
    m_pane->reload();
}

void IncidentsPage::openWith(const QUrlQuery &what)
{
    if (what.hasQueryItem(QStringLiteral("id"))) {
        selectIncident(IncidentId {what.queryItemValue(QStringLiteral("id"), QUrl::FullyDecoded).toStdString()});
        return;
    }
    IncidentFilter filter;
    const auto values = [&what](const QString &key) {
        return what.queryItemValue(key, QUrl::FullyDecoded).split(QLatin1Char(','), Qt::SkipEmptyParts);
    };
    for (const QString &name : values(QStringLiteral("severity"))) {
        if (const auto severity = severityFromName(name.toStdString()))
            filter.severities |= IncidentFilter::bit(*severity);
    }
    for (const QString &name : values(QStringLiteral("status"))) {
        if (const auto status = statusFromName(name.toStdString()))
            filter.statuses |= IncidentFilter::bit(*status);
    }
    const QString owner = what.queryItemValue(QStringLiteral("owner"));
    filter.owner = owner == QLatin1String("none") ? IncidentFilter::Owner::Nobody
        : owner == QLatin1String("me")            ? IncidentFilter::Owner::Mine
                                                  : IncidentFilter::Owner::Any;
    filter.service = what.queryItemValue(QStringLiteral("service"), QUrl::FullyDecoded).toStdString();
    filter.text = what.queryItemValue(QStringLiteral("text"), QUrl::FullyDecoded).toStdString();
    m_filterBar->setFilter(filter);
}

void IncidentsPage::selectIncident(const IncidentId &id)
{
    m_wanted = id;
    const Incident *incident = context().session.incident(id);
    if (incident && !IncidentMatcher(m_filterBar->filter()).matches(*incident)) {
        IncidentFilter filter;
        if (incident->isClosed())
            filter.statuses = IncidentFilter::bit(incident->status);
        m_filterBar->setFilter(filter);
    }
    if (!incident)
        whenDone(context().session.loadIncident(id), this,
                 [](const Result<IncidentDetail> &) { /* arrives as a change */ });
    m_model->releasePending();
    showWanted();
}

void IncidentsPage::showWanted()
{
    if (m_wanted.empty())
        return;
    const int row = m_model->rowOf(m_wanted);
    if (row < 0)
        return;
    m_wanted = {};
    m_table->selectOnly(row);
    m_table->scrollTo(m_model->index(row, 0));
}

/// A row that goes takes the selection with it; what the pane shows stays until something else is chosen, so that a
/// comment that is being written does not go to another incident.
void IncidentsPage::currentChanged()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_table->isRemovingRows() && current.isValid() && m_table->selectionModel()->isSelected(current))
        m_pane->showIncident(m_model->idAt(current.row()));
}

void IncidentsPage::tick()
{
    const auto [first, last] = visibleRows(*m_table);
    if (last >= first)
        m_model->refreshAges(first, last);
    if (context().session.state() != Session::State::Live) {
        updateState(); // it says how old the data are
        m_pane->tick();
    }
}

void IncidentsPage::updateBadge()
{
    int open = 0;
    Severity worst = Severity::Low;
    for (const auto &[id, incident] : context().session.incidents()) {
        if (incident.status != IncidentStatus::Open)
            continue;
        ++open;
        worst = std::min(worst, incident.severity);
    }
    setBadge(open, open == 0 ? SeverityLook::Unknown : lookOf(worst));
}

/// Who filters looks for something else: what the filter hides is not kept beside the table, where it could be
/// acknowledged by mistake. A comment that was begun is kept.
void IncidentsPage::filterChanged()
{
    updateState();
    if (!m_wanted.empty() || m_model->rowOf(m_pane->shown()) >= 0)
        return;
    m_pane->showIncident({});
    if (m_model->rowCount() > 0)
        m_table->selectOnly(0);
}

void IncidentsPage::updateCounts()
{
    m_filterBar->setCounts(m_model->rowCount(), m_model->pendingCount());
    m_pending->setPending(m_model->pendingCount());
}

void IncidentsPage::updateState()
{
    updateCounts();
    const Session &session = context().session;
    const LinkState link = linkState(session, context().clock);
    if (link.view == LinkState::View::Waiting && session.state() == Session::State::Lost)
        m_panel->showError(problemOf(session.lastError(), false));
    else if (applyLink(*m_panel, link))
        showRows();
    if (!m_active || m_model->rowCount() == 0)
        return;
    // Only where nothing is looked at: a new row must not take the pane from somebody who writes there.
    if (!m_table->currentIndex().isValid() && m_wanted.empty() && m_pane->shown().empty())
        m_table->selectOnly(0);
    if (std::exchange(m_focusTable, false))
        m_table->setFocus();
}

/// What is shown of a server that answers. Of any other nobody knows that all is well.
void IncidentsPage::showRows()
{
    if (m_model->rowCount() > 0)
        m_panel->showContent();
    else if (m_filterBar->filter().isDefault())
        m_panel->showEmpty(tr("No open incidents. Everything that is watched is well."), tr("Report an incident …"),
                           true);
    else
        m_panel->showEmpty(tr("No incident passes the filter."), tr("Reset the filter"));
}

void IncidentsPage::retranslate()
{
    m_panel->setTitle(tr("Incidents"));
    m_table->setAccessibleName(tr("Incidents"));
    m_model->retranslate();
    updateState();
}

} // namespace vigie
