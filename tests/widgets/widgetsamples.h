// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/severitychip.h"
#include "widgets/statechip.h"
#include "widgets/tabledelegate.h"
#include "widgets/timeseriesview.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace vigie::test {

struct SampleRow {
    QString id;
    SeverityLook severity {SeverityLook::Low};
    QString title, service, age, owner;
    StateLook state {StateLook::Open};
};

/// An incident-like table for delegates and views.
class SampleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, SeverityRole, StateRole, MutedRole };
    using QAbstractTableModel::QAbstractTableModel;
    static std::vector<SampleRow> incidents();
    static std::vector<SampleRow> many(int count);
    void reset(std::vector<SampleRow> rows);
    void insertAt(int row, SampleRow what);
    void removeAt(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SampleRow> m_rows;
};

/// The roles and column kinds that go with SampleModel.
TableDelegate *sampleDelegate(Theme &theme, QObject *parent);

constexpr std::int64_t second = 1'000'000;
/// 2026-11-21 14:52:07 UTC.
Timestamp sampleNow();
/// A curve like the mock's: `count` samples in the hour before sampleNow().
std::shared_ptr<SampleBuffer> sampleCurve(int count, double phase, double middle, double swing);

} // namespace vigie::test
