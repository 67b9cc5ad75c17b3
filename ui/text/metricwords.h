// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace vigie {

/// What the daemon says about a metric of its own (English), in the user's language; any other text as it is. GUI
/// thread.
QString metricHelp(const std::string &help);

} // namespace vigie
