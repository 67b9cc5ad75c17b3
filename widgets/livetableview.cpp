// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/livetableview.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSet>
#include <QWheelEvent>

#include <algorithm>

namespace vigie {

LiveTableView::LiveTableView(Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("liveTable"));
    setAccessibleName(tr("Table"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(24);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(std::chrono::seconds(4));
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (verticalScrollBar()->value() == 0)
            setUpdatesHeld(false);
    });
    m_pulse.setInterval(std::chrono::milliseconds(500)); // both halves of 1 Hz
    connect(&m_pulse, &QTimer::timeout, this, &LiveTableView::beat);
    connect(&theme, &Theme::changed, this, &LiveTableView::applyTheme);
    applyTheme();
}

void LiveTableView::applyTheme()
{
    // The minimum first: it would raise the default.
    verticalHeader()->setMinimumSectionSize(m_theme.rowHeight());
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    horizontalHeader()->setFont(m_theme.ui(FontRole::Small));
    horizontalHeader()->setFixedHeight(m_theme.px(26));
    layoutColumns();
    startOrStopPulse();
    viewport()->update();
}

void LiveTableView::setPulseRole(int role)
{
    m_pulseRole = role;
    startOrStopPulse();
}

/// Nothing ticks for a table that nobody sees.
void LiveTableView::startOrStopPulse()
{
    if (m_pulseRole >= 0 && isVisible() && !m_theme.reducesMotion()) {
        if (!m_pulse.isActive())
            m_pulse.start();
        return;
    }
    m_pulse.stop();
    if (std::exchange(m_pulseLow, false))
        viewport()->update();
}

void LiveTableView::beat()
{
    m_pulseLow = !m_pulseLow;
    if (!model() || model()->rowCount() == 0)
        return;
    const int first = std::max(rowAt(0), 0);
    const int bottom = rowAt(viewport()->height() - 1);
    const int last = bottom < 0 ? model()->rowCount() - 1 : bottom;
    for (int row = first; row <= last; ++row) {
        if (model()->index(row, 0).data(m_pulseRole).toBool())
            viewport()->update(0, rowViewportPosition(row), columnWidth(0), rowHeight(row));
    }
}

void LiveTableView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    startOrStopPulse();
}

void LiveTableView::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    startOrStopPulse();
}

void LiveTableView::setColumns(std::vector<TableColumn> columns)
{
    m_columns = std::move(columns);
    layoutColumns();
}

void LiveTableView::layoutColumns()
{
    if (m_layingOut || !model())
        return;
    m_layingOut = true;
    int rest = viewport()->width();
    int stretching = -1;
    const int count = std::min(int(m_columns.size()), horizontalHeader()->count());
    for (int i = 0; i < count; ++i) {
        const TableColumn &column = m_columns[std::size_t(i)];
        if (column.stretches && stretching < 0) {
            stretching = i;
            continue;
        }
        if (isColumnHidden(i))
            continue;
        horizontalHeader()->resizeSection(i, m_theme.px(column.width));
        rest -= m_theme.px(column.width);
    }
    if (stretching >= 0)
        horizontalHeader()->resizeSection(stretching,
                                          std::max(rest, m_theme.px(m_columns[std::size_t(stretching)].minimum)));
    m_layingOut = false;
}

void LiveTableView::setModel(QAbstractItemModel *newModel)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    m_removing = false;
    m_neighbour = 0;
    if (newModel) {
        // Before the selection model, which moves the current index as soon as it hears of it.
        connect(newModel, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_removing = true; });
        connect(newModel, &QAbstractItemModel::rowsRemoved, this, [this] { m_removing = false; });
    }
    QTableView::setModel(newModel);
    if (newModel) {
        connect(newModel, &QAbstractItemModel::modelAboutToBeReset, this, &LiveTableView::rememberPlace);
        // After the view's own handler, which forgets selection and position.
        connect(newModel, &QAbstractItemModel::modelReset, this, &LiveTableView::restorePlace, Qt::QueuedConnection);
    }
    layoutColumns();
}

void LiveTableView::setAutomaticHold(bool on, std::chrono::milliseconds quiet)
{
    m_automatic = on;
    m_quiet.setInterval(quiet);
    if (!on)
        m_quiet.stop();
}

void LiveTableView::setUpdatesHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT updatesHeldChanged(held);
}

void LiveTableView::touch()
{
    if (!m_automatic)
        return;
    m_quiet.start();
    setUpdatesHeld(true);
}

int LiveTableView::rowOfId(const QString &id) const
{
    if (!model() || id.isEmpty())
        return -1;
    const QModelIndexList found = model()->match(model()->index(0, 0), m_idRole, id, 1, Qt::MatchExactly);
    return found.isEmpty() ? -1 : found.first().row();
}

QString LiveTableView::currentId() const
{
    return currentIndex().isValid() ? currentIndex().data(m_idRole).toString() : QString();
}

/// selectRow() looks at the modifier keys that happen to be held, and with Ctrl takes the selection away.
void LiveTableView::selectOnly(int row)
{
    selectionModel()->setCurrentIndex(model()->index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

bool LiveTableView::selectId(const QString &id)
{
    const int row = rowOfId(id);
    if (row < 0)
        return false;
    selectOnly(row);
    scrollTo(model()->index(row, 0));
    return true;
}

QStringList LiveTableView::selectedIds() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, [](const QModelIndex &a, const QModelIndex &b) { return a < b; });
    QStringList ids;
    for (const QModelIndex &index : std::as_const(rows))
        ids << index.data(m_idRole).toString();
    return ids;
}

void LiveTableView::rememberPlace()
{
    m_savedIds = selectedIds();
    m_savedCurrent = currentId();
    m_savedScroll = verticalScrollBar()->value();
}

void LiveTableView::restorePlace()
{
    if (!model() || !selectionModel())
        return;
    const QItemSelection selection = savedSelection();
    const int current = rowOfId(m_savedCurrent);
    if (current >= 0)
        selectionModel()->setCurrentIndex(model()->index(current, 0), QItemSelectionModel::NoUpdate);
    // What was chosen since the reset stays.
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    verticalScrollBar()->setValue(m_savedScroll);
}

/// One look at each row, and one range for neighbours: all of 10,000 rows may have been selected.
QItemSelection LiveTableView::savedSelection() const
{
    const QSet<QString> saved(m_savedIds.begin(), m_savedIds.end());
    QItemSelection selection;
    const int rows = saved.isEmpty() ? 0 : model()->rowCount();
    const auto isSaved = [&](int row) { return saved.contains(model()->index(row, 0).data(m_idRole).toString()); };
    for (int row = 0; row < rows; ++row) {
        if (!isSaved(row))
            continue;
        const int first = row;
        while (row + 1 < rows && isSaved(row + 1))
            ++row;
        selection.append(
            QItemSelectionRange(model()->index(first, 0), model()->index(row, model()->columnCount() - 1)));
    }
    return selection;
}

bool LiveTableView::moveBy(int rows)
{
    if (!model() || model()->rowCount() == 0)
        return false;
    int from = currentIndex().isValid() ? currentIndex().row() : (rows > 0 ? -1 : model()->rowCount());
    if (currentIndex().isValid() && m_neighbour * rows > 0)
        from -= m_neighbour;
    const int row = std::clamp(from + rows, 0, model()->rowCount() - 1);
    selectOnly(row);
    scrollTo(model()->index(row, 0));
    return true;
}

void LiveTableView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    touch();
    if (plain && event->key() == Qt::Key_J && moveBy(1))
        return;
    if (plain && event->key() == Qt::Key_K && moveBy(-1))
        return;
    if (plain && event->key() == Qt::Key_Home && model() && moveBy(-model()->rowCount()))
        return;
    if (plain && event->key() == Qt::Key_End && model() && moveBy(model()->rowCount()))
        return;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT openRequested(currentIndex());
        return;
    }
    // No search by typing: letters are commands here, and the window's shortcuts must get them.
    if (plain && !event->text().isEmpty() && event->text().front().isPrint() && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void LiveTableView::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    const auto repaintRow = [this](int which) {
        if (which >= 0)
            viewport()->update(0, rowViewportPosition(which), viewport()->width(), rowHeight(which));
    };
    repaintRow(m_hoveredRow);
    m_hoveredRow = row;
    repaintRow(row);
}

void LiveTableView::mouseMoveEvent(QMouseEvent *event)
{
    touch();
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void LiveTableView::mousePressEvent(QMouseEvent *event)
{
    touch();
    QTableView::mousePressEvent(event);
}

void LiveTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT openRequested(index);
}

void LiveTableView::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void LiveTableView::wheelEvent(QWheelEvent *event)
{
    touch();
    QTableView::wheelEvent(event);
}

void LiveTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void LiveTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_neighbour = !m_removing || !current.isValid() ? 0 : current.row() > previous.row() ? 1 : -1;
    if (current.row() == previous.row() && current.isValid() == previous.isValid())
        return;
    // The focus lines span the row, Qt repaints single cells only.
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid())
            viewport()->update(0, rowViewportPosition(index.row()), viewport()->width(), rowHeight(index.row()));
    }
    Q_EMIT currentRowChanged(current);
}

void LiveTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (!selected.isEmpty())
        m_neighbour = 0;
    QTableView::selectionChanged(selected, deselected);
}

void LiveTableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    setHoveredRow(-1);
    // Back at the top: nothing would jump away any more.
    if (m_automatic && m_held && verticalScrollBar()->value() == 0 && !m_quiet.isActive())
        m_quiet.start();
}

} // namespace vigie
