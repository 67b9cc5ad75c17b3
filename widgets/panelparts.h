// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel.h"

#include <QGraphicsEffect>

class QLabel;
class QPushButton;
class QToolButton;

namespace vigie {

/// What a panel shows instead of its content: glyph, sentence, advice, copyable id, next step.
class PanelMessage : public ThemedWidget {
    Q_OBJECT
public:
    PanelMessage(Theme &theme, QWidget *parent);
    /// `icon`: a name for iconPixmap(), instead of the severity glyph; "none": neither.
    void setMessage(SeverityLook look, const QString &icon, const Panel::Problem &problem);

Q_SIGNALS:
    void nextStep();

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;
    void retranslate() override;

private:
    void copyId();

    QLabel *m_what;
    QLabel *m_advice;
    QLabel *m_id;
    QToolButton *m_copy;
    QPushButton *m_next;
    QWidget *m_glyph;
    QWidget *m_idRow;
    QString m_icon;
    SeverityLook m_look {SeverityLook::Unknown};
};

/// Grey bars in the place of rows while the first data are on their way. Does not move.
class PanelSkeleton : public ThemedWidget {
    Q_OBJECT
public:
    PanelSkeleton(Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void retranslate() override;
};

/// Takes colour and half of the strength away from what it is put on. Paints the panel's ground first: what lies below
/// opaque content is not painted anew, and old pixels would show through. `theme` outlives it.
class FadedEffect : public QGraphicsEffect {
    Q_OBJECT
public:
    FadedEffect(const Theme &theme, QObject *parent)
        : QGraphicsEffect(parent)
        , m_theme(theme)
    {
    }

protected:
    void draw(QPainter *painter) override;

private:
    const Theme &m_theme;
};

/// Diagonal lines over stale content; lets the pointer through.
class PanelHatch : public ThemedWidget {
    Q_OBJECT
public:
    PanelHatch(Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace vigie
