// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QStringList>
#include <QTableView>
#include <QTimer>

#include <chrono>
#include <vector>

namespace vigie {

struct TableColumn {
    int width {100}; ///< at factor 1.0
    bool stretches {false}; ///< takes the space that is left; one column
    int minimum {60}; ///< of the stretching column
};

/// A table for live data: 28 px rows, fixed section sizes, selection of whole rows, j/k/Home/End move, Enter opens.
/// Scroll position and selection survive model changes: of inserts and removes by Qt, of a reset by the values of
/// setIdRole(). While the user is on the table (pointer moves over it, keys, scrolled away from the top) `updatesHeld`
/// is true: the model then keeps rows where they are and says so with a PendingBar. Hover is tracked per row (see
/// hoveredRow()). Rows of setPulseRole() blink at 1 Hz unless motion is reduced (tokens.json "severity.coding").
class LiveTableView : public QTableView {
    Q_OBJECT
public:
    explicit LiveTableView(Theme &theme, QWidget *parent = nullptr);

    /// After setModel().
    void setColumns(std::vector<TableColumn> columns);
    /// Role whose value names a row for ever (a QString); restores selection and position after a reset.
    void setIdRole(int role) { m_idRole = role; }
    /// Role (bool) of the rows that ask for attention; their delegate draws them quietly while pulseIsLow(). -1: none.
    void setPulseRole(int role);
    bool pulseIsLow() const { return m_pulseLow; }
    void setModel(QAbstractItemModel *model) override;

    /// Holds by itself while the user is active (default) for `quiet` after the last movement, or only by
    /// setUpdatesHeld().
    void setAutomaticHold(bool on, std::chrono::milliseconds quiet = std::chrono::seconds(4));
    void setUpdatesHeld(bool held);
    bool updatesHeld() const { return m_held; }

    int hoveredRow() const { return m_hoveredRow; }
    /// Id of the current row; empty when none is.
    QString currentId() const;
    /// Selects the row of that id; false when it is not there.
    bool selectId(const QString &id);
    /// Makes this row the current and only selected one, whatever keys are held.
    void selectOnly(int row);
    /// Down (positive) or up by so many rows, as J and K do; false when there is nothing to move on. After the current
    /// row went, the next step lands on the neighbour, which nobody has seen selected yet.
    bool moveBy(int rows);
    /// Rows go right now: a currentRowChanged() that comes meanwhile is nobody's choice.
    bool isRemovingRows() const { return m_removing; }
    /// Ids of the selected rows, top to bottom.
    QStringList selectedIds() const;

Q_SIGNALS:
    void updatesHeldChanged(bool held);
    /// Enter, or a double click.
    void openRequested(const QModelIndex &index);
    /// Current row changed; invalid index when there is none. Also when it went and Qt took its neighbour: see
    /// isRemovingRows().
    void currentRowChanged(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void applyTheme();
    void layoutColumns();
    void touch();
    void beat();
    void startOrStopPulse();
    void setHoveredRow(int row);
    void rememberPlace();
    void restorePlace();
    int rowOfId(const QString &id) const;
    QItemSelection savedSelection() const;

    Theme &m_theme;
    std::vector<TableColumn> m_columns;
    QTimer m_quiet;
    QStringList m_savedIds;
    QString m_savedCurrent;
    int m_savedScroll {0};
    QTimer m_pulse;
    int m_pulseRole {-1};
    bool m_pulseLow {false};
    int m_idRole {Qt::UserRole};
    int m_hoveredRow {-1};
    int m_neighbour {0}; ///< the current row is what is left of one that went: 1 the one after it, -1 before; 0: chosen
    bool m_automatic {true};
    bool m_held {false};
    bool m_layingOut {false};
    bool m_removing {false};
};

} // namespace vigie
