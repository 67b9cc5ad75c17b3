// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page.h"

#include <memory>
#include <vector>

namespace vigie {

/// Every page of the console, in the order of the rail.
std::vector<std::unique_ptr<Page>> makePages(UiContext &context);

} // namespace vigie
