// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sourcemodel.h"

#include "ui/text/sourcewords.h"
#include "ui/text/words.h"
#include "widgets/formatting.h"
#include "widgets/statechip.h"

#include <algorithm>

namespace vigie {

namespace {
/// What needs attention first: failed, never tried, fine.
int sourceGravity(SourceState state)
{
    switch (state) {
    case SourceState::Down:
        return 0;
    case SourceState::Pending:
        return 1;
    case SourceState::Up:
        return 2;
    }
    return 3;
}

template<typename T>
int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

/// Ages are said in whole seconds, minutes or hours, so that a table does not flicker.
QString agoOf(Timestamp at, Timestamp now, const QLocale &locale)
{
    const Duration age = std::max(Duration(0), now - at);
    if (age >= std::chrono::hours(24))
        return formatSpan(std::chrono::floor<std::chrono::hours>(age), locale);
    if (age >= std::chrono::minutes(1))
        return formatSpan(std::chrono::floor<std::chrono::minutes>(age), locale);
    return formatSpan(std::chrono::floor<std::chrono::seconds>(age), locale);
}
} // namespace

SourceModel::SourceModel(QObject *parent)
    : SyncedTable<SourceRow>(parent)
{
}

void SourceModel::setSources(const std::map<SourceId, SourceStatus> &sources)
{
    m_all = sources;
    update();
}

void SourceModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    refresh();
}

void SourceModel::setBeingRemoved(const std::set<SourceId> &ids)
{
    m_removing = ids;
    update();
}

void SourceModel::setHeld(bool held)
{
    if (held == std::exchange(m_held, held))
        return;
    if (!held)
        refresh();
}

void SourceModel::releasePending()
{
    refresh();
}

void SourceModel::setPending(int count)
{
    if (count != std::exchange(m_pending, count))
        Q_EMIT pendingChanged(count);
}

/// New values; new places only where nobody is on the table.
void SourceModel::update()
{
    if (!m_held || isEmpty()) {
        refresh();
        return;
    }
    std::vector<SourceRow> kept;
    kept.reserve(rows().size());
    std::set<SourceId> shown;
    for (const SourceRow &row : rows()) {
        const auto known = m_all.find(row.status.id);
        if (known == m_all.end())
            continue;
        shown.insert(known->first);
        kept.push_back({known->second, m_removing.contains(known->first)});
    }
    const auto waits = [&](const auto &item) { return !shown.contains(item.first) && accepts(item.second); };
    const auto waiting = std::count_if(m_all.begin(), m_all.end(), waits);
    sync(std::move(kept));
    setPending(int(waiting));
}

void SourceModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    retranslate();
}

void SourceModel::tick(Timestamp now, int first, int last)
{
    m_now = now;
    first = std::max(0, first);
    last = std::min(rowCount() - 1, last);
    if (first > last)
        return;
    Q_EMIT dataChanged(index(first, Since), index(last, Since), {Qt::DisplayRole});
    Q_EMIT dataChanged(index(first, LastSuccess), index(last, NextAttempt), {Qt::DisplayRole});
}

void SourceModel::retranslate()
{
    refresh(); // words are filtered and sorted by, too
    if (rowCount() > 0)
        changed(0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const SourceStatus *SourceModel::source(const QModelIndex &index) const
{
    return index.isValid() && index.model() == this ? &row(index.row()).status : nullptr;
}

void SourceModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = column;
    m_order = order;
    refresh();
}

void SourceModel::refresh()
{
    std::vector<SourceRow> rows;
    rows.reserve(m_all.size());
    for (const auto &[id, status] : m_all) {
        if (accepts(status))
            rows.push_back({status, m_removing.contains(id)});
    }
    std::ranges::stable_sort(rows, [this](const SourceRow &a, const SourceRow &b) {
        const int order = compare(a.status, b.status);
        if (order != 0)
            return m_order == Qt::AscendingOrder ? order < 0 : order > 0;
        return a.status.name < b.status.name;
    });
    sync(std::move(rows));
    setPending(0);
}

bool SourceModel::accepts(const SourceStatus &status) const
{
    if (m_filter.trimmed().isEmpty())
        return true;
    const QString text = sourceName(status) % QLatin1Char(' ') % QString::fromStdString(status.target)
        % QLatin1Char(' ') % sourceKindWord(status.kind) % QLatin1Char(' ') % stateWord(lookOf(status.state));
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

int SourceModel::compare(const SourceStatus &a, const SourceStatus &b) const
{
    switch (Column(m_sortColumn)) {
    case State:
        return threeWay(sourceGravity(a.state), sourceGravity(b.state));
    case Since:
        return threeWay(b.since, a.since); // the youngest first, as the age says
    case Name:
        return sourceName(a).localeAwareCompare(sourceName(b));
    case Kind:
        return sourceKindWord(a.kind).localeAwareCompare(sourceKindWord(b.kind));
    case Target:
        return threeWay(a.target, b.target);
    case LastSuccess:
        return threeWay(b.lastSuccess, a.lastSuccess);
    case Latency:
        return threeWay(a.lastDuration, b.lastDuration);
    case NextAttempt:
        return threeWay(a.nextAttempt, b.nextAttempt);
    case LastError:
        return threeWay(a.lastError, b.lastError);
    case ColumnCount:
        break;
    }
    return 0;
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SourceRow &item = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == State ? accessibleText(item) : text(item, index.column());
    case IdRole:
        return idOf(item);
    case StateRole:
        return int(lookOf(item.status.state));
    case MutedRole:
        return item.beingRemoved;
    default:
        return {};
    }
}

QString SourceModel::text(const SourceRow &item, int column) const
{
    const SourceStatus &status = item.status;
    switch (column) {
    case State:
        return item.beingRemoved ? tr("Being removed") : stateWord(lookOf(status.state));
    case Since:
        return agoOf(status.since, m_now, m_locale);
    case Name:
        return sourceName(status);
    case Kind:
        return sourceKindWord(status.kind);
    case Target:
        return QString::fromStdString(status.target);
    case LastSuccess:
        if (!status.lastSuccess)
            return status.kind == SourceKind::Webhook ? QStringLiteral("–") : tr("never");
        return agoOf(*status.lastSuccess, m_now, m_locale);
    case Latency:
        return status.lastDuration > Duration(0) ? formatSpan(status.lastDuration, m_locale) : QStringLiteral("–");
    case NextAttempt:
        if (!status.nextAttempt)
            return QStringLiteral("–");
        return *status.nextAttempt <= m_now ? tr("now") : tr("in %1").arg(agoOf(m_now, *status.nextAttempt, m_locale));
    case LastError:
        return QString::fromStdString(status.lastError);
    default:
        return {};
    }
}

QString SourceModel::accessibleText(const SourceRow &item) const
{
    return tr("%1, %2", "name of a source, its state")
        .arg(sourceName(item.status), stateWord(lookOf(item.status.state)));
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Since:
        return tr("For", "column: how long it has been in this state");
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Target:
        return tr("Target");
    case LastSuccess:
        return tr("Last success", "column: how long ago");
    case Latency:
        return tr("Latency");
    case NextAttempt:
        return tr("Next try");
    case LastError:
        return tr("Last error");
    default:
        return {};
    }
}

QString sourceStateSentence(const SourceStatus &status, Timestamp now, const QLocale &locale)
{
    const QString since = agoOf(status.since, now, locale);
    switch (status.state) {
    case SourceState::Up:
        return SourceModel::tr("up for %1").arg(since);
    case SourceState::Down:
        return status.lastError.empty()
            ? SourceModel::tr("down for %1").arg(since)
            : SourceModel::tr("down for %1: %2").arg(since, QString::fromStdString(status.lastError));
    case SourceState::Pending:
        break;
    }
    return status.kind == SourceKind::Webhook ? SourceModel::tr("nothing received yet")
                                              : SourceModel::tr("first look under way");
}

} // namespace vigie
