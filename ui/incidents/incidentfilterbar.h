// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/incidentcache.h"
#include "ui/models/incidentfilter.h"
#include "widgets/themedwidget.h"

#include <QTimer>

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace vigie {

/// Text, severity and status toggles, owner and service. Nothing pressed: everything that is not resolved.
class IncidentFilterBar : public ThemedWidget {
    Q_OBJECT
public:
    /// The cache gives the services to choose from; it outlives this.
    IncidentFilterBar(Theme &theme, const IncidentCache &cache, QWidget *parent = nullptr);

    const IncidentFilter &filter() const { return m_filter; }
    /// Takes over everything but `me`.
    void setFilter(const IncidentFilter &filter);
    void setMe(const std::string &user);
    void setCounts(int shown, int waiting);
    void focusText();

Q_SIGNALS:
    /// Enter: what was typed holds, the keys go to the table.
    void left();
    void filterChanged(const vigie::IncidentFilter &filter);

protected:
    void themeChanged() override;
    void retranslate() override;

private:
    QToolButton *addToggle(const char *name);
    void build();
    void readControls();
    void showFilter();
    void fillServices();
    void resetFilter();

    const IncidentCache &m_cache;
    IncidentFilter m_filter;
    QLineEdit *m_text {nullptr};
    std::array<QToolButton *, severityCount> m_severities {};
    std::array<QToolButton *, 4> m_statuses {};
    QComboBox *m_owner {nullptr};
    QComboBox *m_service {nullptr};
    QPushButton *m_reset {nullptr};
    QLabel *m_counts {nullptr};
    QTimer m_typing;
    int m_shown {0};
    int m_waiting {0};
    bool m_showing {false};
};

} // namespace vigie
