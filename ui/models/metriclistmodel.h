// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"
#include "ui/models/syncedtable.h"

#include <cstdint>

namespace vigie {

struct MetricRow {
    MetricInfo info;
    std::vector<SeriesKey> series;
    friend bool operator==(const MetricRow &, const MetricRow &) = default;
};

/// The metrics the daemon has, by name; filtered by words that stand in name, help or unit. GUI thread.
class MetricListModel : public SyncedTable<MetricRow> {
    Q_OBJECT
public:
    enum Column : std::uint8_t { Name, Unit, Series, ColumnCount };
    enum Role : std::uint16_t { IdRole = Qt::UserRole, HelpRole };

    explicit MetricListModel(QObject *parent = nullptr);
    void setMetrics(std::vector<MetricEntry> metrics);
    void setFilter(const QString &text);
    void retranslate();
    /// All of them, filtered or not; nullptr when there is none of that name.
    const MetricRow *find(const std::string &name) const;
    int total() const { return int(m_all.size()); }

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString idOf(const MetricRow &row) const override { return QString::fromStdString(row.info.name); }

private:
    void refresh();

    std::vector<MetricRow> m_all;
    QString m_filter;
};

} // namespace vigie
