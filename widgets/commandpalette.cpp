// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandpalette.h"

#include "widgets/icons.h"
#include "widgets/palettemodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

namespace vigie {

namespace {
constexpr int paletteRows = 10;
constexpr int recentLimit = 12;
} // namespace

CommandPalette::CommandPalette(Theme &theme, QWidget *host)
    : Overlay(theme, host)
    , m_model(new PaletteModel(this))
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->addAction(themedIcon(theme, QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        filter();
        Q_EMIT queryChanged(text);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { runRow(index.row()); });
    CommandPalette::themeChanged();
    CommandPalette::retranslate();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::setEntries(std::vector<PaletteEntry> entries)
{
    m_model->setEntries(std::move(entries));
    filter();
}

void CommandPalette::setRecent(const QStringList &ids)
{
    m_recent = ids.mid(0, recentLimit);
    filter();
}

void CommandPalette::open(const QString &text)
{
    m_edit->setText(text);
    filter();
    showOver();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter()
{
    const QString typed = m_edit->text();
    m_model->filter(typed, typed.isEmpty() ? m_recent : m_recent.mid(0, 5));
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    m_nothing->setVisible(m_model->rowCount() == 0);
    place();
    update();
}

QRect CommandPalette::boxRect() const
{
    const int width = std::min(theme().px(640), this->width() - 32);
    const int rows = std::clamp(m_model->rowCount(), 2, paletteRows);
    const int wanted = m_edit->height() + 20 + rows * theme().px(32) + 8;
    const int top = std::clamp(height() / 8, 16, 120);
    return {(this->width() - width) / 2, top, width, std::min(wanted, height() - top - 16)};
}

void CommandPalette::place()
{
    m_edit->resize(m_edit->width(), theme().px(36));
    const QRect box = boxRect();
    m_edit->setGeometry(box.left() + 8, box.top() + 8, box.width() - 16, theme().px(36));
    const int top = m_edit->geometry().bottom() + 7;
    m_list->setGeometry(box.left() + 2, top, box.width() - 4, box.bottom() - top - 5);
    m_nothing->setGeometry(m_list->geometry());
}

void CommandPalette::moveBy(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::runRow(int row)
{
    if (row < 0 || row >= m_model->rowCount() || !m_model->entry(row).enabled)
        return;
    const QString id = m_model->entry(row).id;
    m_recent.removeAll(id);
    m_recent.prepend(id);
    m_recent = m_recent.mid(0, recentLimit);
    // Closed first: what runs may open a dialog or move the focus itself.
    dismiss();
    Q_EMIT recentChanged(m_recent);
    Q_EMIT triggered(id);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runRow(m_list->currentIndex().row());
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(paletteRows - 1);
        return true;
    case Qt::Key_PageUp:
        moveBy(1 - paletteRows);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        // The focus stays in here while it is open.
        moveBy(key == Qt::Key_Tab ? 1 : -1);
        return true;
    default:
        return Overlay::eventFilter(watched, event);
    }
}

void CommandPalette::themeChanged()
{
    m_edit->setFont(theme().ui(FontRole::H4));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme().surface().overlay);
    m_list->setPalette(colors);
    colors.setColor(QPalette::WindowText, theme().text().secondary);
    m_nothing->setPalette(colors);
    place();
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Command palette"));
    m_edit->setPlaceholderText(tr("Search or run a command"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("Nothing fits. Try fewer letters."));
}

} // namespace vigie
