// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablesetup.h"

#include "ui/shell/preferences.h"
#include "ui/uicontext.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace vigie {

void followRowDensity(QTableView &table, UiContext &context)
{
    const auto apply = [&table, &context] {
        const int height = context.theme.px(context.preferences.rowHeight());
        table.verticalHeader()->setMinimumSectionSize(height);
        table.verticalHeader()->setDefaultSectionSize(height);
    };
    QObject::connect(&context.preferences, &Preferences::rowDensityChanged, &table, apply);
    QObject::connect(&context.theme, &Theme::changed, &table, apply);
    apply();
}

std::pair<int, int> visibleRows(const QTableView &table)
{
    if (!table.model() || table.model()->rowCount() == 0)
        return {0, -1};
    const int first = table.rowAt(0);
    const int last = table.rowAt(table.viewport()->height() - 1);
    return {first < 0 ? 0 : first, last < 0 ? table.model()->rowCount() - 1 : last};
}

} // namespace vigie
