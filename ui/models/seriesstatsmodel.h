// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "ui/models/syncedtable.h"

#include <QLocale>

#include <cstdint>

namespace vigie {

struct SeriesStatsRow {
    QString id;
    QString name;
    int color {0}; ///< slot of the theme's series palette
    bool comparison {false};
    double last {0}, min {0}, mean {0}, max {0};
    /// NaN equals NaN here, so that a line without values is not said to change.
    friend bool operator==(const SeriesStatsRow &a, const SeriesStatsRow &b);
};

/// The legend of a chart as a table: last, lowest, mean and highest value of each line. GUI thread.
class SeriesStatsModel : public SyncedTable<SeriesStatsRow> {
    Q_OBJECT
public:
    enum Column : std::uint8_t { Swatch, Name, Last, Min, Mean, Max, ColumnCount };
    enum Role : std::uint16_t { IdRole = Qt::UserRole, ColorRole, ComparisonRole };

    explicit SeriesStatsModel(QObject *parent = nullptr);
    void setUnit(MetricUnit unit);
    void setLocale(const QLocale &locale);
    void retranslate();

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString idOf(const SeriesStatsRow &row) const override { return row.id; }

private:
    MetricUnit m_unit {MetricUnit::None};
    QLocale m_locale;
};

} // namespace vigie
