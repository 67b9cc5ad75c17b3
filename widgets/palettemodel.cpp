// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palettemodel.h"

#include "widgets/fuzzymatch.h"
#include "widgets/stylepainter.h"

#include <QPainter>

#include <algorithm>

namespace vigie {

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_rows.clear();
    endResetModel();
}

std::vector<PaletteModel::Row> PaletteModel::matches(const QString &pattern, const QStringList &recent) const
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries[i];
        const qsizetype used = recent.indexOf(entry.id);
        const int recency = used < 0 ? 0 : std::max(1, 24 - int(used) * 2);
        if (auto match = fuzzyMatch(pattern, entry.title)) {
            rows.push_back({i, match->score * 2 + recency, std::move(match->positions)});
            continue;
        }
        const QString more = QString(entry.category % QChar(u' ') % entry.title % QChar(u' ') % entry.keywords);
        if (const auto match = fuzzyMatch(pattern, more))
            rows.push_back({i, match->score + recency, {}});
    }
    return rows;
}

void PaletteModel::filter(const QString &pattern, const QStringList &recent)
{
    std::vector<Row> rows = matches(pattern, recent);
    std::ranges::stable_sort(rows, [this](const Row &a, const Row &b) {
        const bool aOn = m_entries[a.entry].enabled;
        const bool bOn = m_entries[b.entry].enabled;
        return a.score != b.score ? a.score > b.score : aOn && !bOn;
    });
    // What is typed decides the whole list anew: a reset is the smallest change here.
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const PaletteEntry &entry = m_entries[row.entry];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole: {
        QStringList parts {entry.title, entry.category, entry.shortcut, entry.enabled ? QString() : entry.whyNot};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case PositionsRole: {
        const QList<int> positions(row.positions.begin(), row.positions.end());
        return QVariant::fromValue(positions);
    }
    case CategoryRole:
        return entry.category;
    case ShortcutRole:
        return entry.shortcut;
    case WhyNotRole:
        return entry.whyNot;
    case IdRole:
        return entry.id;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // A disabled entry can be selected to read why it is; it cannot be run.
    const Qt::ItemFlags base = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return entry(index.row()).enabled ? base | Qt::ItemIsEnabled : base;
}

PaletteDelegate::PaletteDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, m_theme.px(32)};
}

int PaletteDelegate::paintRight(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    const QString text = index.data(enabled ? PaletteModel::ShortcutRole : PaletteModel::WhyNotRole).toString();
    if (text.isEmpty())
        return 0;
    painter.setFont(m_theme.ui(FontRole::Small));
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width() / 2);
    const int width = metrics.horizontalAdvance(shown);
    if (enabled) {
        const int high = m_theme.px(20);
        const int top = rect.center().y() - high / 2 + 1;
        const QRectF key(rect.right() - width - 12, top, width + 12, high);
        drawRounded(painter, key, Theme::chipRadius, m_theme.surface().canvas, m_theme.border().medium);
        painter.setPen(m_theme.text().secondary);
        painter.drawText(key, Qt::AlignCenter, shown);
        return width + 20;
    }
    painter.setPen(m_theme.text().tertiary);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, shown);
    return width + 12;
}

void PaletteDelegate::paintTitle(QPainter &painter, const QRect &rect, const QModelIndex &index, bool enabled) const
{
    const QString title = index.data().toString();
    const auto positions = index.data(PaletteModel::PositionsRole).value<QList<int>>();
    const QFont plain = m_theme.ui(FontRole::Body);
    const QFont strong = m_theme.ui(FontRole::BodyStrong);
    const QString shown = QFontMetrics(strong).elidedText(title, Qt::ElideRight, rect.width());
    int x = rect.left();
    // Runs of matched and other characters; surrogate pairs stay together since runs are cut at matches only.
    for (qsizetype i = 0; i < shown.size();) {
        const bool hit = positions.contains(int(i));
        qsizetype end = i + 1;
        while (end < shown.size() && positions.contains(int(end)) == hit)
            ++end;
        const QString run = shown.mid(i, end - i);
        painter.setFont(hit ? strong : plain);
        painter.setPen(!enabled ? m_theme.text().disabled : hit ? m_theme.text().link : m_theme.text().primary);
        painter.drawText(QRect(x, rect.top(), rect.right() - x + 40, rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         run);
        x += QFontMetrics(painter.font()).horizontalAdvance(run);
        i = end;
    }
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect.adjusted(6, 1, -6, -1);
    if (option.state.testFlag(QStyle::State_Selected))
        drawRounded(*painter, row, Theme::controlRadius, m_theme.surface().selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        drawRounded(*painter, row, Theme::controlRadius, m_theme.surface().hover);
    QRect inner = row.adjusted(10, 0, -8, 0);
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    inner.setRight(inner.right() - paintRight(*painter, inner, index));
    const QFont small = m_theme.ui(FontRole::Small);
    const int categoryWidth = m_theme.px(110);
    painter->setFont(small);
    painter->setPen(m_theme.text().tertiary);
    const QString category = QFontMetrics(small).elidedText(index.data(PaletteModel::CategoryRole).toString(),
                                                            Qt::ElideRight, categoryWidth - 10);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, category);
    paintTitle(*painter, inner.adjusted(categoryWidth, 0, 0, 0), index, enabled);
    painter->restore();
}

} // namespace vigie
