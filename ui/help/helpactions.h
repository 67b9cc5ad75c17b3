// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace vigie {

struct UiContext;

/// Registers "help.page" (F1: help for the page that is shown) and "help.<topic>" for each topic. The help window is
/// made when it is first asked for and belongs to `window`, which also owns the actions. `currentPage`: id of the page
/// that is shown.
void addHelpActions(UiContext &context, QWidget *window, std::function<QString()> currentPage = {});

} // namespace vigie
