// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/profiles.h"
#include "ui/uicontext.h"

namespace vigie {

/// Goes to this server, wherever it was chosen, and begins with it at the next start.
void openProfile(UiContext &context, const Profile &profile);

} // namespace vigie
