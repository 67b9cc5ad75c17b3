// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogsize.h"

#include <QDialog>
#include <QLayout>

#include <algorithm>

namespace vigie {

void fitDialog(QDialog &dialog, int characters)
{
    QLayout *layout = dialog.layout();
    layout->invalidate();
    layout->activate();
    const int width
        = std::max(characters * dialog.fontMetrics().averageCharWidth(), layout->totalMinimumSize().width());
    const int wrapped = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : 0;
    const int height = std::max(wrapped, layout->totalSizeHint().height());
    dialog.setMinimumWidth(width);
    dialog.resize(std::max(width, dialog.width()), height);
}

} // namespace vigie
