// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"
#include "ui/models/syncedtable.h"

#include <QLocale>

#include <array>
#include <cstdint>

namespace vigie {

class IncidentCache;

struct IncidentCounts {
    std::array<int, severityCount> bySeverity {}; ///< open, acknowledged and snoozed ones
    int open {0}; ///< all that are not resolved
    int unacknowledged {0};
    int unowned {0};
    friend bool operator==(const IncidentCounts &, const IncidentCounts &) = default;
};

/// The gravest unresolved incidents: not snoozed before snoozed, then by severity, then oldest first. GUI thread.
class TopIncidentsModel : public SyncedTable<Incident> {
    Q_OBJECT
public:
    enum Column : std::uint8_t { SeverityColumn, Title, Service, Age, Owner, State, ColumnCount };
    enum Role : std::uint16_t { IdRole = Qt::UserRole, SeverityRole, StateRole, MutedRole, PulseRole };

    explicit TopIncidentsModel(int limit, QObject *parent = nullptr);

    /// Looks through all of the cache once: O(n log limit). Call it at a calm pace.
    void refresh(const IncidentCache &cache);
    const IncidentCounts &counts() const { return m_counts; }
    void setLocale(const QLocale &locale);
    void tick(Timestamp now);
    void retranslate();

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString idOf(const Incident &row) const override { return QString::fromStdString(row.id.value); }

private:
    QString text(const Incident &incident, int column) const;

    std::size_t m_limit;
    IncidentCounts m_counts;
    QLocale m_locale;
    Timestamp m_now {};
};

} // namespace vigie
