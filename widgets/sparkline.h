// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/samplebuffer.h"
#include "widgets/themedwidget.h"

#include <memory>

class QPainter;

namespace vigie {

/// A line without axes, from lowest to highest value of the samples, M4-reduced. Decoration: not focusable.
void paintSparkline(QPainter &painter, const QRectF &rect, const SampleBuffer &samples, const QColor &color,
                    const QColor &fill);

class Sparkline : public ThemedWidget {
    Q_OBJECT
public:
    explicit Sparkline(Theme &theme, QWidget *parent = nullptr);
    /// Shared, not copied.
    void setSamples(std::shared_ptr<const SampleBuffer> samples);
    /// After the shared samples changed.
    void samplesChanged();
    void setLook(SeverityLook look); ///< Unknown (default): the accent
    QSize sizeHint() const override { return {96, 28}; }
    QSize minimumSizeHint() const override { return {24, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::shared_ptr<const SampleBuffer> m_samples;
    SeverityLook m_look {SeverityLook::Unknown};
};

} // namespace vigie
