// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sparkline.h"

#include "widgets/m4.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace vigie {

void paintSparkline(QPainter &painter, const QRectF &rect, const SampleBuffer &samples, const QColor &color,
                    const QColor &fill)
{
    const int columns = int(rect.width());
    if (samples.size() < 2 || columns < 2)
        return;
    const auto times = samples.times();
    const auto data = reduceM4(times, samples.values(), times.front(), times.back() + 1, columns, typicalGap(times));
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const M4Column &c : data) {
        low = std::min(low, c.min);
        high = std::max(high, c.max);
    }
    if (!(high >= low))
        return;
    const double spread = high > low ? high - low : 1;
    const QRectF area = rect.adjusted(1, 1.5, -1, -1.5);
    const auto y = [&](double value) { return area.bottom() - (value - low) / spread * area.height(); };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() > 1 && fill.isValid()) {
            QPolygonF below = line;
            below << QPointF(line.last().x(), rect.bottom()) << QPointF(line.first().x(), rect.bottom());
            QPainterPath path;
            path.addPolygon(below);
            painter.fillPath(path, fill);
        }
        painter.drawPolyline(line);
        line.clear();
    };
    for (const M4Column &c : data) {
        if (c.gapBefore)
            flush();
        const double x = area.left() + (c.column + 0.5) / columns * area.width();
        line << QPointF(x, y(c.first));
        // Few enough points for a wide line: at most four a column in a small picture.
        if (c.end - c.begin > 1)
            line << QPointF(x, y(c.min)) << QPointF(x, y(c.max)) << QPointF(x, y(c.last));
    }
    flush();
    painter.restore();
}

Sparkline::Sparkline(Theme &theme, QWidget *parent)
    : ThemedWidget(theme, parent)
{
    setObjectName(QStringLiteral("sparkline"));
    setFocusPolicy(Qt::NoFocus);
}

void Sparkline::setSamples(std::shared_ptr<const SampleBuffer> samples)
{
    m_samples = std::move(samples);
    update();
}

void Sparkline::samplesChanged()
{
    update();
}

void Sparkline::setLook(SeverityLook look)
{
    m_look = look;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (!m_samples)
        return;
    QPainter painter(this);
    const QColor color = m_look == SeverityLook::Unknown ? theme().accent().main : theme().severity(m_look).graphic;
    QColor fill = color;
    fill.setAlphaF(0.1F);
    paintSparkline(painter, rect(), *m_samples, color, fill);
}

} // namespace vigie
