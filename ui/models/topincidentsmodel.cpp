// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/topincidentsmodel.h"

#include "backend/client/incidentcache.h"
#include "ui/text/incidentwords.h"
#include "widgets/formatting.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <algorithm>
#include <tuple>

namespace vigie {

namespace {
bool graver(const Incident *a, const Incident *b)
{
    const auto key = [](const Incident &i) {
        return std::make_tuple(i.status == IncidentStatus::Snoozed, i.severity, i.startedAt,
                               std::string_view(i.id.value));
    };
    return key(*a) < key(*b);
}

void tallyIncident(IncidentCounts &counts, const Incident &incident)
{
    ++counts.open;
    ++counts.bySeverity[std::size_t(incident.severity)];
    counts.unacknowledged += incident.status == IncidentStatus::Open ? 1 : 0;
    counts.unowned += incident.owner.empty() ? 1 : 0;
}
} // namespace

TopIncidentsModel::TopIncidentsModel(int limit, QObject *parent)
    : SyncedTable<Incident>(parent)
    , m_limit(std::size_t(std::max(1, limit)))
{
}

void TopIncidentsModel::refresh(const IncidentCache &cache)
{
    IncidentCounts counts;
    std::vector<const Incident *> top; // a heap whose front is the least grave one
    top.reserve(m_limit + 1);
    for (const auto &[id, incident] : cache) {
        if (incident.isClosed())
            continue;
        tallyIncident(counts, incident);
        if (top.size() == m_limit && !graver(&incident, top.front()))
            continue;
        top.push_back(&incident);
        std::ranges::push_heap(top, graver);
        if (top.size() > m_limit) {
            std::ranges::pop_heap(top, graver);
            top.pop_back();
        }
    }
    std::ranges::sort_heap(top, graver);
    m_counts = counts;
    std::vector<Incident> rows;
    rows.reserve(top.size());
    for (const Incident *incident : top)
        rows.push_back(*incident);
    sync(std::move(rows));
}

void TopIncidentsModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    retranslate();
}

void TopIncidentsModel::tick(Timestamp now)
{
    m_now = now;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Age), index(rowCount() - 1, Age), {Qt::DisplayRole});
}

void TopIncidentsModel::retranslate()
{
    if (rowCount() > 0)
        changed(0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant TopIncidentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Incident &incident = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(incident, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == Age)
            return tr("open for %1", "1: time span, for screen readers").arg(text(incident, Age));
        return text(incident, index.column());
    case IdRole:
        return idOf(incident);
    case SeverityRole:
        return int(lookOf(incident.severity));
    case StateRole:
        return int(lookOf(incident.status));
    case MutedRole:
        return incident.status == IncidentStatus::Snoozed;
    case PulseRole:
        return incident.severity == Severity::Critical && incident.status == IncidentStatus::Open;
    default:
        return {};
    }
}

QString TopIncidentsModel::text(const Incident &incident, int column) const
{
    switch (column) {
    case SeverityColumn:
        return severityWord(lookOf(incident.severity));
    case Title:
        return incidentTitle(incident);
    case Service:
        return QString::fromStdString(incident.service);
    case Age:
        return formatStopwatch(std::max(Duration(0), m_now - incident.startedAt), m_locale);
    case Owner:
        return incident.owner.empty() ? tr("unassigned") : QString::fromStdString(incident.owner);
    case State:
        return stateWord(lookOf(incident.status));
    default:
        return {};
    }
}

QVariant TopIncidentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case Title:
        return tr("Incident");
    case Service:
        return tr("Service");
    case Age:
        return tr("Age");
    case Owner:
        return tr("Owner");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace vigie
