// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelineview.h"

#include "widgets/formatting.h"
#include "widgets/severitychip.h"
#include "widgets/stylepainter.h"
#include "widgets/timelinemodel.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vigie {

namespace {

struct TimelineText {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString severityText(const std::string &name)
{
    const Result<Severity> severity = severityFromName(name);
    return severity ? severityWord(lookOf(*severity)) : QString::fromStdString(name);
}

QString assignedSentence(const TimelineEntry &entry, const QString &who)
{
    if (entry.after.empty())
        return TimelineText::tr("%1 removed the owner").arg(who);
    if (entry.after == entry.actor)
        return TimelineText::tr("%1 took it").arg(who);
    return TimelineText::tr("%1 assigned it to %2").arg(who, QString::fromStdString(entry.after));
}

QString moment(Timestamp at, const QLocale &locale, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMicros(at) / 1000, zone);
    return QString(locale.toString(local.date(), QStringLiteral("d MMM")) % QChar(u' ')
                   % locale.toString(local.time(), QStringLiteral("HH:mm:ss")));
}

QString entryBody(const TimelineEntry &entry)
{
    return QString::fromStdString(entry.text);
}

} // namespace

QString timelineSentence(const TimelineEntry &entry)
{
    QString who = QString::fromStdString(entry.actor);
    switch (entry.kind) {
    case TimelineKind::Created:
        return TimelineText::tr("%1 opened the incident").arg(who);
    case TimelineKind::Fired:
        return TimelineText::tr("%1 reported it again").arg(who);
    case TimelineKind::Acknowledged:
        return TimelineText::tr("%1 acknowledged").arg(who);
    case TimelineKind::Assigned:
        return assignedSentence(entry, who);
    case TimelineKind::Commented:
        return TimelineText::tr("%1 commented").arg(who);
    case TimelineKind::Edited:
        return TimelineText::tr("%1 edited the incident").arg(who);
    case TimelineKind::SeverityChanged:
        return TimelineText::tr("%1 changed the severity from %2 to %3")
            .arg(who, severityText(entry.before), severityText(entry.after));
    case TimelineKind::Snoozed:
        return TimelineText::tr("%1 snoozed it").arg(who);
    case TimelineKind::Resolved:
        return TimelineText::tr("%1 resolved it").arg(who);
    case TimelineKind::Reopened:
        return TimelineText::tr("%1 reopened it").arg(who);
    }
    return who;
}

void TimelineModel::setEntries(std::vector<TimelineEntry> entries)
{
    std::ranges::sort(entries, [](const TimelineEntry &a, const TimelineEntry &b) {
        return a.at != b.at ? a.at > b.at : a.id > b.id;
    });
    // The usual change: some newer entries on top of what is there.
    const std::size_t added = entries.size() > m_entries.size() ? entries.size() - m_entries.size() : 0;
    const bool onlyNewer
        = std::equal(m_entries.begin(), m_entries.end(), entries.begin() + std::ptrdiff_t(added), entries.end());
    if (onlyNewer && added == 0)
        return;
    if (onlyNewer) {
        beginInsertRows({}, 0, int(added) - 1);
        m_entries = std::move(entries);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

void TimelineModel::setDisplay(const QLocale &locale, const QTimeZone &zone)
{
    m_locale = locale;
    m_zone = zone;
    refreshTexts();
}

void TimelineModel::refreshTexts()
{
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1));
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineEntry &entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return timelineSentence(entry);
    case Qt::AccessibleTextRole: {
        QStringList parts {moment(entry.at, m_locale, m_zone), timelineSentence(entry), entryBody(entry)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case TimeRole:
        return moment(entry.at, m_locale, m_zone);
    case BodyRole:
        return entryBody(entry);
    case KindRole:
        return int(entry.kind);
    case SeverityRole: {
        const Result<Severity> severity = severityFromName(entry.after);
        return severity ? QVariant(int(lookOf(*severity))) : QVariant();
    }
    default:
        return {};
    }
}

TimelineDelegate::TimelineDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int TimelineDelegate::textLeft() const
{
    return m_theme.px(32);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    int height = m_theme.lineHeight(FontRole::Body) + m_theme.lineHeight(FontRole::Caption) + 14;
    const QString body = index.data(TimelineModel::BodyRole).toString();
    if (!body.isEmpty()) {
        const QRect room(0, 0, std::max(40, width - textLeft() - 12), 10'000);
        height += QFontMetrics(m_theme.ui(FontRole::Body)).boundingRect(room, Qt::TextWordWrap, body).height() + 4;
    }
    return {width, height};
}

void TimelineDelegate::paintMark(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const double x = textLeft() / 2.0;
    const double y = rect.top() + 7 + m_theme.lineHeight(FontRole::Body) / 2.0;
    const bool first = index.row() == 0;
    const bool last = index.row() == index.model()->rowCount() - 1;
    painter.setPen(QPen(m_theme.border().medium, 1));
    painter.drawLine(QPointF(x, first ? y : rect.top()), QPointF(x, last ? y : rect.bottom() + 1));
    const QVariant severity = index.data(TimelineModel::SeverityRole);
    const auto kind = TimelineKind(index.data(TimelineModel::KindRole).toInt());
    const double side = m_theme.px(14);
    const QRectF mark(x - side / 2, y - side / 2, side, side);
    drawRounded(painter, mark.adjusted(-2, -2, 2, 2), side, m_theme.surface().panel);
    if (kind == TimelineKind::SeverityChanged && severity.isValid()) {
        paintSeverityGlyph(painter, mark, SeverityLook(severity.toInt()), m_theme);
    } else if (kind == TimelineKind::Resolved) {
        paintSeverityGlyph(painter, mark, SeverityLook::Ok, m_theme);
    } else {
        const bool loud
            = kind == TimelineKind::Created || kind == TimelineKind::Fired || kind == TimelineKind::Reopened;
        drawRounded(painter, mark.adjusted(3, 3, -3, -3), side, loud ? m_theme.accent().main : m_theme.text().tertiary);
    }
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, m_theme.surface().selection);
    paintMark(*painter, option.rect, index);
    QRect line = option.rect.adjusted(textLeft(), 6, -12, 0);
    line.setHeight(m_theme.lineHeight(FontRole::Body));
    const QFont body = m_theme.ui(FontRole::Body);
    painter->setFont(body);
    painter->setPen(m_theme.text().primary);
    const QString sentence = index.data().toString();
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(body).elidedText(sentence, Qt::ElideRight, line.width()));
    line.moveTop(line.bottom() + 1);
    line.setHeight(m_theme.lineHeight(FontRole::Caption));
    painter->setFont(m_theme.numeric(FontRole::Caption));
    painter->setPen(m_theme.text().tertiary);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, index.data(TimelineModel::TimeRole).toString());
    const QString text = index.data(TimelineModel::BodyRole).toString();
    if (!text.isEmpty()) {
        const QRect room(line.left(), line.bottom() + 4, line.width(), option.rect.bottom() - line.bottom() - 4);
        painter->setFont(body);
        painter->setPen(m_theme.text().secondary);
        painter->drawText(room, Qt::TextWordWrap, text);
    }
    painter->restore();
}

TimelineView::TimelineView(Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_entries(new TimelineModel(this))
    , m_painter(new TimelineDelegate(theme, this))
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setModel(m_entries);
    setItemDelegate(m_painter);
    setFrameShape(QFrame::NoFrame);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void TimelineView::setEntries(std::vector<TimelineEntry> entries)
{
    m_entries->setEntries(std::move(entries));
}

void TimelineView::setLocale(const QLocale &locale)
{
    m_entries->setDisplay(locale, m_entries->zone());
}

void TimelineView::setTimeZone(const QTimeZone &zone)
{
    m_entries->setDisplay(m_entries->locale(), zone);
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        m_entries->refreshTexts();
    }
    QListView::changeEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(currentIndex().data(Qt::AccessibleTextRole).toString());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace vigie
