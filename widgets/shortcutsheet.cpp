// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shortcutsheet.h"

#include "widgets/stylepainter.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace vigie {

namespace {
constexpr int sheetPadding = 24;
constexpr int sheetHead = 56;
constexpr int sheetColumn = 320;
constexpr int sheetPitch = 26;
} // namespace

struct ShortcutSheet::Row {
    const ShortcutEntry *entry {nullptr}; ///< null: a heading or a blank
    QString heading;
};

ShortcutSheet::ShortcutSheet(Theme &theme, QWidget *host)
    : Overlay(theme, host)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    updateAccessibleText();
}

void ShortcutSheet::setEntries(std::vector<ShortcutEntry> entries)
{
    m_entries = std::move(entries);
    updateAccessibleText();
    update();
}

void ShortcutSheet::open()
{
    showOver();
    setFocus(Qt::PopupFocusReason);
}

std::vector<ShortcutSheet::Row> ShortcutSheet::rows() const
{
    QStringList categories;
    for (const ShortcutEntry &entry : m_entries) {
        if (!categories.contains(entry.category))
            categories << entry.category;
    }
    std::vector<Row> all;
    for (const QString &category : std::as_const(categories)) {
        if (!all.empty())
            all.push_back({});
        all.push_back({nullptr, category});
        for (const ShortcutEntry &entry : m_entries) {
            if (entry.category == category)
                all.push_back({&entry, {}});
        }
    }
    return all;
}

int ShortcutSheet::columns(std::size_t count) const
{
    const int room = std::max(1, (height() - 64 - theme().px(sheetHead) - sheetPadding) / theme().px(sheetPitch));
    const int fits = std::max(1, (width() - 64) / theme().px(sheetColumn));
    return std::clamp((int(count) + room - 1) / room, 1, fits);
}

QRect ShortcutSheet::boxRect() const
{
    const std::size_t count = rows().size();
    const int wide = columns(count);
    const int each = (int(count) + wide - 1) / wide;
    QRect box(0, 0, wide * theme().px(sheetColumn) + 2 * sheetPadding,
              theme().px(sheetHead) + each * theme().px(sheetPitch) + sheetPadding);
    box.setSize(box.size().boundedTo(size() - QSize(32, 32)));
    box.moveCenter(rect().center());
    return box;
}

void ShortcutSheet::paintRow(QPainter &painter, const Row &row, const QRect &rect) const
{
    const Theme &t = theme();
    if (!row.entry) {
        painter.setFont(t.ui(FontRole::BodyStrong));
        painter.setPen(t.text().secondary);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, row.heading);
        return;
    }
    painter.setFont(t.ui(FontRole::Small));
    const int keyWidth = QFontMetrics(painter.font()).horizontalAdvance(row.entry->keys) + 12;
    const int high = t.px(20);
    const int top = rect.center().y() - high / 2 + 1;
    const QRectF key(rect.right() - keyWidth, top, keyWidth, high);
    drawRounded(painter, key, Theme::chipRadius, t.surface().canvas, t.border().medium);
    painter.setPen(t.text().secondary);
    painter.drawText(key, Qt::AlignCenter, row.entry->keys);
    painter.setFont(t.ui(FontRole::Body));
    painter.setPen(t.text().primary);
    const QRect words = rect.adjusted(0, 0, -keyWidth - 12, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(row.entry->title, Qt::ElideRight, words.width()));
}

void ShortcutSheet::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    QPainter painter(this);
    const Theme &t = theme();
    const QRect box = boxRect();
    painter.setFont(t.ui(FontRole::H3));
    painter.setPen(t.text().primary);
    painter.drawText(box.adjusted(sheetPadding, 0, -sheetPadding, 0).adjusted(0, 0, 0, t.px(sheetHead) - box.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("Keyboard shortcuts"));
    const std::vector<Row> all = rows();
    const int wide = columns(all.size());
    const int each = (int(all.size()) + wide - 1) / wide;
    painter.setClipRect(box.adjusted(1, 1, -1, -1));
    int column = 0;
    int place = 0;
    for (const Row &row : all) {
        if (place == each) {
            ++column;
            place = 0;
        }
        // A blank does not start a column.
        if (place == 0 && !row.entry && row.heading.isEmpty())
            continue;
        const QRect cell(box.left() + sheetPadding + column * t.px(sheetColumn),
                         box.top() + t.px(sheetHead) + place * t.px(sheetPitch), t.px(sheetColumn) - 24,
                         t.px(sheetPitch));
        paintRow(painter, row, cell);
        ++place;
    }
}

void ShortcutSheet::keyPressEvent(QKeyEvent *event)
{
    const bool modifierOnly = event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control
        || event->key() == Qt::Key_Alt || event->key() == Qt::Key_Meta || event->key() == Qt::Key_AltGr;
    if (!modifierOnly)
        dismiss();
    event->accept();
}

void ShortcutSheet::mousePressEvent(QMouseEvent *)
{
    dismiss();
}

void ShortcutSheet::retranslate()
{
    updateAccessibleText();
}

void ShortcutSheet::updateAccessibleText()
{
    setAccessibleName(tr("Keyboard shortcuts"));
    QStringList lines;
    for (const ShortcutEntry &entry : m_entries)
        lines << QString(entry.title % QLatin1String(": ") % entry.keys);
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

} // namespace vigie
