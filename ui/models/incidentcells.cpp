// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of IncidentModel say, and in which order rows stand.
#include "ui/models/incidentrow.h"
#include "ui/text/incidentwords.h"
#include "widgets/formatting.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <algorithm>

namespace vigie {

void IncidentModel::fill(Row &row, const Incident &incident)
{
    row.title = incidentTitle(incident);
    row.service = QString::fromStdString(incident.service);
    row.owner = QString::fromStdString(incident.owner);
    row.source = QString::fromStdString(incident.source);
    row.severity = incident.severity;
    row.status = incident.status;
    row.startedAt = incident.startedAt;
    row.resolvedAt = incident.resolvedAt;
}

IncidentModel::RowPointer IncidentModel::makeRow(const Incident &incident) const
{
    auto row = std::make_unique<Row>();
    row->id = incident.id;
    fill(*row, incident);
    row->key = keyOf(*row);
    return row;
}

IncidentModel::Key IncidentModel::keyOf(const Row &row) const
{
    Key key {.rank = 0,
             .text = {},
             .severity = std::uint8_t(row.severity),
             .started = toMicros(row.startedAt),
             .id = row.id};
    switch (m_sortColumn) {
    case TitleColumn:
        key.text = row.title.toCaseFolded();
        break;
    case ServiceColumn:
        key.text = row.service.toCaseFolded();
        break;
    case OwnerColumn:
        key.text = row.owner.toCaseFolded();
        break;
    case SourceColumn:
        key.text = row.source.toCaseFolded();
        break;
    case AgeColumn:
        key.rank = -key.started; // youngest first
        break;
    case StateColumn:
        key.rank = std::int64_t(row.status);
        break;
    default:
        key.rank = std::int64_t(row.severity);
    }
    return key;
}

/// Equal ranks: most severe first, then the newest, in either direction of the column.
bool IncidentModel::lessThan(const Key &a, const Key &b) const
{
    if (a.rank != b.rank)
        return (a.rank < b.rank) == (m_sortOrder == Qt::AscendingOrder);
    if (const int order = a.text.compare(b.text); order != 0)
        return (order < 0) == (m_sortOrder == Qt::AscendingOrder);
    if (a.severity != b.severity)
        return a.severity < b.severity;
    if (a.started != b.started)
        return a.started > b.started;
    return a.id < b.id;
}

int IncidentModel::positionOf(const Key &key) const
{
    const auto at = std::ranges::lower_bound(
        m_rows, key, [this](const Key &a, const Key &b) { return lessThan(a, b); },
        [](const RowPointer &row) -> const Key & { return row->key; });
    return int(at - m_rows.begin());
}

QString IncidentModel::ageText(const Row &row) const
{
    const Timestamp end
        = row.resolvedAt && row.status == IncidentStatus::Resolved ? *row.resolvedAt : m_clock.now() + m_offset;
    return formatStopwatch(std::max(end - row.startedAt, Duration(0)), m_locale);
}

QVariant IncidentModel::text(const Row &row, int column) const
{
    switch (column) {
    case SeverityColumn:
        return severityWord(lookOf(row.severity));
    case TitleColumn:
        return row.title;
    case ServiceColumn:
        return row.service;
    case AgeColumn:
        return ageText(row);
    case OwnerColumn:
        return row.owner.isEmpty() ? tr("unassigned") : row.owner;
    case StateColumn:
        return stateWord(lookOf(row.status));
    case SourceColumn:
        return row.source;
    default:
        return {};
    }
}

QVariant IncidentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = *m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case IdRole:
        return QString::fromStdString(row.id.value);
    case SeverityRole:
        return int(lookOf(row.severity));
    case StateRole:
        return int(lookOf(row.status));
    case MutedRole:
        return row.status == IncidentStatus::Resolved || row.status == IncidentStatus::Snoozed;
    case FreshRole:
        return row.freshUntil > m_clock.steadyNow();
    case PulseRole:
        return row.severity == Severity::Critical && row.status == IncidentStatus::Open;
    case Qt::AccessibleTextRole:
        return index.column() == AgeColumn ? tr("Age %1").arg(ageText(row)) : text(row, index.column());
    default:
        return {};
    }
}

QVariant IncidentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case TitleColumn:
        return tr("Incident");
    case ServiceColumn:
        return tr("Service");
    case AgeColumn:
        return tr("Age");
    case OwnerColumn:
        return tr("Owner");
    case StateColumn:
        return tr("State");
    case SourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace vigie
