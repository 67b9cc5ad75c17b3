// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"
#include "widgets/themedwidget.h"

#include <QAbstractButton>
#include <QLocale>
#include <QTimeZone>
#include <QTimer>

namespace vigie {

/// Looks like a search field, opens the command palette: "Search or run a command        Ctrl K". Emits clicked().
class SearchButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit SearchButton(Theme &theme, QWidget *parent = nullptr);
    /// As shown at the right end ("Ctrl K").
    void setShortcutText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Theme &m_theme;
    QString m_shortcut;
};

/// The time of day, always moving: "14:52:07 UTC". Ticks on the full second while visible.
class ClockLabel : public ThemedWidget {
    Q_OBJECT
public:
    ClockLabel(Theme &theme, const Clock &clock, QWidget *parent = nullptr);
    void setLocale(const QLocale &locale);
    void setTimeZone(const QTimeZone &zone);
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void themeChanged() override { updateGeometry(); }
    void retranslate() override;

private:
    void tick();

    const Clock &m_clock;
    QLocale m_locale;
    QTimeZone m_zone {QTimeZone::utc()};
    QTimer m_timer;
};

} // namespace vigie
