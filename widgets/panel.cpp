// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel.h"

#include "widgets/panelparts.h"
#include "widgets/severitychip.h"
#include "widgets/stylepainter.h"

#include <QHBoxLayout>
#include <QPainter>

namespace vigie {

Panel::Panel(Theme &theme, const QString &title, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_layout(new QVBoxLayout(this))
    , m_headerLayout(new QHBoxLayout)
    , m_bodyLayout(new QVBoxLayout)
{
    setObjectName(QStringLiteral("panel"));
    m_layout->setContentsMargins(1, 0, 1, 1);
    m_layout->setSpacing(0);
    m_headerLayout->setContentsMargins(Theme::panelPadding, 2, 4, 2);
    m_headerLayout->setSpacing(4);
    m_headerLayout->addStretch(1);
    m_headerLayout->addSpacerItem(new QSpacerItem(0, theme.px(24), QSizePolicy::Fixed, QSizePolicy::Fixed));
    m_layout->addLayout(m_headerLayout);
    m_layout->addLayout(m_bodyLayout, 1);
    setTitle(title);
}

void Panel::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void Panel::setCaption(const QString &caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    update(0, 0, width(), theme().px(28));
}

void Panel::addHeaderWidget(QWidget *widget)
{
    m_headerLayout->insertWidget(m_headerLayout->count() - 1, widget);
}

void Panel::setContent(QWidget *content, bool padded)
{
    delete m_content;
    m_content = content;
    const int margin = padded ? Theme::panelPadding : 0;
    m_bodyLayout->setContentsMargins(margin, padded ? 2 : 0, margin, padded ? margin : Theme::panelRadius / 2);
    if (content)
        m_bodyLayout->addWidget(content, 1);
    enter(m_state);
}

void Panel::enter(State state)
{
    const bool shows = state == State::Content || state == State::Stale;
    const bool loading = state == State::Loading;
    if (state != State::Stale && m_state == State::Stale)
        setToolTip({});
    if (loading && !m_skeleton) {
        m_skeleton = new PanelSkeleton(theme(), this);
        m_bodyLayout->addWidget(m_skeleton, 1);
    }
    if (m_skeleton)
        m_skeleton->setVisible(loading);
    if (m_message)
        m_message->setVisible(!shows && !loading);
    if (m_content) {
        m_content->setVisible(shows);
        // Made and dropped with the state: it costs a picture of the content.
        const bool grey = state == State::Stale;
        if (grey && !m_content->graphicsEffect())
            m_content->setGraphicsEffect(new FadedEffect(theme(), m_content));
        else if (!grey && m_content->graphicsEffect())
            m_content->setGraphicsEffect(nullptr);
    }
    if (state == State::Stale && !m_hatch)
        m_hatch = new PanelHatch(theme(), this);
    if (m_hatch) {
        m_hatch->setVisible(state == State::Stale);
        placeHatch();
    }
    update();
    if (state != m_state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    }
}

void Panel::showContent()
{
    enter(State::Content);
}

void Panel::showLoading()
{
    enter(State::Loading);
}

void Panel::showMessage(SeverityLook look, const QString &icon, const Problem &problem)
{
    if (!m_message) {
        m_message = new PanelMessage(theme(), this);
        m_bodyLayout->addWidget(m_message, 1);
        connect(m_message, &PanelMessage::nextStep, this, &Panel::nextStepRequested);
    }
    m_message->setMessage(look, icon, problem);
}

void Panel::showEmpty(const QString &sentence, const QString &button, bool good)
{
    showMessage(SeverityLook::Ok, good ? QString() : QStringLiteral("none"),
                {.what = sentence, .advice = {}, .id = {}, .button = button});
    enter(State::Empty);
}

void Panel::showStale(const QString &text)
{
    m_staleText = text;
    setToolTip(text); // the header may have no room for it
    enter(State::Stale);
}

void Panel::showError(const Problem &problem)
{
    showMessage(SeverityLook::High, {}, problem);
    enter(State::Error);
}

void Panel::showDenied(const QString &sentence)
{
    showMessage(SeverityLook::Unknown, QStringLiteral("object-locked"),
                {.what = sentence, .advice = {}, .id = {}, .button = {}});
    enter(State::Denied);
}

void Panel::placeHatch()
{
    if (!m_hatch || !m_hatch->isVisibleTo(this))
        return;
    const int top = m_headerLayout->geometry().bottom() + 1;
    m_hatch->setGeometry(1, top, width() - 2, height() - top - 1);
    m_hatch->raise();
}

void Panel::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    placeHatch();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawRounded(painter, rect(), Theme::panelRadius, theme().surface().panel, theme().border().weak);
    paintHeader(painter);
}

/// The whole sentence where it leaves the title in peace, else a word; the sentence is in the tool tip.
QString Panel::staleBadge(int room) const
{
    for (const QString &text : {m_staleText, tr("Not up to date")}) {
        if (severityChipSize(SeverityLook::Medium, theme(), text).width() <= room)
            return text;
    }
    return tr("Old", "short: the data are not up to date");
}

void Panel::paintHeader(QPainter &painter) const
{
    int right = width() - Theme::panelPadding;
    for (int i = 0; i < m_headerLayout->count(); ++i) {
        if (const QWidget *widget = m_headerLayout->itemAt(i)->widget(); widget && widget->isVisibleTo(this))
            right = std::min(right, widget->x() - 8);
    }
    const int left = Theme::panelPadding;
    const QRect header(left, 0, right - left, theme().px(28));
    const QFont titleFont = theme().ui(FontRole::BodyStrong);
    const QFontMetrics titleMetrics(titleFont);
    int titleRoom = header.width();
    int captionRoom = header.width() - std::min(titleMetrics.horizontalAdvance(m_title), header.width()) - 16;
    if (m_state == State::Stale) {
        const QString badge = staleBadge(captionRoom + 8);
        const int wanted = std::min(severityChipSize(SeverityLook::Medium, theme(), badge).width(), header.width());
        paintSeverityChip(painter, header.adjusted(header.width() - wanted, 0, 0, 0), SeverityLook::Medium, theme(),
                          badge);
        titleRoom -= wanted + 8;
        captionRoom = 0;
    }
    painter.setFont(titleFont);
    painter.setPen(theme().text().primary);
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     titleMetrics.elidedText(m_title, Qt::ElideRight, titleRoom));
    if (captionRoom < 32 || m_caption.isEmpty())
        return;
    painter.setFont(theme().ui(FontRole::Small));
    painter.setPen(theme().text().tertiary);
    const QString shown = QFontMetrics(painter.font()).elidedText(m_caption, Qt::ElideRight, captionRoom);
    painter.drawText(header, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace vigie
