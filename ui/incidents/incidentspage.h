// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/incidents/incidentactions.h"
#include "ui/page.h"

#include <QTimer>

class QLabel;
class QSplitter;

namespace vigie {

class IncidentFilterBar;
class IncidentModel;
class IncidentPane;
class LiveTableView;
class Panel;
class PendingBar;

/// The live table of incidents with its filter, and the chosen one beside it. GUI thread.
class IncidentsPage : public Page {
    Q_OBJECT
public:
    explicit IncidentsPage(UiContext &context, QWidget *parent = nullptr);
    ~IncidentsPage() override;

    QString id() const override { return QStringLiteral("incidents"); }
    QString title() const override { return tr("Incidents"); }
    QString iconName() const override { return QStringLiteral("flag"); }
    QString keys() const override { return QStringLiteral("G, I"); }
    void activate() override;
    void deactivate() override;
    bool hasData() const override;
    void openWith(const QUrlQuery &what) override;
    void focusFilter() override;
    bool focusContent() override;
    void refresh() override;
    int rowsShown() const override;

protected:
    void retranslate() override;

private:
    void build();
    void buildTable();
    void setUpColumns();
    void setUpSorting();
    void setUpPanel();
    void connectSession();
    void addActions();
    void addAction(const char *name, std::function<QString()> title, const QString &keys,
                   std::function<void(const IncidentActions::Ids &)> run, bool needsOpen);
    void addTriageActions();
    void addMoveActions();
    void load();
    void updateState();
    void showRows();
    void updateBadge();
    void filterChanged();
    void updateCounts();
    void currentChanged();
    void selectIncident(const IncidentId &id);
    void showWanted();
    void tick();
    IncidentActions::Ids selection() const;
    QString whyNotSelected(bool needsOpen) const;
    IncidentId nextUnownedCritical() const;

    IncidentActions *m_actions;
    IncidentModel *m_model;
    IncidentFilterBar *m_filterBar {nullptr};
    LiveTableView *m_table {nullptr};
    PendingBar *m_pending {nullptr};
    Panel *m_panel {nullptr};
    IncidentPane *m_pane {nullptr};
    QSplitter *m_splitter {nullptr};
    IncidentId m_wanted; ///< to be selected as soon as it is there
    QTimer m_clock;
    QTimer m_badgeTimer; ///< counting is O(incidents), so not with every delta
    bool m_active {false};
    bool m_focusTable {false}; ///< as soon as the table is there
};

} // namespace vigie
