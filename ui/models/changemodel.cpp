// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/changemodel.h"

#include "ui/text/incidentwords.h"
#include "ui/text/sourcewords.h"
#include "widgets/formatting.h"
#include "widgets/severitychip.h"

namespace vigie {

namespace {
QString incidentSentence(const RecentChange &change, const QString &title)
{
    if (change.type == "incident.created")
        return ChangeModel::tr("%1: opened").arg(title);
    const IncidentStatus status = change.status.value_or(IncidentStatus::Open);
    if (change.type == "incident.resolved" || (status == IncidentStatus::Resolved && change.isNews))
        return ChangeModel::tr("%1: resolved").arg(title);
    if (!change.isNews)
        return ChangeModel::tr("%1: changed").arg(title);
    if (status == IncidentStatus::Acknowledged)
        return ChangeModel::tr("%1: acknowledged").arg(title);
    if (status == IncidentStatus::Snoozed)
        return ChangeModel::tr("%1: snoozed").arg(title);
    return ChangeModel::tr("%1: changed").arg(title);
}

QString sourceSentence(const RecentChange &change, const QString &name)
{
    if (change.type == "source.removed")
        return name.isEmpty() ? ChangeModel::tr("A source was removed") : ChangeModel::tr("%1: removed").arg(name);
    switch (change.sourceState.value_or(SourceState::Pending)) {
    case SourceState::Up:
        return ChangeModel::tr("%1 is up").arg(name);
    case SourceState::Down:
        return ChangeModel::tr("%1 is down").arg(name);
    case SourceState::Pending:
        break;
    }
    return ChangeModel::tr("%1 was added").arg(name);
}

SeverityLook changeLook(const RecentChange &change)
{
    if (change.type == "incident.resolved" || change.status == IncidentStatus::Resolved)
        return SeverityLook::Ok;
    if (change.severity)
        return lookOf(*change.severity);
    if (change.sourceState == SourceState::Up)
        return SeverityLook::Ok;
    return change.sourceState == SourceState::Down ? SeverityLook::High : SeverityLook::Unknown;
}
} // namespace

QString changeSentence(const RecentChange &change)
{
    if (change.type.starts_with("incident."))
        return incidentSentence(change, ruleTitle(QString::fromStdString(change.title)));
    return sourceSentence(change, sourceName(change.title));
}

ChangeModel::ChangeModel(QObject *parent)
    : SyncedTable<RecentChange>(parent)
{
}

void ChangeModel::setChanges(const std::deque<RecentChange> &changes)
{
    sync(std::vector<RecentChange>(changes.rbegin(), changes.rend()));
}

void ChangeModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    retranslate();
}

void ChangeModel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    retranslate();
}

void ChangeModel::retranslate()
{
    if (rowCount() > 0)
        changed(0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RecentChange &change = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (index.column() == Time)
            return formatMoment(change.at, m_now, m_locale, m_zone);
        return index.column() == What ? changeSentence(change) : QString::fromStdString(change.actor);
    case IdRole:
        return idOf(change);
    case SeverityRole:
        return int(changeLook(change));
    case SubjectRole:
        return QString::fromStdString(change.subjectId);
    case IsIncidentRole:
        return change.type.starts_with("incident.");
    default:
        return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case What:
        return tr("What happened");
    case Who:
        return tr("Owner");
    default:
        return {};
    }
}

} // namespace vigie
