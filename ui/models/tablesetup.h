// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

class QTableView;

namespace vigie {

struct UiContext;

/// Row height as the user wants it (Preferences::rowDensity), now and with every change to come, also of the theme.
void followRowDensity(QTableView &table, UiContext &context);
/// First and last row that is seen; {0, -1} when there is none.
std::pair<int, int> visibleRows(const QTableView &table);

} // namespace vigie
