// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/filllist.h"

#include "widgets/formatting.h"
#include "widgets/severitychip.h"

#include <QPainter>

#include <algorithm>

namespace vigie {

FillList::FillList(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(QStringLiteral("fillList"));
    updateAccessibleText();
}

void FillList::setRows(std::vector<FillRow> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    updateAccessibleText();
    update();
}

QSize FillList::sizeHint() const
{
    return {240, std::max(1, int(m_rows.size())) * rowHeight()};
}

int FillList::rowHeight() const
{
    return theme().lineHeight(FontRole::Body) + theme().lineHeight(FontRole::Caption) + theme().px(18);
}

void FillList::updateAccessibleText()
{
    QStringList parts;
    for (const FillRow &row : m_rows)
        parts.append(tr("%1: %2 full, %3").arg(row.name, formatRatio(row.ratio, QLocale(), 2), row.detail));
    setAccessibleName(tr("Fill level"));
    setAccessibleDescription(parts.join(QLatin1String("; ")));
}

void FillList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect rect(0, 0, width(), rowHeight());
    for (const FillRow &row : m_rows) {
        if (rect.bottom() > height() + theme().px(8))
            break;
        paintRow(painter, rect, row);
        rect.translate(0, rect.height());
    }
}

void FillList::paintRow(QPainter &painter, const QRect &rect, const FillRow &row) const
{
    const bool grave = row.look != SeverityLook::Ok && row.look != SeverityLook::Unknown;
    const int line = theme().lineHeight(FontRole::Body);
    QRect head(rect.left(), rect.top(), rect.width(), line);
    const QString value = formatRatio(row.ratio, QLocale(), 2);
    painter.setFont(theme().numeric(FontRole::Body));
    painter.setPen(grave ? theme().severity(row.look).text : theme().text().primary);
    const int valueWidth = painter.fontMetrics().horizontalAdvance(value);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, value);
    if (grave) {
        const int size = theme().px(14);
        paintSeverityGlyph(painter, QRectF(head.left(), head.center().y() - size / 2.0, size, size), row.look, theme());
        head.setLeft(head.left() + size + 6);
    }
    painter.setFont(theme().ui(FontRole::Body));
    painter.setPen(theme().text().primary);
    const QRect nameRect = head.adjusted(0, 0, -valueWidth - 8, 0);
    painter.drawText(nameRect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideMiddle, nameRect.width()));

    const int bar = theme().px(6);
    QRectF track(rect.left(), head.bottom() + theme().px(4), rect.width(), bar);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().border().weak);
    painter.drawRoundedRect(track, bar / 2.0, bar / 2.0);
    track.setWidth(std::max<double>(bar, track.width() * std::clamp(row.ratio, 0.0, 1.0)));
    painter.setBrush(grave ? theme().severity(row.look).graphic : theme().series(0));
    painter.drawRoundedRect(track, bar / 2.0, bar / 2.0);

    painter.setFont(theme().ui(FontRole::Caption));
    painter.setPen(theme().text().secondary);
    const QRect foot(rect.left(), int(track.bottom()) + theme().px(2), rect.width(),
                     theme().lineHeight(FontRole::Caption));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.detail, Qt::ElideRight, foot.width()));
}

} // namespace vigie
