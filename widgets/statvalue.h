// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/metric.h"
#include "widgets/agebadge.h"
#include "widgets/samplebuffer.h"
#include "widgets/themedwidget.h"

#include <QLocale>

#include <memory>
#include <optional>

namespace vigie {

/// One big number: label above, value, a trend line of words below ("+3 % in 1 h") and a sparkline at the right.
/// Stale data are drawn quietly with "stale", expired ones are hidden behind "–" with their age.
class StatValue : public ThemedWidget {
    Q_OBJECT
public:
    explicit StatValue(Theme &theme, QString label = {}, QWidget *parent = nullptr);
    void setLabel(const QString &label);
    void setLocale(const QLocale &locale);
    /// Formats by unit; not finite: "–".
    void setValue(double value, MetricUnit unit);
    /// Text made elsewhere ("3 of 4").
    void setValueText(const QString &text);
    QString valueText() const { return m_value; }
    /// Second line; empty: none.
    void setCaption(const QString &caption);
    /// Colours the value and puts the severity glyph before the label; Ok and Unknown: quiet.
    void setLook(SeverityLook look);
    void setSamples(std::shared_ptr<const SampleBuffer> samples);
    void samplesChanged();
    /// `ageText` stands in place of the caption once the data are old; the shorter one where that would be cut.
    void setFreshness(Freshness freshness, const QString &ageText = {}, const QString &shortAgeText = {});
    /// Makes it a button: focus, hover, Enter, click -> activated().
    void setClickable(bool clickable);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void retranslate() override;

private:
    void formatted();
    void updateAccessibleText();
    QColor valueColor() const;
    QString captionFor(int width) const;

    QString m_label;
    QString m_value;
    QString m_caption;
    QString m_ageText;
    QString m_shortAgeText;
    QLocale m_locale;
    std::optional<double> m_number;
    MetricUnit m_unit {MetricUnit::None};
    SeverityLook m_look {SeverityLook::Unknown};
    Freshness m_freshness {Freshness::Fresh};
    std::shared_ptr<const SampleBuffer> m_samples;
    bool m_clickable {false};
    bool m_hovered {false};
};

} // namespace vigie
