// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/widgetsamples.h"

#include <cmath>

namespace vigie::test {

std::vector<SampleRow> SampleModel::incidents()
{
    const auto row = [](const char *id, SeverityLook severity, const char *title, const char *service, const char *age,
                        const char *owner, StateLook state) {
        return SampleRow {QString::fromLatin1(id),
                          severity,
                          QString::fromUtf8(title),
                          QString::fromLatin1(service),
                          QString::fromLatin1(age),
                          QString::fromLatin1(owner),
                          state};
    };
    using S = SeverityLook;
    using T = StateLook;
    return {
        row("1", S::Critical, "Checkout error rate 14.4x burn", "checkout-api", "00:04:12", "", T::Open),
        row("2", S::Critical, "Primary database not reachable", "orders-db", "00:11:40", "m.keller", T::Acknowledged),
        row("3", S::High, "p99 latency above 400 ms", "search", "00:37:05", "l.dubois", T::Acknowledged),
        row("4", S::Medium, "Disk fills in 3 h 20 min", "log-eu-04", "01:02:51", "", T::Open),
        row("5", S::Medium, "Certificate expires in 6 days", "edge", "09:14:00", "", T::Open),
        row("6", S::Low, "Canary 25 % waiting for approval", "payments", "00:02:18", "r.mehta", T::Pending),
        row("7", S::Maintenance, "Planned failover", "billing-db", "00:20:00", "ops", T::Snoozed),
        row("8", S::Unknown, "No data for 5 min", "iot-gateway", "00:05:09", "", T::Stale)};
}

std::vector<SampleRow> SampleModel::many(int count)
{
    std::vector<SampleRow> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({QString::number(i),
                        SeverityLook(i % 4),
                        QStringLiteral("Incident number %1").arg(i),
                        QStringLiteral("service-%1").arg(i % 17),
                        QStringLiteral("00:%1:00").arg(i % 60),
                        {},
                        StateLook(i % 4)});
    return rows;
}

void SampleModel::reset(std::vector<SampleRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void SampleModel::insertAt(int row, SampleRow what)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, std::move(what));
    endInsertRows();
}

void SampleModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int SampleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SampleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 6;
}

QVariant SampleModel::data(const QModelIndex &index, int role) const
{
    const SampleRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case IdRole:
        return row.id;
    case SeverityRole:
        return int(row.severity);
    case StateRole:
        return int(row.state);
    case MutedRole:
        return row.state == StateLook::Resolved;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    const QString texts[] {severityWord(row.severity), row.title, row.service, row.age, row.owner,
                           stateWord(row.state)};
    return texts[index.column()];
}

QVariant SampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const char *const titles[] {"Severity", "Incident", "Service", "Age", "Owner", "State"};
    return QString::fromLatin1(titles[section]);
}

TableDelegate *sampleDelegate(Theme &theme, QObject *parent)
{
    auto *delegate = new TableDelegate(
        theme, {SampleModel::SeverityRole, SampleModel::StateRole, SampleModel::MutedRole, -1}, parent);
    delegate->setColumnKind(0, CellKind::Severity);
    delegate->setColumnKind(1, CellKind::Primary);
    delegate->setColumnKind(3, CellKind::Time);
    delegate->setColumnKind(5, CellKind::State);
    return delegate;
}

Timestamp sampleNow()
{
    return *parseRfc3339("2026-11-21T14:52:07Z");
}

std::shared_ptr<SampleBuffer> sampleCurve(int count, double phase, double middle, double swing)
{
    auto buffer = std::make_shared<SampleBuffer>();
    buffer->reserve(std::size_t(count));
    const std::int64_t end = toMicros(sampleNow());
    const std::int64_t step = 3600 * second / count;
    for (int i = 0; i < count; ++i) {
        const double x = double(i) / count * 12 + phase;
        const double value = middle + swing * (0.6 * std::sin(x) + 0.4 * std::sin(x * 5.3));
        buffer->append(end - (count - 1 - i) * step, value);
    }
    return buffer;
}

} // namespace vigie::test
