// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/livechart.h"
#include "ui/page.h"

#include <QTimer>

#include <array>
#include <vector>

namespace vigie {

class ChangeModel;
class FillList;
class GridPane;
class LiveTableView;
class SourceModel;
class StatValue;
class TopIncidentsModel;

/// What is wrong, what is watched and how this machine does, on one screen.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(UiContext &context, QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString id() const override { return QStringLiteral("overview"); }
    QString title() const override { return tr("Overview"); }
    QString iconName() const override { return QStringLiteral("dashboard-show"); }
    QString keys() const override { return QStringLiteral("G, O"); }
    void activate() override;
    void deactivate() override;
    bool hasData() const override;
    void refresh() override;
    int rowsShown() const override;

protected:
    void retranslate() override;
    void themeChanged() override;

private:
    void buildGrid();
    void buildTiles();
    void buildIncidents();
    void buildSources();
    void buildCharts();
    void buildDisks();
    void buildChanges();
    void registerActions();
    void listen();
    void setRowHeights();
    LiveChart *addChart(ChartSpec spec);
    void updateAll();
    void tick();
    void refreshIncidents();
    void refreshSources();
    void refreshDisks();
    void refreshChanges();
    void refreshLink();
    void updateTiles();
    void updateProbes();
    void retranslateTables();
    void goToIncidents(const QString &key, const QString &value);

    GridPane *m_grid;
    std::array<StatValue *, 6> m_tiles {}; ///< critical, high, medium, low, unowned, sources
    Panel *m_incidentPanel {nullptr};
    Panel *m_sourcePanel {nullptr};
    Panel *m_diskPanel {nullptr};
    Panel *m_changePanel {nullptr};
    LiveTableView *m_incidentTable {nullptr};
    LiveTableView *m_sourceTable {nullptr};
    LiveTableView *m_changeTable {nullptr};
    TopIncidentsModel *m_incidents;
    SourceModel *m_sources;
    ChangeModel *m_changes;
    FillList *m_disks {nullptr};
    CrosshairGroup *m_crosshair;
    std::vector<LiveChart *> m_charts;
    LiveChart *m_probes {nullptr};
    QTimer m_second; ///< ages, while shown
    QTimer m_calm; ///< gathers changes of incidents: at most four looks a second
    LinkState m_link;
    bool m_wantsFocus {false};
};

} // namespace vigie
