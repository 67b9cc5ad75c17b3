// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tabledelegate.h"

namespace vigie {

/// Rows of SeriesStatsModel: a piece of the line in its colour (dashed for a comparison), name, numbers.
class SwatchDelegate : public TableDelegate {
    Q_OBJECT
public:
    explicit SwatchDelegate(Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace vigie
