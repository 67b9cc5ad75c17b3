// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"
#include "widgets/themedwidget.h"

#include <QTimer>

#include <optional>

namespace vigie {

/// Unknown: nothing arrived yet. Stale from 2x, Expired (hide the value) from 10x the refresh interval.
enum class Freshness : std::uint8_t { Unknown, Fresh, Stale, Expired };
Freshness freshnessOf(Duration age, Duration refresh);

/// Says how old the data on screen are: "data 4 s old". Counts by itself once a second while visible.
class AgeBadge : public ThemedWidget {
    Q_OBJECT
public:
    AgeBadge(Theme &theme, const Clock &clock, QWidget *parent = nullptr);
    void setRefreshInterval(Duration interval);
    /// When the newest data were valid, on the clock given above. Empty: never.
    void setUpdatedAt(std::optional<Timestamp> at);
    /// Shown instead of the age, e.g. "not connected"; empty: the age.
    void setNotice(const QString &text);
    Freshness freshness() const { return m_freshness; }
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void freshnessChanged(vigie::Freshness freshness);

public Q_SLOTS:
    /// Looks at the clock now. The badge does it each second itself.
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void retranslate() override { refresh(); }

private:
    SeverityLook look() const;

    const Clock &m_clock;
    QTimer m_timer;
    Duration m_interval {std::chrono::seconds(2)};
    std::optional<Timestamp> m_updatedAt;
    QString m_notice;
    QString m_shown;
    Freshness m_freshness {Freshness::Unknown};
};

} // namespace vigie
