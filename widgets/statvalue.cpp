// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statvalue.h"

#include "widgets/formatting.h"
#include "widgets/severitychip.h"
#include "widgets/sparkline.h"
#include "widgets/stylepainter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace vigie {

StatValue::StatValue(Theme &theme, QString label, QWidget *parent)
    : ThemedWidget(theme, parent)
    , m_label(std::move(label))
    , m_value(QChar(0x2013))
{
    setObjectName(QStringLiteral("statValue"));
    updateAccessibleText();
}

void StatValue::setLabel(const QString &label)
{
    m_label = label;
    updateAccessibleText();
    update();
}

void StatValue::setLocale(const QLocale &locale)
{
    m_locale = locale;
    formatted();
}

void StatValue::setValue(double value, MetricUnit unit)
{
    m_number = value;
    m_unit = unit;
    formatted();
}

void StatValue::formatted()
{
    if (m_number)
        m_value = formatValue(*m_number, m_unit, m_locale);
    updateAccessibleText();
    update();
}

void StatValue::setValueText(const QString &text)
{
    m_number.reset();
    m_value = text;
    updateAccessibleText();
    update();
}

void StatValue::setCaption(const QString &caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    updateAccessibleText();
    updateGeometry();
    update();
}

void StatValue::setLook(SeverityLook look)
{
    m_look = look;
    updateAccessibleText();
    update();
}

void StatValue::setSamples(std::shared_ptr<const SampleBuffer> samples)
{
    m_samples = std::move(samples);
    update();
}

void StatValue::samplesChanged()
{
    update();
}

void StatValue::setFreshness(Freshness freshness, const QString &ageText, const QString &shortAgeText)
{
    if (freshness == m_freshness && ageText == m_ageText && shortAgeText == m_shortAgeText)
        return;
    m_freshness = freshness;
    m_ageText = ageText;
    m_shortAgeText = shortAgeText;
    updateAccessibleText();
    update();
}

void StatValue::setClickable(bool clickable)
{
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StatValue::updateAccessibleText()
{
    const bool loud = m_look <= SeverityLook::Low;
    QStringList parts {m_label, m_freshness == Freshness::Expired ? m_ageText : m_value};
    if (loud)
        parts << severityWord(m_look);
    if (m_freshness == Freshness::Stale)
        parts << m_ageText;
    parts << m_caption;
    parts.removeAll(QString());
    setAccessibleName(parts.join(QStringLiteral(", ")));
}

QSize StatValue::sizeHint() const
{
    const Theme &t = theme();
    const int rows = t.lineHeight(FontRole::Small) + t.lineHeight(FontRole::Stat) + t.lineHeight(FontRole::Small);
    return {t.px(180), rows + 2 * Theme::panelGap};
}

QSize StatValue::minimumSizeHint() const
{
    return {theme().px(96), sizeHint().height()};
}

QColor StatValue::valueColor() const
{
    if (m_freshness == Freshness::Stale || m_freshness == Freshness::Unknown)
        return theme().text().tertiary;
    return m_look <= SeverityLook::Medium ? theme().severity(m_look).text : theme().text().primary;
}

QString StatValue::captionFor(int width) const
{
    const bool old = m_freshness == Freshness::Stale || m_freshness == Freshness::Expired;
    if (!old || m_ageText.isEmpty())
        return m_caption;
    const bool fits = QFontMetrics(theme().ui(FontRole::Small)).horizontalAdvance(m_ageText) <= width;
    return fits || m_shortAgeText.isEmpty() ? m_ageText : m_shortAgeText;
}

void StatValue::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &t = theme();
    if (m_clickable && m_hovered)
        drawRounded(painter, rect(), Theme::controlRadius, t.surface().hover);
    QRect label(Theme::panelPadding, Theme::panelGap, width() - 2 * Theme::panelPadding, t.lineHeight(FontRole::Small));
    QRect value(label.left(), label.bottom() + 1, label.width(), t.lineHeight(FontRole::Stat));
    const QRect caption(label.left(), value.bottom() + 1, label.width(), t.lineHeight(FontRole::Small));
    const bool expired = m_freshness == Freshness::Expired;
    if (m_samples && !expired && width() > t.px(150)) {
        const QRect spark = value.adjusted(value.width() * 11 / 20, 2, 0, -2);
        const QColor color = m_freshness == Freshness::Fresh ? t.accent().main : t.text().disabled;
        QColor fill = color;
        fill.setAlphaF(0.1F);
        paintSparkline(painter, spark, *m_samples, color, fill);
        value.setRight(spark.left() - 8);
    }
    if (m_look <= SeverityLook::Low) {
        const int side = t.px(13);
        paintSeverityGlyph(painter, QRectF(label.left(), label.center().y() - side / 2.0, side, side), m_look, t);
        label.setLeft(label.left() + side + 6);
    }
    const auto draw = [&painter](const QRect &where, const QFont &font, const QColor &color, const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
    };
    draw(label, t.ui(FontRole::Small), t.text().secondary, m_label);
    QFont big = t.numeric(FontRole::Stat);
    const QString shown = expired ? QString(QChar(0x2013)) : m_value;
    // A long value is set smaller rather than cut.
    while (QFontMetrics(big).horizontalAdvance(shown) > value.width() && big.pixelSize() > t.px(14))
        big.setPixelSize(big.pixelSize() - 1);
    draw(value, big, valueColor(), shown);
    const bool old = m_freshness == Freshness::Stale || expired;
    draw(caption, t.ui(FontRole::Small), old ? t.severity(SeverityLook::Medium).text : t.text().tertiary,
         captionFor(caption.width()));
    if (showsFocusRing())
        drawFocusRing(painter, rect(), t);
}

void StatValue::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
}

void StatValue::keyPressEvent(QKeyEvent *event)
{
    const bool press = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_clickable && press)
        Q_EMIT activated();
    else
        ThemedWidget::keyPressEvent(event);
}

void StatValue::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void StatValue::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

void StatValue::retranslate()
{
    formatted();
}

} // namespace vigie
