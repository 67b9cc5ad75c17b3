// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/themedwidget.h"

namespace vigie {

/// A panel without a header around one widget, e.g. a big number.
class TileFrame : public ThemedWidget {
    Q_OBJECT
public:
    TileFrame(Theme &theme, QWidget *content, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace vigie
