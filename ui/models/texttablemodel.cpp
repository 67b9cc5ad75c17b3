// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/texttablemodel.h"

#include "backend/domain/incident.h"
#include "widgets/severitychip.h"
#include "widgets/statechip.h"

#include <algorithm>

namespace vigie {

namespace {
QString jsonText(const Json &value)
{
    return QString::fromStdString(value.toString());
}

QString joinedLabels(const Json &labels)
{
    QStringList parts;
    for (const auto &[name, value] : labels.object()) {
        if (name != "alertname" && name != "severity")
            parts.append(QString::fromStdString(name) + QLatin1Char('=') + jsonText(value));
    }
    return parts.join(QLatin1String(", "));
}

QString targetStateWord(const std::string &health)
{
    if (health == "up")
        return stateWord(StateLook::Up);
    return stateWord(health == "down" ? StateLook::Down : StateLook::Pending);
}

StateLook ruleLook(const Json &rule)
{
    if (rule["health"].toString() == "err")
        return StateLook::Down;
    const std::string &state = rule["state"].toString();
    if (state == "firing")
        return StateLook::Open;
    return state == "pending" ? StateLook::Pending : StateLook::Up;
}

QString ruleStateWord(const Json &rule)
{
    if (rule["health"].toString() == "err")
        return TextTableModel::tr("failing", "a rule whose evaluation fails");
    const std::string &state = rule["state"].toString();
    if (state == "firing")
        return TextTableModel::tr("firing", "state of an alert");
    if (state == "pending")
        return TextTableModel::tr("pending", "state of an alert");
    return rule["type"].toString() == "recording" ? TextTableModel::tr("recording", "a rule that records")
                                                  : TextTableModel::tr("quiet", "an alert rule that does not fire");
}

/// Rows that need attention first; stable within.
void sortByGravity(std::vector<TextRow> &rows, std::initializer_list<StateLook> order)
{
    const auto rank
        = [&](const TextRow &row) { return std::ranges::find(order, StateLook(row.state)) - order.begin(); };
    std::ranges::stable_sort(rows, [&](const TextRow &a, const TextRow &b) { return rank(a) < rank(b); });
}
} // namespace

TextTableModel::TextTableModel(QObject *parent)
    : SyncedTable<TextRow>(parent)
{
}

void TextTableModel::setHeaders(const QStringList &headers)
{
    const bool first = m_headers.isEmpty();
    if (first && !headers.isEmpty())
        beginInsertColumns({}, 0, int(headers.size()) - 1);
    m_headers = headers;
    if (first && !headers.isEmpty())
        endInsertColumns();
    else
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(headers.size()) - 1);
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TextRow &item = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return item.cells.value(index.column());
    case IdRole:
        return item.id;
    case StateRole:
        return item.state < 0 ? QVariant() : QVariant(item.state);
    case SeverityRole:
        return item.severity < 0 ? QVariant() : QVariant(item.severity);
    default:
        return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headers.value(section)) : QVariant();
}

std::vector<TextRow> prometheusTargetRows(const Json &data)
{
    std::vector<TextRow> rows;
    for (const Json &target : data["activeTargets"].array()) {
        const std::string &health = target["health"].toString();
        TextRow row;
        row.state = int(health == "up" ? StateLook::Up : health == "down" ? StateLook::Down : StateLook::Pending);
        row.cells = {targetStateWord(health), jsonText(target["labels"]["job"]), jsonText(target["labels"]["instance"]),
                     jsonText(target["lastError"])};
        row.id = jsonText(target["scrapePool"]) + QLatin1Char(' ') + jsonText(target["scrapeUrl"]);
        rows.push_back(std::move(row));
    }
    sortByGravity(rows, {StateLook::Down, StateLook::Pending, StateLook::Up});
    return rows;
}

std::vector<TextRow> prometheusRuleRows(const Json &data)
{
    std::vector<TextRow> rows;
    for (const Json &group : data["groups"].array()) {
        int place = 0; // a group may hold several rules of one name
        for (const Json &rule : group["rules"].array()) {
            TextRow row;
            row.state = int(ruleLook(rule));
            row.cells = {ruleStateWord(rule), jsonText(rule["name"]), jsonText(group["name"]), jsonText(rule["query"]),
                         jsonText(rule["lastError"])};
            row.id = jsonText(group["file"]) + QLatin1Char(' ') + jsonText(group["name"]) + QLatin1Char(' ')
                + QString::number(place++);
            rows.push_back(std::move(row));
        }
    }
    sortByGravity(rows, {StateLook::Open, StateLook::Down, StateLook::Pending, StateLook::Up});
    return rows;
}

std::vector<TextRow> prometheusAlertRows(const Json &data)
{
    std::vector<TextRow> rows;
    for (const Json &alert : data["alerts"].array()) {
        const bool firing = alert["state"].toString() == "firing";
        const SeverityLook look = lookOf(severityFromAlertLabel(alert["labels"]["severity"].toString()));
        TextRow row;
        row.state = int(firing ? StateLook::Open : StateLook::Pending);
        row.severity = int(look);
        row.cells = {firing ? TextTableModel::tr("firing", "state of an alert")
                            : TextTableModel::tr("pending", "state of an alert"),
                     severityWord(look), jsonText(alert["labels"]["alertname"]), joinedLabels(alert["labels"]),
                     jsonText(alert["value"])};
        row.id = QString::fromStdString(alert["labels"].dump());
        rows.push_back(std::move(row));
    }
    sortByGravity(rows, {StateLook::Open, StateLook::Pending});
    return rows;
}

QStringList prometheusTargetHeaders()
{
    return {TextTableModel::tr("State"), TextTableModel::tr("Job"), TextTableModel::tr("Instance"),
            TextTableModel::tr("Last error")};
}

QStringList prometheusRuleHeaders()
{
    return {TextTableModel::tr("State"), TextTableModel::tr("Rule"), TextTableModel::tr("Group"),
            TextTableModel::tr("Expression"), TextTableModel::tr("Last error")};
}

QStringList prometheusAlertHeaders()
{
    return {TextTableModel::tr("State"), TextTableModel::tr("Severity"), TextTableModel::tr("Alert"),
            TextTableModel::tr("Labels"), TextTableModel::tr("Value")};
}

} // namespace vigie
