// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/json.h"
#include "ui/models/syncedtable.h"

#include <QStringList>

#include <cstdint>

namespace vigie {

/// A row of plain words with one look in front of it.
struct TextRow {
    QString id;
    QStringList cells; ///< one for each header
    int state {-1}; ///< int(StateLook); -1: none
    int severity {-1}; ///< int(SeverityLook); -1: none
    friend bool operator==(const TextRow &, const TextRow &) = default;
};

/// A read-only table of words. GUI thread.
class TextTableModel : public SyncedTable<TextRow> {
    Q_OBJECT
public:
    enum Role : std::uint16_t { IdRole = Qt::UserRole, StateRole, SeverityRole };

    explicit TextTableModel(QObject *parent = nullptr);
    /// Translated. Their number is fixed by the first call.
    void setHeaders(const QStringList &headers);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_headers.size(); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString idOf(const TextRow &row) const override { return row.id; }

private:
    QStringList m_headers;
};

/// What Prometheus says of itself (its API /api/v1/targets, /rules, /alerts: the `data` object), as rows. What is
/// missing stays empty. Words of states are translated.
std::vector<TextRow> prometheusTargetRows(const Json &data); ///< state, job, instance, last error
std::vector<TextRow> prometheusRuleRows(const Json &data); ///< state, rule, group, expression, last error
std::vector<TextRow> prometheusAlertRows(const Json &data); ///< state, severity, alert, labels, value
QStringList prometheusTargetHeaders();
QStringList prometheusRuleHeaders();
QStringList prometheusAlertHeaders();

} // namespace vigie
